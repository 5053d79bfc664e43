"""A few questions on the way to "Đã nắm": one at a time, and the last right answer is the acknowledgement.

How far somebody has come stands in the database until they have acknowledged, so a restart loses nothing.
First tries are counted without names; a wrong one costs nothing but a look at the passage.
"""

from dataclasses import dataclass

from bot.access import Caller, demand_member
from bot.acknowledgement.acknowledging import Acknowledged, demand_agreed, open_questions, take_note
from bot.acknowledgement.changing import CLOSED, demand_obligation
from bot.acknowledgement.seen_versions import demand_seen
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.member.quizzes import Quiz
from storage.acknowledgement import quizzes
from storage.acknowledgement.obligations import Obligation
from storage.database import Connection
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import Scope

_CHOICES, _QUESTIONS = 10, 10


@dataclass(frozen=True)
class Asked:
    """A question that waits for the member's answer.

    Args:
        version: of the publication; an answer to an earlier one counts for nothing.
        place: of the question, from 0.
        amount: how many questions there are.
        passage: in which the answer stands, after a wrong one; empty where the text may not travel.
        was_wrong: they have tried it, and not rightly.
        is_internal: the text is read elsewhere.
    """

    publication_id: int
    version: int
    place: int
    amount: int
    number: str
    title: str
    question: str
    choices: tuple[str, ...]
    passage: str = ""
    was_wrong: bool = False
    is_internal: bool = False


@dataclass(frozen=True)
class _Outcome:
    """As it is recorded with the knock."""

    came: Asked | Acknowledged


def mark_of(asked: Asked, choice: int) -> int:
    """What a button for this choice (its place, from 0) carries besides the publication."""
    return (asked.version * _QUESTIONS + asked.place) * _CHOICES + choice + 1


def read_mark(mark: int) -> tuple[int, int, int]:
    """Version, question and choice of a button; the places count from 0."""
    rest, choice = divmod(mark, _CHOICES)
    version, question = divmod(rest, _QUESTIONS)
    return version, question, choice - 1


async def open_question(caller: Caller, office: Office, *, publication_id: int) -> Asked:
    """The first question that the caller has not answered rightly; asking for it records nothing.

    Raises:
        Refused: NOT_ALLOWED, NOT_AGREED_TO, NOT_FOUND, WITHDRAWN, NOT_ASKED; GONE_ON where none is left.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Asked:
        found, obligation = _demand(connection, publication_id=publication_id, member_id=member_id)
        left = open_questions(connection, found, member_id)
        if not left or obligation.state in CLOSED:
            raise Refused(Refusal.GONE_ON)
        return _asked(connection, found, left[0], member_id=member_id)

    return await office.database.read(body)


async def answer(
    caller: Caller, office: Office, *, publication_id: int, version: int, question: int, choice: int
) -> Asked | Acknowledged:
    """Take an answer; an answer to anything but the question that waits changes nothing and is asked again.

    Args:
        caller: who answers.
        office: the office.
        publication_id: about which publication.
        version: to which of its versions the question belonged.
        question: its place, from 0.
        choice: the place of what was chosen, from 0.

    Returns:
        The question that waits now; after the last right answer the acknowledgement.

    Raises:
        Refused: as `open_question`, but GONE_ON only where somebody else was first; NEW_VERSION when a
            material correction has come since that version.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> _Outcome:
        found, obligation = _demand(connection, publication_id=publication_id, member_id=member_id)
        left: list[int] = []
        if obligation.state not in CLOSED:
            demand_seen(connection, publication_id=publication_id, member_id=member_id, version=version)
            left = open_questions(connection, found, member_id)
        if left:
            asked = _asked(connection, found, left[0], member_id=member_id)
            is_for_it = (version, question) == (asked.version, asked.place)
            if is_for_it and 0 <= choice < len(asked.choices):
                is_right = _is_right(connection, office, found, obligation, asked, choice)
                left = left[1:] if is_right else left
        if left:
            return _Outcome(_asked(connection, found, left[0], member_id=member_id))
        return _Outcome(
            take_note(
                connection,
                office,
                caller,
                member_id=member_id,
                publication_id=publication_id,
                version=version,
            )
        )

    return (await office.perform(caller, "answer a question", body, outcome=_Outcome)).came


def _demand(connection: Connection, *, publication_id: int, member_id: int) -> tuple[Publication, Obligation]:
    demand_agreed(connection, member_id)
    obligation = demand_obligation(connection, publication_id=publication_id, member_id=member_id)
    found = publications.publication(connection, publication_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found, obligation


def _is_right(
    connection: Connection,
    office: Office,
    found: Publication,
    obligation: Obligation,
    asked: Asked,
    choice: int,
) -> bool:
    is_right = Quiz.of(found.quiz).questions[asked.place].right == choice
    is_first = quizzes.note_try(
        connection,
        publication_id=found.id,
        version=found.version,
        member_id=obligation.member_id,
        question=asked.place,
        passed_at=office.clock.now() if is_right else None,
    )
    # Who took their acknowledgement back knows the answers: they are counted once.
    if is_first and not quizzes.was_through(
        connection, obligation_id=obligation.id, version=obligation.version
    ):
        quizzes.count(
            connection,
            publication_id=found.id,
            version=found.version,
            question=asked.place,
            choice=choice,
        )
    return is_right


def _asked(connection: Connection, found: Publication, place: int, *, member_id: int) -> Asked:
    quiz = Quiz.of(found.quiz)
    one = quiz.questions[place]
    was_wrong = place in quizzes.missed(
        connection, publication_id=found.id, version=found.version, member_id=member_id
    )
    is_internal = found.scope is Scope.INTERNAL
    return Asked(
        publication_id=found.id,
        version=found.version,
        place=place,
        amount=len(quiz.questions),
        number=found.number,
        title=found.title,
        question=one.question,
        choices=one.choices,
        passage=one.passage if was_wrong and not is_internal else "",
        was_wrong=was_wrong,
        is_internal=is_internal,
    )
