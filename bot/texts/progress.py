"""How far a publication has come: numbers with their denominators, never a percentage, never a ranking."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import named, named_inside, shortened
from bot.texts.exempting import EXEMPT_BECAUSE

HELP_PROGRESS = "Tiến độ"
LIST_HEADING = "TIẾN ĐỘ\nChọn văn bản (số người đã xác nhận/số người phải xác nhận):"
NOTHING = "Chưa có văn bản nào cần xác nhận trong đơn vị phụ trách."
REPORT = "📊 Báo cáo"
NO_NAMES = "Không còn ai chưa xác nhận."
NO_CALLS = "Không có ai cần gọi."
TOO_MANY = "Danh sách dài. Chọn đơn vị:"
WITHDRAWN = "Văn bản đã được thu hồi."
HALTED = "Việc gửi đang tạm dừng vì lỗi nội dung. Xin báo văn thư kiểm tra."
RESUME = "▶️ Gửi tiếp"
RESUMED = "Đã cho gửi tiếp. Nếu lỗi lặp lại ba lần, việc gửi sẽ lại tạm dừng."

_EXEMPT = "được miễn"
_NO_LONGER = "không còn trong danh sách"
_CLASSES = tuple(EXEMPT_BECAUSE.values())


def heading(number: str, title: str) -> str:
    """TIẾN ĐỘ · Số 12-KH/ĐU."""
    return f"TIẾN ĐỘ · {named(number, title)}"


def moment(changed_at: datetime, due_at: datetime | None, zone: ZoneInfo) -> str:
    """14:05 thứ Tư, 25/11 · hạn 17:00 thứ Sáu, 27/11."""
    line = _hour_weekday(changed_at, zone)
    return line if due_at is None else f"{line} · hạn {_hour_weekday(due_at, zone)}"


def joint_heading(now: datetime, zone: ZoneInfo) -> str:
    """TIẾN ĐỘ · thứ Năm, 26/11 (đã xác nhận/phải xác nhận), over several publications."""
    return f"TIẾN ĐỘ · {times.short_weekday_day(now, zone)} (đã xác nhận/phải xác nhận)"


def joint_line(
    number: str, title: str, *, acknowledged_: int, expected: int, call: int, is_over: bool
) -> str:
    """12-KH/ĐU: 31/42, cần gọi 3."""
    rest = (f"cần gọi {call}" if call else "", "đã hết hạn" if is_over else "")
    return ", ".join([f"{number or shortened(title)}: {acknowledged_}/{expected}", *filter(None, rest)])


BY_NUMBER = "tiến độ"
"""Typed behind the number of a publication."""
OPEN_PROGRESS = "📊 Tiến độ"


def with_number(number: int, line: str) -> str:
    """27 · 12-KH/ĐU: 31/42, cần gọi 3."""
    return f"{number} · {line}"


def how_to_open(number: int) -> str:
    """Under such lines."""
    return f"Xem tên, nhắc: gõ số rồi gõ {BY_NUMBER}. Ví dụ: {number} {BY_NUMBER}"


def own_dues(amount: int, latest: datetime, zone: ZoneInfo) -> str:
    """Hạn riêng: 2 người vào sau, muộn nhất 17:00 thứ Ba, 01/12."""
    return f"Hạn riêng: {amount} người vào sau, muộn nhất {_hour_weekday(latest, zone)}"


def _hour_weekday(at: datetime, zone: ZoneInfo) -> str:
    return f"{times.hour(at, zone)} {times.short_weekday_day(at, zone)}"


def acknowledged(amount: int, expected: int) -> str:
    """Đã xác nhận 31/42 người."""
    return f"Đã xác nhận {amount}/{expected} người"


def apart(*, questions: int, read_aloud: int) -> str:
    """Đang hỏi 2 · Đọc trực tiếp 1."""
    parts = ((questions, f"Đang hỏi {questions}"), (read_aloud, f"Đọc trực tiếp {read_aloud}"))
    return " · ".join(words for amount, words in parts if amount)


def outstanding(amount: int, *, not_arrived: int) -> str:
    """Chưa xác nhận 8 (3 chưa nhận được tin)."""
    tail = f" ({not_arrived} chưa nhận được tin)" if not_arrived else ""
    return f"Chưa xác nhận {amount}{tail}"


def in_doubt(amount: int) -> str:
    """Cards of which nobody knows whether they arrived."""
    return f"Chưa rõ tin đã tới {amount} người: mạng đứt khi gửi, chưa thấy trả lời"


def held(amount: int, opens_at: datetime, zone: ZoneInfo) -> str:
    """Cards that the sending hours hold."""
    return f"Chờ giờ gửi {amount}: sẽ gửi từ {_hour_weekday(opens_at, zone)}"


def going(amount: int) -> str:
    """Cards under way."""
    return f"Đang gửi {amount}"


def not_counted(groups: Iterable[tuple[int, str, bool]]) -> str:
    """Không tính: 3 được miễn (2 tuổi cao, sức khỏe yếu; 1 công tác xa), 1 người ban hành.

    Args:
        groups: how many, why in words (empty: not said), whether exempt (or else no longer asked).
    """
    # Those who are let off before those who are gone.
    listed = sorted(groups, key=lambda group: not group[2])
    let_off = {because: amount for amount, because, exempt in listed if exempt and because in _CLASSES}
    parts = [
        f"{amount} {because or (_EXEMPT if exempt else _NO_LONGER)}"
        for amount, because, exempt in listed
        if not (exempt and because in let_off)
    ]
    if let_off:
        classes = "; ".join(f"{let_off[words]} {words}" for words in _CLASSES if words in let_off)
        parts.insert(0, f"{sum(let_off.values())} {_EXEMPT} ({classes})")
    return f"Không tính: {', '.join(parts)}" if parts else ""


def units(parts: Iterable[tuple[str, int, int]]) -> str:
    """Chi bộ 1: 14/14 · CB 2: 10/13, in protocol order."""
    return " · ".join(f"{name}: {amount}/{expected}" for name, amount, expected in parts)


def moved_away(name: str, amount: int, to_name: str, on: date) -> str:
    """CB 1: 1 người chuyển sang CB 2 (25/11), văn bản còn mở chuyển theo."""
    return f"{name}: {amount} người chuyển sang {to_name} ({on:%d/%m}), văn bản còn mở chuyển theo"


def moved_here(name: str, amount: int, from_name: str) -> str:
    """CB 2: nhận 1 từ CB 1."""
    return f"{name}: nhận {amount} từ {from_name}"


def more_moves(amount: int) -> str:
    """The card is short; the report has them all."""
    return f"… và {amount} lượt chuyển đơn vị nữa trong báo cáo"


def more_units(amount: int) -> str:
    """The card is short; the report has them all."""
    return f"… và {amount} đơn vị nữa trong báo cáo"


def names_button(amount: int) -> str:
    """Shows who has not answered."""
    return f"👥 Xem tên ({amount})"


def remind_button(amount: int) -> str:
    """Reminds those whom a message reaches."""
    return f"🔔 Nhắc ({amount})"


def call_button(amount: int) -> str:
    """Shows whom no message reaches."""
    return f"☎ Cần gọi ({amount})"


def list_button(number: str, title: str, acknowledged_: int, expected: int) -> str:
    """One publication of the list."""
    return f"{named(number, title)}: {acknowledged_}/{expected}"


def names_heading(number: str, title: str, amount: int) -> str:
    """Over the names of those outstanding."""
    return f"CHƯA XÁC NHẬN {named_inside(number, title)}: {amount} người"


def call_heading(number: str, title: str, amount: int) -> str:
    """Over the names of those whom no message reaches."""
    return f"CẦN GỌI về {named_inside(number, title)}: {amount} người, tin không tới được"


def unit_heading(name: str, amount: int) -> str:
    """Over the names of one unit."""
    return f"{name} ({amount})"


def name_line(full_name: str, *, arrived: bool, in_doubt_: bool, came_from: str = "") -> str:
    """One who has not answered; from where they came, if their unit was another on the day."""
    line = f"• {full_name} (từ {came_from} chuyển sang)" if came_from else f"• {full_name}"
    if in_doubt_:
        return f"{line} – chưa rõ tin đã tới"
    return line if arrived else f"{line} – chưa nhận được tin"


def unit_button(name: str, amount: int) -> str:
    """Shows the names of one unit."""
    return f"{name} ({amount})"
