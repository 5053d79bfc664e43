"""Giving and ending a role, choice after choice; what was chosen stands in the dialogue until confirmed."""

from datetime import date, timedelta

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.rights import granting, listing
from bot.organisation.rights.proposals import EVERYWHERE, ROLES, Proposal, proposal_of, role_of
from bot.organisation.rights.terms import day_of, number_of, typed_last_day, typed_term
from bot.texts import rights as texts
from bot.texts import roles as words
from handlers.commands.organisation.rights import member_card
from handlers.conversation import Command, Handler, Incoming

_ON_A_PAGE = 8
_ROLE_BASE = 8
_WAITS = timedelta(hours=1)


async def choose_role(office: Office, incoming: Incoming) -> Reply:
    """Which role the member of the button is to get."""
    member_id = incoming.press.subject
    rows = []
    for number, role in enumerate(ROLES):
        units = await listing.units_for(incoming.caller, office, member_id=member_id, role=role)
        if role not in EVERYWHERE:
            rows.append((Button(words.ROLES[role], Act.GIVE_ROLE_UNIT, member_id, number),))
        elif units:
            argument = number + _ROLE_BASE * units[0].id
            rows.append((Button(words.ROLES[role], Act.GIVE_ROLE_SHOW, member_id, argument),))
    rows.append((_back(member_id),))
    return Reply(replaces=Message((Bold(texts.TITLE), Line(texts.CHOOSE_ROLE), Buttons(tuple(rows)))))


