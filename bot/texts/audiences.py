"""For whom a publication is, in words, and what the clerk presses and reads to choose it."""

from collections.abc import Collection, Mapping, Sequence

from storage.states import MemberKind, Role

EVERYONE = "Toàn tổ chức"
PARTY_MEMBERS = "Đảng viên (chính thức và dự bị)"
PARTY = frozenset({MemberKind.OFFICIAL, MemberKind.PROBATIONARY})
KINDS = {
    MemberKind.OFFICIAL: "đảng viên chính thức",
    MemberKind.PROBATIONARY: "đảng viên dự bị",
    MemberKind.UNION: "đoàn viên công đoàn",
}
ROLES = {
    Role.SECRETARY: "bí thư",
    Role.DEPUTY_SECRETARY: "phó bí thư",
    Role.COMMITTEE_LEADER: "lãnh đạo Đảng ủy",
    Role.CLERK: "văn thư",
    Role.APPROVER: "người duyệt phát hành",
    Role.ADMIN: "quản trị danh sách",
    Role.AUDITOR: "cán bộ kiểm tra",
}
"""Both in the order in which they are named and offered."""

# ---- the rule


def to_units(names: Sequence[str], *, have_others_below: bool) -> str:
    """Chi bộ 1, Chi bộ 3; a unit with all below it."""
    words = ", ".join(names)
    return f"{words} và các đơn vị trực thuộc" if have_others_below else words


def to_topic(name: str) -> str:
    """Those who take a topic."""
    return f"Người nhận chủ đề {name}"


def closed_unit(words: str) -> str:
    """Units of which one is no more."""
    return f"{words} – đã giải thể, xin chọn lại"


def closed_topic(words: str) -> str:
    """A topic that is no longer offered."""
    return f"{words} (chủ đề đã đóng)"


def only(kinds: Collection[MemberKind], roles: Collection[Role]) -> str:
    """Đảng viên chính thức giữ vai trò bí thư, phó bí thư; empty: whoever."""
    by_kind, by_role = kinds_in_words(kinds), ", ".join(ROLES[role] for role in ROLES if role in roles)
    return f"{by_kind} giữ vai trò {by_role}" if by_kind and by_role else by_kind or by_role


def kinds_in_words(kinds: Collection[MemberKind]) -> str:
    """Đảng viên, đoàn viên công đoàn."""
    words = [KINDS[kind] for kind in KINDS if kind in kinds]
    return ", ".join(["đảng viên", *words[len(PARTY) :]] if set(kinds) >= PARTY else words)


def narrowed(words: str, *, only_: str, without: int) -> str:
    """Chi bộ 1, Chi bộ 3 – chỉ đảng viên chính thức; trừ 2 người."""
    return f"{words}{f' – chỉ {only_}' if only_ else ''}{f'; trừ {without} người' if without else ''}"


# ---- who that is

NOBODY = "Hiện không có ai thuộc diện này. Xin chọn lại trước khi trình duyệt."


def of_kinds(amounts: Mapping[MemberKind, int]) -> str:
    """How many of each kind."""
    return "Gồm " + ", ".join(f"{amounts[kind]} {KINDS[kind]}" for kind in KINDS if kind in amounts)


def left_out(names: Sequence[str], *, more: int) -> str:
    """Who is left out by name."""
    return f"Trừ theo tên: {', '.join(names)}{f' và {more} người nữa' if more else ''}"


def somebody(name: str, unit: str) -> str:
    """A person with their unit."""
    return f"{name} ({unit})"


# ---- choosing

TITLE = "Gửi cho ai?"
NOTHING_CHOSEN = "Chưa chọn. Chọn loại hoặc vai trò trước thì hiểu là trong toàn tổ chức."
UNITS = "Chọn đơn vị"
TOPICS = "Chọn chủ đề"
WITHOUT = "Trừ người theo tên"
TO_DO = "Việc riêng từng đối tượng"
BACK = "‹ Về chọn người nhận"

