"""What the words around a thing's number mean: taking note, an answer, a question, or nothing yet. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from bot.messages.acts import Act
from bot.messages.cutting import nfc
from bot.messages.folding import fold
from bot.messages.numbered.codes import NUMBERS, Choices, Found, Offered, Pressed, Thing, as_shown, choose
from bot.messages.numbered.courtesy import contradicts
from bot.messages.numbered.document_numbers import UNKNOWN_THING, begins_with
from bot.messages.numbered.inviting_back import answered
from bot.messages.numbered.reporting_words import Said, asks, meaning, without_courtesy
from bot.messages.numbered.session_words import heard
from bot.messages.numbered.told import Told
from bot.messages.numbered.told_back import has, is_nothing, nothing_noted, reported
from bot.messages.numbered.typed_numbers import Typed
from bot.messages.numbered.weighing import WANTS_WORDS
from bot.messages.numbered.whose_words import is_amount, leads_on
from bot.texts import numbers as words
from bot.texts.acknowledging import ACKNOWLEDGE

_FEW_WORDS = 3
# What is recorded of somebody, or for good: it needs that person's own plain words.
_RECORDS = WANTS_WORDS | {Act.ACKNOWLEDGE, Act.ATTEND, Act.DECLINE, Act.UNDECIDED}
# The card says "gõ 27 và câu hỏi", and some type just that.
_AND_A_QUESTION = re.compile(
    r"(?:và|va)\s+(?:câu hỏi|cau hoi)(?:\s+(?:của|cua)\s+\S+)?(?:\s+(?:là|la)\b)?[\s:,.–-]*", re.IGNORECASE
)
_ENDS_IN_A_QUESTION = re.compile(r"(?:^| )(?:khong|ko|k|kg|chua|hong|nhe|ha)$")
_NODS = frozenset({"ok", "oke", "vang", "da", "u", "a"})
# "27 à" asks.
_MERELY_POLITE = frozenset({"ạ", "a"})


def of_thing(
    thing: Offered, typed: str, read: Typed, offers: Sequence[Offered], *, waiting: bool
) -> Found | Told | None:
    """What is meant about this thing.

    Args:
        thing: whose number was typed.
        typed: as it came.
        read: the number in it, and the words around it.
        offers: what else was shown in this conversation.
        waiting: as in `bot.messages.numbered.codes.choose`.
    """
    around = f"{read.before} {read.words}".strip()
    # "27 đã nắm 👍" says nothing against itself, "27 👍" says nothing.
    said = None if read.is_doubtful and contradicts(typed) else _said(read, around)
    is_bare = not (around or read.is_doubtful or waiting)
    if (said is Said.TAKEN or is_bare) and has(thing, Act.ACKNOWLEDGE):
        other = _other_document(thing, offers)
        if other is not None:
            return _which(thing, other)
    if said is Said.TAKEN:
        return _taken(thing, offers, waiting=waiting)
    if not _is_own(read):
        return None if waiting else _of_others(thing, read, offers, typed)
    found = _meant(choose(typed, offers, waiting=waiting), thing, is_bare=is_bare, waiting=waiting)
    if is_bare or _is_plain(found) or (waiting and found is not None):
        return found
    if not (read.is_doubtful or asks(around)):
        polite = _behind_courtesy(thing, around, offers, waiting=waiting)
        if polite is not None:
            return polite
    if waiting and thing.thing == Thing.SESSION and (plain := heard(around)) is not None and not plain.reason:
        return answered(thing, around, offers)
    if waiting:
        return reported(thing, found) if said is Said.REPORTED else None
    return _asked_back(thing, read, said, found, offers)


def begins_so(one: Offered, number: int) -> bool:
    """Whether it is a document that waits, and its own number begins with this figure."""
    return one.about.is_open and begins_with(one.about.document) == number


def _said(read: Typed, around: str) -> Said | None:
    """What the words say; those before a number may only lead to it: "văn bản 27 đã nắm"."""
    leads = not read.before or leads_on(read.before)
    if leads and not read.is_doubtful and nfc(read.words).casefold() in _MERELY_POLITE:
        return Said.TAKEN
    said = meaning(around)
    if said is not Said.TAKEN and read.before and read.words and leads:
        said = meaning(read.words) or said
    return Said.REPORTED if said is Said.TAKEN and not _is_own(read) else said


def _is_own(read: Typed) -> bool:
    """Whether it is plainly said of oneself, and the number is no amount: unlike "tổ 27 đã nắm"."""
    is_led = not (read.before and read.words) or leads_on(read.before)
    return is_led and not is_amount(read.words)


def _of_others(thing: Offered, read: Typed, offers: Sequence[Offered], typed: str) -> Found | Told | None:
    """What somebody else did, or how many, is recorded of nobody; a question stays a question."""
    said = meaning(f"{read.before} {read.words}")
    found = choose(typed, offers)
    if said is not None:
        return reported(thing, found if isinstance(found, Choices) else None)
    is_heard = thing.thing == Thing.SESSION and heard(read.words) is not None
    if _records(found) or is_heard:
        found = Choices(thing.number, thing.buttons)
    if isinstance(found, Pressed) and found.button.act is Act.ASK and is_nothing(read.words):
        return nothing_noted(thing)
    return found if _is_plain(found) else _told(thing, read, found, offers)


def _meant(found: Found | None, thing: Offered, *, is_bare: bool, waiting: bool) -> Found | None:
    """The same, or which is meant: what only looks like "Đã nắm" or like a reason presses nothing."""
    if is_bare or not isinstance(found, Pressed):
        return found
    act, said = found.button.act, fold(found.words)
    is_a_question = act is Act.DECLINE and ("?" in found.words or _ENDS_IN_A_QUESTION.search(said))
    if act is Act.ACKNOWLEDGE or is_a_question:
        return Choices(thing.number, thing.buttons, waiting)
    return found


def _records(found: Found | None) -> TypeGuard[Pressed]:
    return isinstance(found, Pressed) and found.button.act in _RECORDS


def _asked_back(
    thing: Offered, read: Typed, said: Said | None, found: Found | None, offers: Sequence[Offered]
) -> Found | Told | None:
    other_words = _in_other_words(thing, read, offers)
    if other_words is not None:
        return other_words
    return reported(thing, found) if said is Said.REPORTED else _told(thing, read, found, offers)


def _in_other_words(thing: Offered, read: Typed, offers: Sequence[Offered]) -> Found | Told | None:
    if thing.thing == Thing.SESSION and not read.is_doubtful:
        return answered(thing, read.words or read.before, offers)
    asking = next((button for button in thing.buttons if button.act is Act.ASK), None)
    if asking is None or read.before:
        return None
    if is_nothing(read.words):
        return nothing_noted(thing)
    literally = _AND_A_QUESTION.match(nfc(read.words))
    if literally is not None:
        return as_shown(Pressed(asking, nfc(read.words)[literally.end() :].strip()), offers)
    begins, _, rest = read.words.partition(" ")
    # Who is asked back and means a question after all says so by one word more.
    says = fold(begins) == "hoi" and fold(rest).split()[:1] not in (["lai"], ["them"], [])
    return as_shown(Pressed(asking, rest.strip(" :,.–-")), offers) if says else None


def _is_plain(found: Found | None) -> bool:
    """Whether a button was named, and not just a question begun with whatever was typed."""
    return isinstance(found, Pressed) and not (found.button.act is Act.ASK and found.words)


def _taken(thing: Offered, offers: Sequence[Offered], *, waiting: bool) -> Found | Told | None:
    if not has(thing, Act.ACKNOWLEDGE):
        return reported(thing, Choices(thing.number, thing.buttons, waiting))
    return choose(f"{thing.number} đã nắm", offers, waiting=waiting)


def _told(thing: Offered, read: Typed, found: Found | None, offers: Sequence[Offered]) -> Found | Told | None:
    # "Vâng ok 27" names the document and nothing to do.
    is_short = not read.words and len(read.before.split()) <= _FEW_WORDS and not asks(read.before)
    is_nod = isinstance(found, Choices) or (found is None and is_short)
    if has(thing, Act.ANSWER_QUESTION) and not (read.before or read.is_glued):
        if any(letter.isalpha() for letter in read.words) and fold(read.words) not in _NODS:
            label = next(one.label for one in thing.buttons if one.act is Act.ANSWER_QUESTION)
            return choose(f"{thing.number} {fold(label)} {read.words}", offers)
        return Told(words.is_a_question(thing.number)) if is_nod else found
    if is_nod and thing.thing == Thing.PUBLICATION and has(thing, Act.ACKNOWLEDGE):
        return nothing_noted(thing)
    return found


def _behind_courtesy(
    thing: Offered, around: str, offers: Sequence[Offered], *, waiting: bool
) -> Pressed | None:
    """The label that is left of "dạ, em xin vắng ạ", or "dự, cảm ơn đồng chí"."""
    for bare in without_courtesy(around):
        if not bare or bare.isdecimal():
            continue
        found = choose(f"{thing.number} {bare}", offers, waiting=waiting)
        if not isinstance(found, Pressed) or found.words:
            continue
        if found.button.act not in WANTS_WORDS | {Act.ACKNOWLEDGE}:
            return found
    return None


def _other_document(thing: Offered, offers: Sequence[Offered]) -> Offered | None:
    """The open document whose own number begins with the number that another one is answered by."""
    if thing.number not in NUMBERS or begins_with(thing.about.document) == thing.number:
        return None
    others = (one for one in offers if one.number != thing.number and begins_so(one, thing.number))
    return next(others, None)


def _which(thing: Offered, other: Offered) -> Told:
    if thing.about != UNKNOWN_THING and not thing.about.is_open:
        done, waits = thing.about.document, other.about.document
        return Told(words.waits_no_longer(done, other=waits, code=thing.number, other_code=other.number))
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
