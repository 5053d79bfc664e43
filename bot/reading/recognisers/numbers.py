"""Numbers of documents, in the styles of the Party, the State and the unions.

Styles: Party `12-KH/ĐU` (Guide 05-HD/VPTW of 2026), State and union `34/KH-LĐLĐ`, legal documents
`30/2020/NĐ-CP`, laws `91/2025/QH15`, công văn `243/LĐLĐ-VP` (Decree 30/2020/NĐ-CP). Wrong separators are
common in real papers.
"""

import re

from bot.reading.document import DocumentNumber, Field
from bot.reading.folding import fold
from bot.reading.letters import DASH, LETTER, UPPER
from bot.reading.recognisers.document_types import ABBREVIATION_BY_FOLDED, ABBREVIATIONS, ISSUER_BY_FOLDED

_GAP = r"[ \t]{0,4}"
_DIGITS = r"(?P<number>\d{1,5}[a-z]?)"
_TYPE = rf"(?P<type>{'|'.join(ABBREVIATIONS)})"
_CODE = rf"[{UPPER}][{LETTER}\d&]{{0,19}}"
_ISSUER = rf"(?P<issuer>{_CODE}(?:{_GAP}{DASH}{_GAP}{_CODE}){{0,3}})"
_YEAR = rf"(?:(?P<year>(?:19|20)\d\d){_GAP}/{_GAP})?"
_JOINT = f"(?:{DASH}|/)"

# A type followed by its code; which of the two separators stands where is not to be relied on.
_TYPED = re.compile(rf"{_DIGITS}{_GAP}{_JOINT}{_GAP}{_YEAR}{_TYPE}{_GAP}{_JOINT}{_GAP}{_ISSUER}")
_LAW = re.compile(r"(?P<number>\d{1,4})/(?P<year>(?:19|20)\d\d)/(?P<issuer>(?:QH|UBTVQH)\d{1,2})")
# Issuers that write công văn under a bare code; any other code needs its unit after a hyphen to be told
# from a ratio.
_LETTER_ISSUERS = "UBND|HĐND|LĐLĐ|TLĐ|CĐCS|CĐN|VPCP|SGDĐT|SGD&ĐT|SNV|STC|BNV|BTC"
_LETTER = re.compile(
    rf"{_DIGITS}{_GAP}/{_GAP}"
    rf"(?P<issuer>(?:{_LETTER_ISSUERS})(?:{DASH}{_CODE}){{0,3}}|{_CODE}(?:{DASH}{_CODE}){{1,3}})"
    rf"(?![{LETTER}/])"
)
_TYPED_CARELESSLY = re.compile(
    rf"(?P<number>\d{{1,5}}){_GAP}{_JOINT}{_GAP}(?P<type>[{LETTER}]{{2,5}}){_GAP}{_JOINT}{_GAP}"
    rf"(?P<issuer>[{LETTER}\d]{{2,12}})(?![{LETTER}\d])"
)
# Converters drop the hyphen: "số 19NQ/TW", "số 1836 QĐ/TWĐTN".
_TYPED_TORN = re.compile(rf"(?P<number>\d{{1,5}})[ \t]?{_TYPE}{_GAP}{_JOINT}{_GAP}{_ISSUER}")
_WORD_NUMBER = re.compile(r"(?<!\w)[Ss][ốỐo][ \t]{0,4}:?[ \t]{0,4}|(?<!\w)SỐ[ \t]{0,4}:?[ \t]{0,4}")


def number_after_word(text: str, start: int = 0, *, end: int | None = None) -> Field[DocumentNumber] | None:
    """The number that follows the first word "số" that has one.

    Here, and only here, small letters and missing accents are accepted (`12-ct/tu`, `339-QD/TW`), as not
    sure.
    """
    end = len(text) if end is None else end
    for word in _WORD_NUMBER.finditer(text, start, end):
        for pattern in (_TYPED, _LAW, _LETTER):
            match = pattern.match(text, word.end(), end)
            if match is not None:
                return _field(match, sure=True)
        torn = _TYPED_TORN.match(text, word.end(), end)
        if torn is not None:
            return _field(torn, sure=False)
        careless = _TYPED_CARELESSLY.match(text, word.end(), end)
        if careless is not None and fold(careless["type"]) in ABBREVIATION_BY_FOLDED:
            return _field(careless, sure=False)
    return None


def _field(match: re.Match[str], *, sure: bool) -> Field[DocumentNumber]:
    groups = match.groupdict()
    abbreviation, issuer = groups.get("type") or "", re.sub(rf"{_GAP}{DASH}{_GAP}", "-", groups["issuer"])
    if not sure:
        abbreviation = ABBREVIATION_BY_FOLDED[fold(abbreviation)]
        issuer = ISSUER_BY_FOLDED.get(fold(issuer), issuer.upper())
    year = groups.get("year")
    number = DocumentNumber(
        printed=match.group(),
        number=groups["number"].lstrip("0") or "0",
        type=abbreviation,
        issuer=issuer,
        year=int(year) if year else None,
    )
    return Field(number, match.start(), match.end(), sure)
