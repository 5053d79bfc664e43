"""Questions after the text: what is asked, what may be chosen, and the passage in which the answer stands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from bot.errors import Refusal, Refused
from bot.publication.draft.points import is_quoted, one_line

MOST_QUESTIONS = 3
FEWEST_CHOICES, MOST_CHOICES = 2, 4
_LONGEST_QUESTION, _LONGEST_CHOICE, _LONGEST_PASSAGE = 200, 60, 600

_ASKS = re.compile(r"(?:hỏi|câu hỏi)\s*:\s*", re.IGNORECASE)
_RIGHT = re.compile(r"(?:đúng|đáp án|câu đúng)\s*:\s*([A-Da-d1-4])\b.*", re.IGNORECASE)
_PASSAGE = re.compile(r"(?:trích|trích dẫn|đoạn)\s*:\s*(.*)", re.IGNORECASE)
_CHOICE = re.compile(r"([A-Da-d1-4])\s*[.)]\s*(.+)")
_LETTERS = "ABCD"


class QuizFault(Refused):
    """The form was not kept to.

    Args:
        part: which part of it is lacking or wrong: a key of `bot.texts.draft_quiz.FAULTS`.
    """

    def __init__(self, part: str) -> None:
        super().__init__(Refusal.QUIZ_FORM)
        self.part = part


@dataclass(frozen=True)
class QuizQuestion:
    """One question.

    Args:
        right: the place of the right choice, from 0.
        passage: quoted from the body: shown to whoever chose another.
        confirmed: the clerk has looked at it and said that it counts; in a version each one is.
    """

    question: str
    choices: tuple[str, ...]
    right: int
    passage: str
    confirmed: bool = True

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """The question that a row holds."""
        return cls(
            str(stored["question"]),
            tuple(map(str, stored["choices"])),
            int(stored["right"]),
            str(stored["passage"]),
            bool(stored.get("confirmed", True)),
        )

    def stored(self) -> dict[str, Any]:
        """As a row holds it."""
        held: dict[str, Any] = {
            "question": self.question,
            "choices": list(self.choices),
            "right": self.right,
            "passage": self.passage,
        }
        return held if self.confirmed else held | {"confirmed": False}


@dataclass(frozen=True)
class Quiz:
    """The questions of a draft or a version, in order."""

    questions: tuple[QuizQuestion, ...]

    @classmethod
    def of(cls, stored: Iterable[Mapping[str, Any]]) -> Self:
        """The quiz that a row holds."""
        return cls(tuple(QuizQuestion.of(one) for one in stored))

    @property
    def is_confirmed(self) -> bool:
        """Whether no question waits to be looked at."""
        return all(one.confirmed for one in self.questions)

    def stored(self) -> list[dict[str, Any]]:
        """As a row holds it."""
        return [one.stored() for one in self.questions]


def typed_question(typed: str, *, body: str) -> QuizQuestion:
    """The question in an answer of one line a part; it waits to be confirmed.

    The first line asks; then `A. ...` to `D. ...`; `Đúng: A`; and `Trích:` with a passage of the body, which
    may go on to the end.

    Raises:
        QuizFault: naming the part that is lacking.
    """
    lines = [line for line in (one_line(line) for line in typed.splitlines()) if line]
    said, passage = _parted(lines)
    question = _ASKS.sub("", said[0], count=1) if said and not _CHOICE.fullmatch(said[0]) else ""
    if not question or _RIGHT.fullmatch(question) or len(question) > _LONGEST_QUESTION:
        raise QuizFault("question")
    choices = _choices(said[1:])
    right = _right(said[1:], len(choices))
    if len(passage) > _LONGEST_PASSAGE or not is_quoted(passage, body):
        raise QuizFault("passage")
    return QuizQuestion(question, choices, right, passage, confirmed=False)


def _parted(lines: Sequence[str]) -> tuple[list[str], str]:
    """What stands before the passage, and the passage without its own quotation marks."""
    for place, line in enumerate(lines):
        found = _PASSAGE.fullmatch(line)
        if found is not None:
            whole = " ".join([found[1], *lines[place + 1 :]]).strip()
            return list(lines[:place]), whole.strip("“”\"'").strip()
    raise QuizFault("passage")


def _choices(lines: Sequence[str]) -> tuple[str, ...]:
    found = [match for match in map(_CHOICE.fullmatch, lines) if match]
    choices = tuple(match[2].strip() for match in found)
    in_order = [_place(match[1]) for match in found] == list(range(len(found)))
    if not in_order or not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
        raise QuizFault("choices")
    if len({choice.casefold() for choice in choices}) < len(choices):
        raise QuizFault("choices")
    if any(len(choice) > _LONGEST_CHOICE for choice in choices):
        raise QuizFault("long_choice")
    return choices


def _right(lines: Sequence[str], amount: int) -> int:
    found = [match for match in map(_RIGHT.fullmatch, lines) if match]
    if len(found) != 1 or _place(found[0][1]) >= amount:
        raise QuizFault("right")
    return _place(found[0][1])


def _place(letter: str) -> int:
    return int(letter) - 1 if letter.isdecimal() else _LETTERS.index(letter.upper())
