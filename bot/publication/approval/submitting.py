"""The clerk hands a draft in, takes it back, or throws it away."""

from dataclasses import dataclass, replace

from bot.access import Caller, demand
from bot.delivery.queueing import to_member
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval.checking import refuse_closed_audience, refuse_incomplete
from bot.publication.approval.numbering import ON_ITS_WAY, refuse_same_number
from bot.publication.audience.recipients import head_count
from bot.publication.draft.attaching import remove_all
from bot.publication.draft.drafts import Changed, audience_of, change_draft, changed, demand_draft
from bot.publication.versions.amending import refuse_unfit_correction
from bot.texts import people as forms
from storage.database import Connection
from storage.organisation import people
from storage.publication.drafts import Draft
from storage.states import DraftState, Purpose, Repeat, Role, Urgency

# What was quoted from its text goes with the text.
_EMPTIED: dict[str, object] = {"body": "", "main_points": [], "tasks": [], "quiz": [], "places": {}}


@dataclass(frozen=True)
class Submitted:
    """A draft that waits for approval.

    Args:
        approvers: as they are called, who can approve it.
        unreached: how many of them have nowhere to be written to.
    """

    draft_id: int
    revision: int
    approvers: tuple[str, ...]
    unreached: int


async def submit(
    caller: Caller, office: Office, *, draft_id: int, revision: int, is_another: bool = False
) -> Submitted:
    """Hand the draft to every approver.

    Args:
        caller: a clerk.
        office: the office.
        draft_id: the draft.
        revision: as it was seen.
        is_another: the clerk has said that a number used on another day is another document's.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, NOT_CLEARED, INCOMPLETE, KEPT_INSIDE, AUDIENCE_CLOSED;
            IN_THE_PAST (due date); NOBODY, NO_APPROVER, when the audience is empty or nobody may approve it.
        NumberTaken: SAME_NUMBER, NUMBER_OF_ANOTHER_DAY.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Submitted:
        draft = demand_draft(connection, draft_id, revision=revision)
        return submit_draft(connection, office, caller, draft, is_another=is_another)

    return await office.perform(caller, "submit", body, outcome=Submitted)


def submit_draft(
    connection: Connection, office: Office, caller: Caller, draft: Draft, *, is_another: bool = False
) -> Submitted:
    """`submit` within a transaction that is open already, after the caller was asked."""
    if draft.created_by is None:
        # What a source brought is the clerk's who hands it in: they hear of it, and do not approve it.
        draft = replace(draft, created_by=caller.member_id)
    refuse_unfit(connection, office, draft)
    refuse_same_number(connection, draft, states=ON_ITS_WAY, is_another=is_another)
    approvers = _approvers(connection, office, draft)
    waiting = change_draft(
        connection,
        office,
        caller,
        draft,
        "submitted_as_another" if is_another else "submitted",
        {
            "state": DraftState.SUBMITTED,
            "submitted_at": office.clock.now(),
            "return_note": "",
            "created_by": draft.created_by,
        },
    )
    reached = [_ask(connection, office, waiting, member_id) for member_id in approvers]
    called = tuple(_called(connection, member_id) for member_id in approvers)
    return Submitted(waiting.id, waiting.revision, called, reached.count(False))


def refuse_unfit(connection: Connection, office: Office, draft: Draft) -> None:
    """Refuse what nobody should be asked to approve.

    Raises:
        Refused: NOT_CLEARED, INCOMPLETE, KEPT_INSIDE, AUDIENCE_CLOSED, IN_THE_PAST, NOBODY.
    """
    if draft.corrects_id is not None:
        refuse_unfit_correction(connection, office, draft)
        return
    refuse_incomplete(draft)
    refuse_closed_audience(connection, draft)
    if draft.asks_acknowledgement and draft.due_at is not None and draft.due_at <= office.clock.now():
        raise Refused(Refusal.IN_THE_PAST)
    audience = audience_of(draft)
    if audience is None or not head_count(connection, office, audience, with_names=False).expected:
        raise Refused(Refusal.NOBODY)


def _approvers(connection: Connection, office: Office, draft: Draft) -> list[int]:
    holders = people.holders(connection, {Role.APPROVER}, now=office.clock.now())
    approvers = list(dict.fromkeys(member_id for member_id, _ in holders))
    others = [member_id for member_id in approvers if member_id != draft.created_by]
    may_alone = not office.settings.office.second_person_approves and draft.created_by in approvers
    if not others and not may_alone:
        raise Refused(Refusal.NO_APPROVER)
    return others


def _ask(connection: Connection, office: Office, draft: Draft, member_id: int) -> bool:
    return to_member(
        connection,
        office,
        member_id=member_id,
        once_key=f"draft:{draft.id}:r{draft.revision}:m{member_id}:approval",
        purpose=Purpose.APPROVAL,
        urgency=Urgency.IMMEDIATE,
        repeat=Repeat.ONCE,
        subject=draft.id,
        version=draft.revision,
    )


def _called(connection: Connection, member_id: int) -> str:
    member = people.member(connection, member_id)
    return forms.call(member.address_form, member.given_name) if member else ""


async def take_back(caller: Caller, office: Office, *, draft_id: int) -> Changed:
    """Bring a draft that waits (for approval, or for its set time) back to the clerk.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        states = (DraftState.SUBMITTED, DraftState.SCHEDULED)
        draft = demand_draft(connection, draft_id, states=states)
        reopened = change_draft(
            connection,
            office,
            caller,
            draft,
            "taken_back",
            {"state": DraftState.OPEN, "approved_by": None, "approved_at": None, "publish_at": None},
        )
        return changed(reopened)

    return await office.perform(caller, "take back", body, outcome=Changed)


async def discard(caller: Caller, office: Office, *, draft_id: int) -> Changed:
    """Throw an open draft away; history keeps that it was there, its text is emptied.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id)
        gone = change_draft(
            connection,
            office,
            caller,
            draft,
            "discarded",
            {"state": DraftState.DISCARDED, **_EMPTIED},
        )
        remove_all(connection, office, draft.id)
        return changed(gone)

    return await office.perform(caller, "discard", body, outcome=Changed)
