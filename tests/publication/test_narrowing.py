"""Choosing for whom, as use cases: what is refused, who may, what stays; and the rule in words."""

from dataclasses import replace

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.audience import choosing, excluding, narrowing, to_do_parts
from bot.publication.audience.choosing import MOST_LEFT_OUT
from bot.publication.audience.excluding import MOST_OFFERED, Named, find_named
from bot.publication.audience.recipients import audience_name, recipients
from bot.publication.audience.to_do import PARTS, lines_for
from bot.publication.draft.drafts import audience_of
from bot.texts import audiences as texts
from bot.texts.history import Change, did
from storage import tables
from storage.audience.exclusions import Somebody
from storage.states import MemberKind, Role
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, COMMITTEE, START, Cast
from tests.publication.steps import draft_of, drafted, execute

OFFICIAL, PROBATIONARY, UNION = MemberKind.OFFICIAL, MemberKind.PROBATIONARY, MemberKind.UNION


@pytest.mark.parametrize(
    ("kinds", "roles", "words"),
    [
        ((), (), ""),
        ((OFFICIAL,), (), "đảng viên chính thức"),
        ((PROBATIONARY, OFFICIAL), (), "đảng viên"),
        ((UNION, OFFICIAL, PROBATIONARY), (), "đảng viên, đoàn viên công đoàn"),
        ((UNION, OFFICIAL), (), "đảng viên chính thức, đoàn viên công đoàn"),
        ((), (Role.DEPUTY_SECRETARY, Role.SECRETARY), "bí thư, phó bí thư"),
        ((OFFICIAL,), (Role.SECRETARY,), "đảng viên chính thức giữ vai trò bí thư"),
    ],
)
def test_kinds_and_roles_are_said_in_their_order(
    kinds: tuple[MemberKind, ...], roles: tuple[Role, ...], words: str
) -> None:
    assert texts.only(kinds, roles) == words


async def test_the_rule_is_said_in_words(office: Office, cast: Cast) -> None:
    one, two, three = (cast.units[name] for name in (BRANCH_1, BRANCH_2, BRANCH_3))
    without = frozenset({cast["Bình"], cast["Mai"]})
    rule = Audience(AudienceKind.UNIT, three, also=frozenset({one}), members=frozenset({OFFICIAL}))
    topic = Audience(AudienceKind.TOPIC, cast.topics["Kết quả hội nghị"], without=without)
    said = {
        replace(rule, without=without): "Chi bộ 3, Chi bộ 1 – chỉ đảng viên chính thức; trừ 2 người",
        Audience(AudienceKind.UNIT, cast.units[COMMITTEE]): "Đảng ủy LĐLĐ tỉnh và các đơn vị trực thuộc",
        Audience(AudienceKind.UNIT, two): "Chi bộ 2",
        topic: "Người nhận chủ đề Kết quả hội nghị; trừ 2 người",
        Audience(AudienceKind.EVERYONE, without=without): "Toàn tổ chức; trừ 2 người",
    }
    found = await office.database.read(lambda connection: [audience_name(connection, one) for one in said])
    assert found == list(said.values())


