"""The buttons of a draft: a short card with the most used first, and menus behind it."""

from collections.abc import Sequence
from enum import IntEnum

from bot.messages.acts import Act
from bot.messages.blocks import AskFile, Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.publication.approval.checking import is_unread, label_of
from bot.publication.approval.numbering import Twin
from bot.publication.draft.attaching import MOST_FILES, attachments_of
from bot.publication.draft.correcting import DraftField
from bot.publication.draft.due_days import on_working_day
from bot.publication.draft.marks import mark
from bot.publication.versions.correction_cards import version_rows
from bot.texts import draft_menus as texts
from bot.texts import draft_quiz as quiz_texts
from bot.texts import draft_tasks as task_texts
from bot.texts import drafting as draft_texts
from storage.database import Connection
from storage.organisation import topics
from storage.publication.drafts import Draft
from storage.states import Kind, Scope, Urgency

Rows = tuple[tuple[Button, ...], ...]


class Menu(IntEnum):
    """A menu behind the card. The numbers are signed into buttons: never reuse one."""

    FIELDS = 1
    MORE = 2
    ASKING = 3
    SENDING = 4
    FILES = 5
    TOPIC = 6
    TASKS = 7
    QUIZ = 8


URGENCIES = {1: Urgency.NORMAL, 2: Urgency.URGENT, 3: Urgency.IMMEDIATE}
"""Signed into buttons: never reuse a number."""
FILE_STEPS = 8
"""More than one can do with a file; a button says step + 8 * attachment, and step 0 is its own menu."""
LOOK, RENAME, REMOVE = 1, 2, 3
"""Signed into buttons: never reuse a number."""

_FIELD_LABELS = {DraftField.MAIN_POINTS: draft_texts.MAIN_POINTS, DraftField.TO_DO: draft_texts.TO_DO}


def open_rows(connection: Connection, office: Office, draft: Draft, *, twin: Twin | None) -> Rows:
    """Under the card of a draft that the clerk is at: first what has to be done, then the most used."""
    now = mark(draft.revision)
    files = len(attachments_of(connection, draft.id))
    first: list[tuple[Button, ...]] = []
    if is_unread(draft):
        first.append((Button(texts.CLEAR, Act.CLEAR_SCAN, draft.id, draft.revision),))
    if twin is not None:
        first.append((Button(texts.OPEN_TWIN, Act.OPEN_DRAFT, twin.first.draft_id),))
    return (
        *first,
        *version_rows(connection, draft),
        (
            Button(draft_texts.CHOOSE_AUDIENCE, Act.CHOOSE_AUDIENCE, draft.id, now),
            Button(draft_texts.RECIPIENTS, Act.RECIPIENTS, draft.id),
        ),
        (_to(texts.FIELDS, draft, Menu.FIELDS), _to(texts.ASKING, draft, Menu.ASKING)),
        (_to(texts.SENDING, draft, Menu.SENDING), _to(texts.files_button(files), draft, Menu.FILES)),
        (
            Button(draft_texts.FULL_TEXT, Act.DRAFT_TEXT, draft.id),
            Button(draft_texts.SUBMIT, Act.SUBMIT, draft.id, draft.revision),
        ),
        (Button(draft_texts.DISCARD, Act.DISCARD, draft.id, now),),
    )


def simple_menu(connection: Connection, office: Office, draft: Draft, menu: Menu) -> Message:
    """The menus that only lead on: what was read, who is asked how, how it is sent, the topic, the files."""
    match menu:
        case Menu.MORE:
            return _menu(texts.MORE_TITLE, [], (*_more_rows(connection, draft), _back(draft)))
        case Menu.ASKING:
            return _menu(
                texts.ASKING_TITLE, [texts.ASKING_EXPLAINED], (*_asking_rows(office, draft), _back(draft))
            )
        case Menu.SENDING:
            return _menu(texts.SENDING_TITLE, _sending(office, draft), (*_sending_rows(draft), _back(draft)))
        case Menu.FILES:
            return _files(connection, draft)
        case _:
            return _menu(texts.FIELDS_TITLE, [texts.FIELDS_EXPLAINED], (*_field_rows(draft), _back(draft)))


def topic_name(connection: Connection, draft: Draft) -> str:
    """The topic under which it is looked up, or nothing."""
    topic = topics.topic(connection, draft.topic_id) if draft.topic_id else None
    return topic.name if topic else ""


