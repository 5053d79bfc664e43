"""Questions that the clerk and the approver ask about drafts, as messages."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, Door, demand
from bot.errors import Refusal, Refused
from bot.messages.blocks import Message
from bot.office import Office
from bot.publication.approval.approval_cards import approval_card
from bot.publication.approval.approving import is_own
from bot.publication.draft.draft_cards import draft_card, short_name, state_words
from bot.publication.draft.drafts import demand_draft
from bot.publication.draft.due_dates import due_in_text
from bot.publication.draft.points import Point, points_of
from storage.database import Connection
from storage.publication import drafts
from storage.publication.drafts import Draft
from storage.states import DraftState, Role

_WAITING = (DraftState.OPEN, DraftState.SUBMITTED, DraftState.SCHEDULED)
_SHOWN_TO_APPROVERS = (DraftState.SUBMITTED, DraftState.SCHEDULED, DraftState.PUBLISHED)


async def open_draft(caller: Caller, office: Office, *, draft_id: int) -> Message:
    """The draft's card: the approver's where the caller may approve it now, else the clerk's.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, {Role.CLERK, Role.APPROVER})

    def body(connection: Connection) -> Message:
        draft = _visible(connection, caller, draft_id)
        decides = caller.has({Role.APPROVER}) and not is_own(office, caller, draft)
        if draft.state is DraftState.SUBMITTED and decides:
            return approval_card(connection, office, draft)
        return draft_card(connection, office, draft, for_clerk=_sees_all(caller))

    return await office.database.read(body)


@dataclass(frozen=True)
class DraftText:
    """A draft's whole text and its quoted sentences.

    Args:
        name: the shortest one by which people know it.
        due_in_text: the certain deadline that the text itself sets, if it is still to come.
    """

    draft_id: int
    revision: int
    title: str
    name: str
    body: str
    points: tuple[Point, ...]
    due_in_text: datetime | None


async def draft_text(caller: Caller, office: Office, *, draft_id: int) -> DraftText:
    """The draft's whole text.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, {Role.CLERK, Role.APPROVER})

    def body(connection: Connection) -> DraftText:
        draft = _visible(connection, caller, draft_id)
        points = tuple(points_of(draft.main_points))
        due_at = due_in_text(office, draft.body)
        return DraftText(draft.id, draft.revision, draft.title, short_name(draft), draft.body, points, due_at)

    return await office.database.read(body)


@dataclass(frozen=True)
class Waiting:
    """One line of a list of drafts."""

    draft_id: int
    name: str
    state: str


async def waiting_drafts(caller: Caller, office: Office) -> tuple[Waiting, ...]:
    """What the clerks are at, what waits for approval and what waits for its set time; oldest first.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> tuple[Waiting, ...]:
        return tuple(_line(office, draft) for draft in drafts.in_states(connection, _WAITING))

    return await office.database.read(body)


async def to_approve(caller: Caller, office: Office) -> tuple[Waiting, ...]:
    """What the caller may approve now, the longest waiting first.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.APPROVER})

    def body(connection: Connection) -> tuple[Waiting, ...]:
        submitted = drafts.in_states(connection, (DraftState.SUBMITTED,))
        return tuple(_line(office, draft) for draft in submitted if not is_own(office, caller, draft))

    return await office.database.read(body)


async def returned_to(caller: Caller, office: Office) -> tuple[Waiting, ...]:
    """What an approver gave back to the caller, and nobody has handed in since; oldest first.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> tuple[Waiting, ...]:
        given_back = [one for one in drafts.in_states(connection, (DraftState.OPEN,)) if one.return_note]
        mine = [one for one in given_back if one.created_by in {caller.member_id, None}]
        return tuple(_line(office, draft) for draft in mine)

    return await office.database.read(body)


def _visible(connection: Connection, caller: Caller, draft_id: int) -> Draft:
    draft = demand_draft(connection, draft_id, states=tuple(DraftState))
    if not _sees_all(caller) and draft.state not in _SHOWN_TO_APPROVERS:
        raise Refused(Refusal.NOT_FOUND)
    return draft


def _sees_all(caller: Caller) -> bool:
    return caller.door is Door.COMMAND_LINE or caller.has({Role.CLERK})


def _line(office: Office, draft: Draft) -> Waiting:
    return Waiting(draft.id, short_name(draft), state_words(office, draft))
