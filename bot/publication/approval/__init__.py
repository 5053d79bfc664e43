"""Handing a draft in, what it must have, and approving it."""
