"""What a member sees of a publication, and does with it."""
