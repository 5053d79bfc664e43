"""The plain-text report on one publication."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import named
from bot.texts.channels import FOLD_HINT

HELP_REPORT = "Báo cáo"
LIST_HEADING = "BÁO CÁO\nChọn văn bản (số người đã xác nhận/số người phải xác nhận):"
BY_UNIT = "THEO ĐƠN VỊ"
OUTSTANDING = "CHƯA XÁC NHẬN"
QUESTIONS = "ĐANG CHỜ TRẢ LỜI CÂU HỎI"
READ_ALOUD = "ĐÃ ĐỌC TRỰC TIẾP"
NOT_COUNTED = "KHÔNG TÍNH"
DETAILS = f"Chi tiết{FOLD_HINT}"
NO_NAMES = "Không nêu tên: tài khoản này chỉ được xem số liệu."


def heading(number: str, title: str) -> str:
    """BÁO CÁO XÁC NHẬN · Số 12-KH/ĐU."""
    return f"BÁO CÁO XÁC NHẬN · {named(number, title)}"


def issued(issuer: str, published_at: datetime, zone: ZoneInfo) -> str:
    """Who issued it, and when it went out."""
    went = f"phát hành {times.hour_day(published_at, zone)}"
    return f"{issuer}, {went}" if issuer else went[0].upper() + went[1:]


def due(due_at: datetime, zone: ZoneInfo) -> str:
    """By when it was asked."""
    return f"Hạn: {times.hour_day(due_at, zone)}"


def made(made_at: datetime, zone: ZoneInfo) -> str:
    """Of what moment the numbers are."""
    return f"Số liệu lúc {times.hour_day(made_at, zone)}"


def expected(amount: int) -> str:
    """The denominator."""
    return f"Phải xác nhận: {amount} người"


def total(words: str, amount: int, of: int) -> str:
    """Đã xác nhận: 31/42."""
    return f"{words}: {amount}/{of}"


ACKNOWLEDGED_WORDS = "Đã xác nhận"
READ_ALOUD_WORDS = "Đọc trực tiếp"
QUESTIONS_WORDS = "Đang hỏi"
OUTSTANDING_WORDS = "Chưa xác nhận"


def unit(name: str, *, acknowledged: int, expected_: int, read_aloud: int, questions: int) -> str:
    """Chi bộ 2: đã xác nhận 10/13, đọc trực tiếp 1."""
    line = f"{name}: đã xác nhận {acknowledged}/{expected_}"
    if read_aloud:
        line += f", đọc trực tiếp {read_aloud}"
    return f"{line}, đang hỏi {questions}" if questions else line


def unit_with_below(name: str, *, acknowledged: int, expected_: int) -> str:
    """Đảng ủy huyện A, cả trực thuộc: đã xác nhận 31/42."""
    return f"{name}, cả trực thuộc: đã xác nhận {acknowledged}/{expected_}"


def set_in(line_: str, depth: int) -> str:
    """A unit's line, set in by where it hangs."""
    return f"{'– ' * depth}{line_}"


MOVES = "CHUYỂN ĐƠN VỊ SAU KHI PHÁT HÀNH"
NOT_NAMED = "Một người không nêu tên"


def line(full_name: str, unit_name: str) -> str:
    """One person."""
    return f"- {full_name} ({unit_name})"


def line_because(full_name: str, unit_name: str, because: str) -> str:
    """One person, and why not counted."""
    return f"- {full_name} ({unit_name}): {because}" if because else line(full_name, unit_name)


def line_read_aloud(
    full_name: str, unit_name: str, *, at: datetime | None, place: str, witness: str, zone: ZoneInfo
) -> str:
    """One person, with when, where and before whom it was read."""
    moment = times.hour_day(at, zone) if at else ""
    details = ", ".join(
        part for part in (moment, place, f"người chứng kiến: {witness}" if witness else "") if part
    )
    return f"{line(full_name, unit_name)}: {details}"
