"""Open obligations that are no longer expected of their member, and those that are again."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from bot.organisation.membership.joining_late import fair_due
from bot.texts.exempting import EXEMPT_BECAUSE
from bot.texts.roster import CANDIDATE_BECAUSE
from storage import history
from storage.acknowledgement import letting_off
from storage.acknowledgement.letting_off import Closed
from storage.database import Connection
from storage.delivery import deliveries, renewals
from storage.organisation import exemptions, memberships
from storage.organisation.memberships import ObligationMove, OpenOne
from storage.organisation.people import Member
from storage.states import ExemptFrom, ExemptReason, MemberKind, ObligationState, QuestionState, Reason

# Members in one statement.
_AT_ONCE = 500


def let_off(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member_ids: Sequence[int],
    how: Closed,
    reason: Reason,
) -> int:
    """Close the open obligations of these members and withdraw their questions.

    An obligation that is answered at this very moment stays answered.

    Args:
        connection: an open transaction.
        office: the office.
        caller: who did it.
        member_ids: whose.
        how: EXEMPT or WITHDRAWN, with its words.
        reason: of what is still queued.

    Returns:
        How many closed.
    """
    return sum(
        _let_off(connection, office, caller, member_ids[start : start + _AT_ONCE], how, reason)
        for start in range(0, len(member_ids), _AT_ONCE)
    )


def _let_off(
    connection: Connection,
    office: Office,
    caller: Caller,
    member_ids: Sequence[int],
    how: Closed,
    reason: Reason,
) -> int:
    now = office.clock.now()
    found = memberships.open_of(connection, member_ids)
    numbers = [one.id for one in found]
    letting_off.close_obligations(connection, numbers, how=how, now=now)
    _note(connection, office, caller, found, to=how.state)
    _withdraw_questions(connection, office, caller, member_ids)
    for some in letting_off.batches(numbers):
        deliveries.call_off_cards(connection, some, reason=reason, now=now)
    _renew(connection, office, found)
    return len(found)


def expect_again(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member: Member,
    closed: Collection[Closed],
) -> int:
    """What was closed in one of these ways and is still in force becomes what it would be if asked now.

    A candidate is asked of nothing, who is exempt from everything is let off it; of everybody else it is
    expected, with a fair due date and in their unit of today.

    Returns:
        How many are open again.
    """
    found = letting_off.closed_of(connection, member.id, how=closed)
    now = office.clock.now()
    instead = _closed_all_the_same(connection, member, now=now)
    if instead is not None:
        if instead not in closed:
            letting_off.close_obligations(connection, [one.id for one in found], how=instead, now=now)
            _note(connection, office, caller, found, to=instead.state)
        return 0
    if found:
        _follow_unit(connection, found, unit_id=member.unit_id, now=now)
        letting_off.expect_again(
            connection,
            [one.id for one in found],
            unit_id=member.unit_id,
            fair_due=fair_due(office, at_once=len(found), now=now),
            now=now,
        )
    _note(connection, office, caller, found, to=ObligationState.EXPECTED)
    _renew(connection, office, found)
    return len(found)


def _closed_all_the_same(connection: Connection, member: Member, *, now: datetime) -> Closed | None:
    if member.kind is MemberKind.CANDIDATE:
        return Closed(ObligationState.WITHDRAWN, CANDIDATE_BECAUSE)
    for one in exemptions.in_force(connection, member.id, now=now):
        if one.exempt_from is ExemptFrom.EVERYTHING:
            return exempt_by(one.reason)
    return None


def exempt_by(reason: ExemptReason) -> Closed:
    """How that exemption closes an obligation."""
    return Closed(ObligationState.EXEMPT, EXEMPT_BECAUSE[reason])


def _follow_unit(connection: Connection, found: Sequence[OpenOne], *, unit_id: int, now: datetime) -> None:
    """What was closed when the member moved comes after them now, and its line says so."""
    memberships.move_obligations(
        connection,
        [
            ObligationMove(one.id, one.publication_id, one.member_id, one.unit_id, unit_id, None, now)
            for one in found
            if one.unit_id != unit_id
        ],
    )


def _note(
    connection: Connection, office: Office, caller: Caller, found: Sequence[OpenOne], *, to: ObligationState
) -> None:
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing="obligation",
                thing_id=one.id,
                from_state=one.state,
                to_state=to,
                publication_id=one.publication_id,
                member_id=one.member_id,
                unit_id=one.unit_id,
                version=one.version,
            )
            for one in found
        ),
    )


def _withdraw_questions(
    connection: Connection, office: Office, caller: Caller, member_ids: Collection[int]
) -> None:
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing="question",
                thing_id=one.id,
                from_state=QuestionState.WAITING,
                to_state=QuestionState.WITHDRAWN,
                publication_id=one.publication_id,
                member_id=one.member_id,
                unit_id=one.unit_id,
            )
            for one in letting_off.withdraw_questions(connection, member_ids)
        ),
    )


def _renew(connection: Connection, office: Office, found: Sequence[OpenOne]) -> None:
    machine = office.clock.machine()
    for some in letting_off.batches([one.id for one in found]):
        renewals.cards(connection, obligation_ids=some, now=machine)
    publication_ids = sorted({one.publication_id for one in found})
    renewals.progress(connection, publication_ids=publication_ids, now=machine)
