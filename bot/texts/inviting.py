"""Inviting: whom, with which code, which codes are out."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import people, times
from bot.texts.self_service import PLATFORMS
from storage.states import Address, Platform

HELP_INVITE = "Mời, cấp mã"

TITLE = "MỜI NHẬN TIN · chưa kết nối"
FOUND_TITLE = "MỜI NHẬN TIN · kết quả tìm"
EVERYBODY_REACHED = "Không còn ai cần mời. Cần mã mới cho ai, gõ /moi và tên."
NOBODY_FOUND = "Không có tên này trong danh sách được mời. Xin kiểm tra lại tên, hoặc hỏi quản trị."
CHOOSE = "Chọn người để lấy mã mời. Tìm theo tên: gõ /moi và tên."
OTHERS_TITLE = "MỜI NHẬN TIN · việc khác"
OTHERS_BUTTON = "Việc khác"
BACK_BUTTON = "‹ Danh sách"
OPEN_CODES_BUTTON = "🗂 Mã đang mở"
NEXT_PAGE = "Trang sau ›"
PAGE_BEFORE = "‹ Trang trước"


def candidate(
    place: int,
    full_name: str,
    unit_name: str,
    *,
    is_reached: bool,
    was_reached: bool,
    on_paper: bool,
    is_search: bool,
) -> str:
    """One line of a list; over the list of those who are not connected stands that they are not."""
    state = "chưa kết nối" if is_search else ""
    if on_paper:
        state = "nhận bản giấy"
    elif is_reached:
        state = "đã kết nối"
    elif was_reached:
        state = "đã chặn tin"
    line = f"{place}. {full_name} – {unit_name}"
    return f"{line} ({state})" if state else line


def invite_button(full_name: str) -> str:
    """The button of one person."""
    return f"Mời {full_name}"


def invite_number(place: int) -> str:
    """The button of the person at that place of the list."""
    return f"Mời số {place}"


def holds_a_role(full_name: str, unit_name: str, *, is_reached: bool) -> str:
    """To a secretary who looks for somebody whom only an admin invites."""
    if is_reached:
        return f"{full_name} ({unit_name}) đã kết nối."
    return f"{full_name} ({unit_name}) đang giữ vai trò nên do quản trị mời. Xin báo quản trị."


def more(amount: int) -> str:
    """What the list leaves out."""
    return f"Còn {amount} người nữa. Xin gõ thêm chữ trong tên để tìm."


def wrong_tries(amount: int) -> str:
    """For an admin: how many wrong codes came in."""
    return f"Mã nhập sai trong 24 giờ qua: {amount} lần."


# ---- a new code

CODE_MADE = "Đã tạo mã mời"
PICTURE_NAME = "ma-moi.png"
OWN_TITLE = "MÃ THÊM KÊNH NHẬN"
OWN_CODE_MADE = "Đã tạo mã thêm kênh nhận"
CONNECTED_BUTTON = "Cấp mã"
NEVER_MIND = "Thôi"


def already_connected(address_form: Address, full_name: str) -> str:
    """Before somebody who is connected gets another code."""
    called = people.call_capital(address_form, full_name)
    return f"{called} đã kết nối. Cấp mã mới thì mã cũ hết hiệu lực."


def code_title(full_name: str) -> str:
    """The heading over a new code."""
    return f"MÃ MỜI · {full_name}"


def code_lines(
    *,
    address_form: Address,
    full_name: str,
    code: str,
    link: str,
    place: str,
    expires_at: datetime,
    zone: ZoneInfo,
) -> tuple[str, ...]:
    """The code, and how to hand it over."""
    return (
        f"Mã: {code}",
        f"Hạn dùng: {times.hour_day(expires_at, zone)}. Dùng được một lần, cho một người.",
        f"Xin trao tận tay hoặc đọc qua điện thoại cho {people.call(address_form, full_name)}.",
        "Không gửi mã vào nhóm chung. Mã cũ chưa dùng của người này đã hết hiệu lực.",
        *_how(code, link),
        *_at(place),
    )


def own_code_lines(
    *, code: str, link: str, place: str, others: Iterable[Platform], expires_at: datetime, zone: ZoneInfo
) -> tuple[str, ...]:
    """A code for another messenger of one's own."""
    return (
        f"Mã: {code}",
        f"Hạn dùng: {times.hour_day(expires_at, zone)}. Dùng được một lần. Xin không đưa cho người khác.",
        *_how(code, link, where=_OWN_PLACE),
        *_at(place),
        *other_platforms(others),
    )


