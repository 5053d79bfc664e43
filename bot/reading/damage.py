"""How broken a text is: accents scrambled on purpose or by bad recognition, torn marks, lost hyphens.

Mirrors scramble accents so that copies can be told; converters drop hyphens out of numbers. Words then still
look Vietnamese one by one, so pairs of words are checked whose accents leave no choice.
"""

import re
from collections.abc import Iterator

from bot.reading.document import DAMAGED_FROM, Damage, DamageKind
from bot.reading.folding import without_accents
from bot.reading.letters import DASH, LETTER, UPPER
from bot.reading.old_fonts import letters_damaged
from bot.reading.recognisers.document_types import ABBREVIATIONS
from bot.reading.tables.sheet_faults import SheetFault

# The usual readings of these pairs of letters in office prose, and the few others that are words too.
_PAIRS = """đảng viên, đảng bộ, đảng ủy, đảng uỷ, chi bộ, chỉ bố, chi bổ, chỉ bổ, chi ủy, chi uỷ, cấp ủy, cấp
    uỷ, tỉnh ủy, tỉnh uỷ, ủy ban, uỷ ban, bí thư, bị thu, đồng chí, cán bộ, trung ương, thực hiện,
    tổ chức, công tác, công tắc, sinh hoạt, hội nghị, đại hội, đại hồi, nghị quyết, kế hoạch, báo
    cáo, lao động, liên đoàn, công đoàn, công đoạn, hướng dẫn, chỉ thị, văn bản, chủ tịch, nhiệm vụ,
    xây dựng, lãnh đạo, kiểm tra, giám sát, ban hành, quy định, quyết định, thông báo, triển khai,
    chất lượng, nội dung, đánh giá, danh giá, tuyên truyền, nhân dân, mặt trận, chuyên đề, học tập,
    chương trình, biên bản, chuẩn bị, trách nhiệm, kết quả, hạn chế, tăng cường, tiếp tục"""


def _spelled() -> dict[str, frozenset[str]]:
    pairs = [" ".join(pair.split()) for pair in _PAIRS.split(",")]
    return {
        without_accents(pair): frozenset(
            each for each in pairs if without_accents(each) == without_accents(pair)
        )
        for pair in pairs
    }


_SPELLED = _spelled()
_WORD = re.compile(rf"[{LETTER}\u0300-\u036f]{{1,12}}")
# A converter that lost the hyphen leaves "19NQ/TW" or "05CT TW".
_TYPES = "|".join(ABBREVIATIONS)
_NO_HYPHEN = re.compile(rf"(?<![\w/.,\-])\d{{1,4}}[ \t]?(?:{_TYPES})/[{UPPER}][{LETTER}]{{1,15}}")
_WITH_HYPHEN = re.compile(
    rf"(?<![\w/.,])\d{{1,4}}[ \t]{{0,2}}(?:{DASH}|/)[ \t]{{0,2}}(?:{_TYPES})(?![{LETTER}])"
)
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")
_LOOSE_MARK = re.compile("[\u0300-\u036f]")
_FEWEST = 3


def damage_of(text: str) -> Damage | None:
    """What is broken most in a normalised text, or None where nothing is."""
    letters = letters_damaged([text])
    if letters is not None:
        # A font or an encoding is wrong for the whole text, however few words show it.
        return Damage(_kind_of(letters.fault, text), letters.broken, letters.checked, True)
    found = [each for each in (_lost(text), _scrambled(text), _hyphens_lost(text)) if each is not None]
    return max(found, key=lambda each: each.share, default=None)


def _kind_of(fault: SheetFault, text: str) -> DamageKind:
    if fault is SheetFault.OLD_FONT:
        return DamageKind.OLD_FONT
    return DamageKind.LOST_LETTERS if "\ufffd" in text else DamageKind.WRONG_ENCODING


def _damage(kind: DamageKind, broken: int, checked: int) -> Damage | None:
    if broken < _FEWEST:
        return None
    return Damage(kind, broken, checked, broken >= DAMAGED_FROM * checked)


def _scrambled(text: str) -> Damage | None:
    """Of the word pairs that can only be spelt in one way, how many are spelt otherwise.

    Pairs without any accent are left out: those are typed so.
    """
    right = wrong = 0
    for pair in _word_pairs(text):
        bare = without_accents(pair)
        spelled = _SPELLED.get(bare)
        if spelled is None or pair == bare:
            continue
        right, wrong = (right + 1, wrong) if pair in spelled else (right, wrong + 1)
    return _damage(DamageKind.SCRAMBLED_ACCENTS, wrong, wrong + right)


def _word_pairs(text: str) -> Iterator[str]:
    previous = ""
    end = -2
    for match in _WORD.finditer(text.lower()):
        if match.start() == end + 1:
            yield f"{previous} {match.group()}"
        previous, end = match.group(), match.end()


def _hyphens_lost(text: str) -> Damage | None:
    lost = sum(1 for _ in _NO_HYPHEN.finditer(text))
    kept = sum(1 for _ in _WITH_HYPHEN.finditer(text))
    return _damage(DamageKind.LOST_HYPHENS, lost, lost + kept)


def _lost(text: str) -> Damage | None:
    """Signs that stand for nothing readable, and marks that no letter carries, against the words."""
    broken = sum(1 for _ in _UNREADABLE.finditer(text)) + sum(1 for _ in _LOOSE_MARK.finditer(text))
    # One broken word in seven makes a text that nobody should trust.
    return _damage(DamageKind.LOST_LETTERS, broken, max(1, len(text.split())))
