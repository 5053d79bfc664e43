"""Who comes under an audience by kind or role is asked as joined later; who leaves keeps what was asked."""

from datetime import timedelta

from bot.audience import Audience, AudienceKind
from bot.office import Office
from bot.organisation.membership.changing import set_kind
from bot.organisation.membership.role_audiences import ask_new_holders
from bot.organisation.rights.granting import end, give
from bot.organisation.rights.proposals import Proposal
from bot.organisation.rights.terms import Term
from storage import tables
from storage.states import MemberKind, ObligationState, Origin, Purpose, Role
from tests.acknowledgement.story import obligation, owed, published, rows
from tests.cast import BRANCH_1, START, Cast, clock_of
from tests.membership.story import moves

EVERYONE = Audience(AudienceKind.EVERYONE)
OFFICIALS = Audience(AudienceKind.EVERYONE, members=frozenset({MemberKind.OFFICIAL}))
SECRETARIES = Audience(AudienceKind.EVERYONE, roles=frozenset({Role.SECRETARY}))


async def asked(office: Office, member_id: int) -> dict[int, tuple[Origin, ObligationState]]:
    found = await rows(office, tables.obligations, member_id=member_id)
    return {row.publication_id: (row.origin, row.state) for row in found}


LATER = (Origin.JOINED_LATER, ObligationState.EXPECTED)
AT_ONCE = (Origin.PUBLISHED, ObligationState.EXPECTED)


async def test_who_becomes_an_official_member_is_asked_of_what_is_for_these(
    office: Office, cast: Cast
) -> None:
    for_officials = await published(office, cast, number="1", audience=OFFICIALS)
    for_all = await published(office, cast, number="2")
    union = Audience(AudienceKind.EVERYONE, members=frozenset({MemberKind.UNION}))
    await published(office, cast, number="3", audience=union)
    assert await asked(office, cast["An"]) == {for_all: AT_ONCE}
    dung = cast.caller("Dũng")
    await set_kind(dung, office, member_id=cast["An"], kind=MemberKind.OFFICIAL)
    assert await asked(office, cast["An"]) == {for_all: AT_ONCE, for_officials: LATER}
    assert cast["An"] in {row.member_id for row in await owed(office, Purpose.CARD)}
    # Back again: what was asked stays asked.
    await set_kind(dung, office, member_id=cast["An"], kind=MemberKind.PROBATIONARY)
    assert (await obligation(office, for_officials, cast["An"])).state is ObligationState.EXPECTED


async def test_who_is_given_the_role_is_asked_and_who_loses_it_keeps_it(office: Office, cast: Cast) -> None:
    for_secretaries = await published(office, cast, audience=SECRETARIES)
    assert await asked(office, cast["Bình"]) == {}
    dung = cast.caller("Dũng")
    proposal = Proposal(cast["Bình"], Role.SECRETARY, cast.units[BRANCH_1])
    given = await give(dung, office, proposal=proposal)
    assert await asked(office, cast["Bình"]) == {for_secretaries: LATER}
    await end(dung, office, grant_id=given.grant_id)
    assert await asked(office, cast["Bình"]) == {for_secretaries: LATER}
    after = await published(office, cast, number="2", audience=SECRETARIES)
    assert after not in await asked(office, cast["Bình"])


async def test_another_role_asks_of_nothing(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=SECRETARIES)
    proposal = Proposal(cast["Bình"], Role.DEPUTY_SECRETARY, cast.units[BRANCH_1])
    await give(cast.caller("Dũng"), office, proposal=proposal)
    assert await asked(office, cast["Bình"]) == {}


async def test_a_role_of_a_day_to_come_asks_on_that_day_and_once(office: Office, cast: Cast) -> None:
    for_secretaries = await published(office, cast, audience=SECRETARIES)
    first_on = (START + timedelta(days=7)).date()
    proposal = Proposal(cast["Bình"], Role.SECRETARY, cast.units[BRANCH_1], Term(first_on=first_on))
    await give(cast.caller("Dũng"), office, proposal=proposal)
    clock_of(office).forward(days=6)
    assert await ask_new_holders(office) == 0
    assert await asked(office, cast["Bình"]) == {}
    clock_of(office).forward(days=1)
    assert await ask_new_holders(office) == 1
    assert await asked(office, cast["Bình"]) == {for_secretaries: LATER}
    assert await ask_new_holders(office) == 0


async def test_who_is_left_out_by_name_is_not_asked_later_either(office: Office, cast: Cast) -> None:
    without = Audience(AudienceKind.UNIT, cast.units[BRANCH_1], without=frozenset({cast["Sơn"]}))
    publication_id = await published(office, cast, audience=without)
    await moves(office, cast, "Sơn", BRANCH_1)
    await moves(office, cast, "Thu", BRANCH_1)
    assert await asked(office, cast["Sơn"]) == {}
    assert await asked(office, cast["Thu"]) == {publication_id: LATER}
