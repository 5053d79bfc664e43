"""One's own data, plainly."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import people, times
from storage.states import Address, AddressState, Platform

TITLE = "THÔNG TIN CỦA TÔI"

PLATFORMS = {
    Platform.TELEGRAM: "Telegram",
    Platform.ZALO: "Zalo",
    Platform.WEB: "Hộp thư web",
}
STATES = {
    AddressState.ACTIVE: "đang nhận tin",
    AddressState.BLOCKED: "đã chặn tin",
    AddressState.GONE: "không còn dùng",
}

NO_CONSENT = "Đồng ý nhận tin: chưa có"
CONSENT_TITLE = "ĐIỀU TÔI ĐÃ ĐỒNG Ý"
ASKED_ANEW = (
    "Nội dung dưới đây đã thay đổi, xin đọc và chọn lại. Chưa chọn lại thì điều đã đồng ý trước đây vẫn giữ."
)
GIVE_ALL = "✅ Đồng ý cả 4 mục"
WITHDRAW_ALL = "Rút tất cả"
DATA_TITLE = "DỮ LIỆU CỦA TÔI"
STORED = (
    "Đang lưu: thông tin hiện ra khi gõ /toi; văn bản được giao và lúc trả lời; câu hỏi; lịch sinh hoạt; "
    "nhật ký việc đã làm."
)

QUIET_HOURS_BUTTON = "Giờ nghỉ"
ADDRESSES_BUTTON = "Kênh nhận"
DATA_BUTTON = "Dữ liệu của tôi"
CONSENT_BUTTON = "Đồng ý, rút đồng ý"
COPY_BUTTON = "Nhận bản sao dữ liệu"
CORRECT_BUTTON = "Đề nghị sửa"
DELETE_BUTTON = "Đề nghị xóa"
BACK_BUTTON = "‹ Quay lại"

COPY_NAME = "du-lieu-ca-nhan"
COPY_LINES = (
    "Đây là toàn bộ dữ liệu văn phòng đang lưu về người nhận tin này.",
    "Tệp có thông tin nhạy cảm; gửi kèm tin thì đi qua máy chủ của ứng dụng chat.",
    "Xin không chuyển tiếp, xem xong nên xóa.",
)
# Decree 356/2025/NĐ-CP article 5: an answer within two working days, deletion within twenty days.
RIGHTS = (
    "Được xem, sửa, nhận bản sao, xóa dữ liệu, rút đồng ý: chọn “Dữ liệu của tôi”. "
    "Văn phòng trả lời trong 2 ngày làm việc."
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
    """Vai trò."""
    return f"Vai trò: {'; '.join(words)}"


def conversation(platform: Platform, state: AddressState) -> str:
    """One conversation."""
    return f"Nhận tin qua {PLATFORMS[platform]}: {STATES[state]}"


def consent(
    purpose: str,
    *,
    given_at: datetime | None,
    withdrawn_at: datetime | None,
    is_old: bool,
    zone: ZoneInfo,
) -> str:
    """How one stands to a purpose, since when, whether in words that have changed."""
    if given_at is not None:
        old = " (lời cũ)" if is_old else ""
        return f"{purpose}: đồng ý {times.hour_short_day(given_at, zone)}{old}"
    if withdrawn_at is not None:
        return f"{purpose}: đã rút {times.hour_short_day(withdrawn_at, zone)}"
    return f"{purpose}: chưa đồng ý"


def version(words: str) -> str:
    """Which words are asked about."""
    return f"Lời văn: bản {words}."


def give_button(number: int) -> str:
    """Agrees to one purpose."""
    return f"Đồng ý mục {number}"


def withdraw_button(number: int) -> str:
    """Withdraws one purpose."""
    return f"Rút mục {number}"


def withdraw_confirm(amount: int) -> str:
    """Withdraws what was asked about."""
    return "Rút mục này" if amount == 1 else f"Rút cả {amount} mục"


def kept(*, messages_days: int, texts_days: int, left_days: int) -> str:
    """How long what is stored stays."""
    return (
        f"Lưu trong bao lâu: tin trên trang web {_days(messages_days)}; "
        f"câu hỏi, lý do đã viết {_days(texts_days)}; họ tên {_days(left_days)} sau khi rời danh sách."
    )


def _days(amount: int) -> str:
    return f"{amount} ngày" if amount else "không đặt hạn"


HELP = "Thông tin, dữ liệu của tôi"
