"""Coming in: invitations, codes, consent, requests."""
