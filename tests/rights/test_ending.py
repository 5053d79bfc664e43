"""Ending a role: now, later, never the last admin's; what was in hand is refused from that moment."""

import asyncio
from datetime import date, timedelta

import pytest

from bot.access import Caller
from bot.acknowledgement.answering import answer
from bot.errors import Refusal
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.joining.inviting import candidates
from bot.organisation.rights.granting import end, give
from bot.organisation.rights.history_filters import Filter
from bot.organisation.rights.history_reading import look
from bot.organisation.rights.proposals import Proposal
from bot.organisation.rights.terms import Term, day_begins, day_ends
from storage import tables
from storage.organisation import grants
from storage.states import Role
from tests.cast import BRANCH_1, COMMAND_LINE, ROOT, START, ZONE, Cast, clock_of
from tests.organisation.joined import do
from tests.rights.asking import deliveries_to, held, roles
from tests.rights.talking import Talk, refused, rows_of

LATER = date(2026, 12, 31)


async def grant_of(office: Office, member_id: int, role: Role) -> int:
    (found,) = [one for one in await held(office, member_id) if one.role is role]
    return found.id


async def second_admin(office: Office, cast: Cast, term: Term | None = None) -> int:
    proposal = Proposal(cast["Mai"], Role.ADMIN, cast.units[ROOT], term or Term())
    return (await give(cast.caller("Dũng"), office, proposal=proposal)).grant_id


async def test_the_admin_ends_a_role_and_the_person_hears_of_it(office: Office, cast: Cast) -> None:
    dung = Talk(office, cast, "Dũng")
    await dung.says("/vaitro hòa")
    asked = await dung.presses(Act.END_ROLE, label="Kết thúc: Bí thư – Chi bộ 1")
    assert "Kết thúc vai trò của đồng chí Vũ Thị Hòa?" in asked
    assert await roles(office, cast["Hòa"]) == {Role.SECRETARY}
    done = await dung.presses(Act.END_ROLE_CONFIRMED)
    assert "Chưa được giao vai trò nào" in done
    assert await roles(office, cast["Hòa"]) == set()
    (told,) = await deliveries_to(office, cast["Hòa"])
    assert "Đồng chí Hòa thôi giữ vai trò Bí thư – Chi bộ 1 từ 08:00 thứ Hai, 23/11/2026." in told
    assert await rows_of(office, "role_grant") == [("ended", "secretary", cast["Dũng"], "telegram")]


async def test_a_role_is_ended_on_a_day_and_lapses_by_itself(office: Office, cast: Cast) -> None:
    dung = Talk(office, cast, "Dũng")
    await dung.says("/vaitro hòa")
    await dung.presses(Act.END_ROLE)
    assert "đến hết 31/12" not in dung.text
    await dung.says("hết 31/12/2026")
    assert "đến hết thứ Năm, 31/12/2026" in await dung.presses(
        Act.END_ROLE_CONFIRMED, label="Kết thúc sau thứ Năm, 31/12/2026"
    )
    clock_of(office).set(day_ends(ZONE, LATER) - timedelta(seconds=1))
    assert await roles(office, cast["Hòa"]) == {Role.SECRETARY}
    clock_of(office).forward(seconds=1)
    assert await roles(office, cast["Hòa"]) == set()


async def test_a_last_day_that_is_over_is_refused(office: Office, cast: Cast) -> None:
    number = await grant_of(office, cast["Hòa"], Role.SECRETARY)
    over = end(cast.caller("Dũng"), office, grant_id=number, last_on=date(2026, 11, 22))
    assert await refused(over) is Refusal.IN_THE_PAST
    dung = Talk(office, cast, "Dũng")
    await dung.says("/vaitro hòa")
    await dung.presses(Act.END_ROLE)
    assert await refused(dung.says("22/11/2026")) is Refusal.IN_THE_PAST
    assert await refused(dung.says("mai mốt")) is Refusal.NOT_A_DATE


async def test_ending_later_than_it_ends_anyway_changes_nothing(office: Office, cast: Cast) -> None:
    number = await grant_of(office, cast["Hòa"], Role.SECRETARY)
    await end(cast.caller("Dũng"), office, grant_id=number, last_on=date(2026, 12, 1))
    later = await end(cast.caller("Dũng"), office, grant_id=number, last_on=LATER)
    assert later.unchanged
    (still,) = await held(office, cast["Hòa"])
    assert still.until_at == day_ends(ZONE, date(2026, 12, 1))


