"""The secretary puts a session together; a wrong word is refused and nothing is lost."""

from datetime import datetime

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.study import changing, planning, viewing
from bot.study.planning import Step
from storage.states import SessionState
from tests.cast import BRANCH_1, COMMAND_LINE, ZONE, Cast, clock_of
from tests.study.steps import WHEN, announced, knock_of, plan, session, words


async def test_a_plan_asks_for_what_it_lacks_one_after_the_other(office: Office, cast: Cast) -> None:
    caller = cast.caller("Hòa")
    session_id = (await planning.begin(caller, office)).session_id

    async def step() -> Step | None:
        return (await planning.plan_of(caller, office, session_id=session_id)).step

    assert await step() is Step.TITLE
    await planning.give_title(caller, office, session_id=session_id, text="  Sinh hoạt \n chuyên đề ")
    assert await step() is Step.WHEN
    await planning.give_time(caller, office, session_id=session_id, text=WHEN)
    assert await step() is Step.WHERE
    await planning.give_place(caller, office, session_id=session_id, text="Phòng họp tầng 2")
    assert await step() is Step.CHAIR
    await planning.give_chair(caller, office, session_id=session_id, member_id=cast["Mai"])
    assert await step() is None
    kept = await session(office, session_id)
    assert (kept.title, kept.place, kept.chair_id) == ("Sinh hoạt chuyên đề", "Phòng họp tầng 2", cast["Mai"])
    assert kept.starts_at == datetime(2026, 12, 3, 19, 30, tzinfo=ZONE)
    assert kept.ends_at == datetime(2026, 12, 3, 21, 0, tzinfo=ZONE)
    assert (kept.state, kept.unit_id) == (SessionState.PLANNED, cast.units[BRANCH_1])


async def test_a_plan_tells_nobody(office: Office, cast: Cast) -> None:
    await plan(office, cast)
    assert await words(office) == []


@pytest.mark.parametrize("given", ["Bình", "Lan", "Minh", "Thuận", "Dũng"])
async def test_only_a_secretary_or_deputy_of_a_unit_plans(office: Office, cast: Cast, given: str) -> None:
    with pytest.raises(Refused) as refused:
        await planning.begin(cast.caller(given), office)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_deputy_plans_for_their_unit(office: Office, cast: Cast) -> None:
    begun = await planning.begin(cast.caller("Yến"), office)
    assert (await session(office, begun.session_id)).created_by == cast["Yến"]


async def test_nobody_without_a_name_plans(office: Office, cast: Cast) -> None:
    for caller in (COMMAND_LINE, cast.stranger()):
        with pytest.raises(Refused):
            await planning.begin(caller, office)


