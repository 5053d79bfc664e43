"""The sandbox: the sample organisation, its page, and beginning again."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from starlette.types import ASGIApp

from bot.access import Caller
from bot.channels.contract import Received
from bot.channels.web import WebChannel
from bot.inbox.handling import Handle
from bot.inbox.intake import take
from bot.office import Office
from bot.organisation.sample import SampleIds, found_sample
from bot.runtime.connecting import web_line
from bot.runtime.running import Plugged, Runtime
from bot.sandbox.stage import Stage
from bot.sandbox.starting_over import is_founded, start_over
from bot.sandbox.telling import tell
from bot.settings import Settings
from handlers.commands.table import commands_for
from handlers.web.app import sandbox_app
from handlers.web.door import WebDoor
from handlers.web.house import SandboxHouse
from handlers.web.inbox.app import inbox_routes
from handlers.web.inbox.house import InboxHouse
from handlers.web.joining.app import joining_routes
from handlers.web.personal.app import personal_routes

FOLDER = "sandbox"
WATCHED = "van-ban-den"
"""The folder in it that the sample's source watches; in Vietnamese, as the visitor sees it."""
_SETTLES_WITHIN = timedelta(seconds=10)


def sandbox_settings(settings: Settings) -> Settings:
    """The same settings without connections, on folders and a SQLite database of the sandbox's own.

    A real office's database never sees the invented people, and they never see its documents.
    """
    data_folder = settings.data_folder / FOLDER
    office = settings.office.model_copy(update={"data_folder": data_folder})
    sources = settings.sources.model_copy(update={"folder": data_folder / WATCHED})
    database = settings.database.model_copy(update={"url": ""})
    return settings.model_copy(
        update={"office": office, "database": database, "sources": sources, "connections": {}}
    )


def reached_at(settings: Settings, *, host: str, port: int) -> Settings:
    """The same settings with this address in members' links: the web inbox lies beside the sandbox's page."""
    name = f"[{host}]" if ":" in host else host
    web = settings.web.model_copy(update={"public_url": f"http://{name}:{port}"})
    return settings.model_copy(update={"web": web})


@dataclass
class SandboxPlug:
    """The web connection of the sandbox, and what its page needs.

    Args:
        office: the sandbox's.
        connection_id: the web connection.
        channel: its channel.
        handle: its door.
        is_short: the story that it tells is the short one.
    """

    office: Office
    connection_id: int
    channel: WebChannel
    handle: Handle
    is_short: bool

    @property
    def plugged(self) -> Plugged:
        """As the runtime serves it."""
        # Any chat can be shown in Zalo's manner at any time.
        return Plugged(self.connection_id, self.channel, numbered=True)

    async def begin(self, runtime: Runtime) -> None:
        """Found the sample and tell its story, unless a visitor has been here before."""
        if not await is_founded(self.office):
            ids = await self.office.database.transaction(partial(found_sample, office=self.office))
            await self._tell(runtime, ids)

    async def start_over(self, runtime: Runtime) -> None:
        """Empty every table, and begin as on the first day."""
        founded: list[SampleIds] = []
        await start_over(
            self.office, lambda connection: founded.append(found_sample(connection, self.office))
        )
        await self._tell(runtime, founded[0])

    async def _tell(self, runtime: Runtime, ids: SampleIds) -> None:
        folder = self.office.settings.data_folder / WATCHED
        knock, settled = partial(_knock, runtime), partial(_settle, runtime)
        await tell(Stage(self.office, ids, knock, settled, folder), is_short=self.is_short)

    def app(self, runtime: Runtime) -> ASGIApp:
        """The page."""

        async def take_one(received: Received) -> None:
            await take(self.office, self.connection_id, [received])

        return sandbox_app(
            SandboxHouse(
                office=self.office,
                connection_id=self.connection_id,
                channel=self.channel,
                take=take_one,
                settled=partial(_settle, runtime),
                knock=runtime.schedule.knock,
                start_over=partial(self.start_over, runtime),
                menu=menu_of,
            ),
            *personal_routes(self.office),
            *joining_routes(self.office),
            *inbox_routes(
                InboxHouse(
                    office=self.office,
                    connection_id=self.connection_id,
                    channel=self.channel,
                    take=take_one,
                    menu=menu_of,
                    behind_guard=True,
                )
            ),
        )


async def sandbox_plug(office: Office, *, is_short: bool) -> SandboxPlug:
    """The web connection of this sandbox."""
    connection_id, channel = await web_line(office)
    return SandboxPlug(office, connection_id, channel, WebDoor(office).handle, is_short)


async def _knock(runtime: Runtime) -> None:
    await runtime.schedule.knock()
    await runtime.intake.settled()


async def _settle(runtime: Runtime) -> None:
    await runtime.settled(within=_SETTLES_WITHIN)


def menu_of(caller: Caller) -> list[tuple[str, str]]:
    """What the caller finds in their menu: each (name without slash, help line)."""
    return [(command.name, command.help) for command in commands_for(caller)]
