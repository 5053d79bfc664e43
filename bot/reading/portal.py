"""What a web page puts round a text: taken off, so that the text itself is read, kept and quoted."""

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from bot.reading.letters import LETTER
from bot.reading.recognisers.dates import find_dates

_DATE = r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}"
_AFTER_DATE = r"[\s\d:,|\-–]{0,30}(?:SA|CH|AM|PM|GMT\+7)?"
# Lines that only a web page prints: where none stands, nothing is taken off.
_TRACE = re.compile(
    r"(?:(?:Đăng ngày|Ngày đăng|Đăng lúc|Đăng vào|Cập nhật|Ngày cập nhật|Cập nhật lúc|Xuất bản)"
    rf"[\w\s,:|\-–]{{0,40}}{_DATE}{_AFTER_DATE}"
    rf"|(?:Thứ \w{{2,4}}|Chủ [Nn]hật)\s?[,\-–]?\s?(?:ngày\s)?{_DATE}{_AFTER_DATE}"
    rf"|(?:T(?:h|hứ)?\s?[2-7]|CN)\s?,\s?{_DATE}{_AFTER_DATE}"
    r"|(?:Lượt xem|Số lượt xem|Lượt đọc|Đã xem)\s?:?\s?[\d.,]{1,12}"
    rf"|(?:Ngày đăng|Đăng ngày)\s?:?\s?{_DATE}\s?\|\s?Lượt xem\s?:?\s?[\d.]{{1,12}}"
    rf"|{_DATE}\s?\|\s?[\d.:]{{1,12}}(?:\s?lượt xem)?)"
)
_CONTROL = re.compile(
    r"(?:A[-–]?\s{1,3}A\s{1,3}A?\+?|[Cc]ỡ chữ.{0,20}|(?:Bản )?[Ii]n(?: bài viết| trang| tin)?"
    r"|Gửi (?:email|bài viết)|Facebook|Chia sẻ(?: bài viết)?|Twitter|Zalo|Email|Nghe bài viết"
    rf"|Trang chủ.{{0,80}}|Click để đánh giá.{{0,30}}|Tổng số điểm của bài viết.{{0,60}}|{_DATE})"
)
# The zoom control; alone it may as well be the cell of a table, so it goes only beside other furniture.
_ZOOM = re.compile(r"\d{2,3}\s?%")
_RELATED = re.compile(
    r"(?:CÁC TIN KHÁC|TIN LIÊN QUAN|TIN CÙNG CHUYÊN MỤC|Những tin (?:mới|cũ) hơn|Bài viết (?:liên quan|khác)"
    r"|(?:Các )?[Tt]in (?:khác|liên quan|cùng chuyên mục|cũ hơn|mới hơn)|[ÝY] kiến bạn đọc|Bình luận)\s?:?"
)
# Furniture stands at the top or the bottom; the same words in between belong to the text.
_EDGE_LINES = 12

_BLANK_RUN = re.compile(r"[ \t]{9,}")
_BLANK_LINES = re.compile(r"\n{3,}")
_NEW_ITEM = re.compile(rf"[{LETTER}]{{1,2}}[.)]")
# However short: nothing ends on such a word, and some sites break lines after each few.
_LEFT_OPEN = re.compile(
    r"(?<!\w)(?:số|ngày|của|và|về|các|những|theo|tại|cho|với|trong|đến|năm|việc|Căn|Thực|thực|hướng)$"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)")
# A line this long that ends without a stop was broken by its width, not by its writer.
_WRAPPED_FROM = 40


#: A line of the head of a forwarded mail.
MAIL_LINE = re.compile(
    r"(?:From|To|Cc|Subject|Date|Sent|Reply-To|Từ|Người gửi|Người nhận|Chủ đề|Tiêu đề|Ngày gửi)\s?:\s.{1,300}"
)
_MAIL_DATE = re.compile(r"(?:Date|Sent)\s?:\s{0,3}(?P<day>[A-Z][a-z]{2},.{6,60})")


@dataclass(frozen=True, slots=True)
class Page:
    """A text without its page: `from_portal` if the page left traces, `published_on` if it said when, or the
    head of the mail that carried it.
    """

    body: str
    from_portal: bool
    published_on: date | None


def unwrap_page(text: str) -> Page:
    """Take normalised text out of its web page.

    Drops dates of posting, view counts, zoom and sharing controls at the top and bottom, and all that
    follows a line "Các tin khác"; mends lines broken by width and runs of blanks. Not one word of the text
    itself is changed.
    """
    lines = [_BLANK_RUN.sub(" " * 8, line).rstrip() for line in text.split("\n")]
    dropped: set[int] = set()
    if any(_TRACE.fullmatch(lines[at].strip()) for at in _edges_of(lines)):
        lines = _without_related(lines)
        dropped = _furniture_of(lines)
    kept = [line for at, line in enumerate(lines) if at not in dropped]
    body = _BLANK_LINES.sub("\n\n", _with_whole_lines(kept)).strip()
    published_on = _published_on([lines[at] for at in sorted(dropped)]) or _mailed_on(lines)
    return Page(body, bool(dropped), published_on)


def _edges_of(lines: list[str]) -> list[int]:
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return sorted({*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]})


def _without_related(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if _RELATED.fullmatch(line.strip()) and any(map(str.strip, lines[:at])):
            return lines[:at]
    return lines


def _furniture_of(lines: list[str]) -> set[int]:
    edges = _edges_of(lines)
    dropped = {
        at for at in edges if _TRACE.fullmatch(lines[at].strip()) or _CONTROL.fullmatch(lines[at].strip())
    }
    for place, at in enumerate(edges):
        beside = {*edges[max(0, place - 1) : place], *edges[place + 1 : place + 2]}
        if _ZOOM.fullmatch(lines[at].strip()) and beside & dropped:
            dropped.add(at)
    return dropped


def _with_whole_lines(lines: list[str]) -> str:
    whole: list[list[str]] = []
    previous = ""
    for line in lines:
        if _was_broken(previous, line):
            whole[-1].append(line.lstrip())
        else:
            whole.append([line])
        previous = line
    return "\n".join(" ".join(pieces) for pieces in whole)


def _was_broken(line: str, following: str) -> bool:
    start = following.lstrip()
    if not start or _NEW_ITEM.match(start) or _ADDRESS.match(start):
        return False
    if len(line) < _WRAPPED_FROM:
        return _LEFT_OPEN.search(line) is not None and (start[0].islower() or start[0].isdigit())
    # Columns are kept apart: what follows a line of two columns carries on only one of them.
    if "\t" in line or "|" in line or "   " in line.strip():
        return False
    return (start[0].islower() and line[-1] not in ".!?…:;") or (line[-1] == "," and start[0] in LETTER)


def _published_on(furniture: list[str]) -> date | None:
    """The first full date on the page's own lines."""
    printed = (found for line in furniture for found in find_dates(line) if found.year is not None)
    return next((found.on(date.min) for found in printed), None)


def _mailed_on(lines: list[str]) -> date | None:
    """The day in the head of a forwarded mail (RFC 5322), as its sender's clock had it."""
    filled = [line.strip() for line in lines[: 2 * _EDGE_LINES] if line.strip()]
    if len(filled) < 2 or not all(MAIL_LINE.fullmatch(line) for line in filled[:2]):
        return None
    dated = next((found for line in filled if (found := _MAIL_DATE.fullmatch(line))), None)
    if dated is None:
        return None
    try:
        return parsedate_to_datetime(dated["day"]).date()
    except ValueError:
        return None
