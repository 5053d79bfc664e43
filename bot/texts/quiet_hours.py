"""A member's own quiet hours."""

from collections.abc import Sequence
from datetime import time

from bot.texts import people
from storage.states import Address

HELP = "Giờ nghỉ, không nhận tin thường"
TITLE = "GIỜ NGHỈ"
CHOOSE = "Chọn một khoảng, hoặc gõ giờ của mình, ví dụ 21:00-8:00:"
STILL_COMES = "Tin khẩn, hỏa tốc và câu trả lời vẫn đến ngay."
NOT_HELD = (
    "Văn phòng đã đổi giờ gửi, khoảng nghỉ này không còn chừa đủ một giờ nên tạm chưa áp dụng. "
    "Xin chọn lại giờ nghỉ."
)
NONE = "Không đặt giờ nghỉ"
REMOVED = "Đã bỏ giờ nghỉ. Tin thường lại đến trong giờ văn phòng gửi."


def span(begins: time, ends: time) -> str:
    """21:00–08:00, with an en dash."""
    return f"{begins:%H:%M}\N{EN DASH}{ends:%H:%M}"


def saved(begins: time, ends: time) -> str:
    """After a span was chosen."""
    return f"Đã đặt giờ nghỉ: {span(begins, ends)}."


def button(begins: time, ends: time) -> str:
    """A span on offer."""
    return f"🌙 {span(begins, ends)}"


def chosen(label: str) -> str:
    """The button that names what holds now."""
    return f"✓ {label.removeprefix('🌙 ')}"


def now(
    *,
    address_form: Address,
    given_name: str,
    begins: time | None,
    ends: time | None,
    remaining: Sequence[str],
) -> list[str]:
    """What holds, and when ordinary messages still come."""
    called = people.call_capital(address_form, given_name)
    hours = " và ".join(remaining)
    if begins is None or ends is None:
        return [
            f"{called} chưa đặt giờ nghỉ.",
            f"Tin thường đến trong giờ văn phòng gửi: {hours}, ngày làm việc.",
        ]
    return [
        f"{called} nghỉ nhận tin thường: {span(begins, ends)}.",
        f"Tin thường đến trong: {hours}, ngày làm việc. Tin tới lúc nghỉ được giữ lại, hết giờ nghỉ sẽ gửi.",
    ]
