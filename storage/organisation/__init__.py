"""What the organisation is made of: people, units, roles, groups, topics, and how they change."""
