"""What is published, corrected, withdrawn or replaced."""
