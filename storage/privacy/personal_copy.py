"""Everything that the database holds about one member, section by section, for their own copy."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.tables import (
    addresses,
    connections,
    consents,
    data_requests,
    deliveries,
    digest_items,
    exemptions,
    history,
    inbox,
    invitations,
    invitees,
    join_requests,
    member_moves,
    members,
    obligations,
    openings,
    publications,
    questions,
    quiz_passes,
    role_grants,
    study_sessions,
    subscriptions,
    task_takers,
    topics,
    units,
    versions,
    web_codes,
    web_links,
    web_messages,
    web_sessions,
)


class Section(StrEnum):
    """The parts of a copy, in their order."""

    PERSON = "person"
    ROLES = "roles"
    MOVES = "moves"
    EXEMPTIONS = "exemptions"
    CONVERSATIONS = "conversations"
    CONSENTS = "consents"
    REQUESTS = "requests"
    SUBSCRIPTIONS = "subscriptions"
    OBLIGATIONS = "obligations"
    QUESTIONS = "questions"
    OPENINGS = "openings"
    TASKS = "tasks"
    TRIES = "tries"
    SESSIONS = "sessions"
    INVITATIONS = "invitations"
    JOIN_REQUESTS = "join_requests"
    WEB_LINKS = "web_links"
    WEB_CODES = "web_codes"
    WEB_SESSIONS = "web_sessions"
    DIGESTS = "digests"
    DELIVERIES = "deliveries"
    WEB_MESSAGES = "web_messages"
    KNOCKS = "knocks"
    HISTORY = "history"


Row = sa.RowMapping


def sections_of(connection: Connection, member_id: int) -> dict[Section, Sequence[Row]]:
    """The rows of each section; the columns carry the names under which they are shown.

    Of others there is nothing but what the member was told: who answered, witnessed or decided is left out.
    """
    return {
        section: connection.execute(question(member_id)).mappings().all()
        for section, question in _QUESTIONS.items()
    }


def _person(member_id: int) -> sa.Select[Any]:
    names = ("full_name", "address_form", "kind", "position", "joined_at", "left_at", "on_paper", "language")
    return (
        sa.select(
            *(members.c[name] for name in names),
            units.c.name.label("unit"),
            (members.c.phone_hash != "").label("has_phone_mark"),
            members.c.quiet_from,
            members.c.quiet_until,
        )
        .join(units, units.c.id == members.c.unit_id)
        .where(members.c.id == member_id)
    )


def _roles(member_id: int) -> sa.Select[Any]:
    columns = (role_grants.c.role, units.c.name.label("unit"), role_grants.c.from_at, role_grants.c.until_at)
    return (
        sa.select(*columns)
        .join(units, units.c.id == role_grants.c.unit_id)
        .where(role_grants.c.member_id == member_id)
    )


def _moves(member_id: int) -> sa.Select[Any]:
    before, after = units.alias("before"), units.alias("after")
    columns = (member_moves.c.on_date, before.c.name.label("from_unit"), after.c.name.label("to_unit"))
    return (
        sa.select(*columns)
        .join(before, before.c.id == member_moves.c.from_unit_id)
        .join(after, after.c.id == member_moves.c.to_unit_id)
        .where(member_moves.c.member_id == member_id)
    )


def _own(table: sa.Table, *names: str) -> Callable[[int], sa.Select[Any]]:
    """These columns of the table's rows about the member."""
    return lambda member_id: (
        sa.select(*(table.c[name] for name in names))
        .where(table.c.member_id == member_id)
        .order_by(table.c.id)
    )


def _conversations(member_id: int) -> sa.Select[Any]:
    columns = (connections.c.platform, addresses.c.chat_id, addresses.c.state, addresses.c.created_at)
    return (
        sa.select(*columns)
        .join(connections, connections.c.id == addresses.c.connection_id)
        .where(addresses.c.member_id == member_id)
        .order_by(addresses.c.id)
    )


def _subscriptions(member_id: int) -> sa.Select[Any]:
    columns = (topics.c.name.label("topic"), subscriptions.c.subscribed, subscriptions.c.rhythm)
    return (
        sa.select(*columns, subscriptions.c.changed_at)
        .join(topics, topics.c.id == subscriptions.c.topic_id)
        .where(subscriptions.c.member_id == member_id)
        .order_by(subscriptions.c.id)
    )


def _published(table: sa.Table, *names: str) -> Callable[[int], sa.Select[Any]]:
    """These columns, behind the name of the publication that the row is about."""
    newest = (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version)
    return lambda member_id: (
        sa.select(versions.c.number, versions.c.title, *(table.c[name] for name in names))
        .join(publications, publications.c.id == table.c.publication_id)
        .join(versions, newest)
        .where(table.c.member_id == member_id)
        .order_by(table.c.id)
    )


