"""A member's own quiet hours: what they hold, what passes, and which are refused."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from bot.delivery.quiet import Quiet, left_over, quiet_until
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.quiet_hours import offered, quiet_hours_of, set_quiet_hours, typed_quiet
from handlers.commands.own import quiet_hours as command
from storage import tables
from storage.database import Connection
from storage.states import DeliveryState, Lane, Purpose, Reason, Urgency
from tests.cast import START, ZONE, Cast, clock_of
from tests.commands.saying import button, buttons, presses, read, says
from tests.delivery.scripted import ScriptedChannel, compose_plainly, drain, owe, sender
from tests.delivery.test_sending import card, row
from tests.digests.story import change, rows

NORMAL = ((time(7), time(11, 15)), (time(13, 30), time(17)))
NIGHT = Quiet(21 * 60, 9 * 60)
"""Until 09:00; START is 08:00."""


def test_quiet_hours_pass_midnight_and_end_the_same_day_or_the_next() -> None:
    late = START.replace(hour=23)
    assert quiet_until(NIGHT, late, ZONE) == (START + timedelta(days=1)).replace(hour=9)
    assert quiet_until(NIGHT, START, ZONE) == START.replace(hour=9)
    assert quiet_until(NIGHT, START.replace(hour=9), ZONE) is None
    assert quiet_until(NIGHT, START.replace(hour=20, minute=59), ZONE) is None
    noon = Quiet(11 * 60, 14 * 60)
    assert quiet_until(noon, START.replace(hour=13, minute=59), ZONE) == START.replace(hour=14)
    assert quiet_until(None, START, ZONE) is None


@pytest.mark.parametrize(
    ("quiet", "remains"),
    [
        (NIGHT, [(time(9), time(11, 15)), (time(13, 30), time(17))]),
        (Quiet(8 * 60, 9 * 60), [(time(7), time(8)), (time(9), time(11, 15)), (time(13, 30), time(17))]),
        (Quiet(11 * 60, 14 * 60), [(time(7), time(11)), (time(14), time(17))]),
        (Quiet(17 * 60, 7 * 60), list(NORMAL)),
        (Quiet(6 * 60, 18 * 60), []),
    ],
)
def test_what_remains_of_a_working_day(quiet: Quiet, remains: list[tuple[time, time]]) -> None:
    assert left_over(NORMAL, quiet) == remains


@pytest.mark.parametrize(
    ("typed", "quiet"),
    [
        ("21:00-8:00", Quiet(21 * 60, 8 * 60)),
        ("21h - 8h", Quiet(21 * 60, 8 * 60)),
        ("từ 21h30 đến 7h15", Quiet(21 * 60 + 30, 7 * 60 + 15)),
        ("22 giờ đến 6 giờ sáng hôm sau", Quiet(22 * 60, 6 * 60)),
        ("21:00 – 24:00", Quiet(21 * 60, 0)),
        ("12-13", Quiet(12 * 60, 13 * 60)),
    ],
)
def test_typed_hours_are_read(typed: str, quiet: Quiet) -> None:
    assert typed_quiet(typed) == quiet


@pytest.mark.parametrize(
    "typed", ["", "đêm", "21:00", "25:00-8:00", "21:60-8:00", "8:00-8:00", "21:00-8:00-9:00", "9" * 100]
)
def test_what_are_no_hours_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        typed_quiet(typed)
    assert refused.value.reason is Refusal.NOT_HOURS


async def test_hours_that_leave_nothing_of_the_day_are_refused_with_the_offices_own(
    office: Office, cast: Cast
) -> None:
    for quiet in (Quiet(6 * 60, 18 * 60), Quiet(16 * 60, 15 * 60 + 30), Quiet(7 * 60 + 30, 16 * 60 + 40)):
        with pytest.raises(Refused) as refused:
            await set_quiet_hours(cast.caller("Bình"), office, quiet=quiet)
        assert refused.value.reason is Refusal.NO_HOURS_LEFT
        assert refused.value.details["office"] == "07:00–11:15, 13:30–17:00"
    assert (await quiet_hours_of(cast.caller("Bình"), office)).quiet is None
    # An hour is enough.
    await set_quiet_hours(cast.caller("Bình"), office, quiet=Quiet(8 * 60, 7 * 60))


@pytest.mark.parametrize("quiet", [Quiet(0, 0), Quiet(-1, 60), Quiet(60, 1440), Quiet(99999, 5)])
async def test_forged_numbers_are_refused(office: Office, cast: Cast, quiet: Quiet) -> None:
    with pytest.raises(Refused) as refused:
        await set_quiet_hours(cast.caller("Bình"), office, quiet=quiet)
    assert refused.value.reason is Refusal.NOT_HOURS


async def test_a_stranger_has_no_quiet_hours(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await set_quiet_hours(cast.stranger(), office, quiet=NIGHT)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_member_chooses_by_a_press_or_types_and_hears_what_remains(
    office: Office, cast: Cast
) -> None:
    binh = cast.caller("Bình")
    reply = await command.show(office, says(binh, "/gionghi"))
    assert "Đồng chí Bình chưa đặt giờ nghỉ." in read(reply)
    spans = [one for one in buttons(reply.messages[0]) if one.subject != one.argument]
    assert [Quiet(one.subject, one.argument) for one in spans] == offered(office)
    chosen = await command.choose(office, presses(binh, spans[0]))
    assert "nghỉ nhận tin thường: 21:00–08:00" in read(chosen)
    assert "08:00–11:15 và 13:30–17:00" in read(chosen)
    assert chosen.toast
    typed = await command.show(office, says(binh, "/gionghi 21:00-9:30"))
    assert "09:30–11:15 và 13:30–17:00" in read(typed)
    none = button(typed.messages[0], Act.SET_QUIET_HOURS, subject=0)
    reply = await command.choose(office, presses(binh, none))
    assert "chưa đặt giờ nghỉ" in read(reply)
    assert reply.asking is not None, "hours can be typed still"
    lines = await rows(office, tables.history, thing="quiet_hours")
    assert [line.to_state for line in lines] == ["21:00-08:00", "21:00-09:30", "none"]


async def test_the_same_hours_again_leave_no_second_line_of_history(office: Office, cast: Cast) -> None:
    for _ in range(2):
        await set_quiet_hours(cast.caller("Bình"), office, quiet=NIGHT)
    assert len(await rows(office, tables.history, thing="quiet_hours")) == 1


async def _sleeping(office: Office, cast: Cast, *given: str) -> None:
    for one in given:
        await set_quiet_hours(cast.caller(one), office, quiet=NIGHT)


def _key(cast: Cast, given: str) -> str:
    return f"pub:1:v1:m{cast[given]}:card"


async def test_quiet_hours_that_the_office_left_too_little_of_hold_nothing_and_the_card_says_so(
    office: Office, cast: Cast
) -> None:
    await _sleeping(office, cast, "Bình")
    hours = office.settings.hours.model_copy(update={"normal": ((time(7), time(9, 30)),)})
    office = replace(office, settings=office.settings.model_copy(update={"hours": hours}))
    assert "chưa áp dụng" in read(await command.show(office, says(cast.caller("Bình"), "/gionghi")))
    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình"))
    await drain(sender(office, cast, channel))
    assert channel.chats == ["chat-Bình"]


async def test_an_ordinary_message_waits_for_the_end_of_the_quiet_hours(office: Office, cast: Cast) -> None:
    await _sleeping(office, cast, "Bình")
    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình"), card(office, cast, "Mai"))
    await drain(sender(office, cast, channel))
    assert channel.chats == ["chat-Mai"]
    held = await row(office, _key(cast, "Bình"))
    assert (held.state, held.reason, held.due_at) == (
        DeliveryState.QUEUED,
        Reason.HOURS,
        START.replace(hour=9),
    )
    assert (held.failures, held.maybe_count) == (0, 0)

    clock_of(office).set(START.replace(hour=8, minute=59))
    await drain(sender(office, cast, channel))
    assert channel.chats == ["chat-Mai"]
    clock_of(office).set(START.replace(hour=9))
    await drain(sender(office, cast, channel))
    assert channel.chats == ["chat-Mai", "chat-Bình"]
    assert (await row(office, _key(cast, "Bình"))).reason is None


async def test_one_look_holds_everybody_with_the_same_hours_and_is_not_repeated(
    office: Office, cast: Cast
) -> None:
    names = ["Bình", "Mai", "An", "Hòa", "Yến", "Thu", "Đức"]
    await _sleeping(office, cast, *names)
    await owe(office, *(card(office, cast, given) for given in (*names, "Sơn")))
    channel = ScriptedChannel()
    for _ in range(3):
        await drain(sender(office, cast, channel))
        clock_of(office).forward(seconds=1)
    assert channel.chats == ["chat-Sơn"]
    attempts = await rows(office, tables.attempts)
    # Three are taken at once; the rest was put off by the first of them.
    assert len(attempts) <= 4
    assert sum(attempt.outcome == "quiet hours" for attempt in attempts) <= 3
    assert {(await row(office, _key(cast, given))).reason for given in names} == {Reason.HOURS}


@pytest.mark.parametrize(
    "more",
    [
        {"urgency": Urgency.URGENT},
        {"urgency": Urgency.IMMEDIATE},
        {"lane": Lane.REPLY, "purpose": Purpose.QUESTION_ANSWER},
        {"message_id": "77"},
    ],
)
async def test_urgent_ones_answers_and_edits_pass(office: Office, cast: Cast, more: dict[str, Any]) -> None:
    await _sleeping(office, cast, "Bình")
    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình", **more))
    await drain(sender(office, cast, channel))
    assert len(channel.sent) + len(channel.edited) == 1


async def test_a_card_that_stands_is_edited_at_night(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình"))
    await drain(sender(office, cast, channel))
    await _sleeping(office, cast, "Bình")

    def renew(connection: Connection) -> None:
        connection.execute(
            tables.deliveries.update().values(state=DeliveryState.QUEUED, fingerprint="", due_at=START)
        )

    clock_of(office).set(START.replace(hour=22))
    await office.database.transaction(renew)
    await drain(sender(office, cast, channel))
    assert len(channel.edited) == 1


async def test_the_end_of_the_quiet_hours_waits_for_the_offices_own(office: Office, cast: Cast) -> None:
    await set_quiet_hours(cast.caller("Bình"), office, quiet=Quiet(8 * 60, 12 * 60))
    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình"))
    await drain(sender(office, cast, channel))
    for hour, arrived in ((12, 0), (13, 0), (14, 1)):
        clock_of(office).set(START.replace(hour=hour))
        await drain(sender(office, cast, channel))
        assert len(channel.sent) == arrived


async def test_what_was_held_goes_as_soon_as_the_hours_are_given_up(office: Office, cast: Cast) -> None:
    await _sleeping(office, cast, "Bình")
    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, channel, table=dict.fromkeys(Purpose, compose_plainly))
    await drain(one)
    assert channel.sent == []
    await set_quiet_hours(cast.caller("Bình"), office, quiet=None)
    clock_of(office).forward(seconds=2)
    await drain(one)
    assert channel.chats == ["chat-Bình"]


async def test_who_has_left_is_not_waited_for(office: Office, cast: Cast) -> None:
    await _sleeping(office, cast, "Bình")
    await owe(office, card(office, cast, "Bình"))
    await change(office, tables.addresses, cast.addresses["Bình"], member_id=cast["Mai"])
    channel = ScriptedChannel()
    clock_of(office).set(START.replace(hour=9))
    await drain(sender(office, cast, channel))
    assert channel.sent == []
    assert (await row(office, _key(cast, "Bình"))).state is DeliveryState.SKIPPED
