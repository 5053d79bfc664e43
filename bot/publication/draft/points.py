"""Main points: sentences quoted from the text, and which of them a person has chosen to keep."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.reading import MainPoint, PointPart, normalise


@dataclass(frozen=True)
class Point:
    """A quoted sentence.

    Args:
        part: what it speaks of.
        kept: whether it goes out.
    """

    part: PointPart
    text: str
    kept: bool = True


def from_reading(points: Iterable[MainPoint]) -> list[Point]:
    """What the reader proposes, all kept."""
    return [Point(point.part, one_line(point.text)) for point in points]


def points_of(stored: Sequence[Mapping[str, Any]]) -> list[Point]:
    """The points as they stand in a draft's or a version's row."""
    return [
        Point(PointPart(point["label"]), str(point["text"]), bool(point.get("kept", True)))
        for point in stored
    ]


def for_draft(points: Iterable[Point]) -> list[dict[str, Any]]:
    """As a draft's row holds them: the ones left out stay on offer."""
    return [{"label": point.part.value, "text": point.text, "kept": point.kept} for point in points]


def for_version(points: Iterable[Point]) -> list[dict[str, str]]:
    """As a version holds them: only what goes out."""
    return [{"label": point.part.value, "text": point.text} for point in points if point.kept]


def one_line(text: str) -> str:
    """The text in its one written form, with single blanks: so quotations are compared."""
    return " ".join(normalise(text).split())


def is_quoted(text: str, body: str) -> bool:
    """Whether these very words stand in the body, cut between words; blanks and line ends count as equal."""
    words, whole = one_line(text), one_line(body)
    start = whole.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not (_is_letter(whole, start - 1) and words[0].isalnum()) and not (
            _is_letter(whole, end) and words[-1].isalnum()
        ):
            return True
        start = whole.find(words, start + 1)
    return False


def _is_letter(whole: str, place: int) -> bool:
    return 0 <= place < len(whole) and whole[place].isalnum()
