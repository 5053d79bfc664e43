"""The words of the sandbox's page."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.roles import KINDS, ROLES
from storage.states import MemberKind, Role

# A position such as "Bí thư Chi bộ 1" names the leader's role; these are given to people of any position.
_NOT_IN_A_POSITION = frozenset({Role.CLERK, Role.APPROVER, Role.ADMIN, Role.AUDITOR})
NO_PHONE = "không có điện thoại – nghe đọc trực tiếp"
ON_PAPER = "nhận văn bản giấy"

SAMPLES = {
    "hoi-nghi-so-ket": "Hội nghị",
    "ke-hoach-sinh-hoat": "Kế hoạch",
}

STEPS = {
    "drafting": "Soạn",
    "approving": "Duyệt",
    "receiving": "Nhận",
    "acknowledging": "Xác nhận",
    "progress": "Tiến độ",
}

TURNS = {
    "hour": "Thêm một giờ",
    "opening": "Tới giờ gửi tin",
    "tomorrow": "Sang sáng mai",
    "working_day": "Tới ngày làm việc",
}

PAGE = {
    "title": "Loa – bản dùng thử",
    "brand": "Loa",
    "subtitle": "Bản dùng thử · tổ chức và người đều là hư cấu",
    "skip": "Tới khung chat",
    "steps": "Năm bước",
    "steps_hint": "Bắt đầu ở bước tô màu: bấm nút ở đó để đóng vai, rồi làm trong khung chat.",
    "step_now": "đang ở bước này",
    "controls": "Đồng hồ, hiển thị",
    "act_as": "Đóng vai",
    "new_messages": "Có tin mới:",
    "new_one": "tin mới",
    "no_new_messages": "Chưa ai có tin mới.",
    "shown_as": "Hiện chat này như",
    "large_type": "Chữ to",
    "clock": "Đồng hồ văn phòng",
    "clock_hint": "Chỉ đi tới, không lùi.",
    "pick_moment": "Chọn ngày giờ khác",
    "day": "Ngày",
    "hour": "Giờ",
    "turn": "Chuyển",
    "start_over": "Làm lại từ đầu",
    "start_over_sure": "Đưa tổ chức mẫu về như lúc mới mở?",
    "start_over_tells": "Mọi tin, văn bản và câu trả lời đã tạo ở đây sẽ mất.",
    "start_over_yes": "Làm lại từ đầu",
    "cancel": "Thôi, giữ nguyên",
    "start_over_done": "Đã đưa về như lúc đầu.",
    "chat_of": "Chat của",
    "log": "Các tin nhắn",
    "empty_chat": "Chưa có tin nào. Chạm “Lệnh” để xem làm được gì.",
    "menu": "Lệnh",
    "menu_of": "Lệnh của người này",
    "attach": "Gửi tệp",
    "write": "Nhập tin nhắn",
    "send": "Gửi",
    "use_sample": "Dùng văn bản mẫu",
    "edited": "đã cập nhật",
    "protected": "Không chuyển tiếp",
    "to_newest": "Xem tin mới nhất",
    "sample_ready": "Văn bản mẫu đã ở trong ô nhập. Bấm “Gửi” để gửi.",
    "offline": "Mất liên lạc với Loa trên máy này. Trang sẽ tự thử lại.",
    "too_large": "Nội dung hoặc tệp lớn quá. Tệp tối đa 20 MB; xin gửi tệp nhỏ hơn.",
    "telegram": "Telegram",
    "zalo": "Zalo",
    "noscript": "Trang này cần JavaScript. Xin bật JavaScript cho 127.0.0.1 rồi tải lại.",
}
"""What the template and the script show; the script gets it as it stands."""

SOMEBODY = "một người"
REFUSED_HERE = "Yêu cầu này không đến từ trang dùng thử, nên không được làm. Xin tải lại trang."
STRANGE_REQUEST = "Trang gửi một yêu cầu không đọc được. Xin tải lại trang rồi thử lại."
NOT_A_SANDBOX = "Đây không phải tổ chức mẫu, nên không có đóng vai, chỉnh giờ hay làm lại từ đầu."
TOO_LARGE = PAGE["too_large"]
FAULT = "Loa gặp lỗi khi làm việc này. Xin thử lại; nếu vẫn vậy, xem nhật ký ở cửa sổ chạy lệnh."
SLOW = "Đã nhận, nhưng xử lý chưa xong. Tin trả lời sẽ tự hiện ở đây."
NOTHING_THERE = "Không có trang này."
NOT_KEPT = "(Nội dung này không được nhận và không được lưu.)"


def role_words(position: str, *, roles: Sequence[Role], kind: MemberKind) -> str:
    """What stands behind a name in the choice of people: the position, and what it does not say by itself."""
    shown = [role for role in dict.fromkeys(roles) if not position or role in _NOT_IN_A_POSITION]
    words = [position] if position else []
    words.extend(ROLES[role] for role in shown if not ROLES[role].startswith(position or "-"))
    return ", ".join(words) or KINDS[kind]


def file_sent(name: str) -> str:
    """What a member sent, where it was a file."""
    return f"📎 {name}"


def act_as(form_and_name: str) -> str:
    """The button of a step."""
    return f"Đóng vai {form_and_name}"


def clock_now(now: datetime, zone: ZoneInfo) -> str:
    """08:00 thứ Hai, 23/11/2026."""
    return times.hour_day(now, zone)


def turn_to(moment: datetime, zone: ZoneInfo) -> str:
    """Where a button of the clock leads: 08:00 thứ Ba, 24/11."""
    local = moment.astimezone(zone)
    return f"{times.hour(moment, zone)} {times.short_weekday_day(local, zone)}"


def held(amount: int, until: datetime, zone: ZoneInfo) -> str:
    """The note under the clock while sending hours hold messages."""
    return f"{amount} tin đang chờ tới giờ gửi: {turn_to(until, zone)}."


def drafting(who: str, *, title: str) -> str:
    """Step 1."""
    if title:
        return f"{_capital(who)} đang soạn “{_short(title)}”: chọn nơi nhận, hạn, rồi trình duyệt."
    return f"{_capital(who)} gửi một văn bản vào chat, rồi trình duyệt."


def approving(who: str, *, title: str, publish_at: str, waits: bool) -> str:
    """Step 2."""
    if publish_at:
        return f"Đã duyệt “{_short(title)}”; sẽ phát hành lúc {publish_at}."
    if waits:
        return f"“{_short(title)}” đang chờ {who} duyệt."
    return f"{_capital(who)} duyệt văn bản được trình: ngay, hoặc vào giờ đã chọn."


def receiving(who: str, *, title: str, gone: int, cards: int) -> str:
    """Step 3."""
    if not cards:
        return f"{_capital(who)} nhận văn bản trong chat của mình."
    if gone < cards:
        return f"“{_short(title)}”: đã gửi {gone}/{cards}, còn {cards - gone} tin đang chờ."
    return f"“{_short(title)}” đã tới {cards} người. {_capital(who)} mở xem."


def acknowledging(who: str, *, outstanding: int, counted: int) -> str:
    """Step 4."""
    if not counted:
        return f"{_capital(who)} bấm “Đã nắm”, hoặc hỏi lại."
    if outstanding:
        return f"Còn {outstanding} người chưa trả lời. {_capital(who)} bấm “Đã nắm”, hoặc hỏi lại."
    return "Ai nhận được tin cũng đã trả lời."


def progress(who: str, *, answered: int, counted: int, asking: int) -> str:
    """Step 5."""
    if not counted:
        return f"{_capital(who)} xem ai đã nắm, nhắc người chưa, tạo buổi sinh hoạt."
    known = f"Đã xác nhận {answered}/{counted}."
    if asking:
        return f"{known} {_capital(who)} trả lời {asking} câu hỏi đang chờ."
    if answered < counted:
        return f"{known} {_capital(who)} xem tên, nhắc người chưa trả lời."
    return f"{known} {_capital(who)} xem bảng tiến độ."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _short(title: str) -> str:
    return title if len(title) <= 48 else f"{title[:47].rstrip()}…"
