"""Who cannot be reached, why, and the next step."""

from bot.messages.acts import Act
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.coverage.cards import card
from bot.organisation.coverage.finding import coverage_below, coverage_of_unit
from handlers.conversation import Command, Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """The unit of the button and all below it; its pages turn in the same message."""
    press = incoming.press
    found = await coverage_below(incoming.caller, office, unit_id=press.subject, page=max(1, press.argument))
    message = card(office, found)
    return Reply(replaces=message) if press.argument else Reply(messages=(message,))


async def show_unit(office: Office, incoming: Incoming) -> Reply:
    """The names of this very unit."""
    press = incoming.press
    found = await coverage_of_unit(
        incoming.caller, office, unit_id=press.subject, page=max(1, press.argument)
    )
    message = card(office, found, of_unit=True)
    return Reply(replaces=message) if press.argument > 1 else Reply(messages=(message,))


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.COVERAGE: show, Act.COVERAGE_UNIT: show_unit}
AWAITED: dict[Awaited, Handler] = {}
