"""The clerk writes the questions after the text; each is shown back before it counts."""

from dataclasses import replace
from enum import IntEnum

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.publication.draft.draft_menus import Menu
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.draft.marks import mark
from bot.publication.member.quizzes import MOST_QUESTIONS, Quiz, QuizQuestion, typed_question
from bot.texts import draft_quiz as texts
from bot.texts import drafting as draft_texts
from storage.database import Connection
from storage.publication.drafts import Draft
from storage.states import Role

STEPS = 8
"""More than one can do with a question; a button says step + 8 * place."""


class Step(IntEnum):
    """What can be done with a question. The numbers are signed into buttons: never reuse one."""

    SHOW = 0
    TYPE = 1
    USE = 2
    REMOVE = 3


async def write_question(
    caller: Caller, office: Office, *, draft_id: int, revision: int, place: int, typed: str
) -> Changed:
    """Put the typed question at that place (from 0; behind the last: one more); it waits to be confirmed.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
        QuizFault: the form was not kept to, or the passage does not stand in the text.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        questions = list(Quiz.of(draft.quiz).questions)
        if not 0 <= place <= len(questions) or place >= MOST_QUESTIONS:
            raise Refused(Refusal.GONE_ON)
        questions[place : place + 1] = [typed_question(typed, body=draft.body)]
        return _write(connection, office, caller, draft, questions)

    return await office.perform(caller, "question", body, outcome=Changed)


async def use_question(
    caller: Caller, office: Office, *, draft_id: int, revision: int, place: int
) -> Changed:
    """Say that the question is right as it was shown: from then on it counts.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        questions = list(Quiz.of(draft.quiz).questions)
        questions[place] = replace(demand_question(draft, place), confirmed=True)
        return _write(connection, office, caller, draft, questions)

    return await office.perform(caller, "use question", body, outcome=Changed)


async def remove_question(
    caller: Caller, office: Office, *, draft_id: int, revision: int, place: int
) -> Changed:
    """Leave the question out.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        demand_question(draft, place)
        questions = list(Quiz.of(draft.quiz).questions)
        del questions[place]
        return _write(connection, office, caller, draft, questions)

    return await office.perform(caller, "remove question", body, outcome=Changed)


def demand_question(draft: Draft, place: int) -> QuizQuestion:
    """The question at that place.

    Raises:
        Refused: GONE_ON, when there is none (any more).
    """
    questions = Quiz.of(draft.quiz).questions
    if not 0 <= place < len(questions):
        raise Refused(Refusal.GONE_ON)
    return questions[place]


def quiz_menu(draft: Draft) -> Message:
    """All questions of the draft."""
    questions = list(enumerate(Quiz.of(draft.quiz).questions, start=1))
    lines = [texts.line(place, one.question, confirmed=one.confirmed) for place, one in questions]
    # The first choices open the first lines: where numbers are typed, 2 is the second question.
    rows = [(_button(texts.look(place), draft, place - 1, Step.SHOW),) for place, _ in questions]
    if len(questions) < MOST_QUESTIONS:
        rows.append((_button(texts.ADD, draft, len(questions), Step.TYPE),))
    back = (Button(draft_texts.BACK, Act.OPEN_DRAFT, draft.id, 1),)
    shown = [Line(line) for line in (texts.EXPLAINED, *(lines or [texts.NONE]))]
    return Message((Bold(texts.TITLE), *shown, Buttons((*rows, back))))


def question_card(draft: Draft, place: int) -> Message:
    """One question as a member meets it, the right choice marked.

    Raises:
        Refused: GONE_ON.
    """
    question = demand_question(draft, place)
    blocks: list[Block] = [Bold(texts.title(place + 1))]
    if not question.confirmed:
        blocks.append(Line(texts.CHECK))
    blocks += map(Line, question_lines(question))
    use = [(_button(texts.USE, draft, place, Step.USE),)] if not question.confirmed else []
    rows = (
        *use,
        (
            _button(texts.RETYPE, draft, place, Step.TYPE),
            _button(texts.remove(place + 1), draft, place, Step.REMOVE),
        ),
        (Button(texts.BACK, Act.DRAFT_MENU, draft.id, Menu.QUIZ.value),),
    )
    return Message((*blocks, Buttons(rows)))


def question_lines(question: QuizQuestion) -> list[str]:
    """The question, its choices with the right one marked, and the passage."""
    choices = (
        texts.choice(place, choice, right=place == question.right)
        for place, choice in enumerate(question.choices)
    )
    return [question.question, *choices, texts.passage(question.passage)]


def _button(label: str, draft: Draft, place: int, step: Step) -> Button:
    return Button(label, Act.DRAFT_QUIZ, draft.id, mark(draft.revision, place * STEPS + step.value))


def _write(
    connection: Connection, office: Office, caller: Caller, draft: Draft, questions: list[QuizQuestion]
) -> Changed:
    values = {"quiz": Quiz(tuple(questions)).stored()}
    return changed(change_draft(connection, office, caller, draft, "quiz", values))
