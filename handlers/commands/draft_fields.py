"""Correcting a draft: one field is asked for and typed, main points are chosen among quoted sentences."""

from functools import partial

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication import correcting, opening
from bot.publication.correcting import DraftField, NotQuoted
from bot.publication.marks import mark, read_mark
from bot.publication.opening import DraftText
from bot.texts import draft_fields as texts
from bot.texts import drafting as draft_texts
from handlers.commands import draft_choices
from handlers.commands.drafting import WAITS, card, with_new_card
from handlers.commands.paging import PAGE, page_of, turns
from handlers.conversation import Command, Handler, Incoming

_DAYS = frozenset({DraftField.ISSUED_ON, DraftField.EVENT_ON})
# What a button says: a field, and for the main points the page; together under the hundred of a mark.
_FIELDS = 10


async def ask_field(office: Office, incoming: Incoming) -> Reply:
    """Ask for the new value of a field."""
    press = incoming.press
    revision, number = read_mark(press.argument)
    draft = await opening.draft_text(incoming.caller, office, draft_id=press.subject)
    if revision not in (None, draft.revision):
        raise Refused(Refusal.GONE_ON)
    page, field_number = divmod(number, _FIELDS)
    field = _field(field_number)
    if field is DraftField.MAIN_POINTS:
        return Reply(replaces=_points(draft, page), asking=_asking(office, draft, field))
    lines = [Line(texts.ASK[field.column])]
    if field is not DraftField.TITLE:
        lines.append(Line(texts.EMPTY_IT))
    never_mind = Button(draft_texts.NEVER_MIND, Act.NEVER_MIND)
    message = Message((*lines, Buttons(((never_mind,),))))
    return Reply(messages=(message,), asking=_asking(office, draft, field))


async def take_field(office: Office, incoming: Incoming) -> Reply:
    """Take the typed value; one that cannot be taken gets a clear answer and is asked for again."""
    asking = incoming.asking
    if asking is None:
        raise Refused(Refusal.NOT_FOUND)
    if not incoming.text:
        return _again(texts.TEXT_WANTED)
    revision, number = read_mark(asking.argument)
    field = _field(number)
    try:
        await correcting.correct(
            incoming.caller,
            office,
            draft_id=asking.subject,
            revision=revision or 0,
            field=field,
            typed=incoming.text,
        )
    except NotQuoted:
        return _again(texts.NOT_QUOTED)
    except Refused as refused:
        if refused.reason is Refusal.NOT_A_DATE and field in _DAYS:
            return _again(texts.NOT_A_DAY)
        if refused.reason is Refusal.EMPTY and field is DraftField.TITLE:
            return _again(texts.TITLE_NEEDED)
        raise
    if field is DraftField.MAIN_POINTS:
        return await _points_again(office, incoming, asking.subject)
    return Reply(messages=(await card(office, incoming, asking.subject),), toast=texts.CHANGED)


async def toggle_point(office: Office, incoming: Incoming) -> Reply:
    """Leave a quoted sentence out, or take it back."""
    press = incoming.press
    revision, place = read_mark(press.argument)
    await correcting.toggle_point(
        incoming.caller, office, draft_id=press.subject, revision=revision or 0, place=place
    )
    draft = await opening.draft_text(incoming.caller, office, draft_id=press.subject)
    asking = _asking(office, draft, DraftField.MAIN_POINTS)
    return Reply(replaces=_points(draft, place // PAGE), asking=asking, toast=texts.CHANGED)


async def _points_again(office: Office, incoming: Incoming, draft_id: int) -> Reply:
    draft = await opening.draft_text(incoming.caller, office, draft_id=draft_id)
    # What was typed last stands on the last page.
    message = _points(draft, max(0, len(draft.points) - 1) // PAGE)
    asking = _asking(office, draft, DraftField.MAIN_POINTS)
    return Reply(messages=(message,), asking=asking, toast=texts.CHANGED)


def _points(draft: DraftText, page: int) -> Message:
    # Numbered anew on each page: the first number is the first choice, also where it is typed.
    shown = list(enumerate(page_of(draft.points, page), start=1))
    lines = [Line(texts.point_line(place, point.text, kept=point.kept)) for place, point in shown]
    buttons = [
        Button(
            texts.point_button(place, kept=point.kept),
            Act.TOGGLE_POINT,
            draft.draft_id,
            mark(draft.revision, page * PAGE + place - 1),
        )
        for place, point in shown
    ]
    rows = [tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)]
    rows += turns(draft.points, page, partial(_to_points, draft))
    back = (Button(draft_texts.BACK, Act.OPEN_DRAFT, draft.draft_id, 1),)
    explained = Line(texts.ASK_POINTS if draft.points else texts.NO_POINTS)
    return Message((Bold(texts.POINTS_TITLE), *lines, explained, Buttons((*rows, back))))


def _to_points(draft: DraftText, label: str, page: int) -> Button:
    number = DraftField.MAIN_POINTS.value + _FIELDS * page
    return Button(label, Act.EDIT_FIELD, draft.draft_id, mark(draft.revision, number))


def _field(number: int) -> DraftField:
    try:
        return DraftField(number)
    except ValueError:
        raise Refused(Refusal.NOT_FOUND) from None


def _asking(office: Office, draft: DraftText, field: DraftField) -> Asking:
    until = office.clock.now() + WAITS
    return Asking(Awaited.DRAFT_FIELD, draft.draft_id, until, mark(draft.revision, field.value))


def _again(sentence: str) -> Reply:
    return Reply(messages=(Message((Line(sentence),)),), keeps_asking=True)


COMMANDS: tuple[Command, ...] = ()
PRESSES: dict[Act, Handler] = {
    Act.EDIT_FIELD: with_new_card(ask_field),
    Act.TOGGLE_POINT: with_new_card(toggle_point),
    **draft_choices.PRESSES,
}
AWAITED: dict[Awaited, Handler] = {
    Awaited.DRAFT_FIELD: with_new_card(take_field),
    **draft_choices.AWAITED,
}
