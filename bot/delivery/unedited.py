"""Where nothing that was said can be changed: what is new there has to be said anew."""

from bot.channels.abilities import ABILITIES
from storage.channels import connections
from storage.database import Connection
from storage.states import Platform


def without_edits(connection: Connection) -> dict[int, Platform]:
    """The platform of each connection on which no message can be edited, served or not."""
    return {
        line.id: line.platform for line in connections.every(connection) if not ABILITIES[line.platform].edits
    }
