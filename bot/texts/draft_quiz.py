"""Questions after the text, as the clerk writes and checks them."""

TITLE = "CÂU HỎI KIỂM TRA"
EXPLAINED = (
    "Người nhận trả lời đúng rồi mới xác nhận “Đã nắm”. Trả lời chưa đúng thì được đọc lại đoạn trích."
)
NONE = "Chưa có câu hỏi nào."
BACK = "‹ Về các câu hỏi"
ADD = "➕ Thêm câu hỏi"
USE = "✅ Dùng câu này"
RETYPE = "✏️ Gõ lại"
CHECK = "Xin xem lại, rồi chọn “Dùng câu này”:"
ASK = (
    "Xin gõ một câu hỏi trong một tin, mỗi phần một dòng, theo mẫu:",
    "Hỏi: Tài liệu đến tay đảng viên khi nào?",
    "A. Trước buổi sinh hoạt ít nhất một ngày",
    "B. Trong buổi sinh hoạt",
    "Đúng: A",
    "Trích: (chép nguyên văn một câu trong văn bản có câu trả lời)",
)
FAULTS = {
    "question": "Dòng đầu phải là câu hỏi (không quá 200 ký tự), ví dụ: Hỏi: Hạn gửi báo cáo là ngày nào?",
    "choices": "Cần 2 đến 4 câu trả lời khác nhau, mỗi câu một dòng, bắt đầu bằng A. B. C. D.",
    "long_choice": "Mỗi câu trả lời không quá 60 ký tự. Xin viết ngắn lại rồi gửi cả câu hỏi.",
    "right": "Cần một dòng cho biết câu đúng, ví dụ: Đúng: A",
    "passage": (
        "Đoạn trích phải có nguyên văn trong văn bản. Xin chép đúng một câu, dòng cuối, ví dụ: Trích: …"
    ),
}
LETTERS = "ABCD"


def line(place: int, question: str, *, confirmed: bool) -> str:
    """One question of the list."""
    return f"{place}. {question}" + ("" if confirmed else " (chờ xem lại)")


def choice(place: int, text: str, *, right: bool) -> str:
    """One of the answers; the place from 0."""
    return f"{'✅ ' if right else ''}{LETTERS[place]}. {text}" + (" (đúng)" if right else "")


def passage(text: str) -> str:
    """Where the answer stands."""
    return f"Trích: “{text}”"


def remove(place: int) -> str:
    """Takes a question out."""
    return f"Bỏ câu {place}"


def look(place: int) -> str:
    """Shows a question whole."""
    return f"Xem câu {place}"


def menu_heading(amount: int) -> str:
    """Over the questions, for who approves them."""
    return f"{amount} câu hỏi kiểm tra trước khi xác nhận:"


def menu_button(amount: int) -> str:
    """Leads here."""
    return f"❓ Câu hỏi kiểm tra ({amount})"


def title(place: int) -> str:
    """Over one question."""
    return f"CÂU HỎI {place}"
