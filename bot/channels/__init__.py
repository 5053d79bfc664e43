"""The ways out and in: one folder per platform, and the contract they share."""
