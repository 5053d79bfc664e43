"""What the clerk reads and presses while drafting."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from storage.states import Kind, Scope, Urgency

KINDS = {
    Kind.DIRECTIVE: "Văn bản chỉ đạo",
    Kind.MEETING_SUMMARY: "Kết quả hội nghị",
    Kind.NOTICE: "Thông báo",
}
SCOPES = {Scope.INTERNAL: "nội bộ", Scope.PUBLIC: "công khai"}
_PUBLIC_EXPLAINED = "Phạm vi: công khai (gửi cả ý chính và toàn văn)"
_INTERNAL_ON_PAGES = "Phạm vi: nội bộ (chỉ gửi số, tên, hạn; toàn văn mở riêng cho từng người)"
_INTERNAL_EXPLAINED = "Phạm vi: nội bộ (chỉ gửi số, tên, hạn; toàn văn đọc tại văn phòng hoặc trên Sổ tay)"
URGENCIES = {Urgency.NORMAL: "thường", Urgency.URGENT: "khẩn", Urgency.IMMEDIATE: "hỏa tốc"}
URGENCIES_EXPLAINED = {
    Urgency.NORMAL: "Mức độ: thường (gửi trong giờ làm việc)",
    Urgency.URGENT: "Mức độ: khẩn (gửi mọi ngày, 06:00–21:00)",
    Urgency.IMMEDIATE: "Mức độ: hỏa tốc (gửi ngay, bất kể giờ nào)",
}

HELP_DRAFT = "Soạn văn bản"
HELP_WAITING = "Văn bản đang chờ duyệt"
ASK_TEXT = (
    (
        "Xin dán nội dung văn bản vào đây, dài thì dán tiếp trong tin sau. "
        "Gửi được tệp thì gửi tệp Word (.docx), PDF hoặc .txt."
    ),
    "Máy đọc số, tên, ngày và ý chính; đọc xong, xin kiểm tra lại. Không gửi văn bản mật.",
)
NEVER_MIND = "Thôi"
DRAFTED = "Đã soạn xong. Xin kiểm tra bản dự thảo dưới đây."
TEXT_EXPECTED = "Cần nội dung văn bản bằng chữ: xin dán vào đây."


# ---- the card of a draft

FILL_IN = "cần điền"
NO_AUDIENCE = "Gửi cho: cần chọn"
NOT_ASKED = "Xác nhận: không yêu cầu"
DUE_MISSING = "Xác nhận: có · Hạn: cần điền"
NO_POINTS = "Ý chính: chưa có câu nào"
OPEN_STATE = "đang soạn"
PUBLISHED_STATE = "đã phát hành"
DISCARDED_STATE = "đã bỏ"

TITLE, NUMBER, TYPE_NAME = "Tên", "Số", "Tên loại"
ISSUER, ISSUED_ON, EVENT_ON, CHAIR = "Cơ quan", "Ngày ban hành", "Ngày diễn ra", "Chủ trì"
SIGNATORY, CIRCULATION = "Người ký", "Dấu lưu hành"
MAIN_POINTS, TO_DO = "Ý chính", "Việc cần làm"
AUDIENCE, DUE = "Người nhận", "Hạn xác nhận"
KIND, URGENCY, DUE_IN_TEXT = "Loại", "Mức độ", "Hạn trong văn bản"
QUIZ_TO_CONFIRM = "Câu hỏi kiểm tra (xin xem lại rồi chọn “Dùng câu này”)"

CHOOSE_AUDIENCE = "👥 Gửi cho ai"
CHOOSE_DUE = "⏰ Hạn xác nhận"
FULL_TEXT = "📄 Toàn văn"
RECIPIENTS = "🔎 Xem người nhận"
SUBMIT = "📨 Trình duyệt"
DISCARD = "Bỏ bản này"
TAKE_BACK = "↩️ Lấy lại để sửa"
BACK = "‹ Về bản dự thảo"
PROGRESS = "📊 Tiến độ"


def edit(field: str) -> str:
    """The button that corrects a field."""
    return f"✏️ {field}"


def kind_button(kind: Kind) -> str:
    """The button that leads to the three kinds."""
    return f"Loại: {KINDS[kind]}"


def scope_button(scope: Scope) -> str:
    """The button that toggles the scope: it says what pressing it does."""
    return f"Chuyển sang {SCOPES[Scope.PUBLIC if scope is Scope.INTERNAL else Scope.INTERNAL]}"


def urgency_button(urgency: Urgency) -> str:
    """The button that sets this urgency."""
    return f"Mức độ: {URGENCIES[urgency]}"


def acknowledgement_button(asked: bool) -> str:
    """The button that asks for acknowledgement, or no longer."""
    return "Không yêu cầu xác nhận" if asked else "Yêu cầu xác nhận"


def scope_explained(scope: Scope, *, on_pages: bool) -> str:
    """What goes out in this scope.

    Args:
        scope: of the draft.
        on_pages: each member has a page of their own on which to read what is nội bộ.
    """
    if scope is Scope.PUBLIC:
        return _PUBLIC_EXPLAINED
    return _INTERNAL_ON_PAGES if on_pages else _INTERNAL_EXPLAINED


def head(kind: Kind, state: str) -> str:
    """The first line of a draft's card; what is out is no draft any more."""
    parts = (KINDS[kind], state) if state == PUBLISHED_STATE else ("DỰ THẢO", KINDS[kind], state)
    return " · ".join(parts)


