"""A messenger is out: word goes around it, leaders are told once, and it comes back by itself."""

import asyncio
from datetime import timedelta

import pytest

from bot.channels.contract import Outcome, OutcomeKind
from bot.organisation.outages.hearers import TOLD
from bot.reports.naming import names_to_call
from storage import tables
from storage.audience import audiences
from storage.database import Connection
from storage.delivery.deliveries import NewDelivery
from storage.organisation import people
from storage.states import DeliveryState, Lane, Purpose, Reason, Repeat, Role, Urgency
from tests.acknowledgement.story import change, published, rows
from tests.cast import START, clock_of
from tests.delivery.scripted import owe
from tests.ladder.house import TELEGRAM, WEB, ZALO, ZALO_2, House

LEADERS = {"Thuận", "Minh", "Dũng", "Hòa", "Sơn", "Yến", "Đức"}
"""Two committee leaders, the admin, and who leads a branch."""
LONG = timedelta(minutes=11)
NOT_CONNECTED = Outcome(OutcomeKind.NOT_SENT, reason=Reason.NOT_CONNECTED)
CUT_OFF = Outcome(OutcomeKind.MAYBE, reason=Reason.CUT_OFF)


async def everybody(house: House, *names: str) -> None:
    """All of the cast stand on these, in this order."""
    await house.only(house.cast.members, *names)


async def out(house: House, *names: str) -> None:
    """These fail for eleven minutes, and the clock looks."""
    await house.fails(*names)
    house.forward(minutes=11)
    await house.turns()


async def news(house: House, given: str, name: str) -> list[str]:
    await house.send()
    return [text for text in house.got(given, name) if "GỬI" in text]


async def told(house: House) -> set[str]:
    by_id = {number: given for given, number in house.cast.members.items()}
    found = await rows(house.office, tables.deliveries, purpose=Purpose.CONNECTION_NEWS)
    return {by_id[row.member_id] for row in found}


# ---- what a call says of its platform


@pytest.mark.parametrize(
    "outcome",
    [
        NOT_CONNECTED,
        CUT_OFF,
        Outcome(OutcomeKind.MAYBE, reason=Reason.PLATFORM_FAULT, status=502),
        Outcome(OutcomeKind.STOPPED, reason=Reason.TOKEN, status=401),
    ],
)
async def test_the_first_call_that_fails_for_want_of_the_platform_is_noted(
    house: House, outcome: Outcome
) -> None:
    await house.only(["Bình"], TELEGRAM)
    await published(house.office, house.cast, arrives=False)
    house.channels[TELEGRAM].script.extend([outcome] * 30)
    at = house.office.clock.machine()
    await house.send(TELEGRAM)
    assert (await house.line(TELEGRAM)).failing_since == at


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(OutcomeKind.SENT, message_id="7"),
        Outcome(OutcomeKind.REFUSED, reason=Reason.CONTENT, status=400),
        Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED, status=403),
        Outcome(OutcomeKind.NOT_SENT, reason=Reason.TOO_FAST, retry_after=timedelta(seconds=1), status=429),
    ],
)
async def test_every_answer_of_the_platform_shows_that_it_is_there(house: House, outcome: Outcome) -> None:
    await house.only(["Bình"], TELEGRAM)
    await published(house.office, house.cast, arrives=False)
    await house.fails(TELEGRAM, for_=timedelta(minutes=3))
    house.channels[TELEGRAM].script.append(outcome)
    at = house.office.clock.machine()
    await house.send(TELEGRAM)
    line = await house.line(TELEGRAM)
    assert (line.failing_since, line.good_since) == (None, at)


async def test_the_first_failure_counts_not_the_last(house: House) -> None:
    await house.only(["Bình", "Mai"], TELEGRAM)
    await published(house.office, house.cast, arrives=False)
    house.channels[TELEGRAM].script.extend([NOT_CONNECTED] * 30)
    at = house.office.clock.machine()
    await house.send(TELEGRAM)
    house.forward(minutes=1)
    await house.send(TELEGRAM)
    assert (await house.line(TELEGRAM)).failing_since == at


# ---- turning


