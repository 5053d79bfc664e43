"""How this room's deliveries become messages when their turn comes, after a last look."""

from bot.delivery.composing import Compose, ComposeTable, Skip
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.office import Office
from bot.publication.approval_cards import approval_card
from bot.publication.cards import OPEN, card
from bot.publication.draft_cards import short_name
from bot.publication.group_cards import compose_group_card
from bot.texts import approving as texts
from storage import drafts, obligations, people, publications
from storage.claims import Claimed
from storage.database import Connection
from storage.drafts import Draft
from storage.people import Member
from storage.states import DraftState, PublicationState, Purpose, Reason, Role


def compose_card(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The card for one member; not for who answered, left, or is on paper, nor of what was withdrawn."""
    member = _reader(connection, claimed)
    if isinstance(member, Skip):
        return member
    publication_id = claimed.publication_id or 0
    publication = publications.publication(connection, publication_id)
    if publication is None:
        return Skip(Reason.PUBLICATION_WITHDRAWN)
    is_edit = claimed.message_id is not None
    if publication.state is PublicationState.WITHDRAWN and not is_edit:
        return Skip(Reason.PUBLICATION_WITHDRAWN)
    if publication.asks_acknowledgement and not is_edit:
        asked = obligations.of_member(connection, publication_id=publication_id, member_id=member.id)
        if asked is None or asked.state not in OPEN:
            return Skip(Reason.ANSWERED)
    return card(connection, office, publication_id=publication_id, member_id=member.id)


def compose_approval(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The draft to the approver, while it still waits as it was handed in."""
    member = _reader(connection, claimed)
    if isinstance(member, Skip):
        return member
    held = people.roles_of(connection, member.id, now=office.clock.now())
    if Role.APPROVER not in {one.role for one in held}:
        return Skip(Reason.LEFT)
    if claimed.message_id is not None:
        # The card stands in the chat: it says what became of the draft instead of asking for ever.
        draft = drafts.draft(connection, claimed.subject or 0)
    else:
        draft = _draft(connection, claimed)
        if draft is None or draft.state is not DraftState.SUBMITTED:
            return Skip(Reason.CHANGED)
    return Skip(Reason.CHANGED) if draft is None else approval_card(connection, office, draft)


def compose_news(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What became of the draft, unless something newer has."""
    member = _reader(connection, claimed)
    if isinstance(member, Skip):
        return member
    draft = _draft(connection, claimed)
    line = _news(office, draft) if draft else ""
    if draft is None or not line:
        return Skip(Reason.CHANGED)
    button = Button(texts.OPEN_DRAFT, Act.OPEN_DRAFT, draft.id)
    return Message((Line(line), Buttons(((button,),))))


def _reader(connection: Connection, claimed: Claimed) -> Member | Skip:
    """Who would read it there, if they are still the one for whom it was meant."""
    member = people.member(connection, claimed.member_id) if claimed.member_id else None
    if member is None or member.left_at is not None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    return Skip(Reason.NO_CONSENT) if member.on_paper else member


def _draft(connection: Connection, claimed: Claimed) -> Draft | None:
    draft = drafts.draft(connection, claimed.subject or 0)
    return draft if draft is not None and draft.revision == claimed.version else None


def _news(office: Office, draft: Draft) -> str:
    name = short_name(draft)
    if draft.state is DraftState.PUBLISHED:
        return texts.news_published(name)
    if draft.state is DraftState.SCHEDULED and draft.publish_at is not None:
        return texts.news_scheduled(name, draft.publish_at, office.zone)
    if draft.state is DraftState.OPEN and draft.return_note:
        return texts.news_returned(name, draft.return_note)
    return ""


_TABLE: dict[Purpose, Compose] = {
    Purpose.CARD: compose_card,
    Purpose.APPROVAL: compose_approval,
    Purpose.DRAFT_NEWS: compose_news,
    Purpose.GROUP_CARD: compose_group_card,
}
COMPOSERS: ComposeTable = _TABLE
