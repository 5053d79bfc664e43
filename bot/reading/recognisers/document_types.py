"""The types of document that Vietnamese offices issue, with their printed abbreviations.

State: Decree 30/2020/NĐ-CP, appendix III, and the law on legal documents. Party: Regulation 399-QĐ/TW of
2026. Union: Decision 933/QĐ-TLĐ of 2024, which uses both.
"""

from dataclasses import dataclass

from bot.reading.document import DocumentKind
from bot.reading.folding import fold

_DIRECTIVE = DocumentKind.DIRECTIVE
_SUMMARY = DocumentKind.MEETING_SUMMARY
_NOTICE = DocumentKind.NOTICE


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type: its name as people say it, the abbreviations in its numbers, and what it is published as."""

    name: str
    abbreviations: tuple[str, ...]
    kind: DocumentKind

    @property
    def line(self) -> str:
        """The line of capitals by which a document of this type says what it is."""
        return self.name.upper()


DOCUMENT_TYPES = (
    DocumentType("Nghị quyết", ("NQ", "NQLT"), _DIRECTIVE),
    DocumentType("Quyết định", ("QĐ",), _DIRECTIVE),
    DocumentType("Quy định", ("QĐ", "QyĐ", "QĐi"), _DIRECTIVE),
    DocumentType("Chỉ thị", ("CT",), _DIRECTIVE),
    DocumentType("Kết luận", ("KL",), _DIRECTIVE),
    DocumentType("Quy chế", ("QC", "QCh"), _DIRECTIVE),
    DocumentType("Thông tri", ("TT",), _DIRECTIVE),
    DocumentType("Thông tư", ("TT", "TTLT"), _DIRECTIVE),
    DocumentType("Nghị định", ("NĐ",), _DIRECTIVE),
    DocumentType("Hướng dẫn", ("HD", "HDLT"), _DIRECTIVE),
    DocumentType("Kế hoạch", ("KH", "KHLT"), _DIRECTIVE),
    DocumentType("Chương trình", ("CTr", "CTrPH"), _DIRECTIVE),
    DocumentType("Đề án", ("ĐA",), _DIRECTIVE),
    DocumentType("Dự án", ("DA", "DAn"), _DIRECTIVE),
    DocumentType("Phương án", ("PA",), _DIRECTIVE),
    DocumentType("Công điện", ("CĐ",), _DIRECTIVE),
    DocumentType("Công văn", ("CV",), _DIRECTIVE),
    DocumentType("Thông báo", ("TB",), _NOTICE),
    DocumentType("Thông cáo", ("TC",), _NOTICE),
    DocumentType("Tuyên bố", (), _NOTICE),
    DocumentType("Lời kêu gọi", (), _NOTICE),
    DocumentType("Thư kêu gọi", (), _NOTICE),
    DocumentType("Tờ trình", ("TTr",), _NOTICE),
    DocumentType("Giấy mời", ("GM",), _NOTICE),
    DocumentType("Thư mời", (), _NOTICE),
    DocumentType("Báo cáo", ("BC",), _SUMMARY),
    DocumentType("Biên bản", ("BB",), _SUMMARY),
)

BY_LINE = {each.line: each for each in DOCUMENT_TYPES}

ABBREVIATIONS = tuple(
    sorted(
        {short for each in DOCUMENT_TYPES for short in each.abbreviations},
        key=lambda short: (-len(short), short),
    )
)

# For numbers typed without accents or in small letters. QĐ wins over the rarer QyĐ by not sharing its
# folded form.
ABBREVIATION_BY_FOLDED = {fold(short): short for short in ABBREVIATIONS}

# Codes of issuers that a number typed without accents can be led back to.
_ISSUER_CODES = (
    *(
        "TW",
        "VPTW",
        "BTCTW",
        "BTGTW",
        "BTGDVTW",
        "UBKTTW",
        "TU",
        "BTCTU",
        "BTGTU",
        "BTGDVTU",
        "UBKTTU",
        "VPTU",
    ),
    *("ĐU", "ĐUK", "ĐB", "CB", "ĐH", "HU", "UBKT", "UBND", "HĐND", "UBMTTQ", "VP", "VPCP", "TTg", "CP"),
    *("TLĐ", "LĐLĐ", "CĐCS", "CĐ", "CĐN", "CĐVC", "ĐTN", "ĐCT", "BTV", "BCH"),
)
ISSUER_BY_FOLDED = {fold(code): code for code in _ISSUER_CODES}


def type_of_abbreviation(abbreviation: str) -> DocumentType | None:
    """The type that an abbreviation stands for, or None where it stands for several (QĐ, TT)."""
    found = [each for each in DOCUMENT_TYPES if abbreviation in each.abbreviations]
    return found[0] if len(found) == 1 else None
