"""What the approver reads and presses, and what the clerk hears of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import ended, shortened

HELP = "Duyệt phát hành"
HEAD = "CHỜ DUYỆT"
NOTHING = "Không có văn bản nào chờ duyệt."
LIST_TITLE = "VĂN BẢN CHỜ DUYỆT"
PREVIEW = "Người nhận sẽ thấy:"
APPROVE_NOW = "✅ Duyệt, phát hành ngay"
APPROVE_AT = "🕑 Duyệt, hẹn giờ phát hành"
RETURN = "↩️ Trả lại"
REALLY_NOW = "Đây là văn bản hỏa tốc: tin sẽ gửi ngay cho mọi người, bất kể giờ nào. Xin xác nhận lần nữa."
REALLY_NOW_YES = "✅ Đúng, phát hành hỏa tốc"
ASK_WHEN = "Phát hành vào lúc nào? Xin gõ ngày giờ, ví dụ 17:00 27/11/2026."
ASK_NOTE = "Xin gõ điều cần sửa; người soạn sẽ nhận được."
RETURNED = "Đã trả lại người soạn."
DUE_OVER = "Giờ phát hành phải trước hạn xác nhận. Xin ghi giờ sớm hơn, hoặc trả lại để sửa hạn."
ISSUER_EXEMPT = "người ban hành"
SAME_NUMBER_LATER = "Đến giờ phát hành thì số này đã được dùng cho văn bản khác. Xin kiểm tra lại số."
NOT_TO_BE_PUBLISHED = "Đến giờ phát hành thì bản dự thảo còn thiếu thông tin. Xin bổ sung rồi trình lại."


def audience_closed_later(name: str) -> str:
    """The unit or topic for which it was is no more."""
    return f"Đến giờ phát hành thì “{name}” đã đóng nên không ai nhận. Xin chọn lại nơi nhận rồi trình lại."


def drafted_by(called: str) -> str:
    """Who put it together."""
    return f"Người soạn: {called}"


def published(name: str) -> str:
    """It is out."""
    return f"{ended(f'Đã duyệt và phát hành: {shortened(name)}')} Tin đang được gửi."


def published_later(name: str, at: datetime, zone: ZoneInfo) -> str:
    """It is out, but the sending hours hold the messages."""
    said = ended(f"Đã duyệt và phát hành: {shortened(name)}")
    return f"{said} Ngoài giờ gửi tin, nên tin sẽ đi từ {times.hour_day(at, zone)}."


def scheduled(at: datetime, zone: ZoneInfo) -> str:
    """It will go out then."""
    return f"Đã duyệt. Văn bản sẽ phát hành lúc {times.hour_day(at, zone)}."


def held_until(at: datetime, zone: ZoneInfo) -> str:
    """The sending hours hold its messages after that."""
    return f"Giờ đó ngoài giờ gửi tin, nên tin sẽ đi từ {times.hour_day(at, zone)}."


def news_published(name: str) -> str:
    """To the clerk."""
    return f"Đã phát hành: {name}."


def news_scheduled(name: str, at: datetime, zone: ZoneInfo) -> str:
    """To the clerk."""
    return f"Đã được duyệt: {name}. Phát hành lúc {times.hour_day(at, zone)}."


def news_returned(name: str, note: str) -> str:
    """To the clerk."""
    return f"Được trả lại để sửa: {name}. Người duyệt ghi: {note}"


OPEN_DRAFT = "Mở bản dự thảo"
