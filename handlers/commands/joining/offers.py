"""What a stranger is shown: whom this conversation would stand for, or one polite answer."""

from bot.messages.acts import Act
from bot.messages.blocks import AskContact, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Reply
from bot.office import Office
from bot.organisation.consent import goes_abroad
from bot.organisation.joining.joining import Offer
from bot.texts import conversation
from bot.texts import join_requests as request_texts
from bot.texts import joining as texts
from handlers.commands.joining.consenting import offer_buttons
from handlers.conversation import Incoming


def offer_message(office: Office, offer: Offer, *, account: str) -> Message:
    """Whom the offer binds to which account, what is kept of them, and the answers."""
    lines = texts.consent_lines(
        address_form=offer.address_form,
        full_name=offer.full_name,
        unit_name=offer.unit_name,
        kind=offer.kind,
        office=office.settings.office.name,
        left_days=office.settings.retention.left_members_days,
        abroad=goes_abroad(office),
    )
    bound = [Line(texts.account_line(account))] if account else []
    title = Bold(texts.consent_title(office=office.settings.office.name))
    return Message((title, *bound, *map(Line, lines), offer_buttons(offer.invitation_id)))


def polite(office: Office, incoming: Incoming) -> Reply:
    """The same to every stranger: where they are, and the ways in; nothing about anybody."""
    hello = Line(conversation.STRANGER.format(office=office.settings.office.name))
    ask = Buttons(((Button(request_texts.ASK_BUTTON, Act.ASK_TO_JOIN),),))
    messages = [Message((hello, ask))]
    if incoming.knows_contacts:
        messages.append(Message((Line(request_texts.CONTACT_HINT), AskContact(request_texts.CONTACT_BUTTON))))
    return Reply(messages=tuple(messages))
