"""/tim: words, and what was found by them."""

from datetime import timedelta

from bot.access import demand_member
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.member import searching
from bot.publication.member.searching import Found
from bot.texts import acknowledging
from bot.texts import searching as texts
from handlers.conversation import Command, Handler, Incoming

_WAITS = timedelta(hours=1)
_IN_A_ROW = 2


async def search(office: Office, incoming: Incoming) -> Reply:
    """Search for the words behind the command; without any, ask for them."""
    _, _, words = incoming.text.partition(" ")
    return await _found(office, incoming, words) if words.strip() else _ask(office, incoming)


async def ask_again(office: Office, incoming: Incoming) -> Reply:
    """Ask for other words."""
    return _ask(office, incoming)


async def take_words(office: Office, incoming: Incoming) -> Reply:
    """Search for what was typed."""
    if not incoming.text:
        return Reply(messages=(Message((Line(texts.WORDS_WANTED),)),), keeps_asking=True)
    return await _found(office, incoming, incoming.text)


def _ask(office: Office, incoming: Incoming) -> Reply:
    demand_member(incoming.caller)
    never_mind = Button(texts.NEVER_MIND, Act.NEVER_MIND)
    message = Message((Line(texts.ASK_WORDS), Buttons(((never_mind,),))))
    until = office.clock.now() + _WAITS
    return Reply(messages=(message,), asking=Asking(Awaited.SEARCH_WORDS, 0, until))


async def _found(office: Office, incoming: Incoming, words: str) -> Reply:
    found = await searching.search(incoming.caller, office, typed=words)
    again = (Button(texts.SEARCH_AGAIN, Act.SEARCH),)
    if not found.hits:
        return Reply(messages=(Message((Line(texts.nothing_found(found.typed)), Buttons((again,)))),))
    buttons = [
        Button(acknowledging.open_button(place), Act.OPEN_CARD, one.publication_id)
        for place, one in enumerate(found.hits, start=1)
    ]
    rows = [tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW)]
    return Reply(messages=(Message((*_lines(office, found), Buttons((*rows, again)))),))


def _lines(office: Office, found: Found) -> list[Block]:
    lines: list[Block] = [Bold(texts.heading(found.typed))]
    if not found.has_all_words:
        lines.append(Line(texts.NOT_ALL_WORDS))
    for place, one in enumerate(found.hits, start=1):
        said = texts.hit(place, one.number, one.title, one.published_at, office.zone, is_over=one.is_over)
        lines.append(Line(said))
        lines += [Line(one.line)] if one.line else []
    return [*lines, *([Line(texts.HAS_MORE)] if found.has_more else [])]


COMMANDS: tuple[Command, ...] = (Command("tim", texts.HELP_SEARCH, search, takes_words=True),)
PRESSES: dict[Act, Handler] = {Act.SEARCH: ask_again}
AWAITED: dict[Awaited, Handler] = {Awaited.SEARCH_WORDS: take_words}
