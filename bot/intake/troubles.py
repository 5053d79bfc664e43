"""The admins hear once that nothing comes from a source any more, and once that it is back."""

from datetime import timedelta

from bot.access import Caller, Door
from bot.delivery.queueing import to_member
from bot.history import entry
from bot.logs import get
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.intake import sources
from storage.intake.sources import Source
from storage.organisation import people
from storage.states import Purpose, Repeat, Role

log = get(__name__)

EMPTY_LOOKS = 3
"""After so many looks in a row that found nothing, the site is said to have changed."""
FAILS_FOR = timedelta(days=1)
TROUBLE, BACK = 1, 2
"""What a delivery tells of; it stands in its version."""
_WORTH_FOR = timedelta(days=7)
_CLOCK = Caller(member_id=None, door=Door.CLOCK)


def is_troubled(source: Source, *, office: Office) -> bool:
    """Whether the admins have to know: it has changed, or failed for a day."""
    if source.empty_since is not None:
        return source.failures >= EMPTY_LOOKS
    return source.failing_since is not None and office.clock.now() - source.failing_since >= FAILS_FOR


def tell_if_troubled(connection: Connection, office: Office, source_id: int) -> None:
    """Owe the admins word of it, unless they were told; in the transaction of the look that failed."""
    source = sources.look(connection, source_id)
    if source is None or source.told_at is not None or not is_troubled(source, office=office):
        return
    log.warning("nothing comes from a source any more", source=source.id, fault=source.fault)
    sources.change(connection, source.id, {"told_at": office.clock.now()})
    _tell_admins(connection, office, source, TROUBLE, "trouble")


def tell_if_back(connection: Connection, office: Office, source: Source) -> None:
    """Owe the admins the all-clear, if they heard of trouble; in the transaction of the good look."""
    if source.told_at is not None:
        _tell_admins(connection, office, source, BACK, "back")


def _tell_admins(connection: Connection, office: Office, source: Source, about: int, detail: str) -> None:
    now = office.clock.now()
    line = entry(
        _CLOCK,
        office,
        thing="source",
        thing_id=source.id,
        from_state=source.state,
        to_state=source.state,
        detail=detail,
    )
    history.append(connection, line)
    for admin in dict.fromkeys(member for member, _ in people.holders(connection, {Role.ADMIN}, now=now)):
        to_member(
            connection,
            office,
            member_id=admin,
            once_key=f"source:{source.id}:{detail}:{now:%Y-%m-%dT%H:%M:%S}:m{admin}",
            purpose=Purpose.SOURCE_TROUBLE,
            repeat=Repeat.ONCE,
            subject=source.id,
            version=about,
            expires_at=now + _WORTH_FOR,
        )
