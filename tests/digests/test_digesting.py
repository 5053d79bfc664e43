"""Digests: once a day or a week, merged after missed days, never a burst; and what always comes at once."""

import asyncio
from datetime import time, timedelta

import pytest

from bot.audience import Audience, AudienceKind
from bot.channels.contract import Outcome, OutcomeKind
from bot.chasing.digesting import COMPOSERS, digest_due
from bot.delivery.digest_days import next_daily, next_weekly
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.subscriptions import set_rhythm, unsubscribe
from bot.publication.member.published import member_card
from bot.runtime.rooms import COMPOSERS as ALL
from bot.runtime.rooms import RULES
from bot.settings import Settings
from bot.settings.sections import CalendarSection, DigestsSection
from storage import tables
from storage.database import Connection
from storage.states import AddressState, DeliveryState, MemberKind, Purpose, Reason, Rhythm, Scope, Urgency
from tests.cast import START, Cast, add_address, clock_of, fill, make_office
from tests.commands.saying import buttons
from tests.delivery.scripted import ScriptedChannel
from tests.digests.story import (
    ISSUER,
    OTHER,
    OURS,
    cards_of,
    change,
    digests_at,
    got,
    messages,
    published,
    rows,
    sends,
    wants,
    withdraw,
)

MORNING = (START + timedelta(days=2)).replace(hour=7, minute=30)
"""Wednesday: START is Monday, 08:00, when that day's digests are over, and 24 November is a day off."""
NEXT_MONDAY = MORNING + timedelta(days=5)


async def test_who_wants_a_digest_gets_one_the_next_morning_and_the_others_a_card_now(
    office: Office, cast: Cast
) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await wants(office, cast, "Mai", Rhythm.AT_ONCE)
    await published(office, cast)
    first = await sends(office, cast)
    assert got(first, "Bình") == []
    assert len(got(first, "Mai")) == 1
    assert got(await digests_at(office, cast, MORNING - timedelta(seconds=1)), "Bình") == []

    (digest,) = got(await digests_at(office, cast, MORNING), "Bình")
    assert digest.splitlines()[:3] == [
        "TIN TỔNG HỢP · để biết",
        "Đồng chí Bình có 1 tin mới, không cần xác nhận:",
        "1. Số 1-TB/ĐU: Kết quả hội nghị tháng 11 (thứ Hai, 23/11)",
    ]
    assert await cards_of(office, cast, "Bình") == []


async def test_the_digest_has_a_key_of_its_day_and_looking_again_makes_no_second_one(
    office: Office, cast: Cast
) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await published(office, cast)
    clock_of(office).set(MORNING)
    assert sum(await asyncio.gather(*(digest_due(office) for _ in range(3)))) == 1
    assert await digest_due(office) == 0
    (row,) = await rows(office, tables.deliveries, purpose=Purpose.DIGEST)
    assert row.once_key == f"digest:m{cast['Bình']}:2026-11-25"
    assert (row.repeat, row.rank, row.lane) == ("never", 2, "broadcast")
    # It went out; what comes in the same day waits for the next.
    await sends(office, cast)
    clock_of(office).forward(minutes=1)
    await published(office, cast, number="2-TB/ĐU")
    assert await digest_due(office) == 0


async def test_several_make_one_message_each_with_a_button_and_eight_at_most(
    office: Office, cast: Cast
) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    about = [await published(office, cast, number=f"{number}-TB/ĐU") for number in range(1, 11)]
    (message,) = messages(await digests_at(office, cast, MORNING), "Bình")
    opening = [one for one in buttons(message) if one.act is Act.OPEN_CARD]
    assert [(one.subject, one.label) for one in opening] == [
        (publication_id, f"Mở số {place}") for place, publication_id in enumerate(about[:8], start=1)
    ]
    shown = visible_text(message)
    assert "có 10 tin mới" in shown
    assert "8. Số 8-TB/ĐU" in shown
    assert "Số 9-TB/ĐU" not in shown
    assert "Còn 2 tin nữa: gõ /vanban để xem." in shown


async def test_the_weekly_digest_waits_for_monday_or_the_first_working_day_after_it(
    office: Office, cast: Cast
) -> None:
    await wants(office, cast, "Bình", Rhythm.WEEKLY)
    await published(office, cast)
    for days in range(5):
        assert got(await digests_at(office, cast, MORNING + timedelta(days=days)), "Bình") == []
    assert len(got(await digests_at(office, cast, NEXT_MONDAY), "Bình")) == 1


async def test_a_free_monday_puts_the_weekly_digest_off_to_tuesday(prepared_url: str) -> None:
    calendar = CalendarSection(free=frozenset({NEXT_MONDAY.date()}))
    office = make_office(prepared_url, settings=Settings(calendar=calendar))
    try:
        cast = await office.database.transaction(fill)
        await wants(office, cast, "Bình", Rhythm.WEEKLY)
        await published(office, cast)
        assert next_weekly(office) == NEXT_MONDAY.date() + timedelta(days=1)
        assert got(await digests_at(office, cast, NEXT_MONDAY), "Bình") == []
        tuesday = NEXT_MONDAY + timedelta(days=1)
        assert len(got(await digests_at(office, cast, tuesday), "Bình")) == 1
    finally:
        await office.database.close()


