"""/lich: the sessions ahead and their answers; for leaders also names, moving, calling off."""

from datetime import timedelta

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.states import Answer, SessionState
from bot.study import answering, changing, drawing, viewing
from bot.study.answering import Heard
from bot.study.viewing import Agenda, Coming
from bot.texts import study as texts
from bot.texts import times
from bot.texts.people import call
from handlers.commands.paging import PAGE, page_of, turns
from handlers.commands.study.study_planning import ask_again, asked, held, question, show_plan
from handlers.conversation import Command, Handler, Incoming

_ANSWERS = {act: answer for answer, act in drawing.ACTS.items()}
# As for every question that was asked by pressing a button (look-and-words.md).
_WAITS = timedelta(hours=1)
# In `Asking.argument` of SESSION_MOVE: a new place instead of a new time.
_PLACE = 1


async def agenda(office: Office, incoming: Incoming) -> Reply:
    """The sessions ahead of the caller, each with a button; for those who lead, also what is planned."""
    found = await viewing.agenda(incoming.caller, office)
    return Reply(messages=(_agenda(office, found, 0),))


async def open_session(office: Office, incoming: Incoming) -> Reply:
    """One session: its card, or its plan where it was left; without one another page of the agenda."""
    if not incoming.press.subject:
        found = await viewing.agenda(incoming.caller, office)
        return Reply(replaces=_agenda(office, found, incoming.press.argument))
    viewed = await viewing.view(incoming.caller, office, session_id=incoming.press.subject)
    if viewed.card is None:
        return await show_plan(office, incoming, incoming.press.subject)
    return Reply(messages=(drawing.invitation(viewed.card, office.zone, tally=viewed.tally),))


async def answer(office: Office, incoming: Incoming) -> Reply:
    """Take the answer of the pressed button; the card shows how it stands now."""
    press = incoming.press
    choice = _ANSWERS[press.act]
    answered = await answering.answer(
        incoming.caller, office, session_id=press.subject, revision=press.argument, choice=choice
    )
    card = await _card(office, incoming, press.subject)
    if answered.heard is not Heard.TAKEN:
        # No receipt: an office that saves them must not leave somebody to think that it was taken.
        return Reply(replaces=card, toast=_not_taken(answered.heard))
    viewed = await viewing.view(incoming.caller, office, session_id=press.subject)
    said = texts.answer_taken(choice, viewed.session.title, office.clock.now(), office.zone)
    if choice is not Answer.NO:
        return Reply(replaces=card, toast=said, receipt=said)
    skip = Buttons(((Button(texts.SKIP_REASON, Act.NEVER_MIND),),))
    return Reply(
        messages=(Message((Line(texts.ASK_REASON), skip)),),
        replaces=card,
        toast=said,
        receipt=said,
        asking=_ask_reason(office, press.subject, press.argument),
    )


async def reason(office: Office, incoming: Incoming) -> Reply:
    """Take the reason for staying away; what is no text is asked for again."""
    asking = asked(incoming)
    try:
        await answering.give_reason(
            incoming.caller,
            office,
            session_id=asking.subject,
            revision=asking.argument,
            text=incoming.text,
        )
    except Refused as refused:
        return ask_again(office, asking, refused)
    viewed = await viewing.view(incoming.caller, office, session_id=asking.subject)
    if viewed.card is None:
        raise Refused(Refusal.GONE_ON)
    reader = viewed.card.reader
    thanks = texts.REASON_TAKEN.format(called=call(reader.address_form, reader.given_name))
    return Reply(messages=(_line(thanks),))


async def answers(office: Office, incoming: Incoming) -> Reply:
    """Who comes, who does not, and who has not answered, for the leaders of the unit."""
    session, listed = await viewing.answers(incoming.caller, office, session_id=incoming.press.subject)
    lines: list[Block] = [Bold(texts.answers_head(session.title))]
    for choice in (Answer.YES, Answer.NO, Answer.MAYBE, Answer.NONE):
        group = [one for one in listed if one.answer is choice]
        if group:
            lines.append(Bold(texts.group(choice, len(group))))
        lines += [
            Line(texts.name(number, one.full_name, one.because, is_reached=one.is_reached))
            for number, one in enumerate(group, start=1)
        ]
    return Reply(messages=(Message(tuple(lines), protected=True),))


async def ask_move(office: Office, incoming: Incoming) -> Reply:
    """Ask for the new time, with the way to a new place beside it."""
    session_id = incoming.press.subject
    await changing.demand_movable(incoming.caller, office, session_id=session_id)
    buttons = (
        (Button(texts.BUTTON_MOVE_PLACE, Act.MOVE_SESSION_PLACE, session_id),),
        (Button(texts.NEVER_MIND, Act.NEVER_MIND),),
    )
    return question(office, texts.ASK_MOVE, Awaited.SESSION_MOVE, session_id, rows=buttons)


async def ask_move_place(office: Office, incoming: Incoming) -> Reply:
    """Ask for the new place."""
    session_id = incoming.press.subject
    await changing.demand_movable(incoming.caller, office, session_id=session_id)
    rows = ((Button(texts.NEVER_MIND, Act.NEVER_MIND),),)
    return question(
        office, texts.ASK_MOVE_PLACE, Awaited.SESSION_MOVE, session_id, argument=_PLACE, rows=rows
    )


