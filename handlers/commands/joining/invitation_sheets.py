"""A sheet of invitations for a unit: chosen, asked about, made."""

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, File, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.organisation.invitation_sheets import making
from bot.texts import invitation_sheets as texts
from bot.texts import inviting as invite_texts
from handlers.conversation import Command, Handler, Incoming

_AT_ONCE = 8


async def ask(office: Office, incoming: Incoming) -> Reply:
    """Say what the sheet would be and what ends with it; without a unit, let one be chosen."""
    press = incoming.press
    if not press.subject:
        return await _choose(office, incoming, page=max(1, press.argument))
    plan = await making.plan_sheet(incoming.caller, office, unit_id=press.subject)
    lines = texts.plan_lines(
        people=plan.people, ends=plan.ends, on_paper=plan.on_paper, with_roles=plan.with_roles
    )
    make_ = Button(texts.MAKE_BUTTON, Act.INVITATION_SHEET_CONFIRMED, plan.unit_id)
    rows = Buttons(((make_,), (Button(texts.NEVER_MIND, Act.NEVER_MIND),)))
    return Reply(messages=(Message((Bold(texts.title(plan.unit_name)), *map(Line, lines), rows)),))


async def make(office: Office, incoming: Incoming) -> Reply:
    """Make the sheet and hand it over."""
    made = await making.make_sheet(incoming.caller, office, unit_id=incoming.press.subject)
    done = Message((Bold(texts.title(made.unit_name)), Line(texts.MADE)))
    sheet = Message((Line(texts.PRINT_HINT), File(made.name, made.file_id)))
    return Reply(messages=(sheet,), replaces=done, toast=texts.MADE, receipt=texts.made(made.unit_name))


async def _choose(office: Office, incoming: Incoming, *, page: int) -> Reply:
    units = await making.units_to_print(incoming.caller, office)
    if not units:
        return Reply(messages=(Message((Line(texts.NOBODY),)),))
    shown = units[(page - 1) * _AT_ONCE : page * _AT_ONCE]
    rows = [
        (Button(texts.unit_button(one.name, one.amount), Act.INVITATION_SHEET, one.unit_id),) for one in shown
    ]
    if page * _AT_ONCE < len(units):
        rows.append((Button(invite_texts.NEXT_PAGE, Act.INVITATION_SHEET, 0, page + 1),))
    return Reply(messages=(Message((Bold(texts.CHOOSE_TITLE), Buttons(tuple(rows)))),))


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.INVITATION_SHEET: ask, Act.INVITATION_SHEET_CONFIRMED: make}
AWAITED: dict[Awaited, Handler] = {}
