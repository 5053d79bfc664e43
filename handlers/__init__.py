"""How people reach Loa: the doors, and the commands written once for all of them."""
