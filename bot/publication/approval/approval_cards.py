"""The approver's card: the preview as a member will see it, for how many, and the three answers."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.publication.approval.urgency import roles_for
from bot.publication.audience.forecasting import shortages
from bot.publication.audience.recipients import count_lines, head_count
from bot.publication.audience.to_do import part_lines
from bot.publication.draft.attaching import attachments_of
from bot.publication.draft.draft_cards import extras, task_lines
from bot.publication.draft.draft_menus import FILE_STEPS, LOOK, URGENCIES
from bot.publication.draft.drafts import audience_of
from bot.publication.draft.marks import mark
from bot.publication.draft.quiz_writing import question_lines
from bot.publication.member.faces import Own, face
from bot.publication.member.quizzes import Quiz
from bot.publication.versions.correction_cards import version_blocks
from bot.texts import approving as texts
from bot.texts import cards as card_texts
from bot.texts import draft_menus as menu_texts
from bot.texts import draft_quiz as quiz_texts
from bot.texts import draft_tasks as task_texts
from bot.texts import drafting as draft_texts
from bot.texts import people as forms
from storage.database import Connection
from storage.organisation import people
from storage.publication.drafts import Draft
from storage.states import DraftState, Role, Urgency


def approval_card(connection: Connection, office: Office, draft: Draft) -> Message:
    """What the approver decides upon."""
    on_pages = bool(office.settings.web.public_url)
    blocks: list[Block] = [
        Bold(draft_texts.head(draft.kind, _state(draft, office.zone))),
        *_drafter(connection, draft),
        *version_blocks(connection, office, draft),
        *_recipients(connection, office, draft),
        *map(Line, shortages(connection, office, draft)),
        Line(draft_texts.sent_how(draft.scope, draft.urgency)),
        Line(draft_texts.body_line(draft.body, with_end=False)),
        *map(Line, _more(connection, office, draft)),
        Line(""),
        Line(texts.PREVIEW),
        *face(
            draft,
            asked=draft.asks_acknowledgement,
            due_at=draft.due_at,
            called=card_texts.SOMEBODY,
            zone=office.zone,
            own=Own(to_do=draft.to_do, has_page=on_pages),
        ),
        *map(Line, part_lines(draft)),
    ]
    rows = _rows(connection, office, draft)
    return Message((*blocks, Buttons(rows)) if rows else tuple(blocks))


def _more(connection: Connection, office: Office, draft: Draft) -> list[str]:
    """What a member's card does not show, or not in these words."""
    lines = []
    if draft.signatory:
        lines.append(menu_texts.signed_by(draft.signatory, known=draft.signatory_id is not None))
    if draft.circulation:
        lines.append(menu_texts.circulation_line(draft.circulation))
    if draft.tasks:
        lines += [f"{task_texts.TITLE.capitalize()}:", *task_lines(draft)]
    lines += extras(connection, office, draft)
    if draft.asks_acknowledgement and draft.quiz:
        lines.append(quiz_texts.menu_heading(len(draft.quiz)))
        for question in Quiz.of(draft.quiz).questions:
            lines += question_lines(question)
    return lines


def _drafter(connection: Connection, draft: Draft) -> list[Block]:
    member = people.member(connection, draft.created_by) if draft.created_by else None
    if member is None:
        return []
    return [Line(texts.drafted_by(forms.call(member.address_form, member.given_name)))]


def _recipients(connection: Connection, office: Office, draft: Draft) -> list[Block]:
    audience = audience_of(draft)
    if audience is None:
        return [Line(draft_texts.NO_AUDIENCE)]
    # Totals only: an approver does not see names in a branch (design.md section 8).
    count = head_count(connection, office, audience, with_names=False)
    return [
        Line(draft_texts.audience_line(count.audience)),
        *map(Line, count_lines(count)),
    ]


def _state(draft: Draft, zone: ZoneInfo) -> str:
    match draft.state:
        case DraftState.SUBMITTED:
            return texts.HEAD
        case DraftState.SCHEDULED if draft.publish_at is not None:
            return draft_texts.scheduled_state(draft.publish_at, zone)
        case DraftState.PUBLISHED:
            return draft_texts.PUBLISHED_STATE
        case DraftState.DISCARDED:
            return draft_texts.DISCARDED_STATE
        case _:
            return draft_texts.OPEN_STATE


def _file_rows(connection: Connection, draft: Draft) -> Iterator[tuple[Button, ...]]:
    for one in attachments_of(connection, draft.id):
        yield (Button(menu_texts.look_at(one.name), Act.DRAFT_FILE, draft.id, one.id * FILE_STEPS + LOOK),)


def _urgency_row(office: Office, draft: Draft) -> tuple[Button, ...]:
    """The other urgencies that an approver may choose."""
    mays = {urgency: roles_for(office, urgency) for urgency in Urgency if urgency is not draft.urgency}
    return tuple(
        Button(draft_texts.urgency_button(urgency), Act.SET_URGENCY, draft.id, mark(draft.revision, number))
        for number, urgency in URGENCIES.items()
        if urgency in mays and Role.APPROVER in (mays[urgency] or {Role.APPROVER})
    )


def _rows(connection: Connection, office: Office, draft: Draft) -> tuple[tuple[Button, ...], ...]:
    if draft.state is not DraftState.SUBMITTED:
        return ()
    return (
        (Button(texts.APPROVE_NOW, Act.APPROVE_NOW, draft.id, draft.revision),),
        (Button(texts.APPROVE_AT, Act.APPROVE_AT, draft.id, draft.revision),),
        (
            Button(texts.RETURN, Act.RETURN_DRAFT, draft.id, draft.revision),
            Button(draft_texts.FULL_TEXT, Act.DRAFT_TEXT, draft.id),
        ),
        _urgency_row(office, draft),
        *_file_rows(connection, draft),
    )
