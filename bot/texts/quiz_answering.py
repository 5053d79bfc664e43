"""The questions before "Đã nắm"."""

from bot.texts.acknowledging import named

CHOOSE = "Chọn số"
WRONG = "Chưa đúng."
PASSAGE = "Văn bản viết:"
READ_AGAIN = "Xin đọc lại toàn văn rồi chọn lại:"
AGAIN = "Xin chọn lại:"
LEADS_ON = "Trả lời đúng các câu hỏi là xong, khi đó mới ghi nhận “Đã nắm”."


def heading(place: int, amount: int, *, number: str, title: str) -> str:
    """CÂU HỎI 1/3 · Số 12-KH/ĐU."""
    return f"CÂU HỎI {place}/{amount} · {named(number, title)}"


def passage(text: str) -> str:
    """The quoted passage."""
    return f"“{text}”"


def choice(place: int, text: str) -> str:
    """1. Ngày 25 hằng tháng."""
    return f"{place}. {text}"


def choose(place: int) -> str:
    """The button of that choice."""
    return f"{CHOOSE} {place}"


def all_right(receipt: str) -> str:
    """After the last right answer."""
    return f"✅ Trả lời đúng. {receipt}"
