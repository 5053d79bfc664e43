"""What is asked for next, and of whom: in reports of meetings, and where a text assigns or asks."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from bot.reading.document import Deadline, Field, PointPart, Task
from bot.reading.lines import Span, trimmed
from bot.reading.quoting import IMPERATIVE, LONGEST
from bot.reading.recognisers.asking import actor_in, actor_of_item, asked_of, given_to, only_says_what
from bot.reading.recognisers.assignments import announced_items
from bot.reading.recognisers.meeting_points import asked_in
from bot.reading.recognisers.sections import Sections, foot_of
from bot.reading.sentences import is_finished, is_listed, sentences_of

_SHORTEST = 15
_MOST = 40
# "… đề nghị chi bộ rà soát; giao Văn phòng tổng hợp": two tasks in one sentence.
_NEXT_CLAUSE = re.compile(r";\s{1,3}(?=(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công)\s)")


def find_tasks(
    text: str, *, start: int, deadlines: list[Field[Deadline]], is_report: bool, is_news: bool = False
) -> tuple[Field[Task], ...]:
    """What is asked of somebody, from `start` to the foot of the text.

    Args:
        text: the body.
        start: where its head ends.
        deadlines: of the text; a task has the one in its sentence.
        is_report: a report or conclusion of a meeting: all it asks for. Elsewhere only what it expressly
            gives to somebody or asks of them ("Giao … ", "Đề nghị các chi bộ …"), also in a list under such
            a line.
        is_news: it tells what others have asked: only what is given to somebody counts.

    Returns:
        Sentences quoted whole, or a clause where one sentence gives to several; `who` as printed, "" where
        nobody is named.
    """
    end = foot_of(text, start=start)
    told = [clause for each in sentences_of(text) if start <= each.start < end for clause in _clauses(each)]
    fit = [each for each in told if _is_fit(text, each)]
    items = {} if is_news else announced_items(text, start=start, end=end)
    if is_report:
        chosen = _reported(text, fit, items, start=start)
    else:
        chosen = _given(fit, items, with_asked=not is_news)
    return tuple(_task(sentence, who, deadlines) for sentence, who in islice(chosen, _MOST))


def _clauses(sentence: Span) -> Iterator[Span]:
    start = 0
    for stop in _NEXT_CLAUSE.finditer(sentence.text):
        yield trimmed(sentence.text[start : stop.start() + 1], sentence.start + start)
        start = stop.end()
    yield trimmed(sentence.text[start:], sentence.start + start)


def _is_fit(text: str, sentence: Span) -> bool:
    fit = _SHORTEST <= len(sentence.text) <= LONGEST and not sentence.text.isupper()
    return fit and not sentence.text.endswith(":") and (is_finished(sentence) or is_listed(text, sentence))


def _given(sentences: list[Span], items: dict[int, str], *, with_asked: bool) -> Iterator[tuple[Span, str]]:
    for sentence in sentences:
        shared_out_by = items.get(sentence.start) if sentence.text.startswith("Phân công") else None
        who = shared_out_by or given_to(sentence.text)
        if who is None and with_asked:
            who = asked_of(sentence.text)
        if who is None and sentence.start in items:
            who = _in_list(sentence, items[sentence.start])
        if who is not None:
            yield sentence, who


def _in_list(sentence: Span, whom: str) -> str | None:
    """Whom an item of a list of assignments is for; None if it assigns nothing."""
    who = actor_of_item(sentence.text)
    if who is None and only_says_what(sentence.text):
        return whom
    return who


def _reported(
    text: str, sentences: list[Span], items: dict[int, str], *, start: int
) -> Iterator[tuple[Span, str]]:
    sections = Sections(text, start=start)
    under_heading = any(sections.part_at(each.start) is PointPart.TASK for each in sentences)
    asked = set() if under_heading else {each.start for each in asked_in(sentences)}
    for sentence in sentences:
        is_asked = sentence.start in asked
        if sections.part_at(sentence.start) is PointPart.TASK:
            is_asked = bool(
                IMPERATIVE.match(sentence.text) or actor_in(sentence.text) or _is_item(text, sentence)
            )
        who = given_to(sentence.text)
        if who is not None:
            yield sentence, who
        elif is_asked:
            yield sentence, actor_in(sentence.text) or items.get(sentence.start, "")


def _is_item(text: str, sentence: Span) -> bool:
    """A whole sentence of a list; what ends without a stop may as well be a heading."""
    return is_listed(text, sentence) and is_finished(sentence)


def _task(sentence: Span, who: str, deadlines: list[Field[Deadline]]) -> Field[Task]:
    first = bisect_left([field.start for field in deadlines], sentence.start)
    inside = [field for field in deadlines[first:] if field.end <= sentence.end and field.sure]
    due = inside[0].value if len({field.value for field in inside}) == 1 else None
    return Field(Task(sentence.text, who, due), sentence.start, sentence.end, True)
