"""What leaders of units see and do: progress, reports, reading aloud."""
