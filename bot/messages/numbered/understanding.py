"""What is typed with a number, as people answer a comrade: "tôi đã nắm rồi ạ", "27 30 đã nắm". Pure.

`bot.messages.numbered.codes` knows what stands under a number; here is what people say around it, so that no
acknowledgement becomes a question to somebody and no question an acknowledgement.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Line, Message
from bot.messages.folding import fold
from bot.messages.numbered.codes import (
    NUMBERS,
    Choices,
    Found,
    Offered,
    Pressed,
    Thing,
    Unknown,
    Unseen,
    choose,
)
from bot.messages.numbered.document_numbers import begins_with
from bot.messages.numbered.reporting_words import Said, asks, meaning, without_courtesy
from bot.messages.numbered.saying_which import answer_to
from bot.messages.numbered.several_numbers import several_numbers
from bot.messages.numbered.typed_numbers import Typed, read_number
from bot.messages.numbered.weighing import WANTS_WORDS
from bot.texts import numbers as words
from bot.texts.acknowledging import ACKNOWLEDGE

# "27/ đã nắm"; 27/11 is a day and 27/KH a document.
_STROKE = re.compile(r"^(\s*[0-9]{2})\s*/(?=\s*(?:đã|da)\s|\s+[^\W\d_])", re.IGNORECASE)
_FULL_TEXT = "toan van"


@dataclass(frozen=True)
class Told:
    """Nothing is pressed: this is said instead.

    Args:
        sentence: what.
        buttons: what may be chosen then.
    """

    sentence: str
    buttons: tuple[Button, ...] = ()


def understood(typed: str, offers: Sequence[Offered], *, waiting: bool = False) -> Found | Told | None:
    """What the typed words stand for, with the courtesy that people put around them.

    Args:
        typed: as it came.
        offers: what was shown in this conversation, the newest first.
        waiting: as in `bot.messages.numbered.codes.choose`.

    Returns:
        None: no code; the words are an ordinary text.
    """
    shown = tuple(replace(one, buttons=tuple(filter(_is_shown, one.buttons))) for one in offers)
    several = several_numbers(typed, offered={one.number for one in shown if one.number}, strictly=waiting)
    if several:
        return Told(words.one_at_a_time(several[0]))
    typed = _STROKE.sub(r"\1 ", typed)
    read = read_number(typed, waiting=waiting)
    thing = None if read is None else next((one for one in shown if one.number == read.number), None)
    if read is None or thing is None:
        return _or_document(choose(typed, shown, waiting=waiting), shown)
    if not waiting and fold(f"{read.before} {read.words}") == _FULL_TEXT:
        return choose(typed, offers)
    return _of_thing(thing, typed, read, shown, waiting=waiting)


def said_to(found: Unknown | Unseen | Choices | Told) -> Message:
    """What to say where nothing is pressed."""
    if not isinstance(found, Told):
        return answer_to(found)
    rows = tuple((button,) for button in found.buttons)
    blocks: tuple[Block, ...] = (Line(found.sentence), Buttons(rows)) if rows else (Line(found.sentence),)
    return Message(blocks)


def _is_shown(button: Button) -> bool:
    return bool(button.code)


def _or_document(found: Found | None, offers: Sequence[Offered]) -> Found | Told | None:
    if not isinstance(found, Unknown):
        return found
    meant = next((one for one in offers if _begins_so(one, found.number)), None)
    return found if meant is None else Told(words.meant_document(meant.about.document, code=meant.number))


def _begins_so(one: Offered, number: int) -> bool:
    return one.about.is_open and begins_with(one.about.document) == number


def _of_thing(
    thing: Offered, typed: str, read: Typed, offers: Sequence[Offered], *, waiting: bool
) -> Found | Told | None:
    around = f"{read.before} {read.words}".strip()
    said = None if read.is_doubtful else meaning(around)
    is_bare = not (around or read.is_doubtful or waiting)
    if said is Said.TAKEN or is_bare:
        other = _other_document(thing, offers)
        if _has(thing, Act.ACKNOWLEDGE) and other is not None:
            return _which(thing, other)
    if said is Said.TAKEN:
        return _taken(thing, offers, waiting=waiting)
    found = choose(typed, offers, waiting=waiting)
    if is_bare or _is_plain(found) or (waiting and found is not None):
        return found
    polite = (
        None if read.is_doubtful or asks(around) else _behind_courtesy(thing, around, offers, waiting=waiting)
    )
    if polite is not None:
        return polite
    if said is Said.REPORTED:
        return _reported(thing, found)
    if waiting:
        return None
    return _told(thing, read, found, offers)


def _is_plain(found: Found | None) -> bool:
    """Whether a button was named, and not just a question begun with whatever was typed."""
    return isinstance(found, Pressed) and not (found.button.act is Act.ASK and found.words)


def _taken(thing: Offered, offers: Sequence[Offered], *, waiting: bool) -> Found | Told | None:
    if not _has(thing, Act.ACKNOWLEDGE):
        return _reported(thing, Choices(thing.number, thing.buttons, waiting))
    return choose(f"{thing.number} đã nắm", offers, waiting=waiting)


def _reported(thing: Offered, found: Found | None) -> Found | Told | None:
    if _has(thing, Act.ACKNOWLEDGE):
        called = thing.about.whom or words.SOMEBODY
        return Told(words.did_you_take_note(called, thing.about.document, code=thing.number))
    if _has(thing, Act.ANSWER_QUESTION):
        return Told(words.is_a_question(thing.number))
    if thing.thing == Thing.PUBLICATION and _has(thing, Act.ASK):
        return Told(words.to_know(thing.number))
    return Choices(thing.number, thing.buttons) if found is None else found


def _told(thing: Offered, read: Typed, found: Found | None, offers: Sequence[Offered]) -> Found | Told | None:
    is_nod = isinstance(found, Choices)
    if _has(thing, Act.ANSWER_QUESTION) and not (read.before or read.is_glued):
        nods = {"ok", "oke", "vang", "da", "u", "a"}
        if any(letter.isalpha() for letter in read.words) and fold(read.words) not in nods:
            label = next(one.label for one in thing.buttons if one.act is Act.ANSWER_QUESTION)
            return choose(f"{thing.number} {fold(label)} {read.words}", offers)
        return Told(words.is_a_question(thing.number)) if is_nod else found
    if is_nod and thing.thing == Thing.PUBLICATION and _has(thing, Act.ACKNOWLEDGE):
        return Told(words.nothing_noted(thing.about.document, code=thing.number))
    return found


def _behind_courtesy(
    thing: Offered, around: str, offers: Sequence[Offered], *, waiting: bool
) -> Pressed | None:
    """The label that is left of "dạ, em xin vắng ạ", or "dự, cảm ơn đồng chí"."""
    for bare in without_courtesy(around):
        found = (
            None
            if not bare or bare.isdecimal()
            else choose(f"{thing.number} {bare}", offers, waiting=waiting)
        )
        if isinstance(found, Pressed) and not found.words and found.button.act not in WANTS_WORDS:
            return found
    return None


def _other_document(thing: Offered, offers: Sequence[Offered]) -> Offered | None:
    """The open document whose own number begins with the number that another one is answered by."""
    if thing.number not in NUMBERS or begins_with(thing.about.document) == thing.number:
        return None
    others = (one for one in offers if one.number != thing.number and _begins_so(one, thing.number))
    return next(others, None)


def _which(thing: Offered, other: Offered) -> Told:
    sentence = words.two_documents(
        thing.about.document, code=thing.number, other=other.about.document, other_code=other.number
    )
    buttons = tuple(
        replace(button, label=f"{ACKNOWLEDGE}: {one.about.document}", token="", code="")
        for one in (thing, other)
        for button in one.buttons
        if button.act is Act.ACKNOWLEDGE
    )
    return Told(sentence, buttons)


def _has(thing: Offered, act: Act) -> bool:
    return any(button.act is act for button in thing.buttons)
