"""How a conversation comes to stand for a person: codes, links, numbers, and who may make them."""