def submitted_state(at: datetime, zone: ZoneInfo) -> str:
    """Waiting since then."""
    return f"chờ duyệt từ {times.hour_short_day(at, zone)}"


def scheduled_state(at: datetime, zone: ZoneInfo) -> str:
    """Approved for then."""
    return f"sẽ phát hành {times.hour_day(at, zone)}"


def field_line(label: str, value: str, *, fill_in: bool) -> str:
    """One field, or that a person must fill it in."""
    return f"{label}: {FILL_IN if fill_in else value}"


def to_check(label: str) -> str:
    """A value that the reader was not sure of."""
    return f"Xin xem lại: {label}"


def asked_until(due_at: datetime, zone: ZoneInfo, *, questions: int = 0, is_in_text: bool = False) -> str:
    """Acknowledgement is asked for by then, after so many questions; whether the text itself says so."""
    how = f"có, sau {questions} câu hỏi kiểm tra" if questions else "có"
    because = " (theo văn bản)" if is_in_text else ""
    return f"Xác nhận: {how} · Hạn: {times.hour_day(due_at, zone)}{because}"


def deadline_in_text(due_at: datetime, zone: ZoneInfo) -> str:
    """The text itself names another day."""
    return f"Trong văn bản có hạn khác: {times.hour_day(due_at, zone)}"


def points_label(amount: int) -> str:
    """Over the folded main points."""
    return f"Ý chính ({amount} câu trích nguyên văn)"


def returned(note: str) -> str:
    """Why it came back from the approver."""
    return f"Người duyệt trả lại: {note}"


def day_or_nothing(day: date | None) -> str:
    """A day with its weekday, or nothing."""
    return times.weekday_day(day) if day else ""


# ---- for whom


def audience_line(name: str) -> str:
    """For whom, on the card."""
    return f"Gửi cho: {name}"


# ---- who gets it

RECIPIENTS_TITLE = "NGƯỜI NHẬN"
UNREACHABLE_TITLE = "Chưa gửi tin được cho:"
REASON_ON_PAPER = "nhận bản giấy: chuyển tận tay hoặc đọc trực tiếp"
REASON_BLOCKED = "đã chặn hoặc bỏ tài khoản: mời lại bằng mã"
REASON_NO_ADDRESS = "chưa có nơi nhận tin: mời bằng mã"
CHOOSE_AUDIENCE_FIRST = "Chưa chọn gửi cho ai. Xin chọn trước."


def head_count(expected: int, reachable: int) -> str:
    """How many there are, and how many of them can be reached."""
    return f"{expected} người, gửi tin được cho {reachable} người"


def unit_count(name: str, expected: int, reachable: int) -> str:
    """The same for a unit."""
    return f"{name}: {expected} người, gửi được {reachable}"


def candidates(amount: int) -> str:
    """Those who are no members yet."""
    return f"Không gồm {amount} quần chúng ưu tú: chỉ nhận thư mời."


def unreachable(name: str, unit: str, reason: str) -> str:
    """One person to whom nothing can be sent."""
    return f"• {name} ({unit}): {reason}"


def more_people(amount: int) -> str:
    """Those who are not listed by name."""
    return f"… và {amount} người nữa"


# ---- waiting

NOTHING_OPEN = "Không có văn bản nào đang soạn hoặc chờ duyệt. Gõ /soan để soạn văn bản mới."
WAITING_TITLE = "VĂN BẢN ĐANG SOẠN, CHỜ DUYỆT"


def waiting_line(place: int, name: str, state: str) -> str:
    """One draft of the list."""
    return f"{place}. {name}: {state}"


def open_button(place: int) -> str:
    """Opens that one."""
    return f"Mở số {place}"
