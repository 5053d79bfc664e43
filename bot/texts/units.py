"""The tree of units: its list, its cards, its changes."""

from collections.abc import Sequence
from datetime import date

from bot.texts import times
from bot.texts.people import form
from bot.texts.roles import ROLES
from storage.states import Address, Role, UnitChange

HELP = "Đơn vị"
TITLE = "ĐƠN VỊ"
LIST_INTRO = "Số người tính cả đơn vị trực thuộc. Gõ /donvi kèm tên để tìm."
NOTHING_FOUND = "Không có đơn vị nào tên như vậy. Xin gõ tên khác, hoặc /donvi để xem tất cả."
MORE = "Trang sau"
BEFORE = "Trang trước"
BACK_TO_LIST = "« Các đơn vị"
BACK = "« Về đơn vị"

BUTTON_ROSTER = "👥 Danh sách"
BUTTON_SHEET = "📄 Phiếu mời PDF"
BUTTON_GROUP = "💬 Gắn nhóm chat"
BUTTON_CHANGE = "✏️ Sửa đơn vị"
BUTTON_RENAME = "Đổi tên"
BUTTON_MOVE = "Chuyển"
BUTTON_MERGE = "Sáp nhập"
BUTTON_CLOSE = "Giải thể"
BUTTON_OPEN_BELOW = "➕ Lập đơn vị trực thuộc"
BUTTON_OPEN_TOP = "➕ Lập đơn vị cấp cao nhất"
BUTTON_ORDER = "↕ Thứ tự"
BUTTON_WORDS = "Từ ngữ"
BUTTON_REOPEN = "↩ Lập lại như cũ"
BUTTON_UP = "⬆ Lên trước"
BUTTON_DOWN = "⬇ Xuống sau"

ASK_KIND = "Lập loại đơn vị nào?"
ASK_NAME = "Tên đơn vị là gì? Xin gửi tên đầy đủ."
ASK_SHORT_NAME = "Tên gọi tắt là gì? Tên này đứng trong các bảng số liệu, xin gửi thật ngắn."
ASK_DAY = "Thực hiện từ ngày nào? Xin gửi như: 01/12/2026, hoặc “hôm nay”. Ngày đã qua thì ghi lùi."
DAY_AGAIN = "Chưa đọc được ngày. Xin ghi ngày, tháng, năm, ví dụ: 01/12/2026."
NO_UNIT_ABOVE = "Không trực thuộc đơn vị nào"
NO_TARGET = "Không còn đơn vị nào để chọn."

BUTTON_SHORT_NAME = "Sửa tên gọi tắt"
BUTTON_NAME = "Sửa tên"
BUTTON_DAY = "Đổi ngày"
BUTTON_TARGET = "Chọn nơi khác"
BUTTON_DROP = "Thôi, giữ nguyên"
DROPPED = "Đã bỏ. Các đơn vị giữ nguyên."
CALL_OFF_CONFIRM = "Đúng, hủy"
CALLED_OFF = "Đã hủy thay đổi đã hẹn. Đơn vị giữ nguyên."
DUE_MADE = "ĐƠN VỊ · đã thực hiện thay đổi đã hẹn"
DUE_IMPOSSIBLE = "ĐƠN VỊ · chưa thực hiện được thay đổi đã hẹn"

_CONFIRM = {
    UnitChange.OPEN: "Lập đơn vị",
    UnitChange.RENAME: "Đổi tên",
    UnitChange.MOVE: "Chuyển",
    UnitChange.MERGE: "Sáp nhập",
    UnitChange.CLOSE: "Giải thể",
}
_DONE = {
    UnitChange.OPEN: "Đã lập đơn vị",
    UnitChange.RENAME: "Đã đổi tên",
    UnitChange.MOVE: "Đã chuyển",
    UnitChange.MERGE: "Đã sáp nhập",
    UnitChange.CLOSE: "Đã giải thể",
}
_TARGETS = {
    UnitChange.OPEN: "Trực thuộc đơn vị nào?",
    UnitChange.MOVE: "Chuyển về trực thuộc đơn vị nào?",
    UnitChange.MERGE: "Sáp nhập vào đơn vị nào?",
    UnitChange.CLOSE: "Người của đơn vị chuyển sang đơn vị nào?",
}


