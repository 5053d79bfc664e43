"""A member's conversations: their order, which are open, what is owed to a new one."""
