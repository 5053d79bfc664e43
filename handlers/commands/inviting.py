"""/moi: whom to invite, and the code to hand over."""

from collections.abc import Sequence

from bot.access import LEADERS_OF_A_UNIT
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation import inviting
from bot.organisation.inviting import Candidate
from bot.states import Role
from bot.texts import joining as texts
from handlers.conversation import Command, Handler, Incoming

# A longer list is found by name: nobody scrolls through a hundred buttons.
_MOST = 20


async def invite_whom(office: Office, incoming: Incoming) -> Reply:
    """List those who cannot be reached; with a name after the command, whoever bears it."""
    words = " ".join(incoming.text.split()[1:])
    found = await inviting.candidates(incoming.caller, office, words=words, only_unreached=not words)
    if not found:
        return Reply(messages=(_lines(texts.NOBODY_FOUND if words else texts.EVERYBODY_REACHED),))
    return Reply(messages=(_list(found),))


async def invite(office: Office, incoming: Incoming) -> Reply:
    """Make a code for the member of the button."""
    made = await inviting.invite(incoming.caller, office, member_id=incoming.press.subject)
    lines = texts.code_lines(
        address_form=made.address_form,
        full_name=made.full_name,
        code=made.code,
        expires_at=made.expires_at,
        zone=office.zone,
    )
    message = Message((Bold(texts.code_title(made.full_name)), *map(Line, lines)))
    return Reply(messages=(message,), toast=texts.CODE_MADE)


def _list(found: Sequence[Candidate]) -> Message:
    shown = found[:_MOST]
    lines = [
        texts.candidate(
            number=number,
            full_name=one.full_name,
            unit_name=one.unit_name,
            is_reached=one.is_reached,
            was_reached=one.was_reached,
        )
        for number, one in enumerate(shown, start=1)
    ]
    if len(found) > _MOST:
        lines.append(texts.more(len(found) - _MOST))
    buttons = Buttons(
        tuple((Button(texts.invite_button(one.full_name), Act.INVITE, one.member_id),) for one in shown)
    )
    return Message((Bold(texts.INVITE_TITLE), *map(Line, lines), Line(texts.CHOOSE), buttons))


def _lines(*lines: str) -> Message:
    return Message(tuple(Line(line) for line in lines))


COMMANDS: tuple[Command, ...] = (
    Command("moi", texts.HELP_INVITE, invite_whom, roles=LEADERS_OF_A_UNIT | {Role.ADMIN}),
)
PRESSES: dict[Act, Handler] = {Act.INVITE: invite}
AWAITED: dict[Awaited, Handler] = {}
