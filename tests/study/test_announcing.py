"""The invitations: to whom, how often, and what stands in them."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.delivery.composing import Skip
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.study import announcing, planning, viewing
from storage import tables
from storage.states import Answer, DeliveryState, Purpose, Reason, SessionState, Urgency
from tests.cast import BRANCH_2, ZONE, Cast, clock_of
from tests.study.steps import announced, has_left, is_on_paper, knock_of, plan, revision, session, words


async def test_everybody_of_the_unit_is_invited_and_nobody_else(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    invited = await words(office, purpose=Purpose.INVITATION)
    assert {word.member_id for word in invited} == {cast[given] for given in ("Hòa", "Bình", "Mai", "An")}
    assert all(word.state is DeliveryState.QUEUED for word in invited)


async def test_an_invitation_is_like_the_sketch(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    (word,) = await words(office, member_id=cast["Bình"])
    assert word.text.splitlines() == [
        "THƯ MỜI · Sinh hoạt chuyên đề quý IV",
        "Kính mời đồng chí Bình dự",
        "🕢 19:30–21:00 thứ Năm, 03/12/2026",
        "📍 Phòng họp tầng 2",
        "Chủ trì: đ/c Hòa, Bí thư Chi bộ 1",
        "Trả lời trước 17:00 thứ Hai, 30/11",
    ]
    assert word.labels == ["✅ Dự", "🙏 Xin vắng", "Chưa chắc"]


async def test_who_has_no_address_or_takes_paper_is_counted_but_not_written_to(
    office: Office, cast: Cast
) -> None:
    await is_on_paper(office, cast["Thu"])
    session_id = await plan(office, cast, by="Sơn")
    made = await announcing.announce(
        cast.caller("Sơn"), office, session_id=session_id, revision=await revision(office, session_id)
    )
    assert (made.told, made.without_address) == (2, 2)
    assert {word.member_id for word in await words(office)} == {cast["Sơn"], cast["Yến"]}
    _session, listed = await viewing.answers(cast.caller("Sơn"), office, session_id=session_id)
    assert {one.member_id for one in listed} == cast.of_unit(BRANCH_2)
    assert {one.member_id for one in listed if not one.is_reached} == {cast["Tâm"], cast["Thu"]}


async def test_who_left_before_is_not_invited(office: Office, cast: Cast) -> None:
    await has_left(office, cast["An"])
    session_id = await announced(office, cast)
    _session, listed = await viewing.answers(cast.caller("Hòa"), office, session_id=session_id)
    assert cast["An"] not in {one.member_id for one in listed}


async def test_who_leaves_afterwards_gets_no_invitation(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    await has_left(office, cast["An"])
    (word,) = await words(office, member_id=cast["An"])
    assert word.would_be == Skip(Reason.LEFT)


async def test_a_session_is_announced_once(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    with pytest.raises(Refused) as refused:
        await announcing.announce(
            cast.caller("Hòa"), office, session_id=session_id, revision=await revision(office, session_id)
        )
    assert refused.value.reason is Refusal.GONE_ON
    assert len(await words(office)) == 4


async def test_a_preview_that_shows_something_else_announces_nothing(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    shown = await revision(office, session_id)
    await planning.give_place(cast.caller("Hòa"), office, session_id=session_id, text="Hội trường")
    with pytest.raises(Refused) as refused:
        await announcing.announce(cast.caller("Hòa"), office, session_id=session_id, revision=shown)
    assert refused.value.reason is Refusal.GONE_ON
    assert (await session(office, session_id)).state is SessionState.PLANNED


async def test_an_incomplete_plan_is_not_announced(office: Office, cast: Cast) -> None:
    begun = await planning.begin(cast.caller("Hòa"), office)
    with pytest.raises(Refused) as refused:
        await announcing.announce(cast.caller("Hòa"), office, session_id=begun.session_id, revision=1)
    assert refused.value.reason is Refusal.INCOMPLETE


async def test_a_plan_whose_time_has_come_is_not_announced(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    clock_of(office).set(datetime(2026, 12, 3, 19, 30, tzinfo=ZONE))
    with pytest.raises(Refused) as refused:
        await announcing.announce(
            cast.caller("Hòa"), office, session_id=session_id, revision=await revision(office, session_id)
        )
    assert refused.value.reason is Refusal.IN_THE_PAST


@pytest.mark.parametrize("given", ["Bình", "Sơn", "Lan", "Thuận"])
async def test_nobody_else_announces(office: Office, cast: Cast, given: str) -> None:
    session_id = await plan(office, cast)
    with pytest.raises(Refused) as refused:
        await announcing.announce(
            cast.caller(given), office, session_id=session_id, revision=await revision(office, session_id)
        )
    assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await words(office) == []


async def test_word_that_a_working_day_would_bring_too_late_goes_on_a_free_day(
    office: Office, cast: Cast
) -> None:
    clock_of(office).set(datetime(2026, 11, 27, 18, 0, tzinfo=ZONE))  # Friday evening
    await announced(office, cast, when="8h 28/11")
    assert {word.urgency for word in await words(office)} == {Urgency.URGENT}


async def test_word_that_can_wait_for_a_working_day_waits(office: Office, cast: Cast) -> None:
    clock_of(office).set(datetime(2026, 11, 27, 18, 0, tzinfo=ZONE))
    session_id = await plan(office, cast)
    made = await announcing.announce(
        cast.caller("Hòa"), office, session_id=session_id, revision=await revision(office, session_id)
    )
    assert {word.urgency for word in await words(office)} == {Urgency.NORMAL}
    assert made.goes_at == datetime(2026, 11, 30, 7, 0, tzinfo=ZONE)


async def test_an_invitation_is_late_once_the_session_has_begun(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    clock_of(office).set(datetime(2026, 12, 3, 19, 30, tzinfo=ZONE))
    (word,) = await words(office, member_id=cast["Bình"])
    assert word.would_be == Skip(Reason.LATE)


async def test_history_holds_the_plan_and_its_announcement(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    table = tables.history
    rows = await office.database.read(
        lambda connection: connection.execute(
            sa.select(table.c.actor_id, table.c.from_state, table.c.to_state)
            .where(table.c.thing == "study_session", table.c.thing_id == session_id)
            .order_by(table.c.id)
        ).all()
    )
    assert [tuple(row) for row in rows] == [
        (cast["Hòa"], "", "planned"),
        (cast["Hòa"], "planned", "announced"),
    ]


async def test_a_second_run_of_the_same_knock_answers_the_same(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    knock = await knock_of(office, cast)
    caller = cast.caller("Hòa", knock=knock)
    shown = await revision(office, session_id)
    first = await announcing.announce(caller, office, session_id=session_id, revision=shown)
    again = await announcing.announce(caller, office, session_id=session_id, revision=shown)
    assert first == again
    assert len(await words(office)) == 4


async def test_the_date_to_answer_by_is_left_out_once_it_is_over(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    clock_of(office).set(datetime(2026, 11, 30, 17, 0, tzinfo=ZONE) + timedelta(minutes=1))
    (word,) = await words(office, member_id=cast["Bình"])
    assert "Trả lời trước" not in word.text


async def test_nobody_has_answered_a_new_invitation(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    viewed = await viewing.view(cast.caller("Hòa"), office, session_id=session_id)
    assert viewed.tally == {Answer.NONE: 4, Answer.YES: 0, Answer.NO: 0, Answer.MAYBE: 0}
