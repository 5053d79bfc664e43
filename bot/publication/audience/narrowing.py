"""The clerk chooses for whom, step by step: units, a topic, kinds of member, roles.

What was narrowed stays when the units or the topic change, so that nobody types a list of names twice.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from bot.access import Caller, demand, units_with_names
from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.audience.choosing import demand_audience_exists
from bot.publication.audience.recipients import HeadCount, head_count
from bot.publication.draft.drafts import Changed, audience_of, change_draft, changed, demand_draft
from storage.database import Connection
from storage.organisation import organisation
from storage.organisation.organisation import Unit
from storage.publication.drafts import Draft
from storage.states import MemberKind, Role

WHOEVER = Audience(AudienceKind.EVERYONE)
PARTY = frozenset({MemberKind.OFFICIAL, MemberKind.PROBATIONARY})
MOST_UNITS = 200
Narrow = Callable[[Connection, Audience | None], Audience | None]


@dataclass(frozen=True)
class Chosen:
    """For whom a draft is.

    Args:
        audience: the rule; None while nobody has chosen.
        count: who that is now.
    """

    draft_id: int
    revision: int
    audience: Audience | None
    count: HeadCount | None

    @property
    def rule(self) -> Audience:
        """The rule that the next step starts from."""
        return self.audience or WHOEVER


async def chosen(caller: Caller, office: Office, *, draft_id: int, revision: int | None = None) -> Chosen:
    """For whom the open draft is now, and how many these are.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, AUDIENCE_STAYS.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Chosen:
        draft = demand_draft(connection, draft_id, revision=revision)
        refuse_correction(draft)
        audience = audience_of(draft)
        sees_names = units_with_names(caller) is None
        count = head_count(connection, office, audience, with_names=sees_names) if audience else None
        return Chosen(draft.id, draft.revision, audience, count)

    return await office.database.read(body)


def refuse_correction(draft: Draft) -> None:
    """Refuse to choose for a draft that corrects what has gone out: these people stay those people.

    Raises:
        Refused: AUDIENCE_STAYS.
    """
    if draft.corrects_id is not None:
        raise Refused(Refusal.AUDIENCE_STAYS)


async def choose_everyone(caller: Caller, office: Office, *, draft_id: int, party_only: bool) -> Changed:
    """To the whole organisation, or to all Party members: union members belong to the organisation, too.

    Raises:
        Refused: as for every change here: NOT_ALLOWED, NOT_FOUND, GONE_ON, AUDIENCE_STAYS.
    """

    def narrow(connection: Connection, before: Audience | None) -> Audience:
        without = before.without if before else frozenset()
        return Audience(AudienceKind.EVERYONE, members=PARTY if party_only else frozenset(), without=without)

    return await narrow_draft(caller, office, draft_id=draft_id, narrow=narrow)


async def choose_topic(caller: Caller, office: Office, *, draft_id: int, topic_id: int) -> Changed:
    """To those who take a topic, narrowed as before."""

    def narrow(connection: Connection, before: Audience | None) -> Audience:
        return replace(before or WHOEVER, kind=AudienceKind.TOPIC, subject=topic_id, also=frozenset())

    return await narrow_draft(caller, office, draft_id=draft_id, narrow=narrow)


async def choose_unit(caller: Caller, office: Office, *, draft_id: int, unit_id: int) -> Changed:
    """To this unit with all below it and to no other, narrowed as before."""

    def narrow(connection: Connection, before: Audience | None) -> Audience:
        return _of_units(before or WHOEVER, [unit_id])

    return await narrow_draft(caller, office, draft_id=draft_id, narrow=narrow)


