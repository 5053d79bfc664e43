"""The clerk's card of a draft: what was read, what is missing, and what can be done."""

import re
from datetime import datetime

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Folded, Line, Message
from bot.office import Office
from bot.publication.approval.checking import is_unread, unfilled
from bot.publication.approval.numbering import BEGUN, ON_ITS_WAY, Twin, twin_of
from bot.publication.audience.forecasting import shortages
from bot.publication.audience.recipients import audience_lines
from bot.publication.audience.to_do import part_lines
from bot.publication.draft.attaching import attachments_of
from bot.publication.draft.draft_menus import Rows, open_rows, topic_name
from bot.publication.draft.drafts import audience_of
from bot.publication.draft.due_dates import due_in_text
from bot.publication.draft.due_days import on_working_day
from bot.publication.draft.points import points_of
from bot.publication.member.tasks import only_one_named, tasks_of
from bot.publication.versions.correction_cards import version_blocks
from bot.reading.damage import damage_of
from bot.texts import cards as card_texts
from bot.texts import draft_menus as menu_texts
from bot.texts import draft_tasks as task_texts
from bot.texts import drafting as texts
from bot.texts import people as forms
from bot.texts import times
from bot.texts import versions as version_texts
from storage.database import Connection
from storage.organisation import people
from storage.publication import publications
from storage.publication.drafts import Draft
from storage.states import DraftState, Scope

_TITLE_OF_RESPECT = re.compile(r"^(?:đồng chí|đ/c|ông|bà)\s+", re.IGNORECASE)


def draft_card(connection: Connection, office: Office, draft: Draft, *, for_clerk: bool = True) -> Message:
    """The card with the buttons that fit the draft's state and its reader."""
    blocks: list[Block] = [Bold(texts.head(draft.kind, state_words(office, draft)))]
    if draft.state is DraftState.OPEN and draft.return_note:
        blocks.append(Line(texts.returned(draft.return_note)))
    blocks += version_blocks(connection, office, draft)
    twin = _twin(connection, draft)
    blocks += _fields(draft)
    blocks += map(Line, _warnings(connection, draft, twin))
    blocks += _rules(connection, office, draft)
    blocks += _points(draft)
    blocks += _tasks(draft)
    blocks += map(Line, extras(connection, office, draft))
    if draft.body and draft.state is not DraftState.PUBLISHED:
        blocks.append(Line(texts.body_line(draft.body, with_end=True)))
    rows = _rows(connection, office, draft, for_clerk=for_clerk, twin=twin)
    return Message((*blocks, *([Buttons(rows)] if rows else [])))


def state_words(office: Office, draft: Draft) -> str:
    """Where the draft stands, in words."""
    match draft.state:
        case DraftState.SUBMITTED if draft.submitted_at:
            return texts.submitted_state(draft.submitted_at, office.zone)
        case DraftState.SCHEDULED if draft.publish_at:
            return texts.scheduled_state(draft.publish_at, office.zone)
        case DraftState.PUBLISHED:
            return texts.PUBLISHED_STATE
        case DraftState.DISCARDED:
            return texts.DISCARDED_STATE
        case _:
            return texts.OPEN_STATE


def short_name(draft: Draft) -> str:
    """The shortest name by which people know it."""
    return card_texts.name_of(draft.number, draft.title)


def _fields(draft: Draft) -> list[Block]:
    lacking = unfilled(draft)
    blocks: list[Block] = [Bold(draft.title)] if draft.title and "title" not in draft.unsure else []
    lines = [
        texts.about(
            type_name=draft.type_name, number=draft.number, issuer=draft.issuer, issued_on=draft.issued_on
        ),
        texts.event(draft.event_on, draft.chair),
        menu_texts.signed_by(draft.signatory, known=draft.signatory_id is not None)
        if draft.signatory
        else "",
        menu_texts.circulation_line(draft.circulation) if draft.circulation else "",
        texts.to_fill_in(lacking) if lacking else "",
        texts.to_check(texts.KINDS[draft.kind]) if "kind" in draft.unsure else "",
    ]
    return [*blocks, *(Line(line) for line in lines if line)]


def _twin(connection: Connection, draft: Draft) -> Twin | None:
    """What has the number already; else, of a draft that corrects nothing, another that was begun as well."""
    if draft.state is not DraftState.OPEN:
        return None
    taken = twin_of(connection, draft, states=ON_ITS_WAY)
    return twin_of(connection, draft, states=BEGUN) if taken is None and draft.corrects_id is None else taken


def _warnings(connection: Connection, draft: Draft, twin: Twin | None) -> list[str]:
    if draft.state is not DraftState.OPEN:
        return []
    lines = [menu_texts.UNREAD] if is_unread(draft) else []
    damage = damage_of(draft.body)
    if damage is not None:
        lines.append(menu_texts.damaged(damage.kind.value, damage.broken, damage.checked))
    if draft.signatory and draft.signatory_id is None and only_one_named(connection, draft.signatory):
        lines.append(menu_texts.SIGNATORY_LIKE)
    unnamed = [one.who for one in tasks_of(draft.tasks) if not one.member_ids]
    if any(only_one_named(connection, _TITLE_OF_RESPECT.sub("", who)) for who in unnamed if who):
        lines.append(task_texts.NAMED_BY_NOBODY)
    if twin is not None:
        is_taken = twin_of(connection, draft, states=ON_ITS_WAY) is not None
        same = menu_texts.same_number if is_taken else menu_texts.same_number_begun
        lines.append((same if twin.is_same else menu_texts.number_of_another_day)(twin.name))
    return lines


