"""Commands as people type them where they write no slash. Pure."""

from bot.messages.folding import fold
from bot.messages.numbered.reporting_words import without_courtesy
from bot.texts.spoken_commands import SAID_FOR
from handlers.commands.table import BY_WORD

# "nhập danh sách" is three words; no name of a command has more.
_MOST_WORDS = 4
# What follows a command is a name, a code or hours: whatever is longer is somebody's sentence.
_MOST_LETTERS = 80
_SPOKEN = {fold(said): word for said, word in SAID_FOR.items()}
# "Cho tôi xem lịch", "gõ cần làm": what leads to the word, and what ends it.
_LEADS = ("cho toi xem ", "cho xem ", "xin xem ", "go ", "muon xem ")
_ENDS = (" a", " nhe", " nha", " voi", " giup", " giup toi")
_MERE_ENDS = frozenset(end.strip() for end in _ENDS)


def as_command(text: str, *, alone: bool = False) -> str:
    """The command with its slash, if the words are one, else nothing; accents and blanks are forgiven.

    Args:
        text: as typed, with or without a slash.
        alone: only where nothing else was typed, since something else is waited for.
    """
    line, _, below = text.strip().partition("\n")
    words = line.removeprefix("/").split()
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        command = BY_WORD.get(fold("".join(words[:length])).replace(" ", ""))
        if command is None:
            continue
        rest = " ".join(words[length:])
        is_alone = (not rest or fold(rest) in _MERE_ENDS) and not below
        may_follow = command.takes_words and not alone and not (rest and below) and len(rest) <= _MOST_LETTERS
        if line.startswith("/") or is_alone or may_follow:
            head = f"/{command.name} {'' if is_alone else rest}".strip()
            return f"{head}\n{below}" if below else head
    return "" if below else _spoken(line)


def _spoken(line: str) -> str:
    """The command that is asked for politely, or by its title in the help; "?" asks about something else."""
    if "?" in line or line.startswith("/"):
        return ""
    for one in without_courtesy(line):
        said = one
        for lead in _LEADS:
            said = said.removeprefix(lead)
        for end in _ENDS:
            said = said.removesuffix(end)
        command = next((BY_WORD[word] for each in (one, said) if (word := _word(each)) in BY_WORD), None)
        if command is not None:
            return f"/{command.name}"
    return ""


def _word(said: str) -> str:
    return _SPOKEN.get(said) or said.replace(" ", "")
