"""How people tell the office's connections apart."""

from collections import Counter

from bot.texts import connections as texts
from storage.channels import connections
from storage.database import Connection


def called(connection: Connection) -> dict[int, str]:
    """Each connection as people call it: the platform, with its name where there are several of it."""
    lines = connections.every(connection)
    several = Counter(line.platform for line in lines)
    return {
        line.id: texts.called(line.platform, line.name if several[line.platform] > 1 else "")
        for line in lines
    }
