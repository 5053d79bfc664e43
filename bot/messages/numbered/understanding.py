"""What is typed with a number, as people answer a comrade: "tôi đã nắm rồi ạ", "27 30 đã nắm". Pure.

`bot.messages.numbered.codes` knows what stands under a number; here is what people say around it, so that no
acknowledgement becomes a question to somebody and no question an acknowledgement.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Line, Message
from bot.messages.folding import fold
from bot.messages.numbered.behind_number import begins_so, of_thing
from bot.messages.numbered.codes import (
    Choices,
    Found,
    Offered,
    Pressed,
    Unknown,
    Unseen,
    as_shown,
    choose,
    key_of,
)
from bot.messages.numbered.courtesy import is_courtesy, without_thanks
from bot.messages.numbered.inviting_back import invited
from bot.messages.numbered.reporting_words import Said, meaning
from bot.messages.numbered.saying_which import answer_to
from bot.messages.numbered.several_numbers import several_numbers
from bot.messages.numbered.told import Told
from bot.messages.numbered.told_back import reported
from bot.messages.numbered.typed_numbers import read_number
from bot.messages.numbered.whole_numbers import named_in
from bot.texts import numbers as words

# "27/ đã nắm"; 27/11 is a day and 27/KH a document.
_STROKE = re.compile(r"^(\s*[0-9]{2})\s*/(?=\s*(?:đã|da)\s|\s+[^\W\d_])", re.IGNORECASE)
# "2 7": a blank slipped in, or two choices of a menu.
_PARTED = re.compile(r"\s*([2-9])\s+([0-9])[\s.!]*")
_FULL_TEXT = "toan van"
_OPENS = frozenset(
    {
        *("mo", "xem", "mo xem", "mo ra", "mo lai", "xem lai", "mo van ban", "xem van ban"),
        *("mo thu moi", "xem thu moi"),
    }
)


def understood(typed: str, offers: Sequence[Offered], *, waiting: bool = False) -> Found | Told | None:
    """What the typed words stand for, with the courtesy that people put around them.

    Args:
        typed: as it came.
        offers: what was shown in this conversation, the newest first.
        waiting: as in `bot.messages.numbered.codes.choose`.

    Returns:
        None: no code; the words are an ordinary text.
    """
    typed = _STROKE.sub(r"\1 ", without_thanks(typed))
    shown = tuple(replace(one, buttons=tuple(filter(_is_shown, one.buttons))) for one in offers)
    several = several_numbers(typed, offered={one.number for one in shown if one.number}, strictly=waiting)
    if several:
        return Told(words.one_at_a_time(several[0]))
    if not waiting and (found := _in_full(typed, offers, shown)) is not None:
        return found
    read = read_number(typed, waiting=waiting)
    thing = None if read is None else next((one for one in shown if one.number == read.number), None)
    if read is None or thing is None:
        return _or_document(choose(typed, shown, waiting=waiting), shown)
    return of_thing(thing, typed, read, shown, waiting=waiting)


def _in_full(typed: str, offers: Sequence[Offered], shown: Sequence[Offered]) -> Found | Told | None:
    """What is said in other ways than by a number, or is not written under any message."""
    parted = _PARTED.fullmatch(typed)
    split = None if parted is None else _with_number(shown, int(parted[1] + parted[2]))
    if split is not None:
        return reported(split, Choices(split.number, split.buttons))
    read = read_number(typed)
    around = "" if read is None or read.is_doubtful else fold(f"{read.before} {read.words}")
    thing = None if read is None or around not in _OPENS | {_FULL_TEXT} else _with_number(offers, read.number)
    if thing is not None:
        return _opened(thing, offers, full_text=around == _FULL_TEXT)
    found = _by_document(typed, offers, shown)
    is_numbered = read is not None and _with_number(shown, read.number) is not None
    return found if found is not None or is_numbered else invited(typed, shown)


def _with_number(offers: Sequence[Offered], number: int) -> Offered | None:
    return next((one for one in offers if one.number == number and number), None)


def _opened(thing: Offered, offers: Sequence[Offered], *, full_text: bool = False) -> Found | None:
    acts = {Act.FULL_TEXT} if full_text else {Act.OPEN_CARD, Act.OPEN_SESSION}
    found = {key_of(one): one for one in thing.buttons if one.act in acts}
    return as_shown(Pressed(next(iter(found.values()))), offers) if len(found) == 1 else None


def _by_document(typed: str, offers: Sequence[Offered], shown: Sequence[Offered]) -> Found | Told | None:
    """The document that is named by its whole number, as if by the one to answer with."""
    named = named_in(typed, (one.about.document for one in shown))
    things = [one for one in shown if named is not None and one.about.document == named.document]
    if named is None or len(things) != 1:
        return None
    thing, around = things[0], fold(f"{named.before} {named.words}")
    if around in _OPENS | {_FULL_TEXT}:
        return _opened(
            next(one for one in offers if one.number == thing.number),
            offers,
            full_text=around == _FULL_TEXT,
        )
    is_named_first = is_courtesy(named.before, typed="")
    if is_named_first and not named.words:
        return Told(words.meant_document(thing.about.document, code=thing.number))
    if is_named_first or meaning(f"{named.before} {named.words}") is Said.TAKEN:
        typed = f"{thing.number} {named.words or named.before}"
        read = read_number(typed)
        others = [one for one in shown if one is thing or not one.about.is_open]
        return None if read is None else of_thing(thing, typed, read, others, waiting=False)
    return None


def said_to(found: Unknown | Unseen | Choices | Told) -> Message:
    """What to say where nothing is pressed."""
    if not isinstance(found, Told):
        return answer_to(found)
    rows = tuple((button,) for button in found.buttons)
    blocks: tuple[Block, ...] = (Line(found.sentence), Buttons(rows)) if rows else (Line(found.sentence),)
    return Message(blocks, keeps_menu=not rows)


def _is_shown(button: Button) -> bool:
    return bool(button.code)


def _or_document(found: Found | None, offers: Sequence[Offered]) -> Found | Told | None:
    if not isinstance(found, Unknown):
        return found
    meant = next((one for one in offers if begins_so(one, found.number)), None)
    return found if meant is None else Told(words.meant_document(meant.about.document, code=meant.number))
