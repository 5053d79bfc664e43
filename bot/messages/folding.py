"""Folding: the same key for words typed with or without accents, capitals and punctuation."""

import re
import unicodedata

_BARRED_D = str.maketrans("đĐðÐ", "dDdD")
_NOT_A_WORD = re.compile(r"[\W_]+")
# No letter carries more than two marks; sorting a long run of them costs the square of its length.
_MARKS = "".join(chr(code) for code in range(0x300, 0x20000) if unicodedata.combining(chr(code)))
_PILED_MARKS = re.compile(f"([{_MARKS}]{{8}})[{_MARKS}]+")


def without_accents(text: str) -> str:
    """Take every accent off and nothing else: `Đã nắm!` becomes `Da nam!`.

    For searching and for what people type. Never for marks of secrecy, where the accents are the meaning:
    without them MẬT is also "mặt" and "mất".
    """
    decomposed = unicodedata.normalize("NFD", without_piled_marks(text))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare).translate(_BARRED_D)


def fold(text: str) -> str:
    """Fold text to lower-case words without accents, one blank between them: ` Đã  NẮM! ` becomes `da nam`.

    Punctuation, symbols and emoji separate words; `12-KH/ĐU` becomes `12 kh du`.
    """
    return _NOT_A_WORD.sub(" ", without_accents(text).casefold()).strip()


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    return tuple(fold(text).split())


def without_piled_marks(text: str) -> str:
    """Cut runs of combining marks that no writing has; needed before any Unicode normalisation."""
    return _PILED_MARKS.sub(r"\1", text)