async def test_new_word_goes_around_a_platform_that_is_out(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await out(house, TELEGRAM)
    await published(house.office, house.cast, arrives=False)
    await house.send()
    assert [name for name, _ in await house.cards("Bình")] == [ZALO]


async def test_the_order_while_it_is_out_is_the_same_wherever_it_is_asked_for(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    assert await first_of(house, "Bình") == await address(house, TELEGRAM, "Bình")
    await out(house, TELEGRAM)
    assert await first_of(house, "Bình") == await address(house, ZALO, "Bình")


async def test_who_has_no_other_way_counts_as_reached_all_the_same(house: House) -> None:
    await house.only(["Bình"], TELEGRAM)
    await out(house, TELEGRAM)
    assert await first_of(house, "Bình") == await address(house, TELEGRAM, "Bình")


async def test_it_is_not_out_before_its_time(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await house.fails(TELEGRAM, for_=timedelta(minutes=9))
    await house.turns()
    assert (await house.line(TELEGRAM)).out_since is None
    await published(house.office, house.cast, arrives=False)
    assert [name for name, _ in await house.cards("Bình")] == [TELEGRAM]


async def test_what_waits_goes_the_other_way_and_what_has_none_stays(house: House) -> None:
    await house.only(["Bình", "Mai"], TELEGRAM, ZALO)
    await house.reach("An", TELEGRAM)
    await published(house.office, house.cast, arrives=False)
    await out(house, TELEGRAM)
    assert await house.cards("Bình") == [(ZALO, "queued")]
    assert await house.cards("An") == [(TELEGRAM, "queued")]
    await house.send(ZALO)
    assert house.counts("Bình") == house.counts("Mai") == {ZALO: 1}
    history = await rows(house.office, tables.history, thing="delivery", detail=Reason.OUTAGE)
    assert {row.member_id for row in history} == {house.cast["Bình"], house.cast["Mai"]}


async def test_with_the_web_inbox_as_the_only_other_way_it_goes_there(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, WEB)
    await published(house.office, house.cast, arrives=False)
    await out(house, TELEGRAM)
    assert await house.cards("Bình") == [(WEB, "queued")]


async def test_what_stands_in_a_chat_answers_somebody_or_goes_on_stays(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, ZALO)
    (address,) = await rows(house.office, tables.addresses, chat_id="telegram-Bình")
    shared = {"address_id": address.id, "due_at": house.office.clock.machine()}
    await owe(
        house.office,
        NewDelivery(once_key="edit", purpose=Purpose.CARD, message_id="7", subject=1, **shared),
        NewDelivery(once_key="answer", purpose=Purpose.REPLY, content="{}", lane=Lane.REPLY, **shared),
        NewDelivery(once_key="first", purpose=Purpose.DRAFT_NEWS, subject=1, **shared),
        NewDelivery(once_key="rest", purpose=Purpose.DRAFT_NEWS, content="{}", after="first", **shared),
    )
    await out(house, TELEGRAM)
    moved = await rows(house.office, tables.deliveries, connection_id=house.lines[ZALO])
    assert [row.once_key for row in moved] == ["first"]


async def test_what_is_in_doubt_is_not_sent_elsewhere_until_its_copy_is_due(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, ZALO)
    about = await published(house.office, house.cast, arrives=False)
    house.channels[TELEGRAM].script.append(CUT_OFF)
    await house.send(TELEGRAM)
    await out(house, TELEGRAM)
    assert await house.cards("Bình") == [(TELEGRAM, "maybe")]
    (card,) = await rows(house.office, tables.deliveries, publication_id=about, purpose=Purpose.CARD)
    await change(house.office, tables.deliveries, card.id, state=DeliveryState.QUEUED)
    await house.turns()
    await house.send(ZALO)
    assert house.got("Bình", ZALO)[0].startswith("(Gửi lại")


async def test_what_was_sent_for_the_last_time_in_doubt_is_not_sent_again(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, ZALO)
    about = await published(house.office, house.cast, arrives=False)
    (card,) = await rows(house.office, tables.deliveries, publication_id=about, purpose=Purpose.CARD)
    await change(house.office, tables.deliveries, card.id, state=DeliveryState.UNKNOWN, maybe_count=2)
    await out(house, TELEGRAM)
    await house.send()
    assert await house.cards("Bình") == [(TELEGRAM, "unknown")]


async def test_a_card_that_stands_at_the_other_address_is_not_sent_there_twice(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, ZALO)
    about = await published(house.office, house.cast, arrives=False)
    (zalo,) = await rows(house.office, tables.addresses, chat_id="zalo-Bình")
    (card,) = await rows(house.office, tables.deliveries, publication_id=about, purpose=Purpose.CARD)
    await owe(
        house.office,
        NewDelivery(
            once_key=f"{card.once_key}:a{zalo.id}",
            address_id=zalo.id,
            purpose=Purpose.CARD,
            due_at=house.office.clock.machine(),
            publication_id=about,
            version=1,
        ),
    )
    await house.send(ZALO)
    await out(house, TELEGRAM)
    await house.send(ZALO)
    assert house.counts("Bình") == {ZALO: 1}
    assert await house.cards("Bình") == [(TELEGRAM, "queued"), (ZALO, "sent")]


async def test_quiet_hours_hold_on_the_other_way_too(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, ZALO)
    await published(house.office, house.cast, arrives=False)
    await change(house.office, tables.members, house.cast["Bình"], quiet_from=7 * 60, quiet_until=10 * 60)
    await house.send(TELEGRAM)
    await out(house, TELEGRAM)
    await house.send(ZALO)
    assert await house.cards("Bình") == [(ZALO, "queued")]
    assert house.got("Bình", ZALO) == []
    house.forward(hours=2, minutes=30)
    await house.send(ZALO)
    assert house.counts("Bình") == {ZALO: 1}


async def test_two_leading_processes_turn_once(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await published(house.office, house.cast, arrives=False)
    await house.fails(TELEGRAM, for_=LONG)
    await asyncio.gather(*(house.turns() for _ in range(4)))
    assert len(await rows(house.office, tables.history, thing="connection")) == 1
    assert len(await rows(house.office, tables.deliveries, purpose=Purpose.CONNECTION_NEWS)) == len(LEADERS)
    await house.send(ZALO)
    assert len(house.got("Bình", ZALO)) == 1


async def test_hundreds_go_around_page_by_page(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, ZALO)
    (address,) = await rows(house.office, tables.addresses, chat_id="telegram-Bình")
    now = house.office.clock.machine()
    many = (
        NewDelivery(
            once_key=f"news:{n}", address_id=address.id, purpose=Purpose.DRAFT_NEWS, due_at=now, subject=1
        )
        for n in range(450)
    )
    await owe(house.office, *many)
    await house.fails(TELEGRAM, for_=LONG)
    assert await house.turns() == 450
    assert await house.turns() == 0


# ---- who is out, and who is not


async def test_if_nothing_can_be_reached_nothing_turns(house: House) -> None:
    settings = house.office.settings.model_copy(
        update={"web": house.office.settings.web.model_copy(update={"public_url": ""})}
    )
    object.__setattr__(house.office, "settings", settings)
    await everybody(house, TELEGRAM, ZALO)
    await published(house.office, house.cast, arrives=False)
    await out(house, TELEGRAM, ZALO, ZALO_2)
    assert {(await house.line(name)).out_since for name in (TELEGRAM, ZALO, ZALO_2)} == {None}
    assert await house.cards("Bình") == [(TELEGRAM, "queued")]
    assert await told(house) == set()
    await house.answers(TELEGRAM, ZALO, ZALO_2)
    await house.turns()
    await house.send()
    assert house.counts("Bình") == {TELEGRAM: 1}


async def test_one_bot_of_several_turns_for_its_own_people(house: House) -> None:
    await house.only(["Bình"], ZALO, TELEGRAM)
    await house.reach("Mai", ZALO_2, TELEGRAM)
    await published(house.office, house.cast, arrives=False)
    await out(house, ZALO)
    assert await house.cards("Bình") == [(TELEGRAM, "queued")]
    assert await house.cards("Mai") == [(ZALO_2, "queued")]


async def test_a_bot_whose_fellow_begins_to_fail_is_told_of_with_it(house: House) -> None:
    await everybody(house, TELEGRAM)
    await house.fails(ZALO, for_=LONG)
    await house.fails(ZALO_2, for_=timedelta(minutes=9))
    await house.turns()
    assert (await house.line(ZALO)).out_since is None
    house.forward(minutes=2)
    await house.turns()
    assert all([(await house.line(name)).out_since for name in (ZALO, ZALO_2)])
    (text,) = await news(house, "Dũng", TELEGRAM)
    assert text.startswith("KHÔNG GỬI ĐƯỢC TIN QUA Zalo\n")


async def test_a_bot_whose_token_was_refused_is_out_at_once(house: House) -> None:
    await house.only(["Bình", "Dũng"], ZALO, TELEGRAM)
    await published(house.office, house.cast, arrives=False)
    await house.fails(ZALO)
    await house.note(ZALO, stopped_reason=Reason.TOKEN)
    await house.turns()
    assert await house.cards("Bình") == [(TELEGRAM, "queued")]
    (text,) = await news(house, "Dũng", TELEGRAM)
    assert text.startswith("KHÔNG GỬI ĐƯỢC TIN QUA Zalo (zalo)\n")
    assert "Mã truy cập của bot không còn đúng" in text


async def test_a_second_program_on_the_token_does_not_keep_word_from_going_out(house: House) -> None:
    await house.only(["Bình"], ZALO, TELEGRAM)
    await house.note(ZALO, stopped_reason=Reason.TWO_INSTANCES)
    await house.turns()
    assert (await house.line(ZALO)).out_since is None


# ---- telling


async def test_who_leads_and_who_looks_after_the_machine_is_told_once_where_it_works(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await out(house, TELEGRAM)
    house.forward(minutes=5)
    await house.turns()
    assert await told(house) == LEADERS
    assert len(await news(house, "Dũng", ZALO)) == 1
    assert house.got("Dũng", TELEGRAM) == []


async def test_they_learn_since_when_and_how_many_have_to_be_called(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    for given in ("Bình", "Thu"):
        await house.reach(given, TELEGRAM)
    await out(house, TELEGRAM)
    (text,) = await news(house, "Dũng", ZALO)
    assert text.splitlines() == [
        "KHÔNG GỬI ĐƯỢC TIN QUA Telegram",
        "Từ 08:00 thứ Hai, 23/11/2026 văn phòng không gửi được tin qua Telegram.",
        "Ai có kênh khác: tin đang tự chuyển sang kênh đó.",
        "☎ Cần gọi khi có việc gấp: 2 người không có kênh khác.",
        "Khi kết nối trở lại, tin còn chờ tự gửi đi và sẽ có tin báo.",
    ]


async def test_a_secretary_gets_the_names_of_their_own_branch_only(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    for given in ("Bình", "Thu"):
        await house.reach(given, TELEGRAM)
    await out(house, TELEGRAM)
    (text,) = await news(house, "Hòa", ZALO)
    assert "1 người không có kênh khác.\n• Nguyễn Văn Bình\n" in text
    assert "Thu" not in text
    (text,) = await news(house, "Thuận", ZALO)
    assert "Bình" not in text


async def test_those_on_paper_have_not_to_be_called_for_it(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await house.reach("Bình", TELEGRAM)
    await change(house.office, tables.members, house.cast["Bình"], on_paper=True)
    await out(house, TELEGRAM)
    (text,) = await news(house, "Dũng", ZALO)
    assert "không phải gọi ai" in text


async def test_of_one_bot_only_those_hear_whose_people_it_cuts_off(house: House) -> None:
    await everybody(house, TELEGRAM)
    await house.reach("Bình", ZALO)
    await out(house, ZALO)
    assert len(await news(house, "Hòa", TELEGRAM)) == 1
    assert await news(house, "Sơn", TELEGRAM) == []
    assert len(await news(house, "Dũng", TELEGRAM)) == 1


async def test_at_night_nobody_is_woken_and_who_slept_through_it_hears_nothing(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    clock_of(house.office).set(START.replace(hour=22))
    await out(house, TELEGRAM)
    assert await news(house, "Dũng", ZALO) == []
    await house.answers(TELEGRAM)
    house.forward(minutes=3)
    await house.turns()
    clock_of(house.office).set(START.replace(day=24, hour=6, minute=1))
    await house.turns()
    assert [*await news(house, "Dũng", ZALO), *house.got("Dũng", TELEGRAM)] == []


async def test_whoever_lost_the_role_meanwhile_is_not_told(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await out(house, TELEGRAM)
    (grant,) = await rows(house.office, tables.role_grants, member_id=house.cast["Dũng"])
    await change(house.office, tables.role_grants, grant.id, until_at=START - timedelta(days=1))
    assert await news(house, "Dũng", ZALO) == []


# ---- coming back


async def test_it_comes_back_by_itself_and_the_order_is_as_before(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await house.reach("An", TELEGRAM)
    about = await published(house.office, house.cast, arrives=False)
    await out(house, TELEGRAM)
    await house.answers(TELEGRAM)
    house.forward(minutes=1)
    await house.turns()
    assert (await house.line(TELEGRAM)).out_since is not None
    house.forward(minutes=2)
    await house.turns()
    assert (await house.line(TELEGRAM)).out_since is None
    assert await first_of(house, "Bình") == await address(house, TELEGRAM, "Bình")
    await house.send()
    assert house.counts("An") == {TELEGRAM: 1}
    assert house.counts("Bình") == {ZALO: 1}
    assert about


async def first_of(house: House, given: str) -> int | None:
    def body(connection: Connection) -> int | None:
        first = audiences.first_addresses()
        found = people.first_address(connection, house.cast[given])
        row = connection.execute(first.select().where(first.c.member_id == house.cast[given])).one()
        assert row.address_id == found
        return found

    return await house.office.database.read(body)


async def address(house: House, name: str, given: str) -> int:
    (found,) = await rows(house.office, tables.addresses, chat_id=f"{name}-{given}")
    return int(found.id)


async def test_they_learn_how_long_it_was_and_what_waited(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await house.reach("An", TELEGRAM)
    await published(house.office, house.cast, arrives=False)
    await out(house, TELEGRAM)
    await house.send(ZALO)
    house.forward(hours=2)
    await house.answers(TELEGRAM)
    house.forward(minutes=3)
    await house.turns()
    await house.send()
    (text,) = [one for one in house.got("Dũng", TELEGRAM) if one.startswith("ĐÃ GỬI LẠI")]
    assert text.splitlines()[1:] == [
        "Gián đoạn 2 giờ 14 phút: từ 08:00 thứ Hai, 23/11/2026 đến 10:14 thứ Hai, 23/11/2026.",
        "1 tin còn chờ đang tự gửi đi.",
        "Thứ tự kênh nhận tin của mỗi người trở lại như cũ.",
    ]


async def test_an_outage_that_lasts_is_told_of_though_another_was_just_told(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await out(house, TELEGRAM)
    await house.send()
    await house.answers(TELEGRAM)
    house.forward(minutes=3)
    await house.turns()
    await out(house, TELEGRAM)
    assert len(await rows(house.office, tables.deliveries, member_id=house.cast["Dũng"])) == 2
    house.forward(minutes=61)
    await house.turns()
    assert len(await rows(house.office, tables.deliveries, member_id=house.cast["Dũng"])) == 3


async def test_a_failure_in_between_keeps_it_out(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await out(house, TELEGRAM)
    await house.answers(TELEGRAM)
    house.forward(seconds=90)
    await house.fails(TELEGRAM)
    house.forward(seconds=60)
    await house.turns()
    assert (await house.line(TELEGRAM)).out_since is not None


# ---- unreachable, and what leaders count


async def test_a_blocked_first_address_hands_the_card_to_the_next_one_in_order(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, ZALO, WEB)
    about = await published(house.office, house.cast, arrives=False)
    blocked = Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED)
    for name in (TELEGRAM, ZALO):
        house.channels[name].script.append(blocked)
    await house.send()
    assert await house.cards("Bình") == [(TELEGRAM, "unreachable"), (ZALO, "unreachable"), (WEB, "sent")]
    keys = [
        row.once_key
        for row in await rows(
            house.office, tables.deliveries, publication_id=about, member_id=house.cast["Bình"]
        )
    ]
    card = f"pub:{about}:v1:m{house.cast['Bình']}:card"
    ids = [await address(house, name, "Bình") for name in (ZALO, WEB)]
    assert keys == [card, *(f"{card}:a{number}" for number in ids)]


async def test_an_address_that_has_the_card_is_passed_over(house: House) -> None:
    await house.only(["Bình"], ZALO, TELEGRAM, WEB)
    about = await published(house.office, house.cast, arrives=False)
    await house.send()
    telegram = await address(house, TELEGRAM, "Bình")
    await owe(
        house.office,
        NewDelivery(
            once_key=f"pub:{about}:v1:m{house.cast['Bình']}:card:a{telegram}",
            address_id=telegram,
            purpose=Purpose.CARD,
            due_at=house.office.clock.machine(),
            publication_id=about,
            version=1,
            urgency=Urgency.NORMAL,
            repeat=Repeat.ONCE,
        ),
    )
    house.channels[TELEGRAM].script.append(Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED))
    await house.send()
    assert await house.cards("Bình") == [(ZALO, "sent"), (TELEGRAM, "unreachable"), (WEB, "sent")]


async def test_a_leader_counts_whoever_waits_without_another_way_among_those_to_call(house: House) -> None:
    await everybody(house, TELEGRAM, ZALO)
    await house.reach("An", TELEGRAM)
    about = await published(house.office, house.cast, arrives=False)
    caller = house.cast.caller("Hòa")
    assert (await names_to_call(caller, house.office, publication_id=about)).amount == 0
    await out(house, TELEGRAM)
    await house.send(ZALO)
    found = await names_to_call(caller, house.office, publication_id=about)
    assert found.amount == 1
    assert "Bùi Văn An" in str(found.units)


def test_who_is_told_is_who_leads_or_looks_after_the_machine() -> None:
    assert {Role.SECRETARY, Role.DEPUTY_SECRETARY, Role.COMMITTEE_LEADER, Role.ADMIN} == TOLD
