"""Which connections are served: what else stands in the database was served once."""

from bot.office import Office
from storage.channels import connections
from storage.channels.connections import Line
from storage.database import Connection
from storage.states import Platform, Reason


def in_service(connection: Connection, office: Office) -> list[Line]:
    """The connections that the settings name, and the web inbox where it is open; in the sandbox it alone."""
    named = office.settings.connections
    with_web = bool(office.settings.web.public_url) or not named
    return [
        line
        for line in connections.every(connection)
        if (with_web if line.platform is Platform.WEB else line.name in named)
    ]


def open_lines(connection: Connection, office: Office) -> list[Line]:
    """Those of them to which word goes now: neither out nor refused."""
    lines = in_service(connection, office)
    return [line for line in lines if line.out_since is None and not is_stopped(line)]


def out_of_service(connection: Connection) -> list[Line]:
    """Those that were served once, and are no longer since the last start."""
    return [line for line in connections.every(connection) if line.stopped_reason == connections.NOT_SERVED]


def is_stopped(line: Line) -> bool:
    """Whether the platform refused its token, so that nothing goes out until somebody mends the settings.

    A second program on the same token takes what comes in, but nothing that goes out.
    """
    return line.stopped_reason == Reason.TOKEN
