"""A strict stand-in for Telegram's Bot API, over real HTTP on the loopback.

    async with TelegramServer(token="1:x") as server:
        binh = server.person("Bình", 1001)
        binh.starts("CODE")
        await binh.receives("Đã nắm")
        binh.presses("Đã nắm")

It also runs as a process of its own, that outlives a killed Loa: `python -m tests.standins.telegram --help`.
"""

from tests.standins.telegram.chats import Chat, ChatState, Shown
from tests.standins.telegram.pace import FREE, Limits
from tests.standins.telegram.people import Group, Person
from tests.standins.telegram.server import TelegramServer

__all__ = ["FREE", "Chat", "ChatState", "Group", "Limits", "Person", "Shown", "TelegramServer"]
