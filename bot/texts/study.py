"""Study sessions: the invitation, its answers, its reminder, its changes, and how one is planned."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import shortened
from bot.texts.people import call, call_capital
from storage.states import Address, Answer, UnitKind

HELP_AGENDA = "Lịch sinh hoạt"
HELP_PLANNING = "Tạo buổi sinh hoạt"

ANSWERS = {
    Answer.YES: "Dự",
    Answer.NO: "Xin vắng",
    Answer.MAYBE: "Chưa chắc",
    Answer.NONE: "Chưa trả lời",
}
BUTTONS = {Answer.YES: "✅ Dự", Answer.NO: "🙏 Xin vắng", Answer.MAYBE: "Chưa chắc"}

# The card
MAY_CHANGE = "Có thể đổi câu trả lời cho đến khi buổi sinh hoạt bắt đầu."
ASKED_AGAIN = "Lịch đã đổi sau câu trả lời trước. Xin trả lời lại."
PLEASE_ANSWER = "Xin chọn một câu trả lời bên dưới."
HAS_BEGUN = (
    "Buổi sinh hoạt đã bắt đầu nên không ghi thêm câu trả lời. "
    "Cần báo vắng, xin liên hệ trực tiếp người chủ trì."
)
IS_CANCELLED = "Buổi sinh hoạt này đã hủy, không cần trả lời."
TOAST_CHANGED = "Lịch đã đổi. Xin xem thời gian, địa điểm mới rồi trả lời lại."
ASK_REASON = "Xin gửi lý do xin vắng trong một tin nhắn, hoặc chọn “Bỏ qua”."
SKIP_REASON = "Bỏ qua"
REASON_TAKEN = "Đã ghi lý do xin vắng. Cảm ơn {called}."

# The agenda
AGENDA = "LỊCH SINH HOẠT"
AGENDA_EMPTY = "Chưa có buổi sinh hoạt nào sắp tới."
AGENDA_PLANNED = "Đang soạn, chưa gửi thư mời:"
UNTITLED = "Buổi chưa đặt tên"
WITHOUT_ADDRESS = "(cần báo trực tiếp)"

# Those who lead
BUTTON_NAMES = "👥 Xem tên"
BUTTON_MOVE = "Đổi lịch"
BUTTON_CANCEL = "Hủy buổi"
ASK_MOVE = (
    "Xin gửi ngày giờ mới, ví dụ: 19:30-21:00 04/12/2026. "
    "Mọi người được mời sẽ nhận tin đổi lịch và được hỏi lại."
)
BUTTON_MOVE_PLACE = "Đổi địa điểm"
ASK_MOVE_PLACE = "Xin gửi địa điểm mới. Mọi người được mời sẽ nhận tin đổi lịch và được hỏi lại."
SAME_AS_BEFORE = "Thời gian, địa điểm vẫn như cũ nên không gửi tin đổi lịch."
NEVER_MIND = "Thôi"
ASK_CANCEL = "Hủy buổi sinh hoạt này? Mọi người được mời sẽ nhận tin hủy."
CANCEL_CONFIRMED = "Hủy buổi sinh hoạt"
ASK_DISCARD = "Bỏ buổi đang soạn này? Chưa có ai nhận thư mời."
DISCARD_CONFIRMED = "Bỏ buổi này"

# Planning
RESUMED = "Còn một buổi đang soạn dở, xin làm tiếp."
ASK_TITLE = "Tên buổi sinh hoạt là gì? Xin gửi tên, hoặc chọn tên gợi ý."
ASK_WHEN = "Họp khi nào? Xin gửi như: 19:30-21:00 03/12/2026. Không ghi giờ kết thúc thì tính 90 phút."
WHEN_AGAIN = (
    "Chưa đọc được ngày giờ. Xin ghi đủ giờ, ngày, tháng, ví dụ: 19:30-21:00 03/12/2026. "
    "Nếu ghi thứ, thứ phải khớp với ngày."
)
ASK_WHERE = "Họp ở đâu? Xin gửi địa điểm."
ASK_CHAIR = "Ai chủ trì? Xin chọn."
PREVIEW = "XEM TRƯỚC THƯ MỜI · chưa gửi"
# Hướng dẫn 42-HD/BTCTW (28/10/2025): at least 90 minutes (facts/documents-and-law.md section 3).
TOO_SHORT = "Lưu ý: dưới 90 phút. Hướng dẫn 42-HD/BTCTW yêu cầu sinh hoạt chi bộ tối thiểu 90 phút."
BUTTON_SEND = "✉️ Gửi thư mời"
BUTTON_EDIT_TITLE = "Sửa tên"
BUTTON_EDIT_WHEN = "Sửa giờ"
BUTTON_EDIT_WHERE = "Sửa nơi"
BUTTON_EDIT_CHAIR = "Sửa chủ trì"
BUTTON_DISCARD = "Bỏ buổi này"


def offered_title(kind: UnitKind, word: str, month: int) -> str:
    """Sinh hoạt chi bộ tháng 12; `word` is how the office calls this kind of unit."""
    whose = word[:1].lower() + word[1:] if kind in {UnitKind.BRANCH, UnitKind.GROUP} else "chung"
    return f"Sinh hoạt {whose} tháng {month}"


def for_unit(unit_name: str) -> str:
    """Whom a session is for."""
    return f"Mời toàn thể {unit_name}"


def invitation_head(title: str) -> str:
    """The first line of an invitation."""
    return f"THƯ MỜI · {title}"


def invites(address_form: Address, given_name: str) -> str:
    """Kính mời đồng chí Bình dự."""
    return f"Kính mời {call(address_form, given_name)} dự"


def when(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    """The line with day and hours."""
    return f"🕢 {times.span_day(starts_at, ends_at, zone)}"


def where(place: str) -> str:
    """The line with the place."""
    return f"📍 {place}"


def chair(address_form: Address, given_name: str, position: str) -> str:
    """Chủ trì: đ/c Hòa, Bí thư Chi bộ 3."""
    called = f"đ/c {given_name}" if address_form is Address.COMRADE else call(address_form, given_name)
    return f"Chủ trì: {called}, {position}" if position else f"Chủ trì: {called}"


def answer_by(moment: datetime, zone: ZoneInfo) -> str:
    """Trả lời trước 17:00 thứ Hai, 30/11."""
    return f"Trả lời trước {times.hour(moment, zone)} {times.short_weekday_day(moment, zone)}"


def answered(address_form: Address, given_name: str, answer: Answer, at: datetime, zone: ZoneInfo) -> str:
    """What the member answered, and when."""
    mark = "✅ " if answer is Answer.YES else ""
    called = call_capital(address_form, given_name)
    return f"{mark}{called} đã trả lời lúc {times.hour_short_day(at, zone)}: {ANSWERS[answer]}"


def reason(because: str) -> str:
    """The line with the reason for staying away."""
    return f"Lý do: {because}"


def answer_taken(answer: Answer, title: str, at: datetime, zone: ZoneInfo) -> str:
    """Đã ghi nhận: Dự “Sinh hoạt chi bộ tháng 12”, 08:14 ngày 23/11."""
    return f"Đã ghi nhận: {ANSWERS[answer]} – “{shortened(title)}”, {times.hour_on_day(at, zone)}."


def reminder_head(title: str) -> str:
    """The first line of the reminder."""
    return f"NHẮC LỊCH · {title}"


def reminds(address_form: Address, given_name: str, answer: Answer, *, is_today: bool) -> str:
    """What the reminder says to somebody who gave this answer."""
    called = call_capital(address_form, given_name)
    day = "hôm nay" if is_today else "ngày mai"
    if answer is Answer.YES:
        return f"{called} đã nhận lời dự buổi sinh hoạt {day}."
    if answer is Answer.MAYBE:
        return f"{called} còn chưa chắc về buổi sinh hoạt {day}. Nếu đã rõ, xin chọn Dự hoặc Xin vắng."
    return f"{called} chưa trả lời thư mời sinh hoạt {day}. {PLEASE_ANSWER}"


def change_head(title: str) -> str:
    """The first line of a change."""
    return f"ĐỔI LỊCH · {title}"


def changed(address_form: Address, given_name: str, *, new_time: bool) -> str:
    """What has changed."""
    what = "thời gian" if new_time else "địa điểm"
    return f"Kính báo {call(address_form, given_name)}: buổi sinh hoạt đã đổi {what}."


def old_time(starts_at: datetime, zone: ZoneInfo) -> str:
    """Lịch cũ: 19:30 thứ Năm, 03/12/2026."""
    return f"Lịch cũ: {times.hour_day(starts_at, zone)}"


def new_time(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    """The line with the new day and hours."""
    return f"🕢 Lịch mới: {times.span_day(starts_at, ends_at, zone)}"


def cancel_head(title: str) -> str:
    """The first line of the word that a session is off."""
    return f"HỦY BUỔI SINH HOẠT · {title}"


def cancelled(address_form: Address, given_name: str, starts_at: datetime, zone: ZoneInfo) -> str:
    """That the session is off."""
    called = call(address_form, given_name)
    return f"Kính báo {called}: buổi sinh hoạt lúc {times.hour_day(starts_at, zone)} không tổ chức nữa."


def own_answer(address_form: Address, given_name: str, answer: Answer) -> str:
    """The member's answer, in a list."""
    return f"{call_capital(address_form, given_name)}: {ANSWERS[answer].lower()}"


