"""What any conversation may hear, whatever it is about."""

from bot.errors import Refusal
from bot.texts import refusals

STRANGER = (
    "Kính chào. Đây là {office} (tin tự động). "
    "Nếu có mã mời, xin gõ mã vào đây. Chưa có mã, xin chọn “Xin kết nối” hoặc liên hệ văn phòng."
)
UNKNOWN_COMMAND = "Chưa có lệnh này. Gõ /trogiup để xem các việc làm được."
NOT_UNDERSTOOD = (
    "Văn phòng chưa hiểu tin này (tin tự động), nên chưa ghi nhận gì, cũng chưa chuyển tới ai. "
    "Gõ /canlam để xem việc đang chờ, /trogiup để xem hướng dẫn; cần giúp, xin liên hệ văn phòng."
)
LEFT = "Đã thôi, không chờ tin này nữa. Chưa ghi nhận gì thêm."
NOTHING_TO_LEAVE = "Không có việc nào đang làm dở. Mọi nội dung giữ nguyên."
TO_STOP = "Muốn dừng: gõ thôi"
"""Under every question that waits for words."""
NO_FILE_WANTED = (
    "Chưa có việc nào đang chờ tệp nên tệp này không được lưu. "
    "Gõ /canlam để xem việc đang chờ; cần giúp, xin liên hệ văn phòng."
)
ROSTER_IS_THE_ADMINS = "Tệp danh sách do quản trị nhập. Xin chuyển cho quản trị hoặc văn phòng."

REJECTIONS = {
    "too_large": (
        "Tệp này quá lớn (văn bản tối đa 20 MB, danh sách .xlsx, .csv tối đa 5 MB). "
        "Xin gửi bản nhỏ hơn hoặc dán nội dung."
    ),
    "not_text": "Văn phòng chỉ đọc được chữ, chưa đọc được tin loại này. Xin gõ hoặc dán nội dung bằng chữ.",
    "after_refusal": (
        "Tin này đến ngay sau một tin bị từ chối nên cũng không được nhận. Sau một phút xin gửi lại nếu cần."
    ),
    "old_button": "Lựa chọn này đã cũ. Gõ /canlam để mở lại nội dung mới nhất.",
    "foreign_button": (
        "Lựa chọn này không dùng được ở đây. Gõ /canlam để mở lại nội dung của mình; "
        "cần giúp, xin liên hệ văn phòng."
    ),
    "not_fetched": "Chưa tải được tệp. Xin gửi lại sau ít phút.",
}


def which_of_both(typed: str) -> str:
    """What was typed is a command, and may as well be the answer to what the conversation waits for."""
    return (
        f"Chưa rõ “{typed}” là câu trả lời hay việc khác. "
        f"Là câu trả lời thì gõ: là {typed}. Muốn làm việc khác thì gõ: thôi, rồi gõ lại."
    )


DRAFT_THROWN_AWAY = "Phần đã nhận trước đó cũng đã bỏ, không lưu lại."


def is_mark(why: str) -> bool:
    """Whether a door could not take something over because of a mark of secrecy."""
    return why not in REJECTIONS


def rejection(why: str) -> str:
    """The sentence for what a door could not take over; a secrecy mark's level counts as such."""
    found = REJECTIONS.get(why)
    return found if found is not None else refusals.SENTENCES[Refusal.SECRET].format(kind=why)
