"""Words about new versions, withdrawing and replacing: what the clerk and the members read."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import shortened
from bot.texts.cards import name_of

# ---- what a member reads

OPEN_NEW = "📄 Mở văn bản mới"
OPEN_NEWEST = "📄 Mở bản mới"
WITHDRAWN_BECAUSE = "văn bản đã được thu hồi"
REPLACED_BECAUSE = "đã có văn bản khác thay thế"


def marked(version: int, changed_at: datetime, zone: ZoneInfo) -> str:
    """✏️ Bản 2, sửa 08:14, 23/11."""
    return f"✏️ Bản {version}, sửa {times.hour_short_day(changed_at, zone)}"


def changed(note: str) -> list[str]:
    """What is different, each line of the note by itself."""
    lines = note.splitlines()
    return [f"Thay đổi: {lines[0]}", *lines[1:]] if lines else []


def withdrawn(at: datetime, because: str, zone: ZoneInfo) -> str:
    """⛔ Đã thu hồi lúc 08:14, 23/11: ghi nhầm ngày họp."""
    said = f"⛔ Đã thu hồi lúc {times.hour_short_day(at, zone)}"
    return f"{said}: {because}" if because else f"{said}."


def replaced(number: str, title: str) -> str:
    """🔁 Đã thay thế bằng văn bản số 15-KH/ĐU."""
    return f"🔁 Đã thay thế bằng {_inside(number, title)}."


NO_ANSWER_NEEDED = "Không cần trả lời nữa."
NOT_AGAIN = "Không phải xác nhận lại."


def corrected_heading(number: str, title: str) -> str:
    """ĐÍNH CHÍNH · Số 12-KH/ĐU."""
    return f"ĐÍNH CHÍNH · {name_of(number, title)}"


def still_to_acknowledge(called: str) -> str:
    """To who had not acknowledged it before; `called` begins with a capital."""
    return f"{called} chưa xác nhận văn bản này, xin xác nhận như đã báo."


def moved_on(number: str, title: str) -> str:
    """On an older card, once a newer one stands below."""
    return f"{name_of(number, title)} đã được sửa. Bản mới ở tin dưới."


def news_withdrawn(called: str, number: str, title: str) -> str:
    """The first line of what those are told whom it had reached."""
    which = f"{number} “{shortened(title)}”" if number else ""
    return f"Kính báo {called}: {_inside(which, shortened(title))} không còn hiệu lực."


NEWS_HEAD = "THU HỒI VĂN BẢN"
NEWS_REPLACED_HEAD = "VĂN BẢN ĐÃ ĐƯỢC THAY THẾ"


def news_to_group(number: str, title: str) -> str:
    """In a group: which one, and nothing else."""
    return f"{name_of(number, title)} không còn hiệu lực."


def _inside(number: str, title: str) -> str:
    if number:
        return f"văn bản số {number}"
    return f"văn bản “{title}”" if title else "văn bản khác"


# ---- what differs

BODY = "Toàn văn"
KIND = "Loại"
SIGNATORY = "Người ký"
CIRCULATION = "Dấu lưu hành"
SCOPE = "Phạm vi"
URGENCY = "Mức độ"
TO_DO_FOR = "Việc cần làm của từng nhóm"
TASKS = "Việc được giao"
MEANT = "Người được giao"
QUIZ = "Câu hỏi kiểm tra"
DUE = "Hạn xác nhận"
ATTACHMENTS = "Tệp kèm theo"
DIFFERENCES = "Khác bản đang gửi:"
NO_DIFFERENCES = "Chưa khác bản đang gửi."


def difference(label: str, before: str, after: str) -> str:
    """• Tên: “A” → “B”."""
    if not before:
        return f"• {label}: thêm “{after}”"
    if not after:
        return f"• {label}: bỏ “{before}”"
    return f"• {label}: “{before}” → “{after}”"


def meant(place: int, full_name: str) -> str:
    """Who on the roster is meant by the task of that place, from 1."""
    return f"việc {place}: {full_name}"


def more_differences(amount: int) -> str:
    """What the card has no room for."""
    return f"• … và {amount} chỗ khác"


# ---- the draft of a correction, and of what replaces

CHANGE_NOTE = "Điểm thay đổi"
NOTE_MISSING = "Điểm thay đổi: cần ghi (1–3 dòng, mọi người sẽ đọc)"
NOTE_OPEN = "Điểm thay đổi: không ghi"
AUDIENCE_STAYS = "Người nhận giữ nguyên. Cần đổi người nhận: thu hồi rồi phát hành văn bản mới."
MINOR = "ĐÍNH CHÍNH: sửa ngay trên tin đã gửi, không ai phải xác nhận lại."
MINOR_TOLD = "ĐÍNH CHÍNH: không ai phải xác nhận lại."
TO_MINOR = "Chuyển sang đính chính"
TO_MATERIAL = "Chuyển sang sửa đổi nội dung"
WRITE_NOTE = "✏️ Điểm thay đổi"
NEW_TEXT = "📄 Thay toàn văn"
NO_REPLACEMENT = "Không thay thế văn bản nào"
CHOOSE_REPLACED = "🔁 Thay thế văn bản khác…"
CHOOSE_TITLE = "THAY THẾ VĂN BẢN NÀO?"
CHOOSE_EXPLAINED = "Văn bản được chọn sẽ hết hiệu lực ngay khi bản này phát hành."
NOTHING_TO_REPLACE = "Chưa có văn bản nào đang có hiệu lực."
ASK_NOTE = "Xin ghi điểm thay đổi, 1 đến 3 dòng ngắn. Mọi người nhận bản mới sẽ đọc đúng những dòng này."
ASK_NEW_TEXT = "Xin dán lại toàn văn đã sửa. Không gửi văn bản mật."
ASK_REPLACING = "Xin dán nội dung văn bản mới. Văn bản cũ hết hiệu lực khi bản mới phát hành."
NOTE_TAKEN = "Đã ghi điểm thay đổi."
NOTE_TOO_MANY_LINES = "Xin ghi gọn trong 3 dòng, mỗi dòng không quá {limit} ký tự."
TEXT_TAKEN = "Đã thay toàn văn. Câu trích không còn trong toàn văn đã được bỏ khỏi ý chính."


def corrects(number: str, title: str) -> str:
    """Which publication the draft corrects."""
    return f"Bản sửa của {_inside(number, title)}, đang có hiệu lực"


def told_by_message(platform: str, amount: int) -> str:
    """What a minor correction does where nothing that was sent can be edited."""
    return f"Tin đã gửi qua {platform} không sửa được: {amount} người đã nhận qua đó sẽ có một tin báo ngắn."


def material(asks_again: int, *, asks: bool) -> str:
    """What a material correction does."""
    if not asks:
        return "SỬA ĐỔI NỘI DUNG: gửi bản mới cho những người đã nhận."
    return f"SỬA ĐỔI NỘI DUNG: gửi bản mới, {asks_again} người đã xác nhận phải xác nhận lại."


def note(words: str) -> str:
    """The note as it stands."""
    return f"{CHANGE_NOTE}: {words}"


def replaces(number: str, title: str) -> str:
    """What the draft takes the place of."""
    return f"🔁 Khi phát hành sẽ thay thế {_inside(number, title)}."


def gone(number: str, title: str) -> str:
    """What it was to replace is no longer in force."""
    return f"{name_of(number, title)} đã hết hiệu lực, không cần thay thế nữa."


def proposes(number: str, title: str) -> str:
    """What the text itself says that it replaces."""
    return f"Toàn văn có câu thay thế {_inside(number, title)}. Nếu đúng, xin chọn “Thay thế” bên dưới."


def replace_button(number: str, title: str) -> str:
    """Takes the proposal."""
    return f"🔁 Thay thế {name_of(number, title)}"


# ---- /thuhoi

HELP = "Thu hồi, sửa, thay thế văn bản"
LIST_TITLE = "VĂN BẢN ĐANG CÓ HIỆU LỰC"
NOTHING = "Chưa có văn bản nào đang có hiệu lực."
CORRECT = "✏️ Sửa văn bản"
REPLACE = "🔁 Thay thế bằng văn bản mới"
TAKE_OUT = "⛔ Thu hồi"
MANAGE = "🗂 Sửa, thu hồi, thay thế"
BACK = "‹ Danh sách"
PROGRESS = "📊 Tiến độ"
FULL_TEXT = "📄 Toàn văn"
NEVER_MIND = "Thôi"
ASK_BECAUSE = "Vì sao thu hồi? Xin ghi một câu ngắn, những người đã nhận sẽ đọc câu này."
CONFIRM_TITLE = "THU HỒI VĂN BẢN NÀY?"
CONFIRM_YES = "Vẫn thu hồi"
CONFIRM_NO = "Thôi, giữ nguyên"
NO_WAY_BACK = "Đã thu hồi thì không lấy lại được; khi cần thì phát hành lại."
REASON_CHANGED = "Lý do đã được ghi lại sau câu hỏi này. Xin đọc lại rồi xác nhận."
IN_FORCE = "Đang có hiệu lực"
HALTED = "Đang tạm dừng gửi"


def listed(place: int, number: str, title: str, at: datetime, zone: ZoneInfo) -> str:
    """1. Số 12-KH/ĐU: Nền nếp sinh hoạt (phát hành 08:14, 23/11)."""
    name = f"Số {number}: {title}" if number else title
    return f"{place}. {name} (phát hành {times.hour_short_day(at, zone)})"


def open_button(place: int) -> str:
    """Leads to the publication at that place of the list."""
    return f"Mở số {place}"


def published(at: datetime, zone: ZoneInfo) -> str:
    """When it went out first."""
    return f"Phát hành lúc {times.hour_short_day(at, zone)}"


def version_line(version: int, at: datetime, note: str, zone: ZoneInfo, *, is_material: bool) -> str:
    """Bản 2, sửa đổi nội dung 08:14, 23/11: hạn dời sang 30/11."""
    kind = "sửa đổi nội dung" if is_material else "đính chính"
    said = f"Bản {version}, {kind} {times.hour_short_day(at, zone)}"
    return f"{said}: {'; '.join(note.splitlines())}" if note else said


def because(words: str) -> str:
    """The reason as it was typed."""
    return f"Lý do: {words}"


def what_follows(reached: int, still_open: int) -> Sequence[str]:
    """What withdrawing will do."""
    return (
        f"Sẽ báo cho {reached} người đã nhận." if reached else "Chưa ai nhận được, nên không phải báo ai.",
        *([f"{still_open} người chưa xác nhận sẽ không phải xác nhận nữa."] if still_open else []),
        "Những tin chưa gửi sẽ được hủy. Số liệu đã xác nhận vẫn giữ trong báo cáo.",
    )


def taken_out(number: str, title: str, told: int, *, held: int) -> str:
    """It is done; `held` of those told may have to wait for the next month."""
    said = f"Đã thu hồi {_inside(number, title)}."
    if told:
        said += f" Đang báo cho {told} người đã nhận."
    if held:
        said += f" Kênh hết lượt gửi tháng này: {held} người có thể chưa được báo, xin gọi điện."
    return said


NO_LONGER = "Văn bản đã hết hiệu lực trong lúc bản sửa chờ, nên bản sửa chưa phát hành được."
NOT_DIFFERENT = "Bản sửa không khác bản đang gửi."
