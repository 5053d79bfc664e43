"""The choices on a draft's card: toggles, and menus that stand in the card's place until one is made."""

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.audience import choosing
from bot.publication.draft import opening
from bot.publication.draft.draft_menus import URGENCIES
from bot.publication.draft.drafts import Changed
from bot.publication.draft.marks import mark, read_mark
from bot.states import Kind
from bot.texts import draft_fields as field_texts
from bot.texts import drafting as texts
from handlers.commands.drafting.drafting import WAITS, card, subject_of, with_new_card
from handlers.conversation import Handler, Incoming

# Signed into buttons: never reuse a number.
_AS_IN_TEXT = 0
_KINDS = {1: Kind.DIRECTIVE, 2: Kind.MEETING_SUMMARY, 3: Kind.NOTICE}


async def choose_kind(office: Office, incoming: Incoming) -> Reply:
    """Offer the three kinds."""
    subject, revision = await _current(office, incoming)
    rows = tuple(
        (Button(texts.KINDS[kind], Act.SET_KIND, subject, mark(revision, number)),)
        for number, kind in _KINDS.items()
    )
    return _menu(field_texts.KIND_TITLE, "", (*rows, _back(subject)))


async def set_kind(office: Office, incoming: Incoming) -> Reply:
    """Take the chosen kind."""
    revision, number = read_mark(incoming.press.argument)
    if number not in _KINDS:
        raise Refused(Refusal.NOT_FOUND)
    changed = await choosing.set_kind(
        incoming.caller, office, draft_id=incoming.press.subject, revision=revision, kind=_KINDS[number]
    )
    return await _changed(office, incoming, changed)


async def choose_due(office: Office, incoming: Incoming) -> Reply:
    """Offer due dates with their weekday; one may be typed instead."""
    subject, revision = await _current(office, incoming)
    text = await opening.draft_text(incoming.caller, office, draft_id=subject)
    rows = tuple(
        (
            Button(
                field_texts.due_button(days, due_at, office.zone), Act.SET_DUE, subject, mark(revision, days)
            ),
        )
        for days, due_at in choosing.due_choices(office)
    )
    if text.due_in_text is not None:
        label = field_texts.due_in_text_button(text.due_in_text, office.zone)
        rows = ((Button(label, Act.SET_DUE, subject, mark(revision, _AS_IN_TEXT)),), *rows)
    menu = _menu(field_texts.DUE_TITLE, field_texts.DUE_TYPED, (*rows, _back(subject)))
    until = office.clock.now() + WAITS
    asking = Asking(Awaited.DUE, subject, until, mark(revision))
    return Reply(replaces=menu.replaces, asking=asking)


async def set_due(office: Office, incoming: Incoming) -> Reply:
    """Take the chosen number of working days, or the text's own deadline."""
    revision, days = read_mark(incoming.press.argument)
    if days == _AS_IN_TEXT:
        chosen = await choosing.set_due_in_text(
            incoming.caller, office, draft_id=incoming.press.subject, revision=revision
        )
        return await _changed(office, incoming, chosen)
    changed = await choosing.set_due_after(
        incoming.caller, office, draft_id=incoming.press.subject, revision=revision, working_days=days
    )
    return await _changed(office, incoming, changed)


async def typed_due(office: Office, incoming: Incoming) -> Reply:
    """Take the typed due date; what cannot be read is asked for again by the dispatcher."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.NOT_FOUND)
    if not incoming.text:
        return Reply(messages=(Message((Line(field_texts.TEXT_WANTED),)),), keeps_asking=True)
    revision, _ = read_mark(asking.argument)
    await choosing.set_due_typed(
        incoming.caller, office, draft_id=asking.subject, revision=revision, typed=incoming.text
    )
    return Reply(messages=(await card(office, incoming, asking.subject),))


async def toggle_acknowledgement(office: Office, incoming: Incoming) -> Reply:
    """Ask for acknowledgement, or no longer."""
    changed = await choosing.toggle_acknowledgement(
        incoming.caller, office, draft_id=incoming.press.subject, revision=_revision(incoming)
    )
    return await _changed(office, incoming, changed)


async def toggle_scope(office: Office, incoming: Incoming) -> Reply:
    """Nội bộ to công khai, and back."""
    changed = await choosing.toggle_scope(
        incoming.caller, office, draft_id=incoming.press.subject, revision=_revision(incoming)
    )
    return await _changed(office, incoming, changed)


async def set_urgency(office: Office, incoming: Incoming) -> Reply:
    """Take the chosen urgency."""
    _, number = read_mark(incoming.press.argument)
    if number not in URGENCIES:
        raise Refused(Refusal.GONE_ON)
    changed = await choosing.set_urgency(
        incoming.caller,
        office,
        draft_id=incoming.press.subject,
        revision=_revision(incoming),
        urgency=URGENCIES[number],
    )
    return await _changed(office, incoming, changed)


def _revision(incoming: Incoming) -> int:
    # A toggle pressed twice on an old card would undo itself: it has to name its revision.
    return read_mark(incoming.press.argument)[0] or 0


async def _current(office: Office, incoming: Incoming) -> tuple[int, int]:
    """The draft and its revision, if the button was made for it."""
    subject = subject_of(incoming)
    text = await opening.draft_text(incoming.caller, office, draft_id=subject)
    wanted, _ = read_mark(incoming.press.argument)
    if wanted not in (None, text.revision):
        raise Refused(Refusal.GONE_ON)
    return subject, text.revision


def _menu(title: str, explained: str, rows: tuple[tuple[Button, ...], ...]) -> Reply:
    lines = (Line(explained),) if explained else ()
    return Reply(replaces=Message((Bold(title), *lines, Buttons(rows))))


def _back(subject: int) -> tuple[Button, ...]:
    return (Button(texts.BACK, Act.OPEN_DRAFT, subject, 1),)


async def _changed(office: Office, incoming: Incoming, changed: Changed) -> Reply:
    return Reply(replaces=await card(office, incoming, changed.draft_id), toast=field_texts.CHANGED)


PRESSES: dict[Act, Handler] = {
    Act.CHOOSE_KIND: with_new_card(choose_kind),
    Act.SET_KIND: with_new_card(set_kind),
    Act.CHOOSE_DUE: with_new_card(choose_due),
    Act.SET_DUE: with_new_card(set_due),
    Act.TOGGLE_ACKNOWLEDGEMENT: with_new_card(toggle_acknowledgement),
    Act.TOGGLE_SCOPE: with_new_card(toggle_scope),
    Act.SET_URGENCY: with_new_card(set_urgency),
}
AWAITED: dict[Awaited, Handler] = {Awaited.DUE: with_new_card(typed_due)}
