"""One's own data, plainly."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import people, times
from storage.states import Address, AddressState, Platform

TITLE = "THÔNG TIN CỦA TÔI"

PLATFORMS = {
    Platform.TELEGRAM: "Telegram",
    Platform.ZALO: "Zalo",
    Platform.WEB: "Hộp tin trên web",
}
STATES = {
    AddressState.ACTIVE: "đang nhận tin",
    AddressState.BLOCKED: "đã chặn tin",
    AddressState.GONE: "không còn dùng",
}

NO_CONSENT = "Đồng ý nhận tin: chưa có"
# Decree 356/2025/NĐ-CP article 5: an answer within two working days, deletion within twenty days.
RIGHTS = (
    "Muốn sửa, xóa dữ liệu hoặc rút lại đồng ý, xin báo văn phòng: được trả lời trong 2 ngày làm việc, "
    "xóa trong 20 ngày."
)


def name(full_name: str) -> str:
    """Họ tên."""
    return f"Họ tên: {full_name}"


def unit(unit_name: str, *, kind: str) -> str:
    """Đơn vị, and how one belongs to it."""
    return f"Đơn vị: {unit_name} ({kind})"


def position(words: str) -> str:
    """Chức vụ."""
    return f"Chức vụ: {words}"


def form(address_form: Address) -> str:
    """How one is addressed."""
    return f"Cách xưng hô: {people.form(address_form)}"


def roles(words: list[str]) -> str:
    """Quyền trong hệ thống."""
    return f"Quyền: {'; '.join(words)}"


def conversation(platform: Platform, state: AddressState) -> str:
    """One conversation."""
    return f"Nhận tin qua {PLATFORMS[platform]}: {STATES[state]}"


def consented(at: datetime, zone: ZoneInfo) -> str:
    """When consent was given."""
    return f"Đồng ý nhận tin: {times.hour_day(at, zone)}"


HELP = "Thông tin, dữ liệu của tôi"
