"""Nobody acknowledges what they were not shown: a material correction is never taken along unread."""

from bot.errors import Refusal, Refused
from storage.database import Connection
from storage.publication import corrections, versions


def demand_seen(connection: Connection, *, publication_id: int, member_id: int, version: int | None) -> None:
    """Refuse what stood under an older version, if a material correction has come since.

    Args:
        connection: any transaction.
        publication_id: which.
        member_id: who acknowledges.
        version: under which the button stood; None: words without a button, which go by the newest card that
            is known to have gone out to them.

    Raises:
        Refused: NEW_VERSION.
    """
    material = versions.last_material(connection, publication_id)
    if material is None:
        return
    if version is None:
        # Who was never sent a card has read it elsewhere, as it stands now.
        version = corrections.last_shown(connection, publication_id=publication_id, member_id=member_id)
    if version is not None and version < material.version:
        raise Refused(Refusal.NEW_VERSION)
