"""Every way in that a member had ends with their membership; the chat accounts themselves stay known."""

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from bot.organisation.web_inbox import making
from storage import history
from storage.database import Connection
from storage.joining import invitations, join_requests
from storage.organisation import organisation, people
from storage.states import JoinState


def close_ways(
    connection: Connection, office: Office, caller: Caller, *, member_id: int, unit_id: int
) -> None:
    """End the member's unused invitations, their page on the web, and what they asked to be connected by."""
    now = office.clock.now()
    revoked = invitations.revoke_unused(connection, member_id=member_id, now=now)
    lapsed = [
        request.id
        for chat in organisation.conversations_of(connection, member_id)
        if (request := join_requests.waiting_of(connection, chat.id)) is not None
        and join_requests.decide(
            connection, request.id, state=JoinState.LAPSED, now=now, decided_by=caller.member_id
        )
    ]
    closed = [(invitations.THING, one, "open", "revoked") for one in revoked]
    closed += [(join_requests.THING, one, JoinState.WAITING, JoinState.LAPSED) for one in lapsed]
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing=thing,
                thing_id=thing_id,
                from_state=before,
                to_state=after,
                member_id=member_id,
                unit_id=unit_id,
            )
            for thing, thing_id, before, after in closed
        ),
    )
    member = people.member(connection, member_id)
    if member is not None:
        making.end(connection, office, caller, member=member)
