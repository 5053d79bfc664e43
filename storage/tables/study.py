"""Study sessions and the answers to their invitations."""

import sqlalchemy as sa

from storage.states import Answer, SessionState
from storage.tables.base import id_column, metadata, moment, number, one_of, text, to

study_sessions = sa.Table(
    "study_sessions",
    metadata,
    id_column(),
    to("units", "unit_id"),
    one_of("state", SessionState),
    # Raised by every change of time or place: an answer belongs to one revision.
    number("revision"),
    text("title"),
    moment("starts_at", null=True),
    moment("ends_at", null=True),
    text("place"),
    to("members", "chair_id", null=True),
    to("members", "created_by", null=True),
    moment("created_at"),
    moment("announced_at", null=True),
    sa.Index(None, "state", "starts_at"),
)

invitees = sa.Table(
    "invitees",
    metadata,
    id_column(),
    to("study_sessions", "session_id"),
    to("members", "member_id"),
    to("units", "unit_id"),
    one_of("answer", Answer),
    # The revision that was answered; an older one counts as not answered.
    number("revision"),
    text("because"),
    moment("answered_at", null=True),
    sa.UniqueConstraint("session_id", "member_id"),
    sa.Index(None, "member_id"),
)
