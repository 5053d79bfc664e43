"""A file goes up once on each connection; after that the platform's own id stands for it."""

from bot.channels.contract import Attached, Outcome, OutcomeKind
from bot.messages.blocks import File, Message
from bot.office import Office
from storage import files
from storage.database import Connection
from storage.delivery import uploads
from storage.delivery.claims import Claimed
from storage.states import Reason


def attached_to(connection: Connection, row: Claimed, message: Message) -> Attached | None:
    """What goes along: its bytes are read only where the platform does not know the file yet.

    Raises:
        ValueError: the file was swept.
    """
    named = _file_of(message)
    if named is None:
        return None
    known = uploads.platform_id(connection, connection_id=row.connection_id, file_id=named.file_id)
    if known:
        return Attached(named.name, "", platform_id=known)
    kept = files.file(connection, named.file_id)
    if kept is None:
        raise ValueError("the file of this message was swept")
    return Attached(named.name, kept.media_type, kept.content)


def is_forgotten(attached: Attached | None, outcome: Outcome) -> bool:
    """Whether the platform no longer knows the id under which it had the file: it goes up again."""
    by_id = attached is not None and bool(attached.platform_id)
    return by_id and outcome.reason is Reason.FILE_FORGOTTEN


def note_upload(
    connection: Connection,
    office: Office,
    row: Claimed,
    message: Message,
    attached: Attached | None,
    outcome: Outcome,
) -> None:
    """Remember the id that the platform gave, or forget the one that it no longer knows."""
    named = _file_of(message)
    if named is None:
        return
    if is_forgotten(attached, outcome):
        uploads.forget(connection, connection_id=row.connection_id, file_id=named.file_id)
    elif outcome.kind is OutcomeKind.SENT and outcome.file_id:
        uploads.note(
            connection,
            connection_id=row.connection_id,
            file_id=named.file_id,
            platform_id=outcome.file_id,
            made_at=office.clock.now(),
        )


def _file_of(message: Message) -> File | None:
    return next((block for block in message.blocks if isinstance(block, File)), None)
