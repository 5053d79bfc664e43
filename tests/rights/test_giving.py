"""An admin gives roles through /vaitro; each role holds when it should, and not otherwise."""

import asyncio
from datetime import date, timedelta

import pytest

from bot.access import Caller, Door
from bot.errors import Refusal
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.rights.granting import give
from bot.organisation.rights.listing import roles_of, units_for
from bot.organisation.rights.proposals import ROLES, Proposal
from bot.organisation.rights.terms import Term, day_begins, day_ends
from storage import tables
from storage.states import Role
from tests.cast import BRANCH_1, BRANCH_2, COMMAND_LINE, ROOT, ZONE, Cast, clock_of
from tests.commands.saying import buttons
from tests.organisation.joined import do
from tests.rights.asking import deliveries_to, held, roles
from tests.rights.talking import Talk, refused, rows_of

TODAY = date(2026, 11, 23)
DECEMBER = date(2026, 12, 1)


async def begin(office: Office, cast: Cast, name: str = "binh") -> Talk:
    dung = Talk(office, cast, "Dũng")
    await dung.says(f"/vaitro {name}")
    await dung.presses(Act.GIVE_ROLE)
    return dung


async def secretary_shown(office: Office, cast: Cast) -> Talk:
    dung = await begin(office, cast)
    await dung.presses(Act.GIVE_ROLE_UNIT, label="Bí thư")
    await dung.presses(Act.GIVE_ROLE_SHOW, label="· · Chi bộ 2")
    return dung


def secretary(cast: Cast, term: Term | None = None, *, given: str = "Bình", unit: str = BRANCH_2) -> Proposal:
    return Proposal(cast[given], Role.SECRETARY, cast.units[unit], term or Term())


async def test_the_admin_makes_a_member_secretary_of_a_branch(office: Office, cast: Cast) -> None:
    dung = await secretary_shown(office, cast)
    assert "Giao vai trò cho đồng chí Nguyễn Văn Bình?" in dung.text
    assert "Bí thư – Chi bộ 2" in dung.text
    assert "từ bây giờ, đến khi có thay đổi" in dung.text
    assert await roles(office, cast["Bình"]) == set()
    assert "Đã giao vai trò Bí thư – Chi bộ 2 cho đồng chí Nguyễn Văn Bình." in await dung.presses(
        Act.GIVE_ROLE_CONFIRMED
    )
    (grant,) = await held(office, cast["Bình"])
    assert (grant.role, grant.unit_id, grant.until_at) == (Role.SECRETARY, cast.units[BRANCH_2], None)
    assert await roles(office, cast["Bình"]) == {Role.SECRETARY}
    assert await rows_of(office, "role_grant") == [("granted", "secretary", cast["Dũng"], "telegram")]


async def test_the_person_is_told_what_they_can_do_now(office: Office, cast: Cast) -> None:
    dung = await secretary_shown(office, cast)
    await dung.presses(Act.GIVE_ROLE_CONFIRMED)
    (told,) = await deliveries_to(office, cast["Bình"])
    assert "Đồng chí Bình được giao vai trò Bí thư – Chi bộ 2." in told
    assert "/tiendo" in told
    assert "Văn phòng sẽ báo" in dung.text


async def test_who_has_no_chat_is_named_as_not_told(office: Office, cast: Cast) -> None:
    dung = await begin(office, cast, "tam")
    await dung.presses(Act.GIVE_ROLE_SHOW, label="Kiểm tra, giám sát")
    assert "Xin báo trực tiếp" in await dung.presses(Act.GIVE_ROLE_CONFIRMED)


async def test_days_are_typed_and_a_role_begins_and_lapses_by_itself(office: Office, cast: Cast) -> None:
    dung = await secretary_shown(office, cast)
    shown = await dung.says("từ 01/12/2026 đến 31/12/2026")
    assert "từ thứ Ba, 01/12/2026, đến hết thứ Năm, 31/12/2026" in shown
    done = await dung.presses(Act.GIVE_ROLE_CONFIRMED)
    assert "từ thứ Ba, 01/12/2026" in done
    assert await roles(office, cast["Bình"]) == set()
    clock_of(office).set(day_begins(ZONE, DECEMBER) - timedelta(seconds=1))
    assert await roles(office, cast["Bình"]) == set()
    clock_of(office).forward(seconds=1)
    assert await roles(office, cast["Bình"]) == {Role.SECRETARY}
    clock_of(office).set(day_ends(ZONE, date(2026, 12, 31)) - timedelta(seconds=1))
    assert await roles(office, cast["Bình"]) == {Role.SECRETARY}
    clock_of(office).forward(seconds=1)
    assert await roles(office, cast["Bình"]) == set()


