"""The command line: it speaks English, to whoever looks after the machine."""

from handlers.cli.program import app, main

__all__ = ["app", "main"]
