"""The web inbox: pages rendered here, usable without a script, for a member's own browser."""
