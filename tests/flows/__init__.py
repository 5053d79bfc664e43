"""Flows that read like the story, through python-telegram-bot against the strict stand-in."""
