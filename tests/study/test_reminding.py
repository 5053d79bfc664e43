"""One reminder, the day before, in the words that fit the answer."""

from datetime import datetime

from bot.delivery.composing import Skip
from bot.office import Office
from bot.study import answering, changing
from bot.study.reminding import remind_sessions
from storage.states import Answer, DeliveryState, Purpose, Reason, Urgency
from tests.cast import ZONE, Cast, clock_of
from tests.study.steps import Word, announced, has_left, is_on_paper, revision, send_all, words

DAY_BEFORE = datetime(2026, 12, 2, 8, 0, tzinfo=ZONE)


async def known(office: Office, cast: Cast, *, when: str = "19:30-21:00 03/12/2026") -> int:
    """An announced session whose invitations have arrived."""
    session_id = await announced(office, cast, when=when)
    await send_all(office)
    return session_id


async def answer(office: Office, cast: Cast, session_id: int, given: str, choice: Answer) -> None:
    await answering.answer(
        cast.caller(given),
        office,
        session_id=session_id,
        revision=await revision(office, session_id),
        choice=choice,
    )


async def reminders(office: Office, member_id: int | None = None) -> list[Word]:
    return await words(office, purpose=Purpose.SESSION_REMINDER, member_id=member_id)


async def test_the_reminder_goes_at_the_first_hour_of_the_day_before_and_no_earlier(
    office: Office, cast: Cast
) -> None:
    await known(office, cast)
    clock_of(office).set(datetime(2026, 12, 2, 7, 59, tzinfo=ZONE))
    assert await remind_sessions(office) == 0
    clock_of(office).set(DAY_BEFORE)
    assert await remind_sessions(office) == 4
    assert {word.once_key.split(":")[-1] for word in await reminders(office)} == {"d-1"}


async def test_looking_again_reminds_nobody_twice(office: Office, cast: Cast) -> None:
    await known(office, cast)
    clock_of(office).set(DAY_BEFORE)
    await remind_sessions(office)
    await send_all(office)
    clock_of(office).forward(hours=6)
    assert await remind_sessions(office) == 0
    assert len(await reminders(office)) == 4


async def test_each_answer_has_its_words_and_who_declined_hears_nothing(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.YES)
    await answer(office, cast, session_id, "Mai", Answer.MAYBE)
    await answer(office, cast, session_id, "An", Answer.NO)
    clock_of(office).set(DAY_BEFORE)
    assert await remind_sessions(office) == 3
    by_member = {word.member_id: word for word in await reminders(office)}
    assert by_member[cast["Bình"]].text.splitlines() == [
        "NHẮC LỊCH · Sinh hoạt chuyên đề quý IV",
        "Đồng chí Bình đã nhận lời dự buổi sinh hoạt ngày mai.",
        "🕢 19:30–21:00 thứ Năm, 03/12/2026",
        "📍 Phòng họp tầng 2",
        "Chủ trì: đ/c Hòa, Bí thư Chi bộ 1",
    ]
    assert "còn chưa chắc về buổi sinh hoạt ngày mai" in by_member[cast["Mai"]].text
    assert "chưa trả lời thư mời sinh hoạt ngày mai" in by_member[cast["Hòa"]].text
    assert cast["An"] not in by_member


