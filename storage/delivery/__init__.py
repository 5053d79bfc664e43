"""The queue: a delivery from its adding to what became of it."""
