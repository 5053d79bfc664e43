"""The questions before "Đã nắm", one message after the other."""

from collections.abc import Iterator

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Link, Message
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication.member import quiz_answering
from bot.publication.member.published import member_card
from bot.publication.member.quiz_answering import Asked
from bot.texts import acknowledging as words
from bot.texts import quiz_answering as texts
from handlers.conversation import Command, Handler, Incoming

_IN_A_ROW = 2


async def begin(office: Office, incoming: Incoming, *, publication_id: int) -> Reply:
    """The question that waits, below the card, which stays to be read."""
    asked = await quiz_answering.open_question(incoming.caller, office, publication_id=publication_id)
    return Reply(messages=(await _message(office, incoming, asked),), keeps_asking=True)


async def answer(office: Office, incoming: Incoming) -> Reply:
    """The passage after a wrong answer, the next question after a right one, at last the receipt."""
    press = incoming.press
    version, question, choice = quiz_answering.read_mark(press.argument)
    came = await quiz_answering.answer(
        incoming.caller,
        office,
        publication_id=press.subject,
        version=version,
        question=question,
        choice=choice,
    )
    if isinstance(came, Asked):
        toast = texts.WRONG if came.was_wrong else ""
        return Reply(replaces=await _message(office, incoming, came), toast=toast, keeps_asking=True)
    say = words.receipt_before if came.already else words.receipt
    said = say(came.number, came.title, came.at, office.zone)
    button = Buttons(((Button(words.OPEN, Act.OPEN_CARD, press.subject),),))
    message = Message((Line(said if came.already else texts.all_right(said)), button))
    return Reply(replaces=message, toast=said, receipt=said, keeps_asking=True)


async def _message(office: Office, incoming: Incoming, asked: Asked) -> Message:
    heading = texts.heading(asked.place + 1, asked.amount, number=asked.number, title=asked.title)
    blocks: list[Block] = [Bold(heading)]
    if asked.was_wrong:
        blocks += [Line(line) for line in _after_a_wrong_one(asked)]
        blocks += await _where_to_read(office, incoming, asked)
    elif not asked.place:
        blocks.append(Line(texts.LEADS_ON))
    blocks += [Line(""), Line(asked.question)]
    blocks += [Line(texts.choice(place, choice)) for place, choice in enumerate(asked.choices, start=1)]
    return Message((*blocks, Buttons(_rows(asked))), protected=asked.is_internal)


def _after_a_wrong_one(asked: Asked) -> Iterator[str]:
    yield texts.WRONG
    if asked.passage:
        yield texts.PASSAGE
        yield texts.passage(asked.passage)
        yield texts.AGAIN
    else:
        yield texts.READ_AGAIN


async def _where_to_read(office: Office, incoming: Incoming, asked: Asked) -> list[Block]:
    if not asked.is_internal:
        return []
    card = await member_card(incoming.caller, office, publication_id=asked.publication_id)
    return [block for block in card.blocks if isinstance(block, Link)]


def _rows(asked: Asked) -> tuple[tuple[Button, ...], ...]:
    marks = [quiz_answering.mark_of(asked, place) for place in range(len(asked.choices))]
    choices = [
        Button(texts.choose(place), Act.QUIZ_ANSWER, asked.publication_id, mark)
        for place, mark in enumerate(marks, start=1)
    ]
    rows = [tuple(choices[start : start + _IN_A_ROW]) for start in range(0, len(choices), _IN_A_ROW)]
    return (*rows, (Button(words.OPEN, Act.OPEN_CARD, asked.publication_id),))


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.QUIZ_ANSWER: answer}
AWAITED: dict[Awaited, Handler] = {}
