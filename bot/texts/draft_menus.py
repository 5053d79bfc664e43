"""What stands on a draft's card and in its menus beside the fields themselves."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times

FIELDS = "✏️ Sửa thông tin"
MORE = "Thông tin khác ›"
ASKING = "⏰ Xác nhận, hạn"
SENDING = "Phạm vi, mức độ"
PLACES = "🔍 Xem chỗ trong văn bản"
BACK_TO_FIELDS = "‹ Về sửa thông tin"
CLEAR = "👁 Xác nhận đã xem bản quét"
OPEN_TWIN = "Mở văn bản trùng số"

FIELDS_TITLE = "SỬA THÔNG TIN"
FIELDS_EXPLAINED = "Chọn mục cần sửa."
MORE_TITLE = "THÔNG TIN KHÁC"
ASKING_TITLE = "YÊU CẦU XÁC NHẬN"
ASKING_EXPLAINED = (
    "Ba cách: không yêu cầu; xác nhận “Đã nắm”; hoặc trả lời đúng vài câu hỏi rồi mới xác nhận "
    "(khi đó xin soạn câu hỏi kiểm tra)."
)
SENDING_TITLE = "PHẠM VI, MỨC ĐỘ"

# ---- files

FILES_TITLE = "TỆP KÈM"
NO_FILES = "Chưa có tệp nào."
ADD_FILE = (
    "Muốn thêm: gửi tệp vào đây (Word .docx, PDF hoặc .txt). Mỗi tệp không quá 20 MB, tối đa {most} tệp."
)
NO_FILES_HERE = (
    "Ở đây không gửi được tệp. Cần tệp kèm: xin nhờ quản trị đưa tệp vào từ máy tính của văn phòng."
)
FILES_STAY = "Phạm vi nội bộ: tệp được lưu cùng văn bản nhưng không gửi cho ai."
FILE_EXPECTED = "Tin vừa rồi không phải tệp nên chưa thêm gì. Thôi không thêm tệp thì gõ: thôi."
LOOK_AT_FILE = "📄 Xem tệp"
RENAME_FILE = "✏️ Đổi tên"
REMOVE_FILE = "Bỏ tệp này"
BACK_TO_FILES = "‹ Về tệp kèm"
ASK_FILE_NAME = "Xin gõ tên mới của tệp."
FILE_ADDED = "Đã thêm tệp"
FILE_REMOVED = "Đã bỏ tệp"

# ---- topic

TOPIC_TITLE = "Chủ đề của văn bản?"
TOPIC_EXPLAINED = "Dùng để lọc khi tra cứu; không đổi người nhận."
NO_TOPIC = "Không thuộc chủ đề nào"

# ---- who signed

SIGNATORY_TITLE = "NGƯỜI KÝ"
NOT_ON_ROSTER = "Bỏ đối chiếu với danh sách"
SIGNATORY_FOUND = "Trong danh sách có người cùng tên. Xin xác nhận đúng người; người ký không phải xác nhận."
SIGNATORY_LIKE = "Người ký có tên trong danh sách: xin xác nhận ở “Sửa thông tin”, mục “Người ký”."

# ---- a scan

CLEAR_TITLE = "XÁC NHẬN ĐÃ XEM BẢN QUÉT"
CLEAR_EXPLAINED = (
    "Máy không đọc được hết bản này (bản quét hoặc ảnh) nên không biết có dấu MẬT hay không. "
    "Xin mở tệp, xem từng trang. Nếu có dấu MẬT: xin bỏ bản này và báo người phụ trách bảo mật. "
    "Việc xác nhận được ghi vào nhật ký, kèm tên người xem."
)
CLEAR_YES = "Tôi đã xem, văn bản không có dấu MẬT"
CLEARED = "Đã ghi: văn bản không có dấu MẬT"
UNREAD = (
    "⚠️ Máy chưa đọc được hết (bản quét hoặc ảnh): cần một người xem có dấu MẬT hay không rồi mới trình được."
)

_DAMAGE = {
    "old font": "phông chữ cũ",
    "wrong encoding": "sai bảng mã",
    "lost letters": "mất chữ",
    "scrambled accents": "sai dấu",
    "lost hyphens": "mất gạch nối trong số văn bản",
}

# ---- a number that is taken

ANOTHER_YES = "Đúng là văn bản khác, vẫn trình"


def damaged(kind: str, broken: int, checked: int) -> str:
    """The letters of the text are broken.

    Args:
        kind: a value of `bot.reading.DamageKind`.
        broken: places.
        checked: places where it can be told.
    """
    where = f"{broken} trong {checked} chỗ kiểm tra được"
    return f"⚠️ Văn bản bị lỗi chữ ({_DAMAGE[kind]}, {where}). Xin đối chiếu bản gốc."


def same_number(name: str) -> str:
    """Another document is the same."""
    return f"⚠️ Trùng số, ngày và cơ quan với: {name}. Bản này sẽ không trình được."


def same_number_begun(name: str) -> str:
    """Another draft is the same, and has not been handed in either."""
    return (
        f"⚠️ Trùng số, ngày và cơ quan với một bản đang soạn: {name}. Chỉ trình được một bản; xin bỏ bản kia."
    )


def number_of_another_day(name: str) -> str:
    """Another document of another day has the number."""
    return f"⚠️ Số này đã có ở văn bản khác ngày: {name}. Xin kiểm tra lại."


def look_at(name: str) -> str:
    """Shows a file before somebody says that there is no mark in it."""
    return f"📄 Xem {name}"


def files_button(amount: int) -> str:
    """Leads to the files."""
    return f"📎 Tệp kèm ({amount})"


def file_button(place: int) -> str:
    """Opens one of them."""
    return f"Tệp {place}"


def file_line(place: int, name: str, size: int) -> str:
    """One of the files; a size in bytes."""
    megabytes = size / 1024 / 1024
    shown = f"{megabytes:.1f}".replace(".", ",") + " MB" if megabytes >= 1 else f"{max(1, size // 1024)} KB"
    return f"{place}. {name} ({shown})"


def files_line(amount: int, *, stay: bool) -> str:
    """On the card."""
    return f"Tệp kèm: {amount}" + (" (nội bộ: không gửi)" if stay else "")


def topic_line(name: str) -> str:
    """On the card."""
    return f"Chủ đề: {name}"


def topic_menu_button(name: str) -> str:
    """Leads to the topics."""
    return f"🏷 Chủ đề: {name or 'chưa chọn'}"


def signed_by(name: str, *, known: bool) -> str:
    """On the card."""
    return f"Người ký: {name}" + (" (không phải xác nhận)" if known else "")


def is_person(name: str, unit: str) -> str:
    """The button that says who is meant."""
    return f"Là {name} ({unit})"


def circulation_line(mark: str) -> str:
    """On the card."""
    return f"Dấu lưu hành: {mark} (chỉ phạm vi nội bộ)"


def cleared_line(called: str, at: datetime, zone: ZoneInfo) -> str:
    """Who looked through the scan, and when."""
    return f"Bản quét: {called} đã xem, không có dấu MẬT ({times.hour_short_day(at, zone)})"


def due_is_free(day: str) -> str:
    """The due date is a day on which nobody works."""
    return f"Hạn rơi vào ngày nghỉ: {day}"


def due_on(due_at: datetime, zone: ZoneInfo) -> str:
    """The button that moves it."""
    return f"Chuyển hạn: {times.hour_day(due_at, zone)}"


# ---- where it stands in the text

PLACES_TITLE = "CHỖ TRONG VĂN BẢN"
NO_PLACES = "Máy chưa tìm được mục nào trong văn bản. Xin điền ở “Sửa thông tin”."
PLACES_EXPLAINED = "Mục chưa chắc được để trống, xin điền. Mục đã gõ lại không còn ở đây."
SURE, UNSURE = "chắc chắn", "chưa chắc, xin điền"


def place_line(label: str, *, sure: bool) -> str:
    """A field, and how sure the reader was."""
    return f"{label}: {SURE if sure else UNSURE}"


def around(before: str, found: str, after: str) -> str:
    """The line of the text, with what was read set apart."""
    return f"“{before}«{found}»{after}”"
