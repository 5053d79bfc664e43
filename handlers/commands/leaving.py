"""Words that leave whatever the conversation waits for."""

from bot.messages.cutting import nfc
from bot.messages.numbered.reporting_words import without_courtesy

_LEAVES = frozenset(
    {
        *("thoi", "khong hoi nua", "khong hoi", "bo qua", "thoi khong hoi nua", "thoi khong hoi"),
        *("thoi khong lam nua", "khong lam nua", "huy bo", "dung lai", "thoat", "thoat ra", "bo"),
    }
)
# Without accents these are other words too: "Huy" is a name, "dung" is "đúng", "bộ" is a part of one.
_SPELT = frozenset({"hủy", "huỷ", "dừng"})
_NO_BO = frozenset({"bộ", "bố", "bò", "bờ", "bó", "bơ", "bở", "bô"})


def leaves(text: str) -> bool:
    """Whether the words end the waiting instead of answering it; no date, name or text is one of these."""
    said = nfc(text).casefold().split()
    if not _NO_BO.isdisjoint(word.strip(".,!") for word in said):
        return False
    bare = [
        word.strip(".,!") for word in said if word.strip(".,!") not in {"", "dạ", "thưa", "ạ", "nhé", "thôi"}
    ]
    return (len(bare) == 1 and bare[0] in _SPELT) or any(one in _LEAVES for one in without_courtesy(text))
