"""Every command on every platform: the table, the people who walk through it, and the page made from it."""
