"""A connection that the settings name no longer: admins hear whom nothing else reaches."""

from collections.abc import Collection
from datetime import timedelta

from bot.delivery.lines import in_service
from bot.logs import get
from bot.messages.blocks import Bold, Line, Message, to_json
from bot.office import Office
from bot.organisation.outages.naming import what_of
from bot.texts import outages as texts
from storage.channels import connections, outages
from storage.channels.connections import Line as ConnectionLine
from storage.channels.outages import Ways
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.organisation import people
from storage.states import Purpose, Repeat, Role

log = get(__name__)
_WORTH_FOR = timedelta(days=7)


def note_unserved(connection: Connection, office: Office, served_ids: Collection[int]) -> None:
    """Nobody sends on any but these from now on; the admins hear once of whom nothing reaches any more."""
    before = {line.id for line in connections.every(connection) if _is_unserved(line)}
    if not connections.note_unserved(connection, served_ids, now=office.clock.machine()):
        return
    for line in connections.every(connection):
        if _is_unserved(line) and line.id not in before:
            log.warning("word goes around a connection that is served no longer", connection=line.id)
            _tell(connection, office, line, served_ids)


def _is_unserved(line: ConnectionLine) -> bool:
    return line.stopped_reason == connections.NOT_SERVED


def _tell(connection: Connection, office: Office, line: ConnectionLine, served_ids: Collection[int]) -> None:
    ways = Ways(out=(line.id,), others=served_ids)
    lost = outages.without_another_way(connection, ways, unit_ids=None, most_names=0).amount
    if not lost:
        return
    what = what_of([line], [line, *in_service(connection, office)])
    lines = (texts.lost_with(what, lost), texts.INVITE_THEM, texts.RENAMED_BY_MISTAKE)
    content = to_json(Message((Bold(texts.unserved_title(what)), *map(Line, lines))))
    now = office.clock.now()
    for member_id in dict.fromkeys(one for one, _ in people.holders(connection, {Role.ADMIN}, now=now)):
        address_id = people.first_address(connection, member_id)
        if address_id is not None:
            deliveries.add(
                connection,
                NewDelivery(
                    once_key=f"unserved:c{line.id}:{now:%Y-%m-%dT%H:%M:%S}:m{member_id}",
                    address_id=address_id,
                    purpose=Purpose.CONNECTION_NEWS,
                    due_at=office.clock.machine(),
                    repeat=Repeat.ONCE,
                    content=content,
                    expires_at=now + _WORTH_FOR,
                ),
            )
