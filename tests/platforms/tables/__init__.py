"""The rows of the table, part by part."""
