"""The Zalo door: translates a bot's events, takes its webhook, and says in new messages what others edit."""
