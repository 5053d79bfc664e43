"""Roles: who holds them, giving and ending them, and what a person is told of it."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.texts import people as forms
from bot.texts import roles as words
from bot.texts.times import hour_day, weekday_day
from storage.states import Address, Role

HELP = "Vai trò, quyền hạn"
TITLE = "VAI TRÒ"
NOBODY = "Chưa có ai giữ vai trò nào."
HOW_TO_FIND = "Để giao hoặc kết thúc vai trò, gõ /vaitro và tên, ví dụ: /vaitro Bình"
HOW_TO_LOOK = "Để xem vai trò của một người, gõ /vaitro và tên, ví dụ: /vaitro Bình"
NOBODY_NAMED = "Không có ai trong danh sách mang tên này. Xin kiểm tra lại tên, có thể gõ không dấu."
CHOOSE_PERSON = "Xin chọn đúng người:"
TO_CARD = "‹ Quay lại"
NEXT_PAGE = "Trang sau ›"
PREVIOUS_PAGE = "‹ Trang trước"
NO_ROLE = "Chưa được giao vai trò nào."
GIVE = "➕ Giao vai trò"
OWN = "Vai trò của mình do một quản trị khác giao."
CHOOSE_ROLE = "Xin chọn vai trò sẽ giao:"
CHOOSE_UNIT = "Vai trò này áp dụng cho đơn vị nào (gồm cả các đơn vị bên dưới)?"
CONFIRM = "✅ Giao vai trò này"
BACK = "‹ Thôi, không giao"
HOW_TO_DATE = "Muốn đặt thời hạn, gõ ngày, ví dụ: từ 01/12/2026 đến 31/12/2027"
UNCHANGED = "Người này đã giữ vai trò đó suốt thời gian ấy, nên không có gì thay đổi."
END_NOW = "Kết thúc ngay"
KEEP = "‹ Thôi, giữ nguyên"
HOW_TO_END_LATER = "Muốn kết thúc vào ngày khác, gõ ngày cuối cùng, ví dụ: 31/12/2026"
END_UNCHANGED = "Vai trò này vốn kết thúc sớm hơn hoặc đúng ngày đó, nên không có gì thay đổi."
NOT_TOLD = "Người này chưa kết nối, nên văn phòng chưa báo được. Xin báo trực tiếp."
TOLD = "Văn phòng sẽ báo cho người này trong giờ gửi tin."
TOLD_TITLE = "VAI TRÒ"


def person(full_name: str, unit_name: str) -> str:
    """Vũ Thị Hòa – Chi bộ 1."""
    return f"{full_name} – {unit_name}"


def page(number: int, of: int) -> str:
    """Trang 2/3."""
    return f"Trang {number}/{of}"


def term(from_at: datetime, until_at: datetime | None, *, now: datetime, zone: ZoneInfo) -> str:
    """From which day, where that is still to come, and until which, where it ends; else nothing."""
    parts = []
    if from_at > now:
        parts.append(f"từ {weekday_day(from_at.astimezone(zone).date())}")
    if until_at is not None:
        parts.append(f"đến {_end(until_at, zone)}")
    return ", ".join(parts)


def held(role: Role, unit_name: str, when: str) -> str:
    """Bí thư – Chi bộ 1 (đến hết thứ Năm, 31/12/2026)."""
    name = words.role_for(role, unit_name=unit_name)
    return f"{name} ({when})" if when else name


def holder(place: int, full_name: str, roles: Sequence[str]) -> str:
    """1. Vũ Thị Hòa: Bí thư – Chi bộ 1."""
    return f"{place}. {full_name}: {'; '.join(roles)}"


def line(role: str) -> str:
    """• Bí thư – Chi bộ 1."""
    return f"• {role}"


def roles_title(full_name: str) -> str:
    """VAI TRÒ · Vũ Thị Hòa."""
    return f"VAI TRÒ · {full_name}"


def end_button(role: Role, unit_name: str) -> str:
    """Kết thúc: Bí thư – Chi bộ 1."""
    return f"Kết thúc: {words.role_for(role, unit_name=unit_name)}"


def unit_button(name: str, depth: int) -> str:
    """The unit, set in by how far below the top it hangs."""
    return "· " * depth + name


def proposal_title(address_form: Address, full_name: str) -> str:
    """Giao vai trò cho đồng chí Vũ Thị Hòa?"""
    return f"Giao vai trò cho {forms.call(address_form, full_name)}?"


def proposal_lines(
    role: Role, unit_name: str, from_at: datetime, until_at: datetime | None, *, now: datetime, zone: ZoneInfo
) -> list[str]:
    """What would be given, from when, until when, and what it allows."""
    begins = "từ bây giờ" if from_at <= now else f"từ {weekday_day(from_at.astimezone(zone).date())}"
    ends = "đến khi có thay đổi" if until_at is None else f"đến {_end(until_at, zone)}"
    return [
        words.role_for(role, unit_name=unit_name),
        f"Thời hạn: {begins}, {ends}",
        f"Người giữ vai trò này được: {words.ABILITIES[role]}",
    ]


def end_title(address_form: Address, full_name: str) -> str:
    """Kết thúc vai trò của đồng chí Vũ Thị Hòa?"""
    return f"Kết thúc vai trò của {forms.call(address_form, full_name)}?"


def given(address_form: Address, full_name: str, role: Role, unit_name: str) -> str:
    """Đã giao vai trò Bí thư – Chi bộ 1 cho đồng chí Vũ Thị Hòa."""
    name = words.role_for(role, unit_name=unit_name)
    return f"Đã giao vai trò {name} cho {forms.call(address_form, full_name)}."


def ended(address_form: Address, full_name: str, role: Role | None) -> str:
    """Đã ghi việc kết thúc vai trò Bí thư của đồng chí Vũ Thị Hòa."""
    what = f"vai trò {words.ROLES[role]}" if role else "vai trò"
    return f"Đã ghi việc kết thúc {what} của {forms.call(address_form, full_name)}."


def end_on_button(day: date) -> str:
    """Kết thúc sau thứ Năm, 31/12/2026."""
    return f"Kết thúc sau {weekday_day(day)}"


def told_given(
    *,
    address_form: Address,
    given_name: str,
    role: Role,
    unit_name: str,
    from_at: datetime,
    until_at: datetime | None,
    now: datetime,
    zone: ZoneInfo,
) -> list[str]:
    """To who was given a role: which, for when, and what they can do with it."""
    when = term(from_at, until_at, now=now, zone=zone)
    called = forms.call_capital(address_form, given_name)
    since = "Nay" if from_at <= now else "Từ ngày đó"
    name = words.role_for(role, unit_name=unit_name)
    return [
        f"{called} được giao vai trò {name}{f', {when}' if when else ''}.",
        f"{since} {forms.call(address_form, given_name)} được: {words.ABILITIES[role]}",
        "Gõ /trogiup để xem các lệnh. Có điều gì chưa rõ, xin liên hệ văn phòng.",
    ]


def told_ended(
    *,
    address_form: Address,
    given_name: str,
    role: Role,
    unit_name: str,
    from_at: datetime,
    until_at: datetime | None,
    now: datetime,
    zone: ZoneInfo,
) -> list[str]:
    """To whose role ends: when, and that everything else stays."""
    called = forms.call_capital(address_form, given_name)
    name = words.role_for(role, unit_name=unit_name)
    if until_at is not None and until_at > now:
        first = (
            f"Vai trò {name} của {forms.call(address_form, given_name)} kéo dài đến {_end(until_at, zone)}."
        )
    elif until_at is not None and until_at > from_at:
        first = f"{called} thôi giữ vai trò {name} từ {hour_day(until_at, zone)}."
    else:
        first = f"Vai trò {name} dự định giao cho {forms.call(address_form, given_name)} không giao nữa."
    return [
        first,
        f"{called} vẫn nhận văn bản và xác nhận như trước.",
        f"Văn phòng cảm ơn {forms.call(address_form, given_name)}. Cần trao đổi, xin liên hệ văn phòng.",
    ]


def _end(until_at: datetime, zone: ZoneInfo) -> str:
    """Hết thứ Năm, 31/12/2026, or the very hour where it is no midnight (with a small first letter)."""
    local = until_at.astimezone(zone)
    if (local.hour, local.minute, local.second) == (0, 0, 0):
        # The last moment that still belongs to it lies in the day before.
        return f"hết {weekday_day(date.fromordinal(local.date().toordinal() - 1))}"
    return hour_day(until_at, zone)
