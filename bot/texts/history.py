"""History in sentences: who did what to whom, when, from where."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.texts import people as forms
from bot.texts import privacy, roles
from bot.texts.history_phrases import PHRASES, THINGS
from bot.texts.times import day, hour_day
from storage.states import Address, ConsentPurpose, Role

HELP = "Nhật ký"
TITLE = "NHẬT KÝ"
OWN_TITLE = "NHẬT KÝ CỦA TÔI"
OWN_BUTTON = "Nhật ký của tôi"
EMPTY = "Không có việc nào như vậy trong nhật ký."
HOW_TO_FILTER = "Để lọc, gõ /nhatky kèm tên, đơn vị, loại việc hoặc ngày, ví dụ: /nhatky Bình từ 01/11/2026"
IS_WRITTEN_DOWN = "Lần xem này được ghi vào nhật ký."
CHOOSE_PERSON = "Có nhiều người mang tên này. Xin chọn đúng người:"
NEXT_PAGE = "Cũ hơn ›"
NEWER_PAGE = "‹ Mới hơn"
NEVER_MIND = "Thôi"
BY_THEME = "Loại việc"
BY_DOOR = "Nơi thao tác"
BY_DAYS = "Thời gian"
EXPORT = "📄 Tải Excel"
ANY_THEME = "Mọi loại việc"
ANY_DOOR = "Mọi nơi"
ANY_DAY = "Từ đầu"
CHOOSE = "Xin chọn:"
NOTHING_CALLED_SO = (
    "Không thấy người, đơn vị hay loại việc nào như vậy. Xin gõ lại, ví dụ: /nhatky Bình từ 01/11/2026; "
    "hoặc gõ /nhatky rồi chọn ở cuối tin."
)
EXPORTED_TITLE = "NHẬT KÝ · Excel"
CUT = "Tệp chỉ có {amount} việc mới nhất. Muốn xem việc cũ hơn, xin lọc theo ngày."
SHEET = "Nhật ký"

ERASED = "người đã xóa dữ liệu"
STRANGER = "người chưa kết nối"
BY_ITSELF = "Hệ thống (tự động)"
AT_THE_MACHINE = "Người phụ trách kỹ thuật"

THEMES = {
    "publishing": "Văn bản, xác nhận",
    "study": "Sinh hoạt",
    "roster": "Danh sách, đơn vị",
    "joining": "Kết nối, lời mời",
    "roles": "Vai trò",
    "settings": "Cài đặt, đăng ký",
    "data": "Dữ liệu cá nhân",
    "reading": "Xem tên, xem nhật ký",
}
THEME_WORDS = {
    "publishing": ("van ban", "xac nhan", "phat hanh"),
    "study": ("sinh hoat",),
    "roster": ("danh sach",),
    "joining": ("ket noi", "loi moi"),
    "roles": ("vai tro", "phan quyen"),
    "settings": ("cai dat", "dang ky"),
    "data": ("du lieu",),
    "reading": ("nhat ky", "xem ten"),
}
"""How people ask for them, folded."""

DOORS = {
    "telegram": "Telegram",
    "zalo": "Zalo",
    "web": "trang web",
    "link": "đường dẫn trong tin",
    "command_line": "máy của văn phòng",
    "clock": "tự động",
}
DOOR_WORDS = {
    "telegram": ("telegram",),
    "zalo": ("zalo",),
    "web": ("trang web", "web"),
    "link": ("duong dan trong tin", "duong dan"),
    "command_line": ("may chu", "may cua van phong"),
    "clock": ("tu dong",),
}
DAYS = {1: "Hôm nay", 7: "7 ngày qua", 30: "30 ngày qua"}
COLUMNS = (
    "Số thứ tự",
    "Thời gian",
    "Người làm",
    "Thay cho",
    "Việc",
    "Với ai",
    "Đơn vị",
    "Văn bản",
    "Nơi thao tác",
    "Loại",
    "Mã",
    "Từ trạng thái",
    "Sang trạng thái",
    "Chi tiết",
)


@dataclass(frozen=True)
class Change:
    """What history holds of one change, without the people."""

    thing: str
    number: int
    before: str
    after: str
    detail: str


def person(address_form: Address, full_name: str) -> str:
    """Đồng chí Vũ Thị Hòa (with a small first letter)."""
    return forms.call(address_form, full_name)


def did(change: Change, *, whom: str, unit: str, publication: str) -> str:
    """What was done, as the rest of a sentence that begins with who did it.

    Args:
        change: as history holds it.
        whom: about whom it is; empty: nobody, or the one who did it.
        unit: its name, or empty.
        publication: its number or title, or empty.
    """
    phrase = _phrase(change)
    held = _role(change.detail) if change.thing == "role_grant" else ""
    parts = [phrase.format(whom=whom or "chính mình", role=held, number=change.number)]
    if whom and "{whom}" not in phrase:
        parts.append(f"đối với {whom}")
    if publication:
        parts.append(f"văn bản {publication}")
    if unit:
        parts.append(unit)
    return ", ".join(parts)


def came_from(door: str, *, in_group: bool, in_a_chat: bool) -> str:
    """Telegram, nhóm chat."""
    where = DOORS.get(door, door)
    if in_group:
        return f"{where}, trong nhóm"
    return f"{where}, chat riêng" if in_a_chat and door in {"telegram", "zalo"} else where


def sentence(*, actor: str, on_behalf_of: str, did: str) -> str:
    """Đồng chí Trần Thị Lan (thay đồng chí X) phát hành văn bản 12-KH/ĐU."""
    who = actor[0].upper() + actor[1:]
    return f"{who} (thay {on_behalf_of}) {did}" if on_behalf_of else f"{who} {did}"


def moment(at: datetime, came_from: str, zone: ZoneInfo) -> str:
    """08:14 thứ Hai, 23/11/2026 · Telegram, chat riêng."""
    return f"{hour_day(at, zone)} · {came_from}"


def filtered(
    *, person: str, unit: str, theme: str, door: str, first_on: date | None, last_on: date | None
) -> str:
    """What the list is narrowed to; empty: nothing."""
    parts = [part for part in (person, unit, THEMES.get(theme, ""), DOORS.get(door, "")) if part]
    if first_on is not None and first_on == last_on:
        parts.append(f"ngày {day(first_on)}")
    else:
        parts += [f"từ {day(first_on)}"] if first_on else []
        parts += [f"đến {day(last_on)}"] if last_on else []
    return f"Lọc: {' · '.join(parts)}" if parts else ""


def exported(amount: int) -> str:
    """Tệp có 120 việc, mới nhất ở trên."""
    return f"Tệp có {amount} việc, mới nhất ở trên. Tệp có tên người, xin giữ cẩn thận và không chuyển tiếp."


def file_name(today: date) -> str:
    """nhat-ky-2026-11-23.xlsx."""
    return f"nhat-ky-{today.isoformat()}.xlsx"


_CONSENTS = {"given": "đồng ý", "withdrawn": "rút đồng ý"}


def _consent(change: Change) -> str:
    """Đồng ý mục 1: gửi văn bản, thông báo, thư mời (with a small first letter)."""
    which = ConsentPurpose(change.detail)
    words = privacy.PURPOSES[which]
    return f"{_CONSENTS[change.after]} mục {privacy.number(which)}: {words[0].lower()}{words[1:]}"


def _phrase(change: Change) -> str:
    thing = change.thing
    if thing == "consent" and change.after in _CONSENTS and change.detail in set(ConsentPurpose):
        return _consent(change)
    keys = (
        (thing, change.after, change.detail),
        # Some details are a word and ids.
        (thing, change.after, change.detail.partition(" ")[0]),
        (thing, f"{change.before}>{change.after}"),
        (thing, change.after),
    )
    found = next((PHRASES[key] for key in keys if key in PHRASES), None)
    return found or f"có thay đổi về {THINGS.get(thing, 'dữ liệu khác')}"


def _role(detail: str) -> str:
    word, _, days = detail.partition(" ")
    name = roles.ROLES[Role(word)] if word in set(Role) else ""
    first, _, last = days.partition("..")
    when = [f"từ {day(date.fromisoformat(first))}"] if first else []
    when += [f"đến hết {day(date.fromisoformat(last))}"] if last else []
    return f"{name} ({', '.join(when)})" if when else name
