"""Study sessions: planned, announced, answered, reminded of, moved, called off."""
