"""A messenger is out: word goes other ways, leaders are told, and it comes back by itself."""