def line(name: str, members: int, *, depth: int) -> str:
    """Chi bộ 1: 14 người, set in by where it hangs."""
    return f"{'– ' * depth}{name}: {members} người"


def closed_line(name: str, closed_on: date) -> str:
    """A unit that is no more."""
    return f"{name} (đã giải thể {times.day(closed_on)})"


def card_title(name: str) -> str:
    """Over a unit's card."""
    return f"ĐƠN VỊ · {name}"


def kind(word: str, parent_name: str) -> str:
    """Chi bộ, trực thuộc Đảng ủy LĐLĐ tỉnh."""
    return f"{word}, trực thuộc {parent_name}" if parent_name else f"{word}, cấp cao nhất"


def since(opened_on: date, since_: date) -> str:
    """From when on it is, and is as it is."""
    opened = f"Lập từ {times.day(opened_on)}"
    return opened if since_ == opened_on else f"{opened}; như hiện nay từ {times.day(since_)}"


def closed(closed_on: date, merged_into: str) -> str:
    """That it is no more."""
    ended = f"Đã giải thể từ {times.weekday_day(closed_on)}"
    return f"{ended}; người chuyển sang {merged_into}" if merged_into else ended


def members(own: int, below: int, units_below: int) -> str:
    """14 người; how many hang below it."""
    said = f"{own} người"
    if units_below:
        said += f"; {units_below} đơn vị trực thuộc, {below} người"
    return said


def leader(role: Role, full_name: str, address_form: Address, position: str) -> str:
    """Bí thư: đồng chí Vũ Thị Hòa."""
    return f"{position or ROLES[role]}: {form(address_form)} {full_name}"


NO_LEADER = "Chưa giao ai làm bí thư. Muốn giao, gõ /vaitro."
PLANNED = "Đã hẹn:"


def planned(
    change: UnitChange, on: date, *, name: str, new_name: str, target_name: str, reopens: bool
) -> str:
    """Thứ Ba, 01/12/2026: Chi bộ 1 đổi tên thành Chi bộ Văn phòng."""
    said = {
        UnitChange.OPEN: f"lập {new_name}",
        UnitChange.RENAME: f"{name} đổi tên thành {new_name}",
        UnitChange.MOVE: f"{name} chuyển về {target_name or 'cấp cao nhất'}",
        UnitChange.MERGE: f"{name} sáp nhập vào {target_name}",
        UnitChange.CLOSE: f"giải thể {name}",
    }[change]
    if reopens:
        said = f"lập lại {name}"
    return f"{times.weekday_day(on)}: {said}"


def heading(change: UnitChange, name: str, *, reopens: bool) -> str:
    """Over what a change would bring."""
    what = "LẬP LẠI" if reopens else _CONFIRM[change].upper()
    return f"{what} · {name}" if name else what


def from_day(on: date, *, today: date) -> str:
    """From when on it would hold."""
    said = f"Từ {times.weekday_day(on)}"
    if on == today:
        return f"{said} (hôm nay)"
    return f"{said}, tự thực hiện đầu ngày đó" if on > today else f"{said} (ghi lùi)"


def opened(name: str, short_name: str, kind_word: str, parent_name: str) -> list[str]:
    """What is to be opened."""
    return [name, f"Tên gọi tắt: {short_name}", kind(kind_word, parent_name)]


def renamed(name: str, short_name: str) -> list[str]:
    """The name from then on."""
    return [f"Tên mới: {name}", f"Tên gọi tắt: {short_name}"]


def moved(parent_name: str, target_name: str) -> list[str]:
    """Where it hangs, and will."""
    return [f"Đang: {parent_name or NO_UNIT_ABOVE}", f"Chuyển về: {target_name or NO_UNIT_ABOVE}"]


def into(target_name: str) -> str:
    """Into which unit it goes."""
    return f"Sáp nhập vào: {target_name}"


_MOST_NAMED = 6


