"""Acknowledging, taking it back, and what is still open."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import people, times
from storage.states import Address

ACKNOWLEDGE = "✅ Đã nắm"
ASK = "❓ Hỏi lại"
ASK_MORE = "❓ Hỏi tiếp"
OPEN = "📄 Mở văn bản"
UNDO = "Hoàn tác"
UNDO_CONFIRMED = "Hoàn tác xác nhận"
KEEP = "Giữ nguyên"

HELP_OPEN = "Việc cần xác nhận, trả lời"
HELP_PUBLISHED = "Văn bản còn hiệu lực"

HEADING_OPEN = "VIỆC CẦN XÁC NHẬN, TRẢ LỜI"
HEADING_PUBLISHED = "VĂN BẢN CÒN HIỆU LỰC"
RECENT = "Đã xác nhận gần đây:"
NOTHING_PUBLISHED = "Hiện chưa có văn bản nào còn hiệu lực."
MORE_OPEN = "Còn nữa: xác nhận xong những việc trên, gõ lại /canlam để xem tiếp."
_BACK_ON_THE_LIST = "Văn bản trở lại danh sách cần xác nhận."
UNDONE = f"Đã hoàn tác. {_BACK_ON_THE_LIST}"

_SHORT = 60


def shortened(text: str) -> str:
    """The text, cut between words where it is longer than a line of a list."""
    if len(text) <= _SHORT:
        return text
    return f"{text[:_SHORT].rsplit(' ', 1)[0]}…"


def ended(sentence: str) -> str:
    """With a full stop, where what stands last does not end a sentence already."""
    return sentence if sentence.endswith(("…", ".", "!", "?")) else f"{sentence}."


def named(number: str, title: str) -> str:
    """Số 12-KH/ĐU, or the title where there is no number."""
    return f"Số {number}" if number else f"“{shortened(title)}”"


def named_inside(number: str, title: str) -> str:
    """Số 12-KH/ĐU with a small first letter, inside a sentence."""
    return f"văn bản số {number}" if number else f"văn bản “{shortened(title)}”"


def in_list(place: int, number: str, title: str) -> str:
    """1. Số 12-KH/ĐU: Nền nếp sinh hoạt chi bộ."""
    if not number:
        return f"{place}. {shortened(title)}"
    return f"{place}. Số {number}: {shortened(title)}"


def receipt(number: str, title: str, at: datetime, zone: ZoneInfo) -> str:
    """Đã ghi nhận: 12-KH/ĐU, 08:14 ngày 23/11."""
    return f"Đã ghi nhận: {number or shortened(title)}, {times.hour_on_day(at, zone)}."


def receipt_of_page(number: str, title: str, at: datetime, zone: ZoneInfo, *, address_form: Address) -> str:
    """Into the chat, after an acknowledgement by the link that stands there."""
    return (
        f"Đã ghi nhận trên trang: {number or shortened(title)}, {times.hour_on_day(at, zone)}. "
        f"Không phải {people.form(address_form)} thì gõ /canlam để hoàn tác."
    )


def receipt_before(number: str, title: str, at: datetime, zone: ZoneInfo) -> str:
    """To a second tap."""
    return f"Đã ghi nhận từ trước: {number or shortened(title)}, {times.hour_on_day(at, zone)}."


def undone(number: str, title: str) -> str:
    """After it was taken back."""
    return f"{ended(f'Đã hoàn tác: {number or shortened(title)}')} {_BACK_ON_THE_LIST}"


def acknowledged(called: str, at: datetime, zone: ZoneInfo) -> str:
    """The state of one's own card; `called` begins with a capital."""
    return f"✅ {called} đã xác nhận lúc {times.hour_short_day(at, zone)}"


def open_count(called: str, amount: int) -> str:
    """How many wait; `called` begins with a capital."""
    return f"{called} còn {amount} văn bản cần xác nhận:"


def nothing_open(called: str) -> str:
    """Nothing waits."""
    return f"{called} không còn văn bản nào cần xác nhận."


