"""The bots and accounts side by side: how each stands, who goes where, and the alarms before one is full."""
