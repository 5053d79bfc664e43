"""Which number a new thing gets in a conversation."""

from collections.abc import Collection, Iterable
from datetime import timedelta

from bot.messages.blocks import Button
from bot.messages.numbered.codes import NUMBERS, Thing
from bot.messages.numbered.standing import from_json
from bot.office import Office
from storage.acknowledgement import obligations
from storage.database import Connection
from storage.inbox.offers import Offer
from storage.states import ObligationState, SessionState
from storage.study import study

LATELY = timedelta(days=7)
"""So long a number is not given to another thing while any other is left."""
MENU = 0
"""Where the last menu stands."""

# One wrong digit should meet no other thing: numbers that follow each other differ in both.
_ORDER = tuple(NUMBERS.start + (7 + 29 * place) % len(NUMBERS) for place in range(len(NUMBERS)))
_OPEN = (ObligationState.EXPECTED, ObligationState.QUESTION)


def free_number(
    connection: Connection,
    office: Office,
    before: Collection[Offer],
    *,
    owner_id: int | None,
    avoid: Collection[int] = (),
) -> int | None:
    """A number for a new thing: one that was never used, else the one that is missed least.

    What still waits for an answer keeps its number, however long ago it was offered; where everything does,
    there is none.

    Args:
        connection: a transaction that holds the rate of the address's connection.
        office: the office.
        before: what is offered there already.
        owner_id: whose address it is.
        avoid: numbers that mean something else to who reads them; taken only where no other is left.
    """
    things = {one.number: one for one in before if one.number != MENU}
    menu = menu_of(before)
    in_menu = numbers_of(one.button for one in from_json(menu.buttons)) if menu is not None else set()
    unused = [number for number in _ORDER if number not in things and number not in in_menu]
    free = next(iter(sorted(unused, key=lambda number: number in avoid)), None)
    if free is not None:
        return free
    since = office.clock.now() - LATELY
    still_open = _still_open(connection, office, things.values(), owner_id=owner_id)
    closed = [one for one in things.values() if one.number not in still_open | in_menu]
    least = min(closed, key=lambda one: (one.offered_at > since, one.offered_at), default=None)
    return None if least is None else least.number


def _still_open(
    connection: Connection, office: Office, things: Iterable[Offer], *, owner_id: int | None
) -> frozenset[int]:
    """The numbers of what still waits for the member's answer."""
    if owner_id is None:
        return frozenset()
    waiting = {
        one.publication_id for one in obligations.open_ones(connection, member_id=owner_id, states=_OPEN)
    }
    return frozenset(
        one.number
        for one in things
        if (one.thing == Thing.PUBLICATION and one.thing_id in waiting)
        or (one.thing == Thing.SESSION and _is_ahead(connection, office, one.thing_id))
    )


def _is_ahead(connection: Connection, office: Office, session_id: int) -> bool:
    session = study.session(connection, session_id)
    return (
        session is not None
        and session.state is SessionState.ANNOUNCED
        and session.starts_at is not None
        and session.starts_at > office.clock.now()
    )


def menu_of(before: Iterable[Offer]) -> Offer | None:
    """The menu among what was offered."""
    return next((one for one in before if one.number == MENU), None)


def numbers_of(buttons: Iterable[Button]) -> set[int]:
    """The numbers that are typed alone for these buttons."""
    return {int(button.code) for button in buttons if button.code.isdecimal()}
