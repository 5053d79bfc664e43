"""The clerk chooses: kind, scope, urgency, for whom, whether acknowledgement is asked for, and by when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.access import Caller, demand
from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval.checking import refuse_marked
from bot.publication.approval.urgency import demand_urgency
from bot.publication.draft.drafting import asks_by_default
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.draft.due_dates import due_after, due_by_default, due_in_text
from bot.publication.draft.typed import DUE_HOUR, typed_moment
from storage.audience import audiences, exclusions
from storage.database import Connection
from storage.organisation import organisation, topics
from storage.publication.drafts import Draft
from storage.states import DraftState, Kind, MemberKind, Role, Scope, Urgency

DUE_CHOICES = (3, 5, 7)
"""Working days from now that are offered as due dates."""
MOST_LEFT_OUT = 200
"""People left out of an audience by name; who means more means another rule."""
Choose = Callable[[Connection, Draft], dict[str, Any]]


async def set_kind(
    caller: Caller, office: Office, *, draft_id: int, revision: int | None, kind: Kind
) -> Changed:
    """Make it a directive, a meeting summary or a notice; whether acknowledgement is asked for follows.

    Raises:
        Refused: as for every change here: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """

    def choose(connection: Connection, draft: Draft) -> dict[str, Any]:
        asks = asks_by_default(kind)
        return {
            "kind": kind,
            "unsure": [name for name in draft.unsure if name != "kind"],
            "asks_acknowledgement": asks,
            "due_at": (draft.due_at or due_by_default(office, draft.body)) if asks else None,
        }

    return await _change(caller, office, draft_id, revision, "kind", choose)


async def toggle_scope(caller: Caller, office: Office, *, draft_id: int, revision: int) -> Changed:
    """Nội bộ to công khai, and back.

    Raises:
        Refused: also KEPT_INSIDE, when the text is marked for its own circle.
    """

    def choose(connection: Connection, draft: Draft) -> dict[str, Any]:
        scope = Scope.PUBLIC if draft.scope is Scope.INTERNAL else Scope.INTERNAL
        refuse_marked(draft, scope)
        return {"scope": scope}

    return await _change(caller, office, draft_id, revision, "scope", choose)


async def set_urgency(
    caller: Caller, office: Office, *, draft_id: int, revision: int, urgency: Urgency
) -> Changed:
    """Make it normal, khẩn or hỏa tốc: the clerk while drafting, the approver while it waits for approval.

    Raises:
        Refused: also URGENCY_OF_OTHERS, saying who may.
    """
    demand(caller, {Role.CLERK, Role.APPROVER})

    def body(connection: Connection) -> Changed:
        states = (DraftState.OPEN, DraftState.SUBMITTED)
        draft = demand_draft(connection, draft_id, states=states, revision=revision)
        demand(caller, {Role.CLERK if draft.state is DraftState.OPEN else Role.APPROVER})
        demand_urgency(caller, office, urgency)
        return changed(change_draft(connection, office, caller, draft, "urgency", {"urgency": urgency}))

    return await office.perform(caller, "urgency", body, outcome=Changed)


async def toggle_acknowledgement(caller: Caller, office: Office, *, draft_id: int, revision: int) -> Changed:
    """Ask for acknowledgement, or no longer; a due date is proposed with the first."""

    def choose(connection: Connection, draft: Draft) -> dict[str, Any]:
        asks = not draft.asks_acknowledgement
        # A due date that was set stays where it is while nothing is asked: it may be asked again.
        return {"asks_acknowledgement": asks, "due_at": draft.due_at or due_by_default(office, draft.body)}

    return await _change(caller, office, draft_id, revision, "asks_acknowledgement", choose)


async def set_due_after(
    caller: Caller, office: Office, *, draft_id: int, revision: int | None, working_days: int
) -> Changed:
    """Have it due at the end of office hours so many working days from now.

    Raises:
        Refused: also NOT_FOUND, for a number of days that is not offered.
    """
    if working_days not in DUE_CHOICES:
        raise Refused(Refusal.NOT_FOUND)
    due_at = due_after(office.calendar, office.clock.now(), working_days)
    return await _set_due(caller, office, draft_id, revision, due_at)


async def set_due_typed(
    caller: Caller, office: Office, *, draft_id: int, revision: int | None, typed: str
) -> Changed:
    """Have it due then; a day without an hour is over at 17:00.

    Raises:
        Refused: also NOT_A_DATE, IN_THE_PAST.
    """
    due_at = typed_moment(typed, now=office.clock.now(), zone=office.zone, without_hour=DUE_HOUR)
    return await _set_due(caller, office, draft_id, revision, due_at)


async def set_audience(
    caller: Caller, office: Office, *, draft_id: int, revision: int | None, audience: Audience
) -> Changed:
    """Have it go to these.

    Raises:
        Refused: also NOT_FOUND, when there is no such unit or topic.
    """

    def choose(connection: Connection, draft: Draft) -> dict[str, Any]:
        demand_audience_exists(connection, audience)
        return {"audience": audience.stored()}

    return await _change(caller, office, draft_id, revision, "audience", choose)


def demand_audience_exists(connection: Connection, audience: Audience) -> None:
    """Refuse a rule that goes by a unit or topic which is not there, or no longer, or by strangers.

    Raises:
        Refused: NOT_FOUND; LEFT_OUT_FULL, where too many are left out by name.
    """
    if len(audience.without) > MOST_LEFT_OUT:
        raise Refused(Refusal.LEFT_OUT_FULL, limit=str(MOST_LEFT_OUT))
    if MemberKind.CANDIDATE in audience.members:
        raise Refused(Refusal.NOT_FOUND)
    if audience.without and not exclusions.there_are(connection, audience.without):
        raise Refused(Refusal.NOT_FOUND)
    if audience.kind is AudienceKind.EVERYONE:
        return
    wanted = audience.unit_ids or (audience.subject,)
    # What is closed is no longer offered, by an old button either.
    if set(wanted) != audiences.names_of(connection, audience).keys() or audiences.closed_ones(
        connection, audience
    ):
        raise Refused(Refusal.NOT_FOUND)


@dataclass(frozen=True)
class Choice:
    """A unit or a topic on offer.

    Args:
        depth: how far below the top a unit stands; 0 for a topic.
    """

    id: int
    name: str
    depth: int = 0


@dataclass(frozen=True)
class Choices:
    """For whom a draft may be."""

    units: tuple[Choice, ...]
    topics: tuple[Choice, ...]


async def choices(caller: Caller, office: Office) -> Choices:
    """The open units in protocol order and the topics in theirs.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.CLERK})
    today = office.clock.now().astimezone(office.zone).date()

    def body(connection: Connection) -> Choices:
        depths: dict[int, int] = {}
        units: list[Choice] = []
        for unit in organisation.units_in_order(connection, on=today):
            depths[unit.id] = depths.get(unit.parent_id or 0, -1) + 1
            units.append(Choice(unit.id, unit.name, depths[unit.id]))
        found = tuple(Choice(topic.id, topic.name) for topic in topics.in_order(connection))
        return Choices(tuple(units), found)

    return await office.database.read(body)


