"""Files that go along with a document: each through the gate, and kept while the document stands."""

from pathlib import PurePath

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.messages.blocks import File, Message
from bot.office import Office
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.draft.file_gate import gated_file, refuse_secret_name
from bot.publication.draft.points import one_line
from storage import files
from storage.database import Connection
from storage.publication import attachments
from storage.publication.attachments import Attachment
from storage.publication.drafts import Draft
from storage.states import DraftState, Role

MOST_FILES = 10
LONGEST_NAME = 80
_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".htm": "text/html",
    ".html": "text/html",
    ".txt": "text/plain",
}

__all__ = [
    "Attachment",
    "add_file",
    "attach",
    "attached_files",
    "attachments_of",
    "file_of",
    "remove_all",
    "remove_file",
    "rename_file",
]


def attachments_of(connection: Connection, draft_id: int) -> tuple[Attachment, ...]:
    """The files of a draft, and so of the version that it became, in order."""
    return tuple(attachments.of_draft(connection, draft_id))


def attach(
    connection: Connection, office: Office, draft_id: int, *, content: bytes, name: str, media_type: str = ""
) -> Attachment:
    """Keep a file that has passed the gate with its draft, for good; the same bytes are there once.

    Args:
        connection: in a transaction.
        office: for its clock.
        draft_id: to which it belongs.
        content: at most 20 MB.
        name: with its ending; folders before it are left out.
        media_type: as in HTTP; empty: by the ending.

    Raises:
        Refused: FILES_FULL, FILE_TOO_LARGE.
    """
    if len(content) > files.LARGEST:
        raise Refused(Refusal.FILE_TOO_LARGE)
    kind = media_type or _media_type(name)
    now = office.clock.now()
    file_id = files.keep(connection, content, media_type=kind, now=now, until_at=None)
    known = {one.file_id: one for one in attachments.of_draft(connection, draft_id)}
    if file_id in known:
        return known[file_id]
    if len(known) >= MOST_FILES:
        raise Refused(Refusal.FILES_FULL, limit=str(MOST_FILES))
    shown = _shown_name(name)
    number = attachments.add(connection, draft_id=draft_id, file_id=file_id, name=shown)
    return Attachment(number, file_id, shown, kind, len(content))


async def add_file(
    caller: Caller, office: Office, *, draft_id: int, revision: int | None, content: bytes, name: str
) -> Changed:
    """Put one more file to the draft; what the machine cannot read all of has to be cleared by a person.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON; SECRET, EMPTY, UNREADABLE (nothing was written then);
            FILES_FULL, FILE_TOO_LARGE.
    """
    demand(caller, {Role.CLERK})
    if len(content) > files.LARGEST:
        raise Refused(Refusal.FILE_TOO_LARGE)
    gated = await gated_file(content, name=name)

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id, revision=revision)
        attach(connection, office, draft.id, content=content, name=name)
        unseen = {"needs_clearing": True, "cleared_by": None, "cleared_at": None}
        values = unseen if gated.has_unread_pictures else {}
        return changed(change_draft(connection, office, caller, draft, "file_added", values))

    return await office.perform(caller, "attach", body, outcome=Changed)


async def rename_file(
    caller: Caller, office: Office, *, draft_id: int, attachment_id: int, name: str
) -> Changed:
    """Show a file of the draft under another name; its ending stays.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON; EMPTY, TOO_LONG; SECRET, for the name is shown too.
    """
    demand(caller, {Role.CLERK})
    words = one_line(name)
    if not words:
        raise Refused(Refusal.EMPTY)
    if len(words) > LONGEST_NAME:
        raise Refused(Refusal.TOO_LONG, limit=str(LONGEST_NAME))
    refuse_secret_name(words)

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id)
        found = _demand_file(connection, draft, attachment_id)
        ending = PurePath(found.name).suffix
        shown = words if words.casefold().endswith(ending.casefold()) else f"{words}{ending}"
        attachments.rename(connection, found.id, name=_shown_name(shown))
        return changed(change_draft(connection, office, caller, draft, "file_renamed", {}))

    return await office.perform(caller, "rename file", body, outcome=Changed)


async def remove_file(caller: Caller, office: Office, *, draft_id: int, attachment_id: int) -> Changed:
    """Take a file off the draft.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id)
        found = _demand_file(connection, draft, attachment_id)
        attachments.remove(connection, found.id, now=office.clock.now())
        return changed(change_draft(connection, office, caller, draft, "file_removed", {}))

    return await office.perform(caller, "remove file", body, outcome=Changed)


async def attached_files(caller: Caller, office: Office, *, draft_id: int) -> tuple[Attachment, ...]:
    """The files of the draft that the clerk is at.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> tuple[Attachment, ...]:
        return attachments_of(connection, demand_draft(connection, draft_id).id)

    return await office.database.read(body)


async def file_of(caller: Caller, office: Office, *, draft_id: int, attachment_id: int) -> Message:
    """A file of the draft to look at, for the clerk at any time and for the approver once it was handed in.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, {Role.CLERK, Role.APPROVER})

    def body(connection: Connection) -> Message:
        draft = demand_draft(connection, draft_id, states=tuple(DraftState))
        if draft.state is DraftState.OPEN:
            demand(caller, {Role.CLERK})
        found = _demand_file(connection, draft, attachment_id)
        return Message((File(found.name, found.file_id),), protected=True)

    return await office.database.read(body)


def remove_all(connection: Connection, office: Office, draft_id: int) -> None:
    """The draft is thrown away, and its files with it."""
    for one in attachments.of_draft(connection, draft_id):
        attachments.remove(connection, one.id, now=office.clock.now())


def _demand_file(connection: Connection, draft: Draft, attachment_id: int) -> Attachment:
    for one in attachments.of_draft(connection, draft.id):
        if one.id == attachment_id:
            return one
    raise Refused(Refusal.NOT_FOUND)


def _shown_name(name: str) -> str:
    # A path of another system is no folder here, and would lead nowhere on any phone.
    bare = one_line(name.replace("\\", "/").rsplit("/", maxsplit=1)[-1]) or "tep"
    ending = PurePath(bare).suffix
    return bare if len(bare) <= LONGEST_NAME else f"{bare[: LONGEST_NAME - len(ending)].rstrip()}{ending}"


def _media_type(name: str) -> str:
    return _MEDIA_TYPES.get(PurePath(name).suffix.casefold(), "application/octet-stream")
