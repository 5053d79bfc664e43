"""/start: a code, a consent, a welcome; and what a stranger hears."""

from bot.messages.acts import Act
from bot.messages.blocks import Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.consent import EVERYTHING, marked
from bot.organisation.joining import codes, contacts, joining
from bot.organisation.joining.joining import Standing
from bot.states import ConsentPurpose
from bot.texts import join_requests as request_texts
from bot.texts import joining as texts
from handlers.commands.joining import join_requests
from handlers.commands.joining.consenting import ON_THE_CARD, choosing, offer_buttons
from handlers.commands.joining.offers import offer_message, polite
from handlers.commands.joining.own_codes import own_code
from handlers.commands.office.connections import full_house
from handlers.conversation import Command, ContactSent, Handler, Incoming, Press


async def start(office: Office, incoming: Incoming) -> Reply:
    """Show whom the code will bind; without a code, a short welcome back."""
    code = _words_after_command(incoming.text)
    if code:
        return await _show(office, incoming, code)
    if incoming.caller.member_id is None:
        return polite(office, incoming)
    return _back(await joining.standing(incoming.caller, office))


async def stranger(office: Office, incoming: Incoming) -> Reply:
    """Whatever somebody unknown says, one thing after the other.

    A code or a number is looked at, a consent or a request to be connected is taken; else one answer comes.
    Where the bot is full, there is only the way to another one.
    """
    turned_away = await full_house(office, incoming)
    if turned_away is not None:
        return turned_away
    if isinstance(incoming.content, Press):
        answer = (PRESSES | join_requests.OF_STRANGERS).get(incoming.content.act)
        return polite(office, incoming) if answer is None else await answer(office, incoming)
    if isinstance(incoming.content, ContactSent):
        return await _by_number(office, incoming, incoming.content)
    if _command_word(incoming.text) == "/start":
        return await start(office, incoming)
    if codes.read(incoming.text) is not None:
        return await _show(office, incoming, incoming.text)
    if incoming.asking is not None and not incoming.text.startswith("/"):
        answer = join_requests.AWAITED.get(incoming.asking.awaited)
        return polite(office, incoming) if answer is None else await answer(office, incoming)
    if codes.is_like_one(incoming.text):
        return Reply(messages=(_lines(texts.LIKE_A_CODE),))
    return await _waiting(office, incoming) or polite(office, incoming)


async def _waiting(office: Office, incoming: Incoming) -> Reply | None:
    """The answers once more, to who was shown an invitation and says something else."""
    offer = await joining.waiting_offer(incoming.caller, office)
    if offer is None:
        return None
    head = Line(texts.offer_waits(address_form=offer.address_form, full_name=offer.full_name))
    return Reply(messages=(Message((head, offer_buttons(offer.invitation_id))),))


async def contact_of_member(_office: Office, _incoming: Incoming) -> Reply:
    """To who is connected already and sends a number all the same."""
    return Reply(messages=(_lines(request_texts.NO_CONTACT_NEEDED),), keeps_asking=True)


async def consent(office: Office, incoming: Incoming) -> Reply:
    """Bind this conversation with consent to everything, and welcome the member."""
    return await _joined(office, incoming, EVERYTHING)


async def choose(office: Office, incoming: Incoming) -> Reply:
    """The purposes one by one, as chosen so far."""
    press = incoming.press
    offer = await joining.offered(incoming.caller, office, invitation_id=press.subject)
    card = choosing(offer.invitation_id, press.argument, address_form=offer.address_form)
    return Reply(replaces=card) if press.argument & ON_THE_CARD else Reply(messages=(card,))


async def consent_chosen(office: Office, incoming: Incoming) -> Reply:
    """Bind this conversation with consent to what was chosen; without the notices word comes on paper."""
    chosen = marked(incoming.press.argument)
    if ConsentPurpose.NOTICES not in chosen:
        return await no_consent(office, incoming)
    return await _joined(office, incoming, chosen)


async def no_consent(office: Office, incoming: Incoming) -> Reply:
    """Put the member onto the paper list and leave this conversation to nobody."""
    await joining.refuse_consent(incoming.caller, office, invitation_id=incoming.press.subject)
    return Reply(replaces=_lines(*texts.PAPER_LINES), receipt=" ".join(texts.PAPER_LINES))


async def not_me(office: Office, incoming: Incoming) -> Reply:
    """The code names somebody else: nothing is bound and nothing ends for them."""
    await joining.give_back(incoming.caller, office, invitation_id=incoming.press.subject)
    return Reply(replaces=_lines(*texts.NOT_ME_LINES), receipt=" ".join(texts.NOT_ME_LINES))


async def _joined(office: Office, incoming: Incoming, purposes: frozenset[ConsentPurpose]) -> Reply:
    joined = await joining.consent(
        incoming.caller, office, invitation_id=incoming.press.subject, purposes=purposes
    )
    if joined.already:
        return _back(joined)
    given = texts.consented(
        address_form=joined.address_form, at=office.clock.now(), zone=office.zone, purposes=len(purposes)
    )
    welcome = texts.welcome_lines(
        address_form=joined.address_form,
        given_name=joined.given_name,
        office=office.settings.office.name,
        waiting=joined.waiting,
        follows=joined.follows,
        acknowledges=ConsentPurpose.ACKNOWLEDGEMENT in purposes,
    )
    return Reply(messages=(_lines(*welcome),), replaces=_lines(given), receipt=given)


async def _show(office: Office, incoming: Incoming, code: str) -> Reply:
    offer = await joining.show_invitation(incoming.caller, office, code=code)
    if offer.already:
        told = await own_code(office, incoming, code)
        return told or _back(await joining.standing(incoming.caller, office))
    return Reply(messages=(offer_message(office, offer, account=incoming.account),))


async def _by_number(office: Office, incoming: Incoming, sent: ContactSent) -> Reply:
    invitation_id = await contacts.offer_for_number(
        incoming.caller, office, phone=sent.phone, is_own=sent.is_own
    )
    offer = await joining.offered(incoming.caller, office, invitation_id=invitation_id)
    return Reply(messages=(offer_message(office, offer, account=incoming.account),))


def _back(standing: Standing) -> Reply:
    lines = texts.back_lines(
        address_form=standing.address_form, given_name=standing.given_name, waiting=standing.waiting
    )
    return Reply(messages=(_lines(*lines),))


def _lines(*lines: str) -> Message:
    return Message(tuple(Line(line) for line in lines))


def _command_word(text: str) -> str:
    # In groups some write /start@bot.
    return text.split(maxsplit=1)[0].partition("@")[0].lower() if text else ""


def _words_after_command(text: str) -> str:
    return " ".join(text.split()[1:])


COMMANDS: tuple[Command, ...] = (
    Command("start", texts.HELP_START, start, aliases=("batdau",), listed=False, takes_words=True),
)
PRESSES: dict[Act, Handler] = {
    Act.CONSENT: consent,
    Act.NO_CONSENT: no_consent,
    Act.NOT_ME: not_me,
    Act.CHOOSE_CONSENT: choose,
    Act.CONSENT_CHOSEN: consent_chosen,
}
AWAITED: dict[Awaited, Handler] = {}
