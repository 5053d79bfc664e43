"""Connections: what each can hold and has used, how fast it goes, when it is out."""
