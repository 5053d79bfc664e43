"""The card, the whole text."""

from bot.acknowledgement.opening import Through, opened
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Link, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication.member import published
from bot.publication.versions.current import current
from bot.texts import acknowledging as texts
from bot.texts import cards
from handlers.conversation import Command, Handler, Incoming


async def open_card(office: Office, incoming: Incoming) -> Reply:
    """The card as it stands now; of what was replaced, that of what stands in its place."""
    about = await current(incoming.caller, office, publication_id=incoming.press.subject)
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
    row = (Button(texts.OPEN, Act.OPEN_CARD, about), Button(cards.ATTACHMENTS, Act.ATTACHMENTS, about))
    below = (Buttons((row,)),) if found.has_files else ()
    return Reply(messages=(Message((heading, *lines, *below)),), keeps_asking=True)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.OPEN_CARD: open_card, Act.FULL_TEXT: full_text}
AWAITED: dict[Awaited, Handler] = {}
