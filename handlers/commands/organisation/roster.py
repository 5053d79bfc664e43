"""/danhsach: units, their members page by page, a member's card."""

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.membership import viewing
from bot.organisation.membership.viewing import MAY_LOOK, ON_A_PAGE, Card, Page, Units
from bot.organisation.rights.terms import last_day
from bot.states import MemberKind
from bot.texts import exempting as letting_off
from bot.texts import roster as texts
from bot.texts.acknowledging import open_button
from bot.texts.roles import role_for
from handlers.conversation import Command, Handler, Incoming

_IN_A_ROW = 2
# More choices than that stand in parts (signed into buttons: never reuse a number).
_FEW = 6
_WHOLE = 9
_PARTS: dict[int, tuple[str, tuple[tuple[str, Act], ...]]] = {
    1: (
        texts.PART_ABOUT,
        (
            (texts.BUTTON_NAME, Act.MEMBER_NAME),
            (texts.BUTTON_FORM, Act.MEMBER_FORM),
            (texts.BUTTON_KIND, Act.MEMBER_KIND),
            (texts.BUTTON_POSITION, Act.MEMBER_POSITION),
        ),
    ),
    2: (texts.PART_INVITE, ((texts.BUTTON_INVITE, Act.INVITE), (texts.BUTTON_WEB, Act.WEB_LINK))),
    3: (texts.PART_GOES, ((texts.BUTTON_MOVE, Act.MOVE_MEMBER), (texts.BUTTON_REMOVE, Act.REMOVE_MEMBER))),
    4: (texts.PART_EXEMPT, ((texts.BUTTON_EXEMPT, Act.EXEMPT), (texts.BUTTON_PAPER, Act.PUT_ON_PAPER))),
    5: (texts.BUTTON_ROLES, ((texts.BUTTON_ROLES, Act.MEMBER_ROLES),)),
    6: (texts.PART_DATA, ((texts.BUTTON_WHY, Act.WHY), (texts.BUTTON_DATA, Act.MEMBER_DATA))),
}
_KEEPS = frozenset(act for number in (1, 3, 5, 6) for _, act in _PARTS[number][1])
Row = tuple[Button, ...]


async def show(office: Office, incoming: Incoming) -> Reply:
    """The units; the members where there is one unit only; with a name after the command, who bears it."""
    words = " ".join(incoming.text.split()[1:])
    if words:
        return await _find(office, incoming, words)
    found = await viewing.units(incoming.caller, office)
    if len(found.lines) == 1 and not found.page:
        return Reply(messages=(await _members(office, incoming, found.lines[0].unit_id, 0),))
    return Reply(messages=(_units(found),))


async def turn(office: Office, incoming: Incoming) -> Reply:
    """Another page, of the units or of one unit's members, in the same place."""
    unit_id, page = incoming.press.subject, incoming.press.argument
    if not unit_id:
        return Reply(replaces=_units(await viewing.units(incoming.caller, office, page=page)))
    return Reply(replaces=await _members(office, incoming, unit_id, page))


async def show_card(office: Office, incoming: Incoming) -> Reply:
    """The card of the member of the button; a part of it, and the whole again, in the same place."""
    press = incoming.press
    if press.argument in _PARTS:
        card = await viewing.card(incoming.caller, office, member_id=press.subject)
        return Reply(replaces=_part(card, press.argument))
    message = await member_card(office, incoming, press.subject)
    return Reply(replaces=message) if press.argument == _WHOLE else Reply(messages=(message,))


async def member_card(office: Office, incoming: Incoming, member_id: int) -> Message:
    """The member's card as it stands now, with what the caller may do."""
    card = await viewing.card(incoming.caller, office, member_id=member_id)
    member = card.member
    lines = [texts.kind_and_position(member.kind, member.position), texts.in_unit(card.unit_name)]
    if card.shows_everything:
        lines += _details(office, card)
    lines += [texts.role_line(role_for(one.role, unit_name=one.unit_name)) for one in card.roles]
    if card.can_return:
        lines.append(texts.GONE_TODAY)
    rows = _rows(card)
    blocks: list[Block] = [Bold(member.full_name), *map(Line, lines)]
    return Message((*blocks, Buttons(rows)) if rows else tuple(blocks))


async def _find(office: Office, incoming: Incoming, words: str) -> Reply:
    found = await viewing.find(incoming.caller, office, words=words)
    if not found:
        return Reply(messages=(Message((Line(texts.NOBODY_NAMED),)),))
    if len(found) == 1:
        return Reply(messages=(await member_card(office, incoming, found[0].member_id),))
    shown = found[:ON_A_PAGE]
    lines = [
        Line(texts.found_line(place, one.full_name, one.unit_name))
        for place, one in enumerate(shown, start=1)
    ]
    if len(found) > ON_A_PAGE:
        lines.append(Line(texts.TOO_MANY))
    buttons = Buttons(_numbered([one.member_id for one in shown]))
    return Reply(messages=(Message((Bold(texts.TITLE), *lines, buttons)),))


def _units(found: Units) -> Message:
    rows: list[Row] = []
    if found.keeps and not found.page:
        rows += [
            (
                Button(texts.BUTTON_IMPORT, Act.ROSTER_IMPORT),
                Button(texts.BUTTON_TEMPLATE, Act.ROSTER_TEMPLATE),
            ),
            (Button(texts.BUTTON_COVERAGE, Act.COVERAGE),),
        ]
    rows += [
        (Button(texts.unit_line(one.name, one.members), Act.ROSTER, one.unit_id),) for one in found.lines
    ]
    rows += _turns(0, found.page, has_more=found.has_more)
    return Message((Bold(texts.TITLE), Line(texts.total(found.total)), Buttons(tuple(rows))))


