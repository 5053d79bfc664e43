"""/tiendo and /nhac: how far a publication has come, who is missing, and reminding them now."""

from bot.access import LEADERS_OF_A_UNIT, SEE_COUNTS, SEE_TOTALS
from bot.chasing import asking_again
from bot.chasing.asking_again import MAY_REMIND
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication import resuming
from bot.reports import naming, task_progress
from bot.reports import progress as following
from bot.reports.naming import Names
from bot.texts import chasing as chasing_texts
from bot.texts import progress as texts
from bot.texts import task_progress as task_texts
from bot.texts import times
from bot.texts.progress import remind_button
from handlers.commands.paging import page_of, turns
from handlers.conversation import Command, Handler, Incoming

# In the argument of PROGRESS: the way from the list of /nhac to the reminder.
_TO_REMIND = 1
MAY_FOLLOW = LEADERS_OF_A_UNIT | SEE_TOTALS | SEE_COUNTS


async def choose(office: Office, incoming: Incoming) -> Reply:
    """The publications that ask for acknowledgement, each with its numbers."""
    found = await following.followed(incoming.caller, office)
    with_tasks = await task_progress.with_tasks(incoming.caller, office)
    if not found and not with_tasks:
        return Reply(messages=(_line(texts.NOTHING),))
    rows: tuple[tuple[Button, ...], ...] = tuple(
        (
            Button(
                texts.list_button(one.number, one.title, one.acknowledged, one.expected),
                Act.PROGRESS,
                one.publication_id,
            ),
        )
        for one in found
    )
    for each in with_tasks:
        label = task_texts.list_button(each.number, each.title, each.taken, each.named)
        rows += ((Button(label, Act.TASKS, each.publication_id),),)
    return Reply(messages=(Message((Line(texts.LIST_HEADING), Buttons(rows))),))


async def show(office: Office, incoming: Incoming) -> Reply:
    """The progress card as it stands now; from the list of /nhac, whether people are to be reminded."""
    about = incoming.press.subject
    if incoming.press.argument == _TO_REMIND:
        return await _ask_to_remind(office, incoming)
    card = await following.progress(incoming.caller, office, publication_id=about)
    return Reply(messages=(card,), keeps_asking=True)


async def show_names(office: Office, incoming: Incoming) -> Reply:
    """Who has not answered; in a long list a unit is chosen first."""
    press = incoming.press
    names = await naming.outstanding_names(
        incoming.caller, office, publication_id=press.subject, unit_id=press.argument
    )
    if not names.amount:
        return Reply(messages=(_line(texts.NO_NAMES),))
    heading = texts.names_heading(names.number, names.title, names.amount)
    if not names.is_cut:
        return Reply(messages=(_listed(heading, names),))
    return Reply(messages=(_units_of(heading, names, 0),))


async def turn_units(office: Office, incoming: Incoming) -> Reply:
    """Another page of the units to choose from."""
    about, page = incoming.press.subject, incoming.press.argument
    names = await naming.outstanding_names(incoming.caller, office, publication_id=about)
    if not names.amount:
        return Reply(messages=(_line(texts.NO_NAMES),))
    heading = texts.names_heading(names.number, names.title, names.amount)
    return Reply(replaces=_units_of(heading, names, page))


async def show_calls(office: Office, incoming: Incoming) -> Reply:
    """Whom no message reaches."""
    about = incoming.press.subject
    names = await naming.names_to_call(incoming.caller, office, publication_id=about)
    if not names.amount:
        return Reply(messages=(_line(texts.NO_CALLS),))
    heading = texts.call_heading(names.number, names.title, names.amount)
    return Reply(messages=(_listed(heading, names),))


async def choose_to_remind(office: Office, incoming: Incoming) -> Reply:
    """The publications that somebody of the caller's units has not answered."""
    found = await asking_again.to_remind(incoming.caller, office)
    if not found:
        return Reply(messages=(_line(chasing_texts.NOBODY),))
    rows = tuple(
        (
            Button(
                chasing_texts.choose_button(one.number, one.title, one.outstanding),
                Act.PROGRESS,
                one.publication_id,
                _TO_REMIND,
            ),
        )
        for one in found
    )
    return Reply(messages=(Message((Line(chasing_texts.CHOOSE), Buttons(rows))),))


async def _ask_to_remind(office: Office, incoming: Incoming) -> Reply:
    about = incoming.press.subject
    found = await asking_again.to_be_reminded(incoming.caller, office, publication_id=about)
    said = chasing_texts.ask(found.number, found.title, to_remind=found.reached, no_way=found.no_way)
    lines = [Line(each) for each in said]
    if not found.reached:
        return Reply(messages=(Message(tuple(lines)),))
    row = (
        Button(remind_button(found.reached), Act.REMIND, about),
        Button(chasing_texts.NEVER_MIND, Act.NEVER_MIND),
    )
    return Reply(messages=(Message((*lines, Buttons((row,)))),))


async def remind(office: Office, incoming: Incoming) -> Reply:
    """Remind now, and say how many were and how many were not."""
    about = incoming.press.subject
    done = await asking_again.remind_now(incoming.caller, office, publication_id=about)
    lines = chasing_texts.outcome(
        done.number,
        done.title,
        reminded=done.reminded,
        enough=done.enough,
        no_way=done.no_way,
        no_room=done.no_room,
        held_until=times.hour_day(done.goes_at, office.zone) if done.goes_at else "",
    )
    message = Message(tuple(Line(line) for line in lines))
    return Reply(messages=(message,), toast=chasing_texts.toast(done.reminded), keeps_asking=True)


async def resume(office: Office, incoming: Incoming) -> Reply:
    """Let go on what content errors had stopped."""
    about = incoming.press.subject
    await resuming.resume(incoming.caller, office, publication_id=about)
    card = await following.progress(incoming.caller, office, publication_id=about)
    return Reply(messages=(_line(texts.RESUMED),), replaces=card, toast=texts.RESUMED, receipt=texts.RESUMED)


def _units_of(heading: str, names: Names, page: int) -> Message:
    about = names.publication_id
    rows: list[tuple[Button, ...]] = [
        (Button(texts.unit_button(unit.name, unit.amount), Act.NAMES, about, unit.unit_id),)
        for unit in page_of(names.units, page)
    ]
    rows += turns(names.units, page, lambda label, to: Button(label, Act.NAMES_PAGE, about, to))
    return Message((Bold(heading), Line(texts.TOO_MANY), Buttons(tuple(rows))))


def _listed(heading: str, names: Names) -> Message:
    blocks: list[Block] = [Bold(heading)]
    for unit in names.units:
        blocks.append(Line(texts.unit_heading(unit.name, unit.amount)))
        blocks += [
            Line(
                texts.name_line(
                    one.full_name, arrived=one.arrived, in_doubt_=one.in_doubt, came_from=one.came_from
                )
            )
            for one in unit.members
        ]
    # Names of people are not to be passed on.
    return Message(tuple(blocks), protected=True)


def _line(text: str) -> Message:
    return Message((Line(text),))


COMMANDS: tuple[Command, ...] = (
    Command("tiendo", texts.HELP_PROGRESS, choose, roles=MAY_FOLLOW),
    Command("nhac", chasing_texts.HELP_REMIND, choose_to_remind, roles=MAY_REMIND),
)
PRESSES: dict[Act, Handler] = {
    Act.PROGRESS: show,
    Act.NAMES: show_names,
    Act.NAMES_PAGE: turn_units,
    Act.NEED_CALL: show_calls,
    Act.REMIND: remind,
    Act.RESUME: resume,
}
AWAITED: dict[Awaited, Handler] = {}
