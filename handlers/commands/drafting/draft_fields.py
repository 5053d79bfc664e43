"""Correcting a draft: one field is asked for and typed, main points are chosen among quoted sentences."""

from functools import partial

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from bot.publication.draft import classifying, correcting, opening
from bot.publication.draft.correcting import DraftField, NotQuoted
from bot.publication.draft.marks import mark, read_mark
from bot.publication.draft.opening import DraftText
from bot.texts import draft_fields as texts
from bot.texts import draft_menus as menu_texts
from bot.texts import drafting as draft_texts
from handlers.commands.drafting import (
    audience_exclusions,
    audiences,
    draft_choices,
    draft_files,
    draft_menus,
    draft_quiz,
    draft_tasks,
    to_do_parts,
)
from handlers.commands.drafting.drafting import WAITS, card, with_new_card
from handlers.commands.paging import PAGE, page_of, turns
from handlers.conversation import Command, Handler, Incoming

_DAYS = frozenset({DraftField.ISSUED_ON, DraftField.EVENT_ON})
# What a button says: a field, and for the main points (8, 18, 28 ...) the page; under the hundred of a mark.
_FIELDS = 10


async def ask_field(office: Office, incoming: Incoming) -> Reply:
    """Ask for the new value of a field."""
    press = incoming.press
    revision, number = read_mark(press.argument)
    draft = await opening.draft_text(incoming.caller, office, draft_id=press.subject)
    if revision not in (None, draft.revision):
        raise Refused(Refusal.GONE_ON)
    field, page = _field_and_page(number)
    if field is DraftField.SIGNATORY:
        return Reply(replaces=await _signatory(office, incoming, draft), asking=_asking(office, draft, field))
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
    if field is DraftField.SIGNATORY:
        draft = await opening.draft_text(incoming.caller, office, draft_id=asking.subject)
        found = await classifying.named_like_signatory(incoming.caller, office, draft_id=draft.draft_id)
        if found:
            return Reply(messages=(await _signatory(office, incoming, draft),))
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


async def _signatory(office: Office, incoming: Incoming, draft: DraftText) -> Message:
    """Who on the roster may be the one who signed, to be chosen; another name may be typed."""
    found = await classifying.named_like_signatory(incoming.caller, office, draft_id=draft.draft_id)
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                menu_texts.is_person(one.full_name, one.unit_name),
                Act.DRAFT_SIGNATORY,
                draft.draft_id,
                one.member_id,
            ),
        )
        for one in found
    ]
    if found:
        rows.append((Button(menu_texts.NOT_ON_ROSTER, Act.DRAFT_SIGNATORY, draft.draft_id, 0),))
    back = (Button(draft_texts.BACK, Act.OPEN_DRAFT, draft.draft_id, 1),)
    lines = [*([menu_texts.SIGNATORY_FOUND] if found else []), texts.ASK["signatory"], texts.EMPTY_IT]
    return Message((Bold(menu_texts.SIGNATORY_TITLE), *map(Line, lines), Buttons((*rows, back))))


def _field_and_page(number: int) -> tuple[DraftField, int]:
    page, last = divmod(number, _FIELDS)
    if last == DraftField.MAIN_POINTS.value:
        return DraftField.MAIN_POINTS, page
    return _field(number), 0


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
    **audiences.PRESSES,
    **audience_exclusions.PRESSES,
    **to_do_parts.PRESSES,
    **draft_menus.PRESSES,
    **draft_files.PRESSES,
    **draft_tasks.PRESSES,
    **draft_quiz.PRESSES,
}
AWAITED: dict[Awaited, Handler] = {
    Awaited.DRAFT_FIELD: with_new_card(take_field),
    **draft_choices.AWAITED,
    **audience_exclusions.AWAITED,
    **to_do_parts.AWAITED,
    **draft_files.AWAITED,
    **draft_tasks.AWAITED,
    **draft_quiz.AWAITED,
}
