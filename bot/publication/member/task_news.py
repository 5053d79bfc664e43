"""Word of a correction to who is named for a task by it, or had taken one and is named no longer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.delivery.composing import Skip
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.publication.member.naming_takers import places_in
from bot.publication.member.taking import mark_of
from bot.publication.member.tasks import Task, tasks_of
from bot.texts import cards as card_texts
from bot.texts import people as forms
from bot.texts import taking as texts
from storage.acknowledgement import task_takers
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation.people import Member
from storage.privacy import consents
from storage.publication import publications, versions
from storage.publication.publications import Publication
from storage.states import ConsentPurpose, PublicationState, Reason, Scope

_IN_A_ROW = 2


@dataclass(frozen=True)
class _Told:
    """A task as its reader sees it: its place where they have several, its words where they may travel."""

    place: int | None
    task: Task
    is_public: bool


def task_news(connection: Connection, office: Office, member: Member, claimed: Claimed) -> Message | Skip:
    """What a version names the member for, and what no longer; nothing of it where that holds no more."""
    found = publications.publication(connection, claimed.publication_id or 0)
    if found is None or found.state is PublicationState.WITHDRAWN:
        return Skip(Reason.PUBLICATION_WITHDRAWN)
    named = _named(connection, found, member, claimed)
    let_go = _let_go(connection, found, member, claimed)
    if not named and not let_go:
        return Skip(Reason.CHANGED)
    called = forms.call_capital(member.address_form, member.given_name)
    year = (found.event_on or found.issued_on or found.published_at).year
    head = texts.news_heading(found.number, found.title, is_new=bool(named))
    blocks: list[Block] = [Bold(head)]
    for heading, tasks in ((texts.named_for(called), named), (texts.let_go_of(called), let_go)):
        blocks += [Line(heading), *_lines(tasks, year)] if tasks else []
    rows = _rows(connection, found, member)
    return Message((*blocks, Buttons(tuple(rows))), protected=found.scope is Scope.INTERNAL)


def _named(connection: Connection, found: Publication, member: Member, claimed: Claimed) -> Sequence[_Told]:
    """What was new then and is still to be taken: a later version may have moved it, or dropped it."""
    said = versions.tasks_in(connection, found.id, version=claimed.version or found.version)
    new, _ = places_in(claimed.subject or 0)
    meant = {(task.text, task.due_on) for place, task in enumerate(tasks_of(said.tasks)) if place in new}
    own = task_takers.of_member(connection, publication_id=found.id, member_id=member.id)
    tasks = tasks_of(found.tasks)
    return [
        _Told(one.task + 1 if len(own) > 1 else None, tasks[one.task], found.scope is Scope.PUBLIC)
        for one in own
        if one.taken_at is None and (tasks[one.task].text, tasks[one.task].due_on) in meant
    ]


def _let_go(connection: Connection, found: Publication, member: Member, claimed: Claimed) -> Sequence[_Told]:
    before = versions.tasks_in(connection, found.id, version=(claimed.version or found.version) - 1)
    own = task_takers.of_member(connection, publication_id=found.id, member_id=member.id)
    tasks = tasks_of(found.tasks)
    still = {tasks[one.task].text for one in own}
    is_public = before.scope is Scope.PUBLIC and found.scope is Scope.PUBLIC
    _, gone = places_in(claimed.subject or 0)
    return [
        _Told(None, task, is_public)
        for place, task in enumerate(tasks_of(before.tasks))
        if place in gone and task.text not in still
    ]


def _lines(told: Sequence[_Told], year: int) -> Iterator[Line]:
    for one in told:
        due = card_texts.task_due(one.task.due_on, year) if one.task.due_on else ""
        yield Line(texts.told_line(one.place, one.task.text if one.is_public else "", due))


def _rows(connection: Connection, found: Publication, member: Member) -> Iterator[tuple[Button, ...]]:
    """Everything that is still to be taken: under one number the newest message stands for all of it."""
    if not consents.withholds(connection, member.id, ConsentPurpose.ACKNOWLEDGEMENT):
        own = task_takers.of_member(connection, publication_id=found.id, member_id=member.id)
        take = [
            Button(
                card_texts.take_task(one.task + 1 if len(own) > 1 else None),
                Act.TAKE_TASK,
                found.id,
                mark_of(found.version, one.task),
            )
            for one in own
            if one.taken_at is None
        ]
        for start in range(0, len(take), _IN_A_ROW):
            yield tuple(take[start : start + _IN_A_ROW])
    yield (Button(texts.OPEN_PUBLICATION, Act.OPEN_CARD, found.id),)
