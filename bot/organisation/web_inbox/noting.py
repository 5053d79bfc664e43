"""The lines of history that the web inbox writes."""

from collections.abc import Iterable

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.organisation.people import Member


def note(
    connection: Connection,
    office: Office,
    caller: Caller,
    member: Member,
    *,
    thing: str,
    things: Iterable[int],
    to: str,
    was: str = "",
) -> None:
    """Write one line for each of these rows of the member's.

    Args:
        connection: in the transaction of the change itself.
        office: whose time it is.
        caller: who did it.
        member: whose rows they are.
        thing: what kind of row.
        things: their numbers.
        to: the state they are in now.
        was: the state before.
    """
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing=thing,
                thing_id=thing_id,
                from_state=was,
                to_state=to,
                member_id=member.id,
                unit_id=member.unit_id,
            )
            for thing_id in things
        ),
    )
