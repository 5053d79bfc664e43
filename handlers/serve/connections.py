"""How the connections stand, asked for at the command line."""

from datetime import date, datetime

from bot.office import Office
from bot.organisation.connections.trying import try_named
from bot.organisation.connections.viewing import Condition, connection_states
from bot.states import Platform, Reason
from handlers.serve.contract import COMMAND_LINE, Request, Say, Values


class Nothing(Values):
    """Nothing has to be said."""


class State(Values):
    """One connection, as `bot.organisation.connections.viewing` has it; `month` is empty without a limit."""

    name: str
    platform: Platform
    condition: Condition
    reason: Reason | None
    since: datetime | None
    people: int
    most_people: int
    groups: int
    most_groups: int
    month: str
    used: int
    limit: int
    ends_on: date | None
    asks_again_at: datetime | None
    waiting: int
    held: int
    received_at: datetime | None
    sent_at: datetime | None


class States(Values):
    """All of them, in the order in which they were made."""

    states: tuple[State, ...]


async def list_connections(office: Office, _nothing: Nothing, _say: Say) -> States:
    """How each connection stands now."""
    found = await connection_states(COMMAND_LINE, office)
    return States(
        states=tuple(
            State(
                name=one.name,
                platform=one.platform,
                condition=one.condition,
                reason=one.reason,
                since=one.since,
                people=one.seats.people,
                most_people=one.seats.most_people,
                groups=one.seats.groups,
                most_groups=one.seats.most_groups,
                month=one.month.name if one.month else "",
                used=one.month.used if one.month else 0,
                limit=one.month.limit if one.month else 0,
                ends_on=one.month.ends_on if one.month else None,
                asks_again_at=one.month.asks_again_at if one.month else None,
                waiting=one.waiting,
                held=one.held,
                received_at=one.received_at,
                sent_at=one.sent_at,
            )
            for one in found
        )
    )


LIST_CONNECTIONS = Request("list connections", Nothing, States, list_connections)


class Which(Values):
    """The connection, as the settings call it."""

    name: str


class Tried(Values):
    """How many held messages may go."""

    released: int


async def try_connection(office: Office, which: Which, _say: Say) -> Tried:
    """Send there again this month although the platform called it over."""
    return Tried(released=await try_named(COMMAND_LINE, office, name=which.name))


TRY_CONNECTION = Request("try connection", Which, Tried, try_connection)
