"""Stand-ins for what is outside: as strict as the originals, over real HTTP on the loopback."""
