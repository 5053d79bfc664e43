"""News of the roster as a leader gets it, and everything in force as a member gets it who came later."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bot.access import LEADERS_OF_A_UNIT
from bot.acknowledgement.open_lists import open_list
from bot.delivery.composing import ComposeTable, Skip
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.organisation.membership.news import moved_lines
from bot.organisation.rights.terms import last_day
from bot.texts import roster_news as texts
from storage.acknowledgement import obligations
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import exemptions, memberships, organisation, people, roster_news, unit_changes
from storage.organisation.people import Member
from storage.states import Purpose, Reason

_MOST_NAMES = 8


@dataclass(frozen=True)
class _News:
    """What the key of a delivery says.

    Args:
        kind: own (the reader's own move), moved, left, back, exempt or exempt_ended.
        first, last: numbers of moves, members or exemptions.
        moment: seconds since the epoch, where it matters.
    """

    kind: str
    first: int
    last: int


def compose_induction(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What of it is still open; nothing when everything has been answered."""
    reader = _reader(connection, claimed)
    if isinstance(reader, Skip):
        return reader
    newest = claimed.subject or 0
    waiting = [one for one in obligations.open_ones(connection, member_id=reader.id) if one.id <= newest]
    if not waiting:
        return Skip(Reason.ANSWERED)
    intro = texts.induction(reader.address_form, reader.given_name, len(waiting))
    return Message((Bold(texts.INDUCTION_TITLE), Line(intro), *open_list(office, waiting)))


def compose_news(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The news, while the reader still leads a unit concerned."""
    reader = _reader(connection, claimed)
    if isinstance(reader, Skip):
        return reader
    news = _parsed(claimed.once_key)
    if news.kind == "own":
        return _own_move(connection, reader, news)
    units = _led_units(connection, office, reader)
    return _KINDS[news.kind](connection, office, news, units)


def _reader(connection: Connection, claimed: Claimed) -> Member | Skip:
    member = people.member(connection, claimed.member_id) if claimed.member_id else None
    if member is None or member.left_at is not None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    return Skip(Reason.NO_CONSENT) if member.on_paper else member


def _led_units(connection: Connection, office: Office, reader: Member) -> frozenset[int]:
    led: frozenset[int] = frozenset()
    for held in people.roles_of(connection, reader.id, now=office.clock.now()):
        if held.role in LEADERS_OF_A_UNIT:
            led |= people.units_below(connection, held.unit_id)
    return led


def _parsed(once_key: str) -> _News:
    """Of "roster:moved:12-15:m7"; a copy at a second address has its key's beginning."""
    _, kind, numbers = once_key.split(":")[:3]
    first, last = numbers.split("-")
    return _News(kind, int(first), int(last))


def _own_move(connection: Connection, reader: Member, news: _News) -> Message | Skip:
    found = [
        one
        for one in roster_news.moves(connection, first=news.first, last=news.last)
        if one.member_id == reader.id and one.to_unit_id == reader.unit_id
    ]
    change = unit_changes.find(connection, found[0].change_id or 0) if found else None
    if change is None:
        return Skip(Reason.CHANGED)
    move, form = found[0], reader.address_form
    line = texts.own_move(form, reader.given_name, move.from_name, move.to_name, move.on_date, change.change)
    return _message(texts.TITLE_OWN_MOVE, [line])


def _moved(connection: Connection, office: Office, news: _News, units: Collection[int]) -> Message | Skip:
    moves = [
        one
        for one in roster_news.moves(connection, first=news.first, last=news.last)
        if one.from_unit_id in units or one.to_unit_id in units
    ]
    if not moves:
        return Skip(Reason.CHANGED)
    lines = moved_lines(connection, moves)
    # Who leads only the unit that was left no longer sees the card.
    readable = [one.member_id for one in moves if one.to_unit_id in units]
    return _message(texts.TITLE_MOVED, lines, readable)


def _left(connection: Connection, office: Office, news: _News, units: Collection[int]) -> Message | Skip:
    between = roster_news.people(connection, first=news.first, last=news.last)
    together = {one.left_at for one in between if one.member_id == news.first}
    gone = [
        one for one in between if one.left_at is not None and one.left_at in together and one.unit_id in units
    ]
    if not gone:
        return Skip(Reason.CHANGED)
    count = texts.withdrawn(roster_news.withdrawn(connection, [one.member_id for one in gone]))
    if len(gone) == 1:
        who = gone[0]
        return _message(texts.TITLE_LEFT, [texts.left(who.address_form, who.full_name, who.unit_name), count])
    lines = [texts.left_together(len(gone))]
    lines += [
        texts.name_of_unit(place, one.full_name, one.unit_name)
        for place, one in enumerate(gone[:_MOST_NAMES], start=1)
    ]
    if len(gone) > _MOST_NAMES:
        lines.append(texts.more_names(len(gone) - _MOST_NAMES))
    return _message(texts.TITLE_LEFT, [*lines, count])


def _back(connection: Connection, office: Office, news: _News, units: Collection[int]) -> Message | Skip:
    found = roster_news.people(connection, first=news.first, last=news.first)
    who = found[0] if found else None
    if who is None or who.left_at is not None or who.unit_id not in units:
        return Skip(Reason.CHANGED)
    waiting = memberships.count_open(connection, who.member_id)
    line = texts.back(who.address_form, who.full_name, who.unit_name, waiting)
    return _message(texts.TITLE_BACK, [line], [who.member_id])


def _exempt(connection: Connection, office: Office, news: _News, units: Collection[int]) -> Message | Skip:
    found = exemptions.exemption(connection, news.first)
    member = people.member(connection, found.member_id) if found else None
    if found is None or member is None or member.left_at is not None or member.unit_id not in units:
        return Skip(Reason.CHANGED)
    if (found.ended_at is not None) is not (news.kind == "exempt_ended"):
        return Skip(Reason.CHANGED)
    unit = organisation.unit(connection, member.unit_id)
    unit_name = unit.name if unit else ""
    if found.ended_at is not None:
        line = texts.exempt_ended(member.address_form, member.full_name, unit_name, found.exempt_from)
        return _message(texts.TITLE_EXEMPT_ENDED, [line], [member.id])
    lines = texts.exempt(
        member.address_form,
        member.full_name,
        unit_name,
        exempt_from=found.exempt_from,
        reason=found.reason,
        last_on=None if found.until_at is None else last_day(found.until_at, office.zone),
    )
    return _message(texts.TITLE_EXEMPT, lines, [member.id])


def _message(title: str, lines: Sequence[str], readable: Sequence[int] = ()) -> Message:
    blocks: list[Block] = [Bold(title), *map(Line, lines)]
    if len(readable) == 1:
        blocks.append(Buttons(((Button(texts.BUTTON_CARD, Act.MEMBER_CARD, readable[0]),),)))
    return Message(tuple(blocks))


_Teller = Callable[[Connection, Office, _News, Collection[int]], Message | Skip]
_KINDS: dict[str, _Teller] = {
    "moved": _moved,
    "left": _left,
    "back": _back,
    "exempt": _exempt,
    "exempt_ended": _exempt,
}

COMPOSERS: ComposeTable = {
    Purpose.INDUCTION: compose_induction,
    Purpose.ROSTER_NEWS: compose_news,
}
