"""Whether words say that somebody has taken note, only report something, or ask. Pure.

The button is "Đã nắm"; people answer as they would a comrade: "tôi đã nắm rồi ạ", "đã nhận được văn bản".
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice

from bot.messages.cutting import nfc
from bot.messages.folding import fold
from bot.messages.numbered.courtesy import contradicts
from bot.messages.numbered.raw_keys import without_keys
from bot.messages.numbered.whose_words import of_others


class Said(StrEnum):
    """What words about a publication say."""

    TAKEN = "taken"
    """That its content is known: as good as the button."""
    REPORTED = "reported"
    """Something about having got or read it; nothing is asked and nothing is sure."""


TAKEN_NOTE = frozenset({"da nam", "da ro", "ro"})
"""Folded words that acknowledge (look-and-words.md); "dạ rõ" folds to "da ro" by itself."""

_TAKEN = TAKEN_NOTE | {"da nam ro", "da nam duoc", "da nam va ro", "da nam da ro", "da ro da nam"}
_PHRASE = re.compile(r"(?<!\S)da (?:nam|ro)(?!\S)")
# "Chỉ rõ" and "xin rõ" want something: before the bare word only these are mere courtesy.
_BEFORE_A_BARE_WORD = frozenset({"toi", "em", "minh", "da", "vang", "ok", "oke"})
_FRONTS = (
    "toi|em|minh|chung toi|chau|con|bac|chu|co|anh|chi|ong|ba|dong chi|d c|dc|xin|da|vang|ok|oke"
    "|thua|kinh thua|bao cao|kinh bao|cho toi|cho em|cho xin"
)
_FRONT = re.compile(rf"(?:{_FRONTS}) ")
_MERE_COURTESY = re.compile(
    r"a|da|vang|da vang|ok|oke|dong chi"
    r"|(?:xin |kinh )?(?:bao cao|thua|bao)(?: (?:dong chi|anh|chi|bac|co|chu))?"
)
_END = re.compile(
    r" (?:a|nhe|nha|nhe a|roi|day|het|dong chi|d c|dc|bac|anh|chi|em|ca roi"
    r"|van ban|noi dung|thong tin|nay|(?<!so )so)$"
)
_THANKS = re.compile(
    r"(?:^| )(?:xin |rat |toi |em )*(?:(?:cam on|thua|kinh thua|tran trong)(?: \S+){0,6}"
    r"|(?:kinh )?chuc (?:\S+ ){0,4}(?:suc khoe|manh khoe))$"
)
# "Đã nắm à" asks, and 27 rổ are baskets; "rỏ" is how the South spells "rõ".
_OTHERWISE_SPELT = re.compile(r"(?<!\w)(?:[àáảã]|sơ|r[ôơọốồổỗộớờởỡợòó])(?!\w)")
_CLAUSE = re.compile(r"[,.;!\n…]+")
_ASKS = re.compile(
    r"(?<!\S)(?:khong|chua|ko|k|hong|dau|gi|nao|sao|ai|may|bao (?:gio|nhieu|lau)|ha|nhung"
    r"|phai|co the|de nghi|giup|(?:cho|xin|muon|can) (?:\S+ ){0,3}hoi"
    r"|hoi (?:them|lai)|vi sao|luc nao|khi nao|ma)(?!\S)"
)
_HOW = re.compile(
    r"(?<!\S)(?:o dau|khi nao|luc nao|the nao|ra sao|bao (?:gio|nhieu|lau)|may gio|la gi|vi sao|tai sao"
    r"|lam sao|(?:co|duoc|phai) (?:\S+ ){0,6}(?:khong|ko)|(?:cho|xin|muon) (?:\S+ ){0,3}hoi)(?!\S)"
)
_AROUND = (
    "da toi em minh chung chau con bac chu co anh chi ong ba dong dc xin vang ok oke thua kinh bao cao a nhe "
    "nha roi het xong du ky day duoc vua moi deu cung va la bo chinh thuc hoan toan van ban noi dung thong "
    "tin nay so cua ve tot dang tiep nghiem tuc lai tri on y cuu triet thanh hanh khai"
)
_DONE = "doc xem hieu nhan nhat xac cam biet thu nghe ghi ro nam nghien quan tan chap tuan hien lam gui trien"
_VERBS = frozenset(_DONE.split())
_OF_A_REPORT = _VERBS | frozenset(_AROUND.split())
_AGREES = frozenset({"dong y", "y kien dong y", "hoan toan dong y", "da dong y"})
_MOST_WORDS = 40
# What has one of these and no word of a question is perhaps "Đã nắm" in other words: it is asked back.
_PERHAPS = re.compile(
    r"(?<!\S)(?:da (?:doc|xem|hieu|nhan|thong|nghien cuu|quan triet)|nam|ro|hieu|xong|tuan (?:lenh|thu|theo)"
    r"|chap hanh|thuc hien|tiep thu|quan triet|da thong|thong suot)(?!\S)"
)
_YEAR = re.compile(r"(?<!\S)nam (?:nay|nao|ngoai|toi|sau|truoc|hoc|\d)")


def meaning(typed: str) -> Said | None:
    """What the words behind (or before) a number say, without it; None: a question, or anything else."""
    folded = fold(typed)
    if not folded or asks(typed) or _ASKS.search(folded):
        return None
    if any(one in _TAKEN for one in _of_taking_note(typed)):
        # "Đã nắm 👎" says two things at once.
        is_doubtful = contradicts(typed) or _OTHERWISE_SPELT.search(nfc(typed).casefold())
        return Said.REPORTED if is_doubtful else Said.TAKEN
    return Said.REPORTED if _reports(typed, folded) or without_keys(folded) in _TAKEN else None


def asks(typed: str) -> bool:
    """Whether it is plainly a question: a question mark, or words that only a question has."""
    return "?" in typed or "？" in typed or _HOW.search(fold(typed)) is not None


def is_of_a_report(folded: str) -> bool:
    """Whether no word stands there but those with which people report."""
    return all(word in _OF_A_REPORT for word in folded.split())


def without_courtesy(typed: str) -> Iterator[str]:
    """The folded words, with less and less of the courtesy around them; as they are first."""
    folded = fold(typed)
    yield folded
    clauses = [rest for clause in _CLAUSE.split(typed) if (rest := _without_end(fold(clause)))]
    if len(clauses) != 1:
        return
    left = clauses[0]
    found = without_fronts(left)
    yield from (found if left != folded else islice(found, 1, None))


def without_fronts(folded: str) -> Iterator[str]:
    """The folded words, with less and less of the greeting and the pronoun before them; as they are first.

    Who is named as somebody else is no greeting: "chị tôi đã nắm".
    """
    yield folded
    if of_others(folded):
        return
    while match := _FRONT.match(folded):
        folded = folded[match.end() :]
        yield folded


def _without_end(folded: str) -> str:
    before = None
    while before != folded and not _MERE_COURTESY.fullmatch(folded):
        before = folded
        folded = _END.sub("", _THANKS.sub("", folded)).strip()
    return "" if _MERE_COURTESY.fullmatch(folded) else folded


def _of_taking_note(typed: str) -> Iterator[str]:
    candidates = list(without_courtesy(typed))
    for one in candidates:
        front = next(whole for whole in candidates if whole.endswith(one)).removesuffix(one).split()
        if one != "ro" or all(word in _BEFORE_A_BARE_WORD for word in front):
            yield one


def _reports(typed: str, folded: str) -> bool:
    words = folded.split()
    if len(words) > _MOST_WORDS:
        return False
    # "27 năm" is a number of years.
    is_years = "nắm" not in typed.casefold() and (
        _YEAR.search(folded) or (not typed.isascii() and "năm" in typed.casefold())
    )
    if _PHRASE.search(folded) or (_PERHAPS.search(folded) and not is_years):
        return True
    rests = set(without_courtesy(typed))
    if rests & _AGREES or any(_is_near(one) for one in rests):
        return True
    return is_of_a_report(folded) and any(word in _VERBS for word in words) and not is_years


def _is_near(folded: str) -> bool:
    return any(_one_letter_apart(folded, phrase) for phrase in ("da nam", "da ro"))


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one slip of the finger leads from one to the other: a letter more, less, wrong, or swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    mine, theirs = one[start:], other[start:]
    swapped = mine[1:2] + mine[:1] + mine[2:]
    return mine[1:] == theirs or mine == theirs[1:] or mine[1:] == theirs[1:] or swapped == theirs
