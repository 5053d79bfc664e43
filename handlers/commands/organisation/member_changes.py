"""What an admin changes on a member's card: name, form of address, kind, position, unit, and leaving."""

from datetime import timedelta
from typing import TypeVar

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.organisation.membership import adding, changing, leaving, viewing
from bot.organisation.membership.changing import Changed
from bot.states import Address, MemberKind
from bot.texts import roster as texts
from bot.texts.people import FORMS
from bot.texts.roles import KINDS, role_for
from handlers.commands.organisation.roster import member_card
from handlers.conversation import Command, Handler, Incoming

_T = TypeVar("_T")
_WAITS = timedelta(hours=1)
_FORMS = tuple(Address)
_KINDS = tuple(MemberKind)


async def ask_name(office: Office, incoming: Incoming) -> Reply:
    """What the member of the button is called."""
    card = await viewing.card(incoming.caller, office, member_id=incoming.press.subject)
    return _ask(office, texts.ask_name(card.member.full_name), Awaited.MEMBER_NAME, card.member.id)


async def take_name(office: Office, incoming: Incoming) -> Reply:
    """The typed name."""
    member_id = _asking(incoming).subject
    changed = await changing.rename(incoming.caller, office, member_id=member_id, full_name=incoming.text)
    return await _confirmed(office, incoming, member_id, texts.FIELD_NAME, changed)


async def choose_form(office: Office, incoming: Incoming) -> Reply:
    """How to address the member: the choice, or the one chosen."""
    member_id, number = incoming.press.subject, incoming.press.argument
    if not number:
        card = await viewing.card(incoming.caller, office, member_id=member_id)
        choices = [(FORMS[form], place) for place, form in enumerate(_FORMS, start=1)]
        return _choice(texts.ask_form(card.member.full_name), Act.MEMBER_FORM, member_id, choices)
    form = _chosen(_FORMS, number)
    changed = await changing.address_as(incoming.caller, office, member_id=member_id, form=form)
    in_words = Changed(FORMS[Address(changed.before)], FORMS[Address(changed.after)])
    return await _confirmed(office, incoming, member_id, texts.FIELD_FORM, in_words)


async def choose_kind(office: Office, incoming: Incoming) -> Reply:
    """How the member belongs: the choice, or the one chosen."""
    member_id, number = incoming.press.subject, incoming.press.argument
    if not number:
        card = await viewing.card(incoming.caller, office, member_id=member_id)
        choices = [(KINDS[kind], place) for place, kind in enumerate(_KINDS, start=1)]
        return _choice(texts.ask_kind(card.member.full_name), Act.MEMBER_KIND, member_id, choices)
    kind = _chosen(_KINDS, number)
    changed = await changing.set_kind(incoming.caller, office, member_id=member_id, kind=kind)
    in_words = Changed(KINDS[MemberKind(changed.before)], KINDS[MemberKind(changed.after)])
    return await _confirmed(office, incoming, member_id, texts.FIELD_KIND, in_words)


async def ask_position(office: Office, incoming: Incoming) -> Reply:
    """Which position the member holds; the argument 1 says none."""
    member_id = incoming.press.subject
    if incoming.press.argument:
        changed = await changing.set_position(incoming.caller, office, member_id=member_id, position="")
        return await _confirmed(office, incoming, member_id, texts.FIELD_POSITION, changed)
    card = await viewing.card(incoming.caller, office, member_id=member_id)
    none = (Button(texts.BUTTON_NO_POSITION, Act.MEMBER_POSITION, member_id, 1),)
    words = texts.ask_position(card.member.full_name)
    rows = (none,) if card.member.position else ()
    return _ask(office, words, Awaited.MEMBER_POSITION, member_id, rows=rows)


async def take_position(office: Office, incoming: Incoming) -> Reply:
    """The typed position."""
    member_id = _asking(incoming).subject
    if not incoming.text:
        raise Refused(Refusal.EMPTY)
    changed = await changing.set_position(
        incoming.caller, office, member_id=member_id, position=incoming.text
    )
    return await _confirmed(office, incoming, member_id, texts.FIELD_POSITION, changed)


