"""Dữ liệu của tôi: consent given and withdrawn, a copy, what is to be corrected, deletion."""

from datetime import timedelta

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, File, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.consent import mark_of, marked
from bot.organisation.privacy import agreeing, asking, copying, overview
from bot.organisation.privacy.cards import consent_card
from bot.texts import data_requests as request_texts
from bot.texts import privacy as words
from bot.texts import refusals
from bot.texts import self_service as texts
from handlers.commands.organisation import member_data
from handlers.conversation import Command, Handler, Incoming

_WAITS = timedelta(hours=1)
_TRY_AGAIN = frozenset({Refusal.EMPTY, Refusal.TOO_LONG})


async def show(office: Office, incoming: Incoming) -> Reply:
    """What is stored, how long, what was asked about it; of somebody else, for an admin."""
    if incoming.press.subject and incoming.press.subject != incoming.caller.member_id:
        return await member_data.show(office, incoming)
    return Reply(messages=(await _overview(office, incoming),))


async def own_consent(office: Office, incoming: Incoming) -> Reply:
    """The words and what one agrees to."""
    own = await agreeing.own_consent(incoming.caller, office)
    return Reply(messages=(consent_card(office, own),))


async def give(office: Office, incoming: Incoming) -> Reply:
    """Agree to the purposes of the button."""
    purposes = marked(incoming.press.argument)
    await agreeing.give(incoming.caller, office, purposes=purposes)
    own = await agreeing.own_consent(incoming.caller, office)
    said = words.given_now(purposes)
    return Reply(replaces=consent_card(office, own), toast=said, receipt=said)


async def withdraw(office: Office, incoming: Incoming) -> Reply:
    """Say what follows from withdrawing, and ask once more."""
    purposes = marked(incoming.press.argument)
    own = await agreeing.own_consent(incoming.caller, office)
    lines = [
        Line(words.withdrawn(one, address_form=own.address_form)) for one in words.PURPOSES if one in purposes
    ]
    mark = mark_of(purposes)
    rows = (
        (Button(texts.withdraw_confirm(len(purposes)), Act.WITHDRAW_CONFIRMED, 0, mark),),
        (Button(texts.BACK_BUTTON, Act.OWN_CONSENT),),
    )
    return Reply(messages=(Message((*lines, Buttons(rows))),))


async def withdraw_confirmed(office: Office, incoming: Incoming) -> Reply:
    """Withdraw: from now on nothing more is sent or kept for it."""
    purposes = marked(incoming.press.argument)
    await agreeing.withdraw(incoming.caller, office, purposes=purposes)
    own = await agreeing.own_consent(incoming.caller, office)
    said = words.withdrawn_now(purposes)
    return Reply(replaces=consent_card(office, own), toast=said, receipt=said)


async def copy(office: Office, incoming: Incoming) -> Reply:
    """Everything that is kept about the caller, as a file."""
    made = await copying.copy(incoming.caller, office)
    lines = map(Line, texts.COPY_LINES)
    return Reply(messages=(Message((*lines, File(made.name, made.file_id)), protected=True),))


async def correct(office: Office, incoming: Incoming) -> Reply:
    """Wait for what is wrong."""
    asks = Asking(Awaited.DATA_WISH, incoming.press.subject, office.clock.now() + _WAITS)
    never = Buttons(((Button(texts.BACK_BUTTON, Act.NEVER_MIND),),))
    return Reply(messages=(Message((Line(request_texts.ASK_WISH), never)),), asking=asks)


async def wish(office: Office, incoming: Incoming) -> Reply:
    """Pass on what is wrong."""
    about = 0 if incoming.asking is None else incoming.asking.subject
    try:
        made = await asking.ask_correction(incoming.caller, office, wish=incoming.text, member_id=about)
    except Refused as refused:
        if refused.reason not in _TRY_AGAIN:
            raise
        return Reply(messages=(_say(refusals.sentence(refused.reason, refused.details)),), keeps_asking=True)
    return Reply(messages=(_say(overview.asked(office, made)),), toast=request_texts.ASKED_TOAST)


async def delete(office: Office, incoming: Incoming) -> Reply:
    """Say what deletion means, and ask once more."""
    about = await overview.to_delete(incoming.caller, office, member_id=incoming.press.subject)
    head: list[Block] = [Bold(request_texts.DELETE_TITLE), Line(texts.name(about.full_name))]
    lines = map(Line, request_texts.delete_lines(address_form=about.address_form))
    is_own = incoming.press.subject in {0, incoming.caller.member_id}
    instead = [Line(request_texts.WITHDRAW_INSTEAD)] if is_own else []
    rows = (
        *([(Button(texts.CONSENT_BUTTON, Act.OWN_CONSENT),)] if is_own else []),
        (Button(request_texts.DELETE_BUTTON, Act.DELETE_CONFIRMED, incoming.press.subject),),
        (Button(request_texts.KEEP_BUTTON, Act.MEMBER_DATA, incoming.press.subject),),
    )
    return Reply(messages=(Message((*head, *lines, *instead, Buttons(rows))),))


async def delete_confirmed(office: Office, incoming: Incoming) -> Reply:
    """Take the request down."""
    made = await asking.ask_deletion(incoming.caller, office, member_id=incoming.press.subject)
    said = overview.asked(office, made)
    return Reply(replaces=_say(said), toast=request_texts.ASKED_TOAST, receipt=said)


async def call_off(office: Office, incoming: Incoming) -> Reply:
    """Take a request back."""
    await asking.call_off(incoming.caller, office, request_id=incoming.press.subject)
    said = request_texts.CALLED_OFF
    return Reply(replaces=_say(said), toast=said, receipt=said)


async def _overview(office: Office, incoming: Incoming) -> Message:
    own = await overview.own_data(incoming.caller, office)
    blocks: list[Block] = [Bold(texts.DATA_TITLE), Line(texts.STORED), Line(own.kept)]
    blocks += map(Line, own.requests)
    rows = [
        (Button(texts.CONSENT_BUTTON, Act.OWN_CONSENT),),
        (Button(texts.COPY_BUTTON, Act.DATA_COPY),),
        (
            Button(texts.CORRECT_BUTTON, Act.CORRECT_DATA),
            Button(texts.DELETE_BUTTON, Act.DELETE_DATA),
        ),
        *(
            (Button(request_texts.CALL_OFF_BUTTON.format(number=number), Act.CALL_OFF_REQUEST, request_id),)
            for number, request_id in enumerate(own.request_ids, start=1)
        ),
        (Button(texts.BACK_BUTTON, Act.OWN_RECORD),),
    ]
    return Message((*blocks, Buttons(tuple(rows))))


def _say(sentence: str) -> Message:
    return Message((Line(sentence),))


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.MEMBER_DATA: show,
    Act.OWN_CONSENT: own_consent,
    Act.GIVE_CONSENT: give,
    Act.WITHDRAW_CONSENT: withdraw,
    Act.WITHDRAW_CONFIRMED: withdraw_confirmed,
    Act.DATA_COPY: copy,
    Act.CORRECT_DATA: correct,
    Act.DELETE_DATA: delete,
    Act.DELETE_CONFIRMED: delete_confirmed,
    Act.CALL_OFF_REQUEST: call_off,
}
AWAITED: dict[Awaited, Handler] = {Awaited.DATA_WISH: wish}
