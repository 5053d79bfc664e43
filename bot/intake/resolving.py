"""What an admin said of a source, as a row holds it: names and words looked up."""

from datetime import timedelta
from typing import Any

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.intake.describing import Flaw, NewSource, audience_in, flawed
from bot.office import Office
from bot.publication.audience.choosing import demand_audience_exists
from bot.reading import fold
from storage.database import Connection
from storage.organisation import organisation, topics
from storage.states import SourceKind

_MINUTE = timedelta(minutes=1)


def values_of(connection: Connection, office: Office, told: NewSource) -> dict[str, Any]:
    """The columns that an admin says.

    Raises:
        Refused: SOURCE_FLAW; NOT_FOUND (audience, topic).
    """
    if told.kind is SourceKind.FOLDER and office.settings.sources.folder is None:
        raise flawed(Flaw.OUTSIDE)
    if told.topic_id is not None and topics.topic(connection, told.topic_id) is None:
        raise Refused(Refusal.NOT_FOUND)
    audience = resolved_audience(connection, office, told)
    every = told.every or office.settings.sources.every
    return {
        "name": told.name,
        "kind": told.kind,
        "place": told.place,
        "selectors": dict(told.selectors),
        "audience": None if audience is None else audience.stored(),
        "topic_id": told.topic_id,
        "scope": told.scope,
        "every_minutes": max(1, every // _MINUTE),
    }


def resolved_audience(connection: Connection, office: Office, new: NewSource) -> Audience | None:
    """The audience that was said, as a rule or in words.

    Raises:
        Refused: SOURCE_FLAW, NOT_FOUND.
    """
    named = audience_in(new.audience_words)
    if named is None:
        if new.audience is not None:
            demand_audience_exists(connection, new.audience)
        return new.audience
    kind, name = named
    if kind is AudienceKind.EVERYONE:
        return Audience(kind)
    offered: list[tuple[int, tuple[str, ...]]]
    if kind is AudienceKind.UNIT:
        today = office.clock.now().astimezone(office.zone).date()
        units = organisation.units_in_order(connection, on=today)
        offered = [(one.id, (one.name, one.short_name, str(one.id))) for one in units]
    else:
        offered = [(one.id, (one.name, str(one.id))) for one in topics.in_order(connection)]
    match [number for number, names in offered if fold(name) in map(fold, names)]:
        case [one]:
            return Audience(kind, one)
    raise flawed(Flaw.AUDIENCE)
