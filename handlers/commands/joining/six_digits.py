"""Six digits to be typed at once: for somebody whom one invites, and for another messenger of one's own."""

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.joining import six_digits
from bot.texts import six_digits as texts
from handlers.commands.places import place_words
from handlers.conversation import Command, Handler, Incoming


async def for_member(office: Office, incoming: Incoming) -> Reply:
    """Six digits to be read aloud to the member of the button."""
    made = await six_digits.for_member(incoming.caller, office, member_id=incoming.press.subject)
    lines = texts.for_member_lines(
        address_form=made.address_form,
        full_name=made.full_name,
        code=made.code,
        place=place_words(made.place),
        expires_at=made.expires_at,
        zone=office.zone,
    )
    return _shown(texts.title(made.full_name), lines)


async def for_oneself(office: Office, incoming: Incoming) -> Reply:
    """Six digits to be typed on another messenger."""
    made = await six_digits.for_oneself(incoming.caller, office)
    lines = texts.own_lines(
        code=made.code,
        place=place_words(made.place),
        others=made.others,
        expires_at=made.expires_at,
        zone=office.zone,
    )
    return _shown(texts.OWN_TITLE, lines)


def _shown(title: str, lines: tuple[str, ...]) -> Reply:
    return Reply(messages=(Message((Bold(title), *map(Line, lines))),), toast=texts.MADE)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.SIX_DIGITS: for_member, Act.OWN_SIX_DIGITS: for_oneself}
AWAITED: dict[Awaited, Handler] = {}
