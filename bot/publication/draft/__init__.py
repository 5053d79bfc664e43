"""A draft: begun from a text or a file, edited field by field."""
