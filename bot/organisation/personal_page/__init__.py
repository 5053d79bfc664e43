"""The page behind the signed link in a card: one publication, for one member, and nothing else."""
