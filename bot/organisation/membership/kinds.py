"""How a person belongs decides of what they are asked: a candidate of nothing but to come.

Who changes from one kind of member to another keeps what was asked of them, and is asked of what is only for
their new kind.
"""

from collections.abc import Mapping

from bot.access import Caller
from bot.office import Office
from bot.organisation.addresses.owed_cards import queue_owed_cards
from bot.organisation.membership.joining_late import ask_late
from bot.organisation.membership.letting_off import expect_again, let_off
from bot.texts.roster import CANDIDATE_BECAUSE
from storage.acknowledgement.letting_off import Closed
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.states import Lane, MemberKind, ObligationState, Reason

_CANDIDATE = Closed(ObligationState.WITHDRAWN, CANDIDATE_BECAUSE)


def settle_kinds(
    connection: Connection, office: Office, caller: Caller, *, was: Mapping[int, MemberKind]
) -> None:
    """Do what follows for those whose kind has changed.

    Args:
        connection: the transaction in which the kinds were changed.
        office: the office.
        caller: who did it.
        was: of each member whose kind was changed, the kind before.
    """
    found = [one for member_id in was if (one := people.member(connection, member_id)) is not None]
    changed = [one for one in found if one.kind is not was[one.id]]
    became = [one.id for one in changed if one.kind is MemberKind.CANDIDATE]
    if became:
        let_off(connection, office, caller, member_ids=became, how=_CANDIDATE, reason=Reason.CHANGED)
    admitted = [one for one in changed if was[one.id] is MemberKind.CANDIDATE]
    for member in admitted:
        expect_again(connection, office, caller, member=member, closed=[_CANDIDATE])
    numbers = [one.id for one in admitted]
    ask_late(connection, office, caller, member_ids=numbers, now=office.clock.now())
    others = [one.id for one in changed if one not in admitted and one.id not in became]
    ask_late(
        connection,
        office,
        caller,
        member_ids=others,
        now=office.clock.now(),
        by=lambda rule: bool(rule.members),
    )
    for member in admitted:
        _send_called_off(connection, office, member)


def _send_called_off(connection: Connection, office: Office, member: Member) -> None:
    address_id = people.first_address(connection, member.id)
    if address_id is not None and not member.on_paper:
        queue_owed_cards(connection, office, member_id=member.id, address_id=address_id, lane=Lane.BROADCAST)
