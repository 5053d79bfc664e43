"""One ladder for each member: the next address is tried when nothing comes back."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.acknowledgement.acknowledging import acknowledge, undo
from bot.acknowledgement.asking import ask
from bot.acknowledgement.opening import Through, opened
from bot.chasing.asking_again import remind_now
from bot.chasing.reminding import remind_due
from bot.office import Office
from bot.schedule import Seldom
from bot.settings.sections import LadderSection
from storage import tables
from storage.database import Connection
from storage.privacy import consents
from storage.states import (
    AddressState,
    ConsentPurpose,
    DeliveryState,
    ObligationState,
    PublicationState,
    Purpose,
    Reason,
    Urgency,
)
from tests.acknowledgement.story import DUE_AT, change, obligation, published, rows
from tests.cast import START, clock_of
from tests.ladder.house import TELEGRAM, WEB, ZALO, ZALO_2, House

WEDNESDAY = START.replace(day=25)
"""08:00; the day before is a holiday."""
NEXT_WEEK = DUE_AT + timedelta(days=7)


async def card_out(
    house: House,
    *,
    asks: bool = True,
    urgency: Urgency = Urgency.NORMAL,
    due_at: datetime | None = NEXT_WEEK,
    at: datetime = WEDNESDAY,
) -> int:
    """A card goes to Bình on Telegram; Bình stands on Zalo and the web as well."""
    clock_of(house.office).set(at)
    await house.only(["Bình"], TELEGRAM, ZALO, WEB)
    about = await published(
        house.office, house.cast, asks=asks, urgency=urgency, due_at=due_at, arrives=False
    )
    await house.send()
    assert house.counts("Bình") == {TELEGRAM: 1}
    return about


def at(hour: int, minute: int = 5, *, days: int = 0) -> datetime:
    return WEDNESDAY.replace(hour=hour, minute=minute) + timedelta(days=days)


async def climbs_at(house: House, moment: datetime) -> int:
    clock_of(house.office).set(moment)
    climbed = await house.climbs()
    await house.send()
    return climbed


async def test_after_a_day_without_an_answer_the_card_goes_to_the_next_address(house: House) -> None:
    await card_out(house)
    assert await climbs_at(house, at(7, 55, days=1)) == 0
    assert await climbs_at(house, at(8, days=1)) == 1
    assert house.counts("Bình") == {TELEGRAM: 1, ZALO: 1}
    assert house.got("Bình", ZALO) == house.got("Bình", TELEGRAM)


async def test_one_address_a_time_until_there_is_no_more(house: House) -> None:
    await card_out(house)
    for days, expected in ((1, {TELEGRAM: 1, ZALO: 1}), (2, {TELEGRAM: 1, ZALO: 1, WEB: 1})):
        assert await climbs_at(house, at(9, days=days)) == 1
        assert await climbs_at(house, at(9, 20, days=days)) == 0
        assert house.counts("Bình") == expected
    for days in (5, 6, 7):
        assert await climbs_at(house, at(9, days=days)) == 0


async def test_a_weekend_is_no_time_to_answer(house: House) -> None:
    friday = WEDNESDAY.replace(day=27, hour=16)
    await card_out(house, at=friday)
    assert await climbs_at(house, friday + timedelta(days=2)) == 0
    assert await climbs_at(house, friday + timedelta(days=3, minutes=-5)) == 0
    assert await climbs_at(house, friday + timedelta(days=3, minutes=5)) == 1


async def test_what_is_urgent_waits_two_hours_of_the_day_and_what_is_most_urgent_half_an_hour(
    house: House,
) -> None:
    await card_out(house, urgency=Urgency.URGENT, at=WEDNESDAY.replace(hour=20))
    assert await climbs_at(house, at(22)) == 0
    assert await climbs_at(house, at(6, 55, days=1)) == 0
    assert await climbs_at(house, at(7, 5, days=1)) == 1


async def test_the_most_urgent_climbs_at_night_too(house: House) -> None:
    night = WEDNESDAY.replace(hour=23)
    await card_out(house, urgency=Urgency.IMMEDIATE, at=night)
    assert await climbs_at(house, night + timedelta(minutes=29)) == 0
    assert await climbs_at(house, night + timedelta(minutes=31)) == 1
    assert house.counts("Bình") == {TELEGRAM: 1, ZALO: 1}


async def test_it_stops_at_once_when_there_is_an_answer(house: House) -> None:
    about = await card_out(house)
    await climbs_at(house, at(9, days=1))
    await acknowledge(house.cast.caller("Bình"), house.office, publication_id=about)
    assert await climbs_at(house, at(10, days=2)) == 0
    assert house.counts("Bình") == {TELEGRAM: 1, ZALO: 1}


async def test_both_cards_say_so_after_the_acknowledgement(house: House) -> None:
    about = await card_out(house)
    await climbs_at(house, at(9, days=1))
    await acknowledge(house.cast.caller("Bình"), house.office, publication_id=about)
    await house.send()
    for name in (TELEGRAM, ZALO):
        (edit,) = house.channels[name].edited
        assert edit[0] == f"{name}-Bình"


@pytest.mark.parametrize("asked", [False, True])
async def test_an_answer_or_a_question_skips_what_is_still_queued_elsewhere(
    house: House, *, asked: bool
) -> None:
    about = await card_out(house)
    clock_of(house.office).set(at(9, days=1))
    assert await house.climbs() == 1
    caller = house.cast.caller("Bình")
    if asked:
        await ask(caller, house.office, publication_id=about, text="Nộp ở đâu?")
    else:
        await acknowledge(caller, house.office, publication_id=about)
    assert ("zalo", "skipped") in await house.cards("Bình")
    await house.send()
    assert house.got("Bình", ZALO) == []


async def test_after_an_answered_question_the_address_is_tried_again(house: House) -> None:
    about = await card_out(house)
    clock_of(house.office).set(at(9, days=1))
    await house.climbs()
    await ask(house.cast.caller("Bình"), house.office, publication_id=about, text="Nộp ở đâu?")
    assert await climbs_at(house, at(9, days=2)) == 0
    owes = await obligation(house.office, about, house.cast["Bình"])
    await change(house.office, tables.obligations, owes.id, state=ObligationState.EXPECTED)
    assert await climbs_at(house, at(10, days=5)) == 1
    assert house.counts("Bình") == {TELEGRAM: 1, ZALO: 1}


@pytest.mark.parametrize(
    "state", [ObligationState.READ_ALOUD, ObligationState.EXEMPT, ObligationState.WITHDRAWN]
)
async def test_nothing_climbs_for_whom_it_is_not_asked_any_more(house: House, state: ObligationState) -> None:
    about = await card_out(house)
    owes = await obligation(house.office, about, house.cast["Bình"])
    await change(house.office, tables.obligations, owes.id, state=state)
    assert await climbs_at(house, at(9, days=1)) == 0


@pytest.mark.parametrize("state", [PublicationState.HALTED, PublicationState.WITHDRAWN])
async def test_nothing_climbs_of_what_is_halted_or_withdrawn(house: House, state: PublicationState) -> None:
    about = await card_out(house)
    await change(house.office, tables.publications, about, state=state)
    assert await climbs_at(house, at(9, days=1)) == 0


async def test_nothing_climbs_after_the_due_date_nor_when_it_would_arrive_after_it(house: House) -> None:
    await card_out(house, due_at=at(9, 0, days=1))
    assert await climbs_at(house, at(9, days=1)) == 0


async def test_what_is_queued_when_the_due_date_comes_is_dropped(house: House) -> None:
    await card_out(house, due_at=at(9, 0, days=1))
    clock_of(house.office).set(at(8, days=1))
    assert await house.climbs() == 1
    clock_of(house.office).set(at(9, 1, days=1))
    await house.send()
    assert house.counts("Bình") == {TELEGRAM: 1}


async def test_who_has_more_time_climbs_until_their_own_date(house: House) -> None:
    about = await card_out(house, due_at=at(17, 0))
    owes = await obligation(house.office, about, house.cast["Bình"])
    await change(house.office, tables.obligations, owes.id, due_at=at(17, 0, days=2))
    assert await climbs_at(house, at(9, days=1)) == 1


@pytest.mark.parametrize(("days", "expected"), [(29, 1), (31, 0)])
async def test_without_a_due_date_it_climbs_for_a_month(house: House, days: int, expected: int) -> None:
    await card_out(house, asks=False, urgency=Urgency.URGENT, due_at=None)
    assert await climbs_at(house, at(9, days=days)) == expected


async def test_nobody_on_paper_is_written_to(house: House) -> None:
    await card_out(house)
    await change(house.office, tables.members, house.cast["Bình"], on_paper=True)
    assert await climbs_at(house, at(9, days=1)) == 0


@pytest.mark.parametrize(
    "withheld", [ConsentPurpose.NOTICES, ConsentPurpose.REMINDERS, ConsentPurpose.ACKNOWLEDGEMENT]
)
async def test_nobody_is_written_to_again_without_having_agreed_to_it(
    house: House, withheld: ConsentPurpose
) -> None:
    await card_out(house)

    def body(connection: Connection) -> None:
        consents.record_consents(
            connection,
            member_id=house.cast["Bình"],
            purposes=set(ConsentPurpose) - {withheld},
            text_version="1",
            address_id=house.cast.addresses["Bình"],
            now=START,
        )

    await house.office.database.transaction(body)
    assert await climbs_at(house, at(9, days=1)) == 0


async def test_a_rung_counts_among_the_reminders_of_a_day(house: House) -> None:
    about = await card_out(house)
    minh = house.cast.caller("Minh")
    clock_of(house.office).set(at(7, days=1))
    for minute in (5, 10):
        clock_of(house.office).set(at(7, minute, days=1))
        await remind_now(minh, house.office, publication_id=about)
    assert await climbs_at(house, at(9, days=1)) == 0
    assert await climbs_at(house, at(7, days=2)) == 1


async def test_after_a_rung_and_a_reminder_nobody_is_reminded_again_that_day(house: House) -> None:
    about = await card_out(house, due_at=at(17, 0, days=1))
    assert await climbs_at(house, at(8, days=1)) == 1
    minh = house.cast.caller("Minh")
    reminded = await remind_now(minh, house.office, publication_id=about)
    assert reminded.reminded == 1
    clock_of(house.office).set(at(14, days=1))
    assert await remind_due(house.office) == 0
    assert len(await rows(house.office, tables.deliveries, purpose=Purpose.REMINDER)) == 1


async def test_a_rung_that_never_went_counts_for_nothing(house: House) -> None:
    about = await card_out(house)
    clock_of(house.office).set(at(9, days=1))
    await house.climbs()
    (rung,) = await rows(house.office, tables.deliveries, once_key=await key(house, about, ZALO))
    await change(
        house.office,
        tables.deliveries,
        rung.id,
        state=DeliveryState.SKIPPED,
        reason=Reason.ANSWERED,
    )
    minh = house.cast.caller("Minh")
    for minute in (10, 20):
        clock_of(house.office).set(at(9, minute, days=1))
        assert (await remind_now(minh, house.office, publication_id=about)).reminded == 1


async def key(house: House, about: int, name: str) -> str:
    found = await rows(
        house.office,
        tables.addresses,
        connection_id=house.lines[name],
        member_id=house.cast["Bình"],
    )
    return f"pub:{about}:v1:m{house.cast['Bình']}:card:a{found[0].id}"


async def test_a_card_in_doubt_climbs_as_well(house: House) -> None:
    about = await card_out(house)
    (card,) = await rows(house.office, tables.deliveries, publication_id=about, purpose=Purpose.CARD)
    await change(house.office, tables.deliveries, card.id, state=DeliveryState.UNKNOWN, sent_at=None)
    assert await climbs_at(house, at(9, days=1)) == 1


async def test_a_card_that_is_still_on_its_way_does_not(house: House) -> None:
    about = await card_out(house)
    (card,) = await rows(house.office, tables.deliveries, publication_id=about, purpose=Purpose.CARD)
    await change(
        house.office, tables.deliveries, card.id, state=DeliveryState.QUEUED, message_id=None, sent_at=None
    )
    clock_of(house.office).set(at(9, days=1))
    assert await house.climbs() == 0


async def test_a_card_that_went_late_has_its_time_from_then(house: House) -> None:
    about = await card_out(house)
    (card,) = await rows(house.office, tables.deliveries, publication_id=about, purpose=Purpose.CARD)
    await change(house.office, tables.deliveries, card.id, sent_at=at(15))
    assert await climbs_at(house, at(14, 55, days=1)) == 0
    assert await climbs_at(house, at(15, 5, days=1)) == 1


async def test_a_platform_that_is_out_is_left_out(house: House) -> None:
    await card_out(house)
    await house.note(ZALO, out_since=house.office.clock.machine())
    assert await climbs_at(house, at(9, days=1)) == 1
    assert house.counts("Bình") == {TELEGRAM: 1, WEB: 1}


async def test_zero_is_never(house: House) -> None:
    await card_out(house)
    ladder = LadderSection(normal_after=timedelta(), urgent_after=timedelta(), immediate_after=timedelta())
    settings = house.office.settings.model_copy(update={"ladder": ladder})
    still = Office(house.office.database, house.office.clock, settings, house.office.key)
    clock_of(house.office).set(at(9, days=3))
    house.office = still
    assert await house.climbs() == 0


async def test_a_notice_that_asks_nothing_stays_where_it_is(house: House) -> None:
    await card_out(house, asks=False)
    assert await climbs_at(house, at(9, days=2)) == 0


@pytest.mark.parametrize("has_opened", [False, True])
async def test_an_urgent_notice_that_asks_nothing_climbs_until_it_was_opened(
    house: House, *, has_opened: bool
) -> None:
    about = await card_out(house, asks=False, urgency=Urgency.URGENT)
    caller = house.cast.caller("Bình")
    if has_opened:
        await opened(caller, house.office, publication_id=about, through=Through.CARD)
    assert await climbs_at(house, at(11)) == (0 if has_opened else 1)


async def test_a_rung_has_the_name_of_its_address_and_a_line_of_history(house: House) -> None:
    about = await card_out(house)
    await climbs_at(house, at(9, days=1))
    (rung,) = await rows(house.office, tables.deliveries, once_key=await key(house, about, ZALO))
    assert (rung.state, rung.repeat.value, rung.urgency) == (DeliveryState.SENT, "once", Urgency.NORMAL)
    (line,) = await rows(house.office, tables.history, thing="delivery", thing_id=rung.id)
    assert (line.detail, line.door, line.member_id, line.publication_id) == (
        "next_address",
        "clock",
        house.cast["Bình"],
        about,
    )


async def test_two_processes_that_look_at_once_send_it_once(house: House) -> None:
    await card_out(house)
    clock_of(house.office).set(at(9, days=1))
    climbed = await asyncio.gather(*(house.climbs() for _ in range(4)))
    assert sum(climbed) == 1
    await house.send()
    assert house.counts("Bình") == {TELEGRAM: 1, ZALO: 1}


async def test_an_acknowledgement_at_the_same_moment_leaves_nothing_to_send(house: House) -> None:
    about = await card_out(house)
    clock_of(house.office).set(at(9, days=1))
    acknowledging = acknowledge(house.cast.caller("Bình"), house.office, publication_id=about)
    await asyncio.gather(house.climbs(), acknowledging, house.climbs())
    assert all(state != "queued" for name, state in await house.cards("Bình") if name == ZALO)
    await house.send()
    assert house.got("Bình", ZALO) == []


async def test_an_acknowledgement_that_is_taken_back_begins_the_wait_anew(house: House) -> None:
    about = await card_out(house)
    caller = house.cast.caller("Bình")
    await acknowledge(caller, house.office, publication_id=about)
    clock_of(house.office).set(at(16))
    await undo(caller, house.office, publication_id=about)
    await house.send()
    assert await climbs_at(house, at(9, days=1)) == 0
    assert await climbs_at(house, at(16, 10, days=1)) == 1


async def test_the_clock_looks_once_a_minute_and_at_once_when_it_was_turned(house: House) -> None:
    ran = []

    async def rule(office: Office) -> None:
        ran.append(office.clock.now())
        if len(ran) == 3:
            raise ValueError("once")

    seldom = Seldom(rule, every=timedelta(minutes=1))
    for seconds in (0, 5, 50):
        house.forward(seconds=seconds)
        await seldom(house.office)
    assert len(ran) == 1
    house.forward(hours=31)
    await seldom(house.office)
    assert len(ran) == 2
    house.forward(minutes=1)
    with pytest.raises(ValueError, match="once"):
        await seldom(house.office)
    await seldom(house.office)
    assert len(ran) == 4


# ---- several bots of one messenger


async def test_a_second_bot_of_the_same_messenger_is_no_further_address(house: House) -> None:
    clock_of(house.office).set(WEDNESDAY)
    await house.only(["Bình"], ZALO, ZALO_2, TELEGRAM)
    await published(house.office, house.cast, due_at=NEXT_WEEK, arrives=False)
    await house.send()
    assert await climbs_at(house, at(8, days=1)) == 1
    assert house.counts("Bình") == {ZALO: 1, TELEGRAM: 1}
    assert await climbs_at(house, at(9, days=2)) == 0


@pytest.mark.parametrize("lost", ["blocked", "out", "without room"])
async def test_a_second_bot_counts_where_the_first_one_did_not_bring_it(house: House, lost: str) -> None:
    clock_of(house.office).set(WEDNESDAY)
    await house.only(["Bình"], TELEGRAM, ZALO, ZALO_2)
    about = await published(house.office, house.cast, due_at=NEXT_WEEK, arrives=False)
    await house.send()
    assert await climbs_at(house, at(8, days=1)) == 1
    (card,) = await rows(
        house.office, tables.deliveries, publication_id=about, connection_id=house.lines[ZALO]
    )
    if lost == "out":
        await house.note(ZALO, out_since=house.office.clock.machine())
    else:
        month = house.office.clock.machine() + timedelta(days=9)
        gone: dict[str, dict[str, object]] = {
            "blocked": {"state": DeliveryState.UNREACHABLE, "reason": Reason.BLOCKED},
            "without room": {"state": DeliveryState.SKIPPED, "reason": Reason.QUOTA, "due_at": month},
        }
        await change(house.office, tables.deliveries, card.id, **gone[lost])
    if lost == "blocked":
        await change(house.office, tables.addresses, card.address_id, state=AddressState.BLOCKED)
    clock_of(house.office).set(at(9, days=2))
    assert await house.climbs() == 1
    assert (ZALO_2, "queued") in await house.cards("Bình")
