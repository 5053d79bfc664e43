"""A member looks at a publication: noted by the button, and never taken for an acknowledgement."""

from enum import StrEnum

from bot.access import Caller, demand_member
from bot.office import Office
from storage.acknowledgement import openings
from storage.database import Connection
from storage.privacy import consents
from storage.states import ConsentPurpose


class Through(StrEnum):
    """By which button or link."""

    CARD = "card"
    FULL_TEXT = "full_text"
    LINK = "link"
    """The whole text on the member's own page."""
    FILE = "file"
    """A file that goes along, asked for by its button."""


async def opened(caller: Caller, office: Office, *, publication_id: int, through: Through) -> bool:
    """Note that the caller looked; whether they may see it was asked by who showed it.

    Of who did not agree that this is kept, nothing is.

    Returns:
        Whether it was the first time by this way.

    Raises:
        Refused: NOT_ALLOWED, when no member stands behind the call.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> bool:
        if consents.withholds(connection, member_id, ConsentPurpose.ACKNOWLEDGEMENT):
            return False
        return openings.add(
            connection,
            publication_id=publication_id,
            member_id=member_id,
            address_id=caller.address_id,
            through=through,
            opened_at=office.clock.now(),
        )

    return await office.perform(caller, f"opened {through}", body, outcome=bool)
