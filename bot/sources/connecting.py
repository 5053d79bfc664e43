"""Connections to checked addresses only: a name is looked up once, and what was checked is what is called."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable

import httpcore

from bot.sources.addresses import checked, place_of

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Host and port to IP addresses; raises OSError where there are none."""


async def resolve(host: str, port: int) -> list[str]:
    """Ask the machine's own resolver.

    Raises:
        OSError: there is no such host.
    """
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for _, _, _, _, address in found]


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Stands where the HTTP library opens its lines, so that no request goes round it.

    The library keeps the name for the header Host and for the certificate; only the line leads to the address
    that was checked, so that a name that is looked up anew and leads elsewhere (DNS rebinding) gains nothing.

    Args:
        allow: host:port pairs that may be private.
        resolve: looks names up.
        below: opens lines to addresses.
    """

    def __init__(
        self,
        allow: frozenset[str],
        *,
        resolve: Resolve = resolve,
        below: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        self._allow = allow
        self._resolve = resolve
        self._below = below or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Open a line to the first address behind a name that answers.

        Raises:
            Unfetched: PRIVATE_ADDRESS, or NOT_REACHED for an unknown name.
            httpcore.ConnectError: none of them answered.
        """
        found = await self._resolve(host, port)
        addresses = checked(found, is_allowed=place_of(host, port) in self._allow)
        for at, address in enumerate(addresses, 1):
            try:
                return await self._below.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if at == len(addresses):
                    raise
        raise AssertionError("`checked` returns at least one")
