"""A bot under another name in the settings: refused at a start, and how its row gets the new name.

The name is what the addresses of its people hang on: under another one all of them would be strangers.
"""

from dataclasses import dataclass
from functools import partial

from bot.access import Caller, Door
from bot.channels.contract import Channel
from bot.errors import AlreadyRunning, SettingsError
from bot.history import entry
from bot.logs import get
from bot.office import Office
from bot.runtime.founding import demand_founded
from bot.runtime.opening import lock_folder, open_prepared
from bot.settings import Settings
from storage import history
from storage.channels import connections
from storage.channels.connections import Line
from storage.database import Connection
from storage.lock import Leadership
from storage.states import Platform

log = get(__name__)
_OPERATOR = Caller(member_id=None, door=Door.COMMAND_LINE)


@dataclass(frozen=True)
class _Earlier:
    """A bot that the settings name no longer, and how many people it has."""

    line: Line
    people: int


async def demand_same_name(office: Office, channel: Channel, *, name: str, platform: Platform) -> None:
    """Look whether the bot that is about to be served was called otherwise before.

    The platform is asked only where that may be: the name has nobody yet, and another one that the settings
    name no longer has.

    Raises:
        SettingsError: it was; says how to go on.
    """
    earlier = await office.database.read(partial(_earlier, office=office, name=name, platform=platform))
    if not earlier:
        return
    health = await channel.check()
    if not health.reachable:
        log.warning("whether this bot had another name before cannot be seen now", connection=name)
        return
    account = health.name.removeprefix("@")
    for one in earlier:
        if one.line.account == account:
            raise SettingsError(
                f"connections.{name}: this bot was called {one.line.name} until now, with {one.people} "
                f"people; call it connections.{one.line.name} again, or run "
                f"`loa connections rename {one.line.name} {name}`"
            )


def _earlier(connection: Connection, office: Office, name: str, platform: Platform) -> list[_Earlier]:
    lines = connections.every(connection)
    if any(line.name == name and connections.people_at(connection, line.id) for line in lines):
        return []
    named = office.settings.connections
    unset = (line for line in lines if line.platform is platform and line.name not in named and line.account)
    found = (_Earlier(line, connections.people_at(connection, line.id)) for line in unset)
    return [one for one in found if one.people]


async def rename_connection(settings: Settings, *, old: str, new: str) -> int:
    """Give the bot that was called `old` the name `new`, under which the settings have it now.

    Nothing may run meanwhile: who serves it knows it by its old name.

    Returns:
        How many people stand there.

    Raises:
        SettingsError: what is named is not so; says what is.
        AlreadyRunning: Loa runs.
    """
    _demand_set(settings, old, new)
    lock = lock_folder(settings) if settings.alone else None
    leadership = Leadership(settings.database_url.get_secret_value())
    try:
        if not await leadership.lead():
            raise AlreadyRunning("Loa is already running on this database")
        office = await open_prepared(settings)
        try:
            await demand_founded(office)
            return await office.database.transaction(partial(_rename, office=office, old=old, new=new))
        finally:
            await office.database.close()
    finally:
        await leadership.resign()
        if lock is not None:
            lock.give_back()


def _demand_set(settings: Settings, old: str, new: str) -> None:
    if old == new:
        raise SettingsError(f"{old} and {new} are the same name")
    if old in settings.connections:
        raise SettingsError(f"connections.{old} is still set: call it connections.{new} there first")
    if new not in settings.connections:
        raise SettingsError(f"connections.{new} is not in the settings: call the bot so there first")


def _rename(connection: Connection, office: Office, old: str, new: str) -> int:
    by_name = {line.name: line for line in connections.every(connection)}
    line, taken = by_name.get(old), by_name.get(new)
    if line is None:
        known = ", ".join(sorted(by_name)) or "none"
        raise SettingsError(f"no connection was called {old}; there are: {known}")
    platform = office.settings.connections[new].platform
    if line.platform is not platform:
        raise SettingsError(f"{old} is a bot of {line.platform}, connections.{new} one of {platform}")
    if taken is not None and connections.people_at(connection, taken.id):
        raise SettingsError(f"{new} has people of its own: choose another name for it in the settings")
    connections.rename(connection, line.id, name=new, instead_of=None if taken is None else taken.id)
    said = entry(
        _OPERATOR,
        office,
        thing="connection",
        thing_id=line.id,
        from_state=NAMED,
        to_state=RENAMED,
        detail=new,
    )
    history.append(connection, said)
    return connections.people_at(connection, line.id)


NAMED, RENAMED = "named", "renamed"
"""In history, of a connection; the detail is its new name."""
