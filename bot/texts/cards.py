"""What a member reads on the card of a publication."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.channels import FOLD_HINT
from storage.states import Kind

HEADS = {
    Kind.DIRECTIVE: "VĂN BẢN CHỈ ĐẠO",
    Kind.MEETING_SUMMARY: "KẾT QUẢ HỘI NGHỊ",
    Kind.NOTICE: "THÔNG BÁO",
}
TO_ACKNOWLEDGE = "cần xác nhận"
TO_KNOW = "để biết"
OVER = "hết hiệu lực"
URGENT = "KHẨN"
IMMEDIATE = "HỎA TỐC"
ACKNOWLEDGE = "✅ Đã nắm"
FULL_TEXT = "📄 Toàn văn"
ASK = "❓ Hỏi lại"
ATTACHMENTS = "📎 Tệp kèm"
TAKE_TASK = "✅ Đã nhận việc"
_COMRADE = re.compile(r"\bđồng chí\s+(?=\S)", re.IGNORECASE)
MAIN_POINTS = f"Ý chính{FOLD_HINT}"
TO_DO_FOLDED = f"Việc cần làm{FOLD_HINT}"
WITHDRAWN = "Văn bản này không còn hiệu lực, không cần trả lời nữa."
NO_LONGER_ASKED = "Văn bản này không còn cần xác nhận nữa."
INTERNAL_TEXT = "Toàn văn: xin đọc tại văn phòng hoặc trên Sổ tay đảng viên điện tử."
READ_ON_PAGE = "🔒 Đọc toàn văn (hộp thư web)"
LABELS = {"result": "Kết quả", "weakness": "Hạn chế", "task": "Việc tới", "content": ""}
NEXT = "Việc tới:"
SOMEBODY = "Từng đồng chí"


def head(kind: Kind, *, asked: bool, urgency: str, is_over: bool = False) -> str:
    """VĂN BẢN CHỈ ĐẠO · cần xác nhận."""
    if is_over:
        return f"{HEADS[kind]} · {OVER}"
    parts = [urgency, HEADS[kind], TO_ACKNOWLEDGE if asked else TO_KNOW]
    return " · ".join(part for part in parts if part)


def number_and_type(number: str, type_name: str) -> str:
    """Số 12-KH/ĐU · Kế hoạch."""
    return " · ".join(part for part in (f"Số {number}" if number else "", type_name) if part)


def issuer_and_day(issuer: str, day: date | None) -> str:
    """Đảng ủy LĐLĐ tỉnh, 20/11/2026."""
    return ", ".join(part for part in (issuer, times.day(day) if day else "") if part)


def event_and_chair(day: date | None, chair: str) -> str:
    """06/7/2026 · Chủ trì: đ/c Hà Văn Thuận."""
    parts = (times.day(day) if day else "", f"Chủ trì: đ/c {chair}" if chair else "")
    return " · ".join(part for part in parts if part)


def due(due_at: datetime, zone: ZoneInfo, *, is_past: bool = False) -> str:
    """⏰ Hạn: 17:00 thứ Sáu, 27/11/2026."""
    over = " (đã qua hạn)" if is_past else ""
    return f"⏰ Hạn: {times.hour_day(due_at, zone)}{over}"


def to_do(called: str) -> str:
    """Đồng chí Bình cần làm, over the list."""
    return f"{called} cần làm:"


def numbered(place: int, text: str) -> str:
    """1. Đọc kế hoạch."""
    return f"{place}. {text}"


def point(label: str, text: str) -> str:
    """Kết quả: 3/3 chi bộ sinh hoạt đủ kỳ."""
    word = LABELS.get(label, "")
    return f"{word}: {text}" if word else text


def task(place: int, text: str, who: str, due_on: str) -> str:
    """1. Kiểm tra 3 chi bộ – đ/c Hòa, hết 30/9."""
    behind = ", ".join(part for part in (_short_form(who), due_on) if part)
    return f"{place}. {text.rstrip('.')} – {behind}" if behind else f"{place}. {text}"


def task_due(due_on: date, year: int) -> str:
    """Hết 30/9 (with a small first letter); with the year where it is not the publication's own."""
    day = f"hết {due_on.day}/{due_on.month}"
    return day if due_on.year == year else f"{day}/{due_on.year}"


def own_tasks(called: str) -> str:
    """Over the tasks of who reads the card."""
    return f"{called} được giao:"


def own_in_short(tasks: Sequence[str]) -> str:
    """The same in one line, where there is room for no more: Được giao 2 việc: 1. Kiểm tra 3 chi bộ."""
    many = f" {len(tasks)} việc" if len(tasks) > 1 else ""
    return f"Được giao{many}: {tasks[0]}"


def has_tasks(called: str) -> str:
    """The same where the words of the tasks may not travel."""
    return f"{called} có việc được giao trong văn bản này."


def take_task(place: int | None) -> str:
    """The button under the card; the number where there are several."""
    return TAKE_TASK if place is None else f"{TAKE_TASK} {place}"


def task_taken(form: str, place: int | None, at: datetime, zone: ZoneInfo) -> str:
    """✅ Đồng chí đã nhận việc lúc 08:14, 23/11."""
    which = "" if place is None else f" {place}"
    return f"✅ {_capital(form)} đã nhận việc{which} lúc {times.hour_short_day(at, zone)}"


def _short_form(who: str) -> str:
    """Đ/c Hòa, đ/c Sơn (with a small first letter), as lists of tasks have it."""
    return _COMRADE.sub("đ/c ", who)


def acknowledged(form: str, at: datetime, zone: ZoneInfo) -> str:
    """✅ Đồng chí đã xác nhận lúc 08:14, 23/11."""
    return f"✅ {_capital(form)} đã xác nhận lúc {times.hour_short_day(at, zone)}"


TOLD_TO_SECRETARY = "Đã đọc, xin báo trực tiếp bí thư chi bộ để ghi nhận."


def question_waits(form: str) -> str:
    """The member asked and has no answer yet."""
    return f"❓ Câu hỏi của {form} đang chờ trả lời"


def read_aloud(form: str, at: datetime, zone: ZoneInfo) -> str:
    """The secretary read it to the member."""
    return f"📖 Đã đọc trực tiếp cho {form} lúc {times.hour_short_day(at, zone)}"


def exempt(form: str) -> str:
    """Outside the denominator; the reason may be illness, and others look at the screen too."""
    return f"{_capital(form)} được miễn xác nhận văn bản này."


def issued(form: str, because: str) -> str:
    """Of whoever issued it nothing is asked."""
    return f"{_capital(form)} không phải xác nhận: {because}"


def name_of(number: str, title: str) -> str:
    """The shortest name by which people know it."""
    return f"Số {number}" if number else title


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