async def choose_unit(office: Office, incoming: Incoming) -> Reply:
    """For which unit, page by page in protocol order."""
    member_id = incoming.press.subject
    page, number = divmod(incoming.press.argument, _ROLE_BASE)
    role = role_of(number)
    units = await listing.units_for(incoming.caller, office, member_id=member_id, role=role)
    last = max(0, (len(units) - 1) // _ON_A_PAGE)
    page = min(page, last)
    rows = [
        (
            Button(
                texts.unit_button(unit.name, unit.depth),
                Act.GIVE_ROLE_SHOW,
                member_id,
                number + _ROLE_BASE * unit.id,
            ),
        )
        for unit in units[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]
    ]
    if page:
        earlier = number + _ROLE_BASE * (page - 1)
        rows.append((Button(texts.PREVIOUS_PAGE, Act.GIVE_ROLE_UNIT, member_id, earlier),))
    if page < last:
        later = number + _ROLE_BASE * (page + 1)
        rows.append((Button(texts.NEXT_PAGE, Act.GIVE_ROLE_UNIT, member_id, later),))
    rows.append((_back(member_id),))
    lines = [Line(words.ROLES[role]), Line(texts.CHOOSE_UNIT)]
    return Reply(replaces=Message((Bold(texts.TITLE), *lines, Buttons(tuple(rows)))))


async def show_proposal(office: Office, incoming: Incoming) -> Reply:
    """What would be given, from now on and until it is ended; days may be typed."""
    unit_id, number = divmod(incoming.press.argument, _ROLE_BASE)
    proposal = Proposal(incoming.press.subject, role_of(number), unit_id)
    message, asking = await _proposal(office, incoming, proposal)
    return Reply(replaces=message, asking=asking)


async def take_term(office: Office, incoming: Incoming) -> Reply:
    """The typed days, and what would be given with them."""
    before = _awaited(incoming, Awaited.ROLE_TERM)
    proposal = proposal_of(before.subject, before.argument)
    term = typed_term(incoming.text, today=_today(office))
    changed = Proposal(proposal.member_id, proposal.role, proposal.unit_id, term)
    message, asking = await _proposal(office, incoming, changed)
    return Reply(messages=(message,), asking=asking)


async def give(office: Office, incoming: Incoming) -> Reply:
    """Give what was shown last; the button of an earlier proposal gives nothing."""
    waiting = _awaited(incoming, Awaited.ROLE_TERM)
    proposal = proposal_of(waiting.subject, waiting.argument)
    if (proposal.member_id, proposal.checksum) != (incoming.press.subject, incoming.press.argument):
        raise Refused(Refusal.GONE_ON)
    given = await granting.give(incoming.caller, office, proposal=proposal)
    card = await member_card(office, incoming, proposal.member_id)
    if given.unchanged:
        return _changed(card, texts.UNCHANGED)
    shown = await listing.shown(incoming.caller, office, proposal=proposal)
    said = texts.given(shown.address_form, shown.full_name, proposal.role, shown.unit_name)
    return _changed(card, said, texts.TOLD if given.told else texts.NOT_TOLD)


async def ask_end(office: Office, incoming: Incoming) -> Reply:
    """Whether the role of the button is to end now; another day may be typed."""
    message = await _ending(office, incoming, incoming.press.subject, None)
    return Reply(replaces=message, asking=_ask_last_day(office, incoming.press.subject))


async def take_last_day(office: Office, incoming: Incoming) -> Reply:
    """The typed day, and what would end then."""
    grant_id = _awaited(incoming, Awaited.ROLE_END).subject
    last_on = typed_last_day(incoming.text, today=_today(office))
    if last_on < _today(office):
        raise Refused(Refusal.IN_THE_PAST)
    message = await _ending(office, incoming, grant_id, last_on)
    return Reply(messages=(message,), asking=_ask_last_day(office, grant_id))


async def end(office: Office, incoming: Incoming) -> Reply:
    """End the role, now or after the day of the button."""
    press, caller = incoming.press, incoming.caller
    ended = await granting.end(caller, office, grant_id=press.subject, last_on=day_of(press.argument))
    card = await member_card(office, incoming, ended.member_id)
    if ended.unchanged:
        return _changed(card, texts.END_UNCHANGED)
    whose = await listing.roles_of(caller, office, member_id=ended.member_id)
    said = texts.ended(whose.address_form, whose.full_name, ended.role)
    return _changed(card, said, texts.TOLD if ended.told else texts.NOT_TOLD)


def _changed(card: Message, said: str, *told: str) -> Reply:
    message = Message(tuple(Line(line) for line in (said, *told)))
    return Reply(replaces=card, messages=(message,), toast=said, receipt=said)


async def _proposal(office: Office, incoming: Incoming, proposal: Proposal) -> tuple[Message, Asking]:
    shown = await listing.shown(incoming.caller, office, proposal=proposal)
    span = shown.span
    lines = texts.proposal_lines(
        proposal.role, shown.unit_name, span.from_at, span.until_at, now=shown.now, zone=office.zone
    )
    confirm = Button(texts.CONFIRM, Act.GIVE_ROLE_CONFIRMED, proposal.member_id, proposal.checksum)
    message = Message(
        (
            Bold(texts.proposal_title(shown.address_form, shown.full_name)),
            *map(Line, [*lines, texts.HOW_TO_DATE]),
            Buttons(((confirm,), (_back(proposal.member_id),))),
        )
    )
    until = office.clock.now() + _WAITS
    return message, Asking(Awaited.ROLE_TERM, proposal.member_id, until, argument=proposal.number)


async def _ending(office: Office, incoming: Incoming, grant_id: int, last_on: date | None) -> Message:
    line = await listing.ending(incoming.caller, office, grant_id=grant_id)
    label = texts.END_NOW if last_on is None else texts.end_on_button(last_on)
    confirm = Button(label, Act.END_ROLE_CONFIRMED, grant_id, number_of(last_on))
    when = texts.term(line.from_at, line.until_at, now=office.clock.now(), zone=office.zone)
    return Message(
        (
            Bold(texts.end_title(line.address_form, line.full_name)),
            Line(texts.held(line.role, line.unit_name, when)),
            Line(texts.HOW_TO_END_LATER),
            Buttons(((confirm,), (Button(texts.KEEP, Act.MEMBER_ROLES, line.member_id),))),
        )
    )


def _awaited(incoming: Incoming, awaited: Awaited) -> Asking:
    if incoming.asking is None or incoming.asking.awaited is not awaited:
        raise Refused(Refusal.GONE_ON)
    return incoming.asking


def _ask_last_day(office: Office, grant_id: int) -> Asking:
    return Asking(Awaited.ROLE_END, grant_id, office.clock.now() + _WAITS)


def _back(member_id: int) -> Button:
    return Button(texts.BACK, Act.MEMBER_ROLES, member_id)


def _today(office: Office) -> date:
    return office.clock.now().astimezone(office.zone).date()


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.GIVE_ROLE: choose_role,
    Act.GIVE_ROLE_UNIT: choose_unit,
    Act.GIVE_ROLE_SHOW: show_proposal,
    Act.GIVE_ROLE_CONFIRMED: give,
    Act.END_ROLE: ask_end,
    Act.END_ROLE_CONFIRMED: end,
}
AWAITED: dict[Awaited, Handler] = {Awaited.ROLE_TERM: take_term, Awaited.ROLE_END: take_last_day}
