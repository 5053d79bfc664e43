"""Whom words in a group call by name: nobody says that a bot is told its own as people see it. Pure."""

import re
from collections.abc import Collection, Iterator

from bot.messages.cutting import nfc
from bot.messages.folding import fold

# So many words a bot's name may have where Loa does not know it.
_LONGEST_NAME = 8
_BOT = "bot"


def without_mention(text: str, names: Collection[str]) -> str:
    """The words without the bot's name, wherever it stands; the longest name is looked for first."""
    for name in sorted((nfc(name) for name in names), key=len, reverse=True):
        # A blank of any kind between its words.
        pattern = r"\s+".join(map(re.escape, name.split()))
        if not pattern:
            continue
        bare, found = re.subn(rf"@{pattern}(?!\w)", " ", text, flags=re.IGNORECASE)
        if found:
            return bare.strip()
    return text.strip()


def behind_another_name(text: str) -> Iterator[str]:
    """What may be meant for the bot behind a name that Loa does not know, the shortest name first.

    Each bot's name begins with "Bot" (facts/zalo.md 1.1): whoever is called otherwise is somebody else.
    """
    words = text.split()
    if not words or not fold(words[0]).removeprefix("@").startswith(_BOT):
        return
    for length in range(1, min(len(words), _LONGEST_NAME + 1)):
        yield " ".join(words[length:])
