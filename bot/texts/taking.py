"""Tasks: taking one, taking that back, and what is still to be taken."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import named, shortened

WAITING = "Việc được giao, chờ nhận:"
TAKEN = "Việc đã nhận:"
KEEP = "Giữ nguyên"
GIVE_BACK = "Bỏ nhận việc"
GIVE_BACK_CONFIRMED = "Bỏ nhận"
GIVEN_BACK = "Đã bỏ nhận việc. Việc trở lại danh sách chờ nhận; gõ /canlam để xem."
SEVERAL = "Đang có nhiều việc chờ nhận. Xin mở từng văn bản rồi chọn “Đã nhận việc”:"
NOTHING = "Hiện không có việc nào chờ nhận."
OPEN_PUBLICATION = "📄 Mở văn bản"


def receipt(number: str, title: str, text: str, at: datetime, zone: ZoneInfo) -> str:
    """Đã nhận việc: Kiểm tra 3 chi bộ (15-BC/ĐU), 08:14 ngày 23/11."""
    return f"Đã nhận việc: {_called(number, title, text)}, {times.hour_on_day(at, zone)}."


def receipt_before(number: str, title: str, text: str, at: datetime, zone: ZoneInfo) -> str:
    """To a second press."""
    return f"Đã nhận việc từ trước: {_called(number, title, text)}, {times.hour_on_day(at, zone)}."


def line(number: str, title: str, text: str) -> str:
    """• Kiểm tra 3 chi bộ (Số 15-BC/ĐU)."""
    return f"• {shortened(text)} ({named(number, title)})" if text else f"• {named(number, title)}"


def taken_line(number: str, title: str, text: str, at: datetime, zone: ZoneInfo) -> str:
    """The same with the time."""
    return f"{line(number, title, text)} – {times.hour_short_day(at, zone)}"


def open_button(number: str, title: str, text: str) -> str:
    """Opens the card that has the task."""
    return f"Mở việc “{shortened(text) or named(number, title)}”"


def give_back_button(number: str, title: str, text: str) -> str:
    """Begins to take it back."""
    return f"{GIVE_BACK} “{shortened(text) or named(number, title)}”"


def confirm(number: str, title: str, text: str) -> str:
    """Asked before anything is taken back."""
    return f"Bỏ nhận việc: {_called(number, title, text)}? Việc sẽ trở lại danh sách chờ nhận."


def news_heading(number: str, title: str, *, is_new: bool) -> str:
    """VIỆC ĐƯỢC GIAO · Số 12-KH/ĐU, over the word of a correction to who is meant by it."""
    return f"{'VIỆC ĐƯỢC GIAO' if is_new else 'THÔI GIAO VIỆC'} · {named(number, title)}"


def named_for(called: str) -> str:
    """Over what is new; `called` begins with a capital."""
    return f"{called} được giao thêm:"


def let_go_of(called: str) -> str:
    """Over what they had taken and need not do."""
    return f"{called} không còn được giao việc sau, không phải làm nữa:"


def told_line(place: int | None, text: str, due: str) -> str:
    """• 2. Kiểm tra chi bộ 3, hết 30/9; without words where they may not travel.

    Args:
        place: in the publication, where the reader has several; from 1.
        text: empty where it may not travel.
        due: "hết 30/9", or empty.
    """
    words = text or ("việc nêu trong văn bản" if place is None else "việc trong văn bản")
    numbered = words if place is None else f"{place}. {words}"
    return f"• {numbered}, {due}" if due else f"• {numbered}"


def _called(number: str, title: str, text: str) -> str:
    known_as = number or shortened(title)
    return f"{shortened(text)} ({known_as})" if text else known_as
