"""Joining, invitations, coverage: what people do, through the desk and the senders."""
