"""What Loa does: publishing, delivering, acknowledging, chasing, study and reports."""
