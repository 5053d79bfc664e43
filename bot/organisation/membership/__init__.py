"""Members on the roster: looking at them, changing them, joining late, moving, leaving, being exempt."""
