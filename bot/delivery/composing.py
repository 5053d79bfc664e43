"""How a delivery becomes a message when its turn comes. `runtime` passes the table in, room by room."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.messages.blocks import Message
from bot.office import Office
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.states import Purpose, Reason


@dataclass(frozen=True)
class Skip:
    """The last look said: not needed any more.

    Args:
        reason: why, for the row.
    """

    reason: Reason


Compose = Callable[[Connection, Office, Claimed], Message | Skip]
"""Reads only. Buttons in its message are not sealed yet; texts may be longer than a platform takes."""

ComposeTable = Mapping[Purpose, Compose]
