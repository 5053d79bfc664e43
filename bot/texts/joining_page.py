"""The page of an invitation."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times

PAGE = {
    "title": "Kết nối để nhận tin",
    "skip": "Tới nội dung chính",
    "intro": "Trang này dành riêng cho người được mời. Xin chọn ứng dụng đang dùng.",
    "telegram": "Mở bằng Telegram",
    "digits": "Lấy mã 6 số cho Zalo",
    "digits_again": "Lấy mã khác",
    "digits_title": "Mã 6 số",
    "open_chat": "Mở chat Zalo của văn phòng",
    "then": "Gõ 6 số này vào ô chat và gửi đi. Văn phòng sẽ hỏi xác nhận trước khi kết nối.",
    "own": "Xin không chuyển trang này cho người khác: ai mở cũng kết nối được với tên của người được mời.",
    "help": "Cần giúp, xin gọi bí thư chi bộ hoặc văn phòng.",
    "ended_title": "Lời mời không còn dùng được",
    "ended": (
        "Mã mời đã được dùng, đã hết hạn hoặc đã được thay bằng mã khác. "
        "Xin hỏi bí thư chi bộ hoặc văn phòng để lấy mã mới."
    ),
    "lost_title": "Không có trang này",
    "lost": "Đường liên kết chưa đủ hoặc không đúng. Xin mở lại từ tin đã nhận, hoặc hỏi văn phòng.",
    "not_done_title": "Chưa thực hiện được",
    "fault_title": "Có lỗi ở máy của văn phòng",
    "fault": "Xin thử lại sau ít phút. Nếu vẫn không được, xin báo văn phòng.",
    "busy": "Có quá nhiều lượt thử từ mạng này. Xin chờ một lúc rồi thử lại.",
}


def until(expires_at: datetime, zone: ZoneInfo) -> str:
    """How long the six digits are good."""
    return f"Gõ trước {times.hour(expires_at, zone)}. Dùng được một lần."


def search_for(called: str) -> str:
    """How the bot is found by its name."""
    return f"Trên Zalo, tìm “{called}” và mở chat."