async def test_only_an_admin_gives_roles(office: Office, cast: Cast) -> None:
    for given in ("Lan", "Minh", "Thuận", "Kiên", "Hòa", "Yến", "Mai"):
        assert (
            await refused(give(cast.caller(given), office, proposal=secretary(cast))) is Refusal.NOT_ALLOWED
        )
    assert await refused(give(cast.stranger(), office, proposal=secretary(cast))) is Refusal.NOT_ALLOWED
    assert await held(office, cast["Bình"]) == []
    assert await rows_of(office, "role_grant") == []


async def test_nobody_gives_themselves_a_role(office: Office, cast: Cast) -> None:
    for role in ROLES:
        proposal = Proposal(cast["Dũng"], role, cast.units[ROOT])
        assert await refused(give(cast.caller("Dũng"), office, proposal=proposal)) is Refusal.OWN_ROLE
    acting_for = Caller(cast["Bình"], Door.WEB, cast.grants["Dũng"], on_behalf_of=cast["Dũng"])
    own = secretary(cast, given="Dũng")
    assert await refused(give(acting_for, office, proposal=own)) is Refusal.OWN_ROLE
    assert await roles(office, cast["Dũng"]) == {Role.ADMIN}


async def test_the_command_line_may_give_anybody_a_role(office: Office, cast: Cast) -> None:
    assert not (await give(COMMAND_LINE, office, proposal=secretary(cast, given="Dũng"))).unchanged
    assert await roles(office, cast["Dũng"]) == {Role.ADMIN, Role.SECRETARY}


async def test_a_closed_or_unknown_unit_gets_no_secretary(office: Office, cast: Cast) -> None:
    closed = tables.units.update().where(tables.units.c.id == cast.units[BRANCH_2])
    await do(office, lambda connection: connection.execute(closed.values(closed_on=TODAY)))
    dung = cast.caller("Dũng")
    assert await refused(give(dung, office, proposal=secretary(cast))) is Refusal.NOT_FOUND
    nowhere = Proposal(cast["Bình"], Role.SECRETARY, 999)
    assert await refused(give(dung, office, proposal=nowhere)) is Refusal.NOT_FOUND
    choices = await units_for(dung, office, member_id=cast["Bình"], role=Role.SECRETARY)
    assert cast.units[BRANCH_2] not in {one.id for one in choices}


async def test_a_unit_that_closes_before_the_role_begins_gets_no_secretary(
    office: Office, cast: Cast
) -> None:
    closed = tables.units.update().where(tables.units.c.id == cast.units[BRANCH_2])
    await do(office, lambda connection: connection.execute(closed.values(closed_on=DECEMBER)))
    dung = cast.caller("Dũng")
    later = secretary(cast, Term(DECEMBER))
    assert await refused(give(dung, office, proposal=later)) is Refusal.NOT_FOUND
    assert await refused(give(dung, office, proposal=secretary(cast))) is None


@pytest.mark.parametrize("role", list(ROLES[2:]))
async def test_a_role_of_the_whole_organisation_is_not_given_for_a_branch(
    office: Office, cast: Cast, role: Role
) -> None:
    branch = Proposal(cast["Bình"], role, cast.units[BRANCH_1])
    assert await refused(give(cast.caller("Dũng"), office, proposal=branch)) is Refusal.NOT_ALLOWED
    top = Proposal(cast["Bình"], role, cast.units[ROOT])
    assert await refused(give(cast.caller("Dũng"), office, proposal=top)) is None


async def test_who_has_left_gets_no_role(office: Office, cast: Cast) -> None:
    left = tables.members.update().where(tables.members.c.id == cast["Bình"])
    await do(office, lambda connection: connection.execute(left.values(left_at=office.clock.now())))
    assert await refused(give(cast.caller("Dũng"), office, proposal=secretary(cast))) is Refusal.NOT_FOUND
    assert await refused(roles_of(cast.caller("Dũng"), office, member_id=cast["Bình"])) is Refusal.NOT_FOUND


@pytest.mark.parametrize(
    ("term", "reason"),
    [
        (Term(date(2026, 11, 22)), Refusal.IN_THE_PAST),
        (Term(None, date(2026, 11, 22)), Refusal.IN_THE_PAST),
        (Term(date(2026, 12, 2), DECEMBER), Refusal.ENDS_FIRST),
    ],
)
async def test_a_term_that_cannot_be_is_refused(
    office: Office, cast: Cast, term: Term, reason: Refusal
) -> None:
    assert await refused(give(cast.caller("Dũng"), office, proposal=secretary(cast, term))) is reason


async def test_giving_the_same_again_changes_nothing_and_tells_nobody(office: Office, cast: Cast) -> None:
    dung = cast.caller("Dũng")
    first = await give(dung, office, proposal=secretary(cast))
    again = await give(dung, office, proposal=secretary(cast))
    within = await give(dung, office, proposal=secretary(cast, Term(DECEMBER, date(2026, 12, 31))))
    assert (first.unchanged, again.unchanged, within.unchanged) == (False, True, True)
    assert len(await held(office, cast["Bình"])) == 1
    assert len(await deliveries_to(office, cast["Bình"])) == 1
    assert len(await rows_of(office, "role_grant")) == 1


