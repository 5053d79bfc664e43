"""The card of a session as a message: invitation, reminder, change."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.study.cards import Card
from bot.texts import study as texts
from storage.organisation.people import Member
from storage.states import Answer

ACTS = {Answer.YES: Act.ATTEND, Answer.NO: Act.DECLINE, Answer.MAYBE: Act.UNDECIDED}


def invitation(card: Card, zone: ZoneInfo, *, tally: dict[Answer, int] | None = None) -> Message:
    """The invitation with the reader's answer so far; with a `tally` also what its leaders see and do."""
    blocks: list[Block] = [Bold(texts.invitation_head(card.title))]
    if card.is_invited:
        blocks.append(Line(texts.invites(card.reader.address_form, card.reader.given_name)))
    blocks.append(Line(texts.when(card.starts_at, card.ends_at, zone)))
    blocks += _place_and_chair(card)
    if card.is_cancelled:
        return _message([*blocks, Line(texts.IS_CANCELLED)])
    blocks += _standing(card, zone)
    if tally is None:
        return _message(blocks, _answers(card))
    return _message([*blocks, Line(texts.tally(tally))], _answers(card), *_leading(card))


def reminder(card: Card, zone: ZoneInfo, *, is_today: bool) -> Message:
    """The reminder for somebody who comes, is undecided or has not answered."""
    words = texts.reminds(card.reader.address_form, card.reader.given_name, card.answer, is_today=is_today)
    blocks: list[Block] = [
        Bold(texts.reminder_head(card.title)),
        Line(words),
        Line(texts.when(card.starts_at, card.ends_at, zone)),
        *_place_and_chair(card),
    ]
    return _message(blocks, _answers(card))


def moved(card: Card, zone: ZoneInfo, *, known_start: datetime) -> Message:
    """Another time or place; `known_start` is when it was to start by what the reader was told before."""
    reader = card.reader
    has_new_time = known_start != card.starts_at
    blocks: list[Block] = [
        Bold(texts.change_head(card.title)),
        Line(texts.changed(reader.address_form, reader.given_name, new_time=has_new_time)),
    ]
    if has_new_time:
        blocks.append(Line(texts.old_time(known_start, zone)))
        blocks.append(Line(texts.new_time(card.starts_at, card.ends_at, zone)))
    else:
        blocks.append(Line(texts.when(card.starts_at, card.ends_at, zone)))
    blocks += _place_and_chair(card)
    blocks += _standing(card, zone)
    return _message(blocks, _answers(card))


def called_off(card: Card, zone: ZoneInfo, *, known_start: datetime) -> Message:
    """The session is off."""
    reader = card.reader
    words = texts.cancelled(reader.address_form, reader.given_name, known_start, zone)
    return _message([Bold(texts.cancel_head(card.title)), Line(words)])


def chair_line(chair: Member) -> Line:
    """Who takes the chair."""
    return Line(texts.chair(chair.address_form, chair.given_name, chair.position))


def _place_and_chair(card: Card) -> list[Block]:
    place: list[Block] = [Line(texts.where(card.place))]
    return place if card.chair is None else [*place, chair_line(card.chair)]


def _standing(card: Card, zone: ZoneInfo) -> list[Block]:
    """What the reader answered, or that an answer is asked for."""
    if not card.is_invited:
        return []
    if card.has_begun:
        return [*_given(card, zone), Line(texts.HAS_BEGUN)]
    if card.answer is not Answer.NONE:
        return [*_given(card, zone), Line(texts.MAY_CHANGE)]
    asked: list[Block] = [Line(texts.ASKED_AGAIN)] if card.asked_again else []
    return asked if card.answer_by is None else [*asked, Line(texts.answer_by(card.answer_by, zone))]


def _given(card: Card, zone: ZoneInfo) -> list[Block]:
    if card.answered_at is None:
        return []
    reader = card.reader
    words = texts.answered(reader.address_form, reader.given_name, card.answer, card.answered_at, zone)
    given: list[Block] = [Line(words)]
    return [*given, Line(texts.reason(card.because))] if card.because else given


def _answers(card: Card) -> tuple[Button, ...]:
    if not card.is_invited or card.has_begun:
        return ()
    # Each keeps its place whatever was answered: older people tap twice, and in the same place.
    return tuple(
        Button(texts.BUTTONS[answer], act, card.session_id, card.revision) for answer, act in ACTS.items()
    )


def _leading(card: Card) -> list[tuple[Button, ...]]:
    names = Button(texts.BUTTON_NAMES, Act.SESSION_ANSWERS, card.session_id)
    if card.has_begun:
        return [(names,)]
    move = Button(texts.BUTTON_MOVE, Act.MOVE_SESSION, card.session_id)
    return [(names,), (move, Button(texts.BUTTON_CANCEL, Act.CANCEL_SESSION, card.session_id))]


def _message(blocks: list[Block], *rows: tuple[Button, ...]) -> Message:
    filled = tuple(row for row in rows if row)
    return Message((*blocks, Buttons(filled)) if filled else tuple(blocks))