UNITS_TITLE = "Chọn đơn vị"
UNITS_EXPLAINED = (
    "Chọn được nhiều đơn vị; chọn lần nữa là bỏ chọn. Chọn một đơn vị là gồm cả các đơn vị trực thuộc."
)
TOPICS_TITLE = "Chọn chủ đề"
NO_TOPICS = "Chưa có chủ đề nào."
KINDS_TITLE = "Gửi loại thành viên nào?"
ROLES_TITLE = "Gửi người giữ vai trò nào?"
ALL_KINDS = "Mọi loại thành viên"
ALL_ROLES = "Không xét vai trò"
INCLUDED = "Đơn vị cấp trên đã được chọn, nên đã gồm đơn vị này."
NEVER_MIND = "Thôi"


def topic(name: str, *, is_chosen: bool) -> str:
    """A topic on offer."""
    return _marked(name, is_chosen=is_chosen)


def unit(name: str, depth: int, *, is_chosen: bool, is_included: bool) -> str:
    """A unit on offer, further in the deeper it stands; one under a chosen unit is included."""
    words = f"{'– ' * depth}{name}"
    return f"{words} (đã gồm)" if is_included else _marked(words, is_chosen=is_chosen)


def choice(words: str, *, is_chosen: bool) -> str:
    """A kind or a role on offer."""
    return _marked(words[0].upper() + words[1:], is_chosen=is_chosen)


def _marked(words: str, *, is_chosen: bool) -> str:
    # In words, not by a sign alone: read aloud, and as a line of a numbered menu, it has to say the same.
    return f"✅ {words} (đã chọn)" if is_chosen else words


def kinds_button(kinds: Collection[MemberKind]) -> str:
    """Leads to the kinds."""
    return f"Loại: {kinds_in_words(kinds) or 'tất cả'}"


def roles_button(roles: Collection[Role]) -> str:
    """Leads to the roles."""
    return f"Vai trò: {only((), roles) or 'không xét'}"


def without_button(amount: int) -> str:
    """Leads to who is left out by name."""
    return f"{WITHOUT} ({amount})" if amount else WITHOUT


# ---- leaving out by name

WITHOUT_TITLE = "LOẠI TRỪ THEO TÊN"
NOBODY_LEFT_OUT = "Chưa trừ ai."
ASK_NAMES = "Muốn trừ ai, xin gõ họ tên, mỗi người một dòng."
SEVERAL = "Có nhiều người trùng tên. Xin chọn đúng người không gửi:"
MORE_OF_THE_NAME = "Còn nữa: xin gõ đủ họ tên."
CHANGED = "Đã sửa danh sách loại trừ"


def line(place: int, name: str, unit: str) -> str:
    """One who is left out."""
    return f"{place}. {somebody(name, unit)}"


def put_back_button(place: int) -> str:
    """Takes that one off the list of who is left out."""
    return f"Bỏ số {place} khỏi danh sách loại trừ"


def leave_out_button(name: str, unit: str) -> str:
    """Leaves this one out."""
    return f"Trừ {somebody(name, unit)}"


def taken(names: Sequence[str]) -> str:
    """Who is left out from now on."""
    return f"Đã trừ: {', '.join(names)}."


def nobody_named(words: str) -> str:
    """Nobody of that name among those who would get it."""
    return f"Không có ai tên “{words}” trong diện nhận. Xin gõ lại họ tên."


# ---- what a part of them has to do

TO_DO_TITLE = "VIỆC RIÊNG TỪNG ĐỐI TƯỢNG"
TO_DO_EXPLAINED = "Mỗi người thấy việc chung, rồi đến việc riêng của mình."
FOR_EVERYBODY = "mọi người nhận"


def for_whom(kinds: Collection[MemberKind], roles: Collection[Role]) -> str:
    """A part of the audience; empty: everybody."""
    return only(kinds, roles) or FOR_EVERYBODY


def part_title(whom: str) -> str:
    """Over the lines of one part."""
    return f"Việc riêng của {whom}:"


def part_button(whom: str, amount: int) -> str:
    """Edits the lines of one part."""
    words = f"Việc của {whom}"
    return f"✏️ {words} ({amount})" if amount else f"✏️ {words}"


def ask_lines(whom: str) -> str:
    """Asks for the lines of one part."""
    return f"Xin gõ những việc của {whom}, mỗi việc một dòng. Gõ “không” để bỏ hết."
