"""/start: a code, a consent, a welcome; and what a stranger hears."""

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation import codes, joining
from bot.organisation.joining import Offer, Standing
from bot.texts import conversation
from bot.texts import joining as texts
from handlers.conversation import Command, Handler, Incoming, Press


async def start(office: Office, incoming: Incoming) -> Reply:
    """Show whom the code will bind; without a code, a short welcome back."""
    code = _words_after_command(incoming.text)
    if code:
        return await _show(office, incoming, code)
    if incoming.caller.member_id is None:
        return _polite(office)
    return _back(await joining.standing(incoming.caller, office))


async def stranger(office: Office, incoming: Incoming) -> Reply:
    """Whatever somebody unknown says: a code is looked at, a consent taken, all else gets one answer."""
    if isinstance(incoming.content, Press):
        answer = PRESSES.get(incoming.content.act)
        return _polite(office) if answer is None else await answer(office, incoming)
    if _command_word(incoming.text) == "/start":
        return await start(office, incoming)
    if codes.read(incoming.text) is not None:
        return await _show(office, incoming, incoming.text)
    return _polite(office)


async def consent(office: Office, incoming: Incoming) -> Reply:
    """Bind this conversation, and welcome the member."""
    joined = await joining.consent(incoming.caller, office, invitation_id=incoming.press.subject)
    if joined.already:
        return _back(joined)
    given = texts.consented(address_form=joined.address_form, at=office.clock.now(), zone=office.zone)
    welcome = texts.welcome_lines(
        address_form=joined.address_form,
        given_name=joined.given_name,
        office=office.settings.office.name,
        waiting=joined.waiting,
    )
    return Reply(messages=(_lines(*welcome),), replaces=_lines(given))


async def no_consent(office: Office, incoming: Incoming) -> Reply:
    """Put the member onto the paper list and leave this conversation to nobody."""
    await joining.refuse_consent(incoming.caller, office, invitation_id=incoming.press.subject)
    return Reply(replaces=_lines(*texts.PAPER_LINES))


async def _show(office: Office, incoming: Incoming, code: str) -> Reply:
    offer = await joining.show_invitation(incoming.caller, office, code=code)
    if offer.already:
        return _back(await joining.standing(incoming.caller, office))
    return Reply(messages=(_offer(office, offer),))


def _offer(office: Office, offer: Offer) -> Message:
    lines = texts.consent_lines(
        address_form=offer.address_form,
        full_name=offer.full_name,
        unit_name=offer.unit_name,
        kind=offer.kind,
    )
    buttons = Buttons(
        (
            (Button(texts.CONSENT_BUTTON, Act.CONSENT, offer.invitation_id),),
            (Button(texts.NO_CONSENT_BUTTON, Act.NO_CONSENT, offer.invitation_id),),
        )
    )
    title = Bold(texts.consent_title(office=office.settings.office.name))
    return Message((title, *map(Line, lines), buttons))


def _back(standing: Standing) -> Reply:
    lines = texts.back_lines(
        address_form=standing.address_form, given_name=standing.given_name, waiting=standing.waiting
    )
    return Reply(messages=(_lines(*lines),))


def _polite(office: Office) -> Reply:
    return Reply(messages=(_lines(conversation.STRANGER.format(office=office.settings.office.name)),))


def _lines(*lines: str) -> Message:
    return Message(tuple(Line(line) for line in lines))


def _command_word(text: str) -> str:
    # Telegram writes /start@bot in groups.
    return text.split(maxsplit=1)[0].partition("@")[0].lower() if text else ""


def _words_after_command(text: str) -> str:
    return " ".join(text.split()[1:])


COMMANDS: tuple[Command, ...] = (Command("start", texts.HELP_START, start, listed=False),)
PRESSES: dict[Act, Handler] = {Act.CONSENT: consent, Act.NO_CONSENT: no_consent}
AWAITED: dict[Awaited, Handler] = {}
