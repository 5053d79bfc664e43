"""What an office can set: the environment (LOA_...), then config.toml, then the defaults written here."""

from bot.settings.connection import Connection
from bot.settings.loading import load, warnings_of
from bot.settings.sections import Receive, Span
from bot.settings.whole import Settings

__all__ = ["Connection", "Receive", "Settings", "Span", "load", "warnings_of"]
