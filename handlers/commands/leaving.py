"""Words that leave whatever the conversation waits for."""

from bot.messages.numbered.reporting_words import without_courtesy

_LEAVES = frozenset({"thoi", "khong hoi nua", "khong hoi", "bo qua", "thoi khong hoi nua", "thoi khong hoi"})


def leaves(text: str) -> bool:
    """Whether the words end the waiting instead of answering it; no date, name or text is one of these."""
    return any(one in _LEAVES for one in without_courtesy(text))
