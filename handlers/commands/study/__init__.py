"""Study sessions: planning, announcing, answering."""
