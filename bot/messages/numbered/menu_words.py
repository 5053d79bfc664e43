"""Words that stand for what no number does in a menu: "duyệt phát hành", "đồng ý". Pure."""

import re
import unicodedata
from collections.abc import Collection, Sequence

from bot.messages.blocks import Button
from bot.messages.folding import fold, folded_words
from bot.messages.numbered.label_words import code_words, label_keys, spoken
from bot.messages.numbered.naming import polite
from bot.messages.numbered.typed_numbers import is_doubtful
from bot.messages.numbered.weighing import AGREES, WANTS_WORDS
from bot.texts import channels as words

_FEW = 2
_LETTERS = re.compile(r"[^\W\d_]+")
# How somebody begins who says yes politely, or copies what the line says: "dạ đồng ý", "tôi đồng ý".
_BEFORE = ("da ", "vang ", "toi ", "em ", "go ")


def word_codes(buttons: Sequence[Button], *, used: Collection[str] = ()) -> tuple[str, ...]:
    """What to type for each button that no number presses; empty for the others.

    Args:
        buttons: of one menu.
        used: codes of what was shown along with it.
    """
    labels = [button.label for button in buttons]
    usual, short = code_words(labels), code_words(labels, enough=_FEW)
    given = set(used)
    codes = []
    for place, button in enumerate(buttons):
        if button.act not in WANTS_WORDS:
            codes.append("")
            continue
        code = short[place] if button.act in AGREES else usual[place]
        codes.append(code if _will_do(code, given) else _counted(button.label, given))
        given.add(codes[-1])
    return tuple(codes)


def is_worded(button: Button) -> bool:
    """Whether it is a choice of a menu that is called by words of its own."""
    return button.code[:1].isalpha()


def called(buttons: Sequence[Button], typed: str, *, exactly: bool = False) -> Button | None:
    """The button of a menu that these words call: its code, its label, or what lies between the two.

    Args:
        buttons: of the menu.
        typed: as it came.
        exactly: nothing between the two.
    """
    if is_doubtful(typed):
        return None
    said = _variants(polite(typed))
    worded = [button for button in buttons if is_worded(button)]
    by_code = [button for button in worded if fold(button.code) in said]
    by_label = [button for button in worded if said & _whole(button)]
    begun = (
        [] if exactly else [button for button in worded if any(_lies_between(one, button) for one in said)]
    )
    found = by_code or by_label or begun
    return found[0] if len(found) == 1 else None


def _will_do(code: str, given: Collection[str]) -> bool:
    return code[:1].isalpha() and code not in given


def _counted(label: str, given: Collection[str]) -> str:
    shown = _LETTERS.findall(unicodedata.normalize("NFC", label).lower())
    begins = " ".join(shown[:_FEW]) or words.AGREED
    return next(code for number in range(1, len(given) + 2) if (code := f"{begins} {number}") not in given)


def _variants(said: str) -> frozenset[str]:
    shorter = [said.removeprefix(begins) for begins in _BEFORE if said.startswith(begins)]
    return frozenset({said, *shorter}) - {""}


def _whole(button: Button) -> frozenset[str]:
    return label_keys(button.label) | {fold(words.type_words(spoken(button.label), code=button.code))}


def _lies_between(said: str, button: Button) -> bool:
    spelt, label, code = tuple(said.split()), folded_words(button.label), folded_words(button.code)
    return spelt[: len(code)] == code and label[: len(spelt)] == spelt
