"""Links that open Telegram and hand the bot a word, said as a command (bots/features#deep-linking)."""

from bot.messages.acts import Act
from bot.publication.group_cards import START_WITH
from handlers.conversation import Press, Text

# Of a button's subject, which has four bytes.
_DIGITS = 10


def said_alone(text: str) -> Text | Press:
    """Words in somebody's own chat; the way there from a group's card opens that card, and grants nothing."""
    word, _, payload = text.partition(" ")
    number = payload.removeprefix(START_WITH)
    is_link = word == "/start" and payload.startswith(START_WITH) and number.isdecimal()
    return Press(Act.OPEN_CARD, int(number), 0) if is_link and len(number) < _DIGITS else Text(text)


def said_in_group(text: str) -> Text:
    """Words in a group; a link that adds the bot to it says the group's code in these."""
    word, _, payload = text.partition(" ")
    return Text(f"/nhom {payload}".strip() if word.partition("@")[0] == "/start" else text)
