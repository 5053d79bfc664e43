"""Who belongs to the organisation: units, members, roles, joining, consent, subscriptions."""
