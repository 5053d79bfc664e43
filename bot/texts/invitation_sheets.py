"""Sheets of invitations: asking before one is made, and what stands on it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.texts import people, times
from storage.states import Address

CHOOSE_TITLE = "IN PHIẾU MỜI · chọn đơn vị"
NOBODY = "Không còn ai cần phiếu mời."
MAKE_BUTTON = "🖨 Tạo phiếu PDF"
NEVER_MIND = "Thôi"
MADE = "Đã tạo phiếu mời"
PRINT_HINT = "Xin in, cắt theo đường kẻ và trao tận tay từng người. Tệp được xóa sau 1 ngày."


def made(unit_name: str) -> str:
    """After a sheet was made."""
    return f"{MADE}: {unit_name}."


def unit_button(name: str, amount: int) -> str:
    """One unit to choose."""
    return f"{name} ({amount} người)"


def title(unit_name: str) -> str:
    """Over what is asked before a sheet is made."""
    return f"PHIẾU MỜI · {unit_name}"


def plan_lines(*, people: int, ends: int, on_paper: int, with_roles: int) -> tuple[str, ...]:
    """What making the sheet does."""
    lines = [f"Phiếu có {people} phần, mỗi người chưa kết nối một phần với mã riêng."]
    if ends:
        lines.append(f"{ends} mã đã cấp mà chưa dùng của những người này sẽ hết hiệu lực.")
    if on_paper:
        lines.append(f"Không in cho {on_paper} người nhận bản giấy.")
    if with_roles:
        lines.append(f"Không in cho {with_roles} người có vai trò: quản trị mời riêng.")
    return tuple(lines)


def file_name(unit_words: str) -> str:
    """The name of the file; the unit's name without accents."""
    return f"phieu-moi-{'-'.join(unit_words.split())}.pdf"


# ---- on paper

CUT = "cắt theo đường này"
BY_HAND = "Trao tận tay, không chụp gửi vào nhóm chung"
ASK = "Cần giúp: hỏi bí thư chi bộ hoặc văn phòng."


def page_head(unit_name: str, day: date) -> str:
    """Over each page."""
    return f"Phiếu mời nhận tin · {unit_name} · {times.day(day)}"


def page_number(number: int, of: int) -> str:
    """Under each page."""
    return f"Trang {number}/{of}"


def invited(address_form: Address, full_name: str) -> str:
    """To whom the part belongs."""
    return f"Kính gửi: {people.call(address_form, full_name)}"


def unit_line(unit_name: str, office: str) -> str:
    """Under the name."""
    return f"{unit_name} · {office}"


def scan(*, opens_page: bool) -> str:
    """Under the QR code."""
    return "Quét mã để mở trang kết nối" if opens_page else "Quét bằng máy ảnh điện thoại"


def steps(*, has_link: bool, opens_page: bool) -> tuple[str, str, str]:
    """How to join, for somebody who has never done it.

    Args:
        has_link: there is a QR code.
        opens_page: it opens the page of the invitation, which leads to each messenger, and not a chat.
    """
    first = (
        "1. Mở máy ảnh điện thoại, soi ô vuông bên trái, chạm dòng chữ hiện ra."
        if has_link
        else "1. Mở kênh chat của văn phòng trên điện thoại (hỏi bí thư chi bộ)."
    )
    then = (
        "Chọn Zalo hoặc Telegram trên trang vừa mở và làm theo."
        if opens_page
        else "Có nút “Bắt đầu” (Start) thì bấm."
    )
    return (
        first,
        f"2. {then} Được hỏi mã thì gõ mã trên phiếu này rồi gửi.",
        "3. Thấy đúng tên mình thì đọc lời mời và chọn câu trả lời.",
    )


def until(at: datetime, zone: ZoneInfo) -> str:
    """How long the code can be used, and by whom."""
    return f"Dùng đến {times.hour_day(at, zone)}; một lần, chỉ cho người có tên trên phiếu."


WEB_LINE = "Không dùng Telegram, Zalo: xin hỏi bí thư để được cấp hộp thư web."