def due_choices(office: Office) -> list[tuple[int, datetime]]:
    """The due dates on offer: working days from now, and when that is."""
    now = office.clock.now()
    return [(days, due_after(office.calendar, now, days)) for days in DUE_CHOICES]


async def set_due_in_text(caller: Caller, office: Office, *, draft_id: int, revision: int | None) -> Changed:
    """Have it due when the text itself says.

    Raises:
        Refused: also NOT_FOUND, when the text sets no certain deadline that is still to come.
    """

    def choose(connection: Connection, draft: Draft) -> dict[str, Any]:
        due_at = due_in_text(office, draft.body)
        if due_at is None:
            raise Refused(Refusal.NOT_FOUND)
        return {"due_at": due_at, "asks_acknowledgement": True}

    return await _change(caller, office, draft_id, revision, "due_at", choose)


async def _set_due(
    caller: Caller, office: Office, draft_id: int, revision: int | None, due_at: datetime
) -> Changed:
    def choose(connection: Connection, draft: Draft) -> dict[str, Any]:
        # Whoever names a due date asks for acknowledgement.
        return {"due_at": due_at, "asks_acknowledgement": True}

    return await _change(caller, office, draft_id, revision, "due_at", choose)


async def _change(
    caller: Caller, office: Office, draft_id: int, revision: int | None, detail: str, choose: Choose
) -> Changed:
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        values = choose(connection, draft)
        return changed(change_draft(connection, office, caller, draft, detail, values))

    return await office.perform(caller, "choose", body, outcome=Changed)
