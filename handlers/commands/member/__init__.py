"""What every member does with what was published: reading, taking note, asking, searching."""
