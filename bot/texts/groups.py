"""What is said about, and in, the group chats of units."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times

OPEN_OWN_CHAT = "📖 Mở trong trò chuyện riêng"
READ_IN_OWN_CHAT = "Xin mở trò chuyện riêng với văn phòng để đọc và xác nhận."
HELP_BIND = "Gắn nhóm chat với đơn vị (gõ trong nhóm, kèm mã)"
BIND_HOW = (
    "Lệnh này gõ trong nhóm chat của đơn vị, kèm mã. Lấy mã: gõ /donvi, mở đơn vị, chọn “Gắn nhóm chat”."
)
RELEASE = "Thôi gắn nhóm chat"
RELEASE_CONFIRM = "Thôi gắn"
KEEP = "Giữ nguyên"
BACK = "‹ Quay lại"
CODE_MADE = "Đã cấp mã gắn nhóm"
ADD_BY_LINK = "➕ Thêm vào nhóm chat"


def title(unit_name: str) -> str:
    """Over everything that is said about a unit's group."""
    return f"NHÓM CHAT · {unit_name}"


def standing(*, is_bound: bool, is_reached: bool) -> str:
    """How the unit stands with its group."""
    if not is_bound:
        return "Đơn vị chưa gắn nhóm chat nào."
    if is_reached:
        return "Đơn vị đã gắn một nhóm chat. Gắn nhóm khác thì nhóm cũ thôi nhận tin."
    return (
        "Nhóm chat của đơn vị đã mời tài khoản văn phòng ra, nên không nhận tin. Có thể gắn lại bằng mã mới."
    )


def how(code: str, *, by_name: bool, expires_at: datetime, zone: ZoneInfo) -> list[str]:
    """How to bind a group; `by_name`: in a group the bot hears only what calls it by its name."""
    first = "gõ @ và chọn tên tài khoản này, rồi gõ tiếp" if by_name else "gõ"
    return [
        "1. Thêm tài khoản này vào nhóm chat của đơn vị.",
        f"2. Trong nhóm, {first}: /nhom {code}",
        f"Mã dùng một lần, đến {times.hour_day(expires_at, zone)}.",
        "Chỉ người phụ trách đơn vị gõ mới có hiệu lực.",
        "Trong nhóm chỉ hiện số, tên văn bản và hạn; không nêu tên ai, không nêu tỷ lệ.",
    ]


def group_bound(unit_name: str, *, office: str) -> str:
    """Said in the group itself."""
    return (
        f"Nhóm này từ nay nhận tin của {unit_name} do {office} gửi: số, tên văn bản và hạn. "
        "Đọc và xác nhận trong trò chuyện riêng."
    )


def bound(unit_name: str) -> str:
    """Said to who typed the code, in their own chat."""
    return f"Đã gắn nhóm chat với {unit_name}."


def released(unit_name: str) -> str:
    """Said to who let the group go."""
    return f"Nhóm chat không còn nhận tin của {unit_name}."


def ask_release(unit_name: str) -> str:
    """Before letting a group go."""
    return f"Nhóm chat của {unit_name} sẽ không nhận tin nữa. Thôi gắn?"
