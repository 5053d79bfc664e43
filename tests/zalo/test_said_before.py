"""What was said before the words that it seems to answer presses nothing, however late it comes."""

import time
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.organisation.joining.inviting import invite
from bot.settings import Receive
from tests.cast import COMMAND_LINE
from tests.flows.zalo_house import ZaloHouse, open_zalo_house
from tests.standins.zalo import FREE, Person, Switches, ZaloServer
from tests.zalo.test_unread_menus import LOOK_AGAIN, approver, published, says

_AGO = 600
_MILLISECONDS = 1000


@pytest.fixture(params=[Receive.POLLING, Receive.WEBHOOK])
async def house(prepared_url: str, request: pytest.FixtureRequest) -> AsyncIterator[ZaloHouse]:
    """Whatever went out when an event is stored counts as read, unless the event is older."""
    async with (
        ZaloServer(limits=FREE) as server,
        open_zalo_house(prepared_url, server, receive=request.param, to_read=timedelta()) as one,
    ):
        yield one


def event(person: Person, text: str, *, number: int, date: object) -> dict[str, Any]:
    said = {
        "from": {"id": person.id, "display_name": person.name, "is_bot": False},
        "chat": {"id": person.id, "chat_type": "PRIVATE"},
        "text": text,
        "message_id": f"event-{number}",
        "date": date,
    }
    return {"event_name": "message.text.received", "message": said}


@pytest.mark.timeout(200)
async def test_what_was_typed_before_the_card_stood_there_publishes_nothing(house: ZaloHouse) -> None:
    minh = await approver(house, "11")
    ago = int(time.time()) - _AGO
    for number, date in enumerate((ago * _MILLISECONDS, ago, str(ago * _MILLISECONDS))):
        before = len(minh.got)
        house.server.pushes(event(minh, "duyệt phát hành", number=number, date=date))
        await house.settles()
        assert [one.says(LOOK_AGAIN) for one in minh.got[before:]] == [True], date
        assert await published(house) == 0
        await says(house, minh, "duyệt")
    # Neither without a date nor by a clock that is ahead is anything older than it is.
    house.server.pushes(event(minh, "duyệt phát hành", number=8, date=(ago + 9 * _AGO) * _MILLISECONDS))
    await house.settles()
    assert await published(house) == 1


@pytest.mark.timeout(200)
async def test_consent_is_not_given_before_its_words_were_sent(house: ZaloHouse) -> None:
    invitation = await invite(COMMAND_LINE, house.office, member_id=house.cast["Bình"])
    binh = house.server.person("Bình")
    await says(house, binh, invitation.code)
    assert binh.sees("gõ đồng ý") is not None
    ago = (int(time.time()) - _AGO) * _MILLISECONDS
    house.server.pushes(event(binh, "đồng ý", number=1, date=ago))
    await house.settles()
    assert binh.sees("Cảm ơn") is None
    assert binh.sees(LOOK_AGAIN) is not None
    await says(house, binh, "đồng ý")
    assert binh.sees("Cảm ơn") is not None


@pytest.mark.timeout(200)
async def test_a_platform_whose_clock_is_behind_is_answered_all_the_same(prepared_url: str) -> None:
    async with (
        ZaloServer(limits=FREE, switches=Switches(clock_behind=3600.0)) as server,
        open_zalo_house(prepared_url, server) as house,
    ):
        minh = await approver(house, "11")
        assert minh.sees(LOOK_AGAIN) is None
        house.server.pushes(
            event(minh, "duyệt phát hành", number=1, date=(int(time.time()) - 3600 - _AGO) * _MILLISECONDS)
        )
        await house.settles()
        assert minh.sees(LOOK_AGAIN) is not None
        await says(house, minh, "duyệt")
        await says(house, minh, "duyệt phát hành")
        assert await published(house) == 1
