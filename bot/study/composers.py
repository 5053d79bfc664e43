"""The last look at word about a session before it is sent, and the message it becomes."""

from datetime import UTC, datetime

from bot.delivery.composing import ComposeTable, Skip
from bot.messages.blocks import Message
from bot.office import Office
from bot.study import drawing
from bot.study.cards import Card, read_card
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.states import Answer, Purpose, Reason, SessionState
from storage.study import study
from storage.study.study import Session


def compose_invitation(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The invitation, unless it is overtaken, answered already or too late."""
    card = _look(connection, office, claimed)
    if isinstance(card, Skip):
        return card
    if card.is_cancelled:
        return Skip(Reason.CHANGED)
    if card.has_begun:
        return Skip(Reason.LATE)
    if card.answer is not Answer.NONE:
        return Skip(Reason.ANSWERED)
    return drawing.invitation(card, office.zone)


def compose_reminder(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The reminder, unless it is overtaken, too late or the member has declined."""
    card = _look(connection, office, claimed)
    if isinstance(card, Skip):
        return card
    if card.is_cancelled:
        return Skip(Reason.CHANGED)
    if card.has_begun:
        return Skip(Reason.LATE)
    if card.answer is Answer.NO:
        return Skip(Reason.ANSWERED)
    today = office.clock.now().astimezone(office.zone).date()
    return drawing.reminder(
        card, office.zone, is_today=card.starts_at.astimezone(office.zone).date() == today
    )


def compose_change(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """Word of another time or place or that the session is off, unless it is overtaken or too late."""
    card = _look(connection, office, claimed)
    if isinstance(card, Skip):
        return card
    known_start = card.starts_at if claimed.subject is None else datetime.fromtimestamp(claimed.subject, UTC)
    if max(known_start, card.starts_at) <= office.clock.now():
        return Skip(Reason.LATE)
    if card.is_cancelled:
        return drawing.called_off(card, office.zone, known_start=known_start)
    return drawing.moved(card, office.zone, known_start=known_start)


def _look(connection: Connection, office: Office, claimed: Claimed) -> Card | Skip:
    """What the member would see now."""
    session = None if claimed.session_id is None else study.session(connection, claimed.session_id)
    if session is None or _is_overtaken(session, claimed):
        return Skip(Reason.CHANGED)
    member = None if claimed.member_id is None else people.member(connection, claimed.member_id)
    if member is None or member.left_at is not None or claimed.owner_id != member.id:
        return Skip(Reason.LEFT)
    if member.on_paper:
        return Skip(Reason.NO_CONSENT)
    card = read_card(connection, office, session, reader=member)
    return card if card.is_invited else Skip(Reason.LEFT)


def _is_overtaken(session: Session, claimed: Claimed) -> bool:
    return session.revision != claimed.version or session.state is SessionState.PLANNED


COMPOSERS: ComposeTable = {
    Purpose.INVITATION: compose_invitation,
    Purpose.SESSION_REMINDER: compose_reminder,
    Purpose.SESSION_CHANGE: compose_change,
}
