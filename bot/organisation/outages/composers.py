"""The news of an outage as its reader gets it: what is so when it goes out."""

from collections.abc import Collection

from bot.access import LEADERS_OF_A_UNIT, Caller, Door
from bot.delivery.composing import ComposeTable, Skip
from bot.delivery.lines import in_service, is_stopped
from bot.delivery.quotas.purposes import Part
from bot.messages.blocks import Bold, Line, Message
from bot.office import Office
from bot.organisation.callers import grants_of
from bot.organisation.outages.flapping import LOOK_BACK, Word, flaps
from bot.organisation.outages.hearers import TOLD
from bot.organisation.outages.moving import ways_of
from bot.organisation.outages.naming import office_time, what_of
from bot.texts import outages as texts
from bot.texts.self_service import PLATFORMS
from storage.channels import outages
from storage.channels.connections import Line as ConnectionLine
from storage.channels.outages import Stranded
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.states import Purpose, Reason, Role

_EVERYWHERE = frozenset({Role.ADMIN, Role.COMMITTEE_LEADER})
_MOST_NAMES = 8


def compose_outage(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """What is out since when, whom it cuts off of those the reader looks after, and what happens by itself.

    Nothing once it is back. Of one bot among several, who leads a unit hears only where it concerns them.
    """
    member = None if claimed.member_id is None else people.member(connection, claimed.member_id)
    if member is None or member.left_at is not None or claimed.owner_id != member.id:
        return Skip(Reason.LEFT)
    grants = grants_of(connection, office, member_id=member.id)
    reader = Caller(member_id=member.id, door=Door.CLOCK, grants=grants)
    if not reader.has(TOLD):
        return Skip(Reason.LEFT)
    served = in_service(connection, office)
    platform = claimed.once_key.split(":")[1]
    if f":{Word.FLAPPING}:" in claimed.once_key:
        return _comes_and_goes(connection, office, [line for line in served if line.platform == platform])
    out = [line for line in served if line.platform == platform and line.out_since is not None]
    if not out:
        return Skip(Reason.CHANGED)
    unit_ids = None if reader.has(_EVERYWHERE) else reader.units_of(LEADERS_OF_A_UNIT)
    stranded = _stranded(connection, office, unit_ids)
    is_whole = all(line.out_since is not None for line in served if line.platform == platform)
    if not is_whole and unit_ids is not None and not stranded.amount:
        return Skip(Reason.CHANGED)
    return _message(office, reader, out, served, stranded)


def _comes_and_goes(connection: Connection, office: Office, lines: list[ConnectionLine]) -> Message | Skip:
    now = office.clock.now()
    times = flaps(outages.begun(connection, [line.id for line in lines], from_at=now - LOOK_BACK), now)
    if not times:
        return Skip(Reason.CHANGED)
    what = PLATFORMS[lines[0].platform]
    said = (texts.came_and_went(what, times), texts.GOES_AROUND, texts.CALL_FROM_THE_CARD, texts.RESTS)
    return Message((Bold(texts.flapping_title(what)), *map(Line, said)))


def _stranded(connection: Connection, office: Office, unit_ids: Collection[int] | None) -> Stranded:
    # Names are for who leads a unit; others get the number alone (design.md section 8).
    names = 0 if unit_ids is None else _MOST_NAMES
    ways = ways_of(connection, office, part=Part.COMPULSORY)
    return outages.without_another_way(connection, ways, unit_ids=unit_ids, most_names=names)


def _message(
    office: Office,
    reader: Caller,
    out: list[ConnectionLine],
    served: list[ConnectionLine],
    stranded: Stranded,
) -> Message:
    what = what_of(out, served)
    since = min(line.out_since for line in out if line.out_since is not None)
    lines = [texts.since(what, office_time(office, since), office.zone)]
    if any(is_stopped(line) for line in out):
        lines.append(texts.REFUSED_FOR_ADMIN if reader.has({Role.ADMIN}) else texts.REFUSED)
    lines.append(texts.GOES_AROUND)
    if not stranded.amount:
        lines.append(texts.NOBODY_STRANDED)
    else:
        lines.append(texts.stranded(stranded.amount))
        lines += [texts.name(name) for name in stranded.names]
        if stranded.names and stranded.amount > len(stranded.names):
            lines.append(texts.more(stranded.amount - len(stranded.names)))
    lines.append(texts.WAITS)
    return Message((Bold(texts.out_title(what)), *map(Line, lines)), protected=bool(stranded.names))


COMPOSERS: ComposeTable = {Purpose.CONNECTION_NEWS: compose_outage}
