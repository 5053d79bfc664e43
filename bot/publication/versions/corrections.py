"""The draft of a correction: begun from what is published, minor or material, with a note in words."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.publication.draft.attaching import attach
from bot.publication.draft.drafting import joined
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.draft.file_gate import gated_file, pass_gate
from bot.publication.draft.points import for_draft, is_quoted, one_line, points_of
from storage import history
from storage.database import Connection
from storage.publication import corrections, drafts, publications, versions
from storage.publication.drafts import CONTENT, Content, Draft
from storage.publication.publications import Publication
from storage.states import DraftState, PublicationState, Role

MOST_LINES = 3
LONGEST_LINE = 200
"""Letters of a line of the note: three such lines still leave the title in sight on a small screen."""


class NoteTooLong(Refused):
    """The note has too many lines, or one that is too long."""

    def __init__(self) -> None:
        super().__init__(Refusal.TOO_LONG, limit=str(LONGEST_LINE))


async def begin_correction(caller: Caller, office: Office, *, publication_id: int) -> int:
    """The draft of the publication's correction: the one under way, or a new one that says what it says now.

    There is never a second one: two that began from the same version would each undo the other.

    Returns:
        The draft's number.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> int:
        versions.hold(connection, publication_id)
        found = publications.publication(connection, publication_id)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        if found.state is PublicationState.WITHDRAWN:
            raise Refused(Refusal.WITHDRAWN)
        under_way = versions.correction_under_way(connection, publication_id)
        return under_way or _begin(connection, office, caller, found)

    return await office.perform(caller, "begin correction", body, outcome=int)


def _begin(connection: Connection, office: Office, caller: Caller, found: Publication) -> int:
    says = {name: getattr(found, name) for name in CONTENT}
    says["main_points"] = for_draft(points_of(found.main_points))
    draft_id = drafts.add(
        connection,
        Content(**says),
        asks_acknowledgement=found.asks_acknowledgement,
        due_at=found.due_at,
        unsure=(),
        created_by=caller.member_id,
        created_at=office.clock.now(),
        audience=dict(found.audience),
        topic_id=found.topic_id,
        signatory_id=found.signatory_id,
        corrects_id=found.id,
    )
    before = versions.draft_of_newest(connection, found.id)
    if before is not None:
        corrections.copy_attachments(connection, from_draft_id=before, to_draft_id=draft_id)
    line = entry(
        caller,
        office,
        thing="draft",
        thing_id=draft_id,
        from_state="",
        to_state=DraftState.OPEN,
        publication_id=found.id,
        version=1,
        detail="begun",
    )
    history.append(connection, line)
    return draft_id


async def toggle_material(caller: Caller, office: Office, *, draft_id: int, revision: int) -> Changed:
    """Minor to material, and back.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND (also where it corrects nothing), GONE_ON.
    """

    def values(_connection: Connection, draft: Draft) -> dict[str, Any]:
        return {"is_material": not draft.is_material}

    return await _change(caller, office, draft_id, revision, "is_material", values)


async def note_change(caller: Caller, office: Office, *, draft_id: int, revision: int, typed: str) -> Changed:
    """Say in one to three lines what the correction changes.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON, EMPTY.
        NoteTooLong: more than three lines, or a line that is too long.
    """
    lines = [line for line in map(one_line, typed.splitlines()) if line]
    if not lines:
        raise Refused(Refusal.EMPTY)
    if len(lines) > MOST_LINES or max(map(len, lines)) > LONGEST_LINE:
        raise NoteTooLong

    def values(_connection: Connection, _draft: Draft) -> dict[str, Any]:
        return {"change_note": "\n".join(lines)}

    return await _change(caller, office, draft_id, revision, "change_note", values)


async def replace_text(caller: Caller, office: Office, *, draft_id: int, revision: int, text: str) -> Changed:
    """Give the correction the whole text anew; what is quoted and no longer stands there is dropped.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON; EMPTY, UNREADABLE, SECRET: nothing was written then.
    """
    demand(caller, {Role.CLERK})
    passed = await asyncio.to_thread(pass_gate, text)

    def values(connection: Connection, draft: Draft) -> dict[str, Any]:
        return _with_body(connection, draft, passed)

    return await _change(caller, office, draft_id, revision, "body", values)


async def continue_text(
    caller: Caller, office: Office, *, draft_id: int, revision: int, text: str
) -> Changed:
    """Add the next part of a text that came in several messages.

    Raises:
        Refused: as `replace_text`.
    """
    demand(caller, {Role.CLERK})
    part = await asyncio.to_thread(pass_gate, text)

    def so_far(connection: Connection) -> str:
        return _demand(connection, draft_id, revision).body

    # A mark of secrecy may have been cut in two.
    whole = await asyncio.to_thread(pass_gate, joined(await office.database.read(so_far), part))

    def values(connection: Connection, draft: Draft) -> dict[str, Any]:
        return _with_body(connection, draft, whole)

    return await _change(caller, office, draft_id, revision, "body", values)


async def replace_file(
    caller: Caller, office: Office, *, draft_id: int, revision: int, content: bytes, name: str
) -> Changed:
    """As `replace_text` out of a file, which goes along; of a scan the text stays as it was.

    Raises:
        Refused: as `replace_text`; FILES_FULL, FILE_TOO_LARGE.
    """
    demand(caller, {Role.CLERK})
    gated = await gated_file(content, name=name)

    def body(connection: Connection) -> Changed:
        draft = _demand(connection, draft_id, revision)
        values = _with_body(connection, draft, gated.text) if gated.text else {}
        if gated.has_unread_pictures:
            values |= {"needs_clearing": True, "cleared_by": None, "cleared_at": None}
        attach(connection, office, draft.id, content=content, name=name)
        return changed(change_draft(connection, office, caller, draft, "body", values))

    return await office.perform(caller, "replace file", body, outcome=Changed)


def _with_body(connection: Connection, draft: Draft, text: str) -> dict[str, Any]:
    offered = points_of(draft.main_points)
    before = publications.publication(connection, draft.corrects_id or 0)
    known = {one.text for one in offered}
    # What an earlier part of the text did not have yet may stand in this one.
    offered += [one for one in points_of(before.main_points if before else ()) if one.text not in known]
    points = [one for one in offered if is_quoted(one.text, text)]
    return {"body": text, "main_points": for_draft(points), "places": {}}


async def _change(
    caller: Caller,
    office: Office,
    draft_id: int,
    revision: int,
    detail: str,
    values: Callable[[Connection, Draft], Mapping[str, Any]],
) -> Changed:
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = _demand(connection, draft_id, revision)
        return changed(change_draft(connection, office, caller, draft, detail, values(connection, draft)))

    return await office.perform(caller, detail, body, outcome=Changed)


def _demand(connection: Connection, draft_id: int, revision: int) -> Draft:
    draft = demand_draft(connection, draft_id, revision=revision)
    if draft.corrects_id is None:
        raise Refused(Refusal.NOT_FOUND)
    return draft
