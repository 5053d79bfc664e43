"""Giving a role and ending it, each with its line of history; the person is told."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.joining import makers
from bot.organisation.membership.role_audiences import ask_holders
from bot.organisation.rights import guarding, telling
from bot.organisation.rights.proposals import Proposal
from bot.organisation.rights.terms import Span, day_ends, last_day, span_of
from storage import history
from storage.database import Connection
from storage.organisation import grants
from storage.organisation.grants import RoleGrant
from storage.publication import publications
from storage.states import Role

THING = "role_grant"


@dataclass(frozen=True)
class Given:
    """A role that is held now, or from a day to come.

    Args:
        unchanged: it was held for all that time before.
        told: whether the person has an address to which word goes.
    """

    grant_id: int
    member_id: int
    unchanged: bool
    told: bool


@dataclass(frozen=True)
class Ended:
    """A role that is over, or will be.

    Args:
        unchanged: it would have been over by then anyway.
        told: as in `Given`.
        role: which.
    """

    member_id: int
    unchanged: bool
    told: bool
    role: Role | None = None


async def give(caller: Caller, office: Office, *, proposal: Proposal) -> Given:
    """Give the role; equal grants that overlap or follow one another become one.

    Codes that a leader of the unit had made for the person end: whoever holds one would act with the role.
    What is in force for who holds such a role is asked of them; a role of a day to come does so on that day.

    Raises:
        Refused: NOT_ALLOWED, OWN_ROLE, NOT_FOUND, IN_THE_PAST, ENDS_FIRST.
    """
    guarding.demand_giver(caller, member_id=proposal.member_id)

    def body(connection: Connection) -> Given:
        member = guarding.demand_member_here(connection, proposal.member_id)
        guarding.demand_unit(connection, office, proposal)
        # Before any row is held: who moves members holds this first, too.
        publications.one_at_a_time(connection)
        grants.hold_member(connection, proposal.member_id)
        wanted = span_of(office, proposal.term)
        grant_id, changed = _merge(connection, office, caller, proposal, wanted)
        makers.revoke_of_leaders(connection, office, caller, member=member)
        if changed:
            ask_holders(connection, office, caller, member_ids=[proposal.member_id])
        told = changed and telling.tell(
            connection, office, grant_id=grant_id, member_id=proposal.member_id, news=telling.News.GIVEN
        )
        return Given(grant_id, proposal.member_id, unchanged=not changed, told=told)

    return await office.perform(caller, "give role", body, outcome=Given)


def _merge(
    connection: Connection, office: Office, caller: Caller, proposal: Proposal, wanted: Span
) -> tuple[int, bool]:
    """The grant that holds now, and whether anything changed."""
    equal = grants.equal_ones(
        connection, member_id=proposal.member_id, role=proposal.role, unit_id=proposal.unit_id
    )
    touching = [one for one in equal if _span(one).touches(wanted)]
    if not touching:
        return _add(connection, office, caller, proposal, wanted), True
    whole = wanted
    for one in touching:
        whole = whole.joined(_span(one))
    first, *others = touching
    for other in others:
        grants.remove(connection, other.id)
        _note(connection, office, caller, other, "held", "merged", _span(other))
    if whole == _span(first):
        return first.id, bool(others)
    grants.set_term(connection, first.id, from_at=whole.from_at, until_at=whole.until_at)
    _note(connection, office, caller, first, "held", "extended", whole)
    return first.id, True


def _add(connection: Connection, office: Office, caller: Caller, proposal: Proposal, wanted: Span) -> int:
    grant_id = grants.add(
        connection,
        member_id=proposal.member_id,
        role=proposal.role,
        unit_id=proposal.unit_id,
        from_at=wanted.from_at,
        until_at=wanted.until_at,
        granted_by=caller.member_id,
    )
    made = grants.find(connection, grant_id)
    if made is None:
        raise Refused(Refusal.NOT_FOUND)
    _note(connection, office, caller, made, "", "granted", wanted)
    return grant_id


async def end(caller: Caller, office: Office, *, grant_id: int, last_on: date | None = None) -> Ended:
    """End the role now, or when that day is over; one that never began is called off.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON when it is over, IN_THE_PAST, LAST_ADMIN.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> Ended:
        found = _demand_running(connection, office, grant_id)
        grants.hold_member(connection, found.member_id)
        until_at = _end_of(office, last_on)
        if found.until_at is not None and found.until_at <= until_at:
            return Ended(found.member_id, unchanged=True, told=False, role=found.role)
        freed = Span(max(until_at, found.from_at), found.until_at)
        guarding.demand_admin_remains(connection, office, ending=found, freed=freed)
        close(connection, office, caller, found, until_at=until_at)
        told = telling.tell(
            connection, office, grant_id=found.id, member_id=found.member_id, news=telling.News.ENDED
        )
        return Ended(found.member_id, unchanged=False, told=told, role=found.role)

    return await office.perform(caller, "end role", body, outcome=Ended)


def close(
    connection: Connection, office: Office, caller: Caller, found: RoleGrant, *, until_at: datetime
) -> None:
    """Let the grant end then, within a transaction that is open already, after the caller was asked."""
    if until_at <= found.from_at:
        # Its row stays, empty and over: what was told about it can still be looked up.
        over_at = min(until_at, office.clock.now())
        grants.set_term(connection, found.id, from_at=over_at, until_at=over_at)
        _note(connection, office, caller, found, "held", "called_off", _span(found))
        return
    grants.end(connection, found.id, until_at=until_at)
    _note(connection, office, caller, found, "held", "ended", Span(found.from_at, until_at))


def _demand_running(connection: Connection, office: Office, grant_id: int) -> RoleGrant:
    found = grants.find(connection, grant_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    guarding.demand_member_here(connection, found.member_id)
    if found.until_at is not None and found.until_at <= office.clock.now():
        raise Refused(Refusal.GONE_ON)
    return found


def _end_of(office: Office, last_on: date | None) -> datetime:
    now = office.clock.now()
    until_at = now if last_on is None else day_ends(office.zone, last_on)
    if until_at < now:
        raise Refused(Refusal.IN_THE_PAST)
    return until_at


def _span(grant: RoleGrant) -> Span:
    return Span(grant.from_at, grant.until_at)


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    grant: RoleGrant,
    before: str,
    after: str,
    span: Span,
) -> None:
    history.append(
        connection,
        entry(
            caller,
            office,
            thing=THING,
            thing_id=grant.id,
            from_state=before,
            to_state=after,
            member_id=grant.member_id,
            unit_id=grant.unit_id,
            detail=_detail(office, grant.role, span),
        ),
    )


def _detail(office: Office, role: Role, span: Span) -> str:
    """The role, and the days where they are not simply from now on: "secretary 2026-12-01.."."""
    now = office.clock.now()
    first = span.from_at.astimezone(office.zone).date().isoformat() if span.from_at > now else ""
    last = "" if span.until_at is None or span.until_at <= now else str(last_day(span.until_at, office.zone))
    return f"{role} {first}..{last}" if first or last else str(role)
