"""Builds database, connections and clock from the settings; starts them, and stops them in reverse order."""
