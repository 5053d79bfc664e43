"""The clerk opens a menu of a draft, or looks where in the text each field stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.messages.blocks import Message
from bot.office import Office
from bot.publication.approval.checking import LABELS
from bot.publication.draft.draft_menus import Menu, simple_menu
from bot.publication.draft.drafts import demand_draft
from bot.publication.draft.quiz_writing import question_card, quiz_menu
from bot.publication.draft.tasking import task_card, tasks_menu
from bot.texts import drafting as texts
from storage.database import Connection
from storage.organisation import topics
from storage.publication.drafts import Draft
from storage.states import Role

_MOST_AROUND = 80
_LABELS = {"kind": texts.KIND, **LABELS, "due_at": texts.DUE_IN_TEXT, "urgency": texts.URGENCY}


async def open_menu(caller: Caller, office: Office, *, draft_id: int, menu: Menu) -> Message:
    """A menu of the draft as it now stands; not the topics, which are a list of pages.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Message:
        draft = demand_draft(connection, draft_id)
        match menu:
            case Menu.TASKS:
                return tasks_menu(draft)
            case Menu.QUIZ:
                return quiz_menu(draft)
            case _:
                return simple_menu(connection, office, draft, menu)

    return await office.database.read(body)


async def open_task(
    caller: Caller, office: Office, *, draft_id: int, place: int, revision: int | None = None
) -> Message:
    """One task of the draft.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Message:
        return task_card(connection, demand_draft(connection, draft_id, revision=revision), place)

    return await office.database.read(body)


async def open_question(
    caller: Caller, office: Office, *, draft_id: int, place: int, revision: int | None = None
) -> Message:
    """One question of the draft's quiz.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Message:
        return question_card(demand_draft(connection, draft_id, revision=revision), place)

    return await office.database.read(body)


async def topics_on_offer(caller: Caller, office: Office, *, draft_id: int) -> tuple[tuple[int, str], ...]:
    """The topics under which the draft can be put: number and name.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> tuple[tuple[int, str], ...]:
        demand_draft(connection, draft_id)
        return tuple((topic.id, topic.name) for topic in topics.in_order(connection))

    return await office.database.read(body)


@dataclass(frozen=True)
class Place:
    """Where a field stands.

    Args:
        label: of the field.
        sure: whether the reader was sure; otherwise the field is empty and asked for.
        before: what stands before it in its line, cut.
        found: the very words.
        after: what stands behind it in its line, cut.
    """

    label: str
    sure: bool
    before: str
    found: str
    after: str


async def places(caller: Caller, office: Office, *, draft_id: int) -> tuple[Place, ...]:
    """Where each field that was read stands, those that are not sure first.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> tuple[Place, ...]:
        draft = demand_draft(connection, draft_id)
        return places_of(draft)

    return await office.database.read(body)


def places_of(draft: Draft) -> tuple[Place, ...]:
    """The same of a draft at hand."""
    found = [
        _place(_LABELS[name], draft.body, where) for name, where in draft.places.items() if name in _LABELS
    ]
    return tuple(sorted((one for one in found if one.found), key=lambda one: one.sure))


def _place(label: str, body: str, where: Mapping[str, Any]) -> Place:
    start, end = int(where["start"]), int(where["end"])
    if not 0 <= start < end <= len(body):
        raise Refused(Refusal.GONE_ON)
    opens = body.rfind("\n", 0, start) + 1
    closes = body.find("\n", end)
    before = " ".join(body[opens:start].split())
    after = " ".join(body[end : closes if closes >= 0 else len(body)].split())
    return Place(
        label,
        bool(where["sure"]),
        _tail(before),
        " ".join(body[start:end].split()),
        _head(after),
    )


def _tail(text: str) -> str:
    cut = text if len(text) <= _MOST_AROUND else f"…{text[-_MOST_AROUND:]}"
    return f"{cut} " if cut else ""


def _head(text: str) -> str:
    cut = text if len(text) <= _MOST_AROUND else f"{text[:_MOST_AROUND]}…"
    return f" {cut}" if cut else ""
