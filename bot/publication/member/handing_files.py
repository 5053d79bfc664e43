"""The files of a publication, for whom it is."""

from dataclasses import dataclass

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.member.attached import Attachment, files_of
from bot.publication.member.published import demand_visible
from storage.database import Connection
from storage.states import PublicationState


@dataclass(frozen=True)
class Files:
    """A publication's files, in order."""

    publication_id: int
    number: str
    title: str
    files: tuple[Attachment, ...]


async def files_for(caller: Caller, office: Office, *, publication_id: int) -> Files:
    """The files that the caller may have.

    Raises:
        Refused: NOT_FOUND also where there are none for them (scope nội bộ hands out no file); WITHDRAWN.
    """

    def body(connection: Connection) -> Files:
        return files_in(connection, office, caller, publication_id)

    return await office.database.read(body)


def files_in(connection: Connection, office: Office, caller: Caller, publication_id: int) -> Files:
    """As `files_for`, in the caller's transaction.

    Raises:
        Refused: as `files_for`.
    """
    found = demand_visible(connection, office, caller, publication_id)
    if found.state is PublicationState.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    files = files_of(connection, found)
    if not files:
        raise Refused(Refusal.NOT_FOUND)
    return Files(found.id, found.number, found.title, files)


def demand_file(found: Files, attachment_id: int) -> Attachment:
    """The file with this number.

    Raises:
        Refused: NOT_FOUND, when it is none of these.
    """
    for one in found.files:
        if one.id == attachment_id:
            return one
    raise Refused(Refusal.NOT_FOUND)
