"""What a publication shows of itself, on the member's card and on the approver's preview alike.

An elderly member reads 20 px letters on 360 x 640: title, due date and main button have to be in sight
without scrolling, so what is long goes into folded parts.
"""

from datetime import datetime
from math import ceil
from zoneinfo import ZoneInfo

from bot.messages.blocks import Block, Bold, Folded, Line, Link
from bot.publication.points import Point, points_of
from bot.reading import PointPart
from bot.texts import cards as texts
from storage.drafts import Content
from storage.states import Kind, Scope, Urgency

SCREEN_LINES = 15
"""Lines of 20 px between the chat's title bar and two rows of buttons on 360 x 640, less one line of air."""
LINE_LETTERS = 28
"""Letters of 20 px in a line of a chat bubble on 360 px."""
_FOLD_LINES = 1

_URGENCY_WORDS = {Urgency.NORMAL: "", Urgency.URGENT: texts.URGENT, Urgency.IMMEDIATE: texts.IMMEDIATE}


def face(
    content: Content,
    *,
    asked: bool,
    due_at: datetime | None,
    called: str,
    zone: ZoneInfo,
    lines_below: int = 0,
    read_at: str = "",
) -> list[Block]:
    """The parts of a draft or a version from the head down, without state and buttons.

    `called` is the reader at the beginning of a sentence ("Đồng chí Bình"); `lines_below` are lines that
    will follow and must be in sight too. `read_at` is the reader's own page of what is nội bộ; without one
    the card says where else to read it.
    """
    blocks = _head(content, asked=asked, due_at=due_at if asked else None, zone=zone)
    points = points_of(content.main_points) if content.scope is Scope.PUBLIC else []
    internal = _internal(content, read_at)
    lines_below += sum(map(lines_of, internal))
    reserved = lines_below + (_FOLD_LINES if points else 0)
    blocks += _to_do(content, called, room=_room(blocks, reserved))
    blocks += _points(content, points, room=_room(blocks, lines_below))
    return blocks + internal


def _internal(content: Content, read_at: str) -> list[Block]:
    if content.scope is not Scope.INTERNAL:
        return []
    return [Link(texts.READ_ON_PAGE, read_at) if read_at else Line(texts.INTERNAL_TEXT)]


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


def _head(content: Content, *, asked: bool, due_at: datetime | None, zone: ZoneInfo) -> list[Block]:
    urgency = _URGENCY_WORDS[content.urgency]
    blocks: list[Block] = [Bold(texts.head(content.kind, asked=asked, urgency=urgency))]
    blocks += _line(texts.number_and_type(content.number, content.type_name))
    blocks.append(Bold(content.title))
    blocks += _line(texts.issuer_and_day(content.issuer, content.issued_on))
    if content.kind is Kind.MEETING_SUMMARY:
        blocks += _line(texts.event_and_chair(content.event_on, content.chair))
    if due_at is not None:
        blocks.append(Line(texts.due(due_at, zone)))
    return blocks


def _line(text: str) -> list[Block]:
    return [Line(text)] if text else []


def _to_do(content: Content, called: str, *, room: int) -> list[Block]:
    if not content.to_do:
        return []
    lines = [Line(texts.numbered(place, text)) for place, text in enumerate(content.to_do, start=1)]
    open_part: list[Block] = [Line(""), Line(texts.to_do(called)), *lines]
    if sum(map(lines_of, open_part)) <= room:
        return open_part
    return [Folded(texts.TO_DO_FOLDED, "\n".join([texts.to_do(called), *(line.text for line in lines)]))]


def _points(content: Content, points: list[Point], *, room: int) -> list[Block]:
    if not points:
        return []
    if content.kind is Kind.MEETING_SUMMARY:
        open_part = _meeting(points)
        if sum(map(lines_of, open_part)) <= room:
            return open_part
    texts_of_points = [block.text for block in _meeting(points) if isinstance(block, Line)]
    return [Folded(texts.MAIN_POINTS, "\n".join(texts_of_points))]


def _meeting(points: list[Point]) -> list[Block]:
    tasks = [point for point in points if point.part is PointPart.TASK]
    blocks: list[Block] = [
        Line(texts.point(point.part.value, point.text)) for point in points if point not in tasks
    ]
    if len(tasks) == 1:
        return [*blocks, Line(texts.point(PointPart.TASK.value, tasks[0].text))]
    if tasks:
        numbered = enumerate(tasks, start=1)
        blocks += [Line(texts.NEXT), *(Line(texts.numbered(place, task.text)) for place, task in numbered)]
    return blocks
