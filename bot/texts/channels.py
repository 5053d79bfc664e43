"""The few words that a channel itself adds to a message."""

CONTINUED = "(tiếp)"
"""Behind the heading of a long part that goes on in the next message."""
FOLD_HINT = " (chạm để mở)"
"""Ends the label of a folded part; left out where nothing can be touched."""
FULL_TEXT = "Toàn văn"
CHOOSE = "Trả lời một số để chọn:"
CHOOSE_OTHER = "Việc khác, trả lời một số để chọn:"
"""Between a list that is opened by its own numbers and the choices that go on counting below it."""


def unknown_number(number: int) -> str:
    """A typed number that stands for nothing here."""
    return (
        f"Không có việc nào mang số {number}, hoặc số đã hết hạn. "
        "Số cần gõ ghi ở cuối tin, sau chữ “trả lời”; hoặc gõ cả số văn bản, ví dụ: 12-KH/ĐU đã nắm. "
        "Gõ “cần làm” để xem việc đang chờ."
    )


LOOK_AGAIN = (
    "Chưa ghi nhận gì: câu trả lời này tới trước khi tin có các lựa chọn được gửi đi. "
    "Xin xem tin mới nhất rồi chọn lại; nếu không thấy tin nào, xin gõ: cần làm"
)
"""Somebody answers what they cannot have read yet."""
OPEN = "mở"
"""What to type behind a document's number to see it: 27 mở."""
AGREED = "đồng ý"
"""What to type where a label has no words of its own."""
WITHOUT_NUMBER = "Tin này chưa có số để trả lời. Xin gõ “cần làm” để mở và trả lời."
"""Under what gets no number, because all of them stand for something that still waits."""


def asked_back(number: int, *, code: str) -> str:
    """A number alone of a thing, while the conversation waits for something else."""
    return (
        f"Chưa ghi nhận gì cho việc số {number}. Để chọn, xin gõ {code}. "
        f"Nếu {number} là câu trả lời cho điều đang hỏi, xin gõ thêm chữ, ví dụ: là {number}."
    )


def choices_of(number: int) -> str:
    """A number alone that may mean several things, before the list of them."""
    return f"Việc số {number} có nhiều lựa chọn nên chưa ghi nhận gì."


def choices_above(number: int) -> str:
    """The same where they are lines of a list, which stands in the message that has the number."""
    return f"{choices_of(number)} Xin xem danh sách trong tin có số {number}."


def reply_with(label: str, *, code: str) -> str:
    """A button where there are none: what to answer."""
    return f"{label}: trả lời {code}"


def with_number_to_open(line: str, *, code: str) -> str:
    """A line of a list of documents: Số 12-KH/ĐU – hạn thứ Sáu, 27/11 – mở: gõ 27 mở."""
    return f"{line} – {OPEN}: gõ {code}"


def ask_with(label: str, *, code: str) -> str:
    """The button that wants words of the person's own."""
    return f"{label}: gõ {code} và câu hỏi"


def type_words(label: str, *, code: str) -> str:
    """A choice of a menu that no number makes: Duyệt, phát hành ngay: gõ duyệt phát hành."""
    return f"{label}: gõ {code}"


def each_by_words(label: str) -> str:
    """The same for all the numbered lines above: Thu hồi: gõ thu hồi số và số thứ tự, ví dụ thu hồi số 1."""
    words = f"{label.lower()} số"
    return f"{label}: gõ {words} và số thứ tự, ví dụ {words} 1"


def answer_with(label: str, *, code: str) -> str:
    """The button under somebody's question: Trả lời: gõ 92 và câu trả lời."""
    return f"{label}: gõ {code} và câu trả lời"


def say_with(label: str, *, code: str) -> str:
    """The button that goes on with what the person has to say: Trả lại: gõ 85 trả lại và nội dung."""
    return f"{label}: gõ {code} và nội dung"


def choice(label: str, *, number: str) -> str:
    """A line of a menu."""
    return f"{number}. {label}"


def one_of_the_list(label: str, *, last: int) -> str:
    """A menu whose choices are the numbered lines above: Mở: trả lời số thứ tự (1 đến 8)."""
    return f"{label}: trả lời số thứ tự (1 đến {last})"


def one_of_the_list_with(label: str, *, number: str) -> str:
    """The same under the number of a thing: Mở: trả lời 31 kèm số thứ tự, ví dụ 31 1."""
    return f"{label}: trả lời {number} kèm số thứ tự, ví dụ {number} 1"


def read_at(label: str, *, url: str) -> str:
    """A link where there are none."""
    return f"{label}: {url}"


def in_full_text(label: str) -> str:
    """Instead of a long part: Ý chính: có trong toàn văn."""
    return f"{label}: có trong toàn văn"


def file_at(name: str, *, url: str) -> str:
    """A file where none can be sent along: where to fetch it."""
    return f"Tệp {name}: {url}"


def file_elsewhere(name: str) -> str:
    """A file that can neither be sent along nor fetched."""
    return f"Ở đây không gửi kèm được tệp {name}. Xin nhận tệp tại văn phòng."


def automatic(office: str) -> str:
    """Under what nobody asked for: people are to know that no person writes."""
    return f"Tin tự động của {office}."
