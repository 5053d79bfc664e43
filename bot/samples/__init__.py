"""Example texts that come with Loa, all of them invented: what the sandbox offers to draft from."""
