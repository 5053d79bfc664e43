"""The web inbox: a member's own page for those with neither messenger, by signed link and one-time code."""
