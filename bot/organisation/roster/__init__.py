"""Roster files: reading them as offices keep them, showing what would change, applying it, writing them."""
