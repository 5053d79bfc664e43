"""What is one's own: addresses, hours, topics, the web inbox, what is kept about one."""
