"""The Telegram door: translates its updates, publishes the menu, takes its webhook."""
