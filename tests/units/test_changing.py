"""The dated tree: what may be changed on which day, what follows, and what is refused."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.access import Door
from bot.acknowledgement.acknowledging import acknowledge
from bot.delivery.composing import Skip
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.adding import NewPerson, add_person
from bot.organisation.callers import caller_of_member
from bot.organisation.membership.moving import move_member
from bot.organisation.units.changing import Changed, call_off, change_tree
from bot.organisation.units.due import apply_due_changes
from bot.organisation.units.wishes import Wish
from bot.states import UnitChange, UnitKind
from storage import tables
from storage.database import Connection
from storage.organisation import grants
from storage.rows import insert_row
from storage.states import AddressState, Purpose, Reason, Role
from tests.acknowledgement.story import obligation, owed, published, rows
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, COMMAND_LINE, COMMITTEE, ROOT, START, Cast, clock_of
from tests.membership.story import read
from tests.units.chatting import TODAY, row, tree

LAST_YEAR = date(2025, 7, 1)
NEXT_WEEK = TODAY + timedelta(days=7)
TOP = "Liên đoàn Lao động tỉnh"


async def change(
    office: Office, cast: Cast, kind: UnitChange, unit_id: int | None, *, on: date = TODAY, **more: Any
) -> Changed:
    """Dũng changes the tree."""
    return await change_tree(cast.caller("Dũng"), office, wish=Wish(kind, unit_id, on, **more))


async def test_the_past_keeps_its_names_and_places(office: Office, cast: Cast) -> None:
    one = cast.units[BRANCH_1]
    await change(
        office, cast, UnitChange.RENAME, one, on=LAST_YEAR, name="Chi bộ Cơ quan", short_name="CB CQ"
    )
    await change(office, cast, UnitChange.MOVE, one, target_id=cast.units[ROOT])
    committee = "Đảng ủy LĐLĐ tỉnh"
    assert (BRANCH_1, committee) in await tree(office, LAST_YEAR - timedelta(days=1))
    assert ("Chi bộ Cơ quan", committee) in await tree(office, LAST_YEAR)
    assert ("Chi bộ Cơ quan", TOP) in await tree(office)
    assert (await row(office, one)).name == "Chi bộ Cơ quan"


async def test_two_changes_of_one_day_leave_one_state_of_it(office: Office, cast: Cast) -> None:
    one = cast.units[BRANCH_1]
    for name in ("Chi bộ A", "Chi bộ B"):
        await change(office, cast, UnitChange.RENAME, one, name=name, short_name=name)
    spans = await rows(office, tables.unit_spans, unit_id=one)
    assert [(span.name, span.from_on, span.until_on) for span in spans] == [
        (BRANCH_1, date(2020, 1, 1), TODAY),
        ("Chi bộ B", TODAY, None),
    ]


async def test_every_change_leaves_its_line_of_history(office: Office, cast: Cast) -> None:
    made = await change(office, cast, UnitChange.MERGE, cast.units[BRANCH_2], target_id=cast.units[BRANCH_1])
    lines = await rows(office, tables.history, thing="unit")
    assert [(one.thing_id, one.to_state, one.actor_id, one.detail) for one in lines] == [
        (cast.units[BRANCH_2], "merged", cast["Dũng"], str(made.change_id))
    ]
    ended = await rows(office, tables.history, thing="role_grant", to_state="ended")
    assert {one.member_id for one in ended} == {cast["Sơn"], cast["Yến"]}
    moved = await rows(office, tables.history, thing="member", to_state="moved")
    assert {one.member_id for one in moved} == cast.of_unit(BRANCH_2)


async def test_what_is_closed_stays_with_the_old_unit_and_what_is_open_goes(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Thu"), office, publication_id=about)
    await change(office, cast, UnitChange.MERGE, cast.units[BRANCH_2], target_id=cast.units[BRANCH_1])
    assert (await obligation(office, about, cast["Thu"])).unit_id == cast.units[BRANCH_2]
    assert (await obligation(office, about, cast["Yến"])).unit_id == cast.units[BRANCH_1]


async def test_who_goes_with_a_unit_hears_of_it_once_where_word_reaches_them(
    office: Office, cast: Cast
) -> None:
    two, one = cast.units[BRANCH_2], cast.units[BRANCH_1]
    await change(office, cast, UnitChange.MERGE, two, target_id=one)
    queued = [row for row in await owed(office, Purpose.ROSTER_NEWS) if ":own:" in row.once_key]
    assert {row.member_id for row in queued} == cast.of_unit(BRANCH_2) - {cast["Tâm"]}
    (thu,) = [row for row in queued if row.member_id == cast["Thu"]]
    assert (
        "Từ thứ Hai, 23/11/2026, đồng chí Thu sinh hoạt tại Chi bộ 1 (Chi bộ 2 đã sáp nhập). "
        "Việc đang chờ đi theo đồng chí Thu."
    ) in await read(office, thu)
    await change(office, cast, UnitChange.OPEN, two)
    assert await read(office, thu) == str(Skip(Reason.CHANGED)), "it is so no more"
    queued = [row for row in await owed(office, Purpose.ROSTER_NEWS) if ":own:" in row.once_key]
    assert "(Chi bộ 2 lập lại)" in "".join([await read(office, row) for row in queued])


async def test_groups_below_a_merged_branch_come_along(office: Office, cast: Cast) -> None:
    made = await _group(office, cast)
    await change(office, cast, UnitChange.MERGE, cast.units[BRANCH_1], target_id=cast.units[BRANCH_2])
    assert (await row(office, made)).parent_id == cast.units[BRANCH_2]


async def test_a_group_chat_of_a_unit_that_ends_is_let_go(office: Office, cast: Cast) -> None:
    chat = await _group_chat(office, cast, cast.units[BRANCH_2])
    other = await _group_chat(office, cast, cast.units[BRANCH_3])
    await change(office, cast, UnitChange.MERGE, cast.units[BRANCH_2], target_id=cast.units[BRANCH_1])
    bound = {one.id: one.unit_id for one in await rows(office, tables.addresses, is_group=True)}
    assert bound == {chat: None, other: cast.units[BRANCH_3]}


async def test_a_role_of_the_level_above_does_not_grow_when_its_unit_is_dissolved(
    office: Office, cast: Cast
) -> None:
    """A committee's leader does not become the federation's; its admin is one anyhow."""
    for given, role in (("Bình", Role.COMMITTEE_LEADER), ("Mai", Role.ADMIN)):
        await _grant(office, cast, given, role, COMMITTEE)
    await change(office, cast, UnitChange.CLOSE, cast.units[COMMITTEE], target_id=cast.units[ROOT])
    assert not (await caller_of_member(office, cast["Bình"], door=Door.WEB)).grants
    now = await caller_of_member(office, cast["Mai"], door=Door.WEB)
    assert [(one.role, one.unit_id) for one in now.grants] == [(Role.ADMIN, cast.units[ROOT])]
    assert len(await owed(office, Purpose.ROLE_NEWS)) == 3


async def test_roles_come_back_with_the_unit(office: Office, cast: Cast) -> None:
    before = {given: await _roles(office, cast, given) for given in ("Dũng", "Lan", "Sơn")}
    await change(office, cast, UnitChange.CLOSE, cast.units[ROOT], target_id=cast.units[COMMITTEE])
    assert await _roles(office, cast, "Dũng") == [(Role.ADMIN, cast.units[COMMITTEE])]
    clock_of(office).forward(days=1)
    await change(office, cast, UnitChange.OPEN, cast.units[ROOT], on=TODAY + timedelta(days=1))
    assert {given: await _roles(office, cast, given) for given in before} == before
    assert (await tree(office, TODAY))[0] == ("Đảng ủy LĐLĐ tỉnh", "")
    assert (await tree(office, TODAY + timedelta(days=1)))[:2] == [(TOP, ""), ("Đảng ủy LĐLĐ tỉnh", TOP)]


async def test_who_has_moved_on_since_does_not_come_back(office: Office, cast: Cast) -> None:
    two = cast.units[BRANCH_2]
    await change(office, cast, UnitChange.MERGE, two, target_id=cast.units[BRANCH_1])

    def away(connection: Connection) -> None:
        move_member(
            connection,
            office,
            cast.caller("Dũng"),
            member_id=cast["Thu"],
            to_unit_id=cast.units[BRANCH_3],
            on=TODAY,
        )

    await office.database.transaction(away)
    await change(office, cast, UnitChange.OPEN, two, target_id=cast.units[COMMITTEE])
    back = {one.id for one in await rows(office, tables.members, unit_id=two)}
    assert back == cast.of_unit(BRANCH_2) - {cast["Thu"]}


async def test_a_circle_is_refused_whichever_way(office: Office, cast: Cast) -> None:
    top, middle, low = (cast.units[name] for name in (ROOT, COMMITTEE, BRANCH_1))
    for kind, unit_id, target_id in (
        (UnitChange.MOVE, top, low),
        (UnitChange.MOVE, middle, middle),
        (UnitChange.MERGE, middle, low),
        (UnitChange.MERGE, low, low),
        (UnitChange.CLOSE, low, low),
    ):
        await _refused(office, cast, Refusal.CIRCLE, kind, unit_id, target_id=target_id)


async def test_a_circle_in_the_past_is_refused_too(office: Office, cast: Cast) -> None:
    """Branch 2 hung under branch 1 until today: dated back, branch 1 cannot have hung under it."""
    one, two = cast.units[BRANCH_1], cast.units[BRANCH_2]
    await change(office, cast, UnitChange.MOVE, two, on=LAST_YEAR, target_id=one)
    await change(office, cast, UnitChange.MOVE, two, target_id=cast.units[COMMITTEE])
    await _refused(office, cast, Refusal.CIRCLE, UnitChange.MOVE, one, target_id=two, on=LAST_YEAR)
    await change(office, cast, UnitChange.MOVE, one, target_id=two)


@pytest.mark.parametrize("kind", [UnitChange.MERGE, UnitChange.CLOSE])
async def test_a_unit_is_not_opened_again_below_what_comes_back_to_it(
    office: Office, cast: Cast, kind: UnitChange
) -> None:
    middle, top = cast.units[COMMITTEE], cast.units[ROOT]
    await change(office, cast, kind, middle, target_id=top)
    before = await tree(office)
    with pytest.raises(Refused) as refused:
        await change(office, cast, UnitChange.OPEN, middle, target_id=cast.units[BRANCH_1])
    assert refused.value.reason is Refusal.CIRCLE
    assert await tree(office) == before
    # What hung there and was moved on since does not come back, so nothing is wrong with it.
    await change(office, cast, UnitChange.MOVE, cast.units[BRANCH_1], target_id=None)
    await change(office, cast, UnitChange.OPEN, middle, target_id=cast.units[BRANCH_1])
    assert ("Đảng ủy LĐLĐ tỉnh", BRANCH_1) in await tree(office)
    assert (BRANCH_2, "Đảng ủy LĐLĐ tỉnh") in await tree(office)
    assert len(await tree(office)) == len(cast.units)


async def test_a_unit_that_is_not_empty_is_not_simply_closed(office: Office, cast: Cast) -> None:
    refused = await _refused(office, cast, Refusal.NOT_EMPTY, UnitChange.CLOSE, cast.units[COMMITTEE])
    assert refused.details == {"members": "5", "units": "3"}
    group = await _group(office, cast)
    await change(office, cast, UnitChange.CLOSE, group)
    assert (await row(office, group)).closed_on == TODAY


async def test_a_date_that_contradicts_what_is_known_is_refused(office: Office, cast: Cast) -> None:
    one, two = cast.units[BRANCH_1], cast.units[BRANCH_2]
    await change(office, cast, UnitChange.RENAME, one, name="Chi bộ Cơ quan", short_name="CB CQ")
    refused = await _refused(
        office, cast, Refusal.CHANGED_SINCE, UnitChange.RENAME, one, on=LAST_YEAR, name="Chi bộ Cũ"
    )
    assert refused.details["since"] == "23/11/2026"
    await _refused(
        office, cast, Refusal.NOT_OPEN_THEN, UnitChange.MOVE, two, on=date(2019, 1, 1), target_id=one
    )
    # What hangs below was renamed after that day, and cannot have hung elsewhere before.
    await _refused(
        office,
        cast,
        Refusal.CHANGED_SINCE,
        UnitChange.CLOSE,
        cast.units[COMMITTEE],
        on=LAST_YEAR,
        target_id=cast.units[ROOT],
    )


async def test_a_closed_unit_is_no_target_and_changes_no_more(office: Office, cast: Cast) -> None:
    one, two = cast.units[BRANCH_1], cast.units[BRANCH_2]
    await change(office, cast, UnitChange.MERGE, two, target_id=one)
    for kind in (UnitChange.MOVE, UnitChange.MERGE, UnitChange.CLOSE):
        await _refused(office, cast, Refusal.NOT_OPEN_THEN, kind, cast.units[BRANCH_3], target_id=two)
        await _refused(office, cast, Refusal.NOT_OPEN_THEN, kind, two, target_id=one)
    await _refused(office, cast, Refusal.NOT_FOUND, UnitChange.MOVE, 999, target_id=one)
    await _refused(office, cast, Refusal.NO_CHANGE, UnitChange.OPEN, one)


@pytest.mark.parametrize("who", ["Hòa", "Lan", "Thuận", "Minh", "Kiên", "Bình"])
async def test_nobody_but_an_admin_changes_the_tree(office: Office, cast: Cast, who: str) -> None:
    wish = Wish(UnitChange.RENAME, cast.units[BRANCH_1], TODAY, name="Chi bộ Khác")
    with pytest.raises(Refused) as refused:
        await change_tree(cast.caller(who), office, wish=wish)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_the_command_line_changes_it(office: Office, cast: Cast) -> None:
    wish = Wish(UnitChange.OPEN, None, TODAY, UnitKind.BRANCH, "Chi bộ 4", "CB 4", cast.units[COMMITTEE])
    made = await change_tree(COMMAND_LINE, office, wish=wish)
    assert made.unit_id is not None
    assert (await row(office, made.unit_id)).parent_id == cast.units[COMMITTEE]


async def test_a_plan_is_made_at_the_start_of_its_day_and_not_before(office: Office, cast: Cast) -> None:
    one = cast.units[BRANCH_1]
    made = await change(
        office, cast, UnitChange.RENAME, one, on=NEXT_WEEK, name="Chi bộ Cơ quan", short_name="CB CQ"
    )
    assert made.is_planned
    clock_of(office).set(START.replace(day=29, hour=23, minute=59))
    assert await apply_due_changes(office) == 0
    assert (await row(office, one)).name == BRANCH_1
    clock_of(office).set(START.replace(day=30, hour=0))
    assert await apply_due_changes(office) == 1
    assert await apply_due_changes(office) == 0
    assert (await row(office, one)).name == "Chi bộ Cơ quan"
    (told,) = await owed(office, Purpose.REPLY)
    assert told.member_id == cast["Dũng"]


async def test_a_plan_made_late_still_holds_from_its_day(office: Office, cast: Cast) -> None:
    """Loa was off on the day itself."""
    await change(
        office, cast, UnitChange.MERGE, cast.units[BRANCH_2], on=NEXT_WEEK, target_id=cast.units[BRANCH_1]
    )
    clock_of(office).forward(days=9)
    assert await apply_due_changes(office) == 1
    merged = await row(office, cast.units[BRANCH_2])
    assert merged.closed_on == NEXT_WEEK
    assert {one.on_date for one in await rows(office, tables.member_moves)} == {NEXT_WEEK}


async def test_a_plan_that_was_called_off_is_not_made(office: Office, cast: Cast) -> None:
    one = cast.units[BRANCH_1]
    made = await change(office, cast, UnitChange.MOVE, one, on=NEXT_WEEK, target_id=cast.units[ROOT])
    await call_off(cast.caller("Dũng"), office, change_id=made.change_id)
    clock_of(office).forward(days=8)
    assert await apply_due_changes(office) == 0
    assert (await row(office, one)).parent_id == cast.units[COMMITTEE]
    with pytest.raises(Refused) as refused:
        await call_off(cast.caller("Dũng"), office, change_id=made.change_id)
    assert refused.value.reason is Refusal.GONE_ON


async def test_a_plan_that_became_impossible_is_given_up_and_told(office: Office, cast: Cast) -> None:
    one, two = cast.units[BRANCH_1], cast.units[BRANCH_2]
    made = await change(office, cast, UnitChange.MERGE, two, on=NEXT_WEEK, target_id=one)
    other = await change(
        office, cast, UnitChange.RENAME, cast.units[BRANCH_3], on=NEXT_WEEK, name="Chi bộ C", short_name="C"
    )
    await change(office, cast, UnitChange.MERGE, one, target_id=cast.units[BRANCH_3])
    clock_of(office).forward(days=8)
    assert await apply_due_changes(office) == 1
    (line,) = await rows(
        office, tables.history, thing="unit_change", thing_id=made.change_id, to_state="called_off"
    )
    assert line.detail == Refusal.NOT_OPEN_THEN
    told = {one.once_key: one.content for one in await rows(office, tables.deliveries, purpose=Purpose.REPLY)}
    assert "chưa thực hiện được" in told[f"unit_change:{made.change_id}:called_off"]
    assert "đã thực hiện" in told[f"unit_change:{other.change_id}:applied"]


async def test_plans_of_a_unit_that_ends_are_called_off(office: Office, cast: Cast) -> None:
    two = cast.units[BRANCH_2]
    planned = await change(office, cast, UnitChange.MOVE, two, on=NEXT_WEEK, target_id=cast.units[ROOT])
    await change(office, cast, UnitChange.MERGE, two, target_id=cast.units[BRANCH_1])
    (kept,) = await rows(office, tables.unit_changes, id=planned.change_id)
    assert kept.called_off_at is not None


async def test_nobody_comes_into_a_closed_unit(office: Office, cast: Cast) -> None:
    await change(office, cast, UnitChange.MERGE, cast.units[BRANCH_2], target_id=cast.units[BRANCH_1])
    with pytest.raises(Refused) as refused:
        await add_person(COMMAND_LINE, office, person=NewPerson("Hồ Thị Nga", BRANCH_2))
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_a_refused_change_leaves_nothing(office: Office, cast: Cast) -> None:
    await _refused(
        office, cast, Refusal.CIRCLE, UnitChange.MOVE, cast.units[ROOT], target_id=cast.units[BRANCH_1]
    )
    assert await rows(office, tables.unit_changes) == []


async def _refused(
    office: Office,
    cast: Cast,
    reason: Refusal,
    kind: UnitChange,
    unit_id: int | None,
    *,
    on: date = TODAY,
    **more: Any,
) -> Refused:
    before = await tree(office)
    with pytest.raises(Refused) as refused:
        await change(office, cast, kind, unit_id, on=on, **more)
    assert refused.value.reason is reason
    assert await tree(office) == before
    return refused.value


async def _group(office: Office, cast: Cast) -> int:
    """A group under branch 1."""
    wish = Wish(UnitChange.OPEN, None, TODAY, UnitKind.GROUP, "Tổ 1", "Tổ 1", cast.units[BRANCH_1])
    made = await change_tree(cast.caller("Dũng"), office, wish=wish)
    assert made.unit_id is not None
    return made.unit_id


async def _group_chat(office: Office, cast: Cast, unit_id: int) -> int:
    values = {
        "connection_id": cast.connection_id,
        "chat_id": f"group-{unit_id}",
        "is_group": True,
        "unit_id": unit_id,
        "state": AddressState.ACTIVE,
        "preference": 0,
        "created_at": START,
    }
    return await office.database.transaction(
        lambda connection: insert_row(connection, tables.addresses, values)
    )


async def _grant(office: Office, cast: Cast, given: str, role: Role, unit: str) -> None:
    def body(connection: Connection) -> None:
        grants.add(
            connection,
            member_id=cast[given],
            role=role,
            unit_id=cast.units[unit],
            from_at=office.clock.now(),
        )

    await office.database.transaction(body)


async def _roles(office: Office, cast: Cast, given: str) -> list[tuple[Role, int]]:
    now = await caller_of_member(office, cast[given], door=Door.WEB)
    return [(one.role, one.unit_id) for one in now.grants]
