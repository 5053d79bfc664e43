"""What a meeting asks of whom, as the clerk corrects it."""

from datetime import date

from bot.texts import times

TITLE = "VIỆC ĐƯỢC GIAO"
NAMED_BY_NOBODY = (
    "⚠️ Có việc ghi tên người nhưng chưa chọn người nhận việc: sẽ không ai được hỏi “Đã nhận việc”. "
    "Xin mở Sửa thông tin, mục việc được giao."
)
NONE = "Chưa có việc nào."
EXPLAINED = "Người được chọn trong danh sách sẽ được hỏi “Đã nhận việc”."
ADD = "➕ Thêm việc"
FULL = "Đã đủ 12 việc."
TEXT, WHO, DUE = "✏️ Nội dung", "✏️ Người làm", "✏️ Hạn"
REMOVE = "Bỏ việc này"
BACK = "‹ Về các việc"
ASK_TEXT = "Xin gõ nội dung việc."
ASK_WHO = "Xin gõ tên người hoặc đơn vị làm; nhiều người thì cách nhau dấu phẩy. Gõ “không” nếu chưa rõ."
ASK_DUE = "Xin gõ ngày cuối cùng phải xong, ví dụ 30/09/2026. Gõ “không” nếu không có hạn."
CHOOSE = "Xin chọn đúng người trong danh sách:"
NOBODY_FOUND = "Không có ai tên như vậy trong danh sách; việc vẫn ghi đúng như đã gõ."


def menu_button(amount: int) -> str:
    """Leads here."""
    return f"📋 Việc được giao ({amount})"


def button(place: int) -> str:
    """Opens one of them."""
    return f"Việc {place}"


def title(place: int) -> str:
    """Over one of them."""
    return f"VIỆC {place}"


def line(place: int, text: str, who: str, due_on: date | None) -> str:
    """1. Kiểm tra 3 chi bộ – đ/c Hòa, hết thứ Tư, 30/09/2026."""
    behind = ", ".join(part for part in (who, due(due_on)) if part)
    return f"{place}. {text.rstrip('.')} – {behind}" if behind else f"{place}. {text}"


def due(due_on: date | None) -> str:
    """Until when, or nothing."""
    return f"hết {times.weekday_day(due_on)}" if due_on else ""


def who_line(who: str) -> str:
    """As the text names them."""
    return f"Người làm: {who or 'chưa rõ'}"


def due_line(due_on: date | None) -> str:
    """The last day."""
    return f"Hạn: {due(due_on) or 'không có'}"


def meant(names: list[str]) -> str:
    """Who on the roster is meant."""
    return f"Trong danh sách: {', '.join(names)}" if names else "Trong danh sách: chưa chọn ai"


def choose(name: str, unit: str) -> str:
    """The button that says who is meant."""
    return f"Chọn {name} ({unit})"
