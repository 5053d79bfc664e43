"""What has served its term: finding it, counting it, removing it in slices."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.states import DeliveryState, ImportState, InboxState, ItemState, QuestionState
from storage.tables import (
    attempts,
    data_requests,
    deliveries,
    dialogues,
    files,
    inbox,
    installation,
    invitations,
    invitees,
    items,
    join_requests,
    knock_outcomes,
    members,
    obligations,
    offers,
    openings,
    questions,
    roster_imports,
    web_codes,
    web_links,
    web_messages,
    web_sessions,
)


class Stored(StrEnum):
    """What is swept; the words stand in a line of history."""

    INBOX = "inbox"
    ATTEMPTS = "attempts"
    MESSAGE_WORDS = "message_words"
    WEB_MESSAGES = "web_messages"
    DIALOGUES = "dialogues"
    OFFERS = "offers"
    INVITATIONS = "invitations"
    WEB_LINKS = "web_links"
    WEB_CODES = "web_codes"
    WEB_SESSIONS = "web_sessions"
    JOIN_REQUESTS = "join_requests"
    ROSTER_FILES = "roster_files"
    OPENINGS = "openings"
    QUESTION_TEXTS = "question_texts"
    ABSENCE_REASONS = "absence_reasons"
    READINGS = "readings"
    REQUEST_WORDS = "request_words"
    ITEM_WORDS = "item_words"
    """What sources showed: the fingerprints stay, or all of it would look new."""
    FILES = "files"
    LEFT_MEMBERS = "left_members"
    """Their rows are anonymised one by one (`storage.privacy.erasing`), not removed here."""


def begin_night(connection: Connection, day: date) -> bool:
    """Note that the sweep of this office day has begun.

    Returns:
        Whether it had not before: of two who try, one does it.
    """
    return (
        connection.execute(
            installation.update()
            .where(installation.c.swept_on.is_(None) | (installation.c.swept_on < day))
            .values(swept_on=day)
        ).rowcount
        == 1
    )


def night_is_due(connection: Connection, day: date) -> bool:
    """Whether the sweep of this office day was not begun yet."""
    question = sa.select(installation.c.id).where(
        installation.c.swept_on.is_(None) | (installation.c.swept_on < day)
    )
    return connection.execute(question).first() is not None


def ripe(connection: Connection, what: Stored, *, before: datetime, limit: int) -> list[int]:
    """The numbers of rows that have served their term, oldest first, at most `limit`."""
    rule = _RULES[what]
    question = sa.select(rule.number).where(*rule.ripe(before)).order_by(rule.number).limit(limit)
    return [int(number) for number in connection.execute(question).scalars()]


def amount(connection: Connection, what: Stored, *, before: datetime) -> int:
    """How many rows have served their term."""
    rule = _RULES[what]
    question = sa.select(sa.func.count()).select_from(rule.table).where(*rule.ripe(before))
    return int(connection.execute(question).scalar_one())


def remove(connection: Connection, what: Stored, ids: Sequence[int]) -> None:
    """Remove these rows, or what they say."""
    rule = _RULES[what]
    if rule.first is not None:
        connection.execute(rule.first(ids))
    if rule.emptied:
        connection.execute(rule.table.update().where(rule.number.in_(ids)).values(dict(rule.emptied)))
    else:
        connection.execute(rule.table.delete().where(rule.number.in_(ids)))


# What was shown and not applied lapses; of what was partly applied, the rest.
LAPSED_IMPORT = sa.case(
    (roster_imports.c.state == ImportState.SHOWN, ImportState.DROPPED.value),
    (roster_imports.c.state == ImportState.PARTLY, ImportState.APPLIED.value),
    else_=roster_imports.c.state,
)

Conditions = list[sa.ColumnElement[bool]]


@dataclass(frozen=True)
class _Rule:
    """How one kind is found and removed.

    Args:
        ripe: when a row has served its term.
        emptied: what its columns become; without any the row goes.
        key: the column that numbers the rows.
        first: what has to be done before.
    """

    table: sa.Table
    ripe: Callable[[datetime], Conditions]
    emptied: Mapping[str, object] = field(default_factory=dict)
    key: str = "id"
    first: Callable[[Sequence[int]], sa.Update | sa.Delete] | None = None

    @property
    def number(self) -> sa.Column[int]:
        """The column that numbers the rows."""
        return self.table.c[self.key]


def _before(column: sa.ColumnElement[Any]) -> Callable[[datetime], Conditions]:
    return lambda before: [column < before]


def _handled(before: datetime) -> Conditions:
    # A knock that was set aside waits for a person to look, but no longer than the others.
    over = (InboxState.DONE, InboxState.REFUSED, InboxState.SET_ASIDE)
    return [inbox.c.state.in_(over), inbox.c.received_at < before]


_LIVE = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.MAYBE)


def _tried(before: datetime) -> Conditions:
    live = sa.select(deliveries.c.id).where(deliveries.c.state.in_(_LIVE))
    return [attempts.c.started_at < before, attempts.c.delivery_id.not_in(live)]


def _said(before: datetime) -> Conditions:
    says = deliveries.c.content.is_not(None) | (deliveries.c.detail != "")
    return [says, deliveries.c.state.not_in(_LIVE), deliveries.c.created_at < before]


def _shown(before: datetime) -> Conditions:
    return [roster_imports.c.difference != "", roster_imports.c.made_at < before]


def _answered(before: datetime) -> Conditions:
    says = (questions.c.question != "") | (questions.c.answer != "")
    return [says, questions.c.state != QuestionState.WAITING, questions.c.asked_at < before]


def _excused(before: datetime) -> Conditions:
    return [invitees.c.because != "", invitees.c.answered_at < before]


def _read(before: datetime) -> Conditions:
    says = (obligations.c.place != "") | (obligations.c.witness != "")
    return [says, obligations.c.read_aloud_at < before]


def _requested(before: datetime) -> Conditions:
    says = (data_requests.c.wish != "") | (data_requests.c.because != "")
    return [says, data_requests.c.done_at < before]


def _listed(before: datetime) -> Conditions:
    says = (items.c.title != "") | (items.c.link != "")
    is_read = items.c.next_try_at.is_(None) | (items.c.next_try_at < before)
    return [
        says,
        items.c.state != ItemState.WAITING,
        items.c.news.is_(None),
        is_read,
        items.c.changed_at < before,
    ]


def _left(before: datetime) -> Conditions:
    return [members.c.left_at < before, members.c.erased_at.is_(None)]


_RULES: dict[Stored, _Rule] = {
    Stored.INBOX: _Rule(
        inbox, _handled, first=lambda ids: knock_outcomes.delete().where(knock_outcomes.c.knock_id.in_(ids))
    ),
    Stored.ATTEMPTS: _Rule(attempts, _tried),
    Stored.MESSAGE_WORDS: _Rule(deliveries, _said, {"content": None, "detail": ""}),
    Stored.WEB_MESSAGES: _Rule(web_messages, _before(web_messages.c.created_at)),
    Stored.DIALOGUES: _Rule(dialogues, _before(dialogues.c.until_at), key="address_id"),
    Stored.OFFERS: _Rule(offers, _before(offers.c.offered_at)),
    Stored.INVITATIONS: _Rule(
        invitations,
        _before(invitations.c.expires_at),
        first=lambda ids: (
            join_requests.update().where(join_requests.c.invitation_id.in_(ids)).values(invitation_id=None)
        ),
    ),
    Stored.WEB_LINKS: _Rule(web_links, _before(web_links.c.expires_at)),
    Stored.WEB_CODES: _Rule(web_codes, _before(web_codes.c.expires_at)),
    Stored.WEB_SESSIONS: _Rule(web_sessions, _before(web_sessions.c.ends_at)),
    Stored.JOIN_REQUESTS: _Rule(join_requests, _before(join_requests.c.made_at)),
    Stored.ROSTER_FILES: _Rule(
        roster_imports, _shown, {"difference": "", "file_name": "", "state": LAPSED_IMPORT}
    ),
    Stored.OPENINGS: _Rule(openings, _before(openings.c.opened_at)),
    Stored.QUESTION_TEXTS: _Rule(questions, _answered, {"question": "", "answer": ""}),
    Stored.ABSENCE_REASONS: _Rule(invitees, _excused, {"because": ""}),
    Stored.READINGS: _Rule(obligations, _read, {"place": "", "witness": ""}),
    Stored.REQUEST_WORDS: _Rule(data_requests, _requested, {"wish": "", "because": ""}),
    # Without a stamp it is never read again, and by its fingerprint it is never new again.
    Stored.ITEM_WORDS: _Rule(
        items,
        _listed,
        {
            "link": "",
            "title": "",
            "published_on": None,
            "stamp": "",
            "fault_detail": "",
            "next_try_at": None,
        },
    ),
    Stored.FILES: _Rule(files, _before(files.c.until_at)),
    Stored.LEFT_MEMBERS: _Rule(members, _left),
}
