"""Sources, as the admins keep them: added, changed, resting, closed; each change has its line of history."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.access import SEE_COUNTS, Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.intake.cards import SourceCard, cards_of
from bot.intake.describing import Flaw, NewSource, flawed, sound
from bot.intake.resolving import values_of
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.intake import sources
from storage.intake.sources import Source
from storage.states import Role, Scope, SourceState

_ADMINS = frozenset({Role.ADMIN})


async def add_source(caller: Caller, office: Office, *, new: NewSource) -> SourceCard:
    """Add a source; it is looked at with the next knock, and what is there then is noted and not sent.

    Raises:
        Refused: NOT_ALLOWED to anybody but an admin; SOURCE_FLAW, with the sentence that says why; NOT_FOUND
            (audience, topic).
    """
    demand(caller, _ADMINS)
    told = sound(new)

    def body(connection: Connection) -> SourceCard:
        values = values_of(connection, office, told)
        if sources.at_place(connection, told.place):
            raise flawed(Flaw.KNOWN_ALREADY)
        now = office.clock.now()
        source_id = sources.add(connection, values | {"created_by": caller.member_id}, now=now)
        _write(connection, office, caller, source_id, "", SourceState.ACTIVE, "added")
        return _card(connection, source_id)

    return await office.perform(caller, "add source", body, outcome=SourceCard)


async def change_source(caller: Caller, office: Office, *, source_id: int, new: NewSource) -> SourceCard:
    """Say anew what the source is. At another place it begins with a first contact again.

    A change takes the right to publish by itself away where the audience, the scope or the selectors are
    other ones.

    Raises:
        Refused: as `add_source`; NOT_FOUND; GONE_ON, when it was closed.
    """
    demand(caller, _ADMINS)
    told = sound(new)

    def change(connection: Connection, source: Source) -> dict[str, Any]:
        values = values_of(connection, office, told)
        if any(other.id != source.id for other in sources.at_place(connection, told.place)):
            raise flawed(Flaw.KNOWN_ALREADY)
        # What the site answered was an answer to how it was asked.
        values |= {"etag": "", "last_modified": "", "next_look_at": office.clock.now(), "failures": 0}
        if (told.place, told.kind) != (source.place, source.kind):
            values |= _UNTOUCHED
        meant = (values["audience"], told.scope, dict(told.selectors))
        if meant != (source.audience, source.scope, dict(source.selectors)):
            values |= _ASKS_A_PERSON
        return values

    return await _change(caller, office, source_id, "changed", change)


_ASKS_A_PERSON: dict[str, Any] = {"publishes_itself": False, "publishes_since": None}
_UNTOUCHED: dict[str, Any] = {
    "imported_at": None,
    "looked_at": None,
    "found_at": None,
    "fault": None,
    "fault_detail": "",
    "failing_since": None,
    "empty_since": None,
    "told_at": None,
    **_ASKS_A_PERSON,
}


async def pause_source(caller: Caller, office: Office, *, source_id: int) -> SourceCard:
    """Let the source rest; what it showed already is read when it goes on.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, NO_CHANGE.
    """
    return await _turn(caller, office, source_id, SourceState.PAUSED, {})


async def resume_source(caller: Caller, office: Office, *, source_id: int) -> SourceCard:
    """Look at the source again; what came meanwhile is drafted.

    Raises:
        Refused: as `pause_source`.
    """
    values = {"next_look_at": office.clock.now(), "failures": 0}
    return await _turn(caller, office, source_id, SourceState.ACTIVE, values)


async def close_source(caller: Caller, office: Office, *, source_id: int) -> SourceCard:
    """Look at the source no more, for good; what came from it stays.

    Raises:
        Refused: as `pause_source`.
    """
    return await _turn(caller, office, source_id, SourceState.CLOSED, _ASKS_A_PERSON)


@dataclass(frozen=True)
class SelfPublishing:
    """What came of letting a source publish by itself.

    Args:
        asks_again: nothing was done: the admin has to confirm once more.
    """

    card: SourceCard
    asks_again: bool = False


async def set_publishing(
    caller: Caller, office: Office, *, source_id: int, publishes_itself: bool, confirmed: bool = False
) -> SelfPublishing:
    """Let what comes from the source go out without a person, or no longer; the first needs `confirmed`.

    What it showed before that moment waits for a person all the same.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, NO_CHANGE; SOURCE_FLAW, when it has no audience, is not
            public, or rests.
    """
    demand(caller, _ADMINS)

    def body(connection: Connection) -> SelfPublishing:
        source = _demand_source(connection, source_id)
        if source.publishes_itself is publishes_itself:
            raise Refused(Refusal.NO_CHANGE)
        if publishes_itself and (source.audience is None or source.scope is not Scope.PUBLIC):
            raise flawed(Flaw.NO_AUDIENCE)
        if publishes_itself and source.state is not SourceState.ACTIVE:
            raise flawed(Flaw.RESTS)
        if publishes_itself and not confirmed:
            return SelfPublishing(_card(connection, source_id), asks_again=True)
        lets = {"publishes_itself": True, "publishes_since": office.clock.now()}
        sources.change(connection, source_id, lets if publishes_itself else _ASKS_A_PERSON)
        detail = "publishes_itself" if publishes_itself else "asks_a_person"
        _write(connection, office, caller, source_id, source.state, source.state, detail)
        return SelfPublishing(_card(connection, source_id))

    return await office.perform(caller, f"source publishes {publishes_itself}", body, outcome=SelfPublishing)


async def source_cards(caller: Caller, office: Office) -> tuple[SourceCard, ...]:
    """All sources that are not closed, in the order in which they were added.

    Raises:
        Refused: NOT_ALLOWED to anybody but admins, auditors and clerks.
    """
    demand(caller, SEE_COUNTS | {Role.CLERK})

    def body(connection: Connection) -> tuple[SourceCard, ...]:
        return cards_of(connection, sources.every(connection))

    return await office.database.read(body)


async def source_card(caller: Caller, office: Office, *, source_id: int) -> SourceCard:
    """One source, closed or not.

    Raises:
        Refused: NOT_ALLOWED as `source_cards`; NOT_FOUND.
    """
    demand(caller, SEE_COUNTS | {Role.CLERK})

    def body(connection: Connection) -> SourceCard:
        source = sources.look(connection, source_id)
        if source is None:
            raise Refused(Refusal.NOT_FOUND)
        return cards_of(connection, [source])[0]

    return await office.database.read(body)


async def _turn(
    caller: Caller, office: Office, source_id: int, state: SourceState, values: Mapping[str, Any]
) -> SourceCard:
    demand(caller, _ADMINS)

    def change(_connection: Connection, source: Source) -> dict[str, Any]:
        if source.state is state:
            raise Refused(Refusal.NO_CHANGE)
        return {"state": state, **values}

    return await _change(caller, office, source_id, state.value, change)


async def _change(
    caller: Caller,
    office: Office,
    source_id: int,
    detail: str,
    change: Callable[[Connection, Source], dict[str, Any]],
) -> SourceCard:
    def body(connection: Connection) -> SourceCard:
        source = _demand_source(connection, source_id)
        values = change(connection, source)
        sources.change(connection, source_id, values)
        _write(connection, office, caller, source_id, source.state, values.get("state", source.state), detail)
        return _card(connection, source_id)

    return await office.perform(caller, f"{detail} source", body, outcome=SourceCard)


def _demand_source(connection: Connection, source_id: int) -> Source:
    source = sources.find(connection, source_id)
    if source is None:
        raise Refused(Refusal.NOT_FOUND)
    if source.state is SourceState.CLOSED:
        raise Refused(Refusal.GONE_ON)
    return source


def _card(connection: Connection, source_id: int) -> SourceCard:
    return cards_of(connection, list(sources.of_numbers(connection, [source_id]).values()))[0]


def _write(
    connection: Connection,
    office: Office,
    caller: Caller,
    source_id: int,
    before: str,
    after: SourceState,
    detail: str,
) -> None:
    line = entry(
        caller,
        office,
        thing="source",
        thing_id=source_id,
        from_state=before,
        to_state=after,
        detail=detail,
    )
    history.append(connection, line)
