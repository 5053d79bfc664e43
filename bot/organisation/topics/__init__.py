"""Topics as the admin names them, what units set for themselves, and why somebody got something or not."""
