"""What the clerks hear of what a source showed, and the admins of a source itself."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import in_list
from bot.texts.sources import FAULTS
from storage.states import SourceFault

TO_LOOK_AT = "Đã soạn sẵn, xin xem lại rồi chọn người nhận:"
PUBLISHED = "Đã tự phát hành theo cài đặt của quản trị:"
EDITED = "Nguồn đã sửa nội dung sau khi soạn. Bản đã soạn giữ nguyên, xin so lại:"
NOT_READ = "Chưa đọc được, xin mở xem và soạn tay nếu cần:"
SEE_PAGE = "Mở trang có văn bản này"
CLEAR_FIRST = "Có trang máy chưa đọc được: xin xem có dấu mật hay không."
LED_AWAY = "Trang hoặc tệp kèm dẫn sang trang khác: xin kiểm tra nguồn gốc trước khi phát hành."
NOW_MARKED = "Nay trên trang có dấu chỉ độ mật: xin báo người phụ trách bảo mật ngay."

_BECAUSE = {
    "UNSURE": "có chỗ máy đọc chưa chắc",
    "MARKED": "văn bản có dấu lưu hành",
    "AUDIENCE": "nguồn tin chưa đủ nơi nhận hoặc chưa công khai",
    "EXPRESS": "văn bản hỏa tốc cần người duyệt",
    "OLD": "ngày ban hành đã lâu hoặc chưa rõ",
    "ELSEWHERE": "văn bản nằm ở trang khác với nguồn tin",
    "PARTLY": "có tệp kèm chưa lấy được",
    "EARLIER": "nguồn đã đăng trước khi được cho tự phát hành",
    "MANY": "hôm ấy nguồn này đã tự phát hành đủ số văn bản cho một ngày",
    "UNFIT": "còn thiếu thông tin hoặc số đã được dùng",
}


def title(source: str) -> str:
    """Over the clerks' message."""
    return f"VĂN BẢN MỚI · {source}"


def line(place: int, number: str, name: str) -> str:
    """One document of the list."""
    return in_list(place, number, name or "chưa rõ tên")


def open_button(place: int) -> str:
    """Opens that draft."""
    return f"Mở số {place}"


def waits_because(why: str) -> str:
    """Why it did not go out by itself."""
    return f"Chưa tự phát hành: {_BECAUSE[why]}."


def left_out(fault: SourceFault) -> str:
    """One of its files is not kept."""
    return f"Có tệp kèm chưa lấy được: {FAULTS[fault]}."


def not_read(fault: SourceFault) -> str:
    """Why nothing was drafted of it."""
    because = FAULTS[fault]
    return f"• {because[0].upper()}{because[1:]}"


def refused_secret(amount: int) -> str:
    """Marked documents: nothing of them was kept, so there is nothing to open."""
    return (
        f"{amount} mục có dấu chỉ độ mật: không lưu, không soạn. "
        "Xin báo người phụ trách bảo mật theo quy định."
    )


def refused_hiding(amount: int) -> str:
    """Files that hide something."""
    return f"{amount} mục có tệp chứa phần ẩn (macro, mã lệnh): không lưu. Xin báo nơi đăng gửi lại bản sạch."


# ---- to the admins


def changed_title(source: str) -> str:
    """The site answers, but nothing is found on it."""
    return f"NGUỒN TIN · {source}: không thấy văn bản"


def failing_title(source: str) -> str:
    """The site cannot be read."""
    return f"NGUỒN TIN · {source}: chưa đọc được"


def back_title(source: str) -> str:
    """It is read again."""
    return f"NGUỒN TIN · {source}: đã đọc lại được"


def changed_lines(since: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """What it means, and what to do."""
    return (
        f"Trang vẫn trả lời, nhưng không tìm thấy văn bản nào từ {times.hour_day(since, zone)}.",
        "Có thể trang đã đổi cách trình bày. Xin mở trang xem, rồi gõ /nguon để đọc thử và sửa lại.",
        "Trong lúc chờ, văn bản mới trên trang này cần soạn tay (/soan).",
    )


def failing_lines(fault: SourceFault, since: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """Why, since when, and what to do."""
    return (
        f"Chưa đọc được từ {times.hour_day(since, zone)}: {FAULTS[fault]}.",
        "Hệ thống vẫn thử lại. Xin kiểm tra địa chỉ, hoặc gõ /nguon để sửa hay tạm dừng nguồn này.",
        "Trong lúc chờ, văn bản mới ở đây cần soạn tay (/soan).",
    )


BACK = "Những văn bản đăng trong lúc gián đoạn mà nay còn thấy thì vẫn được soạn như thường."
