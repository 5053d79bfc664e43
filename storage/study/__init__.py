"""Study sessions and their lists."""