async def test_a_closed_unit_among_several_is_said_so_and_not_chosen(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    closed = tables.units.update().where(tables.units.c.id == cast.units[BRANCH_2])
    await execute(office, closed.values(closed_on=START.date()))
    several = Audience(AudienceKind.UNIT, cast.units[BRANCH_1], also=frozenset({cast.units[BRANCH_2]}))
    name = await office.database.read(lambda connection: audience_name(connection, several))
    assert name == "Chi bộ 1, Chi bộ 2 – đã giải thể, xin chọn lại"
    with pytest.raises(Refused) as refused:
        await narrowing.tick_unit(
            cast.caller("Lan"), office, draft_id=draft.draft_id, unit_id=cast.units[BRANCH_2], is_on=True
        )
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_what_was_narrowed_stays_when_the_units_change(office: Office, cast: Cast) -> None:
    draft_id = (await drafted(office, cast)).draft_id
    lan = cast.caller("Lan")
    await narrowing.set_kinds(lan, office, draft_id=draft_id, kinds={OFFICIAL})
    await narrowing.set_roles(lan, office, draft_id=draft_id, roles={Role.SECRETARY})
    await excluding.leave_out(lan, office, draft_id=draft_id, member_id=cast["Hòa"])
    await narrowing.choose_topic(lan, office, draft_id=draft_id, topic_id=cast.topics["Văn bản chỉ đạo"])
    for name in (BRANCH_1, BRANCH_2):
        unit_id = cast.units[name]
        await narrowing.tick_unit(lan, office, draft_id=draft_id, unit_id=unit_id, is_on=True)
    narrowed = Audience(
        AudienceKind.UNIT,
        cast.units[BRANCH_1],
        also=frozenset({cast.units[BRANCH_2]}),
        members=frozenset({OFFICIAL}),
        roles=frozenset({Role.SECRETARY}),
        without=frozenset({cast["Hòa"]}),
    )
    assert audience_of(await draft_of(office, draft_id)) == narrowed
    count = await recipients(lan, office, draft_id=draft_id)
    assert count is not None
    assert (count.expected, count.without, [one.name for one in count.left_out]) == (1, 1, ["Vũ Thị Hòa"])
    # Everyone means every kind and whoever; who was left out stays left out, and is said.
    await narrowing.choose_everyone(lan, office, draft_id=draft_id, party_only=False)
    everyone = Audience(AudienceKind.EVERYONE, without=narrowed.without)
    assert audience_of(await draft_of(office, draft_id)) == everyone


async def test_the_approver_gets_the_number_left_out_and_no_names(office: Office, cast: Cast) -> None:
    draft_id = (await drafted(office, cast)).draft_id
    await excluding.leave_out(cast.caller("Lan"), office, draft_id=draft_id, member_id=cast["Hòa"])
    leads = tables.role_grants.c.role == Role.COMMITTEE_LEADER
    await execute(office, tables.role_grants.delete().where(leads))
    minh = cast.caller("Minh")
    minh = replace(minh, grants=tuple(one for one in minh.grants if one.role is Role.APPROVER))
    count = await recipients(minh, office, draft_id=draft_id)
    assert count is not None
    assert (count.without, count.left_out, count.audience) == (1, (), "Toàn tổ chức; trừ 1 người")


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Minh", "Dũng", "Kiên"])
async def test_nobody_but_a_clerk_chooses(office: Office, cast: Cast, given: str) -> None:
    draft_id, caller = (await drafted(office, cast)).draft_id, cast.caller(given)
    attempts = (
        narrowing.chosen(caller, office, draft_id=draft_id),
        narrowing.offered_units(caller, office, rule=narrowing.WHOEVER),
        narrowing.set_kinds(caller, office, draft_id=draft_id, kinds={UNION}),
        narrowing.choose_everyone(caller, office, draft_id=draft_id, party_only=True),
        excluding.leave_out(caller, office, draft_id=draft_id, member_id=cast["Mai"]),
        excluding.leave_out_named(caller, office, draft_id=draft_id, typed="Mai"),
        excluding.find_people(caller, office, rule=narrowing.WHOEVER, names=["Mai"]),
        to_do_parts.to_do_of(caller, office, draft_id=draft_id),
        to_do_parts.set_lines(caller, office, draft_id=draft_id, revision=None, number=5, typed="Họp"),
    )
    for attempt in attempts:
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED
    assert (await draft_of(office, draft_id)).revision == 2


async def test_what_cannot_be_chosen_is_refused(office: Office, cast: Cast) -> None:
    draft_id, lan = (await drafted(office, cast)).draft_id, cast.caller("Lan")
    too_many = Audience(AudienceKind.EVERYONE, without=frozenset(range(1, MOST_LEFT_OUT + 2)))
    stranger = Audience(AudienceKind.EVERYONE, without=frozenset({999_999}))
    candidates = Audience(AudienceKind.EVERYONE, members=frozenset({MemberKind.CANDIDATE}))
    for audience, reason in (
        (too_many, Refusal.LEFT_OUT_FULL),
        (stranger, Refusal.NOT_FOUND),
        (candidates, Refusal.NOT_FOUND),
    ):
        with pytest.raises(Refused) as refused:
            await choosing.set_audience(lan, office, draft_id=draft_id, revision=None, audience=audience)
        assert refused.value.reason is reason
    for typed, reason in (
        (" \n,;", Refusal.EMPTY),
        ("\n".join(f"Người {place}" for place in range(MOST_LEFT_OUT + 1)), Refusal.LEFT_OUT_FULL),
        ("x" * 5_001, Refusal.TOO_LONG),
    ):
        with pytest.raises(Refused) as refused:
            await excluding.leave_out_named(lan, office, draft_id=draft_id, typed=typed)
        assert refused.value.reason is reason


async def test_nobody_at_all_is_not_handed_in(office: Office, cast: Cast) -> None:
    draft_id, lan = (await drafted(office, cast)).draft_id, cast.caller("Lan")
    await narrowing.choose_unit(lan, office, draft_id=draft_id, unit_id=cast.units[BRANCH_1])
    changed = await narrowing.set_kinds(lan, office, draft_id=draft_id, kinds={UNION})
    with pytest.raises(Refused) as refused:
        await submitting.submit(lan, office, draft_id=draft_id, revision=changed.revision)
    assert refused.value.reason is Refusal.NOBODY


async def test_a_correction_keeps_its_people(office: Office, cast: Cast) -> None:
    draft_id, lan = (await drafted(office, cast)).draft_id, cast.caller("Lan")
    draft = await draft_of(office, draft_id)
    with pytest.raises(Refused) as refused:
        narrowing.refuse_correction(replace(draft, corrects_id=1))
    assert refused.value.reason is Refusal.AUDIENCE_STAYS
    narrowing.refuse_correction(draft)
    assert (await narrowing.chosen(lan, office, draft_id=draft_id)).count is not None


def people(*names: str) -> list[Somebody]:
    return [Somebody(place, name, 1, "CB 1") for place, name in enumerate(names, start=1)]


def taken(found: Named) -> list[int]:
    return [one.member_id for one in found.taken]


def test_a_whole_name_comes_before_those_that_contain_it() -> None:
    found = find_named(people("Nguyễn Văn An", "Nguyễn Văn An Bình", "Lê An"), ["nguyen van an"])
    assert taken(found) == [1]
    assert not found.several
    assert not found.unknown


def test_two_of_one_name_are_offered_and_neither_is_taken() -> None:
    found = find_named(people("Nguyễn Văn An", "Nguyễn Văn Ân", "Trần Bình"), ["Nguyen Van An", "Binh"])
    assert taken(found) == [3]
    assert [one.member_id for one in found.several] == [1, 2]


def test_of_a_common_name_eight_are_offered_and_that_there_are_more() -> None:
    found = find_named(people(*(f"Nguyễn Văn {letter}" for letter in "ABCDEGHIK")), ["Văn", "Trần"])
    assert len(found.several) == MOST_OFFERED
    assert found.has_more
    assert found.unknown == ("Trần",)


async def test_each_reads_what_everybody_does_and_what_their_part_does(office: Office, cast: Cast) -> None:
    draft_id, lan = (await drafted(office, cast)).draft_id, cast.caller("Lan")
    for number, typed in ((5, "Họp chi ủy\nĐọc kế hoạch"), (1, "- Dự sinh hoạt"), (4, "Nghe phổ biến")):
        await to_do_parts.set_lines(lan, office, draft_id=draft_id, revision=None, number=number, typed=typed)
    draft = replace(await draft_of(office, draft_id), to_do=["Đọc kế hoạch"])
    everybody = ["Đọc kế hoạch"]
    assert lines_for(draft, MemberKind.CANDIDATE, ()) == everybody
    assert lines_for(draft, UNION, ()) == [*everybody, "Nghe phổ biến"]
    assert lines_for(draft, PROBATIONARY, {Role.CLERK}) == [*everybody, "Dự sinh hoạt"]
    # What stands in both is read once.
    assert lines_for(draft, OFFICIAL, {Role.SECRETARY}) == [*everybody, "Dự sinh hoạt", "Họp chi ủy"]
    await to_do_parts.set_lines(lan, office, draft_id=draft_id, revision=None, number=1, typed="không")
    assert lines_for(await draft_of(office, draft_id), OFFICIAL, ()) == []


async def test_parts_that_the_audience_has_not_are_not_offered(office: Office, cast: Cast) -> None:
    draft_id, lan = (await drafted(office, cast)).draft_id, cast.caller("Lan")
    await narrowing.choose_everyone(lan, office, draft_id=draft_id, party_only=True)
    offered = {one.number for one in (await to_do_parts.to_do_of(lan, office, draft_id=draft_id)).parts}
    assert offered == {2, 3, 5, 6, 7}
    await to_do_parts.set_lines(lan, office, draft_id=draft_id, revision=None, number=4, typed="Nghe")
    await narrowing.set_roles(lan, office, draft_id=draft_id, roles={Role.SECRETARY})
    # What has lines is shown whatever the audience has become: it can be taken away there.
    offered = {one.number for one in (await to_do_parts.to_do_of(lan, office, draft_id=draft_id)).parts}
    assert offered == {2, 3, 4}


@pytest.mark.parametrize(
    ("number", "typed", "reason"),
    [
        (99, "Họp", Refusal.NOT_FOUND),
        (5, " \n ", Refusal.EMPTY),
        (5, "\n".join(["x" * 290] * 4), Refusal.TOO_LONG),
        (5, "x" * 301, Refusal.TOO_LONG),
    ],
)
async def test_lines_that_do_not_fit_are_refused(
    office: Office, cast: Cast, number: int, typed: str, reason: Refusal
) -> None:
    draft_id = (await drafted(office, cast)).draft_id
    with pytest.raises(Refused) as refused:
        await to_do_parts.set_lines(
            cast.caller("Lan"), office, draft_id=draft_id, revision=None, number=number, typed=typed
        )
    assert refused.value.reason is reason
    assert (await draft_of(office, draft_id)).to_do_for == []


def test_each_part_is_one_kind_of_part() -> None:
    assert all(bool(part.members) != bool(part.roles) for part in PARTS.values())
    assert len({part.words for part in PARTS.values()}) == len(PARTS)


def test_history_says_that_somebody_was_left_out_and_not_whom() -> None:
    said = did(Change("draft", 4, "open", "open", "left_out 7,9"), whom="", unit="", publication="")
    assert said == "trừ người nhận theo tên ở dự thảo (mã 4)"