async def test_on_friday_evening_the_next_daily_digest_is_mondays(office: Office, cast: Cast) -> None:
    friday = START + timedelta(days=4, hours=10)
    clock_of(office).set(friday)
    assert next_daily(office) == NEXT_MONDAY.date()
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await published(office, cast)
    saturday = friday + timedelta(days=1)
    assert got(await digests_at(office, cast, saturday.replace(hour=9)), "Bình") == []
    assert len(got(await digests_at(office, cast, NEXT_MONDAY), "Bình")) == 1


async def test_missed_days_are_merged_into_one_digest(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    for days in range(3):
        clock_of(office).set(START + timedelta(days=days))
        await published(office, cast, number=f"{days + 1}-TB/ĐU")
    # Loa stood still until Thursday afternoon.
    thursday = START + timedelta(days=3, hours=7)
    (digest,) = got(await digests_at(office, cast, thursday), "Bình")
    assert [f"Số {number}-TB/ĐU" in digest for number in (1, 2, 3)] == [True] * 3
    assert got(await digests_at(office, cast, thursday + timedelta(hours=1)), "Bình") == []


async def test_a_digest_that_still_waits_takes_the_next_days_along(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await published(office, cast)
    clock_of(office).set(MORNING)
    await digest_due(office)
    # The line is down for a day: nothing is sent.
    await published(office, cast, number="2-TB/ĐU")
    clock_of(office).set(MORNING + timedelta(days=1))
    assert await digest_due(office) == 0
    (digest,) = got(await sends(office, cast), "Bình")
    assert "Số 1-TB/ĐU" in digest
    assert "Số 2-TB/ĐU" in digest
    # It was made today's: no second one comes, not even to who asks for what waits.
    clock_of(office).forward(hours=1)
    await published(office, cast, number="3-TB/ĐU")
    assert await digest_due(office) == 0
    binh, topic_id = cast.caller("Bình"), cast.topics[OURS]
    done = await set_rhythm(binh, office, topic_id=topic_id, rhythm=Rhythm.AT_ONCE)
    assert (done.waiting, done.goes_at) == (1, MORNING + timedelta(days=2))


async def test_nothing_is_gathered_outside_sending_hours(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await published(office, cast)
    clock_of(office).set(MORNING.replace(hour=20))
    assert await digest_due(office) == 0
    clock_of(office).set(MORNING + timedelta(days=1))
    assert await digest_due(office) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"asks": True},
        {"urgency": Urgency.URGENT},
        {"urgency": Urgency.IMMEDIATE},
        {"audience": Audience(AudienceKind.EVERYONE)},
    ],
)
async def test_what_asks_is_urgent_or_does_not_come_by_topic_never_waits(
    office: Office, cast: Cast, more: dict[str, object]
) -> None:
    await wants(office, cast, "Bình", Rhythm.WEEKLY)
    await published(office, cast, **more)  # type: ignore[arg-type]
    assert len(await cards_of(office, cast, "Bình")) == 1
    assert await rows(office, tables.digest_items) == []


async def test_neither_the_issuer_nor_who_is_on_paper_nor_who_has_no_address_has_anything_put_by(
    office: Office, cast: Cast
) -> None:
    await change(office, tables.topics, cast.topics[OTHER], rhythm=Rhythm.DAILY)
    await change(office, tables.members, cast["Mai"], on_paper=True)
    await change(office, tables.members, cast["An"], kind=MemberKind.CANDIDATE)
    await published(office, cast, topic=OTHER)
    put_by = {row.member_id for row in await rows(office, tables.digest_items)}
    assert put_by == cast.everyone - {cast[given] for given in (ISSUER, "Mai", "An", "Tâm")}


async def test_what_was_withdrawn_or_left_meanwhile_is_not_in_it(office: Office, cast: Cast) -> None:
    for topic in (OURS, OTHER):
        await wants(office, cast, "Bình", Rhythm.DAILY, topic=topic)
    gone = await published(office, cast, number="1-TB/ĐU")
    await published(office, cast, number="2-TB/ĐU")
    await published(office, cast, number="3-TB/ĐU", topic=OTHER)
    await withdraw(office, gone)
    await unsubscribe(cast.caller("Bình"), office, topic_id=cast.topics[OTHER])
    (digest,) = got(await digests_at(office, cast, MORNING), "Bình")
    assert "Số 2-TB/ĐU" in digest
    assert "Số 1-TB/ĐU" not in digest
    assert "Số 3-TB/ĐU" not in digest


