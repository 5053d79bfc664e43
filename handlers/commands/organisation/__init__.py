"""The roster, units, roles, topics and groups, for admins and secretaries."""
