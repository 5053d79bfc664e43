"""People are spread over the bots of a platform: an invitation names one with room, and its seat is kept.

A free Zalo bot holds 50 people (facts/zalo.md 1.5). Whether a person has the same number on two bots is not
known, so nothing here compares them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.access import Caller
from bot.channels.abilities import ABILITIES
from bot.delivery.quotas.purposes import Part
from bot.delivery.quotas.standing import room_at
from bot.office import Office
from bot.settings import Connection as ConnectionSettings
from storage.channels import connections, seats, usages
from storage.channels.connections import Line
from storage.database import Connection
from storage.organisation import people
from storage.states import Platform


@dataclass(frozen=True)
class Place:
    """A bot that somebody can be sent to.

    Args:
        connection_id: its row.
        name: as the settings call it.
        link: opens a chat with it; empty where the settings hold none.
        called: what a person can look for on the platform; empty where only the link leads there.
    """

    connection_id: int
    platform: Platform
    name: str
    link: str
    called: str


@dataclass(frozen=True)
class MoreWays:
    """Where a member who has joined can be written to beside.

    Args:
        place: a bot of the platform whose links carry no code; None where they are on each of its bots.
        others: only without such a bot: the other platforms on which they are not yet.
    """

    place: Place | None
    others: tuple[Platform, ...] = ()


def connection_for(
    connection: Connection, office: Office, member_id: int, *, platform: Platform | None = None
) -> Place | None:
    """The bot of the platform that an invitation of the member names; None where the settings have none.

    Without a platform it is the one whose links carry no code: there an invitation has to name its bot.

    It stays the same: a bot that reaches the member already, or that an earlier invitation of theirs named,
    while it has room. Otherwise it is the one with the most room, seats that are kept for others left out.
    Where every bot is full, it is the least overfull: its own answer says so (`elsewhere`).
    """
    return connections_for(connection, office, [member_id], platform=platform).get(member_id)


def connections_for(
    connection: Connection, office: Office, member_ids: Sequence[int], *, platform: Platform | None = None
) -> dict[int, Place]:
    """As `connection_for`, for many at once: each of them takes a seat before the next is looked at."""
    platform = platform or _without_links(office)
    places = {} if platform is None else _places(connection, office, platform)
    if not places:
        return {}
    now = office.clock.now()
    there = seats.bound(connection, member_ids)
    named = seats.named(connection, member_ids)
    free = _free(connection, office, places, kept=seats.kept(connection, now=now, but_for=member_ids))
    found: dict[int, Place] = {}
    for member_id in member_ids:
        chosen = next((one for one in there.get(member_id, ()) if one in places), None)
        if chosen is None:
            before = named.get(member_id)
            chosen = before if before is not None and free.get(before, 0) > 0 else _roomiest(free)
            free[chosen] -= 1
        found[member_id] = places[chosen]
    return found


def more_ways(connection: Connection, office: Office, member_id: int) -> MoreWays:
    """Where a code of the member's own can be typed: never a bot that they write in already."""
    place = _another_for(connection, office, member_id, _without_links(office))
    if place is not None:
        return MoreWays(place)
    taken = set(seats.bound(connection, [member_id]).get(member_id, ()))
    free = [
        line.platform
        for line in connections.every(connection)
        if line.name in office.settings.connections
        and not line.stopped_reason
        and line.id not in taken
        and ABILITIES[line.platform].link
    ]
    return MoreWays(None, tuple(dict.fromkeys(free)))


def _another_for(
    connection: Connection, office: Office, member_id: int, platform: Platform | None
) -> Place | None:
    """The platform's roomiest bot on which the member is not; the one named before, while it has room."""
    places = {} if platform is None else _places(connection, office, platform)
    for taken in seats.bound(connection, [member_id]).get(member_id, ()):
        places.pop(taken, None)
    if not places:
        return None
    kept = seats.kept(connection, now=office.clock.now(), but_for=[member_id])
    free = _free(connection, office, places, kept=kept)
    before = seats.named(connection, [member_id]).get(member_id)
    return places[before if before is not None and free.get(before, 0) > 0 else _roomiest(free)]


