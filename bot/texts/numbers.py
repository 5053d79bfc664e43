"""What is said to a typed number that presses nothing."""

from bot.texts.acknowledging import named_inside

STRANGER = "Xin gõ mã mời, hoặc liên hệ văn phòng."
SOMEBODY = "Đồng chí"


NOT_SO = "Không"


def meant_document(document: str, *, code: int) -> str:
    """Somebody typed the number of an open document, or how it begins, and no word of what to do."""
    return (
        f"Văn bản {document} có số trả lời {code}, chưa ghi nhận gì. "
        f"Đã nắm thì gõ: {code} đã nắm. Muốn xem thì gõ: {code} mở."
    )


def did_you_take_note(called: str, document: str, *, code: int) -> str:
    """Words that report and do not say that the content is known; `called` begins with a capital."""
    what = named_inside(document, "") if document else "văn bản này"
    return (
        f"{called} đã nắm {what} chưa? Đã nắm thì gõ: {code} đã nắm. "
        f"Muốn hỏi thì gõ: {code} hỏi, rồi câu hỏi. Chưa ghi nhận gì."
    )


def nothing_noted(document: str, *, code: int) -> str:
    """A nod, or a number with a question mark."""
    what = f"Văn bản số {document} (số trả lời {code})" if document else f"Văn bản có số trả lời {code}"
    return f"{what}: chưa ghi nhận gì. Đã nắm: gõ {code} đã nắm. Muốn hỏi: gõ {code} và câu hỏi."


def is_done_with(document: str, *, code: int) -> str:
    """The same of a document that was acknowledged before, or was taken back."""
    what = f"Văn bản số {document} (số trả lời {code})" if document else f"Văn bản có số trả lời {code}"
    return f"{what} không còn chờ xác nhận. Xem lại, hoặc rút lại xác nhận: gõ cần làm."


def to_know(code: int) -> str:
    """Somebody takes note of what nobody has to take note of."""
    return f"Văn bản này để biết, không cần xác nhận. Muốn hỏi: gõ {code} và câu hỏi."


def one_at_a_time(code: int) -> str:
    """Several numbers in one line."""
    return f"Xin trả lời từng văn bản một, mỗi tin một số. Ví dụ gõ: {code} đã nắm. Chưa ghi nhận gì."


def two_documents(document: str, *, code: int, other: str, other_code: int) -> str:
    """The number of one document begins the number of another: nobody knows which is meant."""
    what = f"văn bản {document}" if document else "một văn bản khác"
    return f"{code} là số trả lời của {what}; văn bản {other} thì gõ {other_code}."


def is_a_question(code: int) -> str:
    """Words that only report, under the number of somebody's question."""
    return f"Số {code} là câu hỏi đang chờ. Chưa gửi gì. Muốn trả lời: gõ {code} và câu trả lời."


def waits_no_longer(document: str, *, code: int, other: str, other_code: int) -> str:
    """The number of a document that is done with begins the number of one that waits."""
    return (
        f"{code} là số trả lời của văn bản {document}, không còn chờ xác nhận. "
        f"Văn bản {other} đang chờ: đã nắm thì gõ: {other_code} đã nắm. Chưa ghi nhận gì."
    )


def really_away(reason: str) -> str:
    """Read back before it is taken: somebody stays away, and says why."""
    return f"Xin vắng với lý do “{reason}”?"


def away_because(reason: str) -> str:
    """Takes it so."""
    return f"Xin vắng: {reason}"


def which_invitation(code: int) -> str:
    """Words that answer an invitation, but something else came after it."""
    return f"Thư mời có số trả lời {code}: dự thì gõ: {code} dự. Không dự được thì gõ: {code} xin vắng."
