"""Whether an alarm about a month that is used up can still reach an admin."""

from datetime import datetime

from bot.settings import Settings
from storage.channels import connections, seats
from storage.database import Connection
from storage.organisation import people
from storage.states import Platform, Role


def have_limited_bots_only(connection: Connection, settings: Settings, *, now: datetime) -> bool:
    """Whether every admin stands only on bots whose months are limited, or that are not served.

    Args:
        connection: to read on.
        settings: as read.
        now: office time.
    """
    admins = {member for member, _ in people.holders(connection, {Role.ADMIN}, now=now)}
    if not admins or not settings.connections:
        return False
    free = {line.id for line in connections.every(connection) if _is_free(line, settings)}
    ways = seats.bound(connection, admins)
    return not any(free.intersection(ways.get(admin, ())) for admin in admins)


def _is_free(line: connections.Line, settings: Settings) -> bool:
    if line.stopped_reason:
        return False
    if line.platform is Platform.WEB:
        return bool(settings.web.public_url)
    named = settings.connections.get(line.name)
    return named is not None and not named.messages_a_month
