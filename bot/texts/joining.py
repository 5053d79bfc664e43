"""Inviting, consenting, being welcomed.

The words a person agrees to are `consent_lines`: whoever changes them raises the version in
`bot.organisation.consent`.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import people, times
from storage.states import Address, MemberKind

CONSENT_BUTTON = "✅ Đồng ý nhận tin"
NO_CONSENT_BUTTON = "Không, nhận bản giấy"


def consent_title(*, office: str) -> str:
    """The heading over what is asked."""
    return f"MỜI NHẬN TIN · {office}"


def consent_lines(
    *, address_form: Address, full_name: str, unit_name: str, kind: MemberKind
) -> tuple[str, ...]:
    """Whom the code will bind, what is kept, what for, what the person may ask."""
    who = people.form(address_form)
    sensitive = (
        "Văn phòng giữ những thông tin này như dữ liệu cá nhân nhạy cảm."
        if kind is MemberKind.UNION
        else "Thông tin là đảng viên thể hiện quan điểm chính trị, nên thuộc dữ liệu cá nhân nhạy cảm."
    )
    return (
        f"Mã này dành cho: {people.call(address_form, full_name)}, {unit_name}.",
        f"Nếu không đúng người, xin không bấm nút nào và báo văn phòng. Nếu đúng, xin {who} đọc và chọn:",
        "",
        "Văn phòng lưu: họ tên, đơn vị, chức vụ, tài khoản chat này, lúc gửi tin và câu trả lời.",
        sensitive,
        "Chỉ dùng vào bốn việc:",
        "1. Gửi văn bản, thông báo",
        "2. Theo dõi ai đã xác nhận",
        "3. Nhắc việc",
        "4. Thống kê, báo cáo chung",
        "Tin đi qua máy chủ của ứng dụng chat, có thể đặt ở nước ngoài.",
        f"Lúc nào {who} cũng được xem, sửa, xóa dữ liệu hoặc rút lại đồng ý: gõ /toi hoặc báo văn phòng.",
    )


def welcome_lines(*, address_form: Address, given_name: str, office: str, waiting: int) -> tuple[str, ...]:
    """After joining: what comes, what to do, what is still open."""
    return (
        f"Cảm ơn {people.call(address_form, given_name)}. Từ nay tin của {office} sẽ đến đây.",
        "Khi có văn bản cần xác nhận: đọc xong, xin bấm “Đã nắm”. Chưa rõ thì bấm “Hỏi lại”.",
        _waiting(waiting, follows=True),
        "Gõ /dangky để chọn chủ đề, /trogiup để xem các việc làm được.",
    )


def back_lines(*, address_form: Address, given_name: str, waiting: int) -> tuple[str, ...]:
    """To somebody who has joined before."""
    return (
        f"Kính chào {people.call(address_form, given_name)}. Tài khoản này đã kết nối.",
        _waiting(waiting, follows=False),
    )


def _waiting(waiting: int, *, follows: bool) -> str:
    if not waiting:
        return "Hiện không có văn bản nào chờ xác nhận."
    how = "sẽ đến ngay sau tin này" if follows else "gõ /canlam để mở"
    return f"Đang chờ xác nhận: {waiting} văn bản, {how}."


def consented(*, address_form: Address, at: datetime, zone: ZoneInfo) -> str:
    """In the place of the buttons."""
    who = people.form(address_form)
    return f"✅ {who[0].upper()}{who[1:]} đã đồng ý nhận tin lúc {times.hour_short_day(at, zone)}."


PAPER_LINES = (
    "Đã ghi nhận. Tài khoản này không được gắn với tên trong danh sách.",
    "Văn bản sẽ được chuyển bằng bản giấy. Khi đổi ý, xin báo văn phòng để nhận mã mới.",
)

INVITE_TITLE = "MỜI NHẬN TIN · chưa kết nối"
EVERYBODY_REACHED = "Mọi người trong danh sách đều đã kết nối. Cần mã mới cho ai, gõ /moi và tên."
NOBODY_FOUND = "Không có tên này trong danh sách được mời. Xin kiểm tra lại tên, hoặc hỏi quản trị."
CHOOSE = "Chạm vào tên để lấy mã mời:"


def candidate(*, number: int, full_name: str, unit_name: str, is_reached: bool, was_reached: bool) -> str:
    """One line of the list."""
    state = "đã kết nối" if is_reached else "đã chặn tin" if was_reached else "chưa kết nối"
    return f"{number}. {full_name} – {unit_name} ({state})"


def invite_button(full_name: str) -> str:
    """The button of one person."""
    return f"Mời {full_name}"


def more(amount: int) -> str:
    """What the list leaves out."""
    return f"Còn {amount} người nữa. Để tìm, gõ /moi và tên."


def code_title(full_name: str) -> str:
    """The heading over a new code."""
    return f"MÃ MỜI · {full_name}"


def code_lines(
    *, address_form: Address, full_name: str, code: str, expires_at: datetime, zone: ZoneInfo
) -> tuple[str, ...]:
    """The code, and how to hand it over."""
    return (
        f"Mã: {code}",
        f"Hạn dùng: {times.hour_day(expires_at, zone)}. Dùng được một lần, cho một người.",
        f"Xin trao tận tay hoặc đọc qua điện thoại cho {people.call(address_form, full_name)}.",
        "Không gửi mã vào nhóm chung. Mã cũ chưa dùng của người này đã hết hiệu lực.",
        f"Người nhận mở kênh chat của văn phòng và gõ: /start {code}",
    )


CODE_MADE = "Đã tạo mã mời"

HELP_START = "Lời chào, nhập mã mời"
HELP_INVITE = "Mời, cấp mã"
