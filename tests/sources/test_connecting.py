from typing import Any

import httpcore
import pytest

from bot.sources.connecting import CheckedBackend
from bot.sources.fetched import Unfetched
from storage.states import SourceFault


class Lines(httpcore.AsyncMockBackend):
    """Opens nothing, and remembers where it should have led."""

    def __init__(self, *, dead: frozenset[str] = frozenset()) -> None:
        super().__init__([])
        self.called: list[str] = []
        self._dead = dead

    async def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> httpcore.AsyncNetworkStream:
        self.called.append(f"{host}:{port}")
        if host in self._dead:
            raise httpcore.ConnectTimeout
        return await super().connect_tcp(host, port, *rest, **more)


class Names:
    """Answers differently each time, as a name that is made to lead astray does."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = list(answers)
        self.asked = 0

    async def resolve(self, _host: str, _port: int) -> list[str]:
        self.asked += 1
        return self._answers[min(self.asked, len(self._answers)) - 1]


async def test_the_line_leads_to_the_address_that_was_checked_and_the_name_is_looked_up_once() -> None:
    names, lines = Names(["93.184.215.14"], ["127.0.0.1"]), Lines()
    backend = CheckedBackend(frozenset(), resolve=names.resolve, below=lines)
    await backend.connect_tcp("portal.example", 443)
    assert lines.called == ["93.184.215.14:443"]
    assert names.asked == 1


async def test_a_name_that_leads_into_the_own_network_the_second_time_is_refused_then() -> None:
    names, lines = Names(["93.184.215.14"], ["10.0.0.8"]), Lines()
    backend = CheckedBackend(frozenset(), resolve=names.resolve, below=lines)
    await backend.connect_tcp("portal.example", 443)
    with pytest.raises(Unfetched) as caught:
        await backend.connect_tcp("portal.example", 443)
    assert caught.value.fault is SourceFault.PRIVATE_ADDRESS
    assert lines.called == ["93.184.215.14:443"]


async def test_the_next_address_is_tried_where_the_first_does_not_answer() -> None:
    names, lines = Names(["2606:2800:21f::1", "93.184.215.14"]), Lines(dead=frozenset({"2606:2800:21f::1"}))
    backend = CheckedBackend(frozenset(), resolve=names.resolve, below=lines)
    await backend.connect_tcp("portal.example", 443)
    assert lines.called == ["2606:2800:21f::1:443", "93.184.215.14:443"]


async def test_an_address_that_does_not_answer_is_tried_once() -> None:
    names, lines = Names(["93.184.215.14"]), Lines(dead=frozenset({"93.184.215.14"}))
    backend = CheckedBackend(frozenset(), resolve=names.resolve, below=lines)
    with pytest.raises(httpcore.ConnectTimeout):
        await backend.connect_tcp("portal.example", 443)
    assert lines.called == ["93.184.215.14:443"]


async def test_a_host_is_allowed_with_its_port_only() -> None:
    lines = Lines()
    backend = CheckedBackend(
        frozenset({"noi-bo.example:8080"}), resolve=Names(["10.0.0.8"]).resolve, below=lines
    )
    await backend.connect_tcp("noi-bo.example", 8080)
    with pytest.raises(Unfetched):
        await backend.connect_tcp("noi-bo.example", 80)
    assert lines.called == ["10.0.0.8:8080"]
