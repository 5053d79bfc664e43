"""What a meeting asks of whom: typed line by line, people chosen among those of the name."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.draft import menu_opening, opening, tasking
from bot.publication.draft.draft_menus import Menu
from bot.publication.draft.marks import read_mark
from bot.publication.draft.tasking import MEMBERS, STEPS, Step
from bot.texts import draft_fields as field_texts
from bot.texts import draft_tasks as texts
from bot.texts import drafting as draft_texts
from handlers.commands.drafting.drafting import WAITS, with_new_card
from handlers.conversation import Command, Handler, Incoming

_ASK = {Step.TEXT: texts.ASK_TEXT, Step.WHO: texts.ASK_WHO, Step.DUE: texts.ASK_DUE}


async def on_task(office: Office, incoming: Incoming) -> Reply:
    """One task, or what was chosen there."""
    press = incoming.press
    revision, number = read_mark(press.argument)
    place, step = _place_and_step(number)
    if step in _ASK:
        return await _ask(office, incoming, revision, _ASK[step])
    if step is Step.REMOVE:
        await tasking.remove_task(
            incoming.caller, office, draft_id=press.subject, revision=revision or 0, place=place
        )
        menu = await menu_opening.open_menu(incoming.caller, office, draft_id=press.subject, menu=Menu.TASKS)
        return Reply(replaces=menu, toast=field_texts.CHANGED)
    message = await menu_opening.open_task(
        incoming.caller, office, draft_id=press.subject, place=place, revision=revision
    )
    return Reply(replaces=message)


async def _ask(office: Office, incoming: Incoming, revision: int | None, question: str) -> Reply:
    press = incoming.press
    draft = await opening.draft_text(incoming.caller, office, draft_id=press.subject)
    if draft.revision != revision:
        raise Refused(Refusal.GONE_ON)
    never_mind = Buttons(((Button(draft_texts.NEVER_MIND, Act.NEVER_MIND),),))
    until = office.clock.now() + WAITS
    asking = Asking(Awaited.DRAFT_TASK, press.subject, until, press.argument)
    return Reply(messages=(Message((Line(question), never_mind)),), asking=asking)


async def take_words(office: Office, incoming: Incoming) -> Reply:
    """Take what was typed about a task, and show the task as it then stands."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.NOT_FOUND)
    if not incoming.text:
        return _again(field_texts.TEXT_WANTED)
    revision, number = read_mark(asking.argument)
    place, step = _place_and_step(number)
    try:
        await tasking.tell_task(
            incoming.caller,
            office,
            draft_id=asking.subject,
            revision=revision or 0,
            place=place,
            step=step,
            typed=incoming.text,
        )
    except Refused as refused:
        if refused.reason is Refusal.NOT_A_DATE:
            return _again(field_texts.NOT_A_DAY)
        raise
    message = await menu_opening.open_task(incoming.caller, office, draft_id=asking.subject, place=place)
    return Reply(messages=(message,), toast=field_texts.CHANGED)


async def choose_member(office: Office, incoming: Incoming) -> Reply:
    """Somebody on the roster is meant."""
    press = incoming.press
    member_id, place = divmod(press.argument, MEMBERS)
    await tasking.add_taker(incoming.caller, office, draft_id=press.subject, place=place, member_id=member_id)
    message = await menu_opening.open_task(incoming.caller, office, draft_id=press.subject, place=place)
    return Reply(replaces=message, toast=field_texts.CHANGED)


def _place_and_step(number: int) -> tuple[int, Step]:
    place, step = divmod(number, STEPS)
    try:
        return place, Step(step)
    except ValueError:
        raise Refused(Refusal.NOT_FOUND) from None


def _again(sentence: str) -> Reply:
    return Reply(messages=(Message((Line(sentence),)),), keeps_asking=True)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.DRAFT_TASK: with_new_card(on_task),
    Act.DRAFT_TASK_MEMBER: with_new_card(choose_member),
}
AWAITED: dict[Awaited, Handler] = {Awaited.DRAFT_TASK: with_new_card(take_words)}