def _sessions(member_id: int) -> sa.Select[Any]:
    columns = (study_sessions.c.title, study_sessions.c.starts_at)
    own = (invitees.c.answer, invitees.c.because, invitees.c.answered_at)
    return (
        sa.select(*columns, *own)
        .join(study_sessions, study_sessions.c.id == invitees.c.session_id)
        .where(invitees.c.member_id == member_id)
        .order_by(invitees.c.id)
    )


def _conversation_ids(member_id: int) -> sa.Select[Any]:
    return sa.select(addresses.c.id).where(addresses.c.member_id == member_id)


def _join_requests(member_id: int) -> sa.Select[Any]:
    names = ("made_at", "state", "said_name", "said_unit", "account", "decided_at")
    here = join_requests.c.address_id.in_(_conversation_ids(member_id))
    return sa.select(*(join_requests.c[name] for name in names)).where(
        here | (join_requests.c.member_id == member_id)
    )


def _web_messages(member_id: int) -> sa.Select[Any]:
    columns = (web_messages.c.created_at, web_messages.c.from_member, web_messages.c.content)
    return (
        sa.select(*columns)
        .where(web_messages.c.address_id.in_(_conversation_ids(member_id)))
        .order_by(web_messages.c.id)
    )


def _knocks(member_id: int) -> sa.Select[Any]:
    columns = (inbox.c.received_at, inbox.c.state, inbox.c.size, inbox.c.done_at)
    here = (addresses.c.connection_id == inbox.c.connection_id) & (
        addresses.c.chat_id == inbox.c.conversation
    )
    return (
        sa.select(*columns)
        .join(addresses, here)
        .where(addresses.c.member_id == member_id)
        .order_by(inbox.c.id)
    )


def _history(member_id: int) -> sa.Select[Any]:
    names = ("at", "door", "thing", "thing_id", "from_state", "to_state", "detail")
    by_self = sa.func.coalesce(history.c.actor_id == member_id, sa.false()).label("by_self")
    of_another = sa.func.coalesce(history.c.member_id != member_id, sa.false()).label("of_another")
    about = (history.c.member_id == member_id) | (history.c.actor_id == member_id)
    columns = (*(history.c[name] for name in names), by_self, of_another)
    return sa.select(*columns).where(about).order_by(history.c.id)


_ASKED = ("state", "because", "expected_at", "changed_at", "due_at", "reminders", "reminded_at")
_QUESTIONS: dict[Section, Callable[[int], sa.Select[Any]]] = {
    Section.PERSON: _person,
    Section.ROLES: _roles,
    Section.MOVES: _moves,
    Section.EXEMPTIONS: _own(exemptions, "exempt_from", "reason", "from_at", "until_at", "ended_at"),
    Section.CONVERSATIONS: _conversations,
    Section.CONSENTS: _own(consents, "purpose", "text_version", "given_at", "withdrawn_at"),
    Section.REQUESTS: _own(
        data_requests, "request", "state", "wish", "made_at", "due_by", "extended_at", "done_at", "because"
    ),
    Section.SUBSCRIPTIONS: _subscriptions,
    Section.OBLIGATIONS: _published(obligations, *_ASKED, "read_aloud_at", "place"),
    Section.QUESTIONS: _published(questions, "question", "asked_at", "answer", "answered_at"),
    Section.OPENINGS: _published(openings, "through", "opened_at"),
    Section.TASKS: _published(task_takers, "taken_at"),
    Section.TRIES: _published(quiz_passes, "passed_at"),
    Section.SESSIONS: _sessions,
    Section.INVITATIONS: _own(invitations, "created_at", "expires_at", "used_at", "revoked_at"),
    Section.JOIN_REQUESTS: _join_requests,
    Section.WEB_LINKS: _own(web_links, "made_at", "expires_at", "opened_at", "revoked_at"),
    Section.WEB_CODES: _own(web_codes, "made_at", "expires_at", "wrong_tries", "used_at"),
    Section.WEB_SESSIONS: _own(web_sessions, "made_at", "seen_at", "ends_at", "ended_at"),
    Section.DIGESTS: _published(digest_items, "due_on"),
    Section.DELIVERIES: _own(deliveries, "purpose", "state", "reason", "created_at", "sent_at"),
    Section.WEB_MESSAGES: _web_messages,
    Section.KNOCKS: _knocks,
    Section.HISTORY: _history,
}
