"""A strict and odd stand-in for the Zalo Bot Platform, over real HTTP on the loopback.

    async with ZaloServer(token="1:x", switches=Switches(wrapped=True)) as server:
        binh = server.person("Bình", "6ede9afa66b88fe6d6a9")
        binh.says("123456")
        card = await binh.receives("Số 12")
        binh.says("27")
        await binh.receives("Đã ghi", newer_than=card)

`BEHAVIOURS` says how sure each of its oddities is; `others()` names every other value of every doubt,
for a test that runs under each. It also runs as a process: `python -m tests.standins.zalo --help`.
"""

from tests.standins.zalo.behaviours import BEHAVIOURS, Behaviour, Strength, others
from tests.standins.zalo.chats import Accepted, Shown
from tests.standins.zalo.faults import Fault
from tests.standins.zalo.people import Group, Person
from tests.standins.zalo.server import ZaloServer
from tests.standins.zalo.switches import FREE, Limits, Switches
from tests.standins.zalo.webhook import Pushed

__all__ = [
    "BEHAVIOURS",
    "FREE",
    "Accepted",
    "Behaviour",
    "Fault",
    "Group",
    "Limits",
    "Person",
    "Pushed",
    "Shown",
    "Strength",
    "Switches",
    "ZaloServer",
    "others",
]