async def choose_unit(office: Office, incoming: Incoming) -> Reply:
    """To which unit the member moves, page by page."""
    member_id, page = incoming.press.subject, incoming.press.argument
    card = await viewing.card(incoming.caller, office, member_id=member_id)
    found = await viewing.units(incoming.caller, office, page=page)
    rows: list[tuple[Button, ...]] = [
        (Button(one.name, Act.MOVE_MEMBER_TO, member_id, one.unit_id),)
        for one in found.lines
        if one.unit_id != card.member.unit_id
    ]
    words = texts.ask_unit(card.member.full_name, card.unit_name) if rows or page else texts.NO_MOVE_TARGET
    turns = []
    if page:
        turns.append(Button(texts.PAGE_BEFORE, Act.MOVE_MEMBER, member_id, page - 1))
    if found.has_more:
        turns.append(Button(texts.NEXT_PAGE, Act.MOVE_MEMBER, member_id, page + 1))
    rows += [tuple(turns)] if turns else []
    rows.append((Button(texts.BUTTON_BACK, Act.MEMBER_CARD, member_id),))
    return Reply(messages=(Message((Line(words), Buttons(tuple(rows)))),))


async def ask_move(office: Office, incoming: Incoming) -> Reply:
    """Whether the member is really to move there."""
    member_id, unit_id = incoming.press.subject, incoming.press.argument
    card = await viewing.card(incoming.caller, office, member_id=member_id)
    to = await viewing.members(incoming.caller, office, unit_id=unit_id)
    today = office.clock.now().astimezone(office.zone).date()
    words = texts.ask_move(
        card.member.address_form, card.member.full_name, card.unit_name, to.unit_name, today
    )
    confirm = Button(texts.move_button(to.unit_name), Act.MOVE_MEMBER_CONFIRMED, member_id, unit_id)
    return _confirmation(words, confirm, member_id)


async def move(office: Office, incoming: Incoming) -> Reply:
    """Move the member to the unit of the button."""
    member_id = incoming.press.subject
    made = await changing.transfer(
        incoming.caller, office, member_id=member_id, to_unit_id=incoming.press.argument
    )
    card = await viewing.card(incoming.caller, office, member_id=member_id)
    lines = [
        texts.moved(card.member.address_form, card.member.full_name, made.unit_name),
        texts.went_along(made.moved.obligations, made.moved.asked),
        *(texts.role_ended(role_for(one.role, unit_name=one.unit_name)) for one in made.moved.ended),
        texts.MISTAKE,
    ]
    return await _done(office, incoming, member_id, lines)


async def ask_remove(office: Office, incoming: Incoming) -> Reply:
    """Whether the member is really to leave the roster."""
    member_id = incoming.press.subject
    card = await viewing.card(incoming.caller, office, member_id=member_id)
    words = texts.ask_remove(card.member.address_form, card.member.full_name, card.unit_name)
    confirm = Button(texts.BUTTON_REMOVE_CONFIRMED, Act.REMOVE_MEMBER_CONFIRMED, member_id)
    return _confirmation(words, confirm, member_id)


async def remove(office: Office, incoming: Incoming) -> Reply:
    """Take the member of the button off the roster."""
    member_id = incoming.press.subject
    card = await viewing.card(incoming.caller, office, member_id=member_id)
    left = await leaving.remove(incoming.caller, office, member_id=member_id)
    lines = [
        texts.removed(card.member.address_form, card.member.full_name, left.obligations),
        *(texts.role_ended_with(role_for(one.role, unit_name=one.unit_name)) for one in left.ended),
    ]
    return await _done(office, incoming, member_id, lines)


async def take_back(office: Office, incoming: Incoming) -> Reply:
    """Put the member of the button back, who was taken off by mistake today."""
    member_id = incoming.press.subject
    waiting = await leaving.take_back(incoming.caller, office, member_id=member_id)
    card = await viewing.card(incoming.caller, office, member_id=member_id)
    line = texts.taken_back(card.member.address_form, card.member.full_name, waiting)
    return await _done(office, incoming, member_id, [line])


