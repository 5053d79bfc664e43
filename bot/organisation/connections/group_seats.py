"""A bot that holds so many groups only refuses the next one, with the way to another bot."""

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.connections.spreading import other_for_groups
from bot.texts import connections as texts
from storage.channels import seats, usages
from storage.database import Connection
from storage.organisation import people


def demand_group_seat(connection: Connection, office: Office, address_id: int, *, unit_id: int) -> None:
    """Refuse where the group chat would be one more than its bot may hold.

    The chat that the unit's own one replaces on the same bot does not count, nor the chat itself.

    Raises:
        Refused: GROUPS_FULL.
    """
    address = people.address(connection, address_id)
    if address is None or not office.settings.connections:
        return
    name = usages.name_of(connection, address.connection_id)
    settings = office.settings.connections.get(name)
    if settings is None or not settings.most_groups:
        return
    if seats.other_groups(connection, address_id, unit_id=unit_id) < settings.most_groups:
        return
    other = other_for_groups(connection, office, address.connection_id)
    step = texts.GROUP_NOWHERE if other is None else texts.group_elsewhere(other.called, link=other.link)
    raise Refused(Refusal.GROUPS_FULL, most=str(settings.most_groups), step=step)
