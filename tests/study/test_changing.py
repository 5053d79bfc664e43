"""Another time, another place, or off: everybody who knew is told, once, from what they knew."""

from datetime import datetime

import pytest

from bot.delivery.composing import Skip
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.study import answering, changing, viewing
from storage.states import Answer, DeliveryState, Purpose, Reason, SessionState, Urgency
from tests.cast import ZONE, Cast, clock_of
from tests.study.steps import announced, has_left, revision, send_all, session, words

LATER = "19:30-21:00 04/12/2026"


async def known(office: Office, cast: Cast) -> int:
    """An announced session whose invitations have arrived."""
    session_id = await announced(office, cast)
    await send_all(office)
    return session_id


async def reschedule(office: Office, cast: Cast, session_id: int, text: str = LATER) -> changing.Changed:
    return await changing.reschedule(cast.caller("Hòa"), office, session_id=session_id, text=text)


async def test_a_new_time_is_told_to_everybody_who_was_invited(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    before = await revision(office, session_id)
    changed = await reschedule(office, cast, session_id)
    assert (changed.changed, changed.told) == (True, 4)
    assert await revision(office, session_id) == before + 1
    told = await words(office, purpose=Purpose.SESSION_CHANGE)
    assert {word.member_id for word in told} == {cast[given] for given in ("Hòa", "Bình", "Mai", "An")}


async def test_the_change_names_the_old_and_the_new_time(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    await reschedule(office, cast, session_id)
    (word,) = await words(office, member_id=cast["Bình"], purpose=Purpose.SESSION_CHANGE)
    assert word.text.splitlines() == [
        "ĐỔI LỊCH · Sinh hoạt chuyên đề quý IV",
        "Kính báo đồng chí Bình: buổi sinh hoạt đã đổi thời gian.",
        "Lịch cũ: 19:30 thứ Năm, 03/12/2026",
        "🕢 Lịch mới: 19:30–21:00 thứ Sáu, 04/12/2026",
        "📍 Phòng họp tầng 2",
        "Chủ trì: đ/c Hòa, Bí thư Chi bộ 1",
        "Trả lời trước 17:00 thứ Ba, 01/12",
    ]
    assert word.labels == ["✅ Dự", "🙏 Xin vắng", "Chưa chắc"]


async def test_without_an_end_the_session_keeps_its_length(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast, when="19:00-21:00 3/12")
    await reschedule(office, cast, session_id, "8h 4/12")
    assert (await session(office, session_id)).ends_at == datetime(2026, 12, 4, 10, 0, tzinfo=ZONE)


async def test_a_new_place_is_told_without_an_old_time(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    await changing.relocate(cast.caller("Hòa"), office, session_id=session_id, text="Hội trường")
    (word,) = await words(office, member_id=cast["Bình"], purpose=Purpose.SESSION_CHANGE)
    assert "buổi sinh hoạt đã đổi địa điểm." in word.text
    assert "📍 Hội trường" in word.text
    assert "Lịch cũ" not in word.text


@pytest.mark.parametrize("text", ["19:30-21:00 03/12/2026", "19h30 3/12"])
async def test_the_same_time_again_tells_nobody(office: Office, cast: Cast, text: str) -> None:
    session_id = await known(office, cast)
    before = await session(office, session_id)
    changed = await reschedule(office, cast, session_id, text)
    assert not changed.changed
    assert await session(office, session_id) == before
    assert await words(office, purpose=Purpose.SESSION_CHANGE) == []


async def test_who_had_answered_is_asked_again(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    await answering.answer(
        cast.caller("Bình"),
        office,
        session_id=session_id,
        revision=await revision(office, session_id),
        choice=Answer.YES,
    )
    await reschedule(office, cast, session_id)
    viewed = await viewing.view(cast.caller("Hòa"), office, session_id=session_id)
    assert viewed.tally is not None
    assert (viewed.tally[Answer.YES], viewed.tally[Answer.NONE]) == (0, 4)
    (binh,) = await words(office, member_id=cast["Bình"], purpose=Purpose.SESSION_CHANGE)
    (mai,) = await words(office, member_id=cast["Mai"], purpose=Purpose.SESSION_CHANGE)
    assert "Xin trả lời lại" in binh.text
    assert "Xin trả lời lại" not in mai.text


async def test_an_invitation_that_never_left_goes_out_with_the_new_time_only(
    office: Office, cast: Cast
) -> None:
    session_id = await announced(office, cast)
    await reschedule(office, cast, session_id)
    old, new = await words(office, member_id=cast["Bình"])
    assert (old.state, old.reason) == (DeliveryState.CANCELLED, Reason.CHANGED)
    assert (new.purpose, new.state) == (Purpose.INVITATION, DeliveryState.QUEUED)
    assert "thứ Sáu, 04/12/2026" in new.text


async def test_a_change_that_never_left_is_told_from_what_the_member_knows(
    office: Office, cast: Cast
) -> None:
    session_id = await known(office, cast)
    await reschedule(office, cast, session_id)
    await reschedule(office, cast, session_id, "19h30 7/12")
    old, new = await words(office, member_id=cast["Bình"], purpose=Purpose.SESSION_CHANGE)
    assert (old.state, old.reason) == (DeliveryState.CANCELLED, Reason.CHANGED)
    assert "Lịch cũ: 19:30 thứ Năm, 03/12/2026" in new.text
    assert "Lịch mới: 19:30–21:00 thứ Hai, 07/12/2026" in new.text


async def test_word_of_an_older_revision_is_overtaken_at_its_last_look(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    await reschedule(office, cast, session_id)
    (invitation,) = await words(office, member_id=cast["Bình"], purpose=Purpose.INVITATION)
    assert invitation.would_be == Skip(Reason.CHANGED)


async def test_who_left_is_told_of_nothing(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    await has_left(office, cast["An"])
    assert (await reschedule(office, cast, session_id)).told == 3
    assert await words(office, member_id=cast["An"], purpose=Purpose.SESSION_CHANGE) == []


async def test_a_session_that_is_off_is_told_to_everybody(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    cancelled = await changing.cancel(cast.caller("Hòa"), office, session_id=session_id)
    assert (cancelled.told, cancelled.was_planned) == (4, False)
    assert (await session(office, session_id)).state is SessionState.CANCELLED
    (word,) = await words(office, member_id=cast["Bình"], purpose=Purpose.SESSION_CHANGE)
    assert word.text.splitlines() == [
        "HỦY BUỔI SINH HOẠT · Sinh hoạt chuyên đề quý IV",
        "Kính báo đồng chí Bình: buổi sinh hoạt lúc 19:30 thứ Năm, 03/12/2026 không tổ chức nữa.",
    ]
    assert word.labels == []
    assert (await viewing.agenda(cast.caller("Bình"), office)).coming == ()


async def test_who_never_heard_of_it_does_not_hear_that_it_is_off(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    cancelled = await changing.cancel(cast.caller("Hòa"), office, session_id=session_id)
    assert cancelled.told == 0
    assert {word.state for word in await words(office)} == {DeliveryState.CANCELLED}


async def test_a_session_is_called_off_once(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    await changing.cancel(cast.caller("Hòa"), office, session_id=session_id)
    with pytest.raises(Refused) as refused:
        await changing.cancel(cast.caller("Hòa"), office, session_id=session_id)
    assert refused.value.reason is Refusal.GONE_ON
    assert len(await words(office, purpose=Purpose.SESSION_CHANGE)) == 4


@pytest.mark.parametrize("given", ["Bình", "Sơn", "Lan", "Thuận", "Dũng"])
async def test_nobody_else_moves_it_or_calls_it_off(office: Office, cast: Cast, given: str) -> None:
    session_id = await known(office, cast)
    before = await session(office, session_id)
    caller = cast.caller(given)
    for attempt in (
        changing.reschedule(caller, office, session_id=session_id, text=LATER),
        changing.relocate(caller, office, session_id=session_id, text="Hội trường"),
        changing.cancel(caller, office, session_id=session_id),
        changing.demand_movable(caller, office, session_id=session_id),
        changing.demand_cancellable(caller, office, session_id=session_id),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await session(office, session_id) == before


async def test_a_session_that_has_begun_is_neither_moved_nor_called_off(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    clock_of(office).set(datetime(2026, 12, 3, 19, 30, tzinfo=ZONE))
    for attempt in (
        reschedule(office, cast, session_id),
        changing.cancel(cast.caller("Hòa"), office, session_id=session_id),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.IN_THE_PAST


@pytest.mark.parametrize(("text", "reason"), [("mai", Refusal.NOT_A_DATE), ("7h 23/11", Refusal.IN_THE_PAST)])
async def test_a_time_that_cannot_be_changes_nothing(
    office: Office, cast: Cast, text: str, reason: Refusal
) -> None:
    session_id = await known(office, cast)
    before = await session(office, session_id)
    with pytest.raises(Refused) as refused:
        await reschedule(office, cast, session_id, text)
    assert refused.value.reason is reason
    assert await session(office, session_id) == before


async def test_word_of_a_change_goes_on_a_free_day_when_monday_is_too_late(
    office: Office, cast: Cast
) -> None:
    session_id = await announced(office, cast, when="8h 30/11")
    await send_all(office)
    clock_of(office).set(datetime(2026, 11, 28, 9, 0, tzinfo=ZONE))  # a Saturday
    # The new time is far off; it is the old one for which people would come in vain.
    await reschedule(office, cast, session_id, LATER)
    assert {word.urgency for word in await words(office, purpose=Purpose.SESSION_CHANGE)} == {Urgency.URGENT}


async def test_word_of_a_change_is_late_only_when_both_times_are_over(office: Office, cast: Cast) -> None:
    session_id = await known(office, cast)
    await reschedule(office, cast, session_id)
    clock_of(office).set(datetime(2026, 12, 4, 19, 29, tzinfo=ZONE))
    (word,) = await words(office, member_id=cast["Bình"], purpose=Purpose.SESSION_CHANGE)
    assert "ĐỔI LỊCH" in word.text
    clock_of(office).set(datetime(2026, 12, 4, 19, 30, tzinfo=ZONE))
    (word,) = await words(office, member_id=cast["Bình"], purpose=Purpose.SESSION_CHANGE)
    assert word.would_be == Skip(Reason.LATE)
