"""Nothing is lost, torn or said twice where an outage, a used-up month and a lost address meet."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from bot.audience import Audience, AudienceKind
from bot.channels.contract import Health, Outcome, OutcomeKind
from bot.delivery import health
from bot.delivery.quotas.releasing import release_held
from bot.delivery.rescuing import sweep
from bot.delivery.settling import settle
from bot.delivery.taking import Room, take
from bot.inbox.handling import Handled, Knock
from bot.runtime.running import Runtime
from storage import tables
from storage.channels import connections, usages
from storage.database import Connection
from storage.delivery.deliveries import NewDelivery
from storage.publication import forecasts
from storage.rows import insert_row
from storage.states import (
    AddressState,
    DeliveryState,
    ExemptFrom,
    ExemptReason,
    PublicationState,
    Purpose,
    Reason,
)
from tests.acknowledgement.story import DUE_AT, change, published, rows
from tests.cast import ZONE, clock_of
from tests.delivery.scripted import owe, say
from tests.ladder.house import TELEGRAM, WEB, ZALO, ZALO_2, House

LATER = DUE_AT + timedelta(days=60)
DECEMBER = datetime(2026, 12, 2, 9, 0, tzinfo=ZONE)
NOT_CONNECTED = Outcome(OutcomeKind.NOT_SENT, reason=Reason.NOT_CONNECTED)
CUT_OFF = Outcome(OutcomeKind.MAYBE, reason=Reason.CUT_OFF)
BLOCKED = Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED)


async def limited(house: House, *, limit: int, used: int) -> None:
    """The first Zalo bot may send so many this month, and has sent so many."""
    settings = house.office.settings
    named = dict(settings.connections)
    named[ZALO] = named[ZALO].model_copy(update={"messages_a_month": limit, "kept_for_answers": 0})
    object.__setattr__(house.office, "settings", settings.model_copy(update={"connections": named}))
    table, number = tables.usages, house.lines[ZALO]

    def body(connection: Connection) -> None:
        usages.hold(connection, number, "2026-11")
        connection.execute(table.update().where(table.c.connection_id == number).values(outgoing=used))

    await house.office.database.transaction(body)


async def out(house: House, *names: str) -> None:
    await house.fails(*names)
    house.forward(minutes=11)
    await house.turns()


async def card_to(house: House, *names: str) -> int:
    await house.only(["Bình"], *names)
    return await published(house.office, house.cast, arrives=False, due_at=LATER)


async def states(house: House) -> list[tuple[str, str, Any]]:
    by_id = {number: name for name, number in house.lines.items()}
    found = await rows(house.office, tables.deliveries, member_id=house.cast["Bình"])
    return [(by_id[row.connection_id], str(row.state), row.reason) for row in found]


def long_texts(house: House) -> str:
    """Cards are long from now on, and Zalo takes less of them at once than Telegram."""
    text = " ".join(f"từ{number}" for number in range(1500))
    zalo = house.senders[ZALO]
    zalo.wire = replace(zalo.wire, abilities=replace(zalo.wire.abilities, text_limit=2000))
    for one in house.senders.values():
        one.table = dict.fromkeys(Purpose, lambda _connection, _office, _row: say(text))
    return text


# ---- long texts


async def test_a_long_text_that_moves_arrives_whole_at_the_other_address_and_nowhere_else(
    house: House,
) -> None:
    text = long_texts(house)
    await card_to(house, ZALO, TELEGRAM)
    house.channels[ZALO].script.append(NOT_CONNECTED)
    await house.send(ZALO)
    tried = len(house.got("Bình", ZALO))
    await out(house, ZALO)
    await house.send(TELEGRAM)
    arrived = house.got("Bình", TELEGRAM)
    assert len(arrived) > 1
    assert all(f"từ{number}" in " ".join(arrived).split() for number in (0, 700, 1499))
    assert sum(map(len, arrived)) >= len(text) - len(arrived)

    await house.answers(ZALO)
    house.forward(minutes=5)
    await house.turns()
    await house.send()
    assert len(house.got("Bình", ZALO)) == tried
    assert len(house.got("Bình", TELEGRAM)) == len(arrived)


async def test_a_long_text_that_reached_nobody_brings_its_parts_along_when_it_goes_again(
    house: House,
) -> None:
    long_texts(house)
    about = await card_to(house, ZALO)
    house.channels[ZALO].script.append(BLOCKED)
    await house.send(ZALO)
    assert len(house.got("Bình", ZALO)) == 1
    (reach,) = await rows(house.office, tables.addresses, chat_id="zalo-Bình")
    await change(house.office, tables.addresses, reach.id, state=AddressState.ACTIVE)
    first = (await rows(house.office, tables.deliveries, publication_id=about, purpose=Purpose.CARD))[0]
    await change(house.office, tables.deliveries, first.id, state=DeliveryState.QUEUED)
    house.forward(seconds=2)
    await house.send(ZALO)
    again = house.got("Bình", ZALO)[1:]
    assert len(again) > 3
    assert again[-1].split()[-1] == "từ1499"


# ---- a month that is used up


async def test_a_card_that_was_passed_on_waits_for_the_next_month_when_the_other_address_is_lost(
    house: House,
) -> None:
    await limited(house, limit=10, used=10)
    await card_to(house, ZALO, TELEGRAM)
    house.channels[TELEGRAM].script.append(BLOCKED)
    await house.send(ZALO)
    await house.send(TELEGRAM)
    assert await states(house) == [
        (ZALO, "queued", Reason.QUOTA),
        (TELEGRAM, "unreachable", Reason.BLOCKED),
    ]
    clock_of(house.office).set(DECEMBER)
    await house.send(ZALO)
    assert house.counts("Bình") == {TELEGRAM: 1, ZALO: 1}


@pytest.mark.parametrize("refused", [False, True])
async def test_a_card_without_room_waits_where_it_is_out_but_not_where_it_is_refused(
    house: House, *, refused: bool
) -> None:
    await limited(house, limit=10, used=10)
    await house.note(TELEGRAM, **({"stopped_reason": Reason.TOKEN} if refused else {"out_since": DUE_AT}))
    await card_to(house, ZALO, TELEGRAM)
    await house.send(ZALO)
    waits_there = [(ZALO, "skipped", Reason.QUOTA), (TELEGRAM, "queued", None)]
    assert await states(house) == ([(ZALO, "queued", Reason.QUOTA)] if refused else waits_there)


async def test_where_a_month_was_used_up_is_a_way_again_in_the_next(house: House) -> None:
    await limited(house, limit=10, used=10)
    await card_to(house, ZALO, TELEGRAM)
    house.channels[TELEGRAM].script.append(NOT_CONNECTED)
    await house.send(ZALO)
    await house.send(TELEGRAM)
    await out(house, TELEGRAM)
    assert (TELEGRAM, "queued", Reason.NOT_CONNECTED) in await states(house)
    clock_of(house.office).set(DECEMBER)
    await house.turns()
    await house.send(ZALO)
    assert len(house.got("Bình", ZALO)) == 1


async def test_a_doubt_goes_along_to_the_address_that_has_room(house: House) -> None:
    await limited(house, limit=10, used=9)
    await card_to(house, ZALO, TELEGRAM)
    house.channels[ZALO].script.append(CUT_OFF)
    await house.send(ZALO)
    house.forward(minutes=3)
    await sweep(house.office)
    await house.send(ZALO)
    await house.send(TELEGRAM)
    assert [state for _, state, _ in await states(house)] == ["unknown", "sent"]
    assert house.got("Bình", TELEGRAM)[0].startswith("(Gửi lại")


async def news(house: House, amount: int, *, at: datetime) -> None:
    (reach,) = await rows(house.office, tables.addresses, chat_id="zalo-Bình")
    await owe(
        house.office,
        *(
            NewDelivery(
                once_key=f"n:{number}",
                address_id=reach.id,
                purpose=Purpose.ROSTER_NEWS,
                due_at=at,
                subject=1,
            )
            for number in range(amount)
        ),
    )


async def test_what_was_let_go_already_takes_the_room_it_was_let_go_for(house: House) -> None:
    await limited(house, limit=100, used=70)
    await house.only(["Bình"], ZALO)
    await news(house, 40, at=house.office.clock.machine() + timedelta(days=9))
    for row in await rows(house.office, tables.deliveries):
        await change(house.office, tables.deliveries, row.id, reason=Reason.QUOTA)
    assert [await release_held(house.office) for _ in range(3)] == [10, 0, 0]


async def test_ordinary_ones_without_room_let_a_card_pass_at_once(house: House) -> None:
    await limited(house, limit=100, used=90)
    await house.only(["Bình"], ZALO)
    now = house.office.clock.machine()
    await news(house, 40, at=now)
    await published(house.office, house.cast, arrives=False, due_at=LATER)
    zalo = house.senders[ZALO]
    zalo.table = dict.fromkeys(Purpose, lambda _connection, _office, _row: say("Tin"))
    zalo.wire = replace(zalo.wire, per_second=1)
    await zalo.step()
    await zalo.step()
    await zalo._finish()
    assert len(house.got("Bình", ZALO)) == 1
    held = await rows(house.office, tables.deliveries, purpose=Purpose.ROSTER_NEWS)
    assert {(row.state, row.reason) for row in held} == {(DeliveryState.QUEUED, Reason.QUOTA)}


async def test_ordinary_ones_that_have_another_way_are_not_put_off_with_the_others(house: House) -> None:
    await limited(house, limit=100, used=90)
    await house.only(["Bình"], ZALO)
    await house.reach("Mai", ZALO, TELEGRAM)
    now = house.office.clock.machine()
    await news(house, 3, at=now)
    (mai,) = await rows(house.office, tables.addresses, chat_id="zalo-Mai")
    await owe(
        house.office,
        NewDelivery(once_key="m", address_id=mai.id, purpose=Purpose.ROSTER_NEWS, due_at=now, subject=1),
    )
    for one in house.senders.values():
        one.table = dict.fromkeys(Purpose, lambda _connection, _office, _row: say("Tin"))
    await house.send()
    assert (house.counts("Bình"), house.counts("Mai")) == ({}, {TELEGRAM: 1})


async def test_cards_of_what_is_halted_keep_no_room_from_others(house: House) -> None:
    await limited(house, limit=10, used=7)
    about = await card_to(house, ZALO)
    await change(house.office, tables.publications, about, state=PublicationState.HALTED)
    await news(house, 1, at=house.office.clock.machine())
    house.senders[ZALO].table = dict.fromkeys(Purpose, lambda _connection, _office, _row: say("Tin"))
    await house.reach("Mai", ZALO)
    await house.send(ZALO)
    assert house.got("Bình", ZALO) == ["Tin"]


@pytest.mark.parametrize("asks", [True, False])
async def test_who_is_let_off_everything_is_not_reckoned_with_where_it_is_asked(
    house: House, *, asks: bool
) -> None:
    await house.only(["Bình", "Mai"], ZALO)
    now = house.office.clock.now()
    let_off = {
        "member_id": house.cast["Bình"],
        "exempt_from": ExemptFrom.EVERYTHING,
        "reason": next(iter(ExemptReason)),
        "from_at": now - timedelta(days=1),
        "granted_at": now - timedelta(days=1),
    }
    body = partial(insert_row, table=tables.exemptions, values=let_off)
    await house.office.database.transaction(body)
    question = partial(
        forecasts.messages,
        audience=Audience(AudienceKind.EVERYONE),
        now=now,
        let_off_at=now if asks else None,
    )
    found = await house.office.database.read(question)
    assert found[house.lines[ZALO]] == (1 if asks else 2)


# ---- moving


async def test_a_card_moves_to_an_address_where_it_came_to_nothing_before(house: House) -> None:
    await card_to(house, TELEGRAM, ZALO)
    house.channels[TELEGRAM].script.append(BLOCKED)
    await house.send(TELEGRAM)
    (reach,) = await rows(house.office, tables.addresses, chat_id="telegram-Bình")
    await change(house.office, tables.addresses, reach.id, state=AddressState.ACTIVE)
    await out(house, ZALO)
    await house.send(TELEGRAM)
    assert house.counts("Bình") == {TELEGRAM: 2}


async def test_one_of_its_name_that_came_to_nothing_goes_again_in_its_stead(house: House) -> None:
    about = await card_to(house, ZALO, TELEGRAM)
    (telegram,) = await rows(house.office, tables.addresses, chat_id="telegram-Bình")
    (card,) = await rows(house.office, tables.deliveries, publication_id=about, purpose=Purpose.CARD)
    await change(house.office, tables.deliveries, card.id, once_key=f"{card.once_key}:a{card.address_id}")
    await owe(
        house.office,
        NewDelivery(
            once_key=f"{card.once_key}:a{telegram.id}",
            address_id=telegram.id,
            purpose=Purpose.CARD,
            due_at=house.office.clock.machine(),
            publication_id=about,
            version=1,
        ),
    )
    dead = (await rows(house.office, tables.deliveries, address_id=telegram.id))[0]
    await change(house.office, tables.deliveries, dead.id, state=DeliveryState.SKIPPED)
    await out(house, ZALO)
    await house.send(TELEGRAM)
    assert await states(house) == [(ZALO, "cancelled", Reason.OUTAGE), (TELEGRAM, "sent", None)]
    assert house.counts("Bình") == {TELEGRAM: 1}


async def test_a_late_success_does_not_settle_what_has_moved(house: House) -> None:
    await card_to(house, ZALO, TELEGRAM)
    zalo = house.senders[ZALO]
    taking = partial(take, office=house.office, wire=zalo.wire, table=zalo.table, room=Room(8, 8))
    (ready,) = (await house.office.database.transaction(taking)).ready
    await change(
        house.office, tables.deliveries, ready.row.id, state=DeliveryState.QUEUED, maybe_count=1, worker=None
    )
    await out(house, ZALO)
    late = Outcome(OutcomeKind.SENT, message_id="z-1")
    body = partial(settle, office=house.office, ready=ready, outcome=late)
    assert not (await house.office.database.transaction(body)).taken
    (row,) = await rows(house.office, tables.deliveries, id=ready.row.id)
    assert (row.state, row.message_id) == (DeliveryState.QUEUED, None)


# ---- who is out


async def test_a_fault_of_the_offices_own_line_turns_nothing_though_the_web_inbox_answers(
    house: House,
) -> None:
    await card_to(house, TELEGRAM, ZALO, WEB)
    await out(house, TELEGRAM, ZALO, ZALO_2)
    assert {(await house.line(name)).out_since for name in (TELEGRAM, ZALO, ZALO_2)} == {None}
    assert await states(house) == [(TELEGRAM, "queued", None)]


async def test_beside_what_was_out_before_another_is_out_after_an_hour(house: House) -> None:
    await card_to(house, TELEGRAM, WEB)
    await out(house, ZALO, ZALO_2)
    assert (await house.line(ZALO)).out_since is not None
    await out(house, TELEGRAM)
    assert await states(house) == [(TELEGRAM, "queued", None)]
    house.forward(minutes=50)
    await house.turns()
    assert await states(house) == [(WEB, "queued", Reason.OUTAGE)]


async def test_a_second_program_and_one_failed_call_are_no_outage(house: House) -> None:
    await card_to(house, ZALO, TELEGRAM)
    await house.note(ZALO, stopped_reason=Reason.TWO_INSTANCES)
    await house.fails(ZALO)
    await house.turns()
    assert (await house.line(ZALO)).out_since is None


async def test_whatever_polling_finds_a_refused_token_stays_noted_until_a_new_start(house: House) -> None:
    number = house.lines[ZALO]
    for reason in (Reason.TOKEN, Reason.TWO_INSTANCES, ""):
        note = partial(connections.note_stopped, connection_id=number, reason=reason)
        await house.office.database.transaction(note)
    assert (await house.line(ZALO)).stopped_reason == Reason.TOKEN
    await house.office.database.transaction(partial(connections.begin_anew, connection_id=number))
    assert (await house.line(ZALO)).stopped_reason == ""


async def _fails_while_polls_answer(house: House, *, minutes: int) -> None:
    for _ in range(minutes * 60 // 25):
        house.channels[TELEGRAM].script.append(NOT_CONNECTED)
        await house.send(TELEGRAM)
        house.channels[TELEGRAM].script.clear()
        house.forward(seconds=25)
        await health.note_polled(house.office, house.lines[TELEGRAM])
        await health.note_checked(house.office, house.lines[TELEGRAM], Health(True, "", ""))
        await house.turns()


async def test_what_answers_polls_while_nothing_can_be_sent_is_out(house: House) -> None:
    await card_to(house, TELEGRAM, ZALO)
    await _fails_while_polls_answer(house, minutes=20)
    assert await states(house) == [(ZALO, "queued", Reason.OUTAGE)]


async def test_one_failed_send_is_forgotten_with_the_next_poll(house: House) -> None:
    await card_to(house, TELEGRAM, ZALO)
    await _fails_while_polls_answer(house, minutes=1)
    assert (await house.line(TELEGRAM)).failing_since is None
    house.forward(minutes=30)
    await house.turns()
    assert (await house.line(TELEGRAM)).out_since is None


# ---- what is served no longer


async def _handle(knock: Knock) -> Handled:
    raise AssertionError(knock)


async def unplugs(house: House, *names: str) -> None:
    """The office starts with settings that do not name these any more."""
    settings = house.office.settings
    kept = {name: one for name, one in settings.connections.items() if name not in names}
    object.__setattr__(house.office, "settings", settings.model_copy(update={"connections": kept}))
    runtime = Runtime(house.office, {}, _handle, alone=False)
    await house.office.database.transaction(runtime._note_unserved)


async def test_word_goes_around_a_connection_that_the_settings_name_no_longer(house: House) -> None:
    await card_to(house, ZALO, TELEGRAM)
    await unplugs(house, ZALO)
    await published(house.office, house.cast, number="13-KH/ĐU", arrives=False, due_at=LATER)
    await house.turns()
    await house.send(TELEGRAM)
    assert house.counts("Bình") == {TELEGRAM: 2}
    assert await rows(house.office, tables.deliveries, purpose=Purpose.CONNECTION_NEWS) == []


async def test_word_goes_there_again_when_it_is_served_again(house: House) -> None:
    await unplugs(house, ZALO)
    assert (await house.line(ZALO)).out_since is not None
    assert (await house.line(TELEGRAM)).out_since is None
    begin = partial(connections.begin_anew, connection_id=house.lines[ZALO])
    await house.office.database.transaction(begin)
    line = await house.line(ZALO)
    assert (line.out_since, line.stopped_reason) == (None, "")
