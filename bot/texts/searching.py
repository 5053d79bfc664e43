"""/tim, and the list of what is in force."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import in_list

HELP_SEARCH = "Tìm văn bản"
ASK_WORDS = (
    "Xin gõ số văn bản hoặc vài từ cần tìm, có dấu hay không dấu đều được. "
    "Ví dụ: 12-KH/ĐU hoặc sinh hoạt chi bộ."
)
WORDS_WANTED = "Xin gõ số văn bản hoặc vài từ cần tìm."
NEVER_MIND = "Thôi"
NOT_ALL_WORDS = "Không có văn bản nào đủ các từ ấy. Gần nhất là:"
HAS_MORE = "Còn những văn bản khác. Xin gõ /tim kèm thêm từ để tìm gần hơn."
SEARCH_AGAIN = "Tìm lại"
ALL_KINDS = "Tất cả"
NOTHING_OF_KIND = "Hiện chưa có văn bản nào thuộc loại này còn hiệu lực."


def heading(typed: str) -> str:
    """Above what was found."""
    return f"TÌM: {typed}"


def nothing_found(typed: str) -> str:
    """Nothing has any of the words."""
    return (
        f"Không tìm thấy văn bản nào có “{typed}” trong những văn bản gửi đến. "
        "Xin thử ít từ hơn, hoặc gõ số văn bản. Cần giúp, xin hỏi văn phòng."
    )


def hit(place: int, number: str, title: str, published_at: datetime, zone: ZoneInfo, *, is_over: bool) -> str:
    """One line of what was found."""
    day = times.day(published_at.astimezone(zone).date())
    over = " – hết hiệu lực" if is_over else ""
    return f"{in_list(place, number, title)} ({day}){over}"
