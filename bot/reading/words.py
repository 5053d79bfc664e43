"""Patterns made of lists of phrases."""

import re


def phrases(listed: str) -> str:
    """A pattern part that finds any of the phrases as whole words; they are parted by commas.

    >>> re.search(phrases("hội nghị, đại hội"), "Đại biểu dự đại hội").group()
    'đại hội'
    """
    found = (" ".join(phrase.split()) for phrase in listed.split(","))
    longest_first = sorted(filter(None, found), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"


#: "giao" as an act of giving, in small or great letters, not in "giao ban", "giao lưu" and their like.
GIVING = r"(?<!\w)[Gg]iao(?!\w|\s(?-i:ban|lưu|thông|dịch|tiếp|nhận|hữu|thừa|thời|hoàn|diện)(?!\w))"


def any_phrase(listed: str, *, then: str = "") -> re.Pattern[str]:
    """A compiled pattern for any of the phrases, capitals or not, followed by the pattern part `then`."""
    return re.compile(phrases(listed) + then, re.IGNORECASE)


def any_opening(listed: str) -> re.Pattern[str]:
    """A compiled pattern for a text that begins with one of the phrases, capitals as given; use `.match`."""
    return re.compile(phrases(listed))
