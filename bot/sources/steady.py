"""What of a page's words says something of the document, and what only of who looked at it and when. Pure."""

import re

_LOOKS = (
    r"(?:(?:số|tổng số) )?(?:lượt|lần) (?:xem|đọc|truy cập|tải(?: về| xuống)?|thích|chia sẻ|bình luận)"
    r"|đã (?:xem|đọc)|page ?views?|views?|hits?|downloads?"
)
_OTHER_COUNTS = r"lượt|bình luận|chia sẻ|thích|comments?|shares?|likes?|(?:đang )?(?:trực tuyến|online)"
_AMOUNT = r"(?:\d{1,3}(?:[.,\s]\d{3})+|\d+(?:[.,]\d+)?\s?k?)"
_DATE = r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}"
_SECONDS = re.compile(r"\b\d{1,2}:\d\d:\d\d\b")
# "Lượt xem: 1.234", also within a line: with a colon or in brackets it is no sentence about visitors.
_LABELLED = re.compile(rf"\(?\b(?:{_LOOKS})\s*(?::\s*{_AMOUNT}|\({_AMOUNT}\))\)?", re.IGNORECASE)
# "1.234 lượt xem", "Bình luận: 3": only where nothing else stands between two strokes, dots or brackets.
_ALONE = re.compile(
    rf"{_AMOUNT}\s*(?:{_LOOKS}|{_OTHER_COUNTS})|(?:{_LOOKS}|{_OTHER_COUNTS})\s*:?\s*{_AMOUNT}"
    r"|(?:cách đây\s*)?\d+\s*(?:giây|phút|giờ|ngày|tuần|tháng) trước",
    re.IGNORECASE,
)
# "15/05/2015 | 9079": portals print date and views side by side.
_VIEWS_BEHIND_DATE = re.compile(rf"({_DATE}(?:\s+\d{{1,2}}:\d\d)?)\s*\|\s*{_AMOUNT}\s*$")
_NOW = re.compile(r"(?:hôm nay|bây giờ|hiện tại|thời gian hiện tại|giờ hệ thống)\b", re.IGNORECASE)
# All that a line may be made of which says nothing but a moment.
_OF_MOMENTS = re.compile(
    rf"{_DATE}|\d{{1,2}}:\d\d(?::\d\d)?|ngày \d{{1,2}} tháng \d{{1,2}} năm \d{{4}}|gmt\s*[+\-]\s*\d+"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])\b|chủ nhật|\b(?:ngày|lúc|là|am|pm|sa|ch)\b|[\s,|:()\-–]",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"([|•·\[\]()]|\s[-–]\s)")
_LONGEST = 120
"""Letters of a line on which counters and clocks stand; longer ones are sentences."""


def steady_words(text: str) -> str:
    """A text without view counters, clocks and "3 giờ trước": what changes with each look and is no edit.

    A text that has none of them comes back as it was. It is for comparing only: sentences, schedules and
    deadlines stay whole.

    Args:
        text: lines of plain text.
    """
    return "\n".join(_steady(line) if len(line) <= _LONGEST else line for line in text.split("\n"))


def _steady(line: str) -> str:
    bare = line.strip()
    if not any(letter.isdigit() for letter in bare):
        return line
    if _is_clock(bare):
        return ""
    kept = _VIEWS_BEHIND_DATE.sub(r"\1", _LABELLED.sub("", bare))
    pieces = _BETWEEN.split(kept)
    left = ["" if _ALONE.fullmatch(piece.strip()) else piece for piece in pieces]
    return line if left == pieces and kept == bare else "".join(left).strip(" |•·-–")


def _is_clock(bare: str) -> bool:
    """Whether a line shows the moment of the look: it says so, or it counts seconds."""
    now = _NOW.match(bare)
    if now is None and _SECONDS.search(bare) is None:
        return False
    return not _OF_MOMENTS.sub("", bare[now.end() if now else 0 :])
