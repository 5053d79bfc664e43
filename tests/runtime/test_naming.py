"""Learning the bot's name."""

from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta

from bot.channels.contract import Health
from bot.office import Office
from bot.runtime.naming import learn_account
from storage import tables
from storage.channels import connections
from tests.cast import Cast
from tests.delivery.scripted import ScriptedChannel
from tests.organisation.joined import do, rows

AWAY = Health(reachable=False, name="", detail="not_connected")
THERE = Health(reachable=True, name="@van_phong_bot", detail="Văn phòng")


@dataclass
class Named(ScriptedChannel):
    """Answers getMe as a script says, and keeps what the office knew when it was asked."""

    healths: deque[Health] = field(default_factory=deque)
    office: Office | None = None
    known: list[str] = field(default_factory=list)

    async def check(self) -> Health:
        if self.office is not None:
            self.known.append((await rows(self.office, tables.connections))[0]["account"])
        return self.healths.popleft()


async def test_the_name_is_kept_without_the_at_sign(office: Office, cast: Cast) -> None:
    await learn_account(office, Named(healths=deque([THERE])), cast.connection_id)
    (row,) = await rows(office, tables.connections)
    assert row["account"] == "van_phong_bot"


async def test_while_the_platform_is_away_it_is_asked_again_and_the_old_name_holds(
    office: Office, cast: Cast
) -> None:
    await do(office, lambda connection: connections.note_account(connection, cast.connection_id, "old_name"))
    channel = Named(healths=deque([AWAY, AWAY, THERE]), office=office)
    await learn_account(office, channel, cast.connection_id, again_after=timedelta())
    assert channel.known == ["old_name"] * 3
    assert (await rows(office, tables.connections))[0]["account"] == "van_phong_bot"
