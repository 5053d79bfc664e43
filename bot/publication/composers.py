"""How this room's deliveries become messages when their turn comes, after a last look."""

from bot.delivery.composing import Compose, ComposeTable, Skip
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.office import Office
from bot.publication.approval.approval_cards import approval_card
from bot.publication.draft.draft_cards import short_name
from bot.publication.group_cards import compose_group_card
from bot.publication.member.cards import OPEN, card
from bot.publication.member.task_news import task_news
from bot.publication.versions.correction_news import corrected_news
from bot.publication.versions.version_cards import older_card, over_news, over_news_to_group
from bot.texts import approving as texts
from storage.acknowledgement import obligations, task_takers
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.organisation.people import Member
from storage.publication import corrections, drafts, publications
from storage.publication.drafts import Draft
from storage.publication.publications import Publication
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
    is_over = publication.state is PublicationState.WITHDRAWN
    if is_over and not is_edit:
        return Skip(Reason.PUBLICATION_WITHDRAWN)
    if not is_over and _has_newer(connection, publication, claimed):
        return older_card(publication) if is_edit else Skip(Reason.CHANGED)
    if publication.asks_acknowledgement and not is_edit:
        asked = obligations.of_member(connection, publication_id=publication_id, member_id=member.id)
        if (asked is None or asked.state not in OPEN) and not _has_a_task(connection, publication, member):
            return Skip(Reason.ANSWERED)
    return card(connection, office, publication_id=publication_id, member_id=member.id)


def _has_a_task(connection: Connection, publication: Publication, member: Member) -> bool:
    named = task_takers.of_member(connection, publication_id=publication.id, member_id=member.id)
    return any(one.taken_at is None for one in named)


def _has_newer(connection: Connection, publication: Publication, claimed: Claimed) -> bool:
    if claimed.version is None or claimed.version >= publication.version or claimed.member_id is None:
        return False
    return corrections.has_newer_card(
        connection,
        publication_id=publication.id,
        member_id=claimed.member_id,
        version=claimed.version,
    )


def compose_change(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """That a publication no longer stands, to whom it had reached, or to a group that had its card.

    Or what was corrected, to a member whose card cannot be edited.
    """
    publication = publications.publication(connection, claimed.publication_id or 0)
    is_of_a_correction = claimed.member_id is not None and claimed.subject is not None
    is_over = publication is not None and publication.state is PublicationState.WITHDRAWN
    if publication is None or is_over is is_of_a_correction:
        return Skip(Reason.CHANGED)
    if claimed.member_id is None:
        address = people.address(connection, claimed.address_id)
        if address is None or address.unit_id is None or address.unit_id != claimed.subject:
            return Skip(Reason.LEFT)
        return over_news_to_group(connection, office, publication)
    member = _reader(connection, claimed)
    if isinstance(member, Skip):
        return member
    if is_of_a_correction:
        return corrected_news(connection, office, publication, member, claimed)
    return over_news(connection, office, publication, member.id)


def compose_task_news(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What a correction names its reader for, and what no longer."""
    member = _reader(connection, claimed)
    return member if isinstance(member, Skip) else task_news(connection, office, member, claimed)


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
    Purpose.PUBLICATION_CHANGE: compose_change,
    Purpose.TASK_NEWS: compose_task_news,
}
COMPOSERS: ComposeTable = _TABLE
