"""The roster: its lists, a member's card, what is changed on it."""

from datetime import date

from bot.texts import times
from bot.texts.people import FORMS, call, call_capital
from bot.texts.roles import KINDS
from storage.states import Address, AddressState, MemberKind, Platform

LEFT_BECAUSE = "đã rời danh sách"
"""Why something is no longer asked of whoever left; leaders do not see where to."""
CANDIDATE_BECAUSE = "chưa là đảng viên"

PLATFORMS = {Platform.TELEGRAM: "Telegram", Platform.ZALO: "Zalo", Platform.WEB: "Hộp thư web"}
STATES = {
    AddressState.ACTIVE: "đang nhận tin",
    AddressState.BLOCKED: "đã chặn tin",
    AddressState.GONE: "không còn tài khoản",
}

HELP = "Danh sách đơn vị, từng người"
TITLE = "DANH SÁCH"
FIND_HINT = "Tìm theo tên: gõ /danhsach và tên, không cần dấu."
NOBODY_NAMED = "Không có ai tên như vậy trong danh sách. Xin kiểm tra lại tên, hoặc gõ /danhsach."
TOO_MANY = "Còn nhiều người khác trùng. Xin gõ thêm họ hoặc tên đệm."
EMPTY_UNIT = "Chưa có ai trong danh sách của đơn vị này."
NEXT_PAGE = "Trang sau ›"
PAGE_BEFORE = "‹ Trang trước"
BACK_TO_UNITS = "« Các đơn vị"
BUTTON_IMPORT = "Nhập từ Excel"
BUTTON_TEMPLATE = "Tải danh sách (Excel)"
BUTTON_COVERAGE = "Chưa gửi tin được"
BUTTON_ADD = "➕ Thêm người"
BUTTON_ADD_ANOTHER = "➕ Thêm người nữa"

PART_ABOUT = "Sửa thông tin"
PART_INVITE = "Mời, đường dẫn web"
PART_GOES = "Chuyển, rời danh sách"
PART_EXEMPT = "Miễn, bản giấy"
PART_DATA = "Vì sao nhận, dữ liệu"
"""The parts of a card on which much can be done."""

BUTTON_NAME = "Đổi họ tên"
BUTTON_FORM = "Cách xưng hô"
BUTTON_KIND = "Diện"
BUTTON_POSITION = "Chức vụ"
BUTTON_MOVE = "Chuyển đơn vị"
BUTTON_REMOVE = "Rời danh sách"
BUTTON_EXEMPT = "Miễn…"
BUTTON_INVITE = "Cấp mã mời"
BUTTON_PAPER = "Nhận bản giấy"
BUTTON_PAPER_CONFIRMED = "Đúng, nhận bản giấy"
BUTTON_WEB = "Cấp đường dẫn web"
BUTTON_ROLES = "Vai trò"
BUTTON_WHY = "Vì sao nhận tin"
BUTTON_DATA = "Dữ liệu cá nhân"
BUTTON_BACK = "Thôi"
BUTTON_CARD = "« Về thẻ"
BUTTON_TAKE_BACK = "↩ Đưa trở lại danh sách"
BUTTON_NO_POSITION = "Không ghi chức vụ"
BUTTON_REMOVE_CONFIRMED = "Đúng, rời danh sách"

ASK_KIND = "Người mới thuộc diện nào?"
NOT_CONNECTED = "Nhận tin: chưa kết nối"
ON_PAPER = "Nhận tin: bản giấy"
GONE_TODAY = "Đã rời danh sách hôm nay."
DONE = "Đã ghi"
UNCHANGED = "Hiện đã đúng như vậy, không thay đổi gì."
MISTAKE = "Nếu nhầm, chọn lại mục đó trên thẻ để sửa."
NO_MOVE_TARGET = "Không có đơn vị nào khác để chuyển tới. Xin gõ /donvi để lập đơn vị trước."

FIELD_NAME = "họ tên"
FIELD_FORM = "cách xưng hô"
FIELD_KIND = "diện"
FIELD_POSITION = "chức vụ"


def unit_line(name: str, members: int) -> str:
    """Chi bộ 1: 14 người."""
    return f"{name}: {members} người"


def total(members: int) -> str:
    """The sum over the list of units."""
    return f"Tất cả: {members} người. {FIND_HINT}"


def unit_title(name: str, members: int) -> str:
    """Over a unit's members."""
    return f"{TITLE} · {name} ({members} người)"


def member_line(
    place: int, full_name: str, *, kind: MemberKind, position: str, on_paper: bool, unreached: bool
) -> str:
    """1. Nguyễn Văn Bình – Phó Bí thư (chưa gửi tin được)."""
    what = position or ("" if kind is MemberKind.OFFICIAL else KINDS[kind])
    line = f"{place}. {full_name}" + (f" – {what}" if what else "")
    state = "nhận bản giấy" if on_paper else "chưa gửi tin được" if unreached else ""
    return f"{line} ({state})" if state else line


def found_line(place: int, full_name: str, unit_name: str) -> str:
    """One of several of that name."""
    return f"{place}. {full_name} – {unit_name}"


def kind_and_position(kind: MemberKind, position: str) -> str:
    """Đảng viên chính thức · Phó Bí thư."""
    return " · ".join(part for part in (KINDS[kind], position) if part)


def in_unit(unit_name: str) -> str:
    """The unit's line of the card."""
    return f"Đơn vị: {unit_name}"


