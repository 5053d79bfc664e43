"""A messenger is out, or back: what leaders, secretaries and admins are told."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.texts import times

REFUSED = "Kênh này đang không nhận lệnh gửi của văn phòng. Quản trị đã được báo."
REFUSED_FOR_ADMIN = "Mã truy cập của bot không còn đúng. Xin xem /kenh và nhờ người quản lý máy chủ sửa."
GOES_AROUND = "Ai có kênh khác: tin đang tự chuyển sang kênh đó."
NOBODY_STRANDED = "Mọi người đều có kênh khác, không phải gọi ai."
WAITS = "Khi kết nối trở lại, tin còn chờ tự gửi đi và sẽ có tin báo."
CALL_FROM_THE_CARD = "Ai chỉ có kênh này: xem nút “Cần gọi” trên thẻ tiến độ của văn bản."
RESTS = "Văn phòng không báo từng lần nữa; sau một ngày, nếu vẫn chập chờn, sẽ báo lại."
INVITE_THEM = "Xin mời họ kết nối lại qua kênh khác: gõ /moi."
RENAMED_BY_MISTAKE = "Nếu bot chỉ đổi tên trong cấu hình: nhờ người quản lý máy chủ đặt lại tên cũ."
AS_BEFORE = "Thứ tự kênh nhận tin của mỗi người trở lại như cũ."


def out_title(what: str) -> str:
    """Over the news that it is out."""
    return f"KHÔNG GỬI ĐƯỢC TIN QUA {what}"


def back_title(what: str) -> str:
    """Over the news that it is back."""
    return f"ĐÃ GỬI LẠI ĐƯỢC TIN QUA {what}"


def flapping_title(what: str) -> str:
    """Over the news that it comes and goes."""
    return f"KẾT NỐI QUA {what} CHẬP CHỜN"


def came_and_went(what: str, times: int) -> str:
    """How often it was out in the last day."""
    return f"Trong một ngày qua, kết nối qua {what} đã gián đoạn {times} lần."


def unserved_title(what: str) -> str:
    """Over the news that the settings name it no longer."""
    return f"KHÔNG CÒN GỬI TIN QUA {what}"


def lost_with(what: str, amount: int) -> str:
    """Whom nothing else reaches: 50 người chỉ có kênh Zalo (zalo)."""
    return f"{amount} người chỉ có kênh {what}, kênh này không còn dùng: tin không đến được nữa."


def since(what: str, moment: datetime, zone: ZoneInfo) -> str:
    """Since when."""
    return f"Từ {times.hour_day(moment, zone)} văn phòng không gửi được tin qua {what}."


def stranded(amount: int) -> str:
    """Whom nothing else reaches."""
    return f"☎ Cần gọi khi có việc gấp: {amount} người không có kênh khác."


def name(full_name: str) -> str:
    """One of them."""
    return f"• {full_name}"


def more(amount: int) -> str:
    """What the list leaves out."""
    return f"Và {amount} người nữa."


def lasted(begun_at: datetime, ended_at: datetime, *, zone: ZoneInfo) -> str:
    """How long it was out."""
    return (
        f"Gián đoạn {_length(ended_at - begun_at)}: từ {times.hour_day(begun_at, zone)} "
        f"đến {times.hour_day(ended_at, zone)}."
    )


def goes_now(amount: int) -> str:
    """What waited."""
    return f"{amount} tin còn chờ đang tự gửi đi."


def _length(length: timedelta) -> str:
    minutes = max(1, round(length.total_seconds() / 60))
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((days, "ngày"), (hours, "giờ"), (minutes, "phút"))
    return " ".join(f"{amount} {word}" for amount, word in parts if amount)