async def test_another_branchs_secretary_neither_sees_nor_edits_a_plan(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    stranger = cast.caller("Sơn")
    with pytest.raises(Refused) as refused:
        await planning.plan_of(stranger, office, session_id=session_id)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    with pytest.raises(Refused):
        await planning.give_place(stranger, office, session_id=session_id, text="Nơi khác")
    assert (await session(office, session_id)).place == "Phòng họp tầng 2"


async def test_a_member_does_not_see_a_plan_of_their_own_unit(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    with pytest.raises(Refused) as refused:
        await viewing.view(cast.caller("Bình"), office, session_id=session_id)
    assert refused.value.reason is Refusal.NOT_FOUND
    assert (await viewing.agenda(cast.caller("Bình"), office)).planned == ()


async def test_an_unfinished_plan_is_taken_up_again_and_no_second_one_made(
    office: Office, cast: Cast
) -> None:
    caller = cast.caller("Hòa")
    first = await planning.begin(caller, office)
    await planning.give_title(caller, office, session_id=first.session_id, text="Sinh hoạt tháng 12")
    again = await planning.begin(caller, office)
    assert (again.session_id, first.resumed, again.resumed) == (first.session_id, False, True)


async def test_a_finished_plan_does_not_stand_in_the_way_of_a_new_one(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    assert (await planning.begin(cast.caller("Hòa"), office)).session_id != session_id


async def test_a_second_run_of_the_same_knock_opens_no_second_plan(office: Office, cast: Cast) -> None:
    caller = cast.caller("Hòa", knock=await knock_of(office, cast))
    first = await planning.begin(caller, office)
    assert await planning.begin(caller, office) == first
    assert len((await viewing.agenda(cast.caller("Hòa"), office)).planned) == 1


async def test_without_an_end_a_session_lasts_as_long_as_it_has_to(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast, when="19h30 ngày 3/12")
    kept = await session(office, session_id)
    assert kept.ends_at == datetime(2026, 12, 3, 21, 0, tzinfo=ZONE)
    assert not (await planning.plan_of(cast.caller("Hòa"), office, session_id=session_id)).is_short


async def test_without_an_end_a_late_session_does_not_run_into_the_next_day(
    office: Office, cast: Cast
) -> None:
    session_id = await plan(office, cast, when="23h 3/12")
    assert (await session(office, session_id)).ends_at == datetime(2026, 12, 3, 23, 59, tzinfo=ZONE)


async def test_a_session_under_ninety_minutes_is_remarked_upon(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast, when="19:30-20:30 03/12/2026")
    assert (await planning.plan_of(cast.caller("Hòa"), office, session_id=session_id)).is_short


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tuần sau", Refusal.NOT_A_DATE),
        ("3/12", Refusal.NOT_A_DATE),
        ("19h30 31/11", Refusal.NOT_A_DATE),
        ("19h30 thứ Tư 3/12", Refusal.NOT_A_DATE),
        ("7h 23/11", Refusal.IN_THE_PAST),
        ("19h30 20/11", Refusal.IN_THE_PAST),
        ("8h 23/11", Refusal.IN_THE_PAST),
    ],
)
async def test_a_time_that_cannot_be_is_refused_and_the_old_one_stays(
    office: Office, cast: Cast, text: str, reason: Refusal
) -> None:
    session_id = await plan(office, cast)
    before = await session(office, session_id)
    with pytest.raises(Refused) as refused:
        await planning.give_time(cast.caller("Hòa"), office, session_id=session_id, text=text)
    assert refused.value.reason is reason
    assert await session(office, session_id) == before


@pytest.mark.parametrize(
    ("text", "reason"), [("", Refusal.EMPTY), (" \n", Refusal.EMPTY), ("x" * 121, Refusal.TOO_LONG)]
)
async def test_a_title_has_some_length_but_not_any(
    office: Office, cast: Cast, text: str, reason: Refusal
) -> None:
    session_id = await plan(office, cast)
    with pytest.raises(Refused) as refused:
        await planning.give_title(cast.caller("Hòa"), office, session_id=session_id, text=text)
    assert refused.value.reason is reason


async def test_the_chair_is_of_the_unit(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    with pytest.raises(Refused) as refused:
        await planning.give_chair(cast.caller("Hòa"), office, session_id=session_id, member_id=cast["Sơn"])
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_the_secretary_is_offered_first_for_the_chair(office: Office, cast: Cast) -> None:
    begun = await planning.begin(cast.caller("Yến"), office)
    found = await planning.plan_of(cast.caller("Yến"), office, session_id=begun.session_id)
    assert [member.id for member in found.chairs[:2]] == [cast["Sơn"], cast["Yến"]]
    assert {member.id for member in found.chairs} == cast.of_unit("Chi bộ 2")


@pytest.mark.parametrize(
    ("days", "title"), [(0, "Sinh hoạt chi bộ tháng 12"), (12, "Sinh hoạt chi bộ tháng 12")]
)
async def test_a_title_is_offered_for_the_month_that_is_being_prepared(
    office: Office, cast: Cast, days: int, title: str
) -> None:
    clock_of(office).forward(days=days)  # 23 November, 5 December
    caller = cast.caller("Hòa")
    begun = await planning.begin(caller, office)
    found = await planning.plan_of(caller, office, session_id=begun.session_id)
    assert found.offered_title == title
    await planning.take_offered_title(caller, office, session_id=begun.session_id, month=found.month)
    assert (await session(office, begun.session_id)).title == title


async def test_after_december_comes_january(office: Office, cast: Cast) -> None:
    clock_of(office).set(datetime(2026, 12, 20, 8, 0, tzinfo=ZONE))
    begun = await planning.begin(cast.caller("Hòa"), office)
    found = await planning.plan_of(cast.caller("Hòa"), office, session_id=begun.session_id)
    assert found.offered_title == "Sinh hoạt chi bộ tháng 1"


async def test_a_plan_is_given_up_without_a_word(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    cancelled = await changing.cancel(cast.caller("Hòa"), office, session_id=session_id)
    assert (cancelled.was_planned, cancelled.told) == (True, 0)
    assert (await session(office, session_id)).state is SessionState.CANCELLED
    assert await words(office) == []


async def test_an_announced_session_is_no_plan_any_more(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    with pytest.raises(Refused) as refused:
        await planning.give_title(cast.caller("Hòa"), office, session_id=session_id, text="Tên khác")
    assert refused.value.reason is Refusal.GONE_ON
