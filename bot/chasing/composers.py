"""A reminder as its member gets it: everything that is open, each with a button that opens its card."""

from collections.abc import Sequence

from bot.chasing.queueing import parse_day_pattern
from bot.delivery.composing import ComposeTable, Skip
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.texts import acknowledging as words
from bot.texts import chasing as texts
from bot.texts import people as forms
from storage import obligations, people, reminding
from storage.claims import Claimed
from storage.database import Connection
from storage.obligations import Open
from storage.people import Member
from storage.states import Purpose, Reason

MOST_BUTTONS = 8
_BUTTONS_IN_A_ROW = 2


def compose_reminder(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What is open for the member now; nothing if what they were reminded of has been answered."""
    if claimed.member_id is None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    member = people.member(connection, claimed.member_id)
    if member is None or member.left_at is not None:
        return Skip(Reason.LEFT)
    if member.on_paper:
        return Skip(Reason.NO_CONSENT)
    waiting = obligations.open_ones(connection, member_id=member.id)
    if not any(one.reminders for one in waiting):
        return Skip(Reason.ANSWERED)
    heading = Bold(_heading(connection, office, claimed, member))
    return Message((heading, *_list(office, member, waiting), Buttons(_buttons(waiting))))


def _heading(connection: Connection, office: Office, claimed: Claimed, member: Member) -> str:
    keys = reminding.keys_like(connection, parse_day_pattern(claimed.once_key), member_ids=[member.id])
    # Keys of one member and day sort by their minute; a copy at a second address has its key's beginning.
    before = sum(key <= claimed.once_key for key in keys.get(member.id, ()))
    most = office.settings.reminders.most_per_day
    return texts.heading(min(max(before, 1), most), most)


def _list(office: Office, member: Member, waiting: Sequence[Open]) -> list[Block]:
    called = forms.call_capital(member.address_form, member.given_name)
    blocks: list[Block] = [Line(words.open_count(called, len(waiting)))]
    blocks += [
        Line(
            texts.line(
                place,
                one.number,
                one.title,
                due_at=one.due_at,
                now=office.clock.now(),
                zone=office.zone,
            )
        )
        for place, one in enumerate(waiting[:MOST_BUTTONS], start=1)
    ]
    if len(waiting) > MOST_BUTTONS:
        blocks.append(Line(texts.MORE))
    return blocks


def _buttons(waiting: Sequence[Open]) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(words.open_button(place), Act.OPEN_CARD, one.publication_id)
        for place, one in enumerate(waiting[:MOST_BUTTONS], start=1)
    ]
    return tuple(
        tuple(buttons[start : start + _BUTTONS_IN_A_ROW])
        for start in range(0, len(buttons), _BUTTONS_IN_A_ROW)
    )


COMPOSERS: ComposeTable = {Purpose.REMINDER: compose_reminder}
