"""What the office looks after: connections, sources, the history."""