def other_platforms(others: Iterable[Platform]) -> tuple[str, ...]:
    """On what else the office can be written to; nothing where there is nothing else."""
    named = ", ".join(PLATFORMS[one] for one in others)
    return (f"Văn phòng còn có trên: {named}.",) if named else ()


def typed_here(
    *, address_form: Address, given_name: str, place: str, others: Iterable[Platform]
) -> tuple[str, ...]:
    """To who types a code of their own where they are connected already."""
    called = people.call_capital(address_form, given_name)
    return (
        f"{called} đã nhận tin ở đây rồi, không cần gõ mã ở đây. Mã này để thêm một nơi nhận khác.",
        *(_at(place) or (f"{_OWN_PLACE} và gõ mã ở đó.",)),
        *other_platforms(others),
    )


_OWN_PLACE = "Trên ứng dụng chat hoặc máy thứ hai, mở chat với văn phòng"


def _how(code: str, link: str, *, where: str = "Mở chat với văn phòng") -> tuple[str, ...]:
    typed = f"{where} và gõ mã: {code}"
    if not link:
        return (typed,)
    return (f"Mở đường dẫn: {link}", typed)


def where_to_type(platform: Platform, called: str, link: str) -> str:
    """The bot to which a code is typed: the link that opens a chat with it, else the name to look for."""
    return f"Trên {PLATFORMS[platform]}: mở {link}" if link else f"Trên {PLATFORMS[platform]}: tìm “{called}”"


def _at(place: str) -> tuple[str, ...]:
    return (f"{place}, rồi gõ mã.",) if place else ()


# ---- codes that are out

OPEN_TITLE = "MÃ ĐANG MỞ"
NONE_OPEN = "Không có mã nào đang mở."
LATELY = "30 ngày qua"


def open_code(full_name: str, unit_name: str, *, until: datetime, zone: ZoneInfo) -> str:
    """One that can still be used."""
    return f"• {full_name} – {unit_name}, đến {times.hour_day(until, zone)}"


_FATES = {"used": "đã dùng", "revoked": "đã thu hồi", "expired": "hết hạn"}


def ended_code(full_name: str, *, fate: str, at: datetime, zone: ZoneInfo) -> str:
    """One that cannot; the fate is a word of `bot.organisation.joining.open_invitations.Fate`."""
    return f"{full_name}: {_FATES[fate]} {times.hour_short_day(at, zone)}"


def revoked(address_form: Address, full_name: str) -> str:
    """After a code was ended."""
    return f"Đã thu hồi mã mời của {people.call(address_form, full_name)}."


def revoke_button(full_name: str) -> str:
    """Ends one."""
    return f"Thu hồi mã của {full_name}"


# ---- guessing

GUESSING_TITLE = "CÓ NHIỀU MÃ MỜI NHẬP SAI"
GUESSING_LINES = (
    "Trong một giờ qua, các tài khoản chưa kết nối đã gửi nhiều mã hoặc số điện thoại sai, có thể là dò.",
    (
        "Tài khoản nào sai 5 lần phải chờ 15 phút. Sai quá nhiều thì văn phòng tạm thôi nhận số điện thoại; "
        "mã đúng vẫn dùng được."
    ),
    "Chưa cần làm gì. Nếu tin này lặp lại nhiều ngày, xin xem các mã đang mở và thu hồi mã không cần.",
)
