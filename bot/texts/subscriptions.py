"""Topics and who takes them."""

from bot.texts import people
from storage.states import Address

TITLE = "CHỦ ĐỀ NHẬN TIN"
NO_TOPICS = "Văn phòng chưa lập chủ đề nào."
CHANGED = "Muốn đổi, xin chọn bên dưới:"


def intro(*, address_form: Address, given_name: str) -> str:
    """Above the list."""
    return f"{people.call_capital(address_form, given_name)} đang chọn như sau:"


def line(*, number: int, name: str, taken: bool, locked_because: str) -> str:
    """One topic; a locked one says by whom and why."""
    if locked_because:
        return f"{number}. {name}: 🔒 bắt buộc nhận. {locked_because}"
    return f"{number}. {name}: {'✅ đang nhận' if taken else 'không nhận'}"


LOCKED_WITHOUT_WORDS = "Văn phòng quy định mọi người đều nhận."


def toggle_button(name: str, *, taken: bool) -> str:
    """What pressing does."""
    return f"Thôi nhận “{name}”" if taken else f"Nhận “{name}”"


TAKEN_NOW = "Đã đăng ký nhận"
LEFT_NOW = "Đã thôi nhận"
HELP = "Chủ đề nhận tin"
