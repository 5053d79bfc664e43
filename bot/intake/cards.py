"""A source as its admin sees it: what it is, when it was looked at, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.audience import Audience
from bot.publication.audience.recipients import audience_name
from storage.database import Connection
from storage.intake import items
from storage.intake.sources import Source
from storage.states import ItemState, Scope, SourceFault, SourceKind, SourceState


class Health(StrEnum):
    """How a source stands, in one word."""

    NEW = "new"
    """It was never looked at."""
    GOOD = "good"
    FAILING = "failing"
    """The last look brought a fault; `fault` says which."""
    EMPTY = "empty"
    """It answers, but nothing is found on it any more."""
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True)
class SourceCard:
    """One source.

    Args:
        portal: the ready-made selectors by name; empty: its own, or none.
        audience: the rule in words; empty: the clerk chooses.
        every: how often it is looked at.
        found_at: when something was found last.
        since: of a fault, since when it is so.
        counts: how many of its items stand where; those that are none are left out.
    """

    id: int
    name: str
    kind: SourceKind
    state: SourceState
    health: Health
    place: str
    portal: str
    audience: str
    topic_id: int | None
    scope: Scope
    publishes_itself: bool
    every: timedelta
    next_look_at: datetime
    looked_at: datetime | None
    found_at: datetime | None
    fault: SourceFault | None
    fault_detail: str
    since: datetime | None
    counts: Mapping[ItemState, int]


def cards_of(connection: Connection, found: list[Source]) -> tuple[SourceCard, ...]:
    """The cards of these sources."""
    counted = items.counts(connection)
    return tuple(_card(connection, source, counted.get(source.id, {})) for source in found)


def _card(connection: Connection, source: Source, counts: Mapping[ItemState, int]) -> SourceCard:
    audience = None if source.audience is None else Audience.of(source.audience)
    return SourceCard(
        id=source.id,
        name=source.name,
        kind=source.kind,
        state=source.state,
        health=health(source),
        place=source.place,
        portal=str(source.selectors.get("portal", "")),
        audience="" if audience is None else audience_name(connection, audience),
        topic_id=source.topic_id,
        scope=source.scope,
        publishes_itself=source.publishes_itself,
        every=timedelta(minutes=source.every_minutes),
        next_look_at=source.next_look_at,
        looked_at=source.looked_at,
        found_at=source.found_at,
        fault=source.fault,
        fault_detail=source.fault_detail,
        since=source.empty_since or source.failing_since,
        counts=counts,
    )


def health(source: Source) -> Health:
    """How it stands, in one word."""
    match source.state:
        case SourceState.PAUSED:
            return Health.PAUSED
        case SourceState.CLOSED:
            return Health.CLOSED
    if source.looked_at is None:
        return Health.NEW
    if source.fault is None:
        return Health.GOOD
    return Health.EMPTY if source.fault is SourceFault.NOTHING_FOUND else Health.FAILING
