"""Which earlier document a text replaces, withdraws or calls off."""

import re
from collections.abc import Iterator

from bot.reading.document import DocumentNumber, Field
from bot.reading.lines import Span
from bot.reading.recognisers.document_types import DOCUMENT_TYPES
from bot.reading.recognisers.numbers import number_after_word
from bot.reading.sentences import sentences_of
from bot.reading.words import any_phrase, phrases

_TYPE = "|".join(sorted((each.name for each in DOCUMENT_TYPES), key=len, reverse=True))
# "được thay thế bằng" names the new one.
_VERB = re.compile(
    rf"{phrases('thay thế, thay cho, bãi bỏ, hủy bỏ, huỷ bỏ, thu hồi')}(?!\s{{1,3}}(?:bằng|bởi))",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"\s{{1,3}}(?:cho\s{{1,3}})?(?:(?:{_TYPE})\s{{1,3}})?(?=số\s)", re.IGNORECASE)
_LAPSED = any_phrase("hết hiệu lực, không còn hiệu lực, không còn giá trị")
# Another document is the one that replaces: "Nghị định số 63 thay thế …" in a text that only tells of it.
_CITED_BEFORE = re.compile(r"(?<!\w)số\s{0,3}\d", re.IGNORECASE)
_THIS = any_phrase("này, trên, nêu trên")
_FAR = 200
_BLANKS = re.compile(r"[^\S\n]{2,}")


def find_replaced(text: str, sentences: list[Span]) -> Field[DocumentNumber] | None:
    """The one document that this text replaces or withdraws, or None.

    Sure only where the verb stands beside the number and nothing else is said to do the replacing; where
    several are replaced, the first is given as not sure.
    """
    found = list(_replaced(text, sentences))
    if not found:
        return None
    is_one = len({field.value.key for field in found}) == 1
    return found[0] if is_one else Field(found[0].value, found[0].start, found[0].end, False)


def numbers_replaced(text: str) -> list[DocumentNumber]:
    """All that this text may be saying it replaces, withdraws or calls off, for a person to choose from."""
    even = _BLANKS.sub(" ", text)
    return [field.value for field in _replaced(even, list(sentences_of(even)))]


def _replaced(text: str, sentences: list[Span]) -> Iterator[Field[DocumentNumber]]:
    for sentence in sentences:
        for verb in _VERB.finditer(text, sentence.start, sentence.end):
            until = min(sentence.end, verb.end() + _FAR)
            field = number_after_word(text, verb.end(), end=until)
            if field is None:
                continue
            beside = _BESIDE.match(text, verb.end(), until)
            subject = text[max(sentence.start, verb.start() - _FAR) : verb.start()]
            is_own = not _CITED_BEFORE.search(subject) or _THIS.search(subject) is not None
            yield Field(field.value, field.start, field.end, bool(beside and is_own and field.sure))
            yield from _others(text, field.end, until)
        lapsed = _LAPSED.search(sentence.text)
        if lapsed is not None:
            yield from _before(text, sentence, lapsed)


def _others(text: str, start: int, until: int) -> Iterator[Field[DocumentNumber]]:
    """More numbers in the same breath: "… số 1 và Thông tư số 2"."""
    field = number_after_word(text, start, end=until)
    if field is not None and re.search(r"(?:,|;|và)\s", text[start : field.start]):
        yield field


def _before(text: str, sentence: Span, lapsed: re.Match[str]) -> Iterator[Field[DocumentNumber]]:
    field = number_after_word(text, sentence.start, end=sentence.start + lapsed.start())
    if field is not None and not _VERB.search(sentence.text):
        again = number_after_word(text, field.end, end=sentence.start + lapsed.start())
        yield Field(field.value, field.start, field.end, field.sure and again is None)
