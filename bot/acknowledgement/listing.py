"""What is open for a member, and what they acknowledged lately."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.access import Caller, demand_member
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.texts import people as forms
from storage.acknowledgement import acknowledgements, obligations
from storage.database import Connection
from storage.organisation import people
from storage.states import ObligationState

RECENTLY = timedelta(days=7)
_MOST_RECENT = 5
_OPEN = (ObligationState.EXPECTED, ObligationState.QUESTION)


@dataclass(frozen=True)
class OpenItem:
    """A publication that waits for the member.

    Args:
        asked: a question of theirs about it waits for its answer.
    """

    publication_id: int
    number: str
    title: str
    due_at: datetime | None
    asked: bool


@dataclass(frozen=True)
class RecentItem:
    """A publication that the member acknowledged lately."""

    publication_id: int
    number: str
    title: str
    at: datetime


@dataclass(frozen=True)
class Mine:
    """What a member has to do, and can take back.

    Args:
        called: the member, at the beginning of a sentence ("Đồng chí Bình").
        open: by due date.
        recent: the newest first.
    """

    called: str
    open: tuple[OpenItem, ...]
    recent: tuple[RecentItem, ...]


async def mine(caller: Caller, office: Office) -> Mine:
    """What is open for the caller.

    Raises:
        Refused: NOT_ALLOWED, when no member stands behind the call.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Mine:
        member = people.member(connection, member_id)
        if member is None:
            raise Refused(Refusal.NOT_ALLOWED)
        return Mine(
            called=forms.call_capital(member.address_form, member.given_name),
            open=_open(connection, member_id),
            recent=_recent(connection, member_id, since=office.clock.now() - RECENTLY),
        )

    return await office.database.read(body)


def _open(connection: Connection, member_id: int) -> tuple[OpenItem, ...]:
    return tuple(
        OpenItem(one.publication_id, one.number, one.title, one.due_at, one.state is ObligationState.QUESTION)
        for one in obligations.open_ones(connection, member_id=member_id, states=_OPEN)
    )


def _recent(connection: Connection, member_id: int, *, since: datetime) -> tuple[RecentItem, ...]:
    found = acknowledgements.recent(connection, member_id=member_id, since=since, limit=_MOST_RECENT)
    return tuple(RecentItem(one.publication_id, one.number, one.title, one.changed_at) for one in found)
