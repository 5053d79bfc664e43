"""What stands now where somebody presses a button of what once stood."""

from bot.access import Caller
from bot.office import Office
from bot.publication.versions.version_cards import is_for, successor_of
from storage.database import Connection
from storage.publication import publications


async def current(caller: Caller, office: Office, *, publication_id: int) -> int:
    """The publication that has taken its place, where that is for the caller; otherwise itself."""

    def body(connection: Connection) -> int:
        return current_of(connection, office, caller, publication_id)

    return await office.database.read(body)


def current_of(connection: Connection, office: Office, caller: Caller, publication_id: int) -> int:
    """As `current`, in any transaction."""
    found = publications.publication(connection, publication_id)
    new = successor_of(connection, found) if found else None
    if new is None or caller.member_id is None:
        return publication_id
    return new.id if is_for(connection, office, new, caller.member_id) else publication_id