def units_go(names: Sequence[str], to: str) -> str:
    """What becomes of the units right below."""
    where = f"chuyển về {to}" if to else "đứng ở cấp cao nhất"
    return f"{len(names)} đơn vị trực thuộc {where}: {_some(names)}"


def members_go(amount: int, to: str) -> str:
    """What becomes of the unit's own members."""
    return f"{amount} người của đơn vị chuyển sang {to}; văn bản còn mở chuyển theo"


def units_return(names: Sequence[str]) -> str:
    """Which units come back."""
    return f"{len(names)} đơn vị trực thuộc trở lại: {_some(names)}"


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{shown} và {more} đơn vị nữa" if more > 0 else shown


def members_return(amount: int) -> str:
    """How many come back."""
    return f"{amount} người trở lại; văn bản còn mở chuyển theo"


NOBODY_GOES = "Đơn vị không có người và không có đơn vị trực thuộc."
GROUPS_STAY_UNBOUND = "Nhóm chat cần gắn lại."


def role_goes(role: Role, full_name: str, address_form: Address, goes_to: Sequence[str]) -> str:
    """What becomes of a role that is held for the unit."""
    who = f"{ROLES[role]} – {form(address_form)} {full_name}"
    return f"{who}: từ nay cho {', '.join(goes_to)}" if goes_to else f"{who}: thôi giữ vai trò"


def more_roles(amount: int) -> str:
    """Those that the card has no room for."""
    return f"… và {amount} vai trò nữa"


ROLES_HEADING = "Vai trò:"


def groups_go(amount: int) -> str:
    """What becomes of the group chats."""
    return f"{amount} nhóm chat thôi gắn với đơn vị"


def sessions_go(amount: int, to: str) -> str:
    """What becomes of the study sessions."""
    return f"{amount} buổi sinh hoạt sắp tới {f'chuyển sang {to}' if to else 'bị hủy'}"


def drafts_stay(amount: int) -> str:
    """What becomes of drafts that wait."""
    return f"{amount} văn bản chờ phát hành cho đơn vị này sẽ không đi; người soạn phải chọn lại nơi nhận"


def called_off(amount: int) -> str:
    """What becomes of planned changes."""
    return f"{amount} thay đổi đã hẹn của đơn vị này bị hủy"


PAST_STAYS = "Số liệu đã chốt giữ nguyên theo đơn vị cũ."


def confirm_button(change: UnitChange, *, is_planned: bool, reopens: bool) -> str:
    """Makes the change, or has it made on a later day."""
    what = "Lập lại" if reopens else _CONFIRM[change]
    return f"✅ Hẹn {what[0].lower()}{what[1:]}" if is_planned else f"✅ {what}"


def done(change: UnitChange, on: date, *, name: str, is_planned: bool, reopens: bool) -> str:
    """After it was confirmed."""
    about = f": {name}" if name else ""
    if is_planned:
        said = f"Đã hẹn{about}" if about else "Đã hẹn lập đơn vị"
        return f"{said}, tự thực hiện đầu ngày {times.weekday_day(on)}."
    return f"{'Đã lập lại' if reopens else _DONE[change]}{about}."


def ask_new_name(name: str) -> str:
    """What a unit is to be called from then on."""
    return f"{name}: tên mới là gì? Xin gửi tên đầy đủ."


def ask_target(change: UnitChange) -> str:
    """Which unit it goes to; also found by words of its name."""
    return f"{_TARGETS[change]} Chọn dưới đây, hoặc gửi tên để tìm."


def planned_line(number: int, words: str) -> str:
    """1. Thứ Ba, 01/12/2026: lập Tổ đảng 2, of what is planned."""
    return f"{number}. {words}"


def call_off_button(number: int) -> str:
    """Calls off what is planned in that line."""
    return f"Hủy thay đổi số {number}"


def call_off_ask(words: str) -> str:
    """Before a plan is called off."""
    return f"Hủy thay đổi đã hẹn?\n{words}"


def order_title(name: str) -> str:
    """Over the row in which a unit stands."""
    return f"THỨ TỰ · {name}"


def place(number: int, name: str, *, is_it: bool) -> str:
    """One place in the row."""
    return f"{number}. {name} ◀" if is_it else f"{number}. {name}"
