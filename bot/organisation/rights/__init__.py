"""Who may do what: giving and ending roles, listing them; reading and exporting history."""
