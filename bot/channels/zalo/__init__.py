"""Zalo: so far the plain text that its bots can show."""
