"""Somebody unknown asks to be connected, and who leads the unit decides."""
