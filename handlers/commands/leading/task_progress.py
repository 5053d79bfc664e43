"""Who took the tasks of a publication, and how its questions were answered, below /tiendo."""

from collections.abc import Iterator

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
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
        # Names of people are not to be passed on.
        return Reply(messages=(Message(tuple(blocks), protected=bool(press.argument)),), keeps_asking=True)
    names = Button(texts.NAMES, Act.TASKS, found.publication_id, 1)
    return Reply(messages=(Message((*blocks, Buttons(((names,),)))),), keeps_asking=True)


def _heading(found: TaskProgress) -> str:
    say = texts.heading if found.tasks else texts.questions_heading
    return say(found.number, found.title)


def _lines(office: Office, task: TaskLine) -> Iterator[str]:
    yield cards.numbered(task.place, task.text) if task.text else texts.untold(task.place)
    yield texts.taken(task.taken, task.named)
    for one in task.names:
        if one.taken_at is None:
            yield texts.who_did_not(one.full_name)
        else:
            yield texts.who_took(one.full_name, one.taken_at, office.zone)


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
PRESSES: dict[Act, Handler] = {Act.TASKS: show}
AWAITED: dict[Awaited, Handler] = {}
