"""What a month of a connection still has: told to the admins, and to who is about to publish."""

from datetime import date

from bot.texts import times
from bot.texts.connections import amount

OPEN = "Xem kết nối"


def month(first: date) -> str:
    """Tháng 11/2026 (with a small first letter)."""
    return f"tháng {first.month}/{first.year}"


# ---- to the admins


def messages_title(name: str, percent: int) -> str:
    """The alarm's first line."""
    return f"LƯỢT GỬI TIN · {name}: {percent}%"


def messages_lines(*, used: int, limit: int, kept: int, first: date, until: date) -> tuple[str, ...]:
    """How the month stands, what happens now, what to do."""
    head = f"Đã dùng {amount(used)}/{amount(limit)} tin của {month(first)}."
    begins = times.weekday_day(until)
    if used >= limit:
        now = "Đã hết lượt: tin đi bằng kênh khác của người nhận, hoặc chờ sang tháng."
        return head, now, f"Được gửi lại từ {begins}."
    left, only = amount(limit - used), "chỉ gửi văn bản cần xác nhận, tin khẩn và trả lời"
    from_when = f"nay {only}" if limit - used <= kept else f"khi còn {amount(kept)} tin thì {only}"
    now = (
        f"Còn {left} tin: {from_when}; tin nhắc và bảng tiến độ tạm dừng, "
        "tin khác đi bằng kênh khác hoặc chờ sang tháng."
    )
    return head, now if kept else f"Còn {left} tin.", f"Tính lại từ đầu vào {begins}."


def spent_lines(*, first: date, until: date) -> tuple[str, ...]:
    """The platform itself says that it is over."""
    return (
        f"Nền tảng báo đã hết lượt gửi của {month(first)}.",
        "Tin đi bằng kênh khác của người nhận, hoặc chờ. Máy tự gửi thử từng tin một.",
        f"Chậm nhất {times.weekday_day(until)} gửi lại. Đã mua thêm lượt: mở kết nối, chọn “Thử gửi lại”.",
    )


def people_title(name: str, percent: int) -> str:
    """The alarm's first line."""
    return f"SỐ NGƯỜI CỦA BOT · {name}: {percent}%"


def people_lines(*, held: int, most: int, other: str) -> tuple[str, ...]:
    """How many there are, where the next ones go, what to do."""
    if other:
        then = f"Lời mời mới chỉ sang {other}. Không cần làm gì ngay."
    else:
        then = "Không còn bot nào khác cùng loại có chỗ: xin tạo thêm một bot và ghi vào cấu hình."
    return (f"Đã có {amount(held)}/{amount(most)} người.", then)


# ---- to who is about to publish

COUNTED = "Tính mỗi người một tin; chưa kể tin nhắc và trả lời."


def need(name: str, *, needed: int, left: int, is_kept: bool, first: date | None) -> str:
    """Zalo (main): cần 42 tin, còn 30 trong tháng này: 12 người sẽ nhận qua kênh khác hoặc chờ sang tháng.

    `first` is the first day of the month in which it goes out, where that is a later one.
    """
    for_this = " cho loại tin này" if is_kept else ""
    when = "tháng này" if first is None else month(first)
    head = f"{name}: cần {amount(needed)} tin, còn {amount(left)}{for_this} trong {when}"
    if needed <= left:
        return f"{head}."
    return f"{head}: {amount(needed - left)} người sẽ nhận qua kênh khác hoặc chờ sang tháng."