def tally(amounts: dict[Answer, int]) -> str:
    """Mời 14 người: Dự 8 · Xin vắng 1 · Chưa trả lời 5."""
    parts = [f"Dự {amounts[Answer.YES]}", f"Xin vắng {amounts[Answer.NO]}"]
    if amounts[Answer.MAYBE]:
        parts.append(f"Chưa chắc {amounts[Answer.MAYBE]}")
    parts.append(f"Chưa trả lời {amounts[Answer.NONE]}")
    return f"Mời {sum(amounts.values())} người: {' · '.join(parts)}"


def answers_head(title: str) -> str:
    """The first line of the list of answers."""
    return f"TRẢ LỜI THƯ MỜI · {title}"


def group(answer: Answer, amount: int) -> str:
    """Dự (8)."""
    return f"{ANSWERS[answer]} ({amount})"


def name(number: int, full_name: str, because: str, *, is_reached: bool) -> str:
    """One line of the list of answers."""
    line = f"{number}. {full_name}"
    if because:
        line += f" – {because}"
    return line if is_reached else f"{line} {WITHOUT_ADDRESS}"


def open_button(number: int) -> str:
    """Mở số 1."""
    return f"Mở số {number}"


def listed(number: int, title: str) -> str:
    """One title of the agenda."""
    return f"{number}. {title or UNTITLED}"