def task_lines(draft: Draft) -> list[str]:
    """What the paper asks of whom, numbered."""
    return [
        task_texts.line(place, one.text, one.who, one.due_on)
        for place, one in enumerate(tasks_of(draft.tasks), start=1)
    ]


def extras(connection: Connection, office: Office, draft: Draft) -> list[str]:
    """What goes along beside the fields, for the clerk and the approver alike."""
    topic, files = topic_name(connection, draft), attachments_of(connection, draft.id)
    looked = people.member(connection, draft.cleared_by) if draft.cleared_by else None
    lines = []
    if files:
        lines.append(menu_texts.files_line(len(files), stay=draft.scope is Scope.INTERNAL))
    if topic:
        lines.append(menu_texts.topic_line(topic))
    if looked is not None and draft.cleared_at is not None:
        called = forms.call(looked.address_form, looked.given_name)
        lines.append(menu_texts.cleared_line(called, draft.cleared_at, office.zone))
    return lines


def _rules(connection: Connection, office: Office, draft: Draft) -> list[Block]:
    audience = audience_of(draft)
    to_whom = audience_lines(connection, office, audience) if audience else [texts.NO_AUDIENCE]
    if draft.state is DraftState.PUBLISHED:
        # How many it was for is in its expected list; these would be those of today.
        del to_whom[1:]
    printed: datetime | None = None
    if not draft.asks_acknowledgement:
        asked = texts.NOT_ASKED
    else:
        questions = len(draft.quiz)
        asked = texts.DUE_MISSING
        printed = due_in_text(office, draft.body) if draft.state is DraftState.OPEN else None
        if draft.due_at:
            asked = texts.asked_until(
                draft.due_at, office.zone, questions=questions, is_in_text=printed == draft.due_at
            )
    lines = (
        *to_whom,
        asked,
        *([texts.deadline_in_text(printed, office.zone)] if printed and printed != draft.due_at else []),
        *_free_day(office, draft),
        texts.sent_how(draft.scope, draft.urgency),
        *(shortages(connection, office, draft) if draft.state is not DraftState.PUBLISHED else ()),
    )
    return [Line(line) for line in lines]


def _free_day(office: Office, draft: Draft) -> list[str]:
    if draft.state is not DraftState.OPEN or not draft.asks_acknowledgement or draft.due_at is None:
        return []
    if on_working_day(office.calendar, draft.due_at) is None:
        return []
    return [menu_texts.due_is_free(times.weekday_day(draft.due_at.astimezone(office.zone).date()))]


def _points(draft: Draft) -> list[Block]:
    kept = [point for point in points_of(draft.main_points) if point.kept]
    blocks: list[Block] = []
    if kept:
        said = "\n".join(card_texts.point(point.part.value, point.text) for point in kept)
        blocks.append(Folded(texts.points_label(len(kept)), said, otherwise=texts.points_line(len(kept))))
    elif draft.state is DraftState.OPEN:
        blocks.append(Line(texts.NO_POINTS))
    if draft.to_do:
        numbered = enumerate(draft.to_do, start=1)
        said = "\n".join(card_texts.numbered(place, line) for place, line in numbered)
        blocks.append(Folded(f"{texts.TO_DO}:", said, otherwise=texts.to_do_line(len(draft.to_do))))
    return [*blocks, *map(Line, part_lines(draft))]


def _tasks(draft: Draft) -> list[Block]:
    lines = task_lines(draft)
    if not lines:
        return []
    title = task_texts.TITLE.capitalize()
    return [Folded(f"{title}:", "\n".join(lines), otherwise=f"{title}: {len(lines)}")]


def _rows(
    connection: Connection, office: Office, draft: Draft, *, for_clerk: bool, twin: Twin | None
) -> Rows:
    look = Button(texts.FULL_TEXT, Act.DRAFT_TEXT, draft.id)
    who = Button(texts.RECIPIENTS, Act.RECIPIENTS, draft.id)
    if draft.state is DraftState.OPEN:
        return open_rows(connection, office, draft, twin=twin)
    if draft.state in (DraftState.SUBMITTED, DraftState.SCHEDULED):
        back = ((Button(texts.TAKE_BACK, Act.WITHDRAW_SUBMISSION, draft.id),),) if for_clerk else ()
        return ((look, who), *back)
    is_out = draft.state is DraftState.PUBLISHED
    publication_id = publications.of_draft(connection, draft.id) or (draft.corrects_id if is_out else None)
    more: Rows = ()
    if publication_id is not None and for_clerk:
        more = ((Button(version_texts.MANAGE, Act.MANAGE, publication_id),),)
    if publication_id is not None and draft.asks_acknowledgement:
        return ((look, Button(texts.PROGRESS, Act.PROGRESS, publication_id)), *more)
    if more:
        return ((look,), *more)
    return ((look,),) if draft.body else ()
