"""Sources and what they showed."""