async def _members(office: Office, incoming: Incoming, unit_id: int, page: int) -> Message:
    found = await viewing.members(incoming.caller, office, unit_id=unit_id, page=page)
    lines = [
        Line(
            texts.member_line(
                place,
                one.full_name,
                kind=one.kind if found.shows_reach else MemberKind.OFFICIAL,
                position=one.position if found.shows_reach else "",
                on_paper=found.shows_reach and one.on_paper,
                unreached=found.shows_reach and not one.is_reached,
            )
        )
        for place, one in enumerate(found.lines, start=1)
    ]
    rows = _numbered([one.member_id for one in found.lines])
    rows += _turns(unit_id, page, has_more=found.has_more)
    rows += _below_members(found)
    title = Bold(texts.unit_title(found.unit_name, found.members))
    shown = lines or [Line(texts.EMPTY_UNIT)]
    return Message((title, *shown, Buttons(rows)) if rows else (title, *shown))


def _below_members(found: Page) -> tuple[Row, ...]:
    rows: list[Row] = []
    if found.keeps:
        rows.append(
            (
                Button(texts.BUTTON_ADD, Act.ADD_MEMBER, found.unit_id),
                Button(texts.BUTTON_TEMPLATE, Act.ROSTER_TEMPLATE, found.unit_id),
            )
        )
    if not found.is_only:
        rows.append((Button(texts.BACK_TO_UNITS, Act.ROSTER),))
    return tuple(rows)


def _numbered(member_ids: list[int]) -> tuple[Row, ...]:
    return _paired(
        [
            Button(open_button(place), Act.MEMBER_CARD, member_id)
            for place, member_id in enumerate(member_ids, start=1)
        ]
    )


def _turns(unit_id: int, page: int, *, has_more: bool) -> tuple[Row, ...]:
    turns: list[Button] = []
    if page:
        turns.append(Button(texts.PAGE_BEFORE, Act.ROSTER, unit_id, page - 1))
    if has_more:
        turns.append(Button(texts.NEXT_PAGE, Act.ROSTER, unit_id, page + 1))
    return (tuple(turns),) if turns else ()


def _details(office: Office, card: Card) -> list[str]:
    lines = [texts.addressed(card.member.address_form)]
    if card.last_move is not None:
        lines.append(texts.came_from(card.last_move.from_unit_name, card.last_move.on_date))
    lines += [
        letting_off.exemption(
            one.exempt_from,
            one.reason,
            None if one.until_at is None else last_day(one.until_at, office.zone),
        )
        for one in card.exemptions
    ]
    if card.member.left_at is not None:
        return lines
    if card.member.on_paper:
        return [*lines, texts.ON_PAPER]
    reached = [texts.reached_by(one.platform, one.state) for one in card.conversations]
    return [*lines, *(reached or [texts.NOT_CONNECTED])]


def _rows(card: Card) -> tuple[Row, ...]:
    member_id = card.member.id
    if card.can_return:
        return ((Button(texts.BUTTON_TAKE_BACK, Act.TAKE_MEMBER_BACK, member_id),),)
    parts = [_part_buttons(card, number) for number in _PARTS]
    if sum(map(len, parts)) <= _FEW:
        return _paired([button for part in parts for button in part])
    return _paired(
        [
            part[0] if len(part) == 1 else Button(label, Act.MEMBER_CARD, member_id, number)
            for (number, (label, _)), part in zip(_PARTS.items(), parts, strict=True)
            if part
        ]
    )


def _part(card: Card, number: int) -> Message:
    """What can be done in one part of the card, in the place of the whole."""
    back = Button(texts.BUTTON_CARD, Act.MEMBER_CARD, card.member.id, _WHOLE)
    rows = _paired([*_part_buttons(card, number), back])
    return Message((Bold(card.member.full_name), Line(_PARTS[number][0]), Buttons(rows)))


def _part_buttons(card: Card, number: int) -> list[Button]:
    allowed = _allowed(card)
    found = [Button(label, act, card.member.id) for label, act in _PARTS[number][1] if act in allowed]
    if Act.END_EXEMPTION in allowed and Act.EXEMPT in {act for _, act in _PARTS[number][1]}:
        found += [
            Button(letting_off.end_button(one.exempt_from), Act.END_EXEMPTION, one.id)
            for one in card.exemptions
        ]
    return found


def _allowed(card: Card) -> frozenset[Act]:
    allowed: frozenset[Act] = _KEEPS if card.keeps else frozenset()
    if card.exempts:
        allowed |= {Act.EXEMPT, Act.END_EXEMPTION}
    if card.invites:
        allowed |= {Act.INVITE, Act.WEB_LINK} | (frozenset() if card.member.on_paper else {Act.PUT_ON_PAPER})
    return allowed


def _paired(found: list[Button]) -> tuple[Row, ...]:
    return tuple(tuple(found[start : start + _IN_A_ROW]) for start in range(0, len(found), _IN_A_ROW))


COMMANDS: tuple[Command, ...] = (Command("danhsach", texts.HELP, show, roles=MAY_LOOK, takes_words=True),)
PRESSES: dict[Act, Handler] = {Act.ROSTER: turn, Act.MEMBER_CARD: show_card}
AWAITED: dict[Awaited, Handler] = {}
