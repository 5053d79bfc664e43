"""Loa is killed in the middle of its work; nothing is lost, and every second copy is accounted for."""
