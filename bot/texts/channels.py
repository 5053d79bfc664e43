"""The few words that a channel itself adds to a message."""

CONTINUED = "(tiếp)"
"""Behind the heading of a long part that goes on in the next message."""


def reply_with(label: str, *, code: str) -> str:
    """A button where there are none: what to answer."""
    return f"{label}: trả lời {code}"


def ask_with(label: str, *, code: str) -> str:
    """The button that wants words of the person's own."""
    return f"{label}: gõ {code} và câu hỏi"


def read_at(label: str, *, url: str) -> str:
    """A link where there are none."""
    return f"{label}: {url}"


def file_here(name: str) -> str:
    """A file where none can be sent along."""
    return f"Tệp: {name}"


FOLD_HINT = " (chạm để mở)"
"""Ends the label of a folded part; left out where nothing can be touched."""
