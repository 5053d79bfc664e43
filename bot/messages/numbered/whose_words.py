"""Whether words around a number are said of oneself: of nobody else, of no amount. Pure.

"Chi bộ 27 đã nắm" and "27 đồng chí đã nắm" tell of others; "chị tôi đã nắm" is somebody's sister.
"""

import re

from bot.messages.folding import fold

_KIN = "anh|chi|ong|ba|bac|chu|co|con|chau|em|di|cau|mo|thim"
# "Bác tôi", "anh chị"; behind a greeting ("dạ anh em", "báo cáo anh tôi") they are who is spoken to.
_OTHERS = re.compile(
    rf"(?:(?:{_KIN}|vo|chong|bo|me) (?:toi|minh|ay|ta|{_KIN})"
    r"|(?:dong chi|d c|dc)(?! (?:toi|em|minh|chau|con|chung|cho|xin)(?: |$)))(?: |$)"
)
_GREETING = rf"(?:da|vang|(?:kinh )?(?:thua|bao cao)(?: voi)?)(?: (?:dong chi|d c|dc|{_KIN}))?"
_LEADS_ON = re.compile(
    rf"(?:(?:{_GREETING}|a|ok|oke|xin|gui|dong chi|d c|dc|toi|em|minh|chau|chung toi|cho toi|cho em"
    r"|ve|voi|doi voi|so|ma so|ma|tin|tin nhan|van ban|vb|cong van|ke hoach|thong bao|huong dan|nghi quyet"
    r"|quyet dinh|chi thi|bao cao|thu moi|giay moi|tra loi|da nam|da ro|ro) )*"
)
# "Đồng chí, tôi …" speaks to one, "27 đồng chí" are so many.
_COMRADES = r"(?:dong chi|d c|dc)(?! (?:toi|em|minh|chau|con|oi|a)(?: |$))"
_AMOUNT = re.compile(
    rf"(?:nguoi|{_COMRADES}|dang vien|doan vien|hoi vien|can bo|van ban|vb|cong van|tuoi|nam tuoi|thang|ngay"
    r"|gio|h|phut|tuan|trieu|nghin|ngan|chi bo|ho dan|ong ba|anh chi|co chu)(?= |$)"
)
_ASKS = frozenset({"gi", "nao", "sao", "dau", "may", "ai", "chua", "khong", "ko", "hoi", "xin", "de", "gui"})
_FEW = 4


def of_others(folded: str) -> bool:
    """Whether the folded words begin with somebody else who did something."""
    return _OTHERS.match(folded) is not None


def leads_on(folded: str) -> bool:
    """Whether the folded words before a number only lead to it, with more words behind it."""
    return _LEADS_ON.fullmatch(f"{folded} ") is not None


def is_amount(words: str) -> bool:
    """Whether the words behind a number count something: "27 người", "27 đồng chí đã nắm"."""
    return _AMOUNT.match(fold(words)) is not None


def is_mere_amount(words: str) -> bool:
    """Whether nothing else is said, and nothing asked or wished: "27 người", no "27 người nào phải dự"."""
    said = fold(words).split()
    return is_amount(words) and len(said) <= _FEW and _ASKS.isdisjoint(said)
