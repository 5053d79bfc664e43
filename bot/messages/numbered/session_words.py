"""What people type about an invitation to a session: "27 tham dự", "27 không đi được, tôi đi viện". Pure."""

import re
from dataclasses import dataclass

from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.cutting import nfc
from bot.messages.folding import fold
from bot.messages.numbered.reporting_words import asks, without_courtesy, without_fronts

COMES = frozenset(
    {
        *("du", "tham du", "se du", "se tham du", "co du", "xin du", "du duoc", "co mat", "se co mat"),
        *("di duoc", "se di", "co di", "se den", "den duoc", "dong y du", "nhat tri du", "co tham du"),
        *("tham gia", "se tham gia", "co tham gia", "tham gia duoc", "dang ky du", "dang ky tham du"),
    }
)
_STAYS_AWAY = re.compile(
    r"(?:khong (?:the )?(?:tham (?:du|gia)|du|di|den|co mat)(?: duoc| dc)?"
    r"|(?:xin )?(?:phep )?(?:vang(?: mat)?|nghi)(?: hop)?)(?= |$)"
)
_NOT = re.compile(r"^(?P<front>(?:(?:toi|em|minh|chau|da) )?)(?:ko|k|kg|kh|hong|hok|hem) ")
# Words that are spelt alike without accents: Ban Tuyên giáo, bạn, ôm, nghị quyết, vâng.
_MEANT = {"ban": "bận", "om": "ốm", "nghi": "nghỉ", "vang": "vắng"}
_OTHER_NAMES = re.compile(
    r"nghi (?:quyet|dinh|vien|luc|le|su)|ban (?:to chuc|chap hanh|tuyen giao|thuong vu|bi thu)"
)
# Who comes later, or all the same, stays not away.
_COMES_STILL = frozenset({"du", "van", "nhung", "muon", "tre", "xe"})
# A reason that says by itself that somebody stays away.
_IS_A_REASON = re.compile(r"(?:ban|om|di vien|nam vien|di cong tac|dau om)(?= |$)")
_YES = frozenset({"dung", "dung roi", "dung vay", "phai", "xac nhan"})
_LEADS = re.compile(r"^(?:vì|vi|do|lý do|ly do)\b[\s:]*", re.IGNORECASE)
_POLITE = re.compile(r"(?:^|[\s,.]+)(?:ạ|nhé|nha)[\s.!]*$", re.IGNORECASE)
_ASKED = frozenset({"gi", "sao", "nao", "dau", "may", "chua", "hoi", "ai"})
_FILLING = " \t\n.,;:–-!"
_LONGEST_REASON = 200


@dataclass(frozen=True)
class Heard:
    """What is meant.

    Args:
        act: ATTEND or DECLINE.
        reason: for staying away, as typed.
    """

    act: Act
    reason: str = ""


def heard(typed: str) -> Heard | None:
    """The answer in these words; None: a question, or anything else. "Vâng" is no "vắng"."""
    folded = _NOT.sub(r"\g<front>khong ", fold(typed))
    if asks(typed) or _ASKED & set(folded.split()):
        return None
    if any(bare in COMES for bare in without_courtesy(typed)):
        return Heard(Act.ATTEND)
    for said in without_fronts(folded):
        if not _is_meant(typed, said):
            continue
        away = _STAYS_AWAY.match(said)
        if away and _is_spelt(typed, away[0]):
            return Heard(Act.DECLINE, _reason(typed, said[away.end() :]))
        if _IS_A_REASON.match(said):
            return Heard(Act.DECLINE, _reason(typed, said))
    return None


def holding(button: Button, label: str) -> Button:
    """The button with the reason on its label, under which it comes back when it is chosen."""
    return Button(label, button.act, button.subject, button.argument)


def held(button: Button) -> str:
    """The reason on the label of a button that `holding` made; empty without one."""
    return button.label.partition(": ")[2] if button.act is Act.DECLINE else ""


def says_yes(typed: str) -> bool:
    """Whether the words agree to the reason that was just read back."""
    return any(bare in _YES for bare in without_courtesy(typed)) and "đừng" not in nfc(typed).casefold()


def _is_meant(typed: str, said: str) -> bool:
    """Whether its words are these very ones, and nothing behind them says that somebody comes."""
    first = said.split(" ", 1)[0]
    is_other = first in _MEANT and not typed.isascii() and _MEANT[first] not in nfc(typed).casefold()
    return not (is_other or _OTHER_NAMES.match(said)) and _COMES_STILL.isdisjoint(_behind(said))


def _behind(said: str) -> list[str]:
    away = _STAYS_AWAY.match(said) or _IS_A_REASON.match(said)
    return said[away.end() :].split() if away else []


def _is_spelt(typed: str, away: str) -> bool:
    """Whether "vang" is "vắng": alone it may be "vâng"; with accents it has to be that very word."""
    said = nfc(typed).casefold()
    return "vang" not in away or "vắng" in said or (typed.isascii() and fold(typed) != "vang")


def _reason(typed: str, folded: str) -> str:
    """These last words as they were typed, without what leads to them and the courtesy behind them."""
    left = len(folded.split())
    places = [found.start() for found in re.finditer(r"[^\W_]+", nfc(typed))]
    found = nfc(typed)[places[-left] :] if left else ""
    found = _POLITE.sub("", _LEADS.sub("", found.strip(_FILLING)))
    return found[:_LONGEST_REASON].strip(_FILLING)
