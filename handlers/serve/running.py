"""`loa run` and `loa sandbox`: everything started in order, stopped in reverse."""

import asyncio
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from functools import partial
from socket import socket

from starlette.applications import Starlette
from starlette.types import ASGIApp

from bot.channels.contract import Received, Unavailable
from bot.inbox.handling import Handle, Handled, Knock
from bot.inbox.intake import take
from bot.logs import get
from bot.messages.links import PATH
from bot.office import Office
from bot.runtime.connecting import TelegramLine, ZaloLine, messenger_line, web_line
from bot.runtime.founding import demand_founded
from bot.runtime.opening import lock_folder, open_office, prepare_folder, upgrade_database
from bot.runtime.receiving import NotReceiving, receive_as_set, receive_in_the_end
from bot.runtime.running import Plugged, Runtime
from bot.settings import Receive, Settings
from handlers.serve.handover import handover
from handlers.serve.lines import ServedLine, serve_line
from handlers.serve.listening import listen, web_server
from handlers.serve.sandbox import menu_of, reached_at, sandbox_plug, sandbox_settings
from handlers.web.door import WebDoor
from handlers.web.inbox.app import inbox_site
from handlers.web.inbox.house import InboxHouse
from handlers.web.joining.app import joining_routes
from handlers.web.personal.app import personal_routes

log = get(__name__)

Say = Callable[[str], object]


async def serve(settings: Settings, *, sandbox: bool, is_short: bool = False, say: Say | None = None) -> None:
    """Serve until SIGINT or SIGTERM.

    Args:
        settings: as read; the sandbox keeps to a folder and a database of its own.
        sandbox: the invented organisation on the local page, without any messenger.
        is_short: of the sandbox: it begins with the short story.
        say: prints what the person at the terminal has to know.

    Raises:
        SettingsError: a port, a folder, the database or a token cannot be used.
        AlreadyRunning: another process serves this data folder.
    """
    say = say or _print
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with AsyncExitStack() as stack:
        if sandbox:
            await _start_sandbox(stack, sandbox_settings(settings), is_short, say)
        else:
            await _start_messengers(stack, settings, say)
        await stop.wait()
        say("Stopping: finishing what is being sent ...")


def _lock(stack: AsyncExitStack, settings: Settings) -> None:
    # Before the port: whoever starts Loa twice should hear that it runs, not to take another port.
    prepare_folder(settings)
    if settings.alone:
        stack.callback(lock_folder(settings).give_back)


async def _open(stack: AsyncExitStack, settings: Settings) -> Office:
    await asyncio.to_thread(upgrade_database, settings)
    office = await open_office(settings)
    stack.push_async_callback(office.database.close)
    return office


async def _start_sandbox(stack: AsyncExitStack, settings: Settings, is_short: bool, say: Say) -> None:
    _lock(stack, settings)
    listening = stack.enter_context(listen(settings))
    host, port = listening.getsockname()[:2]
    office = await _open(stack, reached_at(settings, host=host, port=port))
    plug = await sandbox_plug(office, is_short=is_short)
    runtime = await _run(stack, office, {plug.connection_id: plug.plugged}, plug.handle)
    await plug.begin(runtime)
    await _serve_web(stack, plug.app(runtime), listening)
    say(f"Loa sandbox: http://{host}:{port}/")
    say(f"Data folder: {settings.data_folder}")
    say("Stop with Ctrl+C.")


async def _start_messengers(stack: AsyncExitStack, settings: Settings, say: Say) -> None:
    _lock(stack, settings)
    webhooks = any(one.receive is Receive.WEBHOOK for one in settings.connections.values())
    has_inbox = bool(settings.web.public_url)
    listening = stack.enter_context(listen(settings)) if webhooks or has_inbox else None
    office = await _open(stack, settings)
    await demand_founded(office)
    lines = [
        await stack.enter_async_context(messenger_line(office, name, one))
        for name, one in settings.connections.items()
    ]
    served = [serve_line(office, line) for line in lines]
    doors = {one.plugged.connection_id: one.handle for one in served}
    plugged = {one.plugged.connection_id: one.plugged for one in served}
    routes = [one.webhook for one in served if one.webhook is not None]
    site: ASGIApp = Starlette(routes=routes)
    if has_inbox:
        inbox = await _inbox(office)
        doors[inbox.connection_id] = WebDoor(office).handle
        plugged[inbox.connection_id] = Plugged(inbox.connection_id, inbox.channel)
        site = inbox_site(inbox, *personal_routes(office), *joining_routes(office), *routes)
    if listening is not None:
        await _serve_web(stack, site, listening)
    receiving = (_receiving(office, line, one) for line, one in zip(lines, served, strict=True))
    # All at once: of several that are away, none waits for the others.
    for received in await asyncio.gather(*receiving):
        plugged[received.connection_id] = received
    await _run(stack, office, plugged, _by_connection(doors))
    say(f"Loa serves {', '.join([line.name for line in lines] + (['the web inbox'] if has_inbox else []))}.")
    if has_inbox:
        say(f"Web inbox: {settings.web.public_url}{PATH}/")
    say(f"Data folder: {settings.data_folder}")
    say("Stop with Ctrl+C.")


async def _receiving(office: Office, line: TelegramLine | ZaloLine, served: ServedLine) -> Plugged:
    """As it receives now, or with what goes on trying: one messenger in trouble stops no other."""
    plugged = served.plugged
    try:
        await receive_as_set(office, line, path=served.path)
    except (Unavailable, NotReceiving) as trouble:
        trying = partial(receive_in_the_end, office, line, trouble, path=served.path)
        return replace(plugged, beside=(*plugged.beside, trying))
    return plugged


async def _inbox(office: Office) -> InboxHouse:
    connection_id, channel = await web_line(office)

    async def take_one(received: Received) -> None:
        await take(office, connection_id, [received])

    return InboxHouse(office, connection_id, channel, take_one, menu_of)


async def _serve_web(stack: AsyncExitStack, app: ASGIApp, listening: socket) -> None:
    server = web_server(app)
    serving = asyncio.create_task(server.serve([listening]), name="web server")

    async def stop() -> None:
        server.should_exit = True
        await serving

    stack.push_async_callback(stop)


async def _run(stack: AsyncExitStack, office: Office, plugged: dict[int, Plugged], handle: Handle) -> Runtime:
    runtime = Runtime(office, plugged, handle, alone=office.settings.alone)
    await runtime.start()
    stack.push_async_callback(runtime.stop)
    await stack.enter_async_context(handover(office))
    return runtime


def _by_connection(doors: Mapping[int, Handle]) -> Handle:
    async def handle(knock: Knock) -> Handled:
        return await doors[knock.connection_id](knock)

    return handle


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
