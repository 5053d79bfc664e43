"""Guessing is slowed in each conversation, that of numbers over all of them too, and the admins see it."""

from datetime import timedelta

from bot.access import Caller, demand
from bot.delivery import queueing
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.logs import get
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.joining import code_tries
from storage.organisation import people
from storage.states import Purpose, Role

log = get(__name__)

# A person mistypes a few times; a machine tries thousands of times.
MOST_OF_ONE = 5
ONE_RESTS = timedelta(minutes=15)
# Many accounts that each stay below the first limit; where many are still to join, many mistype.
MOST_OF_STRANGERS = 200
_FOR_EACH_TO_JOIN = 2
STRANGERS_REST = timedelta(hours=1)
# Of six digits there are a million: thirty wrong ones an hour, with ten codes open at once, find one in more
# than four months.
# Whoever typed them: members could guess as well.
MOST_SHORT = 30
# Ten in a day are no slips any more. Keeping six digits shut for an hour takes three accounts, for a day 72.
MOST_SHORT_OF_ONE = 10
LATELY = timedelta(days=1)


def demand_rested(connection: Connection, office: Office, caller: Caller) -> None:
    """Refuse a stranger's number while so many wrong ones come in that somebody must be guessing.

    Codes go on being looked at: there are 2^53 of them, so a right one is no guess, and whoever holds one
    is not kept out by what others type.

    Raises:
        Refused: CODES_REST.
    """
    if caller.member_id is None and _are_too_many(connection, office, code_tries.NUMBER):
        log.warning("numbers of strangers rest", address=caller.address_id)
        raise Refused(Refusal.CODES_REST)


def demand_short_rested(connection: Connection, office: Office) -> None:
    """Refuse six digits while so many wrong ones come in that somebody must be guessing; long codes go on.

    Raises:
        Refused: SHORT_CODES_REST.
    """
    # Those that come at the same moment are counted one after the other.
    code_tries.hold_short(connection)
    if _are_too_many(connection, office, code_tries.SHORT):
        log.warning("six-digit codes rest")
        raise Refused(Refusal.SHORT_CODES_REST)


def short_rests(connection: Connection, office: Office, address_id: int) -> bool:
    """Whether this conversation has tried six digits so often that they are not looked at or counted."""
    code_tries.hold_conversation(connection, address_id)
    since = office.clock.now() - LATELY
    if code_tries.short_of_conversation(connection, address_id=address_id, since=since) < MOST_SHORT_OF_ONE:
        return False
    log.warning("six digits are tried too often", address=address_id)
    return True


def rests(connection: Connection, office: Office, address_id: int) -> bool:
    """Whether this conversation has tried so often that its codes are not looked at for a while."""
    # Tries that come at the same moment are counted one after the other.
    code_tries.hold_conversation(connection, address_id)
    since = office.clock.now() - ONE_RESTS
    if code_tries.of_conversation(connection, address_id=address_id, since=since) < MOST_OF_ONE:
        return False
    log.warning("codes are tried too often", address=address_id)
    return True


def note_wrong(
    connection: Connection, office: Office, caller: Caller, address_id: int, *, thing: str = code_tries.THING
) -> None:
    """Count a code or a number that led nowhere; with the one that is too many the admins are told."""
    history.append(
        connection,
        entry(
            caller,
            office,
            thing=thing,
            thing_id=address_id,
            from_state="",
            to_state="wrong",
            detail=str(address_id),
        ),
    )
    is_counted = caller.member_id is None or thing == code_tries.SHORT
    if is_counted and _are_too_many(connection, office, thing):
        _tell_admins(connection, office)


async def wrong_tries_lately(caller: Caller, office: Office) -> int:
    """How many wrong codes were looked at in the last day; those that came while codes rested are not among.

    Raises:
        Refused: NOT_ALLOWED, for everybody but the admins.
    """
    demand(caller, {Role.ADMIN})
    since = office.clock.now() - LATELY

    def body(connection: Connection) -> int:
        return code_tries.of_everybody(connection, since=since)

    return await office.database.read(body)


def _are_too_many(connection: Connection, office: Office, thing: str) -> bool:
    since = office.clock.now() - STRANGERS_REST
    if thing == code_tries.SHORT:
        return code_tries.short_of_everybody(connection, since=since) >= MOST_SHORT
    wrong = code_tries.of_strangers(connection, thing=thing, since=since)
    return wrong >= MOST_OF_STRANGERS and wrong >= _FOR_EACH_TO_JOIN * code_tries.not_reached(connection)


def _tell_admins(connection: Connection, office: Office) -> None:
    now = office.clock.now()
    today = now.astimezone(office.zone).date()
    for admin in dict.fromkeys(member for member, _ in people.holders(connection, {Role.ADMIN}, now=now)):
        queueing.to_member(
            connection,
            office,
            member_id=admin,
            once_key=f"code_tries:d{today}:m{admin}",
            purpose=Purpose.CODE_TRIES,
        )
