"""What else waits for somebody besides what they are to acknowledge, each with the word that opens it."""

from collections.abc import Sequence

HEADING = "Việc khác đang chờ:"
NOT_UNDERSTOOD = "Văn phòng chưa hiểu tin này (tin tự động), nên chưa ghi nhận gì. Đang chờ:"
_MOST = 2


def to_approve(amount: int) -> str:
    """Chờ duyệt: 1 văn bản, gõ /duyet."""
    return f"Chờ duyệt: {amount} văn bản, gõ /duyet"


def to_answer(amount: int) -> str:
    """Câu hỏi chờ trả lời: 2, gõ /cauhoi."""
    return f"Câu hỏi chờ trả lời: {amount}, gõ /cauhoi"


def returned(names: Sequence[str]) -> str:
    """Được trả lại để sửa: Số 12-KH/ĐU, gõ /choduyet."""
    return f"Được trả lại để sửa: {_some(names)}, gõ /choduyet"


def invited(titles: Sequence[str]) -> str:
    """Thư mời chờ trả lời: “Chuyên đề quý IV”, gõ /canlam."""
    return f"Thư mời chờ trả lời: {_some([f'“{title}”' for title in titles])}, gõ /canlam"


def _some(names: Sequence[str]) -> str:
    named = "; ".join(names[:_MOST])
    left = len(names) - _MOST
    return f"{named} và {left} việc nữa" if left > 0 else named
