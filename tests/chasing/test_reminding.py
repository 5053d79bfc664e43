import asyncio
from datetime import timedelta

import pytest

from bot.acknowledgement.acknowledging import acknowledge, undo
from bot.acknowledgement.asking import ask
from bot.chasing import reminding as clock_rule
from bot.chasing.asking_again import remind_now
from bot.chasing.composers import compose_reminder
from bot.chasing.reminding import remind_due
from bot.delivery.composing import Skip
from bot.messages.acts import Act
from bot.messages.blocks import Message
from bot.messages.splitting import visible_text
from bot.office import Office
from storage import tables
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.states import DeliveryState, PublicationState, Purpose, Reason
from tests.acknowledgement.story import DUE_AT, ISSUER, change, composed, obligation, owed, published, rows
from tests.cast import START, Cast, add_address, clock_of
from tests.commands.saying import buttons

HOUR = START.replace(day=26)
"""Thursday, 08:00: one working day before it is due."""


async def test_nobody_is_reminded_before_the_hour(office: Office, cast: Cast) -> None:
    await published(office, cast)
    clock_of(office).set(HOUR - timedelta(seconds=1))
    assert await remind_due(office) == 0
    assert await owed(office, Purpose.REMINDER) == []


async def test_at_the_hour_everybody_who_has_not_answered_is_reminded(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    await ask(cast.caller("Mai"), office, publication_id=about, text="Nộp ở đâu?")
    clock_of(office).set(HOUR)
    left_out = {cast[name] for name in ("Bình", "Mai", "Tâm", ISSUER)}
    assert await remind_due(office) == len(cast.everyone - left_out)
    assert {one.member_id for one in await owed(office, Purpose.REMINDER)} == cast.everyone - left_out


async def test_looking_again_reminds_nobody_twice(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    clock_of(office).set(HOUR)
    assert await remind_due(office)
    for _ in range(3):
        clock_of(office).forward(hours=3)
        assert await remind_due(office) == 0
    stands = await obligation(office, about, cast["An"])
    assert (stands.reminders, stands.reminded_at) == (1, HOUR)


async def test_two_looks_at_once_remind_once(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    clock_of(office).set(HOUR)
    reminded = await asyncio.gather(*(remind_due(office) for _ in range(3)))
    assert sum(reminded) == len(await owed(office, Purpose.REMINDER)) == len(cast.everyone) - 2
    assert (await obligation(office, about, cast["An"])).reminders == 1


async def test_a_reminder_has_a_key_with_its_hour_and_a_line_of_history(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    clock_of(office).set(HOUR)
    await remind_due(office)
    keys = {one.once_key for one in await owed(office, Purpose.REMINDER)}
    assert f"remind:m{cast['An']}:2026-11-26T08:00" in keys
    (line,) = await rows(office, tables.history, member_id=cast["An"], detail="reminded")
    assert (line.publication_id, line.from_state, line.to_state) == (about, "expected", "expected")
    assert (line.door, line.actor_id) == ("clock", None)


async def test_several_open_things_make_one_message(office: Office, cast: Cast) -> None:
    first = await published(office, cast)
    second = await published(office, cast, number="45/HD-LĐLĐ", due_at=DUE_AT + timedelta(days=3))
    clock_of(office).set(HOUR)
    await remind_due(office)
    row = await _row(office, cast["Bình"])
    message = await composed(office, compose_reminder, row)
    assert isinstance(message, Message)
    assert visible_text(message).splitlines()[:4] == [
        "NHẮC VIỆC · lần 1/2 trong ngày",
        "Đồng chí Bình còn 2 văn bản cần xác nhận:",
        "1. Số 12-KH/ĐU – hạn 17:00 thứ Sáu, 27/11",
        "2. Số 45/HD-LĐLĐ – hạn 17:00 thứ Hai, 30/11",
    ]
    assert [(one.act, one.subject, one.label) for one in buttons(message)] == [
        (Act.OPEN_CARD, first, "Mở số 1"),
        (Act.OPEN_CARD, second, "Mở số 2"),
    ]


async def test_a_reminder_offers_no_blind_acknowledgement_and_at_most_eight_buttons(
    office: Office, cast: Cast
) -> None:
    for number in range(10):
        await published(office, cast, number=f"{number + 1}-KH/ĐU")
    clock_of(office).set(HOUR)
    await remind_due(office)
    message = await composed(office, compose_reminder, await _row(office, cast["Bình"]))
    assert isinstance(message, Message)
    assert [one.act for one in buttons(message)] == [Act.OPEN_CARD] * 8
    assert "còn 10 văn bản" in visible_text(message)


async def test_hours_missed_are_made_up_for_by_one_message(office: Office, cast: Cast) -> None:
    await published(office, cast)
    await published(office, cast, number="45/HD-LĐLĐ", due_at=DUE_AT + timedelta(hours=3))
    clock_of(office).set(HOUR + timedelta(hours=26))
    await remind_due(office)
    assert len([one for one in await owed(office, Purpose.REMINDER) if one.member_id == cast["An"]]) == 1


async def test_nothing_is_sent_after_the_due_date(office: Office, cast: Cast) -> None:
    await published(office, cast)
    clock_of(office).set(DUE_AT)
    assert await remind_due(office) == 0


async def test_nothing_is_queued_that_the_hours_would_hold_until_after_the_due_date(
    office: Office, cast: Cast
) -> None:
    await published(office, cast, due_at=START.replace(day=26, hour=6))
    clock_of(office).set(START.replace(day=25, hour=18))
    assert await remind_due(office) == 0


async def test_a_reminder_is_worthless_after_the_due_date_and_after_its_day(
    office: Office, cast: Cast
) -> None:
    await published(office, cast)
    await published(office, cast, number="45/HD-LĐLĐ", due_at=START.replace(day=25, hour=10))
    clock_of(office).set(START.replace(day=25))
    await remind_due(office)
    clock_of(office).set(HOUR)
    await remind_due(office)
    ends = {row.expires_at for row in await rows(office, tables.deliveries, purpose=Purpose.REMINDER)}
    assert ends == {HOUR.replace(day=27, hour=0), START.replace(day=25, hour=10)}


async def test_what_is_asked_late_is_reminded_of_at_the_last_hour_and_not_at_once(
    office: Office, cast: Cast
) -> None:
    clock_of(office).set(HOUR + timedelta(hours=1))
    await published(office, cast)
    assert await remind_due(office) == 0
    clock_of(office).set(START.replace(day=27, hour=13, minute=59))
    assert await remind_due(office) == 0
    clock_of(office).set(START.replace(day=27, hour=14))
    assert await remind_due(office)


async def test_who_was_asked_in_time_gets_no_second_one_at_the_last_hour(office: Office, cast: Cast) -> None:
    await published(office, cast)
    clock_of(office).set(HOUR)
    await remind_due(office)
    clock_of(office).set(START.replace(day=27, hour=14))
    assert await remind_due(office) == 0


async def test_without_a_due_date_or_a_question_nobody_is_reminded(office: Office, cast: Cast) -> None:
    await published(office, cast, asks=False)
    clock_of(office).set(HOUR)
    assert await remind_due(office) == 0


async def test_a_withdrawn_publication_is_not_reminded_of(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await change(office, tables.publications, about, state=PublicationState.WITHDRAWN)
    clock_of(office).set(HOUR)
    assert await remind_due(office) == 0


@pytest.mark.parametrize("values", [{"left_at": START}, {"on_paper": True}])
async def test_who_left_or_is_on_paper_is_not_reminded(
    office: Office, cast: Cast, values: dict[str, object]
) -> None:
    await published(office, cast)
    await change(office, tables.members, cast["An"], **values)
    clock_of(office).set(HOUR)
    await remind_due(office)
    assert cast["An"] not in {one.member_id for one in await owed(office, Purpose.REMINDER)}


async def test_several_addresses_still_mean_one_reminder(office: Office, cast: Cast) -> None:
    await published(office, cast)

    def more(connection: Connection) -> int:
        return add_address(
            connection,
            cast.connection_id,
            chat_id="second",
            member_id=cast["An"],
            preference=1,
        )

    await office.database.transaction(more)
    clock_of(office).set(HOUR)
    await remind_due(office)
    assert [
        one.address_id for one in await owed(office, Purpose.REMINDER) if one.member_id == cast["An"]
    ] == [cast.addresses["An"]]


async def test_the_ceiling_holds_for_the_clock_too_and_the_next_day_makes_up(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast, due_at=DUE_AT + timedelta(days=3))
    clock_of(office).set(START.replace(day=27, hour=7, minute=30))
    for _ in range(2):
        await remind_now(cast.caller("Hòa"), office, publication_id=about)
        clock_of(office).forward(minutes=5)
    clock_of(office).set(START.replace(day=27))
    await remind_due(office)
    assert len(await _reminders(office, cast["An"])) == 2
    clock_of(office).set(START.replace(day=30))
    await remind_due(office)
    assert len(await _reminders(office, cast["An"])) == 3


async def test_a_long_list_is_taken_in_pages(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock_rule, "_AT_ONCE", 4)
    await published(office, cast)
    clock_of(office).set(HOUR)
    assert await remind_due(office) == len(cast.everyone) - 2


async def test_who_answered_before_it_goes_gets_none(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    clock_of(office).set(HOUR)
    await remind_due(office)
    row = await _row(office, cast["An"])
    await acknowledge(cast.caller("An"), office, publication_id=about)
    assert await composed(office, compose_reminder, row) == Skip(Reason.ANSWERED)


async def test_what_nobody_was_reminded_of_does_not_keep_the_reminder_alive(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await published(office, cast, number="45/HD-LĐLĐ", due_at=DUE_AT + timedelta(days=30))
    clock_of(office).set(HOUR)
    await remind_due(office)
    row = await _row(office, cast["An"])
    await acknowledge(cast.caller("An"), office, publication_id=about)
    assert await composed(office, compose_reminder, row) == Skip(Reason.ANSWERED)
    await undo(cast.caller("An"), office, publication_id=about)
    assert isinstance(await composed(office, compose_reminder, row), Message)


async def test_a_reminder_does_not_follow_an_address_to_somebody_else(office: Office, cast: Cast) -> None:
    await published(office, cast)
    clock_of(office).set(HOUR)
    await remind_due(office)
    await change(office, tables.addresses, cast.addresses["An"], member_id=cast["Tâm"])
    assert await composed(office, compose_reminder, await _row(office, cast["An"])) == Skip(Reason.LEFT)


async def test_the_second_reminder_of_a_day_says_so(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    clock_of(office).set(HOUR)
    await remind_due(office)
    clock_of(office).forward(hours=1)
    await remind_now(cast.caller("Hòa"), office, publication_id=about)
    row = (await _reminders(office, cast["An"]))[-1]
    message = await composed(office, compose_reminder, row)
    assert isinstance(message, Message)
    assert "lần 2/2" in visible_text(message)


async def test_a_due_date_that_has_passed_is_called_so(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    clock_of(office).set(START.replace(day=30))
    await remind_now(cast.caller("Hòa"), office, publication_id=about)
    message = await composed(office, compose_reminder, await _row(office, cast["An"]))
    assert isinstance(message, Message)
    assert "1. Số 12-KH/ĐU – hạn 17:00 thứ Sáu, 27/11 (đã qua hạn)" in visible_text(message)


async def _reminders(office: Office, member_id: int) -> list[Claimed]:
    return [one for one in await owed(office, Purpose.REMINDER) if one.member_id == member_id]


async def _row(office: Office, member_id: int) -> Claimed:
    (row,) = await _reminders(office, member_id)
    return row


async def test_a_reminder_that_was_dropped_does_not_count(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    caller = cast.caller("Hòa")
    for _ in range(3):
        await remind_now(caller, office, publication_id=about)
        (row,) = await rows(
            office,
            tables.deliveries,
            member_id=cast["An"],
            state=DeliveryState.QUEUED,
            purpose=Purpose.REMINDER,
        )
        await change(office, tables.deliveries, row.id, state=DeliveryState.SKIPPED)
        clock_of(office).forward(minutes=5)
