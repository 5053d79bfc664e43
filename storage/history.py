"""Appending to history; nothing here changes or removes a row."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.engine import Connection

from storage.tables import history


@dataclass(frozen=True)
class Entry:
    """One change of state. Ids and words from closed lists only.

    Args:
        at: office time.
        actor_id: the member who did it; None for a rule or the command line (`door` tells which).
        thing: which kind of row ("obligation", "draft", ...).
        detail: a word from a closed list or an id.
    """

    at: datetime
    actor_id: int | None
    on_behalf_of: int | None
    door: str
    thing: str
    thing_id: int
    from_state: str
    to_state: str
    publication_id: int | None = None
    member_id: int | None = None
    unit_id: int | None = None
    version: int | None = None
    detail: str = ""


def append(connection: Connection, *entries: Entry) -> None:
    """Write the entries in the transaction of the change itself."""
    if entries:
        connection.execute(history.insert(), [asdict(entry) for entry in entries])
