"""An answered question as the member who asked sees it."""

from bot.access import Caller, demand_member
from bot.acknowledgement.changing import CLOSED
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.seen_versions import seen
from bot.office import Office
from bot.texts import acknowledging as words
from bot.texts import people as forms
from bot.texts import questions as texts
from storage.acknowledgement import obligations, questions
from storage.acknowledgement.questions import Question
from storage.database import Connection
from storage.organisation import people
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import ObligationState, QuestionState, Scope

_OPEN = frozenset({ObligationState.EXPECTED, ObligationState.QUESTION})


async def answered_card(caller: Caller, office: Office, *, question_id: int) -> Message:
    """The caller's own question with its answer.

    Raises:
        Refused: NOT_ALLOWED, when no member calls; NOT_FOUND.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Message:
        return answer_card(connection, office, question_id=question_id, member_id=member_id)

    return await office.database.read(body)


def answer_card(connection: Connection, office: Office, *, question_id: int, member_id: int) -> Message:
    """The member's question with its answer, as things stand now: "Đã nắm" only while it is asked for.

    Raises:
        Refused: NOT_FOUND, when it is not an answered question of this member.
    """
    question = questions.find(connection, question_id)
    if question is None or question.member_id != member_id or question.state is not QuestionState.ANSWERED:
        raise Refused(Refusal.NOT_FOUND)
    publication = publications.publication(connection, question.publication_id)
    asker = people.member(connection, member_id)
    if publication is None or asker is None:
        raise Refused(Refusal.NOT_FOUND)
    called = forms.call_capital(asker.address_form, asker.given_name)
    by = people.member(connection, question.answered_by) if question.answered_by else None
    name, position = office.settings.office.name, ""
    if by is not None:
        name, position = forms.call_capital(by.address_form, by.full_name), by.position
    blocks: list[Block] = [
        Bold(texts.answer_heading(publication.number, publication.title)),
        Line(texts.was_asked(called)),
        Line(texts.quoted(question.question)),
        Line(texts.who_answers(name, position)),
        Line(question.answer),
    ]
    blocks += _standing(connection, office, question, publication, called)
    return Message(tuple(blocks), protected=publication.scope is Scope.INTERNAL)


def _standing(
    connection: Connection, office: Office, question: Question, publication: Publication, called: str
) -> list[Block]:
    obligation = obligations.of_member(
        connection, publication_id=question.publication_id, member_id=question.member_id
    )
    lower = (
        Button(words.ASK_MORE, Act.ASK, question.publication_id),
        Button(words.OPEN, Act.OPEN_CARD, question.publication_id),
    )
    if obligation is not None and obligation.state in CLOSED:
        state = Line(words.acknowledged(called, obligation.changed_at, office.zone))
        return [state, Buttons((lower,))]
    if obligation is not None and obligation.state in _OPEN:
        # The question goes along as the argument: the tap is answered on this very message.
        seen_here = seen(publication.version, question_id=question.id)
        main = Button(words.ACKNOWLEDGE, Act.ACKNOWLEDGE, question.publication_id, seen_here)
        return [Buttons(((main,), lower))]
    return [Buttons((lower,))]