async def test_a_digest_with_nothing_left_in_it_is_not_sent(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await withdraw(office, await published(office, cast))
    assert got(await digests_at(office, cast, MORNING), "Bình") == []
    (row,) = await rows(office, tables.deliveries, purpose=Purpose.DIGEST)
    assert (row.state, row.reason) == (DeliveryState.SKIPPED, Reason.CHANGED)


async def test_an_internal_one_makes_the_digest_protected(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await published(office, cast, scope=Scope.INTERNAL)
    (message,) = messages(await digests_at(office, cast, MORNING), "Bình")
    assert message.protected


async def test_going_back_to_at_once_brings_what_waits_now(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.WEEKLY)
    await published(office, cast)
    done = await set_rhythm(cast.caller("Bình"), office, topic_id=cast.topics[OURS], rhythm=Rhythm.AT_ONCE)
    assert (done.waiting, done.goes_at) == (1, None)
    # As an answer to a press: at any hour.
    clock_of(office).set(START.replace(hour=21))
    assert len(got(await sends(office, cast), "Bình")) == 1
    await published(office, cast, number="2-TB/ĐU")
    assert len(await cards_of(office, cast, "Bình")) == 1


async def test_after_todays_digest_what_waits_comes_with_the_next_one(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await published(office, cast)
    await digests_at(office, cast, MORNING)
    await published(office, cast, number="2-TB/ĐU")
    done = await set_rhythm(cast.caller("Bình"), office, topic_id=cast.topics[OURS], rhythm=Rhythm.AT_ONCE)
    thursday = MORNING + timedelta(days=1)
    assert (done.waiting, done.goes_at) == (1, thursday)
    assert got(await sends(office, cast), "Bình") == []
    assert len(got(await digests_at(office, cast, thursday), "Bình")) == 1


async def test_from_weekly_to_daily_what_waits_comes_tomorrow(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.WEEKLY)
    await wants(office, cast, "Bình", Rhythm.WEEKLY, topic=OTHER)
    await published(office, cast)
    await published(office, cast, topic=OTHER, number="2-TB/ĐU")
    await set_rhythm(cast.caller("Bình"), office, topic_id=cast.topics[OURS], rhythm=Rhythm.DAILY)
    (digest,) = got(await digests_at(office, cast, MORNING), "Bình")
    assert "Số 1-TB/ĐU" in digest
    # The other topic keeps its week.
    assert "Số 2-TB/ĐU" not in digest
    (weekly,) = got(await digests_at(office, cast, NEXT_MONDAY), "Bình")
    assert "Số 2-TB/ĐU" in weekly


async def test_what_reached_nobody_waits_until_they_can_be_reached_again(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await published(office, cast)
    clock_of(office).set(MORNING)
    await digest_due(office)
    blocked = ScriptedChannel()
    blocked.script.extend([Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED)] * 20)
    await sends(office, cast, blocked)
    clock_of(office).set(MORNING + timedelta(days=1))
    assert await digest_due(office) == 0
    await change(office, tables.addresses, cast.addresses["Bình"], state=AddressState.ACTIVE)
    assert await digest_due(office) == 1
    (digest,) = got(await sends(office, cast), "Bình")
    assert "Số 1-TB/ĐU" in digest


async def test_a_card_that_came_in_a_digest_stays_open_to_who_leaves_the_topic(
    office: Office, cast: Cast
) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    about = await published(office, cast)
    binh = cast.caller("Bình")
    for step in (
        digests_at(office, cast, MORNING),
        unsubscribe(binh, office, topic_id=cast.topics[OURS]),
    ):
        await step
    assert visible_text(await member_card(binh, office, publication_id=about))


async def test_who_left_before_the_digest_came_does_not_open_it(office: Office, cast: Cast) -> None:
    await wants(office, cast, "Bình", Rhythm.DAILY)
    about = await published(office, cast)
    await unsubscribe(cast.caller("Bình"), office, topic_id=cast.topics[OURS])
    with pytest.raises(Refused) as refused:
        await member_card(cast.caller("Bình"), office, publication_id=about)
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_a_copy_at_another_address_has_the_same_list(office: Office, cast: Cast) -> None:
    def second(connection: Connection) -> int:
        return add_address(
            connection, cast.connection_id, chat_id="second", member_id=cast["Bình"], preference=1
        )

    await office.database.transaction(second)
    await wants(office, cast, "Bình", Rhythm.DAILY)
    await published(office, cast)
    await sends(office, cast)
    clock_of(office).set(MORNING)
    await digest_due(office)
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED))
    await sends(office, cast, channel)
    assert channel.chats == ["chat-Bình", "second"]
    assert visible_text(channel.sent[0][1]) == visible_text(channel.sent[1][1])


def test_the_hour_of_digests_lies_within_the_sending_hours() -> None:
    with pytest.raises(ValueError, match=r"digests.at: 12:00 lies outside hours.normal"):
        Settings(digests=DigestsSection(at=time(12)))
    fits = Settings(digests=DigestsSection(at=time(14), weekly_on="friday"))
    assert fits.digests.at == time(14)


def test_the_clock_knows_the_rule_and_the_engine_the_composer() -> None:
    assert digest_due in RULES.values()
    assert ALL[Purpose.DIGEST] is COMPOSERS[Purpose.DIGEST]
