"""Reminders, and what a leader hears who sends one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import named, named_inside

HELP_REMIND = "Nhắc người chưa xác nhận"
MORE = "Còn nữa: gõ /canlam để xem tất cả."
CHOOSE = "NHẮC NGƯỜI CHƯA XÁC NHẬN\nChọn văn bản cần nhắc:"
NOBODY = "Không còn ai cần nhắc."
NEVER_MIND = "Thôi"
CALL_THEM = "Việc gấp: xin gọi điện hoặc đọc trực tiếp. Ai cần gọi có ở mục “Cần gọi” của tiến độ."
SEE_PROGRESS = "📊 Xem tiến độ"


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
    """Leads to the reminder of this publication."""
    return f"{named(number, title)}: {outstanding} người"


def ask(number: str, title: str, *, to_remind: int, no_way: int) -> list[str]:
    """Before anybody is reminded, a line each.

    Args:
        number: of the publication.
        title: of the publication.
        to_remind: how many would get a reminder.
        no_way: how many cannot be written to, or have not got the publication yet.
    """
    about = named_inside(number, title)
    lines = [f"Nhắc {to_remind} người về {about}?" if to_remind else f"Chưa nhắc được ai về {about}."]
    return [*lines, f"{no_way} người tin chưa tới: xin gọi điện hoặc đọc trực tiếp."] if no_way else lines


def outcome(
    number: str, title: str, *, reminded: int, enough: int, no_way: int, no_room: int = 0, held_until: str
) -> list[str]:
    """What became of "Nhắc", a line each.

    Args:
        number: of the publication.
        title: of the publication.
        reminded: how many get a reminder.
        enough: how many had as many as one person may get in a day.
        no_way: how many cannot be written to, or have not got the publication yet.
        no_room: how many cannot be written to for the rest of the month.
        held_until: when it goes, if not now.
    """
    lines = [f"Đã nhắc {reminded} người về {named_inside(number, title)}."]
    if reminded and held_until:
        lines.append(f"Ngoài giờ gửi tin: lời nhắc đi lúc {held_until}.")
    if enough:
        lines.append(f"Không nhắc thêm {enough} người: hôm nay đã được nhắc đủ số lần.")
    if no_way:
        lines.append(f"Chưa nhắc được {no_way} người: tin chưa tới. Xin gọi điện hoặc đọc trực tiếp.")
    if no_room:
        lines.append(f"Chưa nhắc được {no_room} người: kênh của họ hết lượt gửi tin. Xin gọi điện.")
    return lines


def toast(reminded: int) -> str:
    """Over the chat."""
    return f"Đã nhắc {reminded} người."


def no_room(platforms: str, amount: int) -> str:
    """Hết lượt Zalo: 3 người, cần gọi: those whose card no month brings in time."""
    return f"Hết lượt {platforms}: {amount} người, cần gọi"


def held(platforms: str, amount: int) -> str:
    """Chờ lượt Zalo tháng sau: 3 người: cards that come in time all the same."""
    return f"Chờ lượt {platforms} tháng sau: {amount} người"


def no_room_title(platform: str, number: str, title: str) -> str:
    """HẾT LƯỢT GỬI QUA Zalo · Số 12-KH/ĐU."""
    return f"HẾT LƯỢT GỬI QUA {platform} · {named(number, title)}"


def waits_for_room(platform: str, amount: int, goes_at: datetime, zone: ZoneInfo, *, is_late: bool) -> str:
    """To who published it: how many wait for the next month, and until when."""
    late = ", sau hạn xác nhận" if is_late else ""
    return (
        f"{amount} người chưa nhận được tin: tháng này {platform} hết lượt gửi. "
        f"Tin còn chờ tới {times.hour_day(goes_at, zone)}{late}."
    )
