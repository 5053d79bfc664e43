"""Reports name and nest units as they were on the publication's day, and explain what moved since."""

from datetime import date, timedelta

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.membership.exempting import Wish as Exempting
from bot.organisation.membership.exempting import exempt
from bot.organisation.membership.leaving import remove
from bot.organisation.membership.moving import move_member
from bot.organisation.units.changing import change_tree
from bot.organisation.units.wishes import Wish
from bot.reports.naming import outstanding_names
from bot.reports.progress import progress
from bot.reports.reporting import report
from bot.reports.writing import write
from bot.states import ExemptFrom, ExemptReason, UnitChange, UnitKind
from storage.database import Connection
from tests.acknowledgement.story import published
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, COMMAND_LINE, COMMITTEE, ROOT, START, Cast, clock_of

MONDAY = START.date()
WEDNESDAY = MONDAY + timedelta(days=2)


async def test_a_unit_is_called_as_on_the_day_and_otherwise_for_what_came_later(
    office: Office, cast: Cast
) -> None:
    before = await published(office, cast)
    clock_of(office).forward(days=2)
    await _rename(office, cast, BRANCH_1, "Chi bộ Cơ quan")
    after = await published(office, cast, number="45/HD")
    assert BRANCH_1 in await _report(office, before)
    assert "Chi bộ Cơ quan" not in await _report(office, before)
    assert "Chi bộ Cơ quan" in await _report(office, after)
    assert "CB 1: 0/4" in visible_text(await progress(cast.caller("Lan"), office, publication_id=before))
    names = await outstanding_names(cast.caller("Hòa"), office, publication_id=before)
    assert [unit.name for unit in names.units] == [BRANCH_1]


async def test_what_was_open_and_moved_is_counted_in_the_new_unit_and_both_say_why(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("An"), office, publication_id=about)
    clock_of(office).forward(days=2)
    for given in ("Bình", "An"):
        await _move(office, cast, given, BRANCH_2)
    text = await _report(office, about)
    for line in (
        "Chi bộ 1: đã xác nhận 1/3",
        "Chi bộ 2: đã xác nhận 0/5",
        "Chi bộ 1: 1 người chuyển sang Chi bộ 2 (25/11), văn bản còn mở chuyển theo",
        "Chi bộ 2: nhận 1 từ Chi bộ 1",
        "- Nguyễn Văn Bình (Chi bộ 2)",
    ):
        assert line in text.splitlines()
    card = visible_text(await progress(cast.caller("Lan"), office, publication_id=about))
    assert "CB 1: 1 người chuyển sang CB 2 (25/11), văn bản còn mở chuyển theo" in card