async def test_a_role_that_is_over_cannot_be_ended_again(office: Office, cast: Cast) -> None:
    number = await grant_of(office, cast["Hòa"], Role.SECRETARY)
    await end(cast.caller("Dũng"), office, grant_id=number)
    assert await refused(end(cast.caller("Dũng"), office, grant_id=number)) is Refusal.GONE_ON
    assert await refused(end(cast.caller("Dũng"), office, grant_id=999)) is Refusal.NOT_FOUND


async def test_a_role_that_has_not_begun_is_called_off(office: Office, cast: Cast) -> None:
    proposal = Proposal(cast["Bình"], Role.SECRETARY, cast.units[BRANCH_1], Term(date(2026, 12, 1)))
    number = (await give(cast.caller("Dũng"), office, proposal=proposal)).grant_id
    await end(cast.caller("Dũng"), office, grant_id=number)
    assert await held(office, cast["Bình"]) == []
    clock_of(office).set(day_begins(ZONE, date(2026, 12, 1)))
    assert await roles(office, cast["Bình"]) == set()
    assert [row[0] for row in await rows_of(office, "role_grant")] == ["granted", "called_off"]


async def test_only_an_admin_ends_roles(office: Office, cast: Cast) -> None:
    number = await grant_of(office, cast["Hòa"], Role.SECRETARY)
    for given in ("Lan", "Minh", "Thuận", "Kiên", "Hòa", "Yến", "Mai"):
        assert await refused(end(cast.caller(given), office, grant_id=number)) is Refusal.NOT_ALLOWED
    assert await roles(office, cast["Hòa"]) == {Role.SECRETARY}


@pytest.mark.parametrize("last_on", [None, date(2026, 11, 23), LATER])
async def test_the_last_admin_stays_now_and_on_every_later_day(
    office: Office, cast: Cast, last_on: date | None
) -> None:
    number = await grant_of(office, cast["Dũng"], Role.ADMIN)
    for caller in (cast.caller("Dũng"), COMMAND_LINE):
        assert await refused(end(caller, office, grant_id=number, last_on=last_on)) is Refusal.LAST_ADMIN
    assert await roles(office, cast["Dũng"]) == {Role.ADMIN}


async def test_an_admin_goes_when_another_stays(office: Office, cast: Cast) -> None:
    await second_admin(office, cast)
    number = await grant_of(office, cast["Dũng"], Role.ADMIN)
    await end(cast.caller("Dũng"), office, grant_id=number)
    assert await roles(office, cast["Dũng"]) == set()


async def test_an_admin_whose_own_role_ends_is_no_admin_after_that(office: Office, cast: Cast) -> None:
    await second_admin(office, cast, Term(None, LATER))
    number = await grant_of(office, cast["Dũng"], Role.ADMIN)
    assert await refused(end(cast.caller("Dũng"), office, grant_id=number)) is Refusal.LAST_ADMIN
    # Until that day the second one is there, after it the first: neither may go on the wrong side.
    early = end(cast.caller("Dũng"), office, grant_id=number, last_on=date(2026, 12, 1))
    assert await refused(early) is Refusal.LAST_ADMIN


async def test_an_admin_who_begins_later_leaves_a_gap(office: Office, cast: Cast) -> None:
    await second_admin(office, cast, Term(date(2027, 1, 1)))
    number = await grant_of(office, cast["Dũng"], Role.ADMIN)
    gap = end(cast.caller("Dũng"), office, grant_id=number, last_on=date(2026, 12, 30))
    assert await refused(gap) is Refusal.LAST_ADMIN
    assert await refused(end(cast.caller("Dũng"), office, grant_id=number, last_on=LATER)) is None


async def test_who_is_to_be_the_last_admin_later_is_not_called_off(office: Office, cast: Cast) -> None:
    follower = await second_admin(office, cast, Term(date(2027, 1, 1)))
    number = await grant_of(office, cast["Dũng"], Role.ADMIN)
    await end(cast.caller("Dũng"), office, grant_id=number, last_on=LATER)
    assert await refused(end(cast.caller("Dũng"), office, grant_id=follower)) is Refusal.LAST_ADMIN


