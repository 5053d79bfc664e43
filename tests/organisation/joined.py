"""Short ways of saying what the tests of joining do again and again."""

from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.access import Caller, Door
from bot.office import Office
from bot.organisation.callers import address_for, caller_of
from bot.organisation.joining.inviting import Invitation, invite
from bot.organisation.joining.joining import consent, show_invitation
from storage import tables
from storage.database import Connection
from storage.rows import insert_row
from storage.states import DraftState, Kind, ObligationState, Origin, PublicationState, Scope, Urgency
from tests.cast import COMMAND_LINE, START, Cast

T = TypeVar("T")


async def new_phone(office: Office, cast: Cast, chat_id: str = "new-phone") -> Caller:
    """Whoever speaks from a conversation that nobody knows, or from one that somebody joined with."""
    await address_for(office, connection_id=cast.connection_id, chat_id=chat_id)
    return await caller_of(office, connection_id=cast.connection_id, chat_id=chat_id, door=Door.WEB)


async def invited(office: Office, cast: Cast, given: str = "Tâm") -> Invitation:
    return await invite(COMMAND_LINE, office, member_id=cast[given])


async def join(office: Office, cast: Cast, *, given: str = "Tâm", chat_id: str = "new-phone") -> Caller:
    """The whole way; who then speaks in that conversation."""
    invitation = await invited(office, cast, given)
    phone = await new_phone(office, cast, chat_id)
    await show_invitation(phone, office, code=invitation.code)
    await consent(phone, office, invitation_id=invitation.id)
    return await new_phone(office, cast, chat_id)


async def rows(office: Office, table: sa.Table, **wanted: object) -> list[dict[str, Any]]:
    """The rows with these values, oldest first."""

    def body(connection: Connection) -> list[dict[str, Any]]:
        question = sa.select(table).filter_by(**wanted).order_by(*table.primary_key.columns)
        return [dict(row) for row in connection.execute(question).mappings()]

    return await office.database.read(body)


async def do(office: Office, body: Callable[[Connection], T]) -> T:
    return await office.database.transaction(body)


def publish(connection: Connection, cast: Cast, *given: str, number: str = "12-KH/ĐU") -> int:
    """A publication that waits for these members, without any delivery."""
    content: dict[str, Any] = {
        "kind": Kind.DIRECTIVE,
        "type_name": "Kế hoạch",
        "number": number,
        "number_key": "",
        "title": "Nền nếp sinh hoạt chi bộ",
        "issuer": "Đảng ủy",
        "chair": "",
        "signatory": "",
        "circulation": "",
        **{name: [] for name in ("main_points", "to_do", "to_do_for", "tasks", "quiz")},
        "body": "Toàn văn",
        "scope": Scope.PUBLIC,
        "urgency": Urgency.NORMAL,
    }
    change = {"is_material": False, "change_note": ""}
    draft = {"state": DraftState.PUBLISHED, "revision": 1, "unsure": [], "return_note": "", "places": {}}
    draft |= change | {"needs_clearing": False}
    asked = {"asks_acknowledgement": True, "audience": {"kind": "everyone", "subject": 0}}
    draft_id = insert_row(connection, tables.drafts, content | draft | asked | {"created_at": START})
    publication_id = insert_row(
        connection,
        tables.publications,
        {"draft_id": draft_id, "state": PublicationState.IN_FORCE, "version": 1, "published_at": START}
        | {"withdrawn_because": ""}
        | asked,
    )
    version = {"publication_id": publication_id, "version": 1, "created_at": START} | change
    insert_row(connection, tables.versions, content | version)
    for name in given:
        obligation = {
            "publication_id": publication_id,
            "member_id": cast[name],
            "unit_id": cast.units["Chi bộ 2"],
            "origin": Origin.PUBLISHED,
            "state": ObligationState.EXPECTED,
            "because": "",
            "version": 1,
            "expected_at": START,
            "changed_at": START,
            "place": "",
            "witness": "",
            "reminders": 0,
        }
        insert_row(connection, tables.obligations, obligation)
    return publication_id
