"""The clerk corrects what was read: fields that are typed, and main points that are quoted."""

from datetime import date
from enum import IntEnum
from typing import Any

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.draft.drafting import number_key
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.draft.points import Point, for_draft, is_quoted, one_line, points_of
from bot.publication.draft.typed import typed_day
from bot.reading import PointPart
from bot.reading.recognisers.numbers import number_after_word
from bot.texts.draft_fields import NOTHING
from storage.database import Connection
from storage.publication.drafts import Draft
from storage.states import Role, Scope

MOST_LETTERS = 300
"""Of a typed line; the longest titles of real directives stay under it."""


class DraftField(IntEnum):
    """A field that is typed. The numbers are signed into buttons: never reuse one."""

    TITLE = 1
    NUMBER = 2
    TYPE_NAME = 3
    ISSUER = 4
    ISSUED_ON = 5
    EVENT_ON = 6
    CHAIR = 7
    MAIN_POINTS = 8
    TO_DO = 9
    SIGNATORY = 10
    CIRCULATION = 11

    @property
    def column(self) -> str:
        """Its name in the draft's row, in `unsure` and in history."""
        return self.name.lower()


class NotQuoted(Refused):
    """What was typed as a main point does not stand in the text."""

    def __init__(self) -> None:
        super().__init__(Refusal.NOT_QUOTED)


_DAYS = frozenset({DraftField.ISSUED_ON, DraftField.EVENT_ON})


async def correct(
    caller: Caller, office: Office, *, draft_id: int, revision: int, field: DraftField, typed: str
) -> Changed:
    """Give the field what was typed; "không" empties it. For the main points a sentence of the text is added.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON; EMPTY (a title is needed), TOO_LONG, NOT_A_DATE;
            NotQuoted, when a main point is no quotation from the text.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        return changed(correct_draft(connection, office, caller, draft, field=field, typed=typed))

    return await office.perform(caller, "correct", body, outcome=Changed)


async def toggle_point(
    caller: Caller, office: Office, *, draft_id: int, revision: int, place: int
) -> Changed:
    """Leave the quoted sentence at that place (from 0) out, or take it back.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        points = points_of(draft.main_points)
        if not 0 <= place < len(points):
            raise Refused(Refusal.NOT_FOUND)
        chosen = points[place]
        points[place] = Point(chosen.part, chosen.text, not chosen.kept)
        toggled = change_draft(
            connection, office, caller, draft, "main_points", {"main_points": for_draft(points)}
        )
        return changed(toggled)

    return await office.perform(caller, "toggle point", body, outcome=Changed)


def correct_draft(
    connection: Connection, office: Office, caller: Caller, draft: Draft, *, field: DraftField, typed: str
) -> Draft:
    """`correct` within a transaction that is open already, after the caller was asked."""
    today = office.clock.now().astimezone(office.zone).date()
    values = _values(draft, field, typed, today)
    values["unsure"] = [name for name in draft.unsure if name != field.column]
    # What a person typed does not stand where the machine read something else.
    values["places"] = {name: place for name, place in draft.places.items() if name != field.column}
    return change_draft(connection, office, caller, draft, field.column, values)


def _values(draft: Draft, field: DraftField, typed: str, today: date) -> dict[str, Any]:
    nothing = one_line(typed).casefold() in NOTHING
    if field in _DAYS:
        return {field.column: None if nothing else typed_day(one_line(typed), today=today)}
    if field is DraftField.MAIN_POINTS:
        return {"main_points": for_draft([] if nothing else _with_quoted(draft, typed))}
    if field is DraftField.TO_DO:
        return {"to_do": [] if nothing else lines_of_typed(typed)}
    text = "" if nothing else _limited(one_line(typed))
    if field is DraftField.TITLE and not text:
        raise Refused(Refusal.EMPTY)
    if field is DraftField.NUMBER:
        return {"number": _without_word(text), "number_key": key_of_typed(text)}
    if field is DraftField.SIGNATORY:
        return {"signatory": text, "signatory_id": None}
    if field is DraftField.CIRCULATION and text:
        return {"circulation": text, "scope": Scope.INTERNAL}
    return {field.column: text}


def key_of_typed(number: str) -> str:
    """The key of a typed number; one in no known style is its own key."""
    bare = _without_word(number)
    found = number_after_word(f"số {bare}") if bare else None
    return number_key(found.value) if found else "".join(bare.casefold().split())


def _without_word(number: str) -> str:
    first, _, rest = number.partition(" ")
    return rest if first.casefold().rstrip(":") == "số" else number


def _with_quoted(draft: Draft, typed: str) -> list[Point]:
    quotation = one_line(typed)
    if not quotation:
        raise Refused(Refusal.EMPTY)
    # The machine and the clerk quote: what stands on the card stands in the text, word for word.
    if not is_quoted(quotation, draft.body):
        raise NotQuoted
    points = points_of(draft.main_points)
    part = next((point.part for point in points if point.text == quotation), PointPart.CONTENT)
    return [*(point for point in points if point.text != quotation), Point(part, quotation)]


def lines_of_typed(typed: str) -> list[str]:
    """What was typed, line by line, without the numbers or dashes before the lines.

    Raises:
        Refused: EMPTY, TOO_LONG (a line).
    """
    lines = [_limited(one_line(line)) for line in typed.splitlines()]
    if not any(lines):
        raise Refused(Refusal.EMPTY)
    return [_without_place(line) for line in lines if line]


def _without_place(line: str) -> str:
    place, dot, rest = line.partition(".")
    return rest.strip() if dot and place.isdecimal() and rest.strip() else line.removeprefix("- ")


def _limited(text: str) -> str:
    if len(text) > MOST_LETTERS:
        raise Refused(Refusal.TOO_LONG, limit=str(MOST_LETTERS))
    return text
