"""Requests about data as the admins get them, answers as members do, and the question of consent anew."""

from bot.delivery.composing import ComposeTable, Skip
from bot.errors import Refused
from bot.messages.blocks import Line, Message
from bot.office import Office
from bot.organisation.privacy.agreeing import OwnConsent, agreed_of
from bot.organisation.privacy.cards import case_card, consent_card
from bot.organisation.privacy.deciding import case_of
from bot.texts import data_requests as texts
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.organisation.people import Member
from storage.privacy import data_requests
from storage.privacy.data_requests import Request
from storage.states import DataRequestState, Purpose, Reason, Role


def compose_request(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The request with its clocks, to an admin, while it waits."""
    member = _reader(connection, claimed)
    if isinstance(member, Skip):
        return member
    held = people.roles_of(connection, member.id, now=office.clock.now())
    if Role.ADMIN not in {one.role for one in held}:
        return Skip(Reason.LEFT)
    if member.on_paper:
        return Skip(Reason.NO_CONSENT)
    try:
        case = case_of(connection, office, claimed.subject or 0)
    except Refused:
        return Skip(Reason.CHANGED)
    if case.request.state is not DataRequestState.OPEN:
        return Skip(Reason.ANSWERED)
    return case_card(office, case)


def compose_answer(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """How the request stands, to who made it; without one, the question of consent in today's words."""
    member = _reader(connection, claimed)
    if isinstance(member, Skip):
        return member
    if claimed.subject is None:
        own = OwnConsent(member.address_form, member.kind, agreed_of(connection, office, member))
        return consent_card(office, own, anew=True) if own.has_old else Skip(Reason.ANSWERED)
    found = data_requests.request(connection, claimed.subject)
    if found is None or found.member_id != member.id:
        return Skip(Reason.CHANGED)
    words = _words(office, found)
    return Message((Line(words),)) if words else Skip(Reason.CHANGED)


def _reader(connection: Connection, claimed: Claimed) -> Member | Skip:
    member = people.member(connection, claimed.member_id) if claimed.member_id else None
    if member is None or member.left_at is not None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    return member


def _words(office: Office, found: Request) -> str:
    """The newest step; steps that were taken while the message waited are told by the last."""
    match found.state:
        case DataRequestState.DONE:
            return texts.done(found.request)
        case DataRequestState.REFUSED:
            return texts.refused(found.request, because=found.because)
        case DataRequestState.OPEN if found.extended_at is not None:
            return texts.extended(found.request, because=found.because, due_by=found.due_by, zone=office.zone)
        case DataRequestState.OPEN if found.acknowledged_at is not None:
            return texts.received(found.request, due_by=found.due_by, zone=office.zone)
    return ""


COMPOSERS: ComposeTable = {
    Purpose.DATA_REQUEST: compose_request,
    Purpose.DATA_ANSWER: compose_answer,
}