async def add(office: Office, incoming: Incoming) -> Reply:
    """Of which kind somebody new is, then their name."""
    unit_id, number = incoming.press.subject, incoming.press.argument
    unit = await viewing.members(incoming.caller, office, unit_id=unit_id)
    if not number:
        choices = [(KINDS[kind], place) for place, kind in enumerate(_KINDS, start=1)]
        return _choice(texts.ASK_KIND, Act.ADD_MEMBER, unit_id, choices, back=Act.ROSTER)
    words = texts.ask_new_name(unit.unit_name, _chosen(_KINDS, number))
    return _ask(office, words, Awaited.NEW_MEMBER, unit_id, argument=number, back=Act.ROSTER)


async def take_new_name(office: Office, incoming: Incoming) -> Reply:
    """The typed name of somebody new, who is on the roster from now on."""
    waiting = _asking(incoming)
    made = await adding.add_to_unit(
        incoming.caller,
        office,
        unit_id=waiting.subject,
        full_name=incoming.text,
        kind=_chosen(_KINDS, waiting.argument),
    )
    line = texts.added(made.full_name, made.unit_name, made.asked)
    another = Button(texts.BUTTON_ADD_ANOTHER, Act.ADD_MEMBER, waiting.subject)
    return await _done(office, incoming, made.member_id, [line], below=(Buttons(((another,),)),))


async def _confirmed(
    office: Office, incoming: Incoming, member_id: int, what: str, changed: Changed
) -> Reply:
    same = changed.before == changed.after
    line = texts.UNCHANGED if same else texts.changed(what, changed.before, changed.after)
    return await _done(office, incoming, member_id, [line])


async def _done(
    office: Office,
    incoming: Incoming,
    member_id: int,
    lines: list[str],
    *,
    below: tuple[Buttons, ...] = (),
) -> Reply:
    card = await member_card(office, incoming, member_id)
    return Reply(messages=(Message((*map(Line, lines), *below)), card), toast=texts.DONE)


def _ask(
    office: Office,
    words: str,
    awaited: Awaited,
    subject: int,
    *,
    argument: int = 0,
    rows: tuple[tuple[Button, ...], ...] = (),
    back: Act = Act.MEMBER_CARD,
) -> Reply:
    until = office.clock.now() + _WAITS
    buttons = Buttons((*rows, (Button(texts.BUTTON_BACK, back, subject),)))
    return Reply(
        messages=(Message((Line(words), buttons)),), asking=Asking(awaited, subject, until, argument)
    )


def _choice(
    words: str,
    act: Act,
    subject: int,
    choices: list[tuple[str, int]],
    *,
    back: Act = Act.MEMBER_CARD,
) -> Reply:
    rows = [(Button(label, act, subject, number),) for label, number in choices]
    rows.append((Button(texts.BUTTON_BACK, back, subject),))
    return Reply(messages=(Message((Line(words), Buttons(tuple(rows)))),))


def _confirmation(words: str, confirm: Button, member_id: int) -> Reply:
    back = Button(texts.BUTTON_BACK, Act.MEMBER_CARD, member_id)
    return Reply(replaces=Message((Line(words), Buttons(((confirm,), (back,))))))


def _chosen(choices: tuple[_T, ...], number: int) -> _T:
    return choices[number - 1]


def _asking(incoming: Incoming) -> Asking:
    if incoming.asking is None:
        raise Refused(Refusal.GONE_ON)
    return incoming.asking


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.MEMBER_NAME: ask_name,
    Act.MEMBER_FORM: choose_form,
    Act.MEMBER_KIND: choose_kind,
    Act.MEMBER_POSITION: ask_position,
    Act.MOVE_MEMBER: choose_unit,
    Act.MOVE_MEMBER_TO: ask_move,
    Act.MOVE_MEMBER_CONFIRMED: move,
    Act.REMOVE_MEMBER: ask_remove,
    Act.REMOVE_MEMBER_CONFIRMED: remove,
    Act.TAKE_MEMBER_BACK: take_back,
    Act.ADD_MEMBER: add,
}
AWAITED: dict[Awaited, Handler] = {
    Awaited.MEMBER_NAME: take_name,
    Awaited.MEMBER_POSITION: take_position,
    Awaited.NEW_MEMBER: take_new_name,
}
