"""What a new version says differently, in few words. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from bot.texts import cards, times
from bot.texts import drafting as draft_texts
from bot.texts import versions as texts
from storage.publication.drafts import Content

MOST = 8
"""Differences shown; of more than that the number."""
_LONGEST = 90
_AROUND = 3


@dataclass(frozen=True)
class Difference:
    """One thing that is said differently.

    Args:
        label: what it belongs to.
        before: what stood there; empty: nothing.
        after: what stands there now; empty: nothing.
    """

    label: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """As a line to be read."""
        return texts.difference(self.label, self.before, self.after)


def differences(before: Content, after: Content) -> list[Difference]:
    """Field by field, then the text line by line."""
    return [
        *(
            Difference(label, old, new)
            for (label, old), (_, new) in zip(_fields(before), _fields(after), strict=True)
            if old != new
        ),
        *_in_lists(before, after),
        *in_lines(texts.BODY, before.body.splitlines(), after.body.splitlines()),
    ]


def shown(found: Sequence[Difference]) -> list[str]:
    """The first of them as lines, and how many more there are."""
    lines = [one.words for one in found[:MOST]]
    return [*lines, texts.more_differences(len(found) - MOST)] if len(found) > MOST else lines


def _fields(content: Content) -> list[tuple[str, str]]:
    return [
        (draft_texts.TITLE, content.title),
        (draft_texts.NUMBER, content.number),
        (texts.KIND, draft_texts.KINDS[content.kind]),
        (draft_texts.TYPE_NAME, content.type_name),
        (draft_texts.ISSUER, content.issuer),
        (draft_texts.ISSUED_ON, times.day(content.issued_on) if content.issued_on else ""),
        (draft_texts.EVENT_ON, times.day(content.event_on) if content.event_on else ""),
        (draft_texts.CHAIR, content.chair),
        (texts.SIGNATORY, content.signatory),
        (texts.CIRCULATION, content.circulation),
        (texts.SCOPE, draft_texts.SCOPES[content.scope]),
        (texts.URGENCY, draft_texts.URGENCIES[content.urgency]),
    ]


def _in_lists(before: Content, after: Content) -> Iterator[Difference]:
    pairs = (
        (draft_texts.TO_DO, before.to_do, after.to_do),
        (texts.TO_DO_FOR, _lines_for(before.to_do_for), _lines_for(after.to_do_for)),
        (draft_texts.MAIN_POINTS, _kept(before.main_points), _kept(after.main_points)),
        (texts.TASKS, _tasks(before.tasks), _tasks(after.tasks)),
        (texts.QUIZ, _questions(before.quiz), _questions(after.quiz)),
    )
    for label, old, new in pairs:
        yield from in_lines(label, old, new)


def _lines_for(parts: Sequence[Mapping[str, Any]]) -> list[str]:
    return [str(line) for part in parts for line in part.get("lines", ())]


def _kept(points: Sequence[Mapping[str, Any]]) -> list[str]:
    return [cards.point(str(one["label"]), str(one["text"])) for one in points if one.get("kept", True)]


def _tasks(tasks: Sequence[Mapping[str, Any]]) -> list[str]:
    return [
        ", ".join(str(part) for part in (one.get("text"), one.get("who"), one.get("due_on")) if part)
        for one in tasks
    ]


def _questions(quiz: Sequence[Mapping[str, Any]]) -> list[str]:
    return [
        " / ".join(
            (str(one.get("question", "")), *map(str, one.get("choices", ())), str(one.get("right", "")))
        )
        for one in quiz
    ]


def in_lines(label: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    """The lines that were changed, left out or added; of long ones only the words around the change."""
    old, new = list(_filled(before)), list(_filled(after))
    for tag, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for was, becomes in zip_longest(old[i:j], new[k:m], fillvalue=""):
            yield Difference(label, *_around_change(was, becomes))


def _filled(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        words = " ".join(line.split())
        if words:
            yield words


def _around_change(before: str, after: str) -> tuple[str, str]:
    """Both lines cut to the words that differ, with a few around them."""
    if not before or not after:
        return _cut(before), _cut(after)
    old, new = before.split(), after.split()
    ahead = _alike(old, new)
    behind = _alike(old[ahead:][::-1], new[ahead:][::-1])
    return _part(old, ahead, behind), _part(new, ahead, behind)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    amount = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        amount += 1
    return amount


def _part(words: Sequence[str], ahead: int, behind: int) -> str:
    start, end = max(0, ahead - _AROUND), min(len(words), len(words) - behind + _AROUND)
    part = " ".join(words[start:end])
    return f"{'… ' if start else ''}{_cut(part)}{' …' if end < len(words) else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
