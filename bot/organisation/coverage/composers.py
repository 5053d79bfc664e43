"""The weekly and the daily message as who leads gets them: what is so when they go out."""

import re
from datetime import date

from bot.access import Caller, Door
from bot.delivery.composing import ComposeTable, Skip
from bot.errors import Refused
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.office import Office
from bot.organisation.callers import grants_of
from bot.organisation.coverage.cards import card, next_steps
from bot.organisation.coverage.finding import AT_ONCE, Missing, Why, look_below
from bot.organisation.coverage.hearers import lost_for
from bot.organisation.joining.inviting import may_invite
from bot.texts import coverage as texts
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import grants, people
from storage.organisation.coverage import Lost
from storage.states import Purpose, Reason

_WEEK = re.compile(r"coverage:w(\d{4})-(\d{2}):")
_DAY = re.compile(r"coverage:d(\d{4}-\d{2}-\d{2}):")


def compose_coverage(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """The weekly or the daily message; nothing where nobody is unreached any more."""
    member = None if claimed.member_id is None else people.member(connection, claimed.member_id)
    if member is None or member.left_at is not None or claimed.owner_id != member.id:
        return Skip(Reason.LEFT)
    if member.on_paper:
        return Skip(Reason.NO_CONSENT)
    grants = grants_of(connection, office, member_id=member.id)
    caller = Caller(member_id=member.id, door=Door.CLOCK, grants=grants, address_id=claimed.address_id)
    week = _WEEK.match(claimed.once_key)
    if week is not None:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return _weekly(connection, office, caller, monday)
    day = _DAY.match(claimed.once_key)
    if day is None:
        raise ValueError("this delivery is no message about coverage")
    return _daily(connection, office, caller, date.fromisoformat(day[1]))


def _weekly(connection: Connection, office: Office, caller: Caller, monday: date) -> Message | Skip:
    try:
        found = look_below(connection, office, caller)
    except Refused:
        # The role ended after it was queued.
        return Skip(Reason.LEFT)
    return card(office, found, title=texts.week_title(monday)) if found.unreached else Skip(Reason.ANSWERED)


def _daily(connection: Connection, office: Office, caller: Caller, day: date) -> Message | Skip:
    lost = lost_for(connection, office, caller, day)
    if not lost:
        return Skip(Reason.ANSWERED)
    shown = lost[:AT_ONCE]
    lines = [Line(texts.lost(one.full_name, one.unit_name, is_blocked=one.is_blocked)) for one in shown]
    if len(lost) > len(shown):
        lines.append(Line(texts.more(len(lost) - len(shown))))
    rows = [row for one in shown if (row := next_steps(office, _missing(connection, office, caller, one)))]
    rows.append((Button(texts.ALL_BUTTON, Act.COVERAGE),))
    return Message((Bold(texts.LOST_TITLE), Line(texts.LOST_INTRO), *lines, Buttons(tuple(rows))))


def _missing(connection: Connection, office: Office, caller: Caller, one: Lost) -> Missing:
    has_role = bool(grants.of_member(connection, one.member_id, now=office.clock.now()))
    return Missing(
        member_id=one.member_id,
        full_name=one.full_name,
        unit_name=one.unit_name,
        why=Why.BLOCKED if one.is_blocked else Why.GONE,
        invited_until=None,
        may_invite=may_invite(caller, one.member_id, has_role=has_role),
    )


COMPOSERS: ComposeTable = {Purpose.COVERAGE: compose_coverage}
