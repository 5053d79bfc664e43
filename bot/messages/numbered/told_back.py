"""What is said of a thing where words press nothing: what was understood, and what to type instead. Pure."""

from bot.messages.acts import Act
from bot.messages.folding import fold
from bot.messages.numbered.codes import Choices, Found, Offered, Thing
from bot.messages.numbered.document_numbers import UNKNOWN_THING
from bot.messages.numbered.told import Told
from bot.messages.numbered.whose_words import is_mere_amount
from bot.texts import numbers as words

_SLIPS = frozenset(
    {"nham", "go nham", "bam nham", "nhan nham", "tra loi nham", "rut lai", "hoan tac", "xac nhan nham"}
)
_NODS = frozenset({"okie", "okey", "okla", "uk", "uhm", "nhe", "nha", "roi", "roi nhe", "bo", "huy", "thoi"})
_NOT_YET = frozenset(
    {"chua", "khong", "ko", "k", "chua doc", "chua xem", "chua nam", "de sau", "lat nua", "mai doc"}
)
_NOTHING = _SLIPS | _NODS | _NOT_YET
_OWN = ("toi ", "em ", "minh ", "da ", "chau ")
_ENDS = (" a", " roi", " nhe")


def has(thing: Offered, act: Act) -> bool:
    """Whether the thing has a button for this."""
    return any(button.act is act for button in thing.buttons)


def is_nothing(said: str) -> bool:
    """Whether the words only nod, shake the head, take something back, or count: nobody is asked that."""
    bare = fold(said)
    for begins in _OWN:
        bare = bare.removeprefix(begins)
    for ends in _ENDS:
        bare = bare.removesuffix(ends)
    return bare in _NOTHING or is_mere_amount(said)


def reported(thing: Offered, found: Found | None) -> Found | Told | None:
    """What to say to words that report: what they may mean is asked back."""
    if has(thing, Act.ACKNOWLEDGE):
        if _is_done(thing):
            return nothing_noted(thing)
        called = thing.about.whom or words.SOMEBODY
        return Told(words.did_you_take_note(called, thing.about.document, code=thing.number))
    if has(thing, Act.ANSWER_QUESTION):
        return Told(words.is_a_question(thing.number))
    if thing.thing == Thing.PUBLICATION and has(thing, Act.ASK):
        return Told(words.to_know(thing.number))
    return Choices(thing.number, thing.buttons) if found is None else found


def nothing_noted(thing: Offered) -> Told:
    """Nothing was recorded now; of what no longer waits it is said where to look, and to take it back."""
    say = words.is_done_with if _is_done(thing) else words.nothing_noted
    return Told(say(thing.about.document, code=thing.number))


def _is_done(thing: Offered) -> bool:
    return thing.about != UNKNOWN_THING and not thing.about.is_open
