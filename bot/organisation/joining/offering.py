"""An invitation without a code: made for one conversation, which alone can answer it."""

from datetime import timedelta

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from bot.organisation.joining import codes
from storage import history
from storage.database import Connection
from storage.joining import invitations
from storage.organisation.people import Member


def offer_to(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member: Member,
    address_id: int,
    valid_for: timedelta,
) -> int:
    """Make an invitation of the member that counts as shown in this conversation, and nowhere else.

    Returns:
        Its number. Nobody learns its code, and none of the member's other codes ends.
    """
    now = office.clock.now()
    invitation_id = invitations.add(
        connection,
        code_hash=codes.hash_of(office.key, codes.new_code()),
        member_id=member.id,
        made_by=caller.member_id,
        now=now,
        expires_at=now + valid_for,
    )
    changes = (("", "open"), ("open", invitations.SHOWN))
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing=invitations.THING,
                thing_id=invitation_id,
                from_state=before,
                to_state=after,
                member_id=member.id,
                unit_id=member.unit_id,
                detail=str(address_id) if after == invitations.SHOWN else "",
            )
            for before, after in changes
        ),
    )
    return invitation_id
