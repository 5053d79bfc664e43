"""What the page of the sandbox needs of the house it looks into."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.access import Caller
from bot.channels.contract import Received
from bot.channels.web import WebChannel
from bot.office import Office


@dataclass(frozen=True)
class SandboxHouse:
    """A running sandbox.

    Args:
        office: the sample organisation.
        connection_id: the web connection, on which its people have their conversations.
        channel: its channel; the page takes from it the lines that answer presses.
        take: stores what a person said in the inbox (the secrecy gate stands in it).
        settled: waits until nothing is waiting, being handled or can be sent now; the page waits for
            it at most ten seconds.
        knock: lets every rule with a due time run now.
        start_over: empties the tables and founds the sample again (`bot.sandbox.starting_over`).
        menu: the commands of a caller, each (name without slash, help line).
    """

    office: Office
    connection_id: int
    channel: WebChannel
    take: Callable[[Received], Awaitable[None]]
    settled: Callable[[], Awaitable[None]]
    knock: Callable[[], Awaitable[None]]
    start_over: Callable[[], Awaitable[None]]
    menu: Callable[[Caller], Sequence[tuple[str, str]]]
