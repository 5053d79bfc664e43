"""Questions after the text: typed in one answer by a simple form, and shown back before they count."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.draft import menu_opening, opening, quiz_writing
from bot.publication.draft.draft_menus import Menu
from bot.publication.draft.marks import read_mark
from bot.publication.draft.quiz_writing import STEPS, Step
from bot.publication.member.quizzes import QuizFault
from bot.texts import draft_fields as field_texts
from bot.texts import draft_quiz as texts
from bot.texts import drafting as draft_texts
from handlers.commands.drafting.drafting import WAITS, with_new_card
from handlers.conversation import Command, Handler, Incoming


async def on_question(office: Office, incoming: Incoming) -> Reply:
    """One question, or what was chosen there."""
    press = incoming.press
    revision, number = read_mark(press.argument)
    place, step = divmod(number, STEPS)
    match step:
        case Step.TYPE:
            return await _ask(office, incoming, revision)
        case Step.USE:
            await quiz_writing.use_question(
                incoming.caller, office, draft_id=press.subject, revision=revision or 0, place=place
            )
        case Step.REMOVE:
            await quiz_writing.remove_question(
                incoming.caller, office, draft_id=press.subject, revision=revision or 0, place=place
            )
        case _:
            message = await menu_opening.open_question(
                incoming.caller, office, draft_id=press.subject, place=place, revision=revision
            )
            return Reply(replaces=message)
    menu = await menu_opening.open_menu(incoming.caller, office, draft_id=press.subject, menu=Menu.QUIZ)
    return Reply(replaces=menu, toast=field_texts.CHANGED)


async def _ask(office: Office, incoming: Incoming, revision: int | None) -> Reply:
    press = incoming.press
    draft = await opening.draft_text(incoming.caller, office, draft_id=press.subject)
    if draft.revision != revision:
        raise Refused(Refusal.GONE_ON)
    never_mind = Buttons(((Button(draft_texts.NEVER_MIND, Act.NEVER_MIND),),))
    message = Message((*map(Line, texts.ASK), never_mind))
    until = office.clock.now() + WAITS
    return Reply(messages=(message,), asking=Asking(Awaited.DRAFT_QUIZ, press.subject, until, press.argument))


async def take_question(office: Office, incoming: Incoming) -> Reply:
    """Take the typed question and show it back; where the form was not kept to, say which part."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.NOT_FOUND)
    if not incoming.text:
        return _again(field_texts.TEXT_WANTED)
    revision, number = read_mark(asking.argument)
    place = number // STEPS
    try:
        await quiz_writing.write_question(
            incoming.caller,
            office,
            draft_id=asking.subject,
            revision=revision or 0,
            place=place,
            typed=incoming.text,
        )
    except QuizFault as fault:
        return _again(texts.FAULTS[fault.part])
    message = await menu_opening.open_question(incoming.caller, office, draft_id=asking.subject, place=place)
    return Reply(messages=(message,))


def _again(sentence: str) -> Reply:
    return Reply(messages=(Message((Line(sentence),)),), keeps_asking=True)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {Act.DRAFT_QUIZ: with_new_card(on_question)}
AWAITED: dict[Awaited, Handler] = {Awaited.DRAFT_QUIZ: with_new_card(take_question)}
