"""What a message without buttons says to type, as a person reads it there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_MENU = re.compile(r"(?P<code>\d{1,2})\. (?P<label>.+)")
_LIST = re.compile(r"(?P<what>.+): trả lời (?:(?P<thing>\d\d) kèm )?số thứ tự.*")
_EACH = re.compile(r"(?P<what>.+): gõ (?P<phrase>.+ số) và số thứ tự.*")
_SAYS = re.compile(r"(?P<label>.+): gõ (?P<code>.+) và (?:câu hỏi|câu trả lời|nội dung)")
_TYPE = re.compile(r"(?P<label>.+): (?:trả lời|gõ) (?P<code>.+)")
_OWN = re.compile(r".+ – mở: gõ (?P<code>\d\d mở)")
_ONE = re.compile(r"(?P<what>.+) số (?P<place>\d+)")


@dataclass(frozen=True)
class ToType:
    """What stands for a choice.

    Args:
        label: of the choice.
        code: a number, or words.
        wants_words: the person's own words follow it at once.
    """

    label: str
    code: str
    wants_words: bool = False


def to_type(label: str, text: str) -> ToType | None:
    """What the last part of the message says to type for the choice, if anything."""
    choices = [*_choices(label, text.rpartition("\n\n")[2]), *_opened(text)]
    fits: tuple[Callable[[str], bool], ...] = (lambda one: one == label, lambda one: label in one)
    found = (one for fit in fits for one in choices if fit(one.label))
    return next(found, None)


def _choices(label: str, text: str) -> Iterator[ToType]:
    for line in text.splitlines():
        if menu := _MENU.fullmatch(line):
            yield ToType(menu["label"], menu["code"])
        elif several := _LIST.fullmatch(line) or _EACH.fullmatch(line):
            yield from _of_the_list(label, several)
        elif says := _SAYS.fullmatch(line):
            yield ToType(says["label"], says["code"], wants_words=True)
        elif typed := _TYPE.fullmatch(line):
            yield ToType(typed["label"], typed["code"])


def _opened(text: str) -> Iterator[ToType]:
    """ "Mở số 2", where each line of a list of documents has a number of its own."""
    found = filter(None, map(_OWN.fullmatch, text.splitlines()))
    for place, line in enumerate(found, start=1):
        yield ToType(f"Mở số {place}", line["code"])


def _of_the_list(label: str, found: re.Match[str]) -> Iterator[ToType]:
    """ "Mở số 3", where one line speaks for all the numbered lines above it."""
    one = _ONE.fullmatch(label)
    if one is not None and one["what"] == found["what"]:
        before = found.groupdict().get("thing") or found.groupdict().get("phrase") or ""
        yield ToType(label, f"{before} {one['place']}".strip())
