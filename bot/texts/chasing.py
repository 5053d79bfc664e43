"""Reminders, and what a leader hears who sends one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import named, named_inside

HELP_REMIND = "Nhắc người chưa xác nhận"
MORE = "Còn nữa: gõ /canlam để xem tất cả."
CHOOSE = "NHẮC NGƯỜI CHƯA XÁC NHẬN\nChọn văn bản cần nhắc:"
NOBODY = "Không còn ai cần nhắc."


def heading(time_of_day: int, most: int) -> str:
    """Which reminder of this day it is."""
    return f"NHẮC VIỆC · lần {time_of_day}/{most} trong ngày"


def line(
    place: int, number: str, title: str, *, due_at: datetime | None, now: datetime, zone: ZoneInfo
) -> str:
    """One open thing: 1. Số 12-KH/ĐU – hạn thứ Sáu, 27/11."""
    text = f"{place}. {named(number, title)}"
    if due_at is None:
        return text
    over = " (đã qua hạn)" if due_at <= now else ""
    return f"{text} – hạn {times.hour(due_at, zone)} {times.short_weekday_day(due_at, zone)}{over}"


def choose_button(number: str, title: str, outstanding: int) -> str:
    """Reminds of this publication."""
    return f"🔔 {named(number, title)} ({outstanding} người)"


def outcome(
    number: str, title: str, *, reminded: int, enough: int, no_way: int, held_until: str
) -> list[str]:
    """What became of "Nhắc", a line each.

    Args:
        number: of the publication.
        title: of the publication.
        reminded: how many get a reminder.
        enough: how many had as many as one person may get in a day.
        no_way: how many cannot be written to, or have not got the publication yet.
        held_until: when it goes, if not now.
    """
    lines = [f"Đã nhắc {reminded} người về {named_inside(number, title)}."]
    if reminded and held_until:
        lines.append(f"Ngoài giờ gửi tin: lời nhắc đi lúc {held_until}.")
    if enough:
        lines.append(f"Không nhắc thêm {enough} người: hôm nay đã được nhắc đủ số lần.")
    if no_way:
        lines.append(f"Chưa nhắc được {no_way} người: tin chưa tới. Xin gọi điện hoặc đọc trực tiếp.")
    return lines


def toast(reminded: int) -> str:
    """Over the chat."""
    return f"Đã nhắc {reminded} người."
