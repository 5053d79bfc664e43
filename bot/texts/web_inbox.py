"""The member's own page on the web: handing it over, coming in, and what its parts are called."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import people, times
from bot.texts.self_service import PLATFORMS
from storage.states import Address, Platform

# What a secretary reads in the chat

BUTTON = "🌐 Hộp thư web"
END_BUTTON = "Thu hồi, thoát mọi máy"
OWN_BUTTON = "🌐 Mở hộp thư web"
OWN_END_BUTTON = "Thoát hộp thư web trên mọi máy"
HELP_OWN = "Hộp thư web của tôi"
MADE = "Đã tạo đường dẫn và mã"
CHOOSE = "Hộp thư web của ai?"
MORE_PEOPLE = "Còn người khác nữa: xin gõ đủ họ tên."
NOBODY_FOUND = "Không có tên này trong danh sách được mời. Xin kiểm tra lại tên, hoặc hỏi quản trị."
OPEN_LINK = "Mở hộp thư"
CONNECTED_BUTTON = "Cấp đường dẫn"
NEVER_MIND = "Thôi"


def already_connected(address_form: Address, full_name: str) -> str:
    """Before somebody who is connected gets another link."""
    called = people.call_capital(address_form, full_name)
    return f"{called} đã kết nối. Cấp đường dẫn mới thì đường dẫn và mã cũ (nếu có) hết hiệu lực."


def made_title(full_name: str) -> str:
    """The heading over a new link."""
    return f"HỘP THƯ WEB · {full_name}"


def made_lines(
    *,
    address_form: Address,
    full_name: str,
    url: str,
    code: str,
    link_ends_at: datetime,
    code_ends_at: datetime,
    zone: ZoneInfo,
) -> tuple[str, ...]:
    """Link and code, and how to hand them over."""
    return (
        f"Đường dẫn: {url}",
        f"Mã: {code}",
        f"Mã dùng một lần, đến {times.hour_day(code_ends_at, zone)}.",
        f"Đường dẫn dùng đến {times.hour_day(link_ends_at, zone)}.",
        f"Xin trao tận tay {people.call(address_form, full_name)}. Cách mở: vào đường dẫn hoặc quét hình.",
        "Sau đó gõ mã.",
        "Không gửi vào nhóm chung. Đường dẫn và mã trước của người này đã hết hiệu lực.",
    )


def whom(full_name: str, unit_name: str) -> str:
    """The button of one of several of the same name."""
    return f"{full_name} – {unit_name}"


def picture_line(full_name: str) -> str:
    """Beside the QR code."""
    return f"Hình quét để mở hộp thư web của {full_name}. Quét xong vẫn cần gõ mã."


PICTURE_NAME = "hop-thu-web.png"


def ended(amount: int) -> str:
    """After ending everything."""
    machines = f"; đã thoát {amount} máy" if amount else ""
    return f"Đường dẫn và mã của hộp thư web đã thu hồi{machines}."


def own_lines(*, ends_at: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """The way to one's own page."""
    return (
        "Hộp thư web mở được trên máy tính hoặc điện thoại khác, chữ to.",
        "Mở đường dẫn, bấm “Gửi mã”, rồi gõ mã được gửi vào khung chat này.",
        f"Đường dẫn dùng đến {times.hour_day(ends_at, zone)}. Xin không chuyển cho người khác.",
    )


OWN_TITLE = "HỘP THƯ WEB CỦA TÔI"


