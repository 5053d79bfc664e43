"""What a Zalo chat hears that other conversations do not."""

from bot.texts.acknowledging import named

_WHAT = "kênh này chưa nhận được nội dung tin vừa gửi (thường do trong tin có đường dẫn)"
ON_THE_PAGE = "Không gõ được thì mở đường dẫn này để đọc và trả lời ngay trên trang."
CALL = "Cần giúp, xin liên hệ văn phòng."


def unread_of_stranger() -> tuple[str, ...]:
    """After a message of somebody unknown that came without its content."""
    return (
        f"Kính chào. Rất tiếc, {_WHAT}.",
        "Nếu có mã mời, xin gõ riêng mã đó. Chưa có mã, xin liên hệ văn phòng.",
    )


def unread(called: str) -> tuple[str, ...]:
    """After a member's message that came without its content: Kính báo đồng chí Bình: ..."""
    return (
        f"Kính báo {called[0].lower()}{called[1:]}: {_WHAT}, nên chưa ghi nhận gì.",
        "Xin gõ lại bằng chữ, không kèm đường dẫn. Trả lời văn bản thì gõ số ghi dưới văn bản đó.",
    )


def waiting(number: str, title: str) -> str:
    """Đang chờ: Số 12-KH/ĐU."""
    return f"Đang chờ: {named(number, title)}"
