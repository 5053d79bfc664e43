"""All tables. One database is one organisation: there is no organisation id anywhere (design.md 1)."""

from storage.tables.base import metadata
from storage.tables.conversation import dialogues, inbox, knock_outcomes, web_messages
from storage.tables.delivery import attempts, deliveries, paces, rates
from storage.tables.history import history
from storage.tables.organisation import (
    addresses,
    connections,
    consents,
    installation,
    invitations,
    members,
    role_grants,
    subscriptions,
    topics,
    units,
)
from storage.tables.publishing import drafts, obligations, openings, publications, questions, versions
from storage.tables.study import invitees, study_sessions

__all__ = [
    "addresses",
    "attempts",
    "connections",
    "consents",
    "deliveries",
    "dialogues",
    "drafts",
    "history",
    "inbox",
    "installation",
    "invitations",
    "invitees",
    "knock_outcomes",
    "members",
    "metadata",
    "obligations",
    "openings",
    "paces",
    "publications",
    "questions",
    "rates",
    "role_grants",
    "study_sessions",
    "subscriptions",
    "topics",
    "units",
    "versions",
    "web_messages",
]
