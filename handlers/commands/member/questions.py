"""Hỏi lại, Trả lời, /cauhoi."""

from datetime import timedelta

from bot.acknowledgement import answering, asking, listing
from bot.acknowledgement.answering import ANSWERERS
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.texts import questions as texts
from bot.texts import refusals
from handlers.commands.member.typed_words import typed_words
from handlers.conversation import Command, Handler, Incoming

LAPSES_AFTER = timedelta(hours=1)
_MOST = 5
# A wrong length can be put right at once: the conversation goes on waiting.
_TRY_AGAIN = frozenset({Refusal.EMPTY, Refusal.TOO_LONG})


async def begin(office: Office, incoming: Incoming) -> Reply:
    """After "Hỏi lại": wait for the question."""
    about = await asking.askable(incoming.caller, office, publication_id=incoming.press.subject)
    until = office.clock.now() + LAPSES_AFTER
    return Reply(
        messages=(_line(texts.ask_for_question(about.number, about.title)),),
        asking=Asking(Awaited.QUESTION, about.publication_id, until),
    )


async def ask(office: Office, incoming: Incoming) -> Reply:
    """Pass the question on. Who types "đã nắm" after all does not ask anything."""
    instead = await typed_words(office, incoming)
    if instead is not None:
        return instead
    about = _asking(incoming).subject
    try:
        asked = await asking.ask(incoming.caller, office, publication_id=about, text=incoming.text)
    except Refused as refused:
        return _try_again(refused)
    names = [(one.called, one.position) for one in asked.answerers]
    lines = [Line(texts.asked(asked.number, asked.title, names))]
    mine = await listing.mine(incoming.caller, office)
    if any(one.publication_id == about for one in mine.open):
        # With several open, the document's own number says which.
        lines.append(Line(texts.not_noted(asked.number if len(mine.open) > 1 else "")))
    if asked.goes_at is not None:
        lines.append(Line(texts.held(asked.goes_at, office.zone)))
    return Reply(messages=(Message(tuple(lines)),), toast=texts.ASKED_TOAST)


async def show_waiting(office: Office, incoming: Incoming) -> Reply:
    """The questions that the caller may answer."""
    waiting = await answering.waiting(incoming.caller, office)
    if not waiting:
        return Reply(messages=(_line(texts.NO_QUESTIONS),))
    shown = waiting[:_MOST]
    blocks: list[Block] = [Bold(texts.HEADING_QUESTIONS)]
    for place, one in enumerate(shown, start=1):
        blocks += [
            Line(texts.list_line(place, one.full_name, one.unit_name, one.number, one.title)),
            Line(texts.quoted(one.text)),
        ]
    if len(waiting) > len(shown):
        blocks.append(Line(texts.MORE_QUESTIONS))
    rows = tuple(
        (Button(texts.answer_button(place), Act.ANSWER_QUESTION, one.question_id),)
        for place, one in enumerate(shown, start=1)
    )
    return Reply(messages=(Message((*blocks, Buttons(rows)), protected=True),))


async def begin_answer(office: Office, incoming: Incoming) -> Reply:
    """After "Trả lời": wait for the answer."""
    found = await answering.to_answer(incoming.caller, office, question_id=incoming.press.subject)
    until = office.clock.now() + LAPSES_AFTER
    shown = Message(
        (Line(texts.quoted(found.text)), Line(texts.ask_for_answer(found.called))), protected=True
    )
    return Reply(messages=(shown,), asking=Asking(Awaited.ANSWER, found.question_id, until))


async def answer(office: Office, incoming: Incoming) -> Reply:
    """Send the answer."""
    about = _asking(incoming).subject
    try:
        answered = await answering.answer(incoming.caller, office, question_id=about, text=incoming.text)
    except Refused as refused:
        return _try_again(refused)
    line = texts.answered(answered.called, reached=answered.reached)
    return Reply(messages=(_line(line),), toast=texts.ANSWERED_TOAST)


def _asking(incoming: Incoming) -> Asking:
    if incoming.asking is None:
        raise Refused(Refusal.GONE_ON)
    return incoming.asking


def _try_again(refused: Refused) -> Reply:
    if refused.reason not in _TRY_AGAIN:
        raise refused
    return Reply(messages=(_line(refusals.sentence(refused.reason, refused.details)),), keeps_asking=True)


def _line(text: str) -> Message:
    return Message((Line(text),))


COMMANDS: tuple[Command, ...] = (
    Command("cauhoi", texts.HELP_QUESTIONS, show_waiting, roles=frozenset(ANSWERERS)),
)
PRESSES: dict[Act, Handler] = {Act.ASK: begin, Act.ANSWER_QUESTION: begin_answer}
AWAITED: dict[Awaited, Handler] = {Awaited.QUESTION: ask, Awaited.ANSWER: answer}
