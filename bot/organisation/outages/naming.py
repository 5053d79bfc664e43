"""How what is out is called, and when it was by the office's clock."""

from collections.abc import Sequence
from datetime import datetime

from bot.office import Office
from bot.texts.addresses import called
from bot.texts.self_service import PLATFORMS
from storage.channels.connections import Line


def what_of(lines: Sequence[Line], served: Sequence[Line]) -> str:
    """Telegram; Zalo (zalo_2) where others of the platform are served as well.

    Args:
        lines: of one platform, one at least.
        served: all connections that are served.
    """
    platform = lines[0].platform
    ids = {line.id for line in lines}
    is_all = all(one.id in ids for one in served if one.platform is platform)
    names = "" if is_all else ", ".join(line.name for line in lines)
    return called(PLATFORMS[platform], names)


def office_time(office: Office, machine: datetime) -> datetime:
    """What the office's clock showed at that moment of the machine's."""
    return machine + (office.clock.now() - office.clock.machine())
