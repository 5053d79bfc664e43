"""The web server: one socket, opened before anything else so that a busy port is told in one line."""

import errno
import socket
from collections.abc import Generator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.errors import SettingsError
from bot.settings import Settings

_BACKLOG = 100


def listen(settings: Settings) -> socket.socket:
    """The listening socket of `web.host` and `web.port`.

    Raises:
        SettingsError: the port is taken, or the host is not this machine's.
    """
    web = settings.web
    family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((web.host, web.port))
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise SettingsError(_sentence(settings, error)) from None
    return listening


def _sentence(settings: Settings, error: OSError) -> str:
    web = settings.web
    if error.errno == errno.EADDRINUSE:
        return (
            f"web.port: {web.port} is taken by another program; "
            f"stop it, or choose another: LOA_WEB__PORT={web.port + 1}"
        )
    return f"web.host: {web.host}:{web.port}: {error.strerror}"


class Server(uvicorn.Server):
    """uvicorn beside the rest of Loa: signals are caught by `serve`, which stops all in order."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leave the signals alone."""
        yield


def web_server(app: ASGIApp) -> Server:
    """A server for the app; logs go the way of all others, and no line is written per request."""
    return Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            # Anybody can write X-Forwarded-For: who slows down guessing goes by the socket alone.
            proxy_headers=False,
            timeout_graceful_shutdown=3,
        )
    )
