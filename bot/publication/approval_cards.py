"""The approver's card: the preview as a member will see it, for how many, and the three answers."""

from zoneinfo import ZoneInfo

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.publication.drafts import audience_of
from bot.publication.faces import face
from bot.publication.forecasting import shortages
from bot.publication.recipients import head_count
from bot.texts import approving as texts
from bot.texts import cards as card_texts
from bot.texts import drafting as draft_texts
from bot.texts import people as forms
from storage import people
from storage.database import Connection
from storage.drafts import Draft
from storage.states import DraftState


def approval_card(connection: Connection, office: Office, draft: Draft) -> Message:
    """What the approver decides upon."""
    blocks: list[Block] = [
        Bold(draft_texts.head(draft.kind, _state(draft, office.zone))),
        *_drafter(connection, draft),
        *_recipients(connection, draft),
        *map(Line, shortages(connection, office, draft)),
        Line(draft_texts.SCOPES_EXPLAINED[draft.scope]),
        Line(draft_texts.URGENCIES_EXPLAINED[draft.urgency]),
        Line(""),
        Line(texts.PREVIEW),
        *face(
            draft,
            asked=draft.asks_acknowledgement,
            due_at=draft.due_at,
            called=card_texts.SOMEBODY,
            zone=office.zone,
        ),
    ]
    rows = _rows(draft)
    return Message((*blocks, Buttons(rows)) if rows else tuple(blocks))


def _drafter(connection: Connection, draft: Draft) -> list[Block]:
    member = people.member(connection, draft.created_by) if draft.created_by else None
    if member is None:
        return []
    return [Line(texts.drafted_by(forms.call(member.address_form, member.given_name)))]


def _recipients(connection: Connection, draft: Draft) -> list[Block]:
    audience = audience_of(draft)
    if audience is None:
        return [Line(draft_texts.NO_AUDIENCE)]
    # Totals only: an approver does not see names in a branch (design.md section 8).
    count = head_count(connection, audience, with_names=False)
    return [
        Line(draft_texts.audience_line(count.audience)),
        Line(draft_texts.head_count(count.expected, count.reachable)),
        *([Line(draft_texts.candidates(count.candidates))] if count.candidates else []),
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


def _rows(draft: Draft) -> tuple[tuple[Button, ...], ...]:
    if draft.state is not DraftState.SUBMITTED:
        return ()
    return (
        (Button(texts.APPROVE_NOW, Act.APPROVE_NOW, draft.id, draft.revision),),
        (Button(texts.APPROVE_AT, Act.APPROVE_AT, draft.id, draft.revision),),
        (
            Button(texts.RETURN, Act.RETURN_DRAFT, draft.id, draft.revision),
            Button(draft_texts.FULL_TEXT, Act.DRAFT_TEXT, draft.id),
        ),
    )
