"""The clerk's card of a draft: what was read, what is missing, and what can be done."""

from datetime import datetime

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Folded, Line, Message
from bot.office import Office
from bot.publication.checking import LABELS
from bot.publication.correcting import DraftField
from bot.publication.drafting import due_in_text
from bot.publication.drafts import audience_of
from bot.publication.forecasting import shortages
from bot.publication.marks import mark
from bot.publication.points import points_of
from bot.publication.recipients import audience_name
from bot.texts import cards as card_texts
from bot.texts import drafting as texts
from storage import publications
from storage.database import Connection
from storage.drafts import Draft
from storage.states import DraftState

Rows = tuple[tuple[Button, ...], ...]

_FIELD_ROWS = (
    (DraftField.TITLE, DraftField.NUMBER, DraftField.TYPE_NAME),
    (DraftField.ISSUER, DraftField.ISSUED_ON),
    (DraftField.EVENT_ON, DraftField.CHAIR),
    (DraftField.MAIN_POINTS, DraftField.TO_DO),
)
_FIELD_LABELS = {
    **{field: LABELS[field.column] for field in DraftField if field.column in LABELS},
    DraftField.MAIN_POINTS: texts.MAIN_POINTS,
    DraftField.TO_DO: texts.TO_DO,
}


def draft_card(connection: Connection, office: Office, draft: Draft, *, for_clerk: bool = True) -> Message:
    """The card with the buttons that fit the draft's state and its reader."""
    blocks: list[Block] = [Bold(texts.head(draft.kind, state_words(office, draft)))]
    if draft.state is DraftState.OPEN and draft.return_note:
        blocks.append(Line(texts.returned(draft.return_note)))
    blocks += _fields(draft)
    blocks += _rules(connection, office, draft)
    blocks += _points(draft)
    rows = _rows(connection, draft, for_clerk=for_clerk)
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
    values = {
        "number": draft.number,
        "type_name": draft.type_name,
        "issuer": draft.issuer,
        "issued_on": texts.day_or_nothing(draft.issued_on),
        "event_on": texts.day_or_nothing(draft.event_on),
        "chair": draft.chair,
    }
    blocks: list[Block] = []
    if draft.title and "title" not in draft.unsure:
        blocks.append(Bold(draft.title))
    else:
        blocks.append(Line(texts.field_line(texts.TITLE, "", fill_in=True)))
    if "kind" in draft.unsure:
        blocks.append(Line(texts.to_check(texts.KINDS[draft.kind])))
    for name, value in values.items():
        fill_in = name in draft.unsure
        if value or fill_in:
            blocks.append(Line(texts.field_line(LABELS[name], value, fill_in=fill_in)))
    return blocks


def _rules(connection: Connection, office: Office, draft: Draft) -> list[Block]:
    audience = audience_of(draft)
    to_whom = texts.audience_line(audience_name(connection, audience)) if audience else texts.NO_AUDIENCE
    if not draft.asks_acknowledgement:
        asked = texts.NOT_ASKED
    else:
        asked = texts.asked_until(draft.due_at, office.zone) if draft.due_at else texts.DUE_MISSING
    printed = _other_deadline(office, draft)
    lines = (
        to_whom,
        asked,
        *([texts.deadline_in_text(printed, office.zone)] if printed else []),
        texts.SCOPES_EXPLAINED[draft.scope],
        texts.URGENCIES_EXPLAINED[draft.urgency],
        *(shortages(connection, office, draft) if draft.state is not DraftState.PUBLISHED else ()),
    )
    return [Line(line) for line in lines]


def _other_deadline(office: Office, draft: Draft) -> datetime | None:
    """A deadline in the text that is not the due date: two dates on one card confuse whoever reads them."""
    if draft.state is not DraftState.OPEN or not draft.asks_acknowledgement:
        return None
    printed = due_in_text(office, draft.body)
    return None if printed == draft.due_at else printed


def _points(draft: Draft) -> list[Block]:
    kept = [point for point in points_of(draft.main_points) if point.kept]
    blocks: list[Block] = []
    if kept:
        said = "\n".join(card_texts.point(point.part.value, point.text) for point in kept)
        blocks.append(Folded(texts.points_label(len(kept)), said))
    elif draft.state is DraftState.OPEN:
        blocks.append(Line(texts.NO_POINTS))
    if draft.to_do:
        blocks.append(Line(f"{texts.TO_DO}:"))
        numbered = enumerate(draft.to_do, start=1)
        blocks += [Line(card_texts.numbered(place, line)) for place, line in numbered]
    return blocks


def _rows(connection: Connection, draft: Draft, *, for_clerk: bool) -> Rows:
    look = Button(texts.FULL_TEXT, Act.DRAFT_TEXT, draft.id)
    who = Button(texts.RECIPIENTS, Act.RECIPIENTS, draft.id)
    if draft.state is DraftState.OPEN:
        return _open_rows(draft, look, who)
    if draft.state in (DraftState.SUBMITTED, DraftState.SCHEDULED):
        back = ((Button(texts.TAKE_BACK, Act.WITHDRAW_SUBMISSION, draft.id),),) if for_clerk else ()
        return ((look, who), *back)
    publication_id = publications.of_draft(connection, draft.id)
    if publication_id is not None and draft.asks_acknowledgement:
        return ((look, Button(texts.PROGRESS, Act.PROGRESS, publication_id)),)
    return ((look,),) if draft.body else ()


def _open_rows(draft: Draft, look: Button, who: Button) -> Rows:
    now = mark(draft.revision)
    fields = tuple(
        tuple(
            Button(
                texts.edit(_FIELD_LABELS[field]), Act.EDIT_FIELD, draft.id, mark(draft.revision, field.value)
            )
            for field in row
        )
        for row in _FIELD_ROWS
    )
    asked = texts.acknowledgement_button(draft.asks_acknowledgement)
    ask = (Button(asked, Act.TOGGLE_ACKNOWLEDGEMENT, draft.id, now),)
    due = (Button(texts.CHOOSE_DUE, Act.CHOOSE_DUE, draft.id, now),) if draft.asks_acknowledgement else ()
    return (
        (Button(texts.CHOOSE_AUDIENCE, Act.CHOOSE_AUDIENCE, draft.id, now), who),
        (*ask, *due),
        *fields,
        (Button(texts.kind_button(draft.kind), Act.CHOOSE_KIND, draft.id, now),),
        (
            Button(texts.scope_button(draft.scope), Act.TOGGLE_SCOPE, draft.id, now),
            Button(texts.urgency_button(draft.urgency), Act.TOGGLE_URGENCY, draft.id, now),
        ),
        (look, Button(texts.SUBMIT, Act.SUBMIT, draft.id, draft.revision)),
        (Button(texts.DISCARD, Act.DISCARD, draft.id, now),),
    )
