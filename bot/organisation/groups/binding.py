"""A group chat stands for a unit from when somebody with the right has typed the unit's code in it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.channels.abilities import ABILITIES
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.logs import get
from bot.messages.blocks import Line, Message, to_json
from bot.office import Office
from bot.organisation.connections.group_seats import demand_group_seat
from bot.organisation.joining import codes
from bot.texts import groups as texts
from storage import history
from storage.channels import connections
from storage.channels.connections import Line as ConnectionLine
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.organisation import groups, organisation, people
from storage.organisation.organisation import Unit
from storage.states import AddressState, Lane, Purpose, Repeat, Role

log = get(__name__)

VALID_FOR = timedelta(days=1)
_THING = "group"
_RELEASED = (AddressState.ACTIVE.value, "released")


@dataclass(frozen=True)
class GroupCode:
    """A code, shown this once.

    Args:
        code: as a person types it in the group.
        link: adds the bot to a group and says the code there; empty where nobody knows the bot's name.
        expires_at: useless from then on (office time).
        by_name: in a group the bot hears only what calls it by its name.
    """

    unit_name: str
    expires_at: datetime
    by_name: bool
    code: str = field(repr=False)
    link: str = field(repr=False)


@dataclass(frozen=True)
class BoundGroup:
    """Which unit the group chat stands for now."""

    unit_id: int
    unit_name: str


async def group_code(caller: Caller, office: Office, *, unit_id: int) -> GroupCode:
    """Make a code that binds one group chat to the unit; an earlier one that nobody used ends.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    code = codes.new_code()
    now = office.clock.now()

    def body(connection: Connection) -> GroupCode:
        unit = _demand_unit(connection, caller, unit_id)
        number = groups.invite(
            connection,
            code_hash=codes.hash_of(office.key, code),
            unit_id=unit_id,
            made_by=caller.member_id,
            now=now,
            expires_at=now + VALID_FOR,
        )
        _note(connection, office, caller, unit_id=unit_id, thing_id=number, change=("", "invited"))
        line = _own_line(connection, caller)
        return GroupCode(
            unit_name=unit.name,
            expires_at=now + VALID_FOR,
            by_name=line is not None and ABILITIES[line.platform].heard_by_name,
            code=codes.shown(code),
            link=_link_into_group(line, code),
        )

    # Without the knock: its recorded outcome would keep the code in clear.
    return await office.perform(replace(caller, knock=None), "group_code", body, outcome=GroupCode)


async def bind_group(caller: Caller, office: Office, *, code: str, group_chat_id: str) -> BoundGroup:
    """Let the group chat in which the code was typed stand for the code's unit.

    Both the code and the right to lead that unit are needed: a code that has leaked binds nothing. A chat
    that stands for another unit is taken from it only by somebody who leads that unit too.

    Args:
        caller: who typed it; their own conversation says on which connection the group is.
        office: the office.
        code: as typed.
        group_chat_id: the platform's number of the group.

    Raises:
        Refused: CODE_INVALID, NOT_ALLOWED, NOT_FOUND; GROUPS_FULL, where the bot holds no more of them.
    """

    def body(connection: Connection) -> BoundGroup:
        own = None if caller.address_id is None else people.address(connection, caller.address_id)
        written = codes.read(code)
        found = None if written is None else groups.by_hash(connection, codes.hash_of(office.key, written))
        if own is None or found is None or not found.is_open(office.clock.now()):
            log.warning("a group's code was refused", address=caller.address_id)
            raise Refused(Refusal.CODE_INVALID)
        unit = _demand_unit(connection, caller, found.unit_id)
        address_id = organisation.address_for(
            connection,
            connection_id=own.connection_id,
            chat_id=group_chat_id,
            is_group=True,
            now=office.clock.now(),
        )
        demand_group_seat(connection, office, address_id, unit_id=unit.id)
        if not groups.use(connection, found.id, address_id=address_id, now=office.clock.now()):
            raise Refused(Refusal.CODE_INVALID)
        _let_go(connection, office, caller, address_id, unit_id=unit.id)
        for former in groups.stand_for(connection, address_id, unit_id=unit.id):
            _note(connection, office, caller, unit_id=unit.id, thing_id=former, change=_RELEASED)
        change = ("", AddressState.ACTIVE)
        _note(connection, office, caller, unit_id=unit.id, thing_id=address_id, change=change)
        _say_in_group(connection, office, address_id, unit, invitation_id=found.id)
        return BoundGroup(unit.id, unit.name)

    return await office.perform(caller, "bind_group", body, outcome=BoundGroup)


