"""A question as the secretary gets it, an answer as the member gets it."""

from bot.access import LEADERS_OF_A_UNIT
from bot.acknowledgement.answer_cards import answer_card
from bot.delivery.composing import ComposeTable, Skip
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.texts import acknowledging as words
from bot.texts import questions as texts
from storage.acknowledgement import questions
from storage.acknowledgement.questions import Question
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import organisation, people
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import PublicationState, Purpose, QuestionState, Reason, Role, Scope


def compose_question(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The question, to one who may answer it."""
    found = _look_again(connection, claimed)
    if isinstance(found, Skip):
        return found
    question, publication = found
    asker = people.member(connection, question.member_id)
    if question.state is not QuestionState.WAITING:
        return Skip(Reason.ANSWERED)
    if asker is None or asker.left_at is not None or not _may_answer(connection, office, claimed, question):
        return Skip(Reason.LEFT)
    unit = organisation.unit(connection, question.unit_id)
    unit_name = unit.name if unit else ""
    blocks: tuple[Block, ...] = (
        Bold(texts.question_heading(publication.number, publication.title)),
        Line(texts.who_asks(asker.full_name, unit_name, question.asked_at, office.zone)),
        Line(texts.quoted(question.question)),
        Buttons(
            (
                (Button(texts.ANSWER, Act.ANSWER_QUESTION, question.id),),
                (Button(words.OPEN, Act.OPEN_CARD, publication.id),),
            )
        ),
    )
    return Message(blocks, protected=publication.scope is Scope.INTERNAL)


def compose_answer(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The answer, to the member who asked."""
    found = _look_again(connection, claimed)
    if isinstance(found, Skip):
        return found
    question, _ = found
    if question.state is not QuestionState.ANSWERED:
        return Skip(Reason.CHANGED)
    return answer_card(connection, office, question_id=question.id, member_id=question.member_id)


def _look_again(connection: Connection, claimed: Claimed) -> tuple[Question, Publication] | Skip:
    if claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    member = people.member(connection, claimed.member_id) if claimed.member_id else None
    if member is None or member.left_at is not None:
        return Skip(Reason.LEFT)
    if member.on_paper:
        return Skip(Reason.NO_CONSENT)
    question = questions.find(connection, claimed.subject or 0)
    publication = publications.publication(connection, question.publication_id) if question else None
    if question is None or publication is None or publication.state is PublicationState.WITHDRAWN:
        return Skip(Reason.PUBLICATION_WITHDRAWN)
    return question, publication


def _may_answer(connection: Connection, office: Office, claimed: Claimed, question: Question) -> bool:
    if claimed.member_id is None:
        return False
    above = questions.units_above(connection, question.unit_id)
    return any(
        held.role is Role.CLERK or (held.role in LEADERS_OF_A_UNIT and held.unit_id in above)
        for held in people.roles_of(connection, claimed.member_id, now=office.clock.now())
    )


COMPOSERS: ComposeTable = {
    Purpose.QUESTION: compose_question,
    Purpose.QUESTION_ANSWER: compose_answer,
}
