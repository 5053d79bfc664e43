"""How far the tasks of a publication have been taken, and how its questions were answered at first."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import named, shortened

DETAILS = "📋 Nhận việc, câu hỏi"
NAMES = "👥 Xem tên"
QUESTIONS = "Câu hỏi trước khi xác nhận (tính chung, không ghi tên):"


def heading(number: str, title: str) -> str:
    """NHẬN VIỆC · Số 15-BC/ĐU."""
    return f"NHẬN VIỆC · {named(number, title)}"


def questions_heading(number: str, title: str) -> str:
    """CÂU HỎI · Số 12-KH/ĐU, where there are no tasks."""
    return f"CÂU HỎI · {named(number, title)}"


RECORD = "Ghi đã nhận việc"
NOT_NOW = "Thôi"


def taken(amount: int, named_: int, told: int = 0) -> str:
    """Đã nhận việc 1/3 người · Ghi thay 1."""
    apart = f" · Ghi thay {told}" if told else ""
    return f"Đã nhận việc {amount}/{named_} người{apart}"


def record_button(full_name: str) -> str:
    """Writes down that somebody without a messenger took it."""
    return f"✍️ Ghi thay: {full_name}"


def confirm_record(called: str, number: str, title: str, text: str) -> str:
    """Asked before it is written down."""
    which = f"việc “{shortened(text)}”" if text else "việc được giao"
    what = f"{which} ({named(number, title)})"
    return f"Ghi {called} đã nhận {what}? Chỉ ghi khi người được giao đã trực tiếp nói lại là nhận việc."


def recorded(called: str, number: str, title: str, at: datetime, zone: ZoneInfo) -> str:
    """It is done."""
    return f"Đã ghi: {called} nhận việc, {named(number, title)}, lúc {times.hour_short_day(at, zone)}."


def untold(place: int) -> str:
    """Stands for a task whose words may not travel."""
    return f"Việc {place}"


def who_took(full_name: str, at: datetime, zone: ZoneInfo, *, is_told: bool = False) -> str:
    """• Vũ Thị Hòa – đã nhận 08:14, 23/11 (ghi thay)."""
    return f"• {full_name} – đã nhận {times.hour_short_day(at, zone)}{' (ghi thay)' if is_told else ''}"


def who_did_not(full_name: str) -> str:
    """• Trịnh Văn Đức – chưa nhận."""
    return f"• {full_name} – chưa nhận"


def wrong_at_first(place: int, wrong: int, answered: int) -> str:
    """Câu 1: 3/12 lượt đầu chưa đúng."""
    return f"Câu {place}: {wrong}/{answered} lượt đầu chưa đúng"


def too_few(place: int, least: int) -> str:
    """Câu 1: chưa đủ 5 người trả lời."""
    return f"Câu {place}: chưa đủ {least} người trả lời"


def list_button(number: str, title: str, amount: int, named_: int) -> str:
    """Số 15-BC/ĐU: nhận việc 1/3."""
    return f"{named(number, title)}: nhận việc {amount}/{named_}"
