"""What came in, what a conversation waits for and was offered."""
