"""How conversations come to belong to people: invitations, requests, codes that led nowhere."""
