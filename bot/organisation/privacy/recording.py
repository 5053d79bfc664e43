"""A member's answer about the four purposes, and what it switches."""

from collections.abc import Collection, Sequence

from bot.access import Caller, Door
from bot.delivery.consents import needed_for
from bot.history import entry
from bot.office import Office
from bot.organisation.addresses.owed_cards import queue_owed_cards
from bot.organisation.consent import EVERYTHING, goes_abroad, text_version
from storage import history
from storage.acknowledgement import obligations
from storage.database import Connection
from storage.delivery import deliveries, renewals
from storage.history import Entry
from storage.organisation import organisation, people
from storage.organisation.people import Member
from storage.privacy import consents
from storage.states import ConsentPurpose, DeliveryState, Purpose, Reason

_RULE = Caller(member_id=None, door=Door.CLOCK)


def record_answer(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member: Member,
    purposes: Collection[ConsentPurpose],
    address_id: int,
) -> None:
    """Record what the member agrees to, in today's words; what they leave out ends.

    Whoever calls it binds the conversation and sees to the cards that wait.
    """
    agreed = agreed_in_order(purposes)
    end(connection, office, caller, member=member, purposes=EVERYTHING - frozenset(agreed))
    _record(connection, office, caller, member, agreed, address_id=address_id)


def give(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member: Member,
    purposes: Collection[ConsentPurpose],
    address_id: int,
) -> None:
    """Record that the member agrees to these purposes too; what they agreed to before stays.

    With the notices the member leaves the paper list, and the cards that wait for them follow.
    """
    given = agreed_in_order(purposes)
    _record(connection, office, caller, member, given, address_id=address_id)
    if ConsentPurpose.NOTICES in given:
        if member.on_paper:
            put_on_paper(connection, office, member, on_paper=False)
        queue_owed_cards(connection, office, member_id=member.id, address_id=address_id)
    if ConsentPurpose.ACKNOWLEDGEMENT in given:
        _renew_cards(connection, office, member)


def end(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member: Member,
    purposes: Collection[ConsentPurpose],
) -> frozenset[ConsentPurpose]:
    """End these consents, and at once whatever they allowed: what is queued for them is not sent.

    Without the notices word comes on paper.

    Returns:
        Those that were in force.
    """
    now = office.clock.now()
    ended = consents.end_consents(connection, member_id=member.id, purposes=purposes, now=now)
    gone = frozenset(ConsentPurpose(one.purpose) for one in ended)
    _note(connection, office, caller, member, agreed_in_order(gone), was="given", to="withdrawn")
    _call_off(connection, office, member, gone)
    if ConsentPurpose.NOTICES in gone and not member.on_paper:
        put_on_paper(connection, office, member, on_paper=True)
    if ConsentPurpose.ACKNOWLEDGEMENT in gone:
        _renew_cards(connection, office, member)
    return gone


def turn_to_paper(connection: Connection, office: Office, caller: Caller, *, member: Member) -> None:
    """Word comes on paper from now on, as the member wished of whoever calls; what is queued is not sent.

    They come back as after a withdrawal: by agreeing to the notices again, or by an invitation.
    """
    end(connection, office, caller, member=member, purposes={ConsentPurpose.NOTICES})
    # Of some who joined before anybody was asked there is no consent to end.
    _call_off(connection, office, member, {ConsentPurpose.NOTICES})
    on_paper = people.member(connection, member.id)
    if on_paper is not None and not on_paper.on_paper:
        put_on_paper(connection, office, member, on_paper=True)


def put_on_paper(connection: Connection, office: Office, member: Member, *, on_paper: bool) -> None:
    """Let word reach the member on paper, or in their conversations again; history does not tell why."""
    organisation.set_on_paper(connection, member.id, on_paper=on_paper)
    was, to = ("reached", "on_paper") if on_paper else ("on_paper", "reached")
    # A rule did it, not the member: the secretary who reads this line does not see why, nor who.
    line = entry(
        _RULE,
        office,
        thing="member",
        thing_id=member.id,
        from_state=was,
        to_state=to,
        member_id=member.id,
        unit_id=member.unit_id,
    )
    history.append(connection, line)


def agreed_in_order(purposes: Collection[ConsentPurpose]) -> list[ConsentPurpose]:
    """The purposes in the order in which the words number them."""
    return [one for one in ConsentPurpose if one in purposes]


def _record(
    connection: Connection,
    office: Office,
    caller: Caller,
    member: Member,
    purposes: Sequence[ConsentPurpose],
    *,
    address_id: int,
) -> None:
    now = office.clock.now()
    # The earlier answer was to other words or from elsewhere: one answer a purpose is in force.
    consents.end_consents(connection, member_id=member.id, purposes=purposes, now=now)
    consents.record_consents(
        connection,
        member_id=member.id,
        purposes=[one.value for one in purposes],
        text_version=text_version(member.kind, abroad=goes_abroad(office)),
        address_id=address_id,
        now=now,
    )
    _note(connection, office, caller, member, purposes, was="", to="given")


def _call_off(
    connection: Connection, office: Office, member: Member, gone: Collection[ConsentPurpose]
) -> None:
    deliveries.call_off(
        connection,
        reason=Reason.NO_CONSENT,
        now=office.clock.now(),
        member_id=member.id,
        purposes=[one for one in Purpose if needed_for(one) in gone],
        state=DeliveryState.SKIPPED,
    )


def _renew_cards(connection: Connection, office: Office, member: Member) -> None:
    """The cards that stand get their "Đã nắm", or lose it."""
    for one in obligations.open_ones(connection, member_id=member.id):
        renewals.card(
            connection,
            publication_id=one.publication_id,
            member_id=member.id,
            now=office.clock.machine(),
        )


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    member: Member,
    purposes: Sequence[ConsentPurpose],
    *,
    was: str,
    to: str,
) -> None:
    # Without the unit: who leads it does not find in its history what somebody agreed to.
    lines: list[Entry] = [
        entry(
            caller,
            office,
            thing="consent",
            thing_id=member.id,
            from_state=was,
            to_state=to,
            member_id=member.id,
            detail=purpose,
        )
        for purpose in purposes
    ]
    history.append(connection, *lines)
