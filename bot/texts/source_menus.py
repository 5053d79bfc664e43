"""/nguon: the sources, adding one, and what came from it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import in_list
from bot.texts.sources import FAULTS
from storage.states import ItemState, Scope, SourceFault, SourceKind

HELP_SOURCES = "Nguồn tin"
TITLE = "NGUỒN TIN"
NONE = (
    "Chưa có nguồn tin nào. Nguồn tin là trang web, RSS hoặc thư mục mà hệ thống đọc để soạn sẵn văn bản mới."
)
ADD = "Thêm nguồn tin"
BACK = "‹ Nguồn tin"
BACK_TO_SOURCE = "‹ Quay lại"
TRY = "Đọc thử"
TRY_AGAIN = "Đọc thử lại"
PAUSE = "Tạm dừng"
RESUME = "Đọc tiếp"
CLOSE = "Bỏ nguồn này"
CLOSE_CONFIRMED = "Đúng, bỏ nguồn này"
CHANGE = "Sửa bằng tệp"
ITEMS = "Văn bản từ nguồn này"
LET_PUBLISH = "Cho tự phát hành"
LET_PUBLISH_CONFIRMED = "Đúng, cho tự phát hành"
ASK_A_PERSON = "Thôi tự phát hành"
KEEP = "Giữ nguyên"
NEVER_MIND = "Thôi"
ADDED = "Đã thêm nguồn tin"
SAVED = "Đã lưu"
PAUSED_NOW = "Đã tạm dừng"
RESUMED_NOW = "Sẽ đọc tiếp"
CLOSED_NOW = "Đã bỏ nguồn này"
WILL_TAKE = "Sẽ đọc và soạn ngay trong lượt tới"

ASK_PLACE = (
    "Xin dán địa chỉ RSS hoặc trang danh sách văn bản, có hoặc không có https:// ở đầu. "
    "Nếu ứng dụng không cho gửi đường dẫn, xin gõ cách ra: congdoan .example .vn/rss. "
    "Hệ thống đọc thử trước; chưa gửi gì cho ai."
)
ASK_PLACE_FILE = "Hoặc gửi tệp .toml mô tả nguồn."
NO_FILES_HERE = "Ở đây không gửi được tệp .toml: xin đặt ở máy chủ của văn phòng (loa source)."
ASK_FILE = "Xin gửi tệp .toml mô tả nguồn này. Mọi mục trong tệp thay cho cài đặt hiện nay."
FILE_WANTED = "Xin gửi tệp .toml, hoặc chọn Thôi."
PLACE_WANTED = "Xin dán một địa chỉ, ví dụ congdoan .example .vn/rss, hoặc gửi tệp .toml."
FIRST_CONTACT = (
    "Những gì đang có trên trang được ghi nhận, không gửi. Văn bản đăng từ nay được soạn sẵn cho văn thư xem."
)
CLOSE_ASKED = "Bỏ hẳn nguồn này? Văn bản đã soạn, đã phát hành từ nguồn vẫn giữ nguyên."
PUBLISH_ASKED = (
    "Cho nguồn này tự phát hành? Văn bản đọc chắc chắn, đủ thông tin sẽ gửi ngay tới người nhận, "
    "không qua người duyệt. Chỉ tính văn bản nguồn đăng từ nay, mỗi ngày nhiều nhất {most} văn bản; "
    "những văn bản đã thấy từ trước và phần còn lại vẫn chờ văn thư. "
    "Xin chỉ bật cho nguồn chính thức, công khai của cơ quan mình."
)
NO_ITEMS = "Chưa có văn bản nào từ nguồn này."
NOTHING_SHOWN = "Đọc được, nhưng lúc này chưa có văn bản nào."
NOT_KNOWN = (
    "Đọc được trang, nhưng chưa nhận ra cách trình bày của trang này. Xin gửi địa chỉ RSS của trang, "
    "hoặc tệp .toml ghi cách tìm (selectors)."
)

KINDS = {
    SourceKind.FEED: "RSS",
    SourceKind.PORTAL: "Trang danh sách",
    SourceKind.FOLDER: "Thư mục trên máy chủ",
}
HEALTH = {
    "new": "chưa đọc lần nào",
    "good": "đang đọc tốt",
    "failing": "chưa đọc được",
    "empty": "không còn thấy văn bản",
    "paused": "đang tạm dừng",
    "closed": "đã bỏ",
}
_STATES = {
    ItemState.IMPORTED: "có từ trước",
    ItemState.WAITING: "chờ đọc",
    ItemState.DRAFTED: "đã soạn",
    ItemState.REFUSED: "không nhận",
    ItemState.UNREADABLE: "chưa đọc được",
    ItemState.DROPPED: "đã bỏ qua",
}


def source_line(place: int, name: str, health: str) -> str:
    """One source of the list."""
    return f"{place}. {name} – {HEALTH[health]}"


def open_button(place: int) -> str:
    """Opens that source."""
    return f"Mở số {place}"


def what(kind: SourceKind, place: str) -> str:
    """What it is, and where."""
    return f"{KINDS[kind]}: {place}"


def standing(health: str, fault: SourceFault | None, since: datetime | None, zone: ZoneInfo) -> str:
    """How it stands, since when, and why."""
    said = f"Tình trạng: {HEALTH[health]}"
    if fault is not None:
        said += f" ({FAULTS[fault]})"
    return f"{said} từ {times.hour_day(since, zone)}" if since is not None else said


def looked(looked_at: datetime | None, found_at: datetime | None, zone: ZoneInfo) -> str:
    """When it was looked at, and when something was found."""
    if looked_at is None:
        return "Lần đọc đầu tiên sẽ bắt đầu trong ít phút nữa."
    said = f"Đọc gần nhất: {times.hour_day(looked_at, zone)}"
    return said if found_at is None else f"{said}; có văn bản lúc {times.hour_day(found_at, zone)}"


def rhythm(every: timedelta) -> str:
    """How often it is looked at."""
    minutes = int(every.total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    return f"Đọc lại sau mỗi {hours} giờ" if hours and not rest else f"Đọc lại sau mỗi {minutes} phút"


def counted(counts: Mapping[ItemState, int]) -> str:
    """How many stand where; empty for none."""
    return ", ".join(f"{_STATES[state]} {amount}" for state, amount in counts.items() if amount)


def goes_to(audience: str, scope: Scope) -> str:
    """For whom what comes from it usually is."""
    how_far = "công khai" if scope is Scope.PUBLIC else "nội bộ"
    return f"Người nhận thường lệ: {audience or 'văn thư chọn'}; phạm vi {how_far}"


PUBLISHES_ITSELF = "Văn bản đọc chắc chắn từ nguồn này TỰ PHÁT HÀNH, không qua người duyệt."


def tried_title(name: str) -> str:
    """Over what a try brought."""
    return f"ĐỌC THỬ · {name}"


def tried_found(amount: int) -> str:
    """How many the list shows."""
    return f"Tìm thấy {amount} văn bản. Mấy văn bản đầu đọc được như sau:"


def tried_line(place: int, number: str, title: str, kind: str, issued_on: date | None, files: int) -> str:
    """One document as it would be drafted."""
    parts = [kind, times.day(issued_on) if issued_on else "", f"{files} tệp kèm" if files else ""]
    about = ", ".join(part for part in parts if part)
    return in_list(place, number, title or "chưa rõ tên") + (f" ({about})" if about else "")


def tried_fault(place: int, fault: SourceFault) -> str:
    """One document that could not be read."""
    return f"{place}. Chưa lấy được: {FAULTS[fault]}"


def not_read(fault: SourceFault) -> str:
    """Nothing could be read at the place."""
    return f"Chưa đọc được: {FAULTS[fault]}. Xin kiểm tra địa chỉ rồi dán lại, hoặc chọn Thôi."


def try_failed(fault: SourceFault) -> str:
    """A try brought nothing."""
    return f"Chưa đọc được: {FAULTS[fault]}."


def guessed(kind: SourceKind, found: int) -> str:
    """What the address was taken for."""
    return f"Nhận ra: {KINDS[kind]}, thấy {found} văn bản."


def item_state(state: ItemState, *, is_published: bool) -> str:
    """Where it stands."""
    return "đã phát hành" if is_published else _STATES[state]


def item_line(place: int, number: str, title: str, state: str, fault: SourceFault | None) -> str:
    """One thing that the source showed."""
    why = f": {FAULTS[fault]}" if fault is not None else ""
    return f"{in_list(place, number, title or '(không lưu tên)')} – {state}{why}"


def take_button(place: int) -> str:
    """Has it read and drafted."""
    return f"Soạn số {place}"


def drop_button(place: int) -> str:
    """Says that it is nothing for the members."""
    return f"Bỏ qua số {place}"


def draft_button(place: int) -> str:
    """Opens the draft that was made of it."""
    return f"Mở dự thảo {place}"