async def release_group(caller: Caller, office: Office, *, unit_id: int) -> BoundGroup:
    """Let no group chat stand for the unit any more.

    Raises:
        Refused: NOT_ALLOWED; NOT_FOUND, also when none does.
    """

    def body(connection: Connection) -> BoundGroup:
        unit = _demand_unit(connection, caller, unit_id)
        released = groups.release(connection, unit_id)
        if not released:
            raise Refused(Refusal.NOT_FOUND)
        for address_id in released:
            _note(connection, office, caller, unit_id=unit_id, thing_id=address_id, change=_RELEASED)
        return BoundGroup(unit.id, unit.name)

    return await office.perform(caller, "release_group", body, outcome=BoundGroup)


@dataclass(frozen=True)
class GroupStanding:
    """How a unit stands with its group chat.

    Args:
        is_bound: some group chat stands for it.
        is_reached: and can be written to.
    """

    unit_id: int
    unit_name: str
    is_bound: bool
    is_reached: bool


async def group_standing(caller: Caller, office: Office, *, unit_id: int) -> GroupStanding:
    """Whether a group chat stands for the unit, for who may bind one.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """

    def body(connection: Connection) -> GroupStanding:
        unit = _demand_unit(connection, caller, unit_id)
        bound = groups.of_unit(connection, unit_id)
        reached = any(group.state is AddressState.ACTIVE for group in bound)
        return GroupStanding(unit.id, unit.name, bool(bound), reached)

    return await office.database.read(body)


def _demand_unit(connection: Connection, caller: Caller, unit_id: int) -> Unit:
    if caller.door is not Door.COMMAND_LINE and not caller.has({Role.ADMIN}):
        demand(caller, LEADERS_OF_A_UNIT, unit_id=unit_id)
    unit = organisation.unit(connection, unit_id)
    if unit is None or unit.closed_on is not None:
        raise Refused(Refusal.NOT_FOUND)
    return unit


def _own_line(connection: Connection, caller: Caller) -> ConnectionLine | None:
    own = None if caller.address_id is None else people.address(connection, caller.address_id)
    return None if own is None else connections.line(connection, own.connection_id)


def _link_into_group(line: ConnectionLine | None, code: str) -> str:
    return "" if line is None else ABILITIES[line.platform].group_link_with(code, account=line.account)


def _let_go(connection: Connection, office: Office, caller: Caller, address_id: int, *, unit_id: int) -> None:
    """What the chat stood for until now; nobody takes another branch's group away unseen."""
    before = groups.at(connection, address_id)
    if before is None or before.unit_id == unit_id:
        return
    former = organisation.unit(connection, before.unit_id)
    if former is not None and former.closed_on is None:
        _demand_unit(connection, caller, before.unit_id)
    _note(connection, office, caller, unit_id=before.unit_id, thing_id=address_id, change=_RELEASED)


def _say_in_group(
    connection: Connection, office: Office, address_id: int, unit: Unit, *, invitation_id: int
) -> None:
    message = Message((Line(texts.group_bound(unit.name, office=office.settings.office.name)),))
    delivery = NewDelivery(
        once_key=f"group:{invitation_id}:bound",
        address_id=address_id,
        purpose=Purpose.REPLY,
        due_at=office.clock.machine(),
        lane=Lane.REPLY,
        repeat=Repeat.ONCE,
        content=to_json(message),
    )
    deliveries.add(connection, delivery)


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    unit_id: int,
    thing_id: int,
    change: tuple[str, str],
) -> None:
    before, after = change
    history.append(
        connection,
        entry(
            caller,
            office,
            thing=_THING,
            thing_id=thing_id,
            from_state=before,
            to_state=after,
            unit_id=unit_id,
        ),
    )
