"""/taolich: planning a session step by step, and announcing it."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.access import LEADERS_OF_A_UNIT
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.study import announcing, drawing, planning, viewing
from bot.study.planning import Plan, Step
from bot.texts import refusals
from bot.texts import study as texts
from handlers.commands.paging import page_of, turns
from handlers.conversation import Command, Handler, Incoming

_WAITS = timedelta(hours=1)
# Of what a button says: the step, and above it the page.
_STEPS = 8
# What was typed cannot be taken as it is: it is asked for again.
_ASK_AGAIN = frozenset({Refusal.NOT_A_DATE, Refusal.IN_THE_PAST, Refusal.EMPTY, Refusal.TOO_LONG})

_AWAITED = {
    Step.TITLE: Awaited.SESSION_TITLE,
    Step.WHEN: Awaited.SESSION_WHEN,
    Step.WHERE: Awaited.SESSION_WHERE,
}
_QUESTIONS = {
    Step.TITLE: texts.ASK_TITLE,
    Step.WHEN: texts.ASK_WHEN,
    Step.WHERE: texts.ASK_WHERE,
    Step.CHAIR: texts.ASK_CHAIR,
}
_EDITS = {
    Step.TITLE: texts.BUTTON_EDIT_TITLE,
    Step.WHEN: texts.BUTTON_EDIT_WHEN,
    Step.WHERE: texts.BUTTON_EDIT_WHERE,
    Step.CHAIR: texts.BUTTON_EDIT_CHAIR,
}


async def new_session(office: Office, incoming: Incoming) -> Reply:
    """Open a plan and ask for what it lacks first."""
    begun = await planning.begin(incoming.caller, office)
    return await show_plan(office, incoming, begun.session_id, before=texts.RESUMED if begun.resumed else "")


async def show_plan(office: Office, incoming: Incoming, session_id: int, *, before: str = "") -> Reply:
    """The next question of the plan, or the preview when nothing is missing."""
    plan = await planning.plan_of(incoming.caller, office, session_id=session_id)
    if plan.step is None:
        return Reply(messages=(_preview(office, plan),))
    return _ask(office, plan, plan.step, before=before)


async def title(office: Office, incoming: Incoming) -> Reply:
    """Take the typed title."""
    return await _fill(office, incoming, planning.give_title)


async def offered_title(office: Office, incoming: Incoming) -> Reply:
    """Take the title that was offered."""
    press, asking = incoming.press, incoming.asking
    waits_for = (asking.awaited, asking.subject) if asking is not None else None
    await planning.take_offered_title(
        incoming.caller,
        office,
        session_id=press.subject,
        month=press.argument,
        is_asked=waits_for == (Awaited.SESSION_TITLE, press.subject),
    )
    return await show_plan(office, incoming, press.subject)


async def when(office: Office, incoming: Incoming) -> Reply:
    """Take the typed day and hours."""
    return await _fill(office, incoming, planning.give_time)


async def where(office: Office, incoming: Incoming) -> Reply:
    """Take the typed place."""
    return await _fill(office, incoming, planning.give_place)


async def chair(office: Office, incoming: Incoming) -> Reply:
    """Take the chosen chair."""
    press = incoming.press
    await planning.give_chair(incoming.caller, office, session_id=press.subject, member_id=press.argument)
    return await show_plan(office, incoming, press.subject)


async def edit(office: Office, incoming: Incoming) -> Reply:
    """Ask for one field of the plan again, or show another page of who may take the chair."""
    press = incoming.press
    page, step = divmod(press.argument, _STEPS)
    plan = await planning.plan_of(incoming.caller, office, session_id=press.subject)
    return _ask(office, plan, Step(step), page=page)


async def announce(office: Office, incoming: Incoming) -> Reply:
    """Send the invitations of the preview that was pressed."""
    press = incoming.press
    announced = await announcing.announce(
        incoming.caller, office, session_id=press.subject, revision=press.argument
    )
    viewed = await viewing.view(incoming.caller, office, session_id=press.subject)
    said = texts.invited(
        viewed.session.title, announced.told, announced.without_address, exempt=announced.exempt
    )
    if viewed.card is None:
        raise Refused(Refusal.GONE_ON)
    card = drawing.invitation(viewed.card, office.zone, tally=viewed.tally)
    told = Message((Line(said), *held(office, announced.goes_at)))
    return Reply(messages=(told,), replaces=card, receipt=said)


_Give = Callable[..., Awaitable[None]]


async def _fill(office: Office, incoming: Incoming, give: _Give) -> Reply:
    asking = asked(incoming)
    try:
        await give(incoming.caller, office, session_id=asking.subject, text=incoming.text)
    except Refused as refused:
        return ask_again(office, asking, refused)
    return await show_plan(office, incoming, asking.subject)


def asked(incoming: Incoming) -> Asking:
    """What the conversation was waiting for.

    Raises:
        Refused: GONE_ON, when it waits for nothing.
    """
    if incoming.asking is None:
        raise Refused(Refusal.GONE_ON)
    return incoming.asking


def ask_again(office: Office, asking: Asking, refused: Refused) -> Reply:
    """The same question once more, after what was wrong; anything else that was refused is handed on."""
    if refused.reason not in _ASK_AGAIN:
        raise refused
    sentence = texts.WHEN_AGAIN if refused.reason is Refusal.NOT_A_DATE else None
    words = sentence or refusals.sentence(refused.reason, refused.details)
    until = office.clock.now() + _WAITS
    again = Asking(asking.awaited, asking.subject, until, argument=asking.argument)
    return Reply(messages=(Message((Line(words),)),), asking=again)


def _ask(office: Office, plan: Plan, step: Step, *, before: str = "", page: int = 0) -> Reply:
    rows: tuple[tuple[Button, ...], ...] = ()
    if step is Step.TITLE:
        offered = Button(plan.offered_title, Act.NEW_SESSION_TITLE, plan.session.id, plan.month)
        rows = ((offered,),)
    elif step is Step.CHAIR:
        rows = _chairs(plan, page)
    words = f"{before} {_QUESTIONS[step]}".strip()
    if before:
        rows = (*rows, (_discard(plan),))
    return question(office, words, _AWAITED.get(step), plan.session.id, rows=rows)


def _chairs(plan: Plan, page: int) -> tuple[tuple[Button, ...], ...]:
    about = plan.session.id
    rows: list[tuple[Button, ...]] = [
        (Button(texts.chosen_chair(one.full_name, one.position), Act.NEW_SESSION_CHAIR, about, one.id),)
        for one in page_of(plan.chairs, page)
    ]
    step = Step.CHAIR.value
    rows += turns(
        plan.chairs, page, lambda label, to: Button(label, Act.NEW_SESSION_EDIT, about, step + _STEPS * to)
    )
    return tuple(rows)


def question(
    office: Office,
    words: str,
    awaited: Awaited | None,
    session_id: int,
    *,
    argument: int = 0,
    rows: tuple[tuple[Button, ...], ...] = (),
) -> Reply:
    """A question with rows of buttons under it; what it waits for (None: only a button) lapses in an hour."""
    blocks: tuple[Block, ...] = (Line(words), Buttons(rows)) if rows else (Line(words),)
    asking = None
    if awaited is not None:
        asking = Asking(awaited, session_id, office.clock.now() + _WAITS, argument=argument)
    return Reply(messages=(Message(blocks),), asking=asking)


def _preview(office: Office, plan: Plan) -> Message:
    session = plan.session
    blocks: list[Block] = [Bold(texts.PREVIEW), Bold(session.title), Line(texts.for_unit(plan.unit_name))]
    if session.starts_at is not None and session.ends_at is not None:
        blocks.append(Line(texts.when(session.starts_at, session.ends_at, office.zone)))
    blocks.append(Line(texts.where(session.place)))
    if plan.chair is not None:
        blocks.append(drawing.chair_line(plan.chair))
    if plan.is_short:
        blocks.append(Line(texts.TOO_SHORT))
    edits = [Button(label, Act.NEW_SESSION_EDIT, session.id, step.value) for step, label in _EDITS.items()]
    send = Button(texts.BUTTON_SEND, Act.NEW_SESSION_SAVE, session.id, session.revision)
    return Message((*blocks, Buttons(((send,), tuple(edits[:2]), tuple(edits[2:]), (_discard(plan),)))))


def _discard(plan: Plan) -> Button:
    return Button(texts.BUTTON_DISCARD, Act.CANCEL_SESSION, plan.session.id)


def held(office: Office, goes_at: datetime) -> list[Line]:
    """When something goes out, if that is not now."""
    return [Line(texts.held_until(goes_at, office.zone))] if goes_at > office.clock.now() else []


COMMANDS: tuple[Command, ...] = (
    Command("taolich", texts.HELP_PLANNING, new_session, roles=LEADERS_OF_A_UNIT),
)
PRESSES: dict[Act, Handler] = {
    Act.NEW_SESSION_TITLE: offered_title,
    Act.NEW_SESSION_CHAIR: chair,
    Act.NEW_SESSION_EDIT: edit,
    Act.NEW_SESSION_SAVE: announce,
}
AWAITED: dict[Awaited, Handler] = {
    Awaited.SESSION_TITLE: title,
    Awaited.SESSION_WHEN: when,
    Awaited.SESSION_WHERE: where,
}
