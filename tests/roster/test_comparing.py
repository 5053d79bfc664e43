"""What a file would change, told by comparing alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.organisation.roster.comparing import compare
from bot.organisation.roster.difference import Changes, Difference, Joins, Leaves, Listed, Moves, Place
from bot.organisation.roster.lines import RosterLine, Trouble, Unclear
from bot.states import Address, MemberKind

PLACES = [Place(1, "Chi bộ 1", "CB 1", "Đảng ủy"), Place(2, "Chi bộ 2", "CB 2", "Đảng ủy")]


def member(number: int, name: str, unit_id: int = 1, **more: Any) -> Listed:
    made = Listed(number, name, unit_id, "", MemberKind.OFFICIAL, Address.COMRADE, "vi", "")
    return replace(made, **more)


def line(row: int, name: str, unit: str = "Chi bộ 1", **more: Any) -> RosterLine:
    return replace(RosterLine(row, name, unit), **more)


BINH, LAN, MAI, AN = (
    member(11, "Nguyễn Văn Bình"),
    member(12, "Trần Thị Lan"),
    member(13, "Đỗ Thị Mai"),
    member(21, "Bùi Văn An", 2),
)
ALL = [BINH, LAN, MAI, AN]
ALL_LINES = [line(2, BINH.name), line(3, LAN.name), line(4, MAI.name), line(5, AN.name, "Chi bộ 2")]


def difference(lines: Sequence[RosterLine], members: Sequence[Listed] = ALL, **more: Any) -> Difference:
    return compare(lines, members=members, places=PLACES, **more)


def unclear(made: Difference) -> list[tuple[int, Trouble]]:
    return [(one.row, one.trouble) for one in made.unclear]


def test_the_roster_itself_changes_nothing() -> None:
    assert difference(ALL_LINES) == Difference()


@pytest.mark.parametrize("name", ["NGUYỄN VĂN BÌNH", "Nguyen Van Binh", "nguyen van binh", "Nguyễn Văn Bình"])
def test_capitals_and_missing_accents_change_nobodys_name(name: str) -> None:
    assert difference([line(2, name), *ALL_LINES[1:]]).is_empty


def test_the_place_of_the_tone_makes_no_other_person() -> None:
    made = difference([line(2, "Vũ Thị Hòa")], [member(1, "Vũ Thị Hoà")])
    assert made.changed == (Changes(2, 1, "Vũ Thị Hoà", name="Vũ Thị Hòa"),)
    assert (made.joined, made.left) == ((), ())


def test_who_is_not_on_the_roster_joins() -> None:
    new = line(6, "Hồ Thị Nga", "cb 2", position="Thủ quỹ", kind=MemberKind.PROBATIONARY, phone="h")
    [joins] = difference([*ALL_LINES, new]).joined
    assert joins == Joins(
        6, "Hồ Thị Nga", 2, "", "Thủ quỹ", MemberKind.PROBATIONARY, Address.COMRADE, "h", False, "vi"
    )


@pytest.mark.parametrize(
    ("said", "kind", "form"),
    [
        ({}, MemberKind.OFFICIAL, Address.COMRADE),
        ({"form": Address.SISTER, "by_gender": True}, MemberKind.OFFICIAL, Address.COMRADE),
        (
            {"kind": MemberKind.UNION, "form": Address.SISTER, "by_gender": True},
            MemberKind.UNION,
            Address.SISTER,
        ),
        ({"kind": MemberKind.UNION}, MemberKind.UNION, Address.UNKNOWN),
        ({"form": Address.BROTHER}, MemberKind.UNION, Address.BROTHER),
        ({"kind": MemberKind.CANDIDATE, "form": Address.COMRADE}, MemberKind.CANDIDATE, Address.COMRADE),
    ],
)
def test_party_members_are_comrades_and_others_follow_their_gender(
    said: dict[str, Any], kind: MemberKind, form: Address
) -> None:
    [joins] = difference([line(2, "Hồ Thị Nga", **said)], []).joined
    assert (joins.kind, joins.form) == (kind, form)


def test_who_is_missing_leaves_only_a_unit_that_the_file_lists() -> None:
    made = difference([line(2, BINH.name), line(3, LAN.name)])
    assert made.left == (Leaves(13, MAI.name, 1),)
    assert made.left_few == made.left
    assert difference([]).is_empty


def test_more_than_a_third_leaving_is_asked_about_by_itself() -> None:
    made = difference([line(2, BINH.name)])
    assert made.emptied_units == (1,)
    assert (made.left_few, [one.member_id for one in made.left_many]) == ((), [12, 13])


def test_an_admin_never_leaves_by_a_file() -> None:
    made = difference([line(2, BINH.name)], [BINH, replace(LAN, keeps_the_roster=True)])
    assert (made.left, unclear(made)) == ((), [(0, Trouble.KEEPS_THE_ROSTER)])


def test_who_stands_under_another_unit_moves() -> None:
    made = difference([*ALL_LINES[:3], line(5, AN.name, "Chi bộ 1"), line(6, "Hồ Thị Nga", "Chi bộ 2")])
    assert made.moved == (Moves(5, 21, AN.name, 2, 1, ""),)
    assert (made.left, made.unclear) == ((), ())


def test_a_namesake_in_a_unit_that_the_file_does_not_list_is_asked_about() -> None:
    made = difference([*ALL_LINES[:3], line(5, AN.name, "Chi bộ 1")])
    assert unclear(made) == [(5, Trouble.NAMESAKE_ELSEWHERE)]
    assert made.is_empty
    as_new = difference([*ALL_LINES[:3], line(5, AN.name, "Chi bộ 1", is_new=True)])
    assert [one.name for one in as_new.joined] == [AN.name]
    by_number = difference([*ALL_LINES[:3], line(5, AN.name, "Chi bộ 1", number=21)])
    assert [one.member_id for one in by_number.moved] == [21]


def test_a_number_says_who_is_meant_whatever_the_name_became() -> None:
    made = difference([line(2, "Nguyễn Thanh Bình", number=11), *ALL_LINES[1:]])
    assert made.changed == (Changes(2, 11, BINH.name, name="Nguyễn Thanh Bình"),)


def test_a_column_of_numbers_that_has_slipped_renames_nobody() -> None:
    slipped = [line(2, BINH.name, number=12), line(3, LAN.name, number=13), line(4, MAI.name, number=11)]
    made = difference([*slipped, ALL_LINES[3]])
    assert unclear(made) == [(row, Trouble.NUMBER_OF_ANOTHER) for row in (2, 3, 4)]
    assert made.is_empty


def test_a_number_that_nobody_has_is_refused_and_whoever_bears_the_name_stays() -> None:
    made = difference([line(2, BINH.name, number=99), *ALL_LINES[1:]])
    assert (unclear(made), made.is_empty) == ([(2, Trouble.NUMBER_UNKNOWN)], True)


def test_a_telephone_says_who_is_meant_where_the_names_have_a_word_in_common() -> None:
    members = [replace(BINH, phone="h"), LAN, MAI, AN]
    made = difference([line(2, "Nguyễn Thanh Bình", phone="h"), *ALL_LINES[1:]], members)
    assert made.changed == (Changes(2, 11, BINH.name, name="Nguyễn Thanh Bình"),)
    other = difference([line(2, "Hồ Thị Nga", phone="h"), *ALL_LINES[1:]], members)
    assert (unclear(other), other.is_empty) == ([(2, Trouble.PHONE_OF_ANOTHER)], True)


def test_a_couple_with_one_telephone_are_two_people() -> None:
    members = [replace(BINH, phone="h"), LAN, MAI, AN]
    wife = line(6, "Nguyễn Thị Nga", phone="h")
    made = difference([line(2, BINH.name, phone="h"), *ALL_LINES[1:], wife], members)
    assert [one.name for one in made.joined] == ["Nguyễn Thị Nga"]
    assert not made.unclear


def test_the_same_person_twice_is_refused_twice_and_stays() -> None:
    made = difference([*ALL_LINES, line(6, "NGUYỄN VĂN BÌNH", position="Bí thư")])
    assert unclear(made) == [(2, Trouble.TWICE), (6, Trouble.TWICE)]
    assert made.is_empty
    new = difference([*ALL_LINES, line(6, "Hồ Thị Nga"), line(7, "Hồ Thị Nga")])
    assert (unclear(new), new.is_empty) == ([(6, Trouble.TWICE), (7, Trouble.TWICE)], True)
    number = difference([*ALL_LINES[1:], line(6, BINH.name, number=11), line(7, "Bình Nguyễn", number=11)])
    assert (unclear(number), number.is_empty) == ([(6, Trouble.TWICE), (7, Trouble.TWICE)], True)


def test_namesakes_in_one_unit_are_told_apart_by_telephone_or_by_the_word_new() -> None:
    twins = [line(2, "Hồ Thị Nga", phone="a"), line(3, "Hồ Thị Nga", phone="b")]
    assert len(difference(twins, []).joined) == 2
    there = [member(1, "Hồ Thị Nga", phone="a"), member(2, "Hồ Thị Nga", phone="b")]
    assert difference(twins, there) == Difference()
    with_new = [line(2, BINH.name), line(3, BINH.name, is_new=True)]
    assert [one.row for one in difference(with_new, [BINH]).joined] == [3]
    assert difference(with_new, [BINH, member(99, BINH.name)]) == Difference()


def test_namesakes_in_two_units_are_two_people() -> None:
    made = difference([line(2, "Hồ Thị Nga"), line(3, "Hồ Thị Nga", "Chi bộ 2")], [])
    assert len(made.joined) == 2
    there = [member(1, "Hồ Thị Nga", 1), member(2, "Hồ Thị Nga", 2)]
    assert difference([line(2, "Hồ Thị Nga"), line(3, "Hồ Thị Nga", "Chi bộ 2")], there) == Difference()


def test_a_line_without_number_for_one_of_two_namesakes_is_refused() -> None:
    there = [member(1, "Hồ Thị Nga"), member(2, "Hồ Thị Nga")]
    made = difference([line(2, "Hồ Thị Nga", position="Bí thư")], there)
    assert (unclear(made), made.is_empty) == ([(2, Trouble.TWO_OF_THIS_NAME)], True)


def test_a_hundred_namesakes_in_a_unit_are_told_apart_by_number_only() -> None:
    many = [member(number, "Hồ Thị Nga", phone=f"p{number}") for number in range(1, 150)]
    lines = [line(one.id + 1, one.name, phone=one.phone) for one in many]
    made = difference(lines, many)
    assert set(unclear(made)) == {(one.row, Trouble.TWO_OF_THIS_NAME) for one in lines}
    assert made.is_empty
    assert difference([replace(one, number=one.row - 1) for one in lines], many) == Difference()


def test_the_same_name_with_other_accents_is_asked_about() -> None:
    made = difference([line(2, "Nguyễn Văn Bính"), *ALL_LINES[1:]])
    assert (unclear(made), made.is_empty) == ([(2, Trouble.SIMILAR_NAME)], True)
    assert made.unclear[0].what == BINH.name


def test_unknown_units_are_refused_or_opened_when_asked() -> None:
    lines = [*ALL_LINES, line(6, "Hồ Thị Nga", "Chi bộ  9"), line(7, "Lê Văn Lộc", "chi bo 9")]
    made = difference(lines)
    assert unclear(made) == [(6, Trouble.UNIT_UNKNOWN), (7, Trouble.UNIT_UNKNOWN)]
    assert (made.unknown_units, made.opened_units) == ((("Chi bộ 9", 2),), ())
    opening = difference(lines, opens_units=True)
    assert [(one.unit_id, one.opens) for one in opening.joined] == [(None, "Chi bộ 9")] * 2
    assert (opening.opened_units, opening.unclear) == (("Chi bộ 9",), ())


def test_a_unit_whose_name_is_no_name_is_never_opened() -> None:
    made = difference([line(2, "Hồ Thị Nga", "=cmd|' /C calc'!A0")], opens_units=True)
    assert (unclear(made), made.opened_units) == ([(2, Trouble.UNIT_ODD)], ())


def test_two_units_of_one_name_are_told_apart_by_the_one_above() -> None:
    places = [Place(1, "Chi bộ 1", "CB 1", "Đảng ủy A"), Place(2, "Chi bộ 1", "CB 1", "Đảng ủy B")]
    made = compare([line(2, "Hồ Thị Nga")], members=[], places=places)
    assert unclear(made) == [(2, Trouble.UNIT_DOUBLE)]
    made = compare([line(2, "Hồ Thị Nga", "Chi bộ 1 – Đảng ủy B")], members=[], places=places)
    assert [one.unit_id for one in made.joined] == [2]


def test_whoever_a_misread_line_may_be_about_stays() -> None:
    misread = [Unclear(9, MAI.name, Trouble.KIND_UNKNOWN, "?")]
    made = difference([line(2, BINH.name), line(3, LAN.name), ALL_LINES[3]], misread=misread)
    assert (made.left, unclear(made)) == ((), [(9, Trouble.KIND_UNKNOWN)])


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ({"position": "Thủ quỹ"}, {"position": "Thủ quỹ"}),
        ({"position": ""}, {}),
        ({"kind": MemberKind.UNION}, {"kind": MemberKind.UNION}),
        ({"form": Address.BROTHER, "by_gender": True}, {}),
        ({"form": Address.BROTHER}, {"form": Address.BROTHER}),
        ({"phone": "h"}, {"phone": "h"}),
        ({"exempt": True}, {"exempt": True}),
        ({"exempt": False}, {}),
    ],
)
def test_only_what_the_file_says_otherwise_changes(said: dict[str, Any], changed: dict[str, Any]) -> None:
    made = difference([line(2, BINH.name, **said), *ALL_LINES[1:]])
    assert made.changed == ((replace(Changes(2, 11, BINH.name), **changed),) if changed else ())


def test_an_empty_cell_ends_a_position_and_an_exemption_but_not_one_from_everything() -> None:
    there = replace(BINH, position="Bí thư", exempt=True)
    [change] = difference([line(2, BINH.name, position="", exempt=False)], [there]).changed
    assert change.fields == ("position", "exempt")
    wholly = replace(BINH, is_exempt_wholly=True)
    for exempt in (True, False):
        assert difference([line(2, BINH.name, exempt=exempt)], [wholly]).is_empty


def test_nobody_exempts_themselves() -> None:
    assert difference([line(2, BINH.name, exempt=True)], [BINH], own=BINH.id).is_empty


def test_who_becomes_a_party_member_becomes_a_comrade() -> None:
    there = member(1, "Cao Thị Ngọc", kind=MemberKind.UNION, form=Address.SISTER)
    [change] = difference([line(2, "Cao Thị Ngọc", kind=MemberKind.PROBATIONARY)], [there]).changed
    assert change.form is Address.COMRADE


def test_the_digest_tells_whether_the_same_would_change() -> None:
    new = line(6, "Hồ Thị Nga")
    assert difference([*ALL_LINES, new]).digest == difference([*ALL_LINES, new]).digest
    assert difference([*ALL_LINES, new]).digest != difference(ALL_LINES).digest
