"""The page of an invitation: one link for every messenger."""
