"""What the clerk reads and presses while drafting."""

from collections.abc import Sequence
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
_INTERNAL_ON_PAGES = "Phạm vi: nội bộ (chỉ gửi số, trích yếu, hạn; toàn văn mở riêng cho từng người)"
_INTERNAL_EXPLAINED = (
    "Phạm vi: nội bộ (chỉ gửi số, trích yếu, hạn; toàn văn đọc tại văn phòng hoặc trên Sổ tay)"
)
URGENCIES = {Urgency.NORMAL: "thường", Urgency.URGENT: "khẩn", Urgency.IMMEDIATE: "hỏa tốc"}
URGENCIES_EXPLAINED = {
    Urgency.NORMAL: "Mức độ: thường (gửi trong giờ làm việc)",
    Urgency.URGENT: "Mức độ: khẩn (gửi mọi ngày, 06:00–21:00)",
    Urgency.IMMEDIATE: "Mức độ: hỏa tốc (gửi ngay, bất kể giờ nào)",
}

HELP_DRAFT = "Soạn văn bản"
HELP_WAITING = "Văn bản đang chờ duyệt"
ASK_TEXT = "Xin dán nội dung văn bản vào đây, dài thì dán tiếp trong tin sau. Không gửi văn bản mật."
ASK_TEXT_FILE = "Hoặc gửi tệp Word (.docx), PDF hay .txt."
NO_FILES_HERE = (
    "Ở đây không gửi được tệp: xin dán bằng chữ và bỏ các đường dẫn, "
    "hoặc nhờ quản trị đưa tệp vào từ máy tính."
)
ASK_TEXT_THEN = "Máy đọc số, trích yếu, ngày và ý chính; đọc xong, xin kiểm tra lại."
NEVER_MIND = "Thôi"
DRAFTED = "Đã soạn xong. Xin kiểm tra bản dự thảo dưới đây."
DRAFTED_SO_FAR = "Đã nhận. Văn bản còn nữa thì dán tiếp ngay; đủ rồi thì xin kiểm tra bản dự thảo dưới đây."
TEXT_EXPECTED = "Cần nội dung văn bản bằng chữ: xin dán vào đây."
PART_TOO_SHORT = (
    "Chưa thêm tin vừa rồi vào văn bản vì quá ngắn. "
    "Văn bản còn nữa thì dán tiếp cả đoạn; đủ rồi thì gõ: xong."
)
ENOUGH = frozenset({"xong", "xong a", "xong roi", "het", "het a", "het roi", "du", "du a", "du roi"})
"""Folded words that say that the text is whole."""


# ---- the card of a draft

_LAST_WORDS = 6

FILL_IN = "cần điền"
NO_AUDIENCE = "Gửi cho: cần chọn"
NOT_ASKED = "Xác nhận: không yêu cầu"
DUE_MISSING = "Xác nhận: có · Hạn: cần điền"
NO_POINTS = "Ý chính: chưa có câu nào"
OPEN_STATE = "đang soạn"
PUBLISHED_STATE = "đã phát hành"
DISCARDED_STATE = "đã bỏ"

TITLE, NUMBER, TYPE_NAME = "Trích yếu", "Số", "Tên loại"
EVENT_TITLE = "Tên hội nghị"
ISSUER, ISSUED_ON, EVENT_ON, CHAIR = "Cơ quan ban hành", "Ngày ban hành", "Ngày diễn ra", "Chủ trì"
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


def title_label(kind: Kind) -> str:
    """How the office calls what stands at the head of such a paper."""
    return EVENT_TITLE if kind is Kind.MEETING_SUMMARY else TITLE


def about(*, type_name: str, number: str, issuer: str, issued_on: date | None) -> str:
    """Which paper it is, in one line; empty where nothing of it is known."""
    named = " ".join(part for part in (type_name, f"số {number}" if number else "") if part)
    day = times.day(issued_on) if issued_on else ""
    said = " · ".join(part for part in (named, issuer, day) if part)
    return said[:1].upper() + said[1:]


def event(event_on: date | None, chair: str) -> str:
    """When it was held and who was in the chair, in one line; empty where neither is known."""
    parts = (
        f"{EVENT_ON}: {times.weekday_day(event_on)}" if event_on else "",
        f"{CHAIR}: {chair}" if chair else "",
    )
    return " · ".join(part for part in parts if part)


def to_fill_in(labels: Sequence[str]) -> str:
    """The fields that a person must fill in."""
    return f"⚠️ {FILL_IN.capitalize()}: {', '.join(map(_small, labels))}"


def sent_how(scope: Scope, urgency: Urgency) -> str:
    """Scope and urgency in one line; what they mean stands where they are chosen."""
    return f"Phạm vi: {SCOPES[scope]} · Mức độ: {URGENCIES[urgency]}"


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


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


def points_line(amount: int) -> str:
    """The same in one line, where nothing folds."""
    return f"{MAIN_POINTS}: {amount} câu"


def to_do_line(amount: int) -> str:
    """How much there is to do, in one line, where nothing folds."""
    return f"{TO_DO}: {amount}"


def body_line(body: str, *, with_end: bool) -> str:
    """How long the whole text is, and how it ends: a lost part is seen by it.

    Args:
        body: the whole text.
        with_end: its last words stand there too.
    """
    words = body.split()
    length = f"Toàn văn: {len(words)} chữ"
    return f"{length}, hết ở “…{' '.join(words[-_LAST_WORDS:])}”" if with_end and words else length


def returned(note: str) -> str:
    """Why it came back from the approver."""
    return f"Người duyệt trả lại: {note}"


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
