"""Deleting a person's data: they leave, what tells who they were goes, what was counted stays."""

from datetime import timedelta

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.logs import get
from bot.messages.blocks import Line, Message, to_json
from bot.office import Office
from bot.organisation.membership.leaving import leave
from bot.organisation.privacy.asking import admins
from bot.texts import data_requests as texts
from bot.texts.privacy import ERASED_NAME
from bot.texts.roster import LEFT_BECAUSE
from storage import history
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.organisation import people
from storage.organisation.people import Member
from storage.privacy import erasing
from storage.states import Lane, Purpose

log = get(__name__)
_FAREWELL_WITHIN = timedelta(days=1)


def erase_member(connection: Connection, office: Office, caller: Caller, *, member_id: int) -> None:
    """Take away what tells who the member was, in the caller's transaction.

    They leave the roster first, if they are on it. Where they can still be told so by a message, that
    conversation is forgotten when it has gone out (`forget_conversations`), otherwise now. Copies of the
    database made before still have everything until they are thrown away.

    Raises:
        Refused: NOT_FOUND when there is nothing left to take; LAST_ADMIN when nobody else would keep the
            roster.
    """
    member = people.member(connection, member_id)
    if member is None or member.erased_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    if admins(connection, office) == [member_id]:
        raise Refused(Refusal.LAST_ADMIN)
    if member.left_at is None:
        _leave(connection, office, caller, member)
    erasing.erase_mentions(connection, member_id, instead=ERASED_NAME)
    erase_left(connection, office, caller, member)
    _say_farewell(connection, office, member_id)
    erasing.forget_addresses(connection, erasing.forgettable(connection))


def erase_left(connection: Connection, office: Office, caller: Caller, member: Member) -> None:
    """The same for somebody who left long ago: no word to them, and what others hold has its own term."""
    erasing.erase(connection, member.id, instead=ERASED_NAME, now=office.clock.now())
    line = entry(
        caller,
        office,
        thing="member",
        thing_id=member.id,
        from_state="left",
        to_state="erased",
        member_id=member.id,
        unit_id=member.unit_id,
    )
    history.append(connection, line)


async def forget_conversations(office: Office) -> int:
    """Forget the conversations of erased members to whom nothing more is to be said; how many."""
    waiting = await office.database.read(erasing.forgettable)
    if not waiting:
        return 0

    def body(connection: Connection) -> int:
        found = erasing.forgettable(connection)
        erasing.forget_addresses(connection, found)
        return len(found)

    forgotten = await office.database.transaction(body)
    log.info("conversations forgotten", amount=forgotten)
    return forgotten


def _leave(connection: Connection, office: Office, caller: Caller, member: Member) -> None:
    today = office.clock.now().astimezone(office.zone).date()
    # Whoever reads the list of what is no longer asked sees that they left, not what they asked for.
    leave(connection, office, caller, member_id=member.id, on=today, because=LEFT_BECAUSE)


def _say_farewell(connection: Connection, office: Office, member_id: int) -> None:
    """One last message, which names nobody; the conversation is kept for it for a day at most."""
    address_id = people.first_address(connection, member_id)
    if address_id is None:
        return
    lines = map(Line, texts.farewell(office=office.settings.office.name))
    farewell = NewDelivery(
        once_key=f"data:m{member_id}:erased",
        address_id=address_id,
        purpose=Purpose.DATA_ANSWER,
        due_at=office.clock.machine(),
        lane=Lane.REPLY,
        content=to_json(Message(tuple(lines))),
        expires_at=office.clock.now() + _FAREWELL_WITHIN,
    )
    deliveries.add(connection, farewell)
