"""What strangers write of themselves: made harmless to show, and read as a name or a unit."""

import unicodedata
from collections.abc import Collection

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.reading.folding import fold, folded_words
from storage.database import Connection
from storage.organisation import organisation

LONGEST = 80


def said(typed: str, *, cut: bool = False) -> str:
    """The words on one line, without signs that nobody sees or that turn the writing round.

    Raises:
        Refused: EMPTY; TOO_LONG, unless the words may be cut.
    """
    plain = unicodedata.normalize("NFC", typed)
    visible = "".join(" " if unicodedata.category(sign).startswith(("C", "Z")) else sign for sign in plain)
    words = " ".join(visible.split())
    if not words:
        raise Refused(Refusal.EMPTY)
    if len(words) > LONGEST and not cut:
        raise Refused(Refusal.TOO_LONG, limit=str(LONGEST))
    return words[:LONGEST]


def unit_meant(connection: Connection, office: Office, words: str) -> int | None:
    """The unit that these words name, accents optional; None where none or several could be meant."""
    today = office.clock.now().astimezone(office.zone).date()
    wanted = f" {fold(words)} "
    named = [
        (len(name), unit.id)
        for unit in organisation.units_in_order(connection, on=today)
        for name in {fold(unit.name), fold(unit.short_name)}
        if name and f" {name} " in wanted
    ]
    longest = max((length for length, _ in named), default=0)
    found = {unit_id for length, unit_id in named if length == longest}
    return found.pop() if len(found) == 1 else None


def fit(said_name: str, full_name: str) -> int | None:
    """How well a name fits what was written: 0 is best; None where the given names differ."""
    wanted, name = folded_words(said_name), folded_words(full_name)
    if wanted == name:
        return 0
    if _within(wanted, name) or _within(name, wanted):
        return 1
    if not wanted or not name or wanted[-1] != name[-1]:
        return None
    return 2 if wanted[0] == name[0] else 3


def _within(some: Collection[str], others: Collection[str]) -> bool:
    return len(some) > 1 and set(some) <= set(others)
