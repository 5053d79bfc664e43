"""From what a site publishes, or somebody puts into a folder, to a draft before the clerk."""
