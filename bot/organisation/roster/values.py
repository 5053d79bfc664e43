"""What stands in a cell: a kind, a form of address, a yes or no, a number, a name."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from bot.organisation.joining.phones import phone_hash
from bot.organisation.roster.lines import Trouble
from bot.reading.folding import fold
from storage.states import Address, MemberKind

T = TypeVar("T")
LONGEST_NAME = 60
LONGEST_POSITION = 120
_MOST_DIGITS = 2
LANGUAGES = {"vi": "vi", "vn": "vi", "tieng viet": "vi", "viet": "vi", "vietnamese": "vi"}
PARTY = frozenset({MemberKind.OFFICIAL, MemberKind.PROBATIONARY})

_KINDS = {
    MemberKind.OFFICIAL: "chinh thuc, dang vien chinh thuc, dvct, dv chinh thuc, ct, official, full member",
    MemberKind.PROBATIONARY: "du bi, dang vien du bi, dvdb, dv du bi, db, probationary, candidate member",
    MemberKind.UNION: "doan vien, doan vien cong doan, dvcd, cong doan vien, union, union member",
    MemberKind.CANDIDATE: """quan chung, quan chung uu tu, qcut, cam tinh dang, doi tuong dang, doi tuong
        ket nap dang, candidate""",
}
_FORMS = {
    Address.COMRADE: "dong chi, d c, dc, comrade",
    Address.BROTHER: "anh, ong, mr, brother",
    Address.SISTER: "chi, ba, co, mrs, ms, miss, sister",
    Address.UNKNOWN: "anh chi, chi anh, ong ba, unknown",
}
_GENDERS = {
    Address.BROTHER: "nam, m, male, trai",
    Address.SISTER: "nu, f, female, gai",
}
_YES = frozenset({"x", "co", "mien", "duoc mien", "1", "yes", "y", "true", "v", "dung", "roi"})
_NO = frozenset({"", "0", "khong", "no", "n", "false", "ko", "sai"})
_NEW = frozenset({"moi", "new"})
_BETWEEN_NUMBERS = re.compile(r"[/;,]|\s-\s|hoặc")
# A date, or six digits and more, which a card may write in groups. A term of office (2020-2025) is neither.
_PRIVATE = re.compile(
    r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})(?!\d)"
    r"|(?<!\d)\d{4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)(?:[ T]\d{1,2}(?::\d{2}){1,2})?"
    r"|\d(?:[ .]?\d){5,}"
)
_SIGNS_OF_YES = frozenset({"✓", "✔", "☑", "√", "+"})


def _by_word(listed: Mapping[T, str]) -> dict[str, T]:
    return {" ".join(word.split()): key for key, words in listed.items() for word in words.split(",")}


_KIND_OF = _by_word(_KINDS)
_FORM_OF = _by_word(_FORMS)
_GENDER_OF = _by_word(_GENDERS)


class Odd(ValueError):
    """What stands in a cell is none of what can stand there."""

    def __init__(self, trouble: Trouble, what: str) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.what = what


def kind_of(written: str) -> MemberKind | None:
    """How the person belongs; None where nothing is written.

    Raises:
        Odd: it is no kind.
    """
    return _known(_KIND_OF, written, Trouble.KIND_UNKNOWN)


def form_of(written: str) -> Address | None:
    """The form of address; None where nothing is written.

    Raises:
        Odd: it is none.
    """
    return _known(_FORM_OF | _GENDER_OF, written, Trouble.FORM_UNKNOWN)


def form_by_gender(written: str) -> Address | None:
    """Anh or chị, where the file only knows the gender.

    Raises:
        Odd: it is none.
    """
    return _known(_GENDER_OF, written, Trouble.FORM_UNKNOWN)


def exempt_of(written: str) -> bool:
    """Whether a mark stands there.

    Raises:
        Odd: it is neither a yes nor a no.
    """
    word = fold(written)
    if written in _SIGNS_OF_YES or word in _YES:
        return True
    if word in _NO and not (written and not word):
        return False
    raise Odd(Trouble.EXEMPT_UNKNOWN, written)


def language_of(written: str) -> str | None:
    """The language that Loa speaks to the person; None where nothing is written.

    Raises:
        Odd: Loa does not speak it.
    """
    return _known(LANGUAGES, written, Trouble.LANGUAGE_UNKNOWN)


def number_of(written: str) -> int | None:
    """The member's number; None where nothing is written, 0 where it says that this is a new person.

    Raises:
        Odd: it is no number.
    """
    if not written:
        return None
    if fold(written) in _NEW:
        return 0
    if not re.fullmatch("[1-9][0-9]{0,17}", written):
        raise Odd(Trouble.NUMBER_ODD, written)
    return int(written)


def phone_of(written: str, key: bytes) -> str | None:
    """The keyed hash of the number, of the first that can be read where several stand in the cell.

    Raises:
        Odd: something is written and no number can be read. What was written is not in it.
    """
    candidates = (written, *_BETWEEN_NUMBERS.split(written))
    found = next(filter(None, (phone_hash(key, one) for one in candidates if one.strip())), None)
    if found is None and written:
        raise Odd(Trouble.PHONE_ODD, "")
    return found


def _known(listed: Mapping[str, T], written: str, trouble: Trouble) -> T | None:
    if not written:
        return None
    word = fold(written)
    if word not in listed:
        raise Odd(trouble, written)
    return listed[word]


def is_private(written: str) -> bool:
    """Whether a date or the number of a card stands there, which is kept nowhere."""
    return _PRIVATE.search(written) is not None


def masked(written: str) -> str:
    """The text without dates and long numbers: what is shown of a cell may come from another column."""
    return _PRIVATE.sub("…", written)


def name_trouble(name: str, *, is_known: bool) -> Trouble | None:
    """What is wrong with a tidy name, if anything is.

    Letters of one script, and the few signs that names are written with: `=HYPERLINK(…)`, an e-mail
    address or a number is no name, and neither is one that mixes Latin with look-alikes of Cyrillic.

    Args:
        name: as `bot.organisation.names.tidy` gives it.
        is_known: the line says the number of somebody on the roster, who may have one word for a name.
    """
    if not name:
        return Trouble.NO_NAME
    if len(name) > LONGEST_NAME:
        return Trouble.NAME_LONG
    if not all(_fits(letter) for letter in name) or not name[0].isalpha():
        return Trouble.NAME_ODD
    # Offices tell namesakes apart: Nguyễn Văn Hùng (2).
    if sum(letter.isdigit() for letter in name) > _MOST_DIGITS:
        return Trouble.NAME_ODD
    return Trouble.NAME_SHORT if len(name.split()) < 2 and not is_known else None


def _fits(letter: str) -> bool:
    if letter in " '’.-()0123456789":
        return True
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN ")
