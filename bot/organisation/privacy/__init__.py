"""What members agree to, their rights over their data, and how long data stay."""
