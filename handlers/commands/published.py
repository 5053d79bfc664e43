"""/vanban, the card, the whole text."""

from bot.acknowledgement.opening import Through, opened
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Link, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication import published
from bot.texts import acknowledging as texts
from handlers.conversation import Command, Handler, Incoming

_MOST = 8
_IN_A_ROW = 2


async def show_published(office: Office, incoming: Incoming) -> Reply:
    """What is in force for the caller, the newest first."""
    found = await published.in_force_for(incoming.caller, office, limit=_MOST + 1)
    if not found:
        return Reply(messages=(Message((Line(texts.NOTHING_PUBLISHED),)),))
    shown = found[:_MOST]
    blocks: list[Block] = [Bold(texts.HEADING_PUBLISHED)]
    blocks += [
        Line(texts.published_line(place, one.number, one.title, one.published_at, office.zone))
        for place, one in enumerate(shown, start=1)
    ]
    if len(found) > len(shown):
        blocks.append(Line(texts.MORE_PUBLISHED))
    buttons = [
        Button(texts.open_button(place), Act.OPEN_CARD, one.publication_id)
        for place, one in enumerate(shown, start=1)
    ]
    rows = tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))
    return Reply(messages=(Message((*blocks, Buttons(rows))),))


async def open_card(office: Office, incoming: Incoming) -> Reply:
    """The card as it stands now."""
    about = incoming.press.subject
    card = await published.member_card(incoming.caller, office, publication_id=about)
    await opened(incoming.caller, office, publication_id=about, through=Through.CARD)
    return Reply(messages=(card,), keeps_asking=True)


async def full_text(office: Office, incoming: Incoming) -> Reply:
    """The whole text; in scope nội bộ where to read it."""
    about = incoming.press.subject
    found = await published.full_text(incoming.caller, office, publication_id=about)
    await opened(incoming.caller, office, publication_id=about, through=Through.FULL_TEXT)
    heading = Bold(texts.named(found.number, found.title))
    if found.body is None:
        card = await published.member_card(incoming.caller, office, publication_id=about)
        links: list[Block] = [block for block in card.blocks if isinstance(block, Link)]
        where = links or [Line(texts.WHERE_TO_READ)]
        return Reply(messages=(Message((heading, *where), protected=True),))
    lines = [Line(line) for line in found.body.splitlines()]
    return Reply(messages=(Message((heading, *lines)),), keeps_asking=True)


COMMANDS: tuple[Command, ...] = (Command("vanban", texts.HELP_PUBLISHED, show_published),)
PRESSES: dict[Act, Handler] = {Act.OPEN_CARD: open_card, Act.FULL_TEXT: full_text}
AWAITED: dict[Awaited, Handler] = {}
