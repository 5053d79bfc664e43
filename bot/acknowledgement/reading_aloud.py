"""Reading aloud to a member without a phone: recorded with when, where and before whom, and counted apart."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.access import LEADERS_OF_A_UNIT, Caller, demand
from bot.acknowledgement.changing import CLOSED, change, demand_obligation
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.reading.moments import parse_span
from bot.texts import people as forms
from storage.acknowledgement import obligations, reports
from storage.database import Connection
from storage.organisation import people
from storage.publication import publications, versions
from storage.states import ObligationState, PublicationState

_SEPARATOR = re.compile(r"\s*[,;\n]\s*")
_OPEN = frozenset({ObligationState.EXPECTED, ObligationState.QUESTION})
_MOST_PARTS_OF_A_MOMENT = 3
_LONGEST = 200
_LISTED, _LOOKED_AT = 8, 50


@dataclass(frozen=True)
class Told:
    """What the secretary wrote about a reading aloud."""

    at: datetime
    place: str
    witness: str


@dataclass(frozen=True)
class Listener:
    """A member to whom a publication could be read."""

    member_id: int
    full_name: str


@dataclass(frozen=True)
class Unread:
    """A publication that somebody of the caller's units has not answered.

    Args:
        outstanding: how many.
    """

    publication_id: int
    number: str
    title: str
    outstanding: int


@dataclass(frozen=True)
class Readable:
    """A publication, and to whom of the caller's units it could still be read."""

    publication_id: int
    number: str
    title: str
    listeners: tuple[Listener, ...]


@dataclass(frozen=True)
class ReadAloud:
    """A reading aloud that stands in the record."""

    publication_id: int
    number: str
    title: str
    called: str
    at: datetime
    place: str
    witness: str


def understand(text: str, *, now: datetime, zone: ZoneInfo) -> Told | None:
    """What the secretary wrote: moment, place, witness, between commas or on lines; None: not clear.

    Args:
        text: as typed; day and hour of the moment may be separated by a comma too.
        now: office time, for a missing year.
        zone: in which it is meant.
    """
    parts = [part for part in _SEPARATOR.split(text.strip()) if part]
    for length in range(min(_MOST_PARTS_OF_A_MOMENT, len(parts) - 2), 0, -1):
        span = parse_span(" ".join(parts[:length]), now=now, zone=zone)
        if span is not None:
            return Told(span[0], ", ".join(parts[length:-1]), parts[-1])
    return None


async def unread(caller: Caller, office: Office) -> list[Unread]:
    """The publications that somebody of the caller's units has not answered, the newest first.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, LEADERS_OF_A_UNIT)

    def body(connection: Connection) -> list[Unread]:
        found = reports.asked(connection, unit_ids=caller.units_of(LEADERS_OF_A_UNIT), limit=_LOOKED_AT)
        return [
            Unread(one.publication_id, one.number, one.title, one.outstanding)
            for one in found
            if one.outstanding
        ][:_LISTED]

    return await office.database.read(body)


async def readable(caller: Caller, office: Office, *, publication_id: int) -> Readable:
    """To whom of the caller's units the publication could still be read.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN.
    """
    demand(caller, LEADERS_OF_A_UNIT)

    def body(connection: Connection) -> Readable:
        found = publications.publication(connection, publication_id)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        if found.state is PublicationState.WITHDRAWN:
            raise Refused(Refusal.WITHDRAWN)
        expected = obligations.expected_list(
            connection, publication_id, unit_ids=caller.units_of(LEADERS_OF_A_UNIT)
        )
        listeners = tuple(
            Listener(one.member_id, one.full_name)
            for one in expected
            if one.state in _OPEN and one.member_id != caller.member_id
        )
        return Readable(publication_id, found.number, found.title, listeners)

    return await office.database.read(body)


async def record(
    caller: Caller, office: Office, *, publication_id: int, member_id: int, told: Told
) -> ReadAloud:
    """Record that the publication was read to the member; a question of theirs that waits is withdrawn.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN, NOT_ASKED, GONE_ON when it is closed already, NOT_A_DATE
            when the moment is still to come, READ_BEFORE when a material correction has come since then,
            EMPTY, TOO_LONG.
    """
    demand(caller, LEADERS_OF_A_UNIT)
    _demand_complete(told, now=office.clock.now())

    def body(connection: Connection) -> ReadAloud:
        member = people.member(connection, member_id)
        found = publications.publication(connection, publication_id)
        if member is None or found is None or member_id == caller.member_id:
            raise Refused(Refusal.NOT_ALLOWED)
        obligation = demand_obligation(connection, publication_id=publication_id, member_id=member_id)
        demand(caller, LEADERS_OF_A_UNIT, unit_id=obligation.unit_id)
        if obligation.state in CLOSED:
            raise Refused(Refusal.GONE_ON)
        material = versions.last_material(connection, publication_id)
        if material is not None and told.at < material.created_at:
            raise Refused(Refusal.READ_BEFORE)
        change(
            connection,
            office,
            caller,
            obligation,
            to=ObligationState.READ_ALOUD,
            read_aloud_at=told.at,
            place=told.place,
            witness=told.witness,
            recorded_by=caller.member_id,
        )
        return ReadAloud(
            publication_id,
            found.number,
            found.title,
            forms.call(member.address_form, member.full_name),
            told.at,
            told.place,
            told.witness,
        )

    return await office.perform(caller, "read aloud", body, outcome=ReadAloud)


def _demand_complete(told: Told, *, now: datetime) -> None:
    if told.at > now:
        raise Refused(Refusal.NOT_A_DATE)
    for words in (told.place, told.witness):
        if not words.strip():
            raise Refused(Refusal.EMPTY)
        if len(words) > _LONGEST:
            raise Refused(Refusal.TOO_LONG, limit=str(_LONGEST))
