"""One line of history from a call: who, on whose behalf, through which door, when."""

from bot.access import Caller
from bot.office import Office
from storage.history import Entry


def entry(
    caller: Caller,
    office: Office,
    *,
    thing: str,
    thing_id: int,
    from_state: str,
    to_state: str,
    publication_id: int | None = None,
    member_id: int | None = None,
    unit_id: int | None = None,
    version: int | None = None,
    detail: str = "",
) -> Entry:
    """The entry for a change that this caller makes now; `detail` is a word from a closed list or an id."""
    return Entry(
        at=office.clock.now(),
        actor_id=caller.member_id,
        on_behalf_of=caller.on_behalf_of,
        door=caller.door,
        thing=thing,
        thing_id=thing_id,
        from_state=from_state,
        to_state=to_state,
        publication_id=publication_id,
        member_id=member_id,
        unit_id=unit_id,
        version=version,
        address_id=caller.address_id,
        detail=detail,
    )
