"""Publications from the draft to their withdrawal: versions, files, numbers, searching."""
