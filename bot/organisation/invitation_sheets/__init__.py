"""Invitations on paper: one tear-off part for each member of a unit who is not reached yet."""
