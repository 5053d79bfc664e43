"""What happens in the cells: a story is told once and plays on every platform, unless its name says which."""
