"""Loa at work as one process: doors, web server, hand-over from the command line, start and stop."""
