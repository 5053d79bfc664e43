"""The questions by which the clerk corrects a draft, and what comes back."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import ended, shortened

EMPTY_IT = "Gõ “không” nếu văn bản không có mục này."
ASK = {
    "title": "Xin gõ trích yếu của văn bản, hoặc tên hội nghị.",
    "number": "Xin gõ số văn bản, ví dụ 12-KH/ĐU.",
    "type_name": "Xin gõ tên loại văn bản, ví dụ Kế hoạch.",
    "issuer": "Xin gõ tên cơ quan ban hành.",
    "issued_on": "Xin gõ ngày ban hành, ví dụ 20/11/2026.",
    "event_on": "Xin gõ ngày diễn ra, ví dụ 03/12/2026.",
    "chair": "Xin gõ họ tên người chủ trì.",
    "signatory": "Muốn ghi hoặc đổi người ký, xin gõ họ tên.",
    "circulation": "Xin gõ dấu ghi trên văn bản, ví dụ “Lưu hành nội bộ” hoặc “Tài liệu thu hồi”.",
    "to_do": "Xin gõ những việc từng đồng chí cần làm, mỗi việc một dòng.",
}
NOTHING = ("không", "không có", "khong", "khong co", "-", "trống")
ASK_POINTS = "Chọn “Bỏ câu” hoặc “Lấy lại câu” bên dưới. Muốn thêm, xin dán nguyên văn một câu trong văn bản."
NO_POINTS = "Chưa có câu nào. Xin dán nguyên văn một câu trong văn bản."
POINTS_TITLE = "Ý CHÍNH · chỉ trích nguyên văn"
NOT_QUOTED = "Câu này không có nguyên văn trong văn bản. Xin chép đúng một câu từ toàn văn."
NOT_A_DAY = "Chưa đọc được ngày. Xin ghi ngày trước, tháng sau, ví dụ 20/11/2026."
TITLE_NEEDED = "Văn bản phải có trích yếu. Xin gõ trích yếu."
TEXT_WANTED = "Xin trả lời bằng chữ."
CHANGED = "Đã sửa"
KIND_TITLE = "Đây là loại nào?"
DUE_TITLE = "Hạn xác nhận?"
DUE_TYPED = "Chọn một ngày dưới đây, hoặc gõ ngày giờ, ví dụ 17:00 27/11/2026."
DISCARD_TITLE = "Bỏ hẳn bản dự thảo này?"
DISCARD_YES = "Đúng, bỏ bản này"
DISCARD_NO = "Không, giữ lại"
FULL_TEXT_TITLE = "TOÀN VĂN"
TAKEN_BACK = "Đã lấy lại. Xin sửa rồi trình lại."
NO_APPROVER_REACHED = "Có người duyệt chưa có nơi nhận tin: xin báo trực tiếp."


def point_line(place: int, text: str, *, kept: bool) -> str:
    """One quoted sentence, and whether it goes out."""
    return f"{place}. {'Giữ' if kept else 'Bỏ'}: {text}"


def point_button(place: int, *, kept: bool) -> str:
    """Leaves the sentence out, or takes it back."""
    return f"Bỏ câu {place}" if kept else f"Lấy lại câu {place}"


def due_button(days: int, due_at: datetime, zone: ZoneInfo) -> str:
    """A due date so many working days from now."""
    return f"{days} ngày làm việc: {times.hour_day(due_at, zone)}"


def due_in_text_button(due_at: datetime, zone: ZoneInfo) -> str:
    """The deadline that the text itself sets."""
    return f"Theo văn bản: {times.hour_day(due_at, zone)}"


def submitted(name: str, approvers: list[str]) -> str:
    """Who has it for approval now."""
    to = f" {', '.join(approvers)}" if approvers else ""
    return ended(f"Đã trình{to} duyệt: {shortened(name)}")


def discarded(name: str) -> str:
    """After a draft was thrown away."""
    return ended(f"Đã bỏ bản dự thảo: {shortened(name)}")
