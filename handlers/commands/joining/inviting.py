"""/moi: whom to invite, the code to hand over, the codes that are out."""

from collections.abc import Sequence

from bot.access import LEADERS_OF_A_UNIT, Caller
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, File, Folded, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.joining import guessing, inviting, open_invitations
from bot.organisation.joining.inviting import Candidate
from bot.organisation.joining.open_invitations import AT_ONCE, Page
from bot.states import Role
from bot.texts import coverage as coverage_texts
from bot.texts import inviting as texts
from bot.texts import six_digits as digits
from handlers.commands.places import place_words
from handlers.conversation import Command, Handler, Incoming

_IN_A_ROW = 2
_Rows = list[tuple[Button, ...]]


async def invite_whom(office: Office, incoming: Incoming) -> Reply:
    """List those who cannot be reached; with a name after the command, whoever bears it."""
    words = " ".join(incoming.text.split()[1:])
    found = await inviting.candidates(incoming.caller, office, words=words, only_unreached=not words)
    if words:
        return Reply(messages=(_found(found) if found else await _nobody(office, incoming.caller, words),))
    return Reply(messages=(await _unreached(office, incoming.caller, found, page=1),))


async def turn(office: Office, incoming: Incoming) -> Reply:
    """Another page of those who cannot be reached, or what else there is to do about inviting."""
    found = await inviting.candidates(incoming.caller, office)
    if incoming.press.subject:
        return Reply(replaces=await _others(office, incoming.caller))
    return Reply(
        replaces=await _unreached(office, incoming.caller, found, page=max(1, incoming.press.argument))
    )


async def invite(office: Office, incoming: Incoming) -> Reply:
    """Make a code for the member of the button; for who is connected, ask first."""
    member_id = incoming.press.subject
    if not incoming.press.argument:
        member = await inviting.connected(incoming.caller, office, member_id=member_id)
        if member is not None:
            question = Line(texts.already_connected(member.address_form, member.full_name))
            yes = Button(texts.CONNECTED_BUTTON, Act.INVITE, member_id, 1)
            rows = Buttons(((yes, Button(texts.NEVER_MIND, Act.NEVER_MIND)),))
            return Reply(messages=(Message((question, rows)),))
    made = await inviting.invite(incoming.caller, office, member_id=member_id, with_picture=True)
    lines = texts.code_lines(
        address_form=made.address_form,
        full_name=made.full_name,
        code=made.code,
        link=made.link,
        place=place_words(made.place),
        expires_at=made.expires_at,
        zone=office.zone,
    )
    blocks: list[Block] = [Bold(texts.code_title(made.full_name)), *map(Line, lines)]
    if made.picture_id is not None:
        blocks.append(File(texts.PICTURE_NAME, made.picture_id))
    blocks.append(Buttons(((Button(digits.BUTTON, Act.SIX_DIGITS, made.member_id),),)))
    return Reply(messages=(Message(tuple(blocks)),), toast=texts.CODE_MADE)


async def show_open(office: Office, incoming: Incoming) -> Reply:
    """The codes that nobody used yet; its pages turn in the same message."""
    page = incoming.press.argument
    message = _open(office, await open_invitations.open_invitations(incoming.caller, office, page=page))
    return Reply(replaces=message) if page else Reply(messages=(message,))


async def revoke(office: Office, incoming: Incoming) -> Reply:
    """End a code, and show which are left."""
    ended = await open_invitations.revoke(incoming.caller, office, invitation_id=incoming.press.subject)
    left = await open_invitations.open_invitations(incoming.caller, office)
    said = texts.revoked(ended.address_form, ended.full_name)
    return Reply(replaces=_open(office, left), toast=said, receipt=said)