def keep_seat(
    connection: Connection, office: Office, member_id: int, *, invitation_id: int, is_own: bool = False
) -> None:
    """Let the new invitation name the bot that is said with it: its seat is kept while it is open.

    To be called in the transaction that makes the invitation, on the platforms whose bots hold so many only.
    `is_own` says that the member made it for themselves (`more_ways`); else it is `connection_for`.
    """
    limited = {one.platform for one in office.settings.connections.values() if one.most_people}
    for platform in sorted(Platform(one) for one in limited):
        if is_own:
            place = _another_for(connection, office, member_id, platform)
        else:
            place = connection_for(connection, office, member_id, platform=platform)
        if place is not None:
            seats.keep(connection, invitation_id, connection_id=place.connection_id)
            return


async def elsewhere(caller: Caller, office: Office) -> Place | None:
    """Where to send a stranger who writes to a bot that is full; None where they are served as ever.

    The bot is full for those who came after as many as it may hold. Where no other bot of the platform has
    room, everybody is served: rather one too many than nobody to talk to.
    """
    address_id = caller.address_id
    if caller.member_id is not None or address_id is None or not office.settings.connections:
        return None

    def body(connection: Connection) -> Place | None:
        address = people.address(connection, address_id)
        if address is None or address.is_group or address.member_id is not None:
            return None
        here = office.settings.connections.get(usages.name_of(connection, address.connection_id))
        if here is None or not here.most_people or seats.before(connection, address.id) < here.most_people:
            return None
        return connection_with_room(connection, office, address.platform, but=address.connection_id)

    return await office.database.read(body)


def connection_with_room(
    connection: Connection, office: Office, platform: Platform, *, but: int
) -> Place | None:
    """Another bot of the platform that has room for one more person, the most of all; None: all are full."""
    places = _places(connection, office, platform)
    places.pop(but, None)
    if not places:
        return None
    free = _free(connection, office, places, kept={})
    roomiest = _roomiest(free)
    return places[roomiest] if free[roomiest] > 0 else None


def other_for_groups(connection: Connection, office: Office, connection_id: int) -> Place | None:
    """Another bot of the same platform that may hold one more group; None where there is none."""
    platform = connections.line(connection, connection_id).platform
    held = seats.groups(connection)
    for place in _places(connection, office, platform).values():
        most = office.settings.connections[place.name].most_groups
        if place.connection_id != connection_id and (not most or held.get(place.connection_id, 0) < most):
            return place
    return None


def _without_links(office: Office) -> Platform | None:
    served = (one.platform for one in office.settings.connections.values())
    return next((one for one in served if not ABILITIES[one].link), None)


def _places(connection: Connection, office: Office, platform: Platform) -> dict[int, Place]:
    """The platform's bots that the settings name: those that answer now, else those served, else all."""
    set_up = office.settings.connections
    lines = [
        line for line in connections.every(connection) if line.platform is platform and line.name in set_up
    ]
    served = [line for line in lines if not line.stopped_reason]
    # Who types a code there gets no answer for as long as it is out, or its month is used up.
    answer = [
        line
        for line in served
        if line.out_since is None and room_at(connection, office, line.id, Part.ANSWER) != 0
    ]
    return {line.id: _place(line, set_up[line.name]) for line in answer or served or lines}


def _place(line: Line, settings: ConnectionSettings) -> Place:
    # An account in one word (bot.dc229287e) cannot be looked for, except where links are made of it.
    is_a_name = ABILITIES[line.platform].link or " " in line.account
    known = settings.called or (line.account if is_a_name else "")
    called = known or ("" if settings.link else line.account or line.name)
    return Place(line.id, line.platform, line.name, settings.link, called)


_UNLIMITED = 10**9


def _free(
    connection: Connection, office: Office, places: Iterable[int], *, kept: Mapping[int, int]
) -> dict[int, int]:
    names = {line.id: line.name for line in connections.every(connection)}
    held = seats.people(connection)
    return {
        one: (office.settings.connections[names[one]].most_people or _UNLIMITED)
        - held.get(one, 0)
        - kept.get(one, 0)
        for one in places
    }


def _roomiest(free: Mapping[int, int]) -> int:
    return max(free, key=lambda one: (free[one], -one))
