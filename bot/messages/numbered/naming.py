"""Which of a thing's buttons some words mean. Pure."""

from collections.abc import Sequence

from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.cutting import nfc
from bot.messages.folding import fold
from bot.messages.numbered.label_words import label_keys, label_words
from bot.messages.numbered.weighing import HARMLESS, TAKES_WORDS, WANTS_WORDS

TAKEN_NOTE = frozenset({"da nam", "da ro", "ro"})
"""Folded words that acknowledge (look-and-words.md); "dạ rõ" folds to "da ro" by itself."""
MAY_MEAN_ANYTHING = frozenset(
    {"vang", "da", "da vang", "ok", "oke", "okay", "oki", "u", "uh", "um", "da nhan", "nhan roi"}
)
"""Folded words that never do."""
_OWN_WORDS = frozenset({Act.ACKNOWLEDGE, Act.TAKE_TASK})
_OF_A_TASK, _FILLING = frozenset({"nhan", "viec"}), frozenset({"da", "toi", "xin", "roi"})
_POLITE = (" a", " nhe", " nha")

Named = tuple[Button, str]
"""The button, and words of the person's own that go with it."""


def polite(typed: str) -> str:
    """The folded words without the particle that makes them polite."""
    folded = fold(typed)
    for ending in _POLITE:
        folded = folded.removesuffix(ending)
    return "" if folded == "a" else folded


def may_mean_anything(buttons: Sequence[Button], typed: str) -> bool:
    """Whether the words are a mere "vâng" or "ok".

    A label's own word with these very accents is not: "vắng" is no "vâng", and "vang" may be either.
    """
    said = nfc(typed).strip().casefold()
    spelt_out = any(said in nfc(button.label).casefold().split() for button in buttons)
    return polite(typed) in MAY_MEAN_ANYTHING and not spelt_out


def may_mean_a_task(buttons: Sequence[Button], typed: str) -> bool:
    """Whether the words are of one of several tasks, or only a part of "đã nhận việc": no question either."""
    words = set(polite(typed).split()) - _FILLING
    return any(button.act is Act.TAKE_TASK for button in buttons) and bool(words) and words <= _OF_A_TASK


def named(buttons: Sequence[Button], typed: str, *, number: int) -> Named | None:
    """The button that the words behind the thing's number mean, if it is just one.

    Its whole label, the beginning of it, a word that only it has, its place ("27 2"); for a button that
    goes on with words of the person's own also its label followed by them ("27 xin vắng vì ốm").
    """
    said = polite(typed)
    found = _by_words(buttons, said)
    if found is not None:
        return found, ""
    return _with_words(buttons, typed) or _by_place(buttons, said, number)


def _by_words(buttons: Sequence[Button], said: str) -> Button | None:
    if said in TAKEN_NOTE:
        return next((button for button in buttons if button.act is Act.ACKNOWLEDGE), None)
    whole = [button for button in buttons if said in _keys(button)]
    if whole:
        return _only(whole)
    words = tuple(said.split())
    # "27 năm" takes note of nothing, nor does "27 đã" take anything: that wants its own words.
    others = [(button, label_words(button.label)) for button in buttons if button.act not in _OWN_WORDS]
    begun = [button for button, label in others if label[: len(words)] == words]
    if begun:
        return _only(begun)
    if said.isdecimal():
        return _only([button for button, label in others if label[-2:] == ("so", said)])
    return _only(
        [button for button, label in others if len(words) == 1 and said in label and button.act in HARMLESS]
    )


def _keys(button: Button) -> frozenset[str]:
    """The label as typed whole, and what its line says; "27 nhận việc" is as good as "27 đã nhận việc"."""
    keys = label_keys(button.label) | {fold(button.code.partition(" ")[2])} - {""}
    return keys | {key.removeprefix("da ") for key in keys} if button.act is Act.TAKE_TASK else keys


def _only(found: Sequence[Button]) -> Button | None:
    return found[0] if len(found) == 1 else None


def _with_words(buttons: Sequence[Button], typed: str) -> Named | None:
    said = fold(typed)
    for button in buttons:
        label = fold(button.label)
        if button.act in TAKES_WORDS and said.startswith(f"{label} "):
            return button, _behind(typed, len(label.split()))
    return None


def _behind(typed: str, amount: int) -> str:
    """What follows the first so many words."""
    rest = typed.split(maxsplit=amount)
    return rest[amount].lstrip(".,:;–- ") if len(rest) > amount else ""


def _by_place(buttons: Sequence[Button], said: str, number: int) -> Named | None:
    if not said.isdecimal() or not 0 < int(said) <= len(buttons):
        return None
    button = buttons[int(said) - 1]
    # What is dangerous wants its word, unless no word tells it from the others.
    is_shown = button.code == f"{number} {int(said)}"
    return (button, "") if is_shown or button.act not in WANTS_WORDS else None
