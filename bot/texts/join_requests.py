"""Asking to be connected without a code, and deciding on it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times

ASK_BUTTON = "Xin kết nối"
CONTACT_BUTTON = "📱 Gửi số điện thoại của tôi"
CONTACT_HINT = (
    "Nếu văn phòng đã có số điện thoại của anh/chị, cũng có thể bấm nút dưới khung chat "
    "để gửi số của chính mình."
)
NO_CONTACT_NEEDED = "Tài khoản này đã kết nối, không cần gửi số điện thoại. Gõ /canlam để xem việc đang chờ."

ASK_NAME = (
    "Xin cho biết họ và tên đầy đủ (có dấu).",
    "Chỉ người phụ trách đơn vị hoặc văn phòng đọc; sẽ xóa sau khi trả lời, chậm nhất là 7 ngày.",
)
ASK_UNIT = "Anh/chị sinh hoạt ở đơn vị nào? Ví dụ: Chi bộ 1."
NEVER_MIND = "Thôi"
LET_BE = "Đã thôi, chưa gửi gì. Khi cần, xin gõ mã mời vào đây hoặc liên hệ văn phòng."
TEXT_EXPECTED = "Xin gõ bằng chữ."
PASSED_ON = (
    "Đã chuyển yêu cầu tới người phụ trách. Khi có trả lời, tin sẽ đến đây.",
    "Cần gấp, xin liên hệ văn phòng.",
)
KEPT = "Đã ghi yêu cầu. Hiện chưa báo được cho người phụ trách, xin liên hệ thêm với văn phòng."

TITLE = "XIN KẾT NỐI · chờ trả lời"
CHOOSE = (
    "Xin kiểm tra đúng người, cần thì gọi điện. Sau đó chọn tên trong danh sách chưa kết nối; "
    "tài khoản ấy sẽ được hỏi đồng ý."
)
NOBODY_FITS = (
    "Không thấy ai chưa kết nối có tên gần giống. Nếu đúng là người của đơn vị, gõ /moi và tên để cấp mã."
)
REFUSE_BUTTON = "Không đúng người"

APPROVED = "Yêu cầu kết nối đã được chấp nhận. Xin chọn “Xem lời mời” để đọc và trả lời."
SEE_BUTTON = "Xem lời mời"
REFUSED = (
    "Đơn vị chưa tìm thấy tên này trong danh sách nên chưa kết nối được. "
    "Nếu có nhầm lẫn, xin liên hệ trực tiếp bí thư chi bộ hoặc văn phòng."
)
LAPSED = (
    "Yêu cầu kết nối đã quá 7 ngày chưa có trả lời nên hết hạn. "
    "Xin liên hệ văn phòng, hoặc chọn “Xin kết nối” để gửi lại."
)
REFUSED_DONE = "Đã trả lời: không có tên trong danh sách của đơn vị. Nội dung yêu cầu đã được xóa."


def request_lines(
    *,
    said_name: str,
    said_unit: str,
    account: str,
    unit_name: str,
    made_at: datetime,
    zone: ZoneInfo,
) -> tuple[str, ...]:
    """What the stranger wrote; it is quoted, nobody has checked it."""
    unit = f"Đơn vị tự ghi: “{said_unit}”" + (f" (hiểu là {unit_name})" if unit_name else "")
    return (
        "Một tài khoản chưa kết nối xin nhận tin. Những điều sau do người đó tự ghi:",
        f"Họ tên: “{said_name}”",
        unit,
        f"Tên tài khoản chat: “{account}”",
        f"Gửi lúc {times.hour_day(made_at, zone)}, hết hạn sau 7 ngày.",
    )


def choose_button(full_name: str, unit_name: str) -> str:
    """The button of one who may be meant."""
    return f"Đúng: {full_name} – {unit_name}"


def approved_done(full_name: str) -> str:
    """To who decided."""
    return (
        f"Đã chấp nhận. Lời mời của {full_name} đã gửi tới tài khoản đó; "
        "kết nối hoàn tất khi người ấy đồng ý (trong 7 ngày)."
    )
