"""For whom a rule is right now: the head-count, and who cannot be reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.access import Caller, demand, units_with_names
from bot.audience import Audience, AudienceKind
from bot.office import Office
from bot.publication.audience.forecasting import Need, needs
from bot.publication.draft.drafts import audience_of, demand_draft
from bot.texts import audiences as texts
from bot.texts import drafting as drafting_texts
from storage.audience import audiences, exclusions
from storage.database import Connection
from storage.organisation import organisation
from storage.states import DraftState, MemberKind, Reason, Role

MOST_NAMES = 50
"""Of those who cannot be reached; the rest is a number."""
MOST_LEFT_OUT = 20
"""Of those who are left out by name, in one line; the rest is a number."""


@dataclass(frozen=True)
class UnitCount:
    """One unit's share."""

    unit: str
    expected: int
    reachable: int


@dataclass(frozen=True)
class Unreachable:
    """Somebody to whom nothing can be sent.

    Args:
        reason: NO_CONSENT stands for "on paper", and is shown as that: leaders do not see why.
    """

    name: str
    unit: str
    reason: Reason


@dataclass(frozen=True)
class LeftOut:
    """Somebody whom the rule leaves out by name."""

    member_id: int
    name: str
    unit: str


@dataclass(frozen=True)
class HeadCount:
    """Who a rule covers.

    Args:
        audience: the rule in words.
        units: in protocol order, those with anybody in it.
        unreachable: by given name, the first fifty; empty for those who may not see names.
        candidates: how many the rule would cover if they were members; they get invitations only.
        kinds: how many of each kind of member.
        without: how many the rule leaves out by name.
        left_out: them, by given name; empty for those who may not see names.
        needs: what it would cost the connections whose months are limited.
    """

    audience: str
    expected: int
    reachable: int
    units: tuple[UnitCount, ...]
    unreachable: tuple[Unreachable, ...]
    candidates: int
    kinds: Mapping[MemberKind, int] = field(default_factory=dict)
    without: int = 0
    left_out: tuple[LeftOut, ...] = ()
    needs: tuple[Need, ...] = ()


async def recipients(caller: Caller, office: Office, *, draft_id: int) -> HeadCount | None:
    """For whom the draft is now; None while nobody has chosen. Names are for those who may see them.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, {Role.CLERK, Role.APPROVER})

    def body(connection: Connection) -> HeadCount | None:
        draft = demand_draft(connection, draft_id, states=tuple(DraftState))
        audience = audience_of(draft)
        if audience is None:
            return None
        count = head_count(connection, office, audience, with_names=units_with_names(caller) is None)
        return replace(count, needs=needs(connection, office, draft))

    return await office.database.read(body)


def head_count(connection: Connection, office: Office, audience: Audience, *, with_names: bool) -> HeadCount:
    """For whom the rule is now; flat in memory but for fifty names and the units."""
    now = office.clock.now()
    counts = {count.unit_id: count for count in audiences.counts(connection, audience, now=now)}
    units = [unit for unit in organisation.units_in_order(connection) if unit.id in counts]
    names = {unit.id: unit.short_name or unit.name for unit in units}
    people = audiences.unreachable(connection, audience, now=now, limit=MOST_NAMES) if with_names else []
    return HeadCount(
        audience=audience_name(connection, audience),
        expected=sum(count.expected for count in counts.values()),
        reachable=sum(count.reachable for count in counts.values()),
        units=tuple(
            UnitCount(names[unit.id], counts[unit.id].expected, counts[unit.id].reachable) for unit in units
        ),
        unreachable=tuple(Unreachable(one.full_name, names[one.unit_id], one.reason) for one in people),
        candidates=audiences.candidates(connection, audience, now=now),
        kinds=audiences.kinds(connection, audience, now=now),
        without=len(audience.without),
        left_out=left_out(connection, audience) if with_names else (),
    )


def left_out(connection: Connection, audience: Audience) -> tuple[LeftOut, ...]:
    """Those whom the rule leaves out by name, by given name."""
    found = exclusions.left_out(connection, audience)
    return tuple(LeftOut(one.member_id, one.full_name, one.unit_name) for one in found)


def audience_name(connection: Connection, audience: Audience) -> str:
    """The rule in words; who is left out by name is a number."""
    return texts.narrowed(
        _base_name(connection, audience),
        only_=texts.only(audience.members, audience.roles),
        without=len(audience.without),
    )


def _base_name(connection: Connection, audience: Audience) -> str:
    if audience.kind is AudienceKind.EVERYONE:
        return texts.EVERYONE
    names = list(audiences.names_of(connection, audience).values())
    is_closed = bool(audiences.closed_ones(connection, audience))
    if audience.kind is AudienceKind.TOPIC:
        words = texts.to_topic(", ".join(names))
        return texts.closed_topic(words) if is_closed else words
    below = audiences.are_above_others(connection, audience.unit_ids)
    words = texts.to_units(names, have_others_below=below)
    return texts.closed_unit(words) if is_closed else words


def audience_lines(connection: Connection, office: Office, audience: Audience) -> list[str]:
    """The rule in words, and how many it covers now."""
    counts = audiences.counts(connection, audience, now=office.clock.now())
    expected, reachable = sum(one.expected for one in counts), sum(one.reachable for one in counts)
    name = drafting_texts.audience_line(audience_name(connection, audience))
    return [name, drafting_texts.head_count(expected, reachable)]


def count_lines(count: HeadCount) -> list[str]:
    """How many a rule covers, in words: whoever chooses it or approves it reads these after each step."""
    lines = [drafting_texts.head_count(count.expected, count.reachable)]
    if len(count.kinds) > 1:
        lines.append(texts.of_kinds(count.kinds))
    if count.left_out:
        names = [texts.somebody(one.name, one.unit) for one in count.left_out[:MOST_LEFT_OUT]]
        lines.append(texts.left_out(names, more=count.without - len(names)))
    if count.candidates:
        lines.append(drafting_texts.candidates(count.candidates))
    return lines if count.expected else [*lines, texts.NOBODY]