def invited(title: str, amount: int, without_address: int, *, exempt: int) -> str:
    """That the invitations are on their way."""
    line = f"Đã gửi thư mời “{shortened(title)}” tới {amount} người."
    if without_address:
        line += f" {without_address} người chưa có nơi nhận tin, cần báo trực tiếp: gõ /lich để xem tên."
    if exempt:
        line += f" {exempt} người được miễn sinh hoạt: không gửi thư mời, không tính."
    return line


def told_change(amount: int) -> str:
    """That everybody is being told of the change."""
    return f"Đã đổi lịch. Tin đổi lịch gửi tới {amount} người; câu trả lời cũ không tính nữa."


def told_cancel(title: str, amount: int) -> str:
    """That everybody is being told that it is off."""
    return f"Đã hủy buổi “{shortened(title)}”. Tin hủy gửi tới {amount} người."


def discarded(title: str) -> str:
    """That a session nobody was invited to is given up."""
    return f"Đã bỏ buổi đang soạn “{shortened(title)}”." if title else "Đã bỏ buổi đang soạn."


def chosen_chair(full_name: str, position: str) -> str:
    """One person who may take the chair, on a button."""
    return f"{full_name} ({position})" if position else full_name


def held_until(moment: datetime, zone: ZoneInfo) -> str:
    """When what was just ordered goes out, outside the sending hours."""
    return f"Ngoài giờ gửi tin: tin đi lúc {times.hour_day(moment, zone)}."
