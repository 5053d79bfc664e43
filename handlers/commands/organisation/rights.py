"""/vaitro: who holds which role."""

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.rights import listing
from bot.organisation.rights.listing import READERS, HeldLine, MemberRoles, Named
from bot.states import Role
from bot.texts import rights as texts
from bot.texts.acknowledging import open_button
from handlers.conversation import Command, Handler, Incoming

_ON_A_PAGE = 8
_IN_A_ROW = 2


async def show(office: Office, incoming: Incoming) -> Reply:
    """Who holds what; with a name after the command, what that person holds."""
    words = " ".join(incoming.text.split()[1:])
    if not words:
        return Reply(messages=(await _page(office, incoming, 0),))
    found = await listing.named(incoming.caller, office, words=words)
    if not found:
        return Reply(messages=(Message((Line(texts.NOBODY_NAMED),)),))
    if len(found) == 1:
        return Reply(messages=(await member_card(office, incoming, found[0].member_id),))
    return Reply(messages=(_choice(found),))


async def turn_page(office: Office, incoming: Incoming) -> Reply:
    """Another page of who holds what, in the same place."""
    return Reply(replaces=await _page(office, incoming, incoming.press.subject))


async def show_member(office: Office, incoming: Incoming) -> Reply:
    """What the member of the button holds."""
    return Reply(messages=(await member_card(office, incoming, incoming.press.subject),))


async def member_card(office: Office, incoming: Incoming, member_id: int) -> Message:
    """What the member holds, with what the caller may do about it."""
    found = await listing.roles_of(incoming.caller, office, member_id=member_id)
    lines = [Line(texts.line(_held(office, one))) for one in found.held]
    return Message(
        (
            Bold(texts.roles_title(found.full_name)),
            Line(found.unit_name),
            *(lines or [Line(texts.NO_ROLE)]),
            *([Line(texts.OWN)] if found.may_end and not found.may_give else []),
            Buttons(_rows(found)),
        )
    )


def _rows(found: MemberRoles) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if found.may_end:
        rows += [
            (Button(texts.end_button(one.role, one.unit_name), Act.END_ROLE, one.id),) for one in found.held
        ]
    if found.may_give:
        rows.append((Button(texts.GIVE, Act.GIVE_ROLE, found.member_id),))
    rows.append((Button(texts.TO_CARD, Act.MEMBER_CARD, found.member_id),))
    return tuple(rows)


async def _page(office: Office, incoming: Incoming, wanted: int) -> Message:
    found = await listing.holders(incoming.caller, office)
    people = list(dict.fromkeys(one.member_id for one in found))
    last = max(0, (len(people) - 1) // _ON_A_PAGE)
    page = min(wanted, last)
    shown = people[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]
    lines = [
        _line(office, place, [one for one in found if one.member_id == member_id])
        for place, member_id in enumerate(shown, start=1)
    ]
    changes = incoming.caller.has({Role.ADMIN})
    buttons = [
        Button(open_button(place), Act.MEMBER_ROLES, member_id)
        for place, member_id in enumerate(shown, start=1)
    ]
    rows = [tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW)]
    turns = []
    if page:
        turns.append(Button(texts.PREVIOUS_PAGE, Act.ROLES, page - 1))
    if page < last:
        turns.append(Button(texts.NEXT_PAGE, Act.ROLES, page + 1))
    if turns:
        rows.append(tuple(turns))
    return Message(
        (
            Bold(texts.TITLE),
            *(lines or [Line(texts.NOBODY)]),
            *([Line(texts.page(page + 1, last + 1))] if last else []),
            Line(texts.HOW_TO_FIND if changes else texts.HOW_TO_LOOK),
            *([Buttons(tuple(rows))] if rows else []),
        )
    )


def _line(office: Office, place: int, lines: list[HeldLine]) -> Line:
    return Line(texts.holder(place, lines[0].full_name, [_held(office, one) for one in lines]))


def _choice(found: tuple[Named, ...]) -> Message:
    rows = tuple(
        (Button(texts.person(one.full_name, one.unit_name), Act.MEMBER_ROLES, one.member_id),)
        for one in found
    )
    return Message((Bold(texts.TITLE), Line(texts.CHOOSE_PERSON), Buttons(rows)))


def _held(office: Office, one: HeldLine) -> str:
    when = texts.term(one.from_at, one.until_at, now=office.clock.now(), zone=office.zone)
    return texts.held(one.role, one.unit_name, when)


COMMANDS: tuple[Command, ...] = (Command("vaitro", texts.HELP, show, roles=READERS, takes_words=True),)
PRESSES: dict[Act, Handler] = {Act.ROLES: turn_page, Act.MEMBER_ROLES: show_member}
AWAITED: dict[Awaited, Handler] = {}
