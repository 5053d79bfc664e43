"""A member who wishes to get word on paper is put onto the paper list by who may invite them."""

from bot.access import Caller
from bot.office import Office
from bot.organisation.joining.inviting import demand_invitable
from bot.organisation.privacy.recording import turn_to_paper
from storage.database import Connection


async def put_on_paper(caller: Caller, office: Office, *, member_id: int) -> None:
    """Let word reach the member on paper from now on; doing it twice changes nothing.

    An admin and the command line do it for anybody; a secretary or deputy for the members of the units they
    lead, except others who hold a role or will. So the list does not tell who refused to be written to.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """

    def body(connection: Connection) -> None:
        member = demand_invitable(connection, office, caller, member_id)
        if not member.on_paper:
            turn_to_paper(connection, office, caller, member=member)

    await office.perform(caller, "put_on_paper", body, outcome=type(None))
