"""A member asks about a publication; the question goes to whoever leads their unit."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, demand_member
from bot.acknowledgement.changing import change
from bot.acknowledgement.passing_on import pass_on
from bot.audience import Audience
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.texts import people as forms
from storage import history
from storage.acknowledgement import obligations, questions
from storage.acknowledgement.obligations import Obligation
from storage.audience import audiences
from storage.database import Connection
from storage.organisation import people
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import ObligationState, PublicationState, QuestionState, Urgency

LONGEST = 1000
"""Characters of a question or an answer: one chat message with its heading on every platform."""


@dataclass(frozen=True)
class Askable:
    """A publication about which the caller may ask."""

    publication_id: int
    number: str
    title: str


@dataclass(frozen=True)
class Answerer:
    """Who is to answer: with the form of address and the full name."""

    called: str
    position: str


@dataclass(frozen=True)
class Asked:
    """A question that has been passed on.

    Args:
        answerers: who was told; nobody: it waits for the office.
        goes_at: when they are told, if the sending hours hold the question; else None.
    """

    question_id: int
    publication_id: int
    number: str
    title: str
    answerers: tuple[Answerer, ...]
    goes_at: datetime | None


async def askable(caller: Caller, office: Office, *, publication_id: int) -> Askable:
    """The publication, if the caller may ask about it.

    Raises:
        Refused: NOT_FOUND, WITHDRAWN, NOT_ALLOWED.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Askable:
        found, _ = _demand_askable(connection, office, publication_id=publication_id, member_id=member_id)
        return Askable(found.id, found.number, found.title)

    return await office.database.read(body)


async def ask(caller: Caller, office: Office, *, publication_id: int, text: str) -> Asked:
    """Keep the caller's question and pass it on; reminders rest until it is answered.

    What was already acknowledged, or asked for no acknowledgement, stays as it is.

    Raises:
        Refused: NOT_FOUND, WITHDRAWN, NOT_ALLOWED, EMPTY, TOO_LONG.
    """
    member_id = demand_member(caller)
    words = demand_words(text)

    def body(connection: Connection) -> Asked:
        return put(connection, office, caller, member_id=member_id, publication_id=publication_id, text=words)

    return await office.perform(caller, "ask", body, outcome=Asked)


def put(
    connection: Connection, office: Office, caller: Caller, *, member_id: int, publication_id: int, text: str
) -> Asked:
    """As `ask`, in the caller's own transaction, with words that `demand_words` has passed.

    Raises:
        Refused: NOT_FOUND, WITHDRAWN.
    """
    found, obligation = _demand_askable(
        connection, office, publication_id=publication_id, member_id=member_id
    )
    unit_id = obligation.unit_id if obligation else _unit_of(connection, member_id)
    question_id = questions.add(
        connection,
        publication_id=publication_id,
        member_id=member_id,
        unit_id=unit_id,
        question=text,
        asked_at=office.clock.now(),
    )
    line = entry(
        caller,
        office,
        thing="question",
        thing_id=question_id,
        from_state="",
        to_state=QuestionState.WAITING,
        publication_id=publication_id,
        member_id=member_id,
        unit_id=unit_id,
    )
    history.append(connection, line)
    if obligation is not None and obligation.state is ObligationState.EXPECTED:
        change(connection, office, caller, obligation, to=ObligationState.QUESTION)
    member_ids = pass_on(connection, office, found, question_id, unit_id=unit_id, asker_id=member_id)
    told = tuple(one for member in member_ids for one in _answerer(connection, member))
    goes_at = _held_until(office) if told else None
    return Asked(question_id, publication_id, found.number, found.title, told, goes_at)


def _held_until(office: Office) -> datetime | None:
    now = office.clock.now()
    opens_at = office.calendar.next_opening(now, Urgency.NORMAL)
    return opens_at if opens_at > now else None


def demand_words(text: str) -> str:
    """The typed words without blanks around them.

    Raises:
        Refused: EMPTY, TOO_LONG.
    """
    words = text.strip()
    if not words:
        raise Refused(Refusal.EMPTY)
    if len(words) > LONGEST:
        raise Refused(Refusal.TOO_LONG, limit=str(LONGEST))
    return words


def _demand_askable(
    connection: Connection, office: Office, *, publication_id: int, member_id: int
) -> tuple[Publication, Obligation | None]:
    found = publications.publication(connection, publication_id)
    obligation = obligations.of_member(connection, publication_id=publication_id, member_id=member_id)
    if found is None or not (obligation or _is_for(connection, office, found, member_id)):
        raise Refused(Refusal.NOT_FOUND)
    is_over = obligation is not None and obligation.state is ObligationState.WITHDRAWN
    if is_over or found.state is PublicationState.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    return found, obligation


def _is_for(connection: Connection, office: Office, found: Publication, member_id: int) -> bool:
    if publications.had_a_card(connection, publication_id=found.id, member_id=member_id):
        return True
    now = office.clock.now()
    return audiences.covers(connection, Audience.of(found.audience), member_id=member_id, now=now)


def _unit_of(connection: Connection, member_id: int) -> int:
    member = people.member(connection, member_id)
    if member is None:
        raise Refused(Refusal.NOT_FOUND)
    return member.unit_id


def _answerer(connection: Connection, member_id: int) -> list[Answerer]:
    member = people.member(connection, member_id)
    return [Answerer(forms.call(member.address_form, member.full_name), member.position)] if member else []
