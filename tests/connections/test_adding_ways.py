"""One's own code leads to a bot where one is not yet; bots are named as people know them."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from bot.access import Caller, Door
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.organisation.connections.spreading import Place, connection_for
from bot.organisation.joining import six_digits
from handlers.commands.dispatch import _member_reply
from handlers.commands.joining.six_digits import for_oneself
from handlers.commands.own.addresses import add
from handlers.conversation import Incoming
from storage import tables
from storage.channels import connections
from storage.database import Connection
from tests.commands.saying import presses, read, says
from tests.connections.bots import Bots

_FIRST, _SECOND = "https://zalo.example/first", "https://zalo.example/second"


async def there(bots: Bots, given: str, bot: str) -> Caller:
    """The member, who writes from that bot."""
    address_id = await bots.joined(given, bot)
    return replace(bots.cast.caller(given), door=Door.ZALO, address_id=address_id)


async def codes(bots: Bots, caller: Caller) -> tuple[str, str]:
    """What the member reads who asks for a code for another messenger, and for six digits."""
    long = await add(bots.office, presses(caller, Button("+", Act.ADDRESS_ADD)))
    short = await for_oneself(bots.office, presses(caller, Button("6", Act.OWN_SIX_DIGITS)))
    return read(long), read(short)


async def test_ones_own_code_leads_to_a_bot_where_one_is_not_yet(bots: Bots) -> None:
    # The bot they write in has more room than the other.
    await bots.wrote("second", 3)
    binh = await there(bots, "Bình", "first")
    for said in await codes(bots, binh):
        assert _SECOND in said
        assert _FIRST not in said

    def kept(connection: Connection) -> set[int]:
        return set(connection.execute(sa.select(tables.invitations.c.connection_id)).scalars())

    assert await bots.do(kept) == {bots.ids["second"]}


async def test_the_page_of_ones_own_code_leads_there_too(bots: Bots) -> None:
    binh = await there(bots, "Bình", "first")
    long, _ = await codes(bots, binh)
    code = long.split("gõ mã: ")[1].split()[0]
    made = await six_digits.for_invitation(bots.office, code=code)
    assert made.place is not None
    assert made.place.name == "second"


async def test_who_is_on_each_bot_reads_which_other_messengers_there_are(bots: Bots) -> None:
    await there(bots, "Bình", "second")
    binh = await there(bots, "Bình", "first")
    for said in await codes(bots, binh):
        assert "zalo.example" not in said
        assert "Văn phòng còn có trên: Telegram." in said


async def test_who_is_everywhere_reads_of_no_other_messenger(bots: Bots) -> None:
    for bot in ("second", "tele"):
        await there(bots, "Bình", bot)
    binh = await there(bots, "Bình", "first")
    for said in await codes(bots, binh):
        assert "zalo.example" not in said
        assert "còn có" not in said


@pytest.mark.parametrize("short", [False, True])
async def test_a_member_who_types_their_code_where_they_are_is_told_where_to_type_it(
    bots: Bots, short: bool
) -> None:
    binh = await there(bots, "Bình", "first")
    long, digits = await codes(bots, binh)
    code = digits.split("Mã: ")[1].split("\n")[0] if short else long.split("gõ mã: ")[1].split()[0]
    said = await typed(bots, binh, code)
    assert "đã nhận tin ở đây rồi" in said
    assert _SECOND in said
    if not short:
        assert _SECOND in await typed(bots, binh, f"/start {code}")


async def test_a_member_who_types_the_code_of_somebody_else_learns_nothing(bots: Bots) -> None:
    mai = await there(bots, "Mai", "first")
    _, digits = await codes(bots, mai)
    binh = await there(bots, "Bình", "first")
    of_mai = await typed(bots, binh, digits.split("Mã: ")[1].split("\n")[0])
    assert of_mai == await typed(bots, binh, "000 001")


async def typed(bots: Bots, caller: Caller, text: str) -> str:
    incoming: Incoming = says(caller, text)
    return read(await _member_reply(bots.office, incoming, incoming.content))


# ---- what a bot is called


async def place(bots: Bots, account: str, **settings: str) -> Place:
    def body(connection: Connection) -> Place | None:
        for number in (bots.ids["first"], bots.ids["second"]):
            connections.note_account(connection, number, account)
        office = bots.with_settings(**settings).office
        return connection_for(connection, office, bots.cast["Bình"])

    found = await bots.do(body)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("account", "settings", "called"),
    [
        ("bot.dc229287e", {"called": "Bot Đảng ủy"}, "Bot Đảng ủy"),
        ("Bot Văn phòng", {}, "Bot Văn phòng"),
        ("bot.dc229287e", {}, ""),
        # Nothing else is known of it.
        ("bot.dc229287e", {"link": ""}, "bot.dc229287e"),
    ],
)
async def test_a_bot_is_named_as_people_find_it(
    bots: Bots, account: str, settings: dict[str, str], called: str
) -> None:
    assert (await place(bots, account, **settings)).called == called