async def test_who_declines_before_it_goes_out_hears_nothing(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    clock_of(office).set(DAY_BEFORE)
    await remind_sessions(office)
    await answer(office, cast, session_id, "Bình", Answer.NO)
    (word,) = await reminders(office, cast["Bình"])
    assert word.would_be == Skip(Reason.ANSWERED)


async def test_a_late_knock_still_reminds_on_the_day_itself(office: Office, cast: Cast) -> None:
    await known(office, cast)
    clock_of(office).set(datetime(2026, 12, 3, 7, 0, tzinfo=ZONE))
    assert await remind_sessions(office) == 4
    (word,) = await reminders(office, cast["Bình"])
    assert "chưa trả lời thư mời sinh hoạt hôm nay" in word.text


async def test_nobody_is_reminded_once_it_has_begun(office: Office, cast: Cast) -> None:
    await known(office, cast)
    clock_of(office).set(datetime(2026, 12, 3, 19, 30, tzinfo=ZONE))
    assert await remind_sessions(office) == 0
    assert await reminders(office) == []


async def test_a_reminder_that_was_held_up_is_late_once_it_has_begun(office: Office, cast: Cast) -> None:
    await known(office, cast)
    clock_of(office).set(DAY_BEFORE)
    await remind_sessions(office)
    clock_of(office).set(datetime(2026, 12, 3, 19, 30, tzinfo=ZONE))
    (word,) = await reminders(office, cast["Bình"])
    assert word.would_be == Skip(Reason.LATE)


async def test_an_invitation_that_goes_out_later_than_the_reminder_would_is_the_reminder(
    office: Office, cast: Cast
) -> None:
    clock_of(office).set(DAY_BEFORE)
    await known(office, cast)
    assert await remind_sessions(office) == 0
    clock_of(office).forward(hours=6)
    assert await remind_sessions(office) == 0


async def test_an_invitation_held_over_the_weekend_is_the_reminder(office: Office, cast: Cast) -> None:
    # Sunday 07:00, for Monday evening: it goes out on Monday at 07:00; the reminder is due on Sunday.
    clock_of(office).set(datetime(2026, 11, 29, 7, 0, tzinfo=ZONE))
    await announced(office, cast, when="19:30 30/11")
    clock_of(office).forward(hours=2)
    assert await remind_sessions(office) == 0


async def test_a_reminder_for_a_session_on_sunday_goes_on_saturday(office: Office, cast: Cast) -> None:
    await known(office, cast, when="8h 29/11")
    clock_of(office).set(datetime(2026, 11, 28, 8, 0, tzinfo=ZONE))
    assert await remind_sessions(office) == 4
    assert {word.urgency for word in await reminders(office)} == {Urgency.URGENT}


async def test_a_moved_session_is_reminded_of_on_its_new_eve(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    clock_of(office).set(DAY_BEFORE)
    await remind_sessions(office)
    await changing.reschedule(cast.caller("Hòa"), office, session_id=session_id, text="19h30 9/12")
    assert {(word.state, word.reason) for word in await reminders(office)} == {
        (DeliveryState.CANCELLED, Reason.CHANGED)
    }
    assert await remind_sessions(office) == 0
    await send_all(office)
    clock_of(office).set(datetime(2026, 12, 8, 8, 0, tzinfo=ZONE))
    assert await remind_sessions(office) == 4


async def test_who_declined_the_old_time_is_reminded_of_the_new_one(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.NO)
    await changing.reschedule(cast.caller("Hòa"), office, session_id=session_id, text="19h30 9/12")
    clock_of(office).set(datetime(2026, 12, 8, 8, 0, tzinfo=ZONE))
    await remind_sessions(office)
    assert len(await reminders(office, cast["Bình"])) == 1


async def test_a_session_that_is_off_is_not_reminded_of(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    clock_of(office).set(DAY_BEFORE)
    await remind_sessions(office)
    await changing.cancel(cast.caller("Hòa"), office, session_id=session_id)
    assert {word.state for word in await reminders(office)} == {DeliveryState.CANCELLED}
    assert await remind_sessions(office) == 0


async def test_who_left_or_takes_paper_is_not_reminded(office: Office, cast: Cast) -> None:
    await known(office, cast)
    await has_left(office, cast["An"])
    await is_on_paper(office, cast["Mai"])
    clock_of(office).set(DAY_BEFORE)
    assert await remind_sessions(office) == 2


async def test_who_leaves_before_it_goes_out_hears_nothing(office: Office, cast: Cast) -> None:
    await known(office, cast)
    clock_of(office).set(DAY_BEFORE)
    await remind_sessions(office)
    await has_left(office, cast["An"])
    await is_on_paper(office, cast["Mai"])
    (an,) = await reminders(office, cast["An"])
    (mai,) = await reminders(office, cast["Mai"])
    assert an.would_be == Skip(Reason.LEFT)
    assert mai.would_be == Skip(Reason.NO_CONSENT)
