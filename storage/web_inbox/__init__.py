"""The web inbox: links, browsers that are in, what stands on the page."""