def code_message(*, code: str, until: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """The code in the member's own chat."""
    return (
        f"MÃ MỞ HỘP THƯ WEB: {code}",
        f"Dùng một lần, đến {times.hour_day(until, zone)}. Xin không đọc mã cho bất kỳ ai.",
        "Nếu không tự mình bấm “Gửi mã”, xin bỏ qua tin này và báo văn phòng.",
    )


# What stands on the page

PAGE = {
    "skip": "Tới nội dung chính",
    "inbox": "Hộp thư",
    "menu": "Danh mục",
    "open_heading": "Cần xác nhận",
    "nothing_open": "Không có văn bản nào chờ xác nhận.",
    "answer_heading": "Trả lời",
    "said_heading": "Tin đã nhận",
    "nothing_said": "Chưa có tin nào.",
    "older": "Xem tin cũ hơn",
    "menu_heading": "Danh mục việc",
    "write_heading": "Viết tin",
    "write": "Gõ câu hỏi hoặc câu trả lời",
    "write_awaited": "Xin gõ vào đây",
    "send": "Gửi",
    "sending": "Đang gửi…",
    "mine": "Tôi viết",
    "office_says": "Văn phòng",
    "leave": "Thoát",
    "leave_hint": "Dùng máy chung, đọc xong xin bấm Thoát.",
    "back": "Về hộp thư",
    "news": "Có tin mới.",
    "news_link": "Xem tin mới",
    "file": "Tải tệp",
    "new_page": "mở trang khác",
    "body_heading": "Toàn văn",
    "no_body": "Văn bản này chưa có toàn văn ở đây. Xin đọc tại văn phòng.",
    "actions_heading": "Việc cần làm với văn bản này",
    "door_title": "Hộp thư web",
    "document_door_title": "Văn bản nội bộ",
    "door_intro": "Trang này dành riêng cho người được văn phòng trao đường dẫn.",
    "document_door_intro": "Toàn văn chỉ mở cho người nhận văn bản này.",
    "code_label": "Mã 6 chữ số",
    "code_hint": "Mã được trao kèm đường dẫn, hoặc được gửi vào ứng dụng chat.",
    "open": "Mở hộp thư",
    "no_code": "Chưa có mã, xin hỏi bí thư chi bộ hoặc văn phòng.",
    "consent_title": "Mở hộp thư lần đầu",
    "consent_choose": "Xin chọn những mục đồng ý",
    "consent_all": "Đồng ý cả 4 mục",
    "consent_some": "Đồng ý các mục đã chọn ở trên",
    "consent_none": "Không đồng ý, nhận bản giấy",
    "consent_needs_notices": (
        "Hộp thư chỉ mở được khi đồng ý mục 1. Xin chọn mục 1, hoặc bấm “Không đồng ý, nhận bản giấy”."
    ),
    "wrong_person": "Nếu không đúng người, xin không bấm nút nào và báo văn phòng.",
    "agree_first": "Nếu đúng, xin đọc và chọn:",
    "on_paper_title": "Đã ghi nhận",
    "on_paper": (
        "Văn bản sẽ được chuyển bằng bản giấy. Khi đổi ý, xin báo văn phòng để nhận đường dẫn và mã mới."
    ),
    "left_title": "Đã thoát",
    "left": "Hộp thư đã đóng trên máy này. Để mở lại, xin dùng đường dẫn và mã mới.",
    "no_session_title": "Hộp thư chưa mở trên máy này",
    "no_session": (
        "Xin mở bằng đường dẫn riêng mà văn phòng đã trao. "
        "Chưa có đường dẫn, xin hỏi bí thư chi bộ hoặc văn phòng."
    ),
    "lost_title": "Không có trang này",
    "lost": "Xin kiểm tra lại đường dẫn: có thể còn thiếu vài chữ ở cuối. Cần giúp, xin liên hệ văn phòng.",
    "ended_title": "Đường dẫn hết hiệu lực",
    "file_door_title": "Tệp của văn phòng",
    "file_door_intro": "Tệp chỉ mở cho người được văn phòng gửi tệp này.",
    "file_title": "Tệp của văn phòng",
    "file_ready": "Tệp sẵn sàng để tải về:",
    "file_take": "Tải tệp về máy",
    "file_hint": "Dùng máy chung, tải xong xin xóa tệp và bấm Thoát trong hộp thư.",
    "file_gone_title": "Tệp không còn",
    "not_done_title": "Chưa làm được",
    "fault_title": "Trang gặp lỗi",
    "fault": "Xin thử lại sau ít phút. Nếu vẫn vậy, xin báo văn phòng.",
    "too_large": "Nội dung dài quá. Xin viết ngắn lại rồi gửi.",
    "dawdled": "Nội dung chưa gửi tới đủ, nên chưa ghi gì. Xin mở lại trang rồi gửi lại.",
    "strange": "Trang đã cũ hoặc yêu cầu không đến từ trang này, nên chưa ghi gì. Xin mở lại trang.",
    "empty": "Chưa có nội dung. Xin gõ rồi bấm Gửi.",
    "slow": "Việc vừa làm đã được nhận nhưng chưa xong. Xin chờ một phút rồi mở lại trang, đừng bấm lại.",
}
"""Words of the page that depend on nothing."""


def greeting(called: str, *, waiting: int) -> str:
    """The heading of the page."""
    if not waiting:
        return f"Kính chào {called}"
    return f"{called[0].upper()}{called[1:]} có {waiting} văn bản cần xác nhận"


def whose(*, address_form: Address, full_name: str, unit_name: str) -> str:
    """Whose page it is, before anything is asked."""
    return f"Hộp thư này dành cho: {people.call(address_form, full_name)}, {unit_name}."


def send_code(platform: Platform) -> str:
    """The button that sends a code."""
    return f"Gửi mã vào {_chat(platform)}"


def code_sent(platform: Platform) -> str:
    """After it was pressed."""
    return f"Đã gửi mã vào {_chat(platform)}. Mã dùng được trong 15 phút."


def said_at(at: datetime, zone: ZoneInfo) -> str:
    """When a message was said: 08:14 thứ Hai, 23/11/2026."""
    return times.hour_day(at, zone)


def commands(named: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    """The menu: each command with its help line."""
    return [{"name": name, "help": line} for name, line in named]


def _chat(platform: Platform) -> str:
    return "ứng dụng chat" if platform is Platform.WEB else PLATFORMS[platform]
