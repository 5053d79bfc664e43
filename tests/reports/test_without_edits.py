"""Leaders whose messenger edits nothing: no alarm at the beginning, one message a working day after that."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.delivery.composing import Skip
from bot.messages.acts import Act
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.reports.composers import compose_progress
from bot.reports.progress import progress
from bot.reports.progress_telling import tell_progress
from bot.settings import Connection as ConnectionSettings
from storage import tables
from storage.delivery.claims import Claimed
from storage.states import DeliveryState, Platform, Purpose, Reason
from tests.acknowledgement.story import cards_stand, change, composed, owed, published, rows
from tests.cast import START, Cast, clock_of
from tests.commands.saying import buttons

THURSDAY = START.replace(day=26, hour=8, minute=30)


@pytest.fixture
async def on_zalo(office: Office, cast: Cast) -> Cast:
    """Everybody stands where nothing can be edited."""
    await change(office, tables.connections, cast.connection_id, platform=Platform.ZALO)
    return cast


async def rests(office: Office) -> None:
    """The sender takes the cards that are queued for leaders, and finds that they would never be edited."""
    for row in await owed(office, Purpose.PROGRESS):
        if row.publication_id is not None:
            assert await composed(office, compose_progress, row) == Skip(Reason.NO_EDITS)
            await change(
                office, tables.deliveries, row.id, state=DeliveryState.SKIPPED, reason=Reason.NO_EDITS
            )


async def joint(office: Office, cast: Cast, given: str) -> list[Claimed]:
    """The messages that wait to be sent to this leader, of all publications."""
    return [
        one
        for one in await owed(office, Purpose.PROGRESS)
        if one.publication_id is None and one.member_id == cast[given]
    ]


async def said(office: Office, row: Claimed) -> list[str]:
    message = await composed(office, compose_progress, row)
    assert not isinstance(message, Skip), message
    return [*visible_text(message).splitlines(), *(one.label for one in buttons(message))]


async def goes_out(office: Office, row: Claimed) -> None:
    await change(office, tables.deliveries, row.id, state=DeliveryState.SENT, message_id="m1")


async def test_nothing_alarms_at_publication_and_the_day_before_all_are_in_one_message(
    office: Office, on_zalo: Cast
) -> None:
    first = await published(office, on_zalo)
    await published(office, on_zalo, number="77-KH/ĐU")
    await rests(office)
    assert await tell_progress(office) == 0

    clock_of(office).forward(hours=2)
    # Hòa, Sơn, Yến, Đức, Thuận, Minh and Lan: each one message, however many publications.
    assert await tell_progress(office) == 7
    (told,) = await joint(office, on_zalo, "Hòa")
    assert await said(office, told) == [
        "TIẾN ĐỘ · thứ Hai, 23/11 (đã xác nhận/phải xác nhận)",
        "12-KH/ĐU: 0/4",
        "77-KH/ĐU: 0/4",
    ]
    await goes_out(office, told)
    assert await tell_progress(office) == 0

    clock_of(office).set(THURSDAY - timedelta(hours=1))
    await acknowledge(on_zalo.caller("An"), office, publication_id=first)
    assert await tell_progress(office) == 0
    clock_of(office).set(THURSDAY)
    await tell_progress(office)
    (after,) = await joint(office, on_zalo, "Hòa")
    # The other one's figures are as they were told.
    assert (await said(office, after))[1:] == ["12-KH/ĐU: 1/4"]
    # In Chi bộ 2 nothing changed: Monday's message is the only one.
    assert len(await joint(office, on_zalo, "Sơn")) == 1


async def test_while_cards_are_on_their_way_nobody_is_to_be_called_and_the_message_waits(
    office: Office, on_zalo: Cast
) -> None:
    about = await published(office, on_zalo, arrives=False)
    await rests(office)
    text = visible_text(await progress(on_zalo.caller("Hòa"), office, publication_id=about))
    assert "Đang gửi 4" in text
    assert "chưa nhận được tin" not in text
    assert not [
        one
        for one in buttons(await progress(on_zalo.caller("Hòa"), office, publication_id=about))
        if one.act is Act.NEED_CALL
    ]
    clock_of(office).forward(hours=3)
    assert await tell_progress(office) == 0
    await cards_stand(office, about, DeliveryState.SENT)
    await cards_stand(
        office, about, DeliveryState.UNREACHABLE, members=[on_zalo["Mai"]], reason=Reason.BLOCKED
    )
    await tell_progress(office)
    (told,) = await joint(office, on_zalo, "Hòa")
    assert (await said(office, told))[1:] == ["12-KH/ĐU: 0/4, cần gọi 1"]


async def test_the_result_comes_when_the_last_one_has_answered_and_not_twice(
    office: Office, on_zalo: Cast
) -> None:
    about = await published(office, on_zalo)
    await rests(office)
    for given in ("Hòa", "Bình", "Mai", "An"):
        await acknowledge(on_zalo.caller(given), office, publication_id=about)
    await tell_progress(office)
    (told,) = await joint(office, on_zalo, "Hòa")
    assert (await said(office, told))[1:] == ["12-KH/ĐU: 4/4"]
    assert await joint(office, on_zalo, "Sơn") == []
    await goes_out(office, told)
    clock_of(office).set(START.replace(day=30))
    await tell_progress(office)
    assert await joint(office, on_zalo, "Hòa") == []
    (son,) = await joint(office, on_zalo, "Sơn")
    assert (await said(office, son))[1:] == ["12-KH/ĐU: 0/4, cần gọi 1, đã hết hạn"]


async def test_what_did_not_go_out_counts_as_untold(office: Office, on_zalo: Cast) -> None:
    await published(office, on_zalo)
    await rests(office)
    clock_of(office).forward(hours=2)
    await tell_progress(office)
    (lost,) = await joint(office, on_zalo, "Hòa")
    await change(office, tables.deliveries, lost.id, state=DeliveryState.SKIPPED, reason=Reason.QUOTA)
    clock_of(office).set(THURSDAY)
    await tell_progress(office)
    (again,) = await joint(office, on_zalo, "Hòa")
    assert (await said(office, again))[1:] == ["12-KH/ĐU: 0/4"]


@pytest.mark.parametrize(("most", "on_thursday", "on_monday"), [(1, 0, 1), (0, 0, 0)])
async def test_the_office_may_want_the_result_alone_or_nothing(
    office: Office, on_zalo: Cast, most: int, on_thursday: int, on_monday: int
) -> None:
    (line,) = await rows(office, tables.connections, id=on_zalo.connection_id)
    bot = ConnectionSettings.model_validate({"platform": Platform.ZALO, "token": "x" * 30, "progress": most})
    office = replace(office, settings=office.settings.model_copy(update={"connections": {line.name: bot}}))
    await published(office, on_zalo)
    await rests(office)
    told = []
    for moment in (THURSDAY, START.replace(day=30)):
        clock_of(office).set(moment)
        await tell_progress(office)
        told.append(len(await joint(office, on_zalo, "Hòa")))
    assert told == [on_thursday, on_monday]


async def test_where_cards_are_edited_nothing_else_is_sent(office: Office, cast: Cast) -> None:
    await published(office, cast)
    clock_of(office).set(THURSDAY)
    assert await tell_progress(office) == 0
    assert {one.publication_id is None for one in await owed(office, Purpose.PROGRESS)} == {False}
