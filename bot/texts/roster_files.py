"""Roster files: what is said of a file, of the difference it would make, and in the files that Loa writes."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import roster_tables, times
from storage.states import Address, MemberKind

HELP_IMPORT = "Nhập danh sách từ tệp Excel"
TEMPLATE_BUTTON = "📄 Tải tệp mẫu"
NEVER_MIND = "Thôi, để sau"
TEMPLATE_READY = "Tệp mẫu, đã điền danh sách hiện có. Xin sửa trong Excel rồi nhập lại (mục “Nhập từ Excel”)."
TEMPLATE_FILE = "danh-sach.xlsx"
DIFFERENCE_FILE = "doi-chieu.xlsx"

ASK_FILE = (
    "NHẬP DANH SÁCH TỪ TỆP",
    "Cần hai cột: Họ và tên, Chi bộ (hoặc Đơn vị). Thứ tự cột tùy ý.",
    "Có thì ghi thêm: Chức vụ, Diện, Xưng hô, Số điện thoại, Miễn sinh hoạt.",
    "Ngày sinh, số thẻ, số căn cước… nếu có trong tệp sẽ không được lưu.",
    "Kênh sẽ cho xem trước những gì thay đổi; chưa chọn “Áp dụng” thì chưa có gì được ghi.",
)
SEND_FILE = "Xin gửi vào đây tệp Excel (.xlsx) hoặc .csv, tối đa 5 MB."
NO_FILES_HERE = "Ở đây không gửi được tệp: tải tệp mẫu về sửa, rồi nhờ người quản lý máy chủ nhập giúp."
FILE_EXPECTED = (
    "Cần tệp danh sách .xlsx hoặc .csv. Xin gửi tệp vào đây, hoặc nhờ người quản lý máy chủ nhập giúp; "
    "chưa cần thì chọn “Thôi, để sau”."
)

_SAVE_AS = "Trong Excel: chọn Tệp, Lưu thành (Save As), kiểu “Excel Workbook (.xlsx)”, rồi gửi lại."
FAULTS = {
    "empty": "Tệp không có dòng nào. Xin kiểm tra rồi gửi lại.",
    "too large": "Tệp lớn quá 5 MB. Xin bỏ hình ảnh, giữ một trang danh sách, rồi gửi lại.",
    "too many rows": (
        "Tệp có nội dung dưới dòng 20.000. Xin giữ một trang danh sách, tách thành nhiều tệp theo đơn vị, "
        "rồi gửi từng tệp."
    ),
    "too many columns": "Tệp có hơn 50 cột. Xin giữ lại các cột cần thiết rồi gửi lại.",
    "unfolds too far": "Tệp nén chứa nhiều hơn một danh sách rất nhiều nên không được mở. " + _SAVE_AS,
    "locked": "Tệp có mật khẩu nên không đọc được. Xin bỏ mật khẩu của tệp rồi gửi lại.",
    "macros": "Tệp có macro (.xlsm) nên không được mở. " + _SAVE_AS,
    "old excel": "Đây là tệp Excel kiểu cũ (.xls). " + _SAVE_AS,
    "other format": "Nội dung tệp không phải bảng Excel (.xlsx) hay .csv. " + _SAVE_AS,
    "broken": "Tệp bị hỏng hoặc lưu chưa trọn nên không đọc được. " + _SAVE_AS,
    "encoding": (
        "Không chắc chữ trong tệp được lưu theo bảng mã nào, đọc tiếp sẽ sai dấu. "
        "Xin lưu kiểu “CSV UTF-8” hoặc .xlsx rồi gửi lại."
    ),
    "old font": (
        "Chữ trong tệp gõ bằng phông cũ (.VnTime/TCVN3 hoặc VNI), nhập vào sẽ sai dấu. "
        "Xin chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi gửi lại."
    ),
}
NO_HEADER = (
    "Không tìm thấy dòng tiêu đề trong 20 dòng đầu. Xin đặt tên cột, ít nhất “Họ và tên” và “Chi bộ”; "
    "hoặc tải tệp mẫu."
)
NOBODY_LISTED = "Dưới dòng tiêu đề không có người nào. Xin kiểm tra rồi gửi lại."

TROUBLES = {
    "no_name": "thiếu họ tên",
    "name_odd": "họ tên có ký tự lạ",
    "name_long": "họ tên dài quá 60 chữ cái",
    "name_short": "chỉ có một chữ, thiếu họ hoặc tên",
    "position_long": "chức vụ dài quá 120 chữ cái",
    "position_odd": "cột chức vụ ghi ngày tháng hoặc dãy số; xem lại có lệch cột không",
    "kind_unknown": "diện “{what}” chưa rõ; ghi chính thức, dự bị, đoàn viên hoặc quần chúng ưu tú",
    "form_unknown": "xưng hô “{what}” chưa rõ; ghi đồng chí, anh hoặc chị",
    "exempt_unknown": "cột miễn sinh hoạt ghi “{what}”; ghi x nếu miễn, để trống nếu không",
    "language_unknown": "ngôn ngữ “{what}” chưa dùng được; ghi tiếng Việt hoặc để trống",
    "phone_odd": "số điện thoại không đọc được nên để trống; các mục khác vẫn nhập",
    "number_odd": "mã “{what}” không phải số",
    "number_unknown": "mã {what} không có trong danh sách; người mới thì để trống mã",
    "number_of_another": "mã này là của {what}; xem lại cột Mã",
    "no_unit": "không ghi chi bộ, đơn vị",
    "unit_unknown": "chưa có đơn vị “{what}”",
    "unit_double": "có nhiều đơn vị tên “{what}”; ghi kèm tên cấp trên",
    "unit_odd": "tên đơn vị “{what}” có ký tự lạ",
    "twice": "một người ghi hai lần trong tệp",
    "two_of_this_name": "đơn vị có nhiều người cùng tên; ghi mã để biết là ai",
    "similar_name": "gần giống {what} đã có; cùng một người thì ghi mã, khác thì ghi “mới” ở cột Mã",
    "namesake_elsewhere": "đơn vị khác có người cùng tên; chuyển tới thì ghi mã, người khác thì ghi “mới”",
    "phone_of_another": "số điện thoại này là của {what}",
    "keeps_the_roster": "không có trong tệp nhưng đang giữ vai trò quản trị nên không cho rời bằng tệp",
}
"""Why a line is left alone."""


def trouble(name: str, what: str) -> str:
    """The reason, with what it names."""
    return TROUBLES[name].format(what=what)


def missing_columns(found: Sequence[str], missing: Sequence[str]) -> str:
    """Which headings were understood, and which is needed."""
    return (
        f"Đã thấy cột: {', '.join(found)}. Còn thiếu cột: {', '.join(missing)} "
        "(hoặc dòng “Chi bộ …” phía trên tên người). Xin bổ sung rồi gửi lại, hoặc tải tệp mẫu."
    )


def double_columns(headings: Sequence[str]) -> str:
    """Two columns that say the same."""
    return (
        f"Không rõ phải đọc cột nào: {', '.join(f'“{one}”' for one in headings)}. "
        "Xin đổi tên hoặc bỏ cột thừa rồi gửi lại."
    )


# The difference.

NOTHING_CHANGES = "Không có gì thay đổi: danh sách đang lưu đã khớp với tệp."
NOTHING_APPLIED_YET = "Chưa có gì được ghi. Bảng đầy đủ ở tệp kèm theo."
WHOLE_TABLE = "Bảng đối chiếu đầy đủ. Tệp này tự xóa khỏi hệ thống sau 24 giờ."
GONE_ON = "Danh sách đã thay đổi sau lần đối chiếu trước nên chưa áp dụng. Đây là bảng mới."
DROPPED = "Đã bỏ tệp này. Danh sách giữ nguyên."
REST_DROPPED = "Đã bỏ phần còn lại của tệp. Những gì đã áp dụng vẫn giữ."
DROP_BUTTON = "Bỏ, không nhập"
MORE_IN_FILE = "… còn nữa trong tệp"


def title(file_name: str) -> str:
    """Over the difference."""
    return f"ĐỐI CHIẾU · {file_name}"


def read_line(lines: int, sheet: str, units: int) -> str:
    """How much the file has."""
    where = f", trang “{sheet}”" if sheet else ""
    return f"Đọc được {lines} người, {units} đơn vị{where}."


def counts(*, joined: int, moved: int, changed: int, left: int, unclear: int) -> tuple[str, str]:
    """The numbers, in two lines."""
    return (
        f"Mới {joined} · Chuyển đơn vị {moved} · Thay đổi {changed}",
        f"Rời {left} · Chưa rõ {unclear}",
    )


def new_unit(name: str) -> str:
    """A unit that would be opened."""
    return f"{name} (lập mới)"


def joined_line(name: str, unit: str, row: int) -> str:
    """Somebody new."""
    return f"+ {name} – {unit} (dòng {row})"


def moved_line(name: str, before: str, after: str, row: int) -> str:
    """Somebody under another unit."""
    return f"→ {name}: {before} → {after} (dòng {row})"


def changed_line(name: str, what: str, row: int) -> str:
    """Somebody of whom something is kept otherwise."""
    return f"~ {name}: {what} (dòng {row})"


def left_line(name: str, unit: str) -> str:
    """Somebody who is not in the file."""
    return f"- {name} – {unit} (không có trong tệp)"


def unclear_line(about: str, why: str, row: int) -> str:
    """A line that is left alone."""
    who = f"{about}: " if about else ""
    return f"? Dòng {row}: {who}{why}" if row else f"? {who}{why}"


def renamed(name: str) -> str:
    """One thing that changes."""
    return f"họ tên thành {name}"


def position_now(position: str) -> str:
    """One thing that changes."""
    return f"chức vụ: {position}" if position else "thôi chức vụ"


def kind_now(kind: MemberKind) -> str:
    """One thing that changes."""
    return roster_tables.KINDS[kind]


def form_now(form: Address) -> str:
    """One thing that changes."""
    return f"xưng hô: {roster_tables.FORMS[form]}"


PHONE_NOW = "số điện thoại"
LANGUAGE_NOW = "ngôn ngữ"


def exempt_now(*, exempt: bool) -> str:
    """One thing that changes."""
    return "miễn sinh hoạt" if exempt else "thôi miễn sinh hoạt"


def left_out(headings: Sequence[str]) -> str:
    """What of the file is not kept."""
    return f"Không lưu: {', '.join(headings)}."


def other_sheets(names: Sequence[str]) -> str:
    """Tabs that were not read."""
    return f"Chưa đọc trang: {', '.join(f'“{one}”' for one in names)}. Xin gửi thành tệp riêng."


def unknown_units(names: Sequence[str], *, opens: bool) -> str:
    """Units that are not there."""
    listed = ", ".join(f"“{one}”" for one in names)
    return f"Sẽ lập đơn vị mới: {listed}." if opens else f"Chưa có đơn vị: {listed}."


def emptied(unit: str, leaving: int, whole: int) -> str:
    """A unit of which many would leave."""
    return (
        f"⚠ {unit}: {leaving}/{whole} người không có trong tệp. Tệp có đủ đơn vị này không? "
        "“Áp dụng tất cả” chưa cho những người này rời."
    )


def remaining(until: datetime, zone: ZoneInfo) -> str:
    """Until when it can be chosen."""
    return f"Xin chọn trước {times.hour_day(until, zone)}."


def all_button(count: int) -> str:
    """Everything but those asked about by themselves."""
    return f"✅ Áp dụng tất cả ({count})"


PART_BUTTONS = {
    1: "Chỉ người mới",
    2: "Chỉ chuyển đơn vị",
    3: "Chỉ thay đổi",
    4: "Chỉ người rời",
    5: "Vẫn cho rời",
}
"""By the number of the part; see `bot.organisation.roster.difference.Part`."""


def part_button(part: int, count: int) -> str:
    """One part of the difference."""
    return f"{PART_BUTTONS[part]} ({count})"


def open_units_button(count: int) -> str:
    """Open the units that the file names."""
    return f"Lập {count} đơn vị còn thiếu"


def applied(*, joined: int, moved: int, changed: int, left: int, opened: int) -> str:
    """What was done."""
    done = [
        f"{count} {what}"
        for count, what in (
            (joined, "người mới"),
            (moved, "người chuyển đơn vị"),
            (changed, "người thay đổi"),
            (left, "người rời"),
            (opened, "đơn vị mới"),
        )
        if count
    ]
    return f"✅ Đã áp dụng: {', '.join(done)}." if done else "Không còn gì để áp dụng."


INVITE_NEXT = "Bước tiếp: gõ /moi để mời những người mới."