def open_line(
    place: int, number: str, title: str, *, due_at: datetime | None, asked: bool, zone: ZoneInfo
) -> str:
    """One line of what is open."""
    line = in_list(place, number, title)
    if due_at is not None:
        line += f" – hạn {times.hour_day(due_at, zone)}"
    return f"{line} (đang chờ trả lời câu hỏi)" if asked else line


def open_button(place: int) -> str:
    """Opens the card of that line."""
    return f"Mở số {place}"


def recent_line(number: str, title: str, at: datetime, zone: ZoneInfo) -> str:
    """One line of what was acknowledged."""
    return f"• {named(number, title)} – {times.hour_short_day(at, zone)}"


def undo_button(number: str, title: str) -> str:
    """Begins to take it back."""
    return f"{UNDO} số {number}" if number else f"{UNDO} “{shortened(title)}”"


def confirm_undo(number: str, title: str) -> str:
    """Asked before anything is taken back."""
    return (
        f"Hoàn tác xác nhận {named_inside(number, title)}? Văn bản sẽ trở lại danh sách cần xác nhận, "
        "và có thể được nhắc lại."
    )


def which(called: str, amount: int) -> str:
    """Somebody typed that they have taken note, and several things are open."""
    return f"{called} đang có {amount} văn bản cần xác nhận. Xin mở từng văn bản rồi chọn “Đã nắm”:"


def did_you_mean(called: str, number: str, title: str) -> str:
    """Somebody typed a word that may mean anything; `called` begins with a capital."""
    return (
        f"{called} đã nắm {named_inside(number, title)} chưa? "
        "Nếu đã nắm, xin mở văn bản rồi chọn “Đã nắm”, hoặc gõ: đã nắm."
    )


_NOTHING_DONE = "Chưa hiểu tin này nên chưa ghi nhận gì, cũng chưa chuyển tới ai."


def not_understood(called: str, number: str, title: str) -> str:
    """Nothing could be made of the words, and one thing is open; `called` begins with a capital."""
    return f"{_NOTHING_DONE} {called} còn {named_inside(number, title)} cần xác nhận. Đã nắm thì gõ: đã nắm."


def not_understood_of(amount: int) -> str:
    """The same where several are, before the list of them."""
    return f"{_NOTHING_DONE} Còn {amount} văn bản cần xác nhận; xin mở văn bản muốn trả lời:"


def is_it_a_question(called: str, number: str, title: str) -> str:
    """A question about nothing in particular, and one thing is open; `called` begins with a capital."""
    return (
        f"{called} muốn hỏi về {named_inside(number, title)}? Câu hỏi chưa chuyển tới ai. "
        "Đúng vậy thì xin chọn “Hỏi lại” và gõ lại câu hỏi."
    )


def published_line(place: int, number: str, title: str, published_at: datetime, zone: ZoneInfo) -> str:
    """One line of what is in force."""
    return f"{in_list(place, number, title)} ({times.day(published_at.astimezone(zone).date())})"


SESSIONS_WAIT = "Buổi sinh hoạt chờ trả lời:"
NEVER_MIND = "Đã bỏ qua. Mọi nội dung giữ nguyên."
WHERE_TO_READ = (
    "Văn bản nội bộ: toàn văn không gửi qua tin nhắn. "
    "Xin đọc tại văn phòng hoặc trên Sổ tay đảng viên điện tử."
)


def open_session_button(title: str) -> str:
    """Opens the invitation to that session."""
    return f"Mở thư mời “{shortened(title)}”"


def invitation_waits(title: str) -> str:
    """Nothing could be made of the words, and one invitation has no answer."""
    return f"Thư mời “{shortened(title)}” đang chờ trả lời. Chưa ghi nhận gì."


def session_line(title: str, starts_at: datetime | None, zone: ZoneInfo) -> str:
    """One session that has no answer yet."""
    return f"• {title}" if starts_at is None else f"• {title} – {times.hour_day(starts_at, zone)}"
