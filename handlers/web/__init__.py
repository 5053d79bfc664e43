"""The web door: so far the local page of the sandbox."""
