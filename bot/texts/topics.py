"""Topics as the admin names and sets them."""

from storage.states import Rhythm

HELP = "Chủ đề, đăng ký mặc định"
TITLE = "CHỦ ĐỀ"
NONE_FOUND = "Không có chủ đề nào có tên như vậy."
NO_TOPICS = "Chưa có chủ đề nào."
CHOOSE = "Muốn xem hoặc sửa, xin mở một chủ đề:"
NEW = "➕ Thêm chủ đề"
BACK = "‹ Danh sách chủ đề"
BACK_TO_TOPIC = "‹ Về chủ đề"
NEXT_PAGE = "Trang sau ›"
EARLIER_PAGE = "‹ Trang trước"
ASK_NAME = "Xin gõ tên chủ đề (nhiều nhất 60 ký tự), ví dụ: Công tác nữ công."
ASK_BECAUSE = (
    "Ai quy định và vì sao bắt buộc? Câu này hiện cho người nhận, "
    "ví dụ: Đảng ủy quy định mọi đảng viên đều nhận. Gõ “không” để bỏ trống."
)
NEVER_MIND = "Thôi"
ADDED = "Đã thêm chủ đề"
SAVED = "Đã lưu"
CLOSED_NOW = "Đã đóng chủ đề"
REOPENED_NOW = "Đã mở lại chủ đề"
CLOSED = "đã đóng"
CLOSED_EXPLAINED = "Chủ đề đã đóng: không ai đăng ký thêm được. Văn bản đã phát hành vẫn còn."
UNITS_HEADING = "Đơn vị đặt riêng (gồm cả đơn vị trực thuộc):"
CHOOSE_UNIT = "Chọn đơn vị, hoặc gõ tên đơn vị để tìm. Thiết lập có hiệu lực cho cả các đơn vị trực thuộc."
NO_UNIT_FOUND = "Không có đơn vị nào có tên như vậy. Xin gõ lại."
REMOVED_UNIT = "Đã bỏ thiết lập riêng"
AS_ABOVE = "Đang theo cấp trên. Chọn ở dưới để đặt riêng:"
OWN = "Đang đặt riêng cho đơn vị này và các đơn vị trực thuộc."

MANDATORY = "🔒 Bắt buộc"
ON_BY_DEFAULT = "Mặc định nhận"
OFF_BY_DEFAULT = "Tự đăng ký"
RHYTHMS = {
    Rhythm.AT_ONCE: "Gửi ngay",
    Rhythm.DAILY: "Hằng ngày",
    Rhythm.WEEKLY: "Hằng tuần",
}
TAKING_MENU = "Đổi cách nhận"
MORE_MENU = "Việc khác"
RENAME = "✏️ Tên"
BECAUSE = "✏️ Lý do bắt buộc"
UP = "⬆️ Lên"
DOWN = "⬇️ Xuống"
FOR_UNIT = "Đặt riêng cho đơn vị"
CLOSE = "Đóng chủ đề"
CLOSE_CONFIRMED = "Đóng"
REOPEN = "Mở lại"
REMOVE_UNIT = "Bỏ thiết lập riêng"
CHANGE_CONFIRMED = "Đúng, đổi"
KEEP = "Giữ nguyên"

_TAKEN = {
    (True, True): "🔒 bắt buộc nhận",
    (True, False): "🔒 bắt buộc nhận",
    (False, True): "mặc định nhận, được thôi nhận",
    (False, False): "ai đăng ký mới nhận",
}
_COMES = {
    Rhythm.AT_ONCE: "gửi ngay",
    Rhythm.DAILY: "tổng hợp hằng ngày",
    Rhythm.WEEKLY: "tổng hợp hằng tuần",
}


def holds(*, mandatory: bool, on_by_default: bool, rhythm: Rhythm) -> str:
    """What holds: mặc định nhận, được thôi nhận; gửi ngay."""
    return f"{_TAKEN[mandatory, on_by_default]}; {_COMES[rhythm]}"


def line(place: int, name: str, words: str, *, units: int, is_closed: bool) -> str:
    """One topic of the list."""
    if is_closed:
        return f"{place}. {name}: {CLOSED}"
    own = f"; {units} đơn vị đặt riêng" if units else ""
    return f"{place}. {name}: {words}{own}"


def open_button(place: int) -> str:
    """Opens that one."""
    return f"Mở số {place}"


def card_title(name: str, *, is_closed: bool) -> str:
    """Over the card."""
    return f"{TITLE} · {name} ({CLOSED})" if is_closed else f"{TITLE} · {name}"


def takers(amount: int) -> str:
    """How many take it now."""
    return f"Đang nhận: {amount} người"


def whole_office(words: str) -> str:
    """What holds where no unit has something of its own."""
    return f"Toàn tổ chức: {words}"


def because(words: str) -> str:
    """What the member is told of a mandatory topic."""
    return f"Lý do bắt buộc: {words or 'chưa ghi'}"


def unit_line(name: str, words: str) -> str:
    """One row of the table."""
    return f"• {name}: {words}"


def more_units(amount: int) -> str:
    """Those that the table leaves out."""
    return f"… và {amount} đơn vị nữa"


def unit_button(name: str, *, has_own: bool) -> str:
    """A unit on offer; a mark for what it has of its own."""
    return f"✓ {name} (đặt riêng)" if has_own else name


def unit_title(topic: str, unit: str) -> str:
    """Over a unit's card."""
    return f"{TITLE} · {topic} · {unit}"


def chosen(label: str) -> str:
    """The button that names what holds now."""
    return f"✓ {label.removeprefix('🔒 ')}"


def confirm_leaving(amount: int, *, was_mandatory: bool) -> str:
    """Asked before a change by which some no longer take the topic."""
    now = "bắt buộc" if was_mandatory else "mặc định nhận"
    return f"Chủ đề đang {now}. Đổi thì {amount} người có thể không nhận nữa."


def confirm_close(name: str, takers_: int) -> str:
    """Asked before a topic is closed."""
    return (
        f"Đóng chủ đề “{name}” ({takers_} người đang nhận)? Không ai đăng ký thêm được, "
        "không soạn gửi theo chủ đề này nữa. Văn bản đã phát hành vẫn còn."
    )
