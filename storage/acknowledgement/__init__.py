"""What a publication asks of members, and what they did about it."""
