"""What a document says of itself: one module for each kind of thing that is recognised in its text."""
