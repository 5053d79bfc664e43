"""Six digits that connect a chat."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import people, times
from bot.texts.inviting import other_platforms
from storage.states import Address, Platform

BUTTON = "🔢 Mã 6 số (15 phút)"
OWN_TITLE = "MÃ 6 SỐ THÊM KÊNH NHẬN"
MADE = "Đã tạo mã 6 số"
_CHAT = "Trên máy cần kết nối, mở kênh chat của văn phòng"


def title(full_name: str) -> str:
    """The heading over a member's six digits."""
    return f"MÃ 6 SỐ · {full_name}"


def for_member_lines(
    *, address_form: Address, full_name: str, code: str, place: str, expires_at: datetime, zone: ZoneInfo
) -> tuple[str, ...]:
    """To who reads them aloud."""
    return (
        f"Mã: {code}",
        f"Gõ trước {times.hour(expires_at, zone)}. Dùng được một lần. Mã 6 số trước đó đã hết hiệu lực.",
        f"Xin đọc cho {people.call(address_form, full_name)}, gặp trực tiếp hoặc qua điện thoại.",
        f"{place or _CHAT}, rồi gõ 6 số này.",
    )


def own_lines(
    *, code: str, place: str, others: Iterable[Platform], expires_at: datetime, zone: ZoneInfo
) -> tuple[str, ...]:
    """To who adds a messenger of their own."""
    return (
        f"Mã: {code}",
        f"Gõ trước {times.hour(expires_at, zone)}. Dùng được một lần. Xin không đưa cho người khác.",
        f"{place or _CHAT}, rồi gõ 6 số này.",
        *other_platforms(others),
    )
