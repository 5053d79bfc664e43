"""A command typed while the conversation waits for something: it goes before, or it is asked which. Pure."""

from bot.messages.folding import fold
from bot.messages.numbered.told import Told
from bot.messages.reply import Awaited
from bot.texts import conversation as texts
from handlers.commands.table import BY_WORD
from handlers.zalo.typed_commands import as_command

_FEW_WORDS = 3
# No syllable of the language is longer: "danhsach" is a command typed in one word, "tim" may be any word.
_LONGEST_SYLLABLE = 7
# A day, hours, a figure or a file: no command can be meant as one.
_NO_WORDS = frozenset(
    {
        *(Awaited.SESSION_WHEN, Awaited.SESSION_MOVE, Awaited.DUE, Awaited.PUBLISH_AT, Awaited.UNIT_DATE),
        *(Awaited.ROLE_END, Awaited.EXEMPT_UNTIL, Awaited.QUIET_HOURS, Awaited.WHY_NUMBER),
        *(Awaited.ROSTER_FILE, Awaited.DRAFT_FILE, Awaited.SOURCE_PLACE),
    }
)
# A name or a few words, which may be spelt like a command followed by words.
_SHORT = frozenset(
    {
        *(Awaited.SESSION_TITLE, Awaited.SESSION_WHERE, Awaited.SEARCH_WORDS, Awaited.UNIT_NAME),
        *(Awaited.UNIT_SHORT_NAME, Awaited.UNIT_TARGET, Awaited.TOPIC_NAME, Awaited.TOPIC_UNIT),
        *(Awaited.MEMBER_NAME, Awaited.MEMBER_POSITION, Awaited.NEW_MEMBER, Awaited.DRAFT_FILE_NAME),
        *(Awaited.JOIN_NAME, Awaited.JOIN_UNIT, Awaited.READ_ALOUD),
    }
)
_SEARCHES = "tim"
# "Là mời Hòa": the words are the answer after all.
_IS = "là"


def interrupting(text: str, awaited: Awaited) -> str | Told:
    """The command that goes before what is waited for; what to ask where both may be meant; else nothing.

    A command's own word alone always goes before. With words behind it, it does where a date or a file is
    waited for, and where it is typed as one word that nobody writes for anything else ("danhsach Yến").

    Args:
        text: as typed.
        awaited: what the conversation waits for.
    """
    alone = as_command(text, alone=True)
    command = alone or as_command(text)
    if alone or not command or awaited not in _NO_WORDS | _SHORT:
        return alone
    rest = command.partition(" ")[2]
    if "\n" in text or len(rest.split()) > _FEW_WORDS:
        return ""
    if awaited in _NO_WORDS or _is_one_word(text):
        return command
    # What is searched for may be anything.
    return "" if awaited is Awaited.SEARCH_WORDS else Told(texts.which_of_both(text.strip()))


def answer_meant(text: str, awaited: Awaited | None) -> str:
    """The words as the answer to what is waited for.

    Without the "là" that says they are no command, and the "tìm" before what is searched for.
    """
    begins, _, rest = text.strip().partition(" ")
    if awaited in _SHORT and begins.casefold() == _IS and isinstance(interrupting(rest, awaited), Told):
        return rest
    return rest if awaited is Awaited.SEARCH_WORDS and fold(begins) == _SEARCHES and rest else text


def _is_one_word(text: str) -> bool:
    first = text.split(maxsplit=1)[0].casefold()
    return first in BY_WORD and len(first) > _LONGEST_SYLLABLE
