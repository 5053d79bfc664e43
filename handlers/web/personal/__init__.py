"""The page of one publication behind the signed link in a card, for whoever has no buttons."""
