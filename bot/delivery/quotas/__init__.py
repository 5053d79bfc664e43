"""What a connection may send in a month: who comes first, how it stands, and what becomes of the rest."""
