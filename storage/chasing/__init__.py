"""Reminders, and the next address where nothing was acknowledged."""