async def test_an_admin_who_has_left_does_not_count(office: Office, cast: Cast) -> None:
    await second_admin(office, cast)
    left = tables.members.update().where(tables.members.c.id == cast["Mai"])
    await do(office, lambda connection: connection.execute(left.values(left_at=START)))
    number = await grant_of(office, cast["Dũng"], Role.ADMIN)
    assert await refused(end(cast.caller("Dũng"), office, grant_id=number)) is Refusal.LAST_ADMIN


async def test_two_admins_who_end_each_other_at_once_leave_one(office: Office, cast: Cast) -> None:
    of_mai = await second_admin(office, cast)
    of_dung = await grant_of(office, cast["Dũng"], Role.ADMIN)
    mai = await Talk(office, cast, "Mai").caller()
    reasons = await asyncio.gather(
        refused(end(cast.caller("Dũng"), office, grant_id=of_mai)),
        refused(end(mai, office, grant_id=of_dung)),
    )
    assert sorted(reasons, key=str) == [None, Refusal.LAST_ADMIN] or reasons.count(None) == 1
    assert (await roles(office, cast["Dũng"])) | (await roles(office, cast["Mai"])) == {Role.ADMIN}


async def demoted(office: Office, cast: Cast, given: str, role: Role) -> None:
    number = await grant_of(office, cast[given], role)
    await end(COMMAND_LINE, office, grant_id=number)


async def test_a_demoted_admins_open_dialogue_and_old_buttons_are_refused(office: Office, cast: Cast) -> None:
    await second_admin(office, cast)
    dung = Talk(office, cast, "Dũng")
    await dung.says("/vaitro bình")
    await dung.presses(Act.GIVE_ROLE)
    old = dung.button(Act.GIVE_ROLE_UNIT, label="Bí thư")
    await dung.presses(Act.GIVE_ROLE_SHOW, label="Quản trị danh sách")
    confirm, waiting = dung.button(Act.GIVE_ROLE_CONFIRMED), dung.asking
    await demoted(office, cast, "Dũng", Role.ADMIN)
    assert waiting is not None
    assert await refused(dung.says("đến 31/12/2026")) is Refusal.NOT_ALLOWED
    assert await refused(dung.presses_this(confirm)) is Refusal.NOT_ALLOWED
    assert await refused(dung.presses_this(old)) is Refusal.NOT_ALLOWED
    assert await refused(dung.says("/vaitro")) is Refusal.NOT_ALLOWED
    assert await held(office, cast["Bình"]) == []


async def test_a_demoted_secretary_neither_answers_nor_invites(office: Office, cast: Cast) -> None:
    await demoted(office, cast, "Hòa", Role.SECRETARY)
    hoa: Caller = await Talk(office, cast, "Hòa").caller()
    assert await refused(candidates(hoa, office)) is Refusal.NOT_ALLOWED
    reason = await refused(answer(hoa, office, question_id=1, text="Đã rõ"))
    assert reason in {Refusal.NOT_ALLOWED, Refusal.NOT_FOUND}
    page = await look(hoa, office, wanted=Filter())
    assert not page.sees_others


async def test_word_of_a_role_that_ended_before_it_was_told_is_not_sent(office: Office, cast: Cast) -> None:
    proposal = Proposal(cast["Bình"], Role.SECRETARY, cast.units[BRANCH_1])
    number = (await give(cast.caller("Dũng"), office, proposal=proposal)).grant_id
    clock_of(office).forward(minutes=1)
    await end(cast.caller("Dũng"), office, grant_id=number)
    told = await deliveries_to(office, cast["Bình"])
    assert told[0] == ""


async def test_ending_is_kept_when_it_is_asked_for_twice_in_one_knock(office: Office, cast: Cast) -> None:
    number = await grant_of(office, cast["Hòa"], Role.SECRETARY)
    found = await office.database.read(lambda connection: grants.find(connection, number))
    assert found is not None
    await end(cast.caller("Dũng"), office, grant_id=number)
    after = await office.database.read(lambda connection: grants.find(connection, number))
    assert after is not None
    assert after.until_at == office.clock.now()
