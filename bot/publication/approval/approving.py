"""The approver says yes, now or at a set time, or sends the draft back."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, demand, demand_member
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval.news import tell_the_drafter
from bot.publication.approval.numbering import refuse_same_number
from bot.publication.approval.submitting import refuse_unfit
from bot.publication.approval.urgency import demand_urgency
from bot.publication.audience.forecasting import shortages
from bot.publication.draft.correcting import MOST_LETTERS
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.draft.typed import typed_moment
from bot.publication.publishing import publish
from storage.database import Connection
from storage.publication.drafts import Draft
from storage.states import DraftState, Role, Urgency


@dataclass(frozen=True)
class Approved:
    """What came of an approval.

    Args:
        publication_id: None while it waits for its set time, or for the second confirmation.
        publish_at: the set time.
        goes_out_at: when the sending hours let the cards go, if that is later than its publication.
        asks_again: hỏa tốc: nothing was done, the approver has to confirm once more.
        shortages: what some get another way or later for, in words.
    """

    draft_id: int
    publication_id: int | None = None
    publish_at: datetime | None = None
    goes_out_at: datetime | None = None
    asks_again: bool = False
    shortages: tuple[str, ...] = ()


async def approve_now(
    caller: Caller, office: Office, *, draft_id: int, revision: int, confirmed: bool = False
) -> Approved:
    """Approve the draft and publish it in the same transaction.

    Hỏa tốc needs the second confirmation, `confirmed` (design.md section 6).

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, SAME_PERSON, URGENCY_OF_OTHERS, SAME_NUMBER; and all that
            `refuse_unfit` raises.
    """
    approver = _demand_approver(caller)

    def body(connection: Connection) -> Approved:
        draft = _demand_submitted(connection, office, caller, draft_id, revision)
        short = shortages(connection, office, draft)
        if draft.urgency is Urgency.IMMEDIATE and not confirmed:
            return Approved(draft.id, asks_again=True, shortages=short)
        publication_id = publish(connection, office, caller, draft, approved_by=approver)
        opening = _later_opening(office, draft, office.clock.now())
        return Approved(draft.id, publication_id, goes_out_at=opening, shortages=short)

    return await office.perform(caller, "approve now", body, outcome=Approved)


async def approve_at(caller: Caller, office: Office, *, draft_id: int, revision: int, typed: str) -> Approved:
    """Approve the draft for a set time, `typed` with day before month: "17:00 27/11/2026".

    Raises:
        Refused: as `approve_now`; NOT_A_DATE, IN_THE_PAST; `DueTooSoon`, when it would be due by then.
    """
    approver = _demand_approver(caller)
    now = office.clock.now()
    publish_at = typed_moment(typed, now=now, zone=office.zone, without_hour=None)

    def body(connection: Connection) -> Approved:
        draft = _demand_submitted(connection, office, caller, draft_id, revision)
        if draft.due_at is not None and draft.due_at <= publish_at:
            raise DueTooSoon
        scheduled = change_draft(
            connection,
            office,
            caller,
            draft,
            "approved",
            {
                "state": DraftState.SCHEDULED,
                "approved_by": approver,
                "approved_at": now,
                "publish_at": publish_at,
            },
        )
        tell_the_drafter(connection, office, caller, scheduled)
        opening = _later_opening(office, draft, publish_at)
        short = shortages(connection, office, draft)
        return Approved(draft.id, publish_at=publish_at, goes_out_at=opening, shortages=short)

    return await office.perform(caller, "approve at", body, outcome=Approved)


async def demand_waiting(caller: Caller, office: Office, *, draft_id: int, revision: int) -> None:
    """Refuse before anything is typed, if the caller could not decide upon the draft any more.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    _demand_approver(caller)

    def body(connection: Connection) -> None:
        demand_draft(connection, draft_id, states=(DraftState.SUBMITTED,), revision=revision)

    await office.database.read(body)


class DueTooSoon(Refused):
    """It would be due before it goes out."""

    def __init__(self) -> None:
        super().__init__(Refusal.IN_THE_PAST)


async def return_draft(caller: Caller, office: Office, *, draft_id: int, revision: int, note: str) -> Changed:
    """Send the draft back to its drafter with what has to be mended.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, EMPTY, TOO_LONG.
    """
    _demand_approver(caller)
    words = note.strip()
    if not words:
        raise Refused(Refusal.EMPTY)
    if len(words) > MOST_LETTERS:
        raise Refused(Refusal.TOO_LONG, limit=str(MOST_LETTERS))

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, states=(DraftState.SUBMITTED,), revision=revision)
        returned = change_draft(
            connection,
            office,
            caller,
            draft,
            "returned",
            {"state": DraftState.OPEN, "return_note": words},
        )
        tell_the_drafter(connection, office, caller, returned)
        return changed(returned)

    return await office.perform(caller, "return", body, outcome=Changed)


def _demand_approver(caller: Caller) -> int:
    # A publication names who issued it: the command line stands for nobody.
    demand(caller, {Role.APPROVER})
    return demand_member(caller)


def _demand_submitted(
    connection: Connection, office: Office, caller: Caller, draft_id: int, revision: int
) -> Draft:
    draft = demand_draft(connection, draft_id, states=(DraftState.SUBMITTED,), revision=revision)
    if is_own(office, caller, draft):
        raise Refused(Refusal.SAME_PERSON)
    demand_urgency(caller, office, draft.urgency)
    refuse_unfit(connection, office, draft)
    refuse_same_number(connection, draft, is_another=True)
    return draft


def is_own(office: Office, caller: Caller, draft: Draft) -> bool:
    """Whether the office wants a second person and the caller drafted it (or a delegate acts for them)."""
    people = {caller.member_id, caller.on_behalf_of} - {None}
    return office.settings.office.second_person_approves and draft.created_by in people


def _later_opening(office: Office, draft: Draft, moment: datetime) -> datetime | None:
    opening = office.calendar.next_opening(moment, draft.urgency)
    return opening if opening > moment else None
