"""All tables. One database is one organisation: there is no organisation id anywhere (design.md 1)."""

from storage.tables.base import metadata
from storage.tables.conversation import dialogues, inbox, knock_outcomes, offers, web_messages
from storage.tables.delivery import attempts, deliveries, paces, rates, usages
from storage.tables.history import history
from storage.tables.membership import (
    digest_items,
    exemptions,
    group_invitations,
    join_requests,
    roster_imports,
)
from storage.tables.organisation import (
    addresses,
    connections,
    consents,
    installation,
    invitations,
    members,
    role_grants,
    subscriptions,
    topic_settings,
    topics,
    units,
)
from storage.tables.privacy import data_requests, files, web_codes, web_links, web_sessions
from storage.tables.publishing import drafts, obligations, openings, publications, questions, versions
from storage.tables.study import invitees, study_sessions
from storage.tables.tree import member_moves, obligation_moves, unit_changes, unit_spans, unit_words

__all__ = [
    "addresses",
    "attempts",
    "connections",
    "consents",
    "data_requests",
    "deliveries",
    "dialogues",
    "digest_items",
    "drafts",
    "exemptions",
    "files",
    "group_invitations",
    "history",
    "inbox",
    "installation",
    "invitations",
    "invitees",
    "join_requests",
    "knock_outcomes",
    "member_moves",
    "members",
    "metadata",
    "obligation_moves",
    "obligations",
    "offers",
    "openings",
    "paces",
    "publications",
    "questions",
    "rates",
    "role_grants",
    "roster_imports",
    "study_sessions",
    "subscriptions",
    "topic_settings",
    "topics",
    "unit_changes",
    "unit_spans",
    "unit_words",
    "units",
    "usages",
    "versions",
    "web_codes",
    "web_links",
    "web_messages",
    "web_sessions",
]
