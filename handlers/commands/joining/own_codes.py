"""What a member hears who types a code of their own where they are connected already."""

from bot.messages.blocks import Line, Message
from bot.messages.reply import Reply
from bot.office import Office
from bot.organisation.joining.own_codes import belongs_elsewhere
from bot.texts.inviting import typed_here
from handlers.commands.places import place_words
from handlers.conversation import Incoming


async def own_code(office: Office, incoming: Incoming, typed: str) -> Reply | None:
    """Where it is to be typed; None where it is no good code of theirs."""
    found = await belongs_elsewhere(incoming.caller, office, typed=typed)
    if found is None:
        return None
    lines = typed_here(
        address_form=found.address_form,
        given_name=found.given_name,
        place=place_words(found.place),
        others=found.others,
    )
    return Reply(messages=(Message(tuple(map(Line, lines))),))
