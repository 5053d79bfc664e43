"""For whom a rule is right now: the head-count, and who cannot be reached."""

from dataclasses import dataclass, replace

from bot.access import Caller, demand, units_with_names
from bot.audience import Audience, AudienceKind
from bot.office import Office
from bot.publication.drafts import audience_of, demand_draft
from bot.publication.forecasting import Need, needs
from bot.texts import drafting as texts
from storage import audiences, organisation
from storage.database import Connection
from storage.states import DraftState, Reason, Role

MOST_NAMES = 50
"""Of those who cannot be reached; the rest is a number."""


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
class HeadCount:
    """Who a rule covers.

    Args:
        audience: its name.
        units: in protocol order, those with anybody in it.
        unreachable: by given name, the first fifty; empty for those who may not see names.
        candidates: how many the rule would cover if they were members; they get invitations only.
        needs: what it would cost the connections whose months are limited.
    """

    audience: str
    expected: int
    reachable: int
    units: tuple[UnitCount, ...]
    unreachable: tuple[Unreachable, ...]
    candidates: int
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
        count = head_count(connection, audience, with_names=units_with_names(caller) is None)
        return replace(count, needs=needs(connection, office, draft))

    return await office.database.read(body)


def head_count(connection: Connection, audience: Audience, *, with_names: bool) -> HeadCount:
    """For whom the rule is now; flat in memory but for fifty names and the units."""
    rule = (audience.kind.value, audience.subject)
    counts = {count.unit_id: count for count in audiences.counts(connection, *rule)}
    units = [unit for unit in organisation.units_in_order(connection) if unit.id in counts]
    names = {unit.id: unit.short_name or unit.name for unit in units}
    people = audiences.unreachable(connection, *rule, limit=MOST_NAMES) if with_names else []
    return HeadCount(
        audience=audience_name(connection, audience),
        expected=sum(count.expected for count in counts.values()),
        reachable=sum(count.reachable for count in counts.values()),
        units=tuple(
            UnitCount(names[unit.id], counts[unit.id].expected, counts[unit.id].reachable) for unit in units
        ),
        unreachable=tuple(Unreachable(one.full_name, names[one.unit_id], one.reason) for one in people),
        candidates=audiences.candidates(connection, *rule),
    )


def audience_name(connection: Connection, audience: Audience) -> str:
    """The rule in words."""
    if audience.kind is AudienceKind.EVERYONE:
        return texts.EVERYONE
    name = audiences.name_of(connection, audience.kind, audience.subject) or ""
    is_unit = audience.kind is AudienceKind.UNIT
    if audiences.is_closed(connection, audience.kind, audience.subject):
        return texts.to_closed_unit(name) if is_unit else texts.to_closed_topic(name)
    return texts.to_unit(name) if is_unit else texts.to_topic(name)
