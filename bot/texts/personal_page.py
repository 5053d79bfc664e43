"""The page behind the link in a card: what stands on it, and what it answers."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.errors import Refusal
from bot.texts import people, times
from bot.texts.acknowledging import receipt
from bot.texts.refusals import SENTENCES
from bot.texts.web_inbox import PAGE as INBOX
from storage.states import Address

PAGE = {
    "skip": INBOX["skip"],
    "heading": "Văn bản",
    "acknowledge": "Đã nắm",
    "read": "Đọc toàn văn",
    "read_with_code": "Đọc toàn văn (cần mã)",
    "ask": "Hỏi lại",
    "files": "Tệp kèm",
    "files_heading": "Tệp kèm theo văn bản",
    "file_take": "Tải tệp về máy",
    "ask_label": "Xin gõ câu hỏi vào đây",
    "ask_send": "Gửi câu hỏi",
    "asked": "Đã chuyển câu hỏi. Câu trả lời sẽ đến trong khung chat với văn phòng.",
    "go_on": "Đã nắm rồi: về văn bản để xác nhận",
    "body_heading": INBOX["body_heading"],
    "no_body": INBOX["no_body"],
    "back": "Quay lại",
    "actions_heading": INBOX["actions_heading"],
    "lost_title": INBOX["lost_title"],
    "lost": "Xin kiểm tra lại đường dẫn: có thể còn thiếu vài chữ ở cuối. Cần giúp, xin liên hệ văn phòng.",
    "ended_title": INBOX["ended_title"],
    "ended": (
        "Đường dẫn này không còn dùng được. Xin gõ “cần làm” trong khung chat với văn phòng "
        "để xem việc cần làm; cần giúp, xin hỏi bí thư chi bộ hoặc văn phòng."
    ),
    "not_done_title": INBOX["not_done_title"],
    "fault_title": INBOX["fault_title"],
    "fault": INBOX["fault"],
    "busy": "Trang nhận quá nhiều yêu cầu. Xin chờ 15 phút rồi mở lại; cần gấp, xin gọi văn phòng.",
}
"""Words of the page that depend on nothing."""

SAY_WHICH = "Nếu đã nắm, xin bấm “Đã nắm”. Muốn hỏi, xin gõ rõ câu hỏi."
_MARKED = (
    "Nội dung có dấu chỉ độ mật, nên trang không nhận và không lưu. "
    "Xin không gửi lại qua đây và báo bộ phận văn thư theo quy định."
)
_NOT_ASKED = "Văn bản này không cần xác nhận."
_TROUBLES = {
    Refusal.EMPTY: "Chưa có câu hỏi. Xin gõ câu hỏi rồi bấm “Gửi câu hỏi”.",
    Refusal.TOO_LONG: "Câu hỏi dài quá {limit} ký tự. Xin viết ngắn lại rồi gửi.",
    Refusal.SECRET: _MARKED,
    Refusal.WITHDRAWN: SENTENCES[Refusal.WITHDRAWN],
    Refusal.NOT_ASKED: _NOT_ASKED,
    Refusal.NEW_VERSION: SENTENCES[Refusal.NEW_VERSION],
    Refusal.NOT_FOUND: _NOT_ASKED,
    Refusal.NOT_TAKEN_ON: SENTENCES[Refusal.NOT_TAKEN_ON],
    Refusal.GONE_ON: "Nội dung vừa thay đổi nên chưa ghi. Xin xem lại rồi bấm lần nữa.",
    Refusal.NOT_AGREED_TO: (
        "Chưa đồng ý để theo dõi xác nhận qua tin nhắn, nên chưa ghi. "
        "Xin báo trực tiếp bí thư chi bộ, hoặc gõ “toi” trong khung chat để đồng ý."
    ),
}


TYPED_AGAIN = frozenset({Refusal.EMPTY, Refusal.TOO_LONG, Refusal.GONE_ON})
"""After these the words stand there again, to be put right."""


def trouble(reason: Refusal, details: dict[str, str]) -> str:
    """Why a press on this page did nothing, and what to do; empty: the page has nothing to say of it."""
    return _TROUBLES.get(reason, "").format(**details)


def taken_note(number: str, title: str, at: datetime, zone: ZoneInfo) -> str:
    """Đã ghi nhận: 12-KH/ĐU, 08:14 ngày 23/11."""
    return receipt(number, title, at, zone)


def asked(*, goes_at: datetime | None, zone: ZoneInfo) -> str:
    """After a question was sent.

    Args:
        goes_at: when it is passed on, if the sending hours hold it.
        zone: the office's.
    """
    if goes_at is None:
        return PAGE["asked"]
    return f"{PAGE['asked']} Ngoài giờ gửi tin: câu hỏi được chuyển lúc {times.hour_day(goes_at, zone)}."


def confirms(address_form: Address, given_name: str) -> str:
    """Above the button, so that whoever opens a forwarded link sees whose it is."""
    return f"{people.call_capital(address_form, given_name)} xác nhận:"


def own(address_form: Address, given_name: str) -> str:
    """Under everything: for whom the page is."""
    called = people.call(address_form, given_name)
    return f"Trang này dành riêng cho {called}. Xin không chuyển đường dẫn cho người khác."


def numbered(number: str) -> str:
    """Số 12-KH/ĐU; empty where there is none."""
    return f"Số {number}" if number else ""


def named(number: str, title: str) -> str:
    """What the browser calls the page."""
    return number or title
