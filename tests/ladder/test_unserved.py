"""A bot that the settings name no longer is no way to anybody; under another name it keeps its people."""

from dataclasses import replace
from functools import partial

import pytest

from bot.audience import Audience, AudienceKind
from bot.channels.contract import Health
from bot.errors import SettingsError
from bot.inbox.handling import Handled, Knock
from bot.messages.reply import Reply
from bot.reports.naming import names_to_call
from bot.runtime.renaming import demand_same_name
from bot.runtime.running import Plugged, Runtime
from storage import tables
from storage.audience import audiences
from storage.channels import connections
from storage.database import Connection
from storage.organisation import people
from storage.publication import forecasts
from storage.states import Platform, Purpose, Reason
from tests.acknowledgement.story import published, rows
from tests.delivery.scripted import ScriptedChannel
from tests.ladder.house import TELEGRAM, WEB, ZALO, House

EVERYONE = Audience(AudienceKind.EVERYONE)


async def removed(house: House, name: str) -> None:
    """The settings name it no longer, and Loa starts."""
    settings = house.office.settings
    left = {key: one for key, one in settings.connections.items() if key != name}
    object.__setattr__(house.office, "settings", settings.model_copy(update={"connections": left}))
    await starts(house)


async def starts(house: House) -> None:
    named = house.office.settings.connections
    ids = {number for name, number in house.lines.items() if name in named or name == WEB}
    plugged = {number: Plugged(number, ScriptedChannel()) for number in ids}
    await house.office.database.transaction(
        Runtime(house.office, plugged, nobody, alone=False)._note_unserved
    )


async def nobody(_knock: Knock) -> Handled:
    return Handled(None, Reply())


async def test_who_stands_only_on_a_bot_that_was_taken_out_has_no_address(house: House) -> None:
    await house.only(["Bình"], ZALO)
    await house.reach("Mai", ZALO, TELEGRAM)
    await removed(house, ZALO)
    now = house.office.clock.now()

    def body(connection: Connection) -> None:
        assert people.first_address(connection, house.cast["Bình"]) is None
        assert [one.platform for one in people.addresses_of(connection, house.cast["Mai"])] == [
            Platform.TELEGRAM
        ]
        assert sum(one.reachable for one in audiences.counts(connection, EVERYONE, now=now)) == 1
        found = audiences.unreachable(connection, EVERYONE, now=now, limit=99)
        assert {one.reason for one in found if one.member_id == house.cast["Bình"]} == {Reason.NO_ADDRESS}
        assert house.lines[ZALO] not in forecasts.messages(connection, EVERYONE, now=now, let_off_at=None)

    await house.office.database.read(body)
    about = await published(house.office, house.cast, arrives=False)
    assert await house.cards("Bình") == []
    called = await names_to_call(house.cast.caller("Hòa"), house.office, publication_id=about)
    assert "Nguyễn Văn Bình" in str(called.units)


async def test_admins_hear_once_whom_nothing_reaches_any_more(house: House) -> None:
    await house.only(["Bình", "Mai"], ZALO)
    await house.reach("Dũng", TELEGRAM)
    await removed(house, ZALO)
    await starts(house)
    await house.send(TELEGRAM)
    (text,) = house.got("Dũng", TELEGRAM)
    assert text.startswith("KHÔNG CÒN GỬI TIN QUA Zalo (zalo)\n2 người chỉ có kênh Zalo (zalo)")
    told = await rows(house.office, tables.deliveries, purpose=Purpose.CONNECTION_NEWS)
    assert [row.member_id for row in told] == [house.cast["Dũng"]]


async def test_nobody_hears_of_a_bot_whose_people_have_another_way(house: House) -> None:
    await house.only(["Bình", "Dũng"], ZALO, TELEGRAM)
    await removed(house, ZALO)
    assert await rows(house.office, tables.deliveries, purpose=Purpose.CONNECTION_NEWS) == []


class Named(ScriptedChannel):
    """A bot that the platform calls so."""

    account = "office_bot"

    async def check(self) -> Health:
        return Health(reachable=True, name=f"@{self.account}", detail="")


async def named_anew(house: House, channel: Named, *, account: str = "office_bot") -> None:
    note = partial(connections.note_account, connection_id=house.lines[ZALO], account=account)
    await house.office.database.transaction(note)
    settings = house.office.settings
    zalo = settings.connections[ZALO]
    left = {key: one for key, one in settings.connections.items() if key != ZALO} | {"zalo_vp": zalo}
    office = replace(house.office, settings=settings.model_copy(update={"connections": left}))
    await demand_same_name(office, channel, name="zalo_vp", platform=Platform.ZALO)


async def test_a_bot_under_another_name_is_not_served_and_the_words_say_how_to_go_on(house: House) -> None:
    await house.only(["Bình", "Mai"], ZALO)
    with pytest.raises(SettingsError, match=r"was called zalo .* `loa connections rename zalo zalo_vp`"):
        await named_anew(house, Named())


async def test_another_bot_and_one_without_people_are_served(house: House) -> None:
    await named_anew(house, Named())
    await house.only(["Bình"], ZALO)
    await named_anew(house, Named(), account="another_bot")
