"""The commands, written once for all doors; they know no platform and no storage."""
