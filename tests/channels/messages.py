"""What the tests of channels send."""

from datetime import timedelta

from bot.channels.telegram import TelegramChannel
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Folded, Line, Message
from tests.standins.telegram import TelegramServer

NOW = timedelta(0)
UPDATES = frozenset({"getupdates"})
CARD = Message(
    blocks=(
        Bold("VĂN BẢN CHỈ ĐẠO"),
        Folded("Ý chính", "Đọc kế hoạch"),
        Buttons(rows=((Button("✅ Đã nắm", Act.ACKNOWLEDGE, subject=12, token="tok"),),)),
    ),
    protected=True,
)


def line(text: str) -> Message:
    return Message(blocks=(Line(text),))


def quick(server: TelegramServer, *, read_after: float = 5, connect_after: float = 5) -> TelegramChannel:
    """A channel that soon loses patience."""
    return TelegramChannel(
        server.token,
        api_url=server.url,
        read_after=timedelta(seconds=read_after),
        connect_after=timedelta(seconds=connect_after),
    )
