"""Questions and answers, and reading aloud."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import times
from bot.texts.acknowledging import named, named_inside

ANSWER = "💬 Trả lời"
HELP_QUESTIONS = "Câu hỏi chờ trả lời"
HELP_READ_ALOUD = "Ghi đã đọc trực tiếp"
HEADING_QUESTIONS = "CÂU HỎI CHỜ TRẢ LỜI"
NO_QUESTIONS = "Không có câu hỏi nào đang chờ trả lời."
MORE_QUESTIONS = "Còn nữa: trả lời những câu trên rồi gõ lại /cauhoi."
THE_OFFICE = "văn phòng"
ANSWERED_TOAST = "Đã gửi câu trả lời."
ASKED_TOAST = "Đã chuyển câu hỏi."

READ_ALOUD_CHOOSE = "GHI ĐÃ ĐỌC TRỰC TIẾP\nChọn văn bản đã đọc:"
READ_ALOUD_NOTHING = "Các chi bộ phụ trách không còn ai cần đọc trực tiếp."
NOT_CLEAR = (
    "Chưa ghi được. Xin ghi đủ ba phần, cách nhau bằng dấu phẩy: ngày giờ, nơi đọc, người chứng kiến. "
    "Ví dụ: 19:30 25/11/2026, phòng họp tầng 2, Nguyễn Văn An. Nếu ghi thứ, thứ phải khớp với ngày."
)
NOT_YET = "Ngày giờ này chưa tới. Xin ghi lại ngày giờ của lần đọc trực tiếp."
RECORDED_TOAST = "Đã ghi đọc trực tiếp."


def ask_for_question(number: str, title: str) -> str:
    """After "Hỏi lại"."""
    return f"Xin gõ câu hỏi về {named_inside(number, title)} vào đây. Không hỏi nữa thì gõ: thôi."


def not_noted(number: str) -> str:
    """Under the receipt of a question: nobody is to think that it was "Đã nắm"."""
    words = f"đã nắm {number}" if number else "đã nắm"
    return f"Chưa ghi nhận “Đã nắm”. Nếu không phải câu hỏi mà đã nắm, xin gõ: {words}"


def asked(number: str, title: str, answerers: Sequence[tuple[str, str]]) -> str:
    """Who will answer.

    Args:
        number: of the publication.
        title: of the publication.
        answerers: full name and position of each; none: the office.
    """
    to = ", ".join(_titled(name, position) for name, position in answerers) or THE_OFFICE
    return f"Đã chuyển câu hỏi về {named_inside(number, title)} tới {to}. Câu trả lời sẽ đến đây."


def held(opens_at: datetime, zone: ZoneInfo) -> str:
    """The sending hours hold the question."""
    return f"Ngoài giờ gửi tin: câu hỏi được chuyển lúc {times.hour_day(opens_at, zone)}."


def _titled(full_name: str, position: str) -> str:
    return f"{full_name} ({position})" if position else full_name


def question_heading(number: str, title: str) -> str:
    """Over a question."""
    return f"CÂU HỎI · {named(number, title)}"


def who_asks(full_name: str, unit_name: str, at: datetime, zone: ZoneInfo) -> str:
    """The line before the question."""
    return f"{full_name} ({unit_name}) hỏi lúc {times.hour_short_day(at, zone)}:"


def quoted(text: str) -> str:
    """A person's own words."""
    return f"“{text}”"


def ask_for_answer(full_name: str) -> str:
    """After "Trả lời"."""
    return f"Xin gõ câu trả lời cho {full_name}. Sau một giờ chưa gõ, xin chọn “Trả lời” lại."


def answered(full_name: str, *, reached: bool) -> str:
    """To who answered."""
    if reached:
        return f"Đã gửi câu trả lời tới {full_name}."
    return f"Đã ghi câu trả lời, nhưng chưa gửi tin được cho {full_name}. Xin báo trực tiếp."


def answer_heading(number: str, title: str) -> str:
    """Over an answer."""
    return f"TRẢ LỜI CÂU HỎI · {named(number, title)}"


def was_asked(called: str) -> str:
    """Before one's own question; `called` begins with a capital."""
    return f"{called} đã hỏi:"


def who_answers(full_name: str, position: str) -> str:
    """Before the answer."""
    return f"{_titled(full_name, position)} trả lời:"


def list_line(place: int, full_name: str, unit_name: str, number: str, title: str) -> str:
    """One waiting question, before its words."""
    return f"{place}. {full_name} ({unit_name}), {named_inside(number, title)}:"


def answer_button(place: int) -> str:
    """Answers the question of that line."""
    return f"Trả lời câu {place}"


def read_aloud_button(number: str, title: str, amount: int) -> str:
    """Chooses the publication that was read."""
    return f"{named(number, title)} (còn {amount} người)"


def read_aloud_to(number: str, title: str) -> str:
    """Asks for whom."""
    return f"Đã đọc {named_inside(number, title)} cho ai?"


def ask_for_details(full_name: str) -> str:
    """Asks when, where, before whom."""
    return (
        f"Đọc cho {full_name}: xin ghi ngày giờ, nơi đọc, người chứng kiến, cách nhau bằng dấu phẩy. "
        "Ví dụ: 19:30 25/11/2026, phòng họp tầng 2, Nguyễn Văn An"
    )


def recorded(
    full_name: str, number: str, title: str, *, at: datetime, place: str, witness: str, zone: ZoneInfo
) -> str:
    """What now stands in the record."""
    return (
        f"Đã ghi: đọc trực tiếp {named_inside(number, title)} cho {full_name} lúc "
        f"{times.hour_day(at, zone)}, tại {place}, người chứng kiến: {witness}."
    )
