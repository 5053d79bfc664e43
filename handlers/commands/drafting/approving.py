"""/duyet: the approver publishes now or at a set time, or sends a draft back."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.approval import approving
from bot.publication.approval.approving import Approved, DueTooSoon
from bot.publication.draft import opening
from bot.publication.draft.opening import Waiting
from bot.states import Role
from bot.texts import approving as texts
from bot.texts import draft_fields as field_texts
from bot.texts import drafting as draft_texts
from handlers.commands.drafting.drafting import WAITS, card, listed, with_new_card
from handlers.conversation import Command, Handler, Incoming


async def show_waiting(office: Office, incoming: Incoming) -> Reply:
    """/duyet: what waits for this approver; a single draft is opened at once."""
    waiting = await opening.to_approve(incoming.caller, office)
    if len(waiting) == 1:
        return Reply(messages=(await card(office, incoming, waiting[0].draft_id),))
    return Reply(messages=(_listed(waiting, 0),))


async def turn_waiting(office: Office, incoming: Incoming) -> Reply:
    """Another page of them."""
    waiting = await opening.to_approve(incoming.caller, office)
    return Reply(replaces=_listed(waiting, incoming.press.argument))


def _listed(waiting: tuple[Waiting, ...], page: int) -> Message:
    return listed(waiting, page, title=texts.LIST_TITLE, nothing=texts.NOTHING, to=Act.TO_APPROVE)


async def approve_now(office: Office, incoming: Incoming) -> Reply:
    """Publish at once; hỏa tốc asks a second time."""
    return await _approve_now(office, incoming, confirmed=False)


async def approve_confirmed(office: Office, incoming: Incoming) -> Reply:
    """The second confirmation of hỏa tốc."""
    return await _approve_now(office, incoming, confirmed=True)


async def _approve_now(office: Office, incoming: Incoming, *, confirmed: bool) -> Reply:
    press = incoming.press
    approved = await approving.approve_now(
        incoming.caller, office, draft_id=press.subject, revision=press.argument, confirmed=confirmed
    )
    if approved.asks_again:
        return _asked_again(press.subject, press.argument, approved.shortages)
    draft = await opening.draft_text(incoming.caller, office, draft_id=press.subject)
    sentence = texts.published(draft.name)
    if approved.goes_out_at is not None:
        sentence = texts.published_later(draft.name, approved.goes_out_at, office.zone)
    return Reply(
        messages=(Message((Line(sentence), *map(Line, approved.shortages))),),
        toast=sentence,
        replaces=await card(office, incoming, press.subject),
        receipt=sentence,
    )


def _asked_again(subject: int, revision: int, shortages: tuple[str, ...]) -> Reply:
    yes = Button(texts.REALLY_NOW_YES, Act.APPROVE_CONFIRMED, subject, revision)
    back = Button(draft_texts.BACK, Act.OPEN_DRAFT, subject, 1)
    # The button that changes nothing stands where the first one was pressed: older people tap twice.
    short = map(Line, shortages)
    return Reply(replaces=Message((Bold(texts.REALLY_NOW), *short, Buttons(((back,), (yes,))))))


async def ask_when(office: Office, incoming: Incoming) -> Reply:
    """Ask for the day and hour."""
    return await _ask(office, incoming, texts.ASK_WHEN, Awaited.PUBLISH_AT)


async def ask_note(office: Office, incoming: Incoming) -> Reply:
    """Ask what has to be mended."""
    return await _ask(office, incoming, texts.ASK_NOTE, Awaited.RETURN_NOTE)


async def _ask(office: Office, incoming: Incoming, question: str, awaited: Awaited) -> Reply:
    press = incoming.press
    await approving.demand_waiting(incoming.caller, office, draft_id=press.subject, revision=press.argument)
    never_mind = Button(draft_texts.NEVER_MIND, Act.NEVER_MIND)
    message = Message((Line(question), Buttons(((never_mind,),))))
    asking = Asking(awaited, press.subject, office.clock.now() + WAITS, press.argument)
    return Reply(messages=(message,), asking=asking)


async def take_when(office: Office, incoming: Incoming) -> Reply:
    """Approve for the typed day and hour."""
    asking = _asked(incoming)
    if not incoming.text:
        return _again(field_texts.TEXT_WANTED)
    try:
        approved = await approving.approve_at(
            incoming.caller,
            office,
            draft_id=asking.subject,
            revision=asking.argument,
            typed=incoming.text,
        )
    except DueTooSoon:
        return _again(texts.DUE_OVER)
    return Reply(messages=(Message(tuple(_scheduled(office, approved))),))


def _scheduled(office: Office, approved: Approved) -> list[Block]:
    if approved.publish_at is None:
        return []
    lines: list[Block] = [Line(texts.scheduled(approved.publish_at, office.zone))]
    if approved.goes_out_at is not None:
        lines.append(Line(texts.held_until(approved.goes_out_at, office.zone)))
    return [*lines, *map(Line, approved.shortages)]


async def take_note(office: Office, incoming: Incoming) -> Reply:
    """Send the draft back with the typed note."""
    asking = _asked(incoming)
    if not incoming.text:
        return _again(field_texts.TEXT_WANTED)
    await approving.return_draft(
        incoming.caller, office, draft_id=asking.subject, revision=asking.argument, note=incoming.text
    )
    return Reply(messages=(Message((Line(texts.RETURNED),)),))


def _asked(incoming: Incoming) -> Asking:
    if incoming.asking is None:
        raise Refused(Refusal.NOT_FOUND)
    return incoming.asking


def _again(sentence: str) -> Reply:
    return Reply(messages=(Message((Line(sentence),)),), keeps_asking=True)


COMMANDS = (Command("duyet", texts.HELP, show_waiting, frozenset({Role.APPROVER})),)
PRESSES: dict[Act, Handler] = {
    Act.TO_APPROVE: turn_waiting,
    Act.APPROVE_NOW: with_new_card(approve_now),
    Act.APPROVE_CONFIRMED: with_new_card(approve_confirmed),
    Act.APPROVE_AT: with_new_card(ask_when),
    Act.RETURN_DRAFT: with_new_card(ask_note),
}
AWAITED: dict[Awaited, Handler] = {
    Awaited.PUBLISH_AT: with_new_card(take_when),
    Awaited.RETURN_NOTE: with_new_card(take_note),
}