async def test_equal_grants_that_overlap_or_follow_one_another_become_one(office: Office, cast: Cast) -> None:
    dung = cast.caller("Dũng")
    await give(dung, office, proposal=secretary(cast, Term(None, date(2026, 11, 30))))
    await give(dung, office, proposal=secretary(cast, Term(date(2027, 1, 1), date(2027, 1, 31))))
    assert len(await held(office, cast["Bình"])) == 2
    await give(dung, office, proposal=secretary(cast, Term(DECEMBER, date(2026, 12, 31))))
    (whole,) = await held(office, cast["Bình"])
    assert whole.until_at == day_ends(ZONE, date(2027, 1, 31))
    assert [row[0] for row in await rows_of(office, "role_grant")] == [
        "granted",
        "granted",
        "merged",
        "extended",
    ]


async def test_grants_with_a_gap_or_of_another_unit_or_role_stay_apart(office: Office, cast: Cast) -> None:
    dung = cast.caller("Dũng")
    await give(dung, office, proposal=secretary(cast, Term(None, date(2026, 11, 29))))
    await give(dung, office, proposal=secretary(cast, Term(DECEMBER)))
    await give(dung, office, proposal=secretary(cast, unit=BRANCH_1))
    await give(dung, office, proposal=Proposal(cast["Bình"], Role.DEPUTY_SECRETARY, cast.units[BRANCH_2]))
    assert len(await held(office, cast["Bình"])) == 4


async def test_two_admins_who_give_the_same_at_once_leave_one_grant(office: Office, cast: Cast) -> None:
    other = Proposal(cast["Mai"], Role.ADMIN, cast.units[ROOT])
    await give(cast.caller("Dũng"), office, proposal=other)
    mai = await Talk(office, cast, "Mai").caller()
    await asyncio.gather(
        give(cast.caller("Dũng"), office, proposal=secretary(cast)),
        give(mai, office, proposal=secretary(cast)),
    )
    assert len(await held(office, cast["Bình"])) == 1


async def test_an_earlier_proposal_gives_nothing_once_another_is_shown(office: Office, cast: Cast) -> None:
    dung = await secretary_shown(office, cast)
    earlier = dung.button(Act.GIVE_ROLE_CONFIRMED)
    await dung.says("đến 31/12/2026")
    assert await refused(dung.presses_this(earlier)) is Refusal.GONE_ON
    assert await held(office, cast["Bình"]) == []


async def test_a_proposal_that_waited_too_long_gives_nothing(office: Office, cast: Cast) -> None:
    dung = await secretary_shown(office, cast)
    clock_of(office).forward(hours=1, seconds=1)
    assert await refused(dung.presses(Act.GIVE_ROLE_CONFIRMED)) is Refusal.GONE_ON
    assert await held(office, cast["Bình"]) == []


async def test_a_confirmation_pressed_twice_gives_once(office: Office, cast: Cast) -> None:
    dung = await secretary_shown(office, cast)
    confirm = dung.button(Act.GIVE_ROLE_CONFIRMED)
    await dung.presses_this(confirm)
    assert await refused(dung.presses_this(confirm)) is Refusal.GONE_ON
    assert len(await held(office, cast["Bình"])) == 1


async def test_the_auditor_reads_who_holds_what_and_changes_nothing(office: Office, cast: Cast) -> None:
    kien = Talk(office, cast, "Kiên")
    assert "Vũ Thị Hòa" in await kien.says("/vaitro hòa")
    assert [one.act for one in buttons(kien.at_hand)] == [Act.MEMBER_CARD], "the way back only"
    await kien.says("/vaitro")
    assert {one.act for one in buttons(kien.at_hand)} <= {Act.MEMBER_ROLES, Act.ROLES}


async def test_the_list_is_paged_and_holds_everybody_with_a_role_once_each(
    office: Office, cast: Cast
) -> None:
    dung = Talk(office, cast, "Dũng")
    first = await dung.says("/vaitro")
    second = await dung.presses(Act.ROLES)
    shown = first + second
    for name in ("Phạm Quốc Dũng", "Trần Thị Lan", "Vũ Thị Hòa", "Đặng Thị Yến", "Ngô Văn Kiên"):
        assert shown.count(f"{name}: ") == 1
    assert "Nguyễn Văn Bình" not in shown


async def test_a_name_that_several_bear_is_chosen_from(office: Office, cast: Cast) -> None:
    dung = Talk(office, cast, "Dũng")
    await dung.says("/vaitro văn")
    await dung.presses(Act.MEMBER_ROLES, subject=cast["Bình"])
    assert "VAI TRÒ · Nguyễn Văn Bình" in dung.text
    assert "Không có ai" in await dung.says("/vaitro Xyz")
