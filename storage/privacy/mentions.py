"""A name, or what somebody typed, taken out of what others wrote or were shown; other names stay whole."""

import json
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.tables import (
    attempts,
    data_requests,
    deliveries,
    drafts,
    invitees,
    join_requests,
    knock_outcomes,
    members,
    obligations,
    questions,
    web_messages,
)

_TEXTS = (
    obligations.c.because,
    obligations.c.place,
    obligations.c.witness,
    questions.c.question,
    questions.c.answer,
    invitees.c.because,
    data_requests.c.wish,
    data_requests.c.because,
    deliveries.c.detail,
    attempts.c.detail,
    drafts.c.return_note,
    join_requests.c.said_name,
)
"""Where others may have written the name. Documents of the organisation are not among them."""

_SHOWN = (deliveries.c.content, web_messages.c.content, knock_outcomes.c.outcome)
"""What people were shown, as JSON: the name, and what the member typed."""

_QUOTED = "…"
_TELLING = 12
_SLICE = 500
# A letter, or a tone or other mark that stands apart from its letter.
_LETTER = r"[\w\u0300-\u036f]"


def erase_from_texts(connection: Connection, member_id: int, *, instead: str) -> None:
    """Replace the member's name, and in what was shown their own words too.

    The name goes where it stands for itself: not within a longer word, nor within a longer name of somebody
    else. Where it is somebody else's whole name too, what was written of them must stay. The member's own
    words go where they are shown as theirs: as a whole text, between quotation marks, or behind their name.

    Args:
        connection: an open transaction.
        member_id: who is erased.
        instead: the words that stand where the name stood.
    """
    name: str = connection.execute(
        sa.select(members.c.full_name).where(members.c.id == member_id)
    ).scalar_one()
    others = _names_with(connection, member_id, name)
    names = () if name in others else (name,)
    typed = _typed_by(connection, member_id)
    words = _Words(name, instead, frozenset(others), tuple(typed))
    if names:
        for column in _TEXTS:
            _rewrite(connection, column, names, words.without_name)

    def clean(content: str) -> str:
        return _in_values(content, lambda text: words.cleaned(text, keeps_name=not names))

    for column in _SHOWN:
        _rewrite(
            connection, column, [json.dumps(one, ensure_ascii=False)[1:-1] for one in (*names, *typed)], clean
        )


@dataclass(frozen=True)
class _Words:
    name: str
    instead: str
    longer: frozenset[str]
    typed: tuple[str, ...]
    _name: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        # Of names that begin alike the longest is tried first, and left as it is.
        names = sorted({*self.longer, self.name}, key=len, reverse=True)
        either = "|".join(map(re.escape, names))
        object.__setattr__(self, "_name", re.compile(f"(?<!{_LETTER})(?:{either})(?!{_LETTER})"))

    def without_name(self, text: str) -> str:
        return self._name.sub(lambda found: self.instead if found[0] == self.name else found[0], text)

    def cleaned(self, text: str, *, keeps_name: bool) -> str:
        without = self._without_typed(text)
        return without if keeps_name else self.without_name(without)

    def _without_typed(self, text: str) -> str:
        is_of_them = any(found[0] == self.name for found in self._name.finditer(text))
        before = "“|^|: |– " if is_of_them else "“|^"
        for one in self.typed:
            if one in text:
                theirs = rf"({before}){re.escape(one)}(?=”|$| \()"
                text = re.sub(theirs, lambda found: found[1] + _QUOTED, text)
        return text


def _names_with(connection: Connection, member_id: int, name: str) -> set[str]:
    """The names of others that have this one in them, or are the same."""
    question = sa.select(members.c.full_name).where(
        members.c.full_name.contains(name, autoescape=True),
        members.c.id != member_id,
        members.c.erased_at.is_(None),
    )
    return set(connection.execute(question).scalars())


def _typed_by(connection: Connection, member_id: int) -> list[str]:
    """What the member typed and others were shown; a few letters tell nobody and stand in other words."""
    found = (
        connection.execute(sa.select(column).where(column.table.c.member_id == member_id)).scalars()
        for column in (questions.c.question, invitees.c.because, data_requests.c.wish)
    )
    return sorted({text for texts in found for text in texts if len(text) >= _TELLING}, key=len, reverse=True)


def _rewrite(
    connection: Connection, column: sa.Column[str], needles: Collection[str], change: Callable[[str], str]
) -> None:
    """Put the changed text where one of the needles stands; the rows are looked at in slices."""
    if not needles:
        return
    key = column.table.c.id
    has_one = sa.or_(*(column.contains(needle, autoescape=True) for needle in needles))
    last = 0
    while True:
        rows = connection.execute(
            sa.select(key, column).where(has_one, key > last).order_by(key).limit(_SLICE)
        ).all()
        _update(connection, column, ((number, text, change(text)) for number, text in rows))
        if len(rows) < _SLICE:
            return
        last = rows[-1][0]


def _update(connection: Connection, column: sa.Column[str], changed: Iterable[tuple[int, str, str]]) -> None:
    for number, before, after in changed:
        if after != before:
            row = column.table.c.id == number
            connection.execute(sa.update(column.table).where(row).values({column.name: after}))


def _in_values(content: str, change: Callable[[str], str]) -> str:
    """The JSON with every text in it changed; its keys stay."""
    return json.dumps(_changed(json.loads(content), change), ensure_ascii=False, separators=(",", ":"))


def _changed(value: object, change: Callable[[str], str]) -> object:
    match value:
        case str():
            return change(value)
        case list():
            return [_changed(one, change) for one in value]
        case dict():
            return {key: _changed(one, change) for key, one in value.items()}
        case _:
            return value
