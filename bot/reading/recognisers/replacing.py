"""Which earlier document a text replaces, withdraws or calls off.

Said actively ("Kế hoạch này thay thế …") or of the old one ("… được thay thế bằng Kế hoạch này", "… hết hiệu
lực"). A text may also tell that it is itself replaced, or that others replace one another: neither counts.
"""

import re
from collections.abc import Iterator

from bot.reading.document import DocumentNumber, Field
from bot.reading.lines import Span
from bot.reading.recognisers.document_types import DOCUMENT_TYPES
from bot.reading.recognisers.numbers import number_after_word
from bot.reading.sentences import sentences_of
from bot.reading.words import any_phrase, phrases

_TYPE = "|".join(sorted((each.name for each in DOCUMENT_TYPES), key=len, reverse=True))
_REPLACES = phrases("thay thế, thay cho, bãi bỏ, hủy bỏ, huỷ bỏ, thu hồi")
# "được thay thế" says it of the one before, "thay thế bằng" names the new one.
_VERB = re.compile(
    rf"(?<!được\s)(?<!bị\s){_REPLACES}(?!\s{{1,3}}(?:bằng|bởi))",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?<!\w)(?P<told>đã\s{{1,3}})?(?:được|bị)\s{{1,3}}(?P<verb>{_REPLACES})"
    r"(?:(?:,\s{1,3}thay(?: thế)?)?\s{1,3}(?:bằng|bởi|theo)\s{1,3}(?P<by>[^.;\n]{1,160}))?",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"\s{{1,3}}(?:cho\s{{1,3}})?(?:(?:{_TYPE})\s{{1,3}})?(?=số\s)", re.IGNORECASE)
_LAPSED = any_phrase("hết hiệu lực, không còn hiệu lực, không còn giá trị")
# Another document is the one that replaces: "Nghị định số 63 thay thế …" in a text that only tells of it.
_CITED_BEFORE = re.compile(r"(?<!\w)số\s{0,3}\d", re.IGNORECASE)
_THIS = any_phrase("này, trên, nêu trên")
# "Kế hoạch này hết hiệu lực": the text itself ends, and no other.
_ENDS_ITSELF = re.compile(
    rf"(?<!trái với )(?<!của )(?<!theo )(?<!kèm theo )(?:văn bản|{_TYPE})\s{{1,3}}này"
    r"(?:\s{1,3}(?:đã|sẽ|cũng|bị|được))?\s{1,3}$",
    re.IGNORECASE,
)
_IN_FORCE = re.compile(
    r"(?:,?\s{1,3}ngày\s[\d/]{4,10})?\s{1,3}(?:bắt đầu\s)?có\s{1,3}hiệu\s{1,3}lực", re.IGNORECASE
)
# What only becomes void "from the day when Decision 12 takes effect" is replaced by that one.
_WHEN = re.compile(
    rf"\s{{1,3}}(?:kể từ|từ|khi)\s[^.;\n]{{0,40}}?(?:{_TYPE}|văn bản)"
    r"(?P<by>\s[^.;\n]{0,80}?)có\s{1,3}hiệu",
    re.IGNORECASE,
)
# What ends of it is only a part.
_IN_PART = re.compile(
    r"(?<!\w)(?:nội dung|quy định|điều|khoản|điểm|mục|phần|phụ lục|mẫu)(?: [^\s.;]{1,12}){0,4}?"
    rf" (?:của|tại|trong|theo|kèm theo) (?:(?:{_TYPE}) )?số $",
    re.IGNORECASE,
)
_FAR = 200
_NEAR = 60
_BLANKS = re.compile(r"[^\S\n]{2,}")
_Found = Field[DocumentNumber]


def find_replaced(
    text: str, sentences: list[Span], *, own: DocumentNumber | None = None
) -> Field[DocumentNumber] | None:
    """The one document that this text replaces or withdraws, or None.

    Sure only where the verb stands beside the number and nothing else is said to do the replacing; where
    several are replaced, the first is given as not sure. `own` is the number of the text itself: where it
    stands as the one that replaces, the text speaks of itself, and what happens to it concerns no other.
    """
    found = [field for field in _replaced(text, sentences, own) if own is None or field.value.key != own.key]
    if not found:
        return None
    is_one = len({field.value.key for field in found}) == 1
    return found[0] if is_one else Field(found[0].value, found[0].start, found[0].end, False)


