"""Words that stand for what no number does in a menu: "duyệt phát hành", "đồng ý". Pure."""

import re
import unicodedata
from collections.abc import Collection, Sequence

from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.folding import fold, folded_words
from bot.messages.numbered.label_words import amount_in, code_words, label_keys, spoken
from bot.messages.numbered.naming import polite
from bot.messages.numbered.typed_numbers import is_doubtful
from bot.messages.numbered.weighing import AGREES, WANTS_WORDS
from bot.texts import channels as words
from bot.texts.code_words import ALWAYS, CODE_WORDS, so_many_people
from bot.texts.helping import COMMAND_WORDS

_FEW = 2
_LETTERS = re.compile(r"[^\W\d_]+")
# How somebody begins who says yes politely, or copies what the line says: "dạ đồng ý", "tôi đồng ý".
_BEFORE = ("da ", "vang ", "toi ", "em ", "go ")


def word_codes(buttons: Sequence[Button], *, used: Collection[str] = ()) -> tuple[str, ...]:
    """What to type for each button that no number presses; empty for the others.

    Never the word of a command: who types that wants the command, about something else perhaps.

    Args:
        buttons: of one menu.
        used: codes of what was shown along with it.
    """
    whole = code_words([button.label for button in buttons])
    worded = [button for button in buttons if button.act in WANTS_WORDS]
    given = set(used)
    codes = []
    for button, label in zip(buttons, whole, strict=True):
        if button.act not in WANTS_WORDS:
            codes.append("")
            continue
        code = _by_hand(button, label)
        is_alone = sum(_by_hand(one, "") == code for one in worded) < _FEW
        codes.append(code if is_alone and _will_do(code, given) else _counted(code, button.label, given))
        given.add(codes[-1])
    return tuple(codes)


def by_hand(button: Button) -> str:
    """The words that stand beside the act in `bot.texts.code_words`; empty without any."""
    code = CODE_WORDS.get(button.act.name, "")
    return so_many_people(code, amount_in(button.label)) if button.act is Act.REMIND else code


def is_command(said: str) -> bool:
    """Whether the folded words are those of a command, however they are parted."""
    return said.replace(" ", "") in COMMAND_WORDS


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
    said = frozenset(one for one in _variants(polite(typed)) if not is_command(one))
    worded = [button for button in buttons if is_worded(button)]
    by_code = [button for button in worded if fold(button.code) in said]
    by_label = [button for button in worded if said & _whole(button)]
    begun = (
        [] if exactly else [button for button in worded if any(_lies_between(one, button) for one in said)]
    )
    found = by_code or by_label or begun
    return found[0] if len(found) == 1 else None


def _by_hand(button: Button, label: str) -> str:
    if button.act in AGREES:
        return _begins(button.label)
    usual = "" if button.act.name in ALWAYS or is_command(fold(label)) else label
    return usual or by_hand(button) or label


def _will_do(code: str, given: Collection[str]) -> bool:
    return code[:1].isalpha() and code not in given and not is_command(fold(code))


def _counted(code: str, label: str, given: Collection[str]) -> str:
    begins = code or _begins(label) or words.AGREED
    return next(each for number in range(1, len(given) + 2) if (each := f"{begins} {number}") not in given)


def _begins(label: str) -> str:
    shown = _LETTERS.findall(unicodedata.normalize("NFC", label).lower())
    return " ".join(shown[:_FEW])


def _variants(said: str) -> frozenset[str]:
    shorter = [said.removeprefix(begins) for begins in _BEFORE if said.startswith(begins)]
    return frozenset({said, *shorter}) - {""}


def _whole(button: Button) -> frozenset[str]:
    return label_keys(button.label) | {fold(words.type_words(spoken(button.label), code=button.code))}


def _lies_between(said: str, button: Button) -> bool:
    spelt, label, code = tuple(said.split()), folded_words(button.label), folded_words(button.code)
    return spelt[: len(code)] == code and label[: len(spelt)] == spelt
