"""Who took the tasks of a publication, and how its questions were answered, below /tiendo."""

from collections.abc import Iterator

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication.member import taking_for
from bot.reports.task_progress import LEAST_ANSWERED, TaskLine, TaskProgress, task_progress
from bot.texts import cards
from bot.texts import task_progress as texts
from handlers.conversation import Command, Handler, Incoming


async def show(office: Office, incoming: Incoming) -> Reply:
    """The counts, or (asked for apart) the names."""
    press = incoming.press
    found = await task_progress(
        incoming.caller, office, publication_id=press.subject, with_names=bool(press.argument)
    )
    blocks: list[Block] = [Bold(_heading(found))]
    for task in found.tasks:
        blocks += [Line(line) for line in _lines(office, task)]
    blocks += [Line(line) for line in _questions(found)]
    if press.argument or not found.sees_names:
        rows = tuple(_recording(found))
        blocks += [Buttons(rows)] if rows else []
        # Names of people are not to be passed on.
        return Reply(messages=(Message(tuple(blocks), protected=bool(press.argument)),), keeps_asking=True)
    names = Button(texts.NAMES, Act.TASKS, found.publication_id, 1)
    return Reply(messages=(Message((*blocks, Buttons(((names,),)))),), keeps_asking=True)


async def ask_to_record(office: Office, incoming: Incoming) -> Reply:
    """What would be written down of somebody without a messenger."""
    press = incoming.press
    found = await taking_for.told_task(
        incoming.caller, office, publication_id=press.subject, taker_id=press.argument
    )
    question = Line(texts.confirm_record(found.called, found.number, found.title, found.text))
    rows = (
        (Button(texts.RECORD, Act.TASK_TOLD_CONFIRMED, found.publication_id, found.taker_id),),
        (Button(texts.NOT_NOW, Act.TASKS, found.publication_id, 1),),
    )
    return Reply(messages=(Message((question, Buttons(rows)), protected=True),))


async def record(office: Office, incoming: Incoming) -> Reply:
    """Write it down."""
    press = incoming.press
    done = await taking_for.record(
        incoming.caller, office, publication_id=press.subject, taker_id=press.argument
    )
    at = done.at or office.clock.now()
    said = texts.recorded(done.called, done.number, done.title, at, office.zone)
    return Reply(messages=(Message((Line(said),), protected=True),), receipt=said)


def _recording(found: TaskProgress) -> Iterator[tuple[Button, ...]]:
    for task in found.tasks:
        for one in task.names:
            if one.to_record is not None:
                label = texts.record_button(one.full_name)
                yield (Button(label, Act.TASK_TOLD, found.publication_id, one.to_record),)


def _heading(found: TaskProgress) -> str:
    say = texts.heading if found.tasks else texts.questions_heading
    return say(found.number, found.title)


def _lines(office: Office, task: TaskLine) -> Iterator[str]:
    yield cards.numbered(task.place, task.text) if task.text else texts.untold(task.place)
    yield texts.taken(task.taken, task.named, task.told)
    for one in task.names:
        if one.taken_at is None:
            yield texts.who_did_not(one.full_name)
        else:
            yield texts.who_took(one.full_name, one.taken_at, office.zone, is_told=one.is_told)


def _questions(found: TaskProgress) -> Iterator[str]:
    if found.questions:
        yield ""
        yield texts.QUESTIONS
    for one in found.questions:
        if one.answered is None or one.wrong is None:
            yield texts.too_few(one.place, LEAST_ANSWERED)
        else:
            yield texts.wrong_at_first(one.place, one.wrong, one.answered)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.TASKS: show,
    Act.TASK_TOLD: ask_to_record,
    Act.TASK_TOLD_CONFIRMED: record,
}
AWAITED: dict[Awaited, Handler] = {}