def numbers_replaced(text: str) -> list[DocumentNumber]:
    """All that this text may be saying it replaces, withdraws or calls off, for a person to choose from."""
    even = _BLANKS.sub(" ", text)
    return [field.value for field in _replaced(even, list(sentences_of(even)), None)]


def _replaced(text: str, sentences: list[Span], own: DocumentNumber | None) -> Iterator[_Found]:
    for sentence in sentences:
        for verb in _VERB.finditer(text, sentence.start, sentence.end):
            yield from _after(text, sentence, verb, own)
        for passive in _PASSIVE.finditer(text, sentence.start, sentence.end):
            yield from _passively(text, sentence, passive, own)
        lapsed = _LAPSED.search(text, sentence.start, sentence.end)
        if lapsed is not None:
            yield from _lapsing(text, sentence, lapsed, own)


def _after(text: str, sentence: Span, verb: re.Match[str], own: DocumentNumber | None) -> Iterator[_Found]:
    """What stands behind the verb: "Kế hoạch này thay thế Kế hoạch số 11"."""
    until = min(sentence.end, verb.end() + _FAR)
    field = number_after_word(text, verb.end(), end=until)
    if field is None:
        return
    beside = _BESIDE.match(text, verb.end(), until)
    by_this = _is_this(text[max(sentence.start, verb.start() - _FAR) : verb.start()], own)
    yield Field(field.value, field.start, field.end, bool(beside and by_this is not False and field.sure))
    yield from _others(text, field.end, until)


def _passively(
    text: str, sentence: Span, passive: re.Match[str], own: DocumentNumber | None
) -> Iterator[_Found]:
    """What stands before it: "Kế hoạch số 11 được thay thế bằng Kế hoạch này".

    By another one it is no act of this text, by nobody named no sure one.
    """
    by = passive["by"] or ""
    by_this = _is_this(by, own)
    if by_this is False or (not by and passive["told"]):
        return
    window = max(sentence.start, passive.start() - _FAR)
    start = max(window, text.rfind(";", window, passive.start()) + 1)
    if _ENDS_ITSELF.search(text, max(start, passive.start() - _NEAR), passive.start()):
        return
    # Without anybody who does it, it is this text's own act only where it does away with something.
    is_act = by_this is True or (not by and not passive["verb"].lower().startswith("thay"))
    yield from _subjects(text, start, passive.start(), sure=is_act)


def _lapsing(
    text: str, sentence: Span, lapsed: re.Match[str], own: DocumentNumber | None
) -> Iterator[_Found]:
    """What is said to be void: "Kế hoạch số 11 hết hiệu lực"."""
    if _VERB.search(text, sentence.start, sentence.end) or _PASSIVE.search(
        text, sentence.start, sentence.end
    ):
        return
    when = _WHEN.match(text, lapsed.end(), sentence.end)
    window = max(sentence.start, lapsed.start() - _NEAR)
    is_over = when is not None and _is_this(when["by"], own) is False
    if is_over or _ENDS_ITSELF.search(text, window, lapsed.start()):
        return
    yield from _subjects(text, sentence.start, lapsed.start(), sure=True)


def _subjects(text: str, start: int, end: int, *, sure: bool) -> Iterator[_Found]:
    """The numbers of what lapses or is replaced, without that of a document that starts being in force."""
    named: list[_Found] = []
    field = number_after_word(text, start, end=end)
    if field is not None and _IN_PART.search(text, max(start, field.start - _NEAR), field.start):
        sure = False
    while field is not None:
        if not _IN_FORCE.match(text, field.end, end):
            named.append(field)
        field = number_after_word(text, field.end, end=end)
    for each in named:
        yield Field(each.value, each.start, each.end, sure and each.sure and len(named) == 1)


def _is_this(words: str, own: DocumentNumber | None) -> bool | None:
    """Do these words name the text itself (True), another document (False), or nothing (None)?"""
    if _THIS.search(words):
        return True
    if _CITED_BEFORE.search(words) is None:
        return None
    named = number_after_word(words)
    return own is not None and named is not None and named.value.key == own.key


def _others(text: str, start: int, until: int) -> Iterator[_Found]:
    """More numbers in the same breath: "… số 1 và Thông tư số 2"."""
    field = number_after_word(text, start, end=until)
    if field is not None and re.search(r"(?:,|;|và)\s", text[start : field.start]):
        yield field