def _field_rows(draft: Draft) -> Rows:
    tasks = _to(task_texts.menu_button(len(draft.tasks)), draft, Menu.TASKS)
    has_tasks = draft.kind is Kind.MEETING_SUMMARY or draft.tasks
    return (
        (_edit(draft, DraftField.TITLE), _edit(draft, DraftField.NUMBER)),
        (_edit(draft, DraftField.MAIN_POINTS), _edit(draft, DraftField.TO_DO)),
        *([(tasks,)] if has_tasks else []),
        (_edit(draft, DraftField.SIGNATORY), _to(texts.MORE, draft, Menu.MORE)),
        (Button(texts.PLACES, Act.DRAFT_PLACES, draft.id),),
    )


def _more_rows(connection: Connection, draft: Draft) -> Rows:
    kind = Button(draft_texts.kind_button(draft.kind), Act.CHOOSE_KIND, draft.id, mark(draft.revision))
    return (
        (kind,),
        (_edit(draft, DraftField.TYPE_NAME), _edit(draft, DraftField.ISSUER)),
        (_edit(draft, DraftField.ISSUED_ON), _edit(draft, DraftField.EVENT_ON)),
        (_edit(draft, DraftField.CHAIR), _edit(draft, DraftField.CIRCULATION)),
        (_to(texts.topic_menu_button(topic_name(connection, draft)), draft, Menu.TOPIC),),
    )


def _asking_rows(office: Office, draft: Draft) -> Rows:
    now = mark(draft.revision)
    asked = draft_texts.acknowledgement_button(draft.asks_acknowledgement)
    rows: list[tuple[Button, ...]] = [(Button(asked, Act.TOGGLE_ACKNOWLEDGEMENT, draft.id, now),)]
    if not draft.asks_acknowledgement:
        return tuple(rows)
    rows.append((Button(draft_texts.CHOOSE_DUE, Act.CHOOSE_DUE, draft.id, now),))
    later = on_working_day(office.calendar, draft.due_at) if draft.due_at else None
    if later is not None:
        rows.append((Button(texts.due_on(later, office.zone), Act.DUE_ON_WORKING_DAY, draft.id),))
    rows.append((_to(quiz_texts.menu_button(len(draft.quiz)), draft, Menu.QUIZ),))
    return tuple(rows)


def _sending(office: Office, draft: Draft) -> Sequence[str]:
    on_pages = bool(office.settings.web.public_url)
    return (
        draft_texts.scope_explained(draft.scope, on_pages=on_pages),
        draft_texts.URGENCIES_EXPLAINED[draft.urgency],
    )


def _sending_rows(draft: Draft) -> Rows:
    scope = Button(draft_texts.scope_button(draft.scope), Act.TOGGLE_SCOPE, draft.id, mark(draft.revision))
    others = (
        Button(draft_texts.urgency_button(urgency), Act.SET_URGENCY, draft.id, mark(draft.revision, number))
        for number, urgency in URGENCIES.items()
        if urgency is not draft.urgency
    )
    return ((scope,), *((one,) for one in others))


def _files(connection: Connection, draft: Draft) -> Message:
    found = attachments_of(connection, draft.id)
    numbered = list(enumerate(found, start=1))
    lines = [texts.file_line(place, one.name, one.size) for place, one in numbered] or [texts.NO_FILES]
    wanted = AskFile(texts.ADD_FILE.format(most=MOST_FILES), otherwise=texts.NO_FILES_HERE)
    stay = [Line(texts.FILES_STAY)] if draft.scope is Scope.INTERNAL else []
    buttons = [
        Button(texts.file_button(place), Act.DRAFT_FILE, draft.id, one.id * FILE_STEPS)
        for place, one in numbered
    ]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    return Message(
        (Bold(texts.FILES_TITLE), *map(Line, lines), wanted, *stay, Buttons((*rows, _back(draft))))
    )


def _edit(draft: Draft, field: DraftField) -> Button:
    label = draft_texts.edit(_FIELD_LABELS.get(field) or label_of(field.column, draft.kind))
    return Button(label, Act.EDIT_FIELD, draft.id, mark(draft.revision, field.value))


def _to(label: str, draft: Draft, menu: Menu) -> Button:
    return Button(label, Act.DRAFT_MENU, draft.id, menu.value)


def _back(draft: Draft) -> tuple[Button, ...]:
    return (Button(draft_texts.BACK, Act.OPEN_DRAFT, draft.id, 1),)


def _menu(title: str, lines: Sequence[str], rows: Rows) -> Message:
    blocks: list[Block] = [Bold(title), *map(Line, lines), Buttons(rows)]
    return Message(tuple(blocks))
