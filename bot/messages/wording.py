"""How a text that was written once reads where commands are plain words."""

import re
from collections.abc import Collection

# Not inside 12-KH/ĐU, 20/11, a path or a link: what stands before is a gap, a bracket or a quotation mark,
# and neither a letter nor another part of a path follows.
_COMMAND = re.compile(r"(?<![^\s(\[“\"'‘])/(?P<word>[a-z]+)(?![\w/-]|\.\w)")


def without_slashes(text: str, commands: Collection[str]) -> str:
    """The text with its commands as plain words: "gõ /moi và tên" becomes "gõ moi và tên".

    Args:
        text: what a person reads.
        commands: the words that are commands, without the slash; nothing else loses its slash.
    """

    def plain(found: re.Match[str]) -> str:
        return found["word"] if found["word"] in commands else found[0]

    return _COMMAND.sub(plain, text)
