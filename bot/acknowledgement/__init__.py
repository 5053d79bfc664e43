"""Acknowledging, asking, answering, reading aloud, undoing: what changes an obligation."""
