"""Letting a member off: what from, why, until when; and ending it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.membership import exempting, viewing
from bot.organisation.membership.exempting import Wish
from bot.organisation.rights.terms import typed_last_day
from bot.states import ExemptFrom, ExemptReason
from bot.texts import exempting as texts
from bot.texts import roster as words
from handlers.commands.organisation.roster import member_card
from handlers.conversation import Command, Handler, Incoming

_WAITS = timedelta(hours=1)
_FROM = tuple(ExemptFrom)
_REASONS = tuple(ExemptReason)
_BASE = 10


async def choose(office: Office, incoming: Incoming) -> Reply:
    """What from, then why, then until when, by the number that the button carries."""
    member_id, number = incoming.press.subject, incoming.press.argument
    card = await viewing.card(incoming.caller, office, member_id=member_id)
    full_name = card.member.full_name
    what, why = divmod(number, _BASE)
    if not what:
        rows = [
            (Button(texts.exempt_button(one), Act.EXEMPT, member_id, place * _BASE),)
            for place, one in enumerate(_FROM, start=1)
        ]
        return _reply(texts.ask_exempt(full_name), member_id, rows)
    if not why:
        rows = [
            (Button(texts.reason_button(one), Act.EXEMPT, member_id, what * _BASE + place),)
            for place, one in enumerate(_REASONS, start=1)
        ]
        return _reply(texts.ask_reason(full_name, _FROM[what - 1]), member_id, rows)
    open_end = Button(texts.BUTTON_OPEN_END, Act.EXEMPT_OPEN_END, member_id, number)
    asking = Asking(Awaited.EXEMPT_UNTIL, member_id, office.clock.now() + _WAITS, number)
    question = texts.ask_until(full_name, _FROM[what - 1], _REASONS[why - 1])
    return _reply(question, member_id, [(open_end,)], asking=asking)


async def let_off_openly(office: Office, incoming: Incoming) -> Reply:
    """Let the member off until further notice."""
    press = incoming.press
    return await _let_off(office, incoming, _wish(press.subject, press.argument))


async def take_last_day(office: Office, incoming: Incoming) -> Reply:
    """Let the member off until the typed day is over."""
    waiting = incoming.asking
    if waiting is None:
        raise Refused(Refusal.GONE_ON)
    today = office.clock.now().astimezone(office.zone).date()
    last_on = typed_last_day(incoming.text, today=today)
    wish = _wish(waiting.subject, waiting.argument)
    return await _let_off(office, incoming, Wish(wish.member_id, wish.exempt_from, wish.reason, last_on))


async def ask_end(office: Office, incoming: Incoming) -> Reply:
    """Whether the exemption is really to end now."""
    found = await exempting.look(incoming.caller, office, exemption_id=incoming.press.subject)
    question = texts.ask_end(found.address_form, found.full_name, found.exempt_from)
    confirm = Button(texts.BUTTON_END_CONFIRMED, Act.END_EXEMPTION_CONFIRMED, found.exemption_id)
    return _reply(question, found.member_id, [(confirm,)])


async def end(office: Office, incoming: Incoming) -> Reply:
    """End the exemption of the button."""
    ended = await exempting.end_exemption(incoming.caller, office, exemption_id=incoming.press.subject)
    line = texts.exemption_ended(ended.address_form, ended.full_name, ended.exempt_from, ended.obligations)
    card = await member_card(office, incoming, ended.member_id)
    return Reply(messages=(Message((Line(line),)), card), toast=words.DONE)


async def _let_off(office: Office, incoming: Incoming, wish: Wish) -> Reply:
    made = await exempting.exempt(incoming.caller, office, wish=wish)
    line = texts.exempted(
        made.address_form,
        made.full_name,
        exempt_from=made.exempt_from,
        reason=made.reason,
        last_on=made.last_on,
        obligations=made.obligations,
    )
    card = await member_card(office, incoming, made.member_id)
    return Reply(messages=(Message((Line(line),)), card), toast=words.DONE)


def _wish(member_id: int, number: int) -> Wish:
    what, why = divmod(number, _BASE)
    return Wish(member_id, _FROM[what - 1], _REASONS[why - 1])


def _reply(
    question: str,
    member_id: int,
    rows: Sequence[tuple[Button, ...]],
    *,
    asking: Asking | None = None,
) -> Reply:
    back = (Button(words.BUTTON_BACK, Act.MEMBER_CARD, member_id),)
    return Reply(messages=(Message((Line(question), Buttons((*rows, back)))),), asking=asking)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.EXEMPT: choose,
    Act.EXEMPT_OPEN_END: let_off_openly,
    Act.END_EXEMPTION: ask_end,
    Act.END_EXEMPTION_CONFIRMED: end,
}
AWAITED: dict[Awaited, Handler] = {Awaited.EXEMPT_UNTIL: take_last_day}
