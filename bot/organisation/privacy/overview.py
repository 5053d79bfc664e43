"""What the caller is told of their data: what stays how long, and what they asked."""

from dataclasses import dataclass

from bot.access import Caller, demand_member
from bot.office import Office
from bot.organisation.privacy.asking import whose
from bot.texts import data_requests as texts
from bot.texts import self_service as own_texts
from storage.database import Connection
from storage.privacy import data_requests
from storage.privacy.data_requests import Request
from storage.states import Address, DataRequestState


@dataclass(frozen=True)
class OwnData:
    """In words.

    Args:
        kept: how long.
        requests: those that wait, each with its clock.
        request_ids: their numbers, in the same order.
    """

    kept: str
    requests: tuple[str, ...]
    request_ids: tuple[int, ...]


@dataclass(frozen=True)
class Person:
    """Whose data would be deleted."""

    full_name: str
    address_form: Address


async def own_data(caller: Caller, office: Office) -> OwnData:
    """What stays how long, and what the caller asked.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> list[Request]:
        found = data_requests.of_member(connection, member_id)
        return [one for one in found if one.state is DataRequestState.OPEN]

    waiting = await office.database.read(body)
    days = office.settings.retention
    return OwnData(
        kept=own_texts.kept(
            messages_days=days.web_messages_days,
            texts_days=days.written_texts_days,
            left_days=days.left_members_days,
        ),
        requests=tuple(
            texts.own_line(number, one.request, made_at=one.made_at, due_by=one.due_by, zone=office.zone)
            for number, one in enumerate(waiting, start=1)
        ),
        request_ids=tuple(one.id for one in waiting),
    )


async def to_delete(caller: Caller, office: Office, *, member_id: int) -> Person:
    """Whose data a deletion would be about: the caller's (0), or for an admin somebody else's.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """

    def body(connection: Connection) -> Person:
        member = whose(connection, caller, member_id)
        return Person(member.full_name, member.address_form)

    return await office.database.read(body)


def asked(office: Office, request: Request) -> str:
    """What the member hears of a request that was taken down."""
    return texts.asked(
        request.request,
        acknowledge_by=request.acknowledge_by,
        due_by=request.due_by,
        zone=office.zone,
    )
