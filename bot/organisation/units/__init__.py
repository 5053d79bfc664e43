"""Units: a dated tree that opens, renames, moves, merges and closes without losing what was."""
