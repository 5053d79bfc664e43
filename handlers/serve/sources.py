"""Sources, asked for at the command line: adding one, how they stand, trying one, letting one rest."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import Base64Bytes

from bot.errors import Refusal, Refused
from bot.intake.cards import Health, SourceCard
from bot.intake.describing import source_of_file
from bot.intake.sources import add_source, close_source, pause_source, resume_source, source_cards
from bot.intake.trying import try_source
from bot.office import Office
from bot.states import ItemState, Kind, SourceFault, SourceKind
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values


class SourceFile(Values):
    """A .toml file that says what a source is; base64 on the wire."""

    content: Base64Bytes


class Nothing(Values):
    """Nothing has to be said."""


class Wanted(Values):
    """What is to be tried: a source that is there, or a file. Either is given."""

    source_id: int | None = None
    content: Base64Bytes = b""


class Turn(StrEnum):
    """What is to become of a source."""

    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"


class Turned(Values):
    """Which source, and what is to become of it."""

    source_id: int
    turn: Turn


class State(Values):
    """One source, as `bot.intake.cards` has it."""

    source_id: int
    name: str
    kind: SourceKind
    place: str
    health: Health
    audience: str
    publishes_itself: bool
    looked_at: datetime | None
    next_look_at: datetime
    fault: SourceFault | None
    fault_detail: str
    since: datetime | None
    counts: dict[ItemState, int]


class States(Values):
    """All that are not closed, in the order in which they were added."""

    states: tuple[State, ...]


class TriedDocument(Values):
    """One document as it would be drafted."""

    title: str
    number: str
    kind: Kind | None
    issued_on: date | None
    link: str
    files: int
    fault: SourceFault | None
    detail: str


class TriedSource(Values):
    """What a source would bring: how many are on its list, and the first of them."""

    found: int
    documents: tuple[TriedDocument, ...]
    fault: SourceFault | None
    detail: str


async def add(office: Office, file: SourceFile, _say: Say) -> State:
    """Add the source that the file says."""
    return _state(await add_source(COMMAND_LINE, office, new=source_of_file(file.content)))


async def list_sources(office: Office, _nothing: Nothing, _say: Say) -> States:
    """How each source stands."""
    return States(states=tuple(map(_state, await source_cards(COMMAND_LINE, office))))


async def turn(office: Office, wanted: Turned, _say: Say) -> State:
    """Let the source rest, go on, or end.

    Raises:
        BadInput: there is none of this number.
    """
    act = {Turn.PAUSE: pause_source, Turn.RESUME: resume_source, Turn.CLOSE: close_source}[wanted.turn]
    try:
        return _state(await act(COMMAND_LINE, office, source_id=wanted.source_id))
    except Refused as refused:
        raise _named(refused, wanted.source_id) from None


async def try_one(office: Office, wanted: Wanted, say: Say) -> TriedSource:
    """Read what it shows now; nothing is stored.

    Raises:
        BadInput: there is none of this number.
    """
    new = source_of_file(wanted.content) if wanted.source_id is None else wanted.source_id
    try:
        tried = await try_source(COMMAND_LINE, office, new=new, say=say)
    except Refused as refused:
        raise _named(refused, wanted.source_id) from None
    return TriedSource(
        found=tried.found,
        documents=tuple(
            TriedDocument(
                title=one.title,
                number=one.number,
                kind=one.kind,
                issued_on=one.issued_on,
                link=one.link,
                files=one.files,
                fault=one.fault,
                detail=one.detail,
            )
            for one in tried.items
        ),
        fault=tried.fault,
        detail=tried.detail,
    )


def _named(refused: Refused, source_id: int | None) -> Exception:
    if refused.reason is Refusal.NOT_FOUND and source_id is not None:
        return BadInput(f"there is no source {source_id}; see loa source list")
    return refused


def _state(card: SourceCard) -> State:
    return State(
        source_id=card.id,
        name=card.name,
        kind=card.kind,
        place=card.place,
        health=card.health,
        audience=card.audience,
        publishes_itself=card.publishes_itself,
        looked_at=card.looked_at,
        next_look_at=card.next_look_at,
        fault=card.fault,
        fault_detail=card.fault_detail,
        since=card.since,
        counts=dict(card.counts),
    )


ADD_SOURCE = Request("add source", SourceFile, State, add)
LIST_SOURCES = Request("list sources", Nothing, States, list_sources)
TURN_SOURCE = Request("turn source", Turned, State, turn)
TRY_SOURCE = Request("try source", Wanted, TriedSource, try_one)
