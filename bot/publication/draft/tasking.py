"""The clerk says what a meeting asks of whom: adds, corrects and removes tasks, and who is meant by each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import IntEnum

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.publication.draft.correcting import MOST_LETTERS
from bot.publication.draft.draft_menus import Menu
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.draft.marks import mark
from bot.publication.draft.points import one_line
from bot.publication.draft.typed import typed_day
from bot.publication.member.tasks import MOST_TASKS, Task, candidates, tasks_of, with_task
from bot.texts import draft_tasks as texts
from bot.texts import drafting as draft_texts
from bot.texts.draft_fields import NOTHING
from storage.database import Connection
from storage.organisation import people
from storage.publication.drafts import Draft
from storage.states import Role

STEPS = 8
"""More than one can do with a task; a button says step + 8 * place."""
MEMBERS = 16
"""More than there are tasks; a button says place + 16 * member."""
_LONGEST_WHO = 120


class Step(IntEnum):
    """What can be done with a task. The numbers are signed into buttons: never reuse one."""

    SHOW = 0
    TEXT = 1
    WHO = 2
    DUE = 3
    REMOVE = 4


async def tell_task(
    caller: Caller, office: Office, *, draft_id: int, revision: int, place: int, step: Step, typed: str
) -> Changed:
    """Give the task at that place (from 0; behind the last: a new one) what was typed; "không" empties it.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON; EMPTY, TOO_LONG, NOT_A_DATE.
    """
    today = office.clock.now().astimezone(office.zone).date()

    def told(task: Task | None) -> Task:
        return _told(task, step, typed, today)

    return await _change(caller, office, draft_id, revision, place, told)


async def remove_task(caller: Caller, office: Office, *, draft_id: int, revision: int, place: int) -> Changed:
    """Leave the task out.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    return await _change(caller, office, draft_id, revision, place, lambda task: None)


async def add_taker(caller: Caller, office: Office, *, draft_id: int, place: int, member_id: int) -> Changed:
    """Say that this member is meant by the task, among those whose names it says.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND; GONE_ON, also when the task speaks of somebody else by now.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id)
        task = demand_task(draft, place)
        if member_id not in {one.member_id for one in candidates(connection, task.who)}:
            raise Refused(Refusal.GONE_ON)
        meant = tuple(dict.fromkeys((*task.member_ids, member_id)))
        return _write(connection, office, caller, draft, place, replace(task, member_ids=meant))

    return await office.perform(caller, "task member", body, outcome=Changed)


def demand_task(draft: Draft, place: int) -> Task:
    """The task at that place.

    Raises:
        Refused: GONE_ON, when there is none (any more).
    """
    tasks = tasks_of(draft.tasks)
    if not 0 <= place < len(tasks):
        raise Refused(Refusal.GONE_ON)
    return tasks[place]


def tasks_menu(draft: Draft) -> Message:
    """All tasks of the draft."""
    tasks = list(enumerate(tasks_of(draft.tasks), start=1))
    lines = [texts.line(place, one.text, one.who, one.due_on) for place, one in tasks] or [texts.NONE]
    buttons = [_button(texts.button(place), draft, place - 1, Step.SHOW) for place, _ in tasks]
    rows = [tuple(buttons[start : start + 3]) for start in range(0, len(buttons), 3)]
    if len(tasks) < MOST_TASKS:
        rows.append((_button(texts.ADD, draft, len(tasks), Step.TEXT),))
    else:
        lines.append(texts.FULL)
    back = (Button(draft_texts.BACK, Act.OPEN_DRAFT, draft.id, 1),)
    shown = map(Line, (*lines, texts.EXPLAINED))
    return Message((Bold(texts.TITLE), *shown, Buttons((*rows, back))))


def task_card(connection: Connection, draft: Draft, place: int) -> Message:
    """One task with who on the roster may be meant.

    Raises:
        Refused: GONE_ON.
    """
    task = demand_task(draft, place)
    meant = [found.full_name for one in task.member_ids if (found := people.member(connection, one))]
    offered = [one for one in candidates(connection, task.who) if one.member_id not in task.member_ids]
    blocks: list[Block] = [
        Bold(texts.title(place + 1)),
        Line(task.text),
        Line(texts.who_line(task.who)),
        Line(texts.meant(meant)),
        Line(texts.due_line(task.due_on)),
    ]
    if offered:
        blocks.append(Line(texts.CHOOSE))
    elif task.who and not meant:
        blocks.append(Line(texts.NOBODY_FOUND))
    rows = [
        *(
            (
                Button(
                    texts.choose(one.full_name, one.unit_name),
                    Act.DRAFT_TASK_MEMBER,
                    draft.id,
                    place + MEMBERS * one.member_id,
                ),
            )
            for one in offered
        ),
        (_button(texts.TEXT, draft, place, Step.TEXT), _button(texts.WHO, draft, place, Step.WHO)),
        (_button(texts.DUE, draft, place, Step.DUE), _button(texts.REMOVE, draft, place, Step.REMOVE)),
        (Button(texts.BACK, Act.DRAFT_MENU, draft.id, Menu.TASKS.value),),
    ]
    return Message((*blocks, Buttons(tuple(rows))))


def _button(label: str, draft: Draft, place: int, step: Step) -> Button:
    return Button(label, Act.DRAFT_TASK, draft.id, mark(draft.revision, place * STEPS + step.value))


def _told(task: Task | None, step: Step, typed: str, today: date) -> Task:
    words = one_line(typed)
    nothing = words.casefold() in NOTHING
    if step is Step.TEXT:
        if nothing or not words:
            raise Refused(Refusal.EMPTY)
        text = _limited(words, MOST_LETTERS)
        return replace(task, text=text) if task else Task(text)
    if task is None:
        raise Refused(Refusal.GONE_ON)
    if step is Step.DUE:
        return replace(task, due_on=None if nothing else typed_day(words, today=today))
    # Whoever was chosen was chosen for the name that stood there.
    return replace(task, who="" if nothing else _limited(words, _LONGEST_WHO), member_ids=())


def _limited(words: str, most: int) -> str:
    if len(words) > most:
        raise Refused(Refusal.TOO_LONG, limit=str(most))
    return words


async def _change(
    caller: Caller,
    office: Office,
    draft_id: int,
    revision: int,
    place: int,
    told: Callable[[Task | None], Task | None],
) -> Changed:
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        is_new = place == len(draft.tasks) < MOST_TASKS
        return _write(
            connection, office, caller, draft, place, told(None if is_new else demand_task(draft, place))
        )

    return await office.perform(caller, "task", body, outcome=Changed)


def _write(
    connection: Connection, office: Office, caller: Caller, draft: Draft, place: int, task: Task | None
) -> Changed:
    tasks = [one.stored() for one in with_task(tasks_of(draft.tasks), place, task)]
    return changed(change_draft(connection, office, caller, draft, "tasks", {"tasks": tasks}))
