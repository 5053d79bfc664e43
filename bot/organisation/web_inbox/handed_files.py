"""A file that was handed over as a link, in its member's own session."""

from bot.channels.contract import Attached
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.web_inbox.sessions import Visitor
from bot.organisation.web_inbox.ways import way_of
from storage import files
from storage.database import Connection


async def file_behind(visitor: Visitor, office: Office, token: str) -> Attached:
    """The file behind this link.

    Raises:
        Refused: NOT_FOUND also for another member's link, LINK_ENDED, FILE_GONE.
    """

    def body(connection: Connection) -> Attached:
        way = way_of(connection, office, token)
        if way.file is None or way.member.id != visitor.member_id:
            raise Refused(Refusal.NOT_FOUND)
        kept = files.file(connection, way.file.file_id)
        if kept is None:
            raise Refused(Refusal.FILE_GONE)
        return Attached(way.file.name, kept.media_type, kept.content)

    return await office.database.read(body)
