"""What comes in: stored before it is confirmed, then handled, one knock a conversation at a time."""
