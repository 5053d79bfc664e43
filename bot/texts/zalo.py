"""What a Zalo chat hears that other conversations do not."""

from bot.texts.acknowledging import named

VOICE = "chưa nghe được tin thoại"
PICTURE = "chưa xem được ảnh"
STICKER = "chưa hiểu nhãn dán"
UNREAD = "chưa nhận được nội dung tin vừa gửi (thường do trong tin có đường dẫn hoặc tệp)"
ON_THE_PAGE = "Không gõ được thì mở đường dẫn này để đọc và trả lời ngay trên trang."
CALL = "Cần giúp, xin liên hệ văn phòng."


def unread_of_stranger(lost: str) -> tuple[str, ...]:
    """After a message of somebody unknown that came without words; `lost` is one of the above."""
    return (
        f"Kính chào. Rất tiếc, văn phòng {lost} (tin tự động).",
        "Nếu có mã mời, xin gõ riêng mã đó. Chưa có mã, xin liên hệ văn phòng.",
    )


def unread(called: str, lost: str) -> tuple[str, ...]:
    """After a member's message that came without words: Kính báo đồng chí Bình: ..."""
    return (
        f"Kính báo {called[0].lower()}{called[1:]}: văn phòng {lost}, nên chưa ghi nhận gì (tin tự động).",
        "Xin gõ lại bằng chữ, không kèm đường dẫn. Trả lời văn bản thì gõ số ghi dưới văn bản đó.",
    )


def unread_answer(lost: str) -> tuple[str, ...]:
    """The same while an answer is waited for."""
    return (
        f"Văn phòng {lost}, nên phần này chưa được nhận. Câu trả lời vẫn đang được chờ.",
        "Xin bỏ đường dẫn rồi gõ hoặc dán lại phần đó bằng chữ. Tệp thì nhờ văn phòng đưa vào từ máy tính.",
        "Muốn dừng: gõ thôi.",
    )


def say_it_here(number: int) -> str:
    """Somebody answered a number in a group, behind a name that is not known to be the bot's."""
    return f"Tin vừa gõ trong nhóm chưa được ghi nhận. Xin gõ lại ngay tại đây, bắt đầu bằng số {number}."


def waiting(number: str, title: str) -> str:
    """Đang chờ: Số 12-KH/ĐU."""
    return f"Đang chờ: {named(number, title)}"


def not_in_text(code: int) -> str:
    """Words under the number of somebody's question, while the text of a document is waited for."""
    return (
        f"Số {code} là câu hỏi đang chờ, nên chưa đưa tin này vào văn bản và chưa gửi đi đâu. "
        f"Muốn trả lời: gõ xong, rồi gõ lại {code} và câu trả lời."
    )
