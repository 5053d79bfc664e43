"""What a publication shows of itself, on the member's card and on the approver's preview alike.

An elderly member reads 20 px letters on 360 x 640: title, due date and main button have to be in sight
without scrolling, so what is long goes into folded parts.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from zoneinfo import ZoneInfo

from bot.messages.blocks import Block, Bold, Folded, Line, Link
from bot.publication.member.said_lines import said_in
from bot.texts import cards as texts
from storage.publication.drafts import Content
from storage.states import Kind, Scope, Urgency

SCREEN_LINES = 15
"""Lines of 20 px between the chat's title bar and two rows of buttons on 360 x 640, less one line of air."""
LINE_LETTERS = 28
"""Letters of 20 px in a line of a chat bubble on 360 px."""
_FOLD_LINES = 1
_ROWS_BELOW, _ROW_LINES = 2, 2

_URGENCY_WORDS = {Urgency.NORMAL: "", Urgency.URGENT: texts.URGENT, Urgency.IMMEDIATE: texts.IMMEDIATE}


@dataclass(frozen=True)
class Own:
    """What a card has for its reader alone.

    Args:
        to_do: what they must do.
        tasks: the places of the tasks by which they are meant.
        read_at: their own page of what is nội bộ; without one the card says where else to read it.
        has_page: a preview has no reader yet, but each will have a page.
        is_past: the due date is over, and they have not answered.
    """

    to_do: Sequence[str] = ()
    tasks: Collection[int] = ()
    read_at: str = ""
    has_page: bool = False
    is_past: bool = False


def face(
    content: Content,
    *,
    asked: bool,
    due_at: datetime | None,
    called: str,
    zone: ZoneInfo,
    lines_below: int = 0,
    own: Own | None = None,
    is_over: bool = False,
) -> list[Block]:
    """The parts of a draft or a version from the head down, without state and buttons.

    Args:
        content: of the draft or version.
        asked: an acknowledgement is.
        due_at: until when.
        called: the reader at the beginning of a sentence ("Đồng chí Bình").
        zone: the office's.
        lines_below: lines that will follow and must be in sight too.
        own: what is there for this reader alone; None: what everybody sees.
        is_over: it is no longer in force, and the head says so.
    """
    own = own or Own(to_do=content.to_do)
    asked = asked and not is_over
    blocks = _head(content, asked=asked, is_over=is_over)
    if asked and due_at is not None:
        blocks.append(Line(texts.due(due_at, zone, is_past=own.is_past)))
    said = said_in(content, called, own.tasks)
    internal = _internal(content, called, own)
    lines_below += sum(map(lines_of, internal))
    reserved = lines_below + said.least_lines(lines_of)
    blocks += _to_do(own.to_do, called, room=_room(blocks, reserved))
    blocks += said.fitted(_room(blocks, lines_below), lines_of)
    return blocks + internal


def _internal(content: Content, called: str, own: Own) -> list[Block]:
    if content.scope is not Scope.INTERNAL:
        return []
    # What the text asks of whom travels no further than the text.
    named: list[Block] = [Line(texts.has_tasks(called))] if own.tasks else []
    if own.read_at:
        return [*named, Link(texts.READ_ON_PAGE, own.read_at)]
    return [*named, Line(texts.READ_ON_PAGE if own.has_page else texts.INTERNAL_TEXT)]


def _room(blocks: list[Block], reserved: int) -> int:
    return SCREEN_LINES - reserved - sum(map(lines_of, blocks))


def lines_of(block: Block) -> int:
    """How many lines a block takes on the small screen."""
    match block:
        case Line(text=text) | Bold(text=text) | Link(label=text):
            return max(1, ceil(len(text) / LINE_LETTERS))
        case Folded():
            return _FOLD_LINES
        case _:
            return 0


def lines_of_rows(amount: int) -> int:
    """How many lines rows of buttons take that are not among the two which have their place anyway."""
    return _ROW_LINES * max(0, amount - _ROWS_BELOW)


def _head(content: Content, *, asked: bool, is_over: bool) -> list[Block]:
    urgency = _URGENCY_WORDS[content.urgency]
    blocks: list[Block] = [Bold(texts.head(content.kind, asked=asked, urgency=urgency, is_over=is_over))]
    blocks += _line(texts.number_and_type(content.number, content.type_name))
    blocks.append(Bold(content.title))
    blocks += _line(texts.issuer_and_day(content.issuer, content.issued_on))
    if content.kind is Kind.MEETING_SUMMARY:
        blocks += _line(texts.event_and_chair(content.event_on, content.chair))
    return blocks


def _line(text: str) -> list[Block]:
    return [Line(text)] if text else []


def _to_do(lines: Sequence[str], called: str, *, room: int) -> list[Block]:
    if not lines:
        return []
    listed = [Line(texts.numbered(place, text)) for place, text in enumerate(lines, start=1)]
    open_part: list[Block] = [Line(""), Line(texts.to_do(called)), *listed]
    if sum(map(lines_of, open_part)) <= room:
        return open_part
    return [Folded(texts.TO_DO_FOLDED, "\n".join([texts.to_do(called), *(line.text for line in listed)]))]
