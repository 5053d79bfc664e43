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


def _called(number: str, title: str, text: str) -> str:
    known_as = number or shortened(title)
    return f"{shortened(text)} ({known_as})" if text else known_as