async def tick_unit(caller: Caller, office: Office, *, draft_id: int, unit_id: int, is_on: bool) -> Changed:
    """Add the unit, with all below it, to those that are chosen, or take it away.

    What hangs under a chosen unit is chosen with it: ticking the upper one drops the ticks below it, and
    ticking one below it changes nothing. When the last one goes, nobody is chosen.
    """

    def narrow(connection: Connection, before: Audience | None) -> Audience | None:
        chosen_ones = list(before.unit_ids) if before else []
        if not is_on:
            left = [one for one in chosen_ones if one != unit_id]
            if left == chosen_ones:
                return before
            return _of_units(before or WHOEVER, left) if left else None
        parents = {one.id: one.parent_id for one in _open_units(connection, office)}
        if not _above(unit_id, parents).isdisjoint(chosen_ones):
            return before
        beside = [one for one in chosen_ones if unit_id not in {one, *_above(one, parents)}]
        if len(beside) >= MOST_UNITS:
            raise Refused(Refusal.NOT_FOUND)
        return _of_units(before or WHOEVER, [*beside, unit_id])

    return await narrow_draft(caller, office, draft_id=draft_id, narrow=narrow)


async def set_kinds(
    caller: Caller, office: Office, *, draft_id: int, kinds: Collection[MemberKind]
) -> Changed:
    """Only these kinds of member; none named: all of them."""

    def narrow(connection: Connection, before: Audience | None) -> Audience:
        return replace(before or WHOEVER, members=frozenset(kinds))

    return await narrow_draft(caller, office, draft_id=draft_id, narrow=narrow)


async def set_roles(caller: Caller, office: Office, *, draft_id: int, roles: Collection[Role]) -> Changed:
    """Only who holds one of these roles; none named: whoever."""

    def narrow(connection: Connection, before: Audience | None) -> Audience:
        return replace(before or WHOEVER, roles=frozenset(roles))

    return await narrow_draft(caller, office, draft_id=draft_id, narrow=narrow)


async def narrow_draft(
    caller: Caller, office: Office, *, draft_id: int, narrow: Narrow, detail: str = "audience"
) -> Changed:
    """Give the open draft the rule that `narrow` makes of the one it has; the same one changes nothing.

    It names no revision: these are choices, not toggles, and come to the same when pressed late or twice.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id)
        refuse_correction(draft)
        before = audience_of(draft)
        after = narrow(connection, before)
        if after == before:
            return changed(draft)
        if after is not None:
            demand_audience_exists(connection, after)
        values = {"audience": after.stored() if after else None}
        return changed(change_draft(connection, office, caller, draft, detail, values))

    return await office.perform(caller, "choose", body, outcome=Changed)


def _of_units(rule: Audience, unit_ids: list[int]) -> Audience:
    first, *others = sorted(unit_ids)
    return replace(rule, kind=AudienceKind.UNIT, subject=first, also=frozenset(others))


@dataclass(frozen=True)
class OfferedUnit:
    """A unit to tick.

    Args:
        depth: how far below the top it stands.
        is_included: a unit above it is chosen.
    """

    id: int
    name: str
    depth: int
    is_chosen: bool
    is_included: bool


async def offered_units(caller: Caller, office: Office, *, rule: Audience) -> tuple[OfferedUnit, ...]:
    """The open units in protocol order, those of the rule ticked.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> tuple[OfferedUnit, ...]:
        units = _open_units(connection, office)
        parents = {one.id: one.parent_id for one in units}
        ticked = set(rule.unit_ids)
        return tuple(
            OfferedUnit(
                one.id,
                one.name,
                len(_above(one.id, parents)),
                one.id in ticked,
                not ticked.isdisjoint(_above(one.id, parents)),
            )
            for one in units
        )

    return await office.database.read(body)


def _open_units(connection: Connection, office: Office) -> list[Unit]:
    today = office.clock.now().astimezone(office.zone).date()
    return organisation.units_in_order(connection, on=today)


def _above(unit_id: int, parents: dict[int, int | None]) -> set[int]:
    found: set[int] = set()
    at = parents.get(unit_id)
    # A circle among units, however it came to be, ends.
    while at is not None and at in parents and at not in found:
        found.add(at)
        at = parents[at]
    return found
