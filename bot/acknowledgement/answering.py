"""The leader of a unit, or the clerk, answers a member's question."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.acknowledgement.asking import demand_words
from bot.acknowledgement.changing import change
from bot.delivery import queueing
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.texts import people as forms
from storage import history
from storage.acknowledgement import obligations, questions
from storage.acknowledgement.questions import Question
from storage.database import Connection
from storage.organisation import people
from storage.states import Lane, ObligationState, Purpose, QuestionState, Repeat, Role

ANSWERERS = LEADERS_OF_A_UNIT | {Role.CLERK}


@dataclass(frozen=True)
class WaitingQuestion:
    """A question without an answer."""

    question_id: int
    publication_id: int
    number: str
    title: str
    full_name: str
    unit_name: str
    text: str
    asked_at: datetime


@dataclass(frozen=True)
class ToAnswer:
    """A question that the caller may answer now."""

    question_id: int
    called: str
    text: str


@dataclass(frozen=True)
class Answered:
    """An answer that has been given.

    Args:
        reached: whether the member has an address to which it goes.
    """

    question_id: int
    publication_id: int
    called: str
    reached: bool


async def waiting(caller: Caller, office: Office) -> list[WaitingQuestion]:
    """The questions that the caller may answer, the oldest first; not their own.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, ANSWERERS)

    def body(connection: Connection) -> list[WaitingQuestion]:
        return [
            WaitingQuestion(
                question_id=one.id,
                publication_id=one.publication_id,
                number=one.number,
                title=one.title,
                full_name=one.full_name,
                unit_name=one.unit_name,
                text=one.question,
                asked_at=one.asked_at,
            )
            for one in questions.waiting(connection, unit_ids=_units(caller))
            if one.member_id != caller.member_id
        ]

    return await office.database.read(body)


async def to_answer(caller: Caller, office: Office, *, question_id: int) -> ToAnswer:
    """The question, if the caller may answer it and it still waits.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, GONE_ON.
    """

    def body(connection: Connection) -> ToAnswer:
        question = _demand_waiting(connection, caller, question_id)
        return ToAnswer(question.id, _called(connection, question.member_id), question.question)

    return await office.database.read(body)


async def answer(caller: Caller, office: Office, *, question_id: int, text: str) -> Answered:
    """Give the answer; the member gets it at once, and the publication is open to them again.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, GONE_ON when it was answered or needs no answer any more, EMPTY,
            TOO_LONG.
    """
    words = demand_words(text)

    def body(connection: Connection) -> Answered:
        question = _demand_waiting(connection, caller, question_id)
        if not questions.answer(
            connection,
            question_id,
            answer=words,
            answered_by=caller.member_id,
            answered_at=office.clock.now(),
        ):
            raise Refused(Refusal.GONE_ON)
        line = entry(
            caller,
            office,
            thing="question",
            thing_id=question_id,
            from_state=question.state,
            to_state=QuestionState.ANSWERED,
            publication_id=question.publication_id,
            member_id=question.member_id,
            unit_id=question.unit_id,
        )
        history.append(connection, line)
        _expect_again(connection, office, caller, question)
        reached = _send(connection, office, question)
        called = _called(connection, question.member_id)
        return Answered(question_id, question.publication_id, called, reached)

    return await office.perform(caller, "answer", body, outcome=Answered)


def _units(caller: Caller) -> frozenset[int] | None:
    if caller.door is Door.COMMAND_LINE or caller.has({Role.CLERK}):
        return None
    return caller.units_of(LEADERS_OF_A_UNIT)


def _demand_waiting(connection: Connection, caller: Caller, question_id: int) -> Question:
    question = questions.find(connection, question_id)
    if question is None:
        raise Refused(Refusal.NOT_FOUND)
    if question.member_id == caller.member_id:
        raise Refused(Refusal.NOT_ALLOWED)
    if not caller.has({Role.CLERK}):
        demand(caller, LEADERS_OF_A_UNIT, unit_id=question.unit_id)
    if question.state is QuestionState.WITHDRAWN:
        raise Refused(Refusal.NO_ANSWER_NEEDED)
    if question.state is not QuestionState.WAITING:
        raise Refused(Refusal.GONE_ON)
    return question


def _expect_again(connection: Connection, office: Office, caller: Caller, question: Question) -> None:
    whose = {"publication_id": question.publication_id, "member_id": question.member_id}
    obligation = obligations.of_member(connection, **whose)
    if obligation is None or obligation.state is not ObligationState.QUESTION:
        return
    if not questions.is_waiting(connection, **whose):
        change(connection, office, caller, obligation, to=ObligationState.EXPECTED)


def _send(connection: Connection, office: Office, question: Question) -> bool:
    return queueing.to_member(
        connection,
        office,
        member_id=question.member_id,
        once_key=f"answer:{question.id}:m{question.member_id}",
        purpose=Purpose.QUESTION_ANSWER,
        lane=Lane.REPLY,
        repeat=Repeat.ONCE,
        subject=question.id,
        publication_id=question.publication_id,
    )


def _called(connection: Connection, member_id: int) -> str:
    member = people.member(connection, member_id)
    return forms.call(member.address_form, member.full_name) if member else ""
