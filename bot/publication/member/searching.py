"""/tim: what was published, by words with or without accents, or by number; the best first."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot.access import Caller, Door, demand_member
from bot.audience import Audience
from bot.errors import Refusal, Refused
from bot.messages.folding import fold, folded_words, without_accents
from bot.office import Office
from bot.publication.draft.correcting import key_of_typed
from bot.publication.member.published import may_see
from storage.database import Connection
from storage.publication import publications, searching
from storage.publication.publications import Publication
from storage.states import PublicationState, Scope

MOST_SHOWN = 8
"""What is easily chosen from, also by typing a number."""
_MOST_WORDS = 12
_LONGEST = 200
_LOOKED_AT = 400
# Of those, the best are read with their accents too.
_READ_CLOSELY = 40
_AROUND = 110


@dataclass(frozen=True)
class Hit:
    """One publication that was found.

    Args:
        line: where the words stand in its text; empty where it says nothing beyond the title, and always in
            scope nội bộ, whose text goes through no messenger.
    """

    publication_id: int
    number: str
    title: str
    published_at: datetime
    is_over: bool
    line: str


@dataclass(frozen=True)
class Found:
    """What a search brought.

    Args:
        typed: the words, as searched for.
        hits: the best first, at most `MOST_SHOWN`.
        has_more: there are others.
        has_all_words: every hit has every word; else these are only the nearest.
    """

    typed: str
    hits: tuple[Hit, ...]
    has_more: bool
    has_all_words: bool


def remember(connection: Connection, publication_id: int) -> None:
    """Keep the words of the publication's newest version for searching; asked whenever one is written."""
    found = publications.publication(connection, publication_id)
    if found is None:
        return
    name = fold(f"{found.number} {found.type_name} {found.title} {found.issuer}")
    searching.keep(connection, publication_id, name=name, body=fold(found.body))


async def search(caller: Caller, office: Office, *, typed: str) -> Found:
    """What the caller may see of what was published, by these words.

    Raises:
        Refused: NOT_ALLOWED, when no member calls; EMPTY, TOO_LONG.
    """
    if caller.door is not Door.COMMAND_LINE:
        demand_member(caller)
    typed = " ".join(typed.split())
    if len(typed) > _LONGEST:
        raise Refused(Refusal.TOO_LONG, limit=str(_LONGEST))
    words = tuple(dict.fromkeys(folded_words(typed)))[:_MOST_WORDS]
    if not words:
        raise Refused(Refusal.EMPTY)

    def body(connection: Connection) -> Found:
        for all_words in (True, False):
            seen = _seen(connection, office, caller, words, key_of_typed(typed), all_words=all_words)
            best = list(islice(seen, _READ_CLOSELY))
            if best:
                ranked = _with_accents(best, typed)
                hits = tuple(_hit(one, words) for one in ranked[:MOST_SHOWN])
                return Found(typed, hits, len(best) > MOST_SHOWN, all_words)
        return Found(typed, (), has_more=False, has_all_words=True)

    return await office.database.read(body)


def _seen(
    connection: Connection,
    office: Office,
    caller: Caller,
    words: Sequence[str],
    number_key: str,
    *,
    all_words: bool,
) -> Iterator[Publication]:
    rules: dict[Audience, bool] = {}
    for publication_id in searching.find(
        connection, words, number_key=number_key, limit=_LOOKED_AT, all_words=all_words
    ):
        found = publications.publication(connection, publication_id)
        if found is not None and may_see(connection, office, caller, found, rules):
            yield found


def _with_accents(found: list[Publication], typed: str) -> list[Publication]:
    """Who types accents means them: those words first, the rest in the order in which they came."""
    meant = [one for one in _plain(typed).split() if without_accents(one) != one]
    if not meant:
        return found

    def amount(one: Publication) -> int:
        name, text = _plain(f"{one.number} {one.title} {one.issuer}").split(), _plain(one.body).split()
        return sum(4 * (word in name) + (word in text) for word in meant)

    return sorted(found, key=amount, reverse=True)


def _plain(text: str) -> str:
    lower = unicodedata.normalize("NFC", text).casefold()
    return "".join(letter if letter.isalnum() else " " for letter in lower)


def _hit(found: Publication, words: Sequence[str]) -> Hit:
    is_over = found.state is PublicationState.WITHDRAWN
    line = _line_of(found, words) if found.scope is Scope.PUBLIC else ""
    return Hit(found.id, found.number, found.title, found.published_at, is_over, line)


def _line_of(found: Publication, words: Sequence[str]) -> str:
    """The line of the text in which most of the words stand that the title has not."""
    wanted = set(words) - set(folded_words(f"{found.number} {found.title}"))
    if not wanted:
        return ""
    best, most = "", 0
    for line in found.body.splitlines():
        amount = len(wanted.intersection(folded_words(line)))
        if amount > most:
            best, most = line.strip(), amount
    return _cut(best, wanted)


def _cut(line: str, wanted: set[str]) -> str:
    if len(line) <= _AROUND:
        return line
    parts = line.split()
    place = next((at for at, part in enumerate(parts) if wanted.intersection(folded_words(part))), 0)
    start, length = place, 0
    while start and length < _AROUND // 2:
        start -= 1
        length += len(parts[start]) + 1
    cut = " ".join(parts[start:])
    if len(cut) > _AROUND:
        cut = f"{cut[:_AROUND].rsplit(' ', 1)[0]}…"
    return f"…{cut}" if start else cut