async def test_each_secretary_reads_the_own_side_of_a_move(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await _move(office, cast, "Bình", BRANCH_2, on=MONDAY)
    old = visible_text(await progress(cast.caller("Hòa"), office, publication_id=about))
    new = visible_text(await progress(cast.caller("Sơn"), office, publication_id=about))
    other = visible_text(await progress(cast.caller("Đức"), office, publication_id=about))
    assert ("chuyển sang CB 2" in old, "nhận 1" in old) == (True, False)
    assert ("chuyển sang" in new, "CB 2: nhận 1 từ CB 1" in new) == (False, True)
    assert "chuyển" not in other
    names = await outstanding_names(cast.caller("Sơn"), office, publication_id=about)
    came = {one.full_name: one.came_from for unit in names.units for one in unit.members}
    assert came["Nguyễn Văn Bình"] == BRANCH_1
    assert came["Lý Thị Thu"] == ""


async def test_there_and_back_is_no_move(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await _move(office, cast, "Bình", BRANCH_2, on=MONDAY)
    await _move(office, cast, "Bình", BRANCH_1, on=MONDAY)
    assert "chuyển" not in await _report(office, about)


async def test_a_merged_branch_keeps_what_was_closed_in_it(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Thu"), office, publication_id=about)
    wish = Wish(UnitChange.MERGE, cast.units[BRANCH_2], MONDAY, target_id=cast.units[BRANCH_1])
    await change_tree(cast.caller("Dũng"), office, wish=wish)
    lines = (await _report(office, about)).splitlines()
    assert "Chi bộ 2: đã xác nhận 1/1" in lines
    assert "Chi bộ 1: đã xác nhận 0/7" in lines
    assert "Chi bộ 2: 3 người chuyển sang Chi bộ 1 (23/11), văn bản còn mở chuyển theo" in lines


async def test_totals_are_nested_in_the_tree_of_the_day(office: Office, cast: Cast) -> None:
    """Branch 3 hangs under branch 2 on the day; that it is moved away later changes nothing of it."""
    await _hang(office, cast, BRANCH_3, BRANCH_2)
    about = await published(office, cast)
    await acknowledge(cast.caller("Ngọc"), office, publication_id=about)
    clock_of(office).forward(days=2)
    await _hang(office, cast, BRANCH_3, COMMITTEE)
    lines = (await _report(office, about)).splitlines()
    start = lines.index("Chi bộ 2, cả trực thuộc: đã xác nhận 1/7")
    assert lines[start + 1 : start + 3] == [
        "– Chi bộ 2: đã xác nhận 0/4",
        "– Chi bộ 3: đã xác nhận 1/3",
    ]


async def test_a_sum_is_told_to_who_sees_the_whole_of_it(office: Office, cast: Cast) -> None:
    await _hang(office, cast, BRANCH_3, BRANCH_2)
    about = await published(office, cast)
    made = await report(cast.caller("Đức"), office, publication_id=about)
    assert [(unit.name, unit.with_below) for unit in made.units] == [(BRANCH_3, None)]


async def test_a_wide_office_gets_a_card_with_the_sums_of_its_parts(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.reports.cards._MOST_UNITS", 3)
    await _hang(office, cast, BRANCH_3, BRANCH_2)
    about = await published(office, cast)
    card = visible_text(await progress(cast.caller("Lan"), office, publication_id=about))
    assert "Đảng ủy: 0/4 · CB 1: 0/4 · CB 2: 0/7" in card
    assert "CB 3" not in card


async def test_what_was_moved_into_a_unit_of_later_is_counted_there(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    clock_of(office).forward(days=2)
    wish = Wish(UnitChange.OPEN, None, WEDNESDAY, UnitKind.BRANCH, "Chi bộ 4", "CB 4", cast.units[ROOT])
    made = await change_tree(cast.caller("Dũng"), office, wish=wish)
    assert made.unit_id is not None
    merge = Wish(UnitChange.MERGE, cast.units[BRANCH_3], WEDNESDAY, target_id=made.unit_id)
    await change_tree(cast.caller("Dũng"), office, wish=merge)
    assert "Chi bộ 4: đã xác nhận 0/3" in (await _report(office, about)).splitlines()


async def test_who_is_exempt_or_gone_is_outside_the_denominator_and_listed_by_reason(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    for given, reason in (("Bình", ExemptReason.AGE_OR_HEALTH), ("Mai", ExemptReason.OTHER)):
        await exempt(
            cast.caller("Dũng"),
            office,
            wish=Exempting(cast[given], ExemptFrom.EVERYTHING, reason, None),
        )
    await remove(cast.caller("Dũng"), office, member_id=cast["Thu"])
    text = await _report(office, about)
    assert "Phải xác nhận: 12 người" in text
    let_off = "2 được miễn (1 tuổi cao, sức khỏe yếu; 1 lý do khác)"
    assert f"Không tính: {let_off}, 1 người ban hành, 1 đã rời danh sách" in text
    assert "- Nguyễn Văn Bình (Chi bộ 1): tuổi cao, sức khỏe yếu" in text
    assert "%" not in text


async def _report(office: Office, about: int) -> str:
    return write(await report(COMMAND_LINE, office, publication_id=about), zone=office.zone)


async def _rename(office: Office, cast: Cast, unit: str, name: str) -> None:
    wish = Wish(UnitChange.RENAME, cast.units[unit], WEDNESDAY, name=name, short_name=name)
    await change_tree(cast.caller("Dũng"), office, wish=wish)


async def _hang(office: Office, cast: Cast, unit: str, under: str) -> None:
    today = office.clock.now().astimezone(office.zone).date()
    wish = Wish(UnitChange.MOVE, cast.units[unit], today, target_id=cast.units[under])
    await change_tree(cast.caller("Dũng"), office, wish=wish)


async def _move(office: Office, cast: Cast, given: str, unit: str, *, on: date = WEDNESDAY) -> None:
    def body(connection: Connection) -> None:
        move_member(
            connection,
            office,
            cast.caller("Dũng"),
            member_id=cast[given],
            to_unit_id=cast.units[unit],
            on=on,
        )

    await office.database.transaction(body)
