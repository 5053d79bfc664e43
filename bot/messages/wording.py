"""How a text that was written once reads where commands are plain words."""

import re
from collections.abc import Mapping

# Not inside 12-KH/ĐU, 20/11, a path or a link: what stands before is a gap, a bracket or a quotation mark,
# and neither a letter nor another part of a path follows.
_COMMAND = re.compile(r"(?<![^\s(\[“\"'‘])/(?P<word>[a-z]+)(?![\w/-]|\.\w)")
# Where the sentence goes on with words of its own: behind "ví dụ: " follows what is typed along.
_BEGINS_ITS_LINE = re.compile(r"(?:^|[\n:(\[“\"'‘])[ ]?$")
_GOES_ON = re.compile(r" \w")


def spoken_commands(text: str, commands: Mapping[str, str]) -> str:
    """The text with its commands as words: "gõ /moi và tên" becomes "gõ “mời” và tên".

    Quotation marks show where the words to be typed end, unless the line, the bracket or the sentence does.

    Args:
        text: what a person reads.
        commands: how each command is said, by its word without the slash; nothing else loses its slash.
    """

    def said(found: re.Match[str]) -> str:
        words = commands.get(found["word"])
        if words is None:
            return found[0]
        is_apart = _BEGINS_ITS_LINE.search(text[: found.start()]) or not _GOES_ON.match(text, found.end())
        return words if is_apart else f"“{words}”"

    return _COMMAND.sub(said, text)
