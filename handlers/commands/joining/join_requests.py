"""Asking to be connected without a code, and deciding on it."""

from datetime import timedelta

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.join_requests import asking, deciding
from bot.organisation.joining import joining
from bot.texts import join_requests as texts
from handlers.commands.joining.offers import offer_message
from handlers.conversation import Command, Handler, Incoming, Text

_ANSWERED_WITHIN = timedelta(hours=1)


async def ask(office: Office, incoming: Incoming) -> Reply:
    """Ask the stranger for their name."""
    request_id = await asking.begin(incoming.caller, office)
    return Reply(messages=(_question(*texts.ASK_NAME),), asking=_wait(office, Awaited.JOIN_NAME, request_id))


async def name(office: Office, incoming: Incoming) -> Reply:
    """Keep the name, and ask for the unit."""
    request_id, typed = _subject(incoming), incoming.content
    if not isinstance(typed, Text):
        return Reply(messages=(_lines(texts.TEXT_EXPECTED),), keeps_asking=True)
    await asking.say_name(incoming.caller, office, request_id=request_id, name=typed.text)
    return Reply(messages=(_question(texts.ASK_UNIT),), asking=_wait(office, Awaited.JOIN_UNIT, request_id))


async def unit(office: Office, incoming: Incoming) -> Reply:
    """Keep the unit, and pass the request on."""
    request_id, typed = _subject(incoming), incoming.content
    if not isinstance(typed, Text):
        return Reply(messages=(_lines(texts.TEXT_EXPECTED),), keeps_asking=True)
    passed = await asking.say_unit(
        incoming.caller, office, request_id=request_id, unit=typed.text, account=incoming.account
    )
    return Reply(messages=(_lines(*texts.PASSED_ON) if passed.told else _lines(texts.KEPT),))


async def let_be(_office: Office, _incoming: Incoming) -> Reply:
    """What was begun lapses by itself."""
    return Reply(replaces=_lines(texts.LET_BE), receipt=texts.LET_BE)


async def see_offer(office: Office, incoming: Incoming) -> Reply:
    """Show the stranger whose request was approved whom they would stand for."""
    offer = await joining.offered(incoming.caller, office, invitation_id=incoming.press.subject)
    return Reply(messages=(offer_message(office, offer, account=incoming.account),))


async def approve(office: Office, incoming: Incoming) -> Reply:
    """Offer the stranger to stand for the member of the button."""
    press = incoming.press
    approved = await deciding.approve(
        incoming.caller, office, request_id=press.subject, member_id=press.argument
    )
    said = texts.approved_done(approved.full_name)
    return Reply(replaces=_lines(said), receipt=said)


async def refuse(office: Office, incoming: Incoming) -> Reply:
    """Say that it is nobody of the unit."""
    await deciding.refuse(incoming.caller, office, request_id=incoming.press.subject)
    return Reply(replaces=_lines(texts.REFUSED_DONE), receipt=texts.REFUSED_DONE)


def _wait(office: Office, awaited: Awaited, request_id: int) -> Asking:
    return Asking(awaited, request_id, until=office.clock.now() + _ANSWERED_WITHIN)


def _subject(incoming: Incoming) -> int:
    if incoming.asking is None:
        raise TypeError("nothing was asked here; the table sent it to the wrong place")
    return incoming.asking.subject


def _question(*lines: str) -> Message:
    never_mind = Buttons(((Button(texts.NEVER_MIND, Act.NEVER_MIND),),))
    return Message((*map(Line, lines), never_mind))


def _lines(*lines: str) -> Message:
    return Message(tuple(Line(line) for line in lines))


COMMANDS: tuple[Command, ...] = ()
_BEGUN: dict[Act, Handler] = {Act.ASK_TO_JOIN: ask, Act.SEE_OFFER: see_offer}
OF_STRANGERS: dict[Act, Handler] = {**_BEGUN, Act.NEVER_MIND: let_be}
PRESSES: dict[Act, Handler] = {**_BEGUN, Act.APPROVE_JOIN: approve, Act.REFUSE_JOIN: refuse}
AWAITED: dict[Awaited, Handler] = {Awaited.JOIN_NAME: name, Awaited.JOIN_UNIT: unit}
