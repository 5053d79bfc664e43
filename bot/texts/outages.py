"""A messenger is out, or back: what leaders, secretaries and admins are told."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.texts import times

REFUSED = "Kênh này đang không nhận lệnh gửi của văn phòng. Quản trị đã được báo."
REFUSED_FOR_ADMIN = "Mã truy cập của bot không còn đúng. Xin xem /kenh và nhờ người quản lý máy chủ sửa."
GOES_AROUND = "Ai có kênh khác: tin đang tự chuyển sang kênh đó."
NOBODY_STRANDED = "Mọi người đều có kênh khác, không phải gọi ai."
WAITS = "Khi kết nối trở lại, tin còn chờ tự gửi đi và sẽ có tin báo."
AS_BEFORE = "Thứ tự kênh nhận tin của mỗi người trở lại như cũ."


def out_title(what: str) -> str:
    """Over the news that it is out."""
    return f"KHÔNG GỬI ĐƯỢC TIN QUA {what}"


def back_title(what: str) -> str:
    """Over the news that it is back."""
    return f"ĐÃ GỬI LẠI ĐƯỢC TIN QUA {what}"


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