def came_from(unit_name: str, on: date) -> str:
    """The newest move."""
    return f"Chuyển từ {unit_name}, {times.day(on)}"


def addressed(form: Address) -> str:
    """How the office addresses the member."""
    return f"Xưng hô: {FORMS[form]}"


def reached_by(platform: Platform, state: AddressState) -> str:
    """One conversation's line."""
    return f"Nhận tin: {PLATFORMS[platform]} ({STATES[state]})"


def role_line(role: str) -> str:
    """One role of the member."""
    return f"Vai trò: {role}"


def ask_name(full_name: str) -> str:
    """Before another name is typed."""
    return f"Họ tên đang ghi: {full_name}. Xin gửi họ tên đúng, đủ dấu."


def ask_form(full_name: str) -> str:
    """Before a form of address is chosen."""
    return f"Văn phòng xưng hô với {full_name} như thế nào?"


def ask_kind(full_name: str) -> str:
    """Before a kind is chosen."""
    return f"{full_name} thuộc diện nào?"


def ask_position(full_name: str) -> str:
    """Before a position is typed."""
    return f"Xin gửi chức vụ của {full_name}, ví dụ: Phó Bí thư Chi bộ 2. Chức vụ không kèm vai trò."


def ask_unit(full_name: str, unit_name: str) -> str:
    """Before a unit is chosen."""
    return f"{full_name} đang ở {unit_name}. Chuyển tới đơn vị nào?"


def ask_move(address_form: Address, full_name: str, from_name: str, to_name: str, on: date) -> str:
    """Before the move is made."""
    return (
        f"Chuyển {call(address_form, full_name)} từ {from_name} sang {to_name}, từ {times.weekday_day(on)}? "
        "Văn bản chưa xác nhận chuyển theo; bí thư hai đơn vị được báo. Vai trò ở đơn vị cũ kết thúc."
    )


def move_button(to_name: str) -> str:
    """Makes the move."""
    return f"Đúng, chuyển sang {to_name}"


def moved(address_form: Address, full_name: str, to_name: str) -> str:
    """That the move was made."""
    return f"Đã chuyển {call(address_form, full_name)} sang {to_name}."


def went_along(obligations: int, asked: int) -> str:
    """What the move brought."""
    lines = f"{obligations} văn bản chưa xác nhận chuyển theo."
    return f"{lines} {asked} văn bản còn hiệu lực được gửi thêm." if asked else lines


def role_ended(role: str) -> str:
    """A role that the move or the leaving ended."""
    return f"Vai trò đã kết thúc: {role}. Nếu cần ở đơn vị mới, giao lại ở mục “Vai trò”."


def role_ended_with(role: str) -> str:
    """A role that ended because its holder left."""
    return f"Vai trò đã kết thúc: {role}."


def ask_paper(address_form: Address, full_name: str) -> str:
    """Before somebody who wishes it is put onto the paper list."""
    return (
        f"{call_capital(address_form, full_name)} có nguyện vọng nhận bản giấy? "
        "Từ lúc này không gửi tin nữa, tin đang chờ gửi cũng dừng; văn bản được chuyển tận tay. "
        "Muốn nhận tin lại thì gõ /toi để đồng ý mục 1, hoặc nhận mã mời mới."
    )


def put_on_paper(address_form: Address, full_name: str) -> str:
    """That somebody is on the paper list."""
    return f"{call_capital(address_form, full_name)} nhận bản giấy từ bây giờ."


def ask_remove(address_form: Address, full_name: str, unit_name: str) -> str:
    """Before somebody is taken off the roster."""
    return (
        f"{call_capital(address_form, full_name)} rời danh sách {unit_name}? "
        "Từ lúc này không nhận tin nữa, văn bản chưa xác nhận thôi tính, vai trò và mã mời hết hiệu lực. "
        "Trong hôm nay có thể đưa trở lại."
    )


def removed(address_form: Address, full_name: str, obligations: int) -> str:
    """That somebody is off the roster."""
    return (
        f"Đã đưa {call(address_form, full_name)} ra khỏi danh sách. "
        f"{obligations} văn bản chưa xác nhận thôi tính."
    )


def taken_back(address_form: Address, full_name: str, waiting: int) -> str:
    """That somebody is on the roster again."""
    return (
        f"{call_capital(address_form, full_name)} đã trở lại danh sách. "
        f"Đang chờ xác nhận: {waiting} văn bản. "
        "Vai trò phải giao lại; mã mời, việc miễn (nếu có) phải cấp, ghi lại."
    )


def changed(what: str, before: str, after: str) -> str:
    """Đã đổi họ tên: Nguyễn Văn Bình → Nguyễn Văn Bình An."""
    return f"Đã đổi {what}: {before or '(không ghi)'} → {after or '(không ghi)'}. {MISTAKE}"


def ask_new_name(unit_name: str, kind: MemberKind) -> str:
    """Before the name of somebody new is typed."""
    return f"Thêm vào {unit_name}: {KINDS[kind]}. Xin gửi họ tên đầy đủ, đủ dấu."


def added(full_name: str, unit_name: str, asked: int) -> str:
    """That somebody new is on the roster."""
    line = f"Đã thêm {full_name} vào {unit_name}."
    if asked:
        line += f" {asked} văn bản còn hiệu lực chờ xác nhận, có hạn riêng."
    return f"{line} Chọn “Cấp mã mời” để mời kết nối."