async def move(office: Office, incoming: Incoming) -> Reply:
    """Move the session to the typed time or place."""
    asking = asked(incoming)
    change = changing.relocate if asking.argument == _PLACE else changing.reschedule
    try:
        changed = await change(incoming.caller, office, session_id=asking.subject, text=incoming.text)
    except Refused as refused:
        return ask_again(office, asking, refused)
    if not changed.changed:
        return Reply(messages=(_line(texts.SAME_AS_BEFORE),))
    told = Message((Line(texts.told_change(changed.told)), *held(office, changed.goes_at)))
    return Reply(messages=(told, await _card(office, incoming, asking.subject)))


async def ask_cancel(office: Office, incoming: Incoming) -> Reply:
    """Ask whether it is really to be called off."""
    session_id = incoming.press.subject
    state = await changing.demand_cancellable(incoming.caller, office, session_id=session_id)
    is_plan = state is SessionState.PLANNED
    confirmed = texts.DISCARD_CONFIRMED if is_plan else texts.CANCEL_CONFIRMED
    rows = Buttons(
        (
            (Button(confirmed, Act.CANCEL_SESSION_CONFIRMED, session_id),),
            (Button(texts.NEVER_MIND, Act.NEVER_MIND),),
        )
    )
    return Reply(messages=(Message((Line(texts.ASK_DISCARD if is_plan else texts.ASK_CANCEL), rows)),))


async def cancel(office: Office, incoming: Incoming) -> Reply:
    """Call it off."""
    session_id = incoming.press.subject
    cancelled = await changing.cancel(incoming.caller, office, session_id=session_id)
    title = (await viewing.view(incoming.caller, office, session_id=session_id)).session.title
    lines = [Line(texts.discarded(title))]
    if not cancelled.was_planned:
        lines = [Line(texts.told_cancel(title, cancelled.told)), *held(office, cancelled.goes_at)]
    return Reply(replaces=Message(tuple(lines)), receipt=" ".join(line.text for line in lines))


def _agenda(office: Office, found: Agenda, page: int) -> Message:
    blocks: list[Block] = [Bold(texts.AGENDA)]
    ahead = [*found.coming, *found.planned]
    if not ahead:
        return Message((*blocks, Line(texts.AGENDA_EMPTY)))
    shown = page_of(found.coming, page)
    first = max(0, page * PAGE - len(found.coming))
    planned = found.planned[first : first + PAGE - len(shown)]
    for number, coming in enumerate(shown, start=1):
        blocks += _coming(office, found, coming, number)
    if planned:
        blocks.append(Line(texts.AGENDA_PLANNED))
    for number, session in enumerate(planned, start=len(shown) + 1):
        blocks.append(Bold(texts.listed(number, session.title)))
        if session.starts_at is not None:
            blocks.append(Line(times.hour_day(session.starts_at, office.zone)))
    sessions = [*(coming.session for coming in shown), *planned]
    rows: list[tuple[Button, ...]] = [
        (Button(texts.open_button(number), Act.OPEN_SESSION, session.id),)
        for number, session in enumerate(sessions, start=1)
    ]
    rows += turns(ahead, page, lambda label, to: Button(label, Act.OPEN_SESSION, 0, to))
    return Message((*blocks, Buttons(tuple(rows))))


def _coming(office: Office, found: Agenda, coming: Coming, number: int) -> list[Block]:
    session = coming.session
    blocks: list[Block] = [Bold(texts.listed(number, session.title))]
    if session.starts_at is not None and session.ends_at is not None:
        blocks.append(Line(texts.when(session.starts_at, session.ends_at, office.zone)))
    blocks.append(Line(texts.where(session.place)))
    if coming.answer is not None:
        reader = found.reader
        blocks.append(Line(texts.own_answer(reader.address_form, reader.given_name, coming.answer)))
    if coming.tally is not None:
        blocks.append(Line(texts.tally(coming.tally)))
    return blocks


async def _card(office: Office, incoming: Incoming, session_id: int) -> Message:
    viewed = await viewing.view(incoming.caller, office, session_id=session_id)
    if viewed.card is None:
        raise Refused(Refusal.GONE_ON)
    return drawing.invitation(viewed.card, office.zone, tally=viewed.tally)


def _not_taken(heard: Heard) -> str:
    if heard is Heard.CHANGED:
        return texts.TOAST_CHANGED
    return texts.HAS_BEGUN if heard is Heard.BEGUN else texts.IS_CANCELLED


def _ask_reason(office: Office, session_id: int, revision: int) -> Asking:
    until = office.clock.now() + _WAITS
    return Asking(Awaited.DECLINE_REASON, session_id, until, argument=revision)


def _line(text: str) -> Message:
    return Message((Line(text),))


COMMANDS: tuple[Command, ...] = (Command("lich", texts.HELP_AGENDA, agenda),)
PRESSES: dict[Act, Handler] = {
    Act.ATTEND: answer,
    Act.DECLINE: answer,
    Act.UNDECIDED: answer,
    Act.OPEN_SESSION: open_session,
    Act.SESSION_ANSWERS: answers,
    Act.MOVE_SESSION: ask_move,
    Act.MOVE_SESSION_PLACE: ask_move_place,
    Act.CANCEL_SESSION: ask_cancel,
    Act.CANCEL_SESSION_CONFIRMED: cancel,
}
AWAITED: dict[Awaited, Handler] = {Awaited.DECLINE_REASON: reason, Awaited.SESSION_MOVE: move}
