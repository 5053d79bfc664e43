"""The files of a publication that may go out: of what is công khai, and while it is in force."""

from storage.database import Connection
from storage.publication import attachments
from storage.publication.attachments import Attachment
from storage.publication.publications import Publication
from storage.states import PublicationState, Scope

__all__ = ["Attachment", "files_of"]


def files_of(connection: Connection, found: Publication) -> tuple[Attachment, ...]:
    """The files of its newest version; none of what is nội bộ, whatever was put to its draft."""
    if found.scope is not Scope.PUBLIC or found.state is PublicationState.WITHDRAWN:
        return ()
    return tuple(attachments.of_version(connection, found.id, found.version))