async def _unreached(office: Office, caller: Caller, found: Sequence[Candidate], *, page: int) -> Message:
    page = min(page, max(1, -(-len(found) // AT_ONCE)))
    shown = found[(page - 1) * AT_ONCE : page * AT_ONCE]
    if not shown:
        others = Buttons(_other_rows(with_sheet=False))
        return Message((Line(texts.EVERYBODY_REACHED), *await _tries(office, caller), others))
    blocks = [Bold(texts.TITLE), *_people(shown), Line(texts.CHOOSE), *await _tries(office, caller)]
    rows = _invite_rows(shown)
    rows += _turns(Act.INVITE_LIST, page, has_more=page * AT_ONCE < len(found))
    rows.append((Button(texts.OTHERS_BUTTON, Act.INVITE_LIST, 1),))
    return Message((*blocks, Buttons(tuple(rows))))


async def _others(office: Office, caller: Caller) -> Message:
    back = (Button(texts.BACK_BUTTON, Act.INVITE_LIST),)
    buttons = Buttons((*_other_rows(with_sheet=True), back))
    return Message((Bold(texts.OTHERS_TITLE), *await _tries(office, caller), buttons))


async def _tries(office: Office, caller: Caller) -> list[Line]:
    if not caller.has({Role.ADMIN}):
        return []
    tries = await guessing.wrong_tries_lately(caller, office)
    return [Line(texts.wrong_tries(tries))] if tries else []


def _other_rows(*, with_sheet: bool) -> tuple[tuple[Button, ...], ...]:
    sheet = (Button(coverage_texts.SHEET_BUTTON, Act.INVITATION_SHEET),)
    return (
        (Button(texts.OPEN_CODES_BUTTON, Act.OPEN_INVITATIONS),),
        *((sheet,) if with_sheet else ()),
        # Who gets word on paper stands there only.
        (Button(coverage_texts.BUTTON, Act.COVERAGE),),
    )


async def _nobody(office: Office, caller: Caller, words: str) -> Message:
    """Whose name it is all the same: who holds a role is an admin's to invite."""
    holders = await inviting.with_a_role(caller, office, words=words)
    said = [
        texts.holds_a_role(one.full_name, one.unit_name, is_reached=one.is_reached)
        for one in holders[:AT_ONCE]
    ]
    return _lines(*(said or [texts.NOBODY_FOUND]))


def _found(found: Sequence[Candidate]) -> Message:
    shown = found[:AT_ONCE]
    lines = _people(shown, is_search=True)
    if len(found) > len(shown):
        lines.append(Line(texts.more(len(found) - len(shown))))
    return Message((Bold(texts.FOUND_TITLE), *lines, Buttons(tuple(_invite_rows(shown)))))


def _people(shown: Sequence[Candidate], *, is_search: bool = False) -> list[Block]:
    return [
        Line(
            texts.candidate(
                place,
                one.full_name,
                one.unit_name,
                is_reached=one.is_reached,
                was_reached=one.was_reached,
                on_paper=one.on_paper,
                is_search=is_search,
            )
        )
        for place, one in enumerate(shown, start=1)
    ]


def _invite_rows(shown: Sequence[Candidate]) -> _Rows:
    """One to a row with its name where there is one, else the numbers of the list, two a row."""
    if len(shown) == 1:
        return [(Button(texts.invite_button(shown[0].full_name), Act.INVITE, shown[0].member_id),)]
    buttons = [
        Button(texts.invite_number(place), Act.INVITE, one.member_id)
        for place, one in enumerate(shown, start=1)
    ]
    return [tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW)]


def _open(office: Office, page: Page) -> Message:
    blocks: list[Block] = [Bold(texts.OPEN_TITLE)]
    if not page.handed_out:
        blocks.append(Line(texts.NONE_OPEN))
    rows: _Rows = []
    for one in page.handed_out:
        line = texts.open_code(one.full_name, one.unit_name, until=one.at, zone=office.zone)
        blocks.append(Line(line))
        if one.may_end:
            rows.append((Button(texts.revoke_button(one.full_name), Act.REVOKE_INVITATION, one.id),))
    if page.lately:
        ended = [
            texts.ended_code(one.full_name, fate=one.fate, at=one.at, zone=office.zone) for one in page.lately
        ]
        blocks.append(Folded(texts.LATELY, "\n".join(ended)))
    rows += _turns(Act.OPEN_INVITATIONS, page.number, has_more=page.has_more)
    return Message((*blocks, Buttons(tuple(rows))) if rows else tuple(blocks))


def _turns(act: Act, page: int, *, has_more: bool) -> _Rows:
    turns = []
    if page > 1:
        turns.append(Button(texts.PAGE_BEFORE, act, 0, page - 1))
    if has_more:
        turns.append(Button(texts.NEXT_PAGE, act, 0, page + 1))
    return [tuple(turns)] if turns else []


def _lines(*lines: str) -> Message:
    return Message(tuple(Line(line) for line in lines))


COMMANDS: tuple[Command, ...] = (
    Command("moi", texts.HELP_INVITE, invite_whom, roles=LEADERS_OF_A_UNIT | {Role.ADMIN}, takes_words=True),
)
PRESSES: dict[Act, Handler] = {
    Act.INVITE: invite,
    Act.INVITE_LIST: turn,
    Act.OPEN_INVITATIONS: show_open,
    Act.REVOKE_INVITATION: revoke,
}
AWAITED: dict[Awaited, Handler] = {}
