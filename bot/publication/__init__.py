"""Publishing: from a pasted text through draft and approval to obligations and deliveries."""
