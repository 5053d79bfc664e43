"""What was closed is asked again, of candidates, of the exempt and of who was away: only when it holds."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.adding import NewPerson, add_person
from bot.organisation.membership.changing import set_kind
from bot.organisation.membership.exempting import Wish, end_exemption, end_lapsed, exempt
from bot.organisation.membership.leaving import leave_together, remove, take_back
from bot.organisation.units.changing import change_tree
from bot.organisation.units.wishes import Wish as TreeWish
from bot.publication.resuming import resume
from bot.states import UnitChange
from storage import tables
from storage.database import Connection
from storage.states import (
    DeliveryState,
    ExemptFrom,
    ExemptReason,
    MemberKind,
    ObligationState,
    PublicationState,
    Purpose,
)
from tests.acknowledgement.story import change, obligation, published, rows
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, ROOT, Cast, clock_of
from tests.membership.story import TODAY, moves

ADMIN = "Dũng"
CANDIDATE = (ObligationState.WITHDRAWN, "chưa là đảng viên")
ILL = (ObligationState.EXEMPT, "ốm đau, điều trị")
EXPECTED = (ObligationState.EXPECTED, "")


async def test_the_end_of_an_exemption_expects_nothing_of_a_candidate(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    exemption_id = await _exempt(office, cast)
    await _kind(office, cast, MemberKind.CANDIDATE)
    await end_exemption(cast.caller("Hòa"), office, exemption_id=exemption_id)
    assert await _stands(office, cast, about) == CANDIDATE
    await _kind(office, cast, MemberKind.OFFICIAL)
    assert await _stands(office, cast, about) == EXPECTED


async def test_who_becomes_official_while_exempt_is_let_off_until_it_ends(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await _kind(office, cast, MemberKind.CANDIDATE)
    exemption_id = await _exempt(office, cast)
    await _kind(office, cast, MemberKind.OFFICIAL)
    assert await _stands(office, cast, about) == ILL
    await end_exemption(cast.caller("Hòa"), office, exemption_id=exemption_id)
    assert await _stands(office, cast, about) == EXPECTED


async def test_who_is_exempt_from_meetings_only_is_expected_all_the_same(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await _kind(office, cast, MemberKind.CANDIDATE)
    await _exempt(office, cast, what=ExemptFrom.MEETINGS)
    await _kind(office, cast, MemberKind.OFFICIAL)
    assert await _stands(office, cast, about) == EXPECTED


@pytest.mark.parametrize("reason", [ExemptReason.ILL, ExemptReason.POSTED_AWAY])
async def test_an_exemption_that_lapses_leaves_a_newer_one_in_force(
    office: Office, cast: Cast, reason: ExemptReason
) -> None:
    about = await published(office, cast)
    await _exempt(office, cast, days=0)
    clock_of(office).forward(hours=24)
    newer = await _exempt(office, cast, days=60, reason=reason)
    assert await end_lapsed(office) == 1
    assert (await _stands(office, cast, about))[0] is ObligationState.EXEMPT
    await end_exemption(cast.caller("Hòa"), office, exemption_id=newer)
    assert await _stands(office, cast, about) == EXPECTED


async def test_what_was_closed_when_the_member_moved_follows_with_a_line(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    exemption_id = await _exempt(office, cast)
    await moves(office, cast, "Mai", BRANCH_3)
    assert await rows(office, tables.obligation_moves, publication_id=about) == []
    await end_exemption(cast.caller(ADMIN), office, exemption_id=exemption_id)
    (step,) = await rows(office, tables.obligation_moves, publication_id=about)
    assert (step.from_unit_id, step.to_unit_id) == (cast.units[BRANCH_1], cast.units[BRANCH_3])
    assert (await obligation(office, about, cast["Mai"])).unit_id == cast.units[BRANCH_3]


async def test_what_an_exemption_let_off_is_expected_of_who_was_taken_back(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await _exempt(office, cast)
    await _leaves_and_comes_back(office, cast)
    assert await _stands(office, cast, about) == EXPECTED


async def test_what_is_not_expected_of_the_issuer_is_not_when_they_are_taken_back(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    (issuer,) = [row for row in await rows(office, tables.obligations) if row.state is ObligationState.EXEMPT]
    for step in (remove, take_back):
        await step(cast.caller(ADMIN), office, member_id=issuer.member_id)
    assert (await obligation(office, about, issuer.member_id)).state is ObligationState.EXEMPT


async def test_a_candidate_who_is_taken_back_is_asked_of_nothing(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await _kind(office, cast, MemberKind.CANDIDATE)
    await _leaves_and_comes_back(office, cast)
    assert await _stands(office, cast, about) == CANDIDATE


async def test_who_is_taken_back_comes_after_the_others_when_the_unit_was_merged(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    one, two = cast.units[BRANCH_1], cast.units[BRANCH_2]
    await remove(cast.caller(ADMIN), office, member_id=cast["Mai"])
    await _tree(office, cast, UnitChange.MERGE, one, target_id=two)
    assert await take_back(cast.caller(ADMIN), office, member_id=cast["Mai"]) == 1
    assert await _unit_of(office, cast) == two
    assert (await obligation(office, about, cast["Mai"])).unit_id == two
    # And goes back with the others when it was a mistake.
    await _tree(office, cast, UnitChange.OPEN, one, target_id=cast.units[ROOT])
    assert await _unit_of(office, cast) == one


async def test_nobody_is_taken_back_into_a_unit_that_was_closed(office: Office, cast: Cast) -> None:
    for given in ("Hòa", "Bình", "Mai", "An"):
        await remove(cast.caller(ADMIN), office, member_id=cast[given])
    await _tree(office, cast, UnitChange.CLOSE, cast.units[BRANCH_1])
    with pytest.raises(Refused) as refused:
        await take_back(cast.caller(ADMIN), office, member_id=cast["Mai"])
    assert refused.value.reason is Refusal.NOT_OPEN_THEN
    (row,) = await rows(office, tables.members, id=cast["Mai"])
    assert row.left_at is not None


async def test_the_card_comes_to_who_was_a_candidate_in_between_however_often(
    office: Office, cast: Cast
) -> None:
    await published(office, cast, arrives=False)
    for _ in range(2):
        await _kind(office, cast, MemberKind.CANDIDATE)
        assert await _queued_cards(office, cast) == 0
        await _kind(office, cast, MemberKind.OFFICIAL)
        assert await _queued_cards(office, cast) == 1


async def test_a_card_that_arrived_does_not_come_again(office: Office, cast: Cast) -> None:
    await published(office, cast)
    before = len(await rows(office, tables.deliveries, member_id=cast["Mai"]))
    await _kind(office, cast, MemberKind.CANDIDATE)
    await _kind(office, cast, MemberKind.OFFICIAL)
    assert len(await rows(office, tables.deliveries, member_id=cast["Mai"])) == before


async def test_who_joins_while_a_publication_is_halted_is_asked_of_it(office: Office, cast: Cast) -> None:
    halted = await published(office, cast, number="1")
    withdrawn = await published(office, cast, number="2")
    await change(office, tables.publications, halted, state=PublicationState.HALTED)
    await change(office, tables.publications, withdrawn, state=PublicationState.WITHDRAWN)
    new = await add_person(cast.caller(ADMIN), office, person=NewPerson("Tạ Văn Quý", unit=BRANCH_1))
    await resume(cast.caller("Lan"), office, publication_id=halted)
    asked = await rows(office, tables.obligations, member_id=new.member_id)
    assert [row.publication_id for row in asked] == [halted]


async def test_leaving_takes_as_many_statements_however_much_is_open(office: Office, cast: Cast) -> None:
    counted = []
    for amount, given in ((1, "Bình"), (4, "An")):
        for number in range(amount):
            await published(office, cast, number=f"{given} {number}", arrives=False)
        counted.append(await _statements_of_leaving(office, cast, given))
        theirs = await rows(office, tables.obligations, member_id=cast[given])
        assert {row.state for row in theirs} == {ObligationState.WITHDRAWN}
        cards = await rows(office, tables.deliveries, member_id=cast[given], purpose=Purpose.CARD)
        assert {row.state for row in cards} == {DeliveryState.SKIPPED}
    assert counted[0] == counted[1]
    others = await rows(office, tables.deliveries, member_id=cast["Mai"], purpose=Purpose.CARD)
    assert {row.state for row in others} == {DeliveryState.QUEUED}


async def _statements_of_leaving(office: Office, cast: Cast, given: str) -> int:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    def body(connection: Connection) -> None:
        sa.event.listen(connection, "before_cursor_execute", note)
        caller = cast.caller(ADMIN)
        leave_together(connection, office, caller, member_ids=[cast[given]], on=TODAY, because="x")
        sa.event.remove(connection, "before_cursor_execute", note)

    await office.database.transaction(body)
    return len(seen)


async def _leaves_and_comes_back(office: Office, cast: Cast) -> None:
    await remove(cast.caller(ADMIN), office, member_id=cast["Mai"])
    await take_back(cast.caller(ADMIN), office, member_id=cast["Mai"])


async def _exempt(
    office: Office,
    cast: Cast,
    *,
    what: ExemptFrom = ExemptFrom.EVERYTHING,
    days: int = 30,
    reason: ExemptReason = ExemptReason.ILL,
) -> int:
    wish = Wish(cast["Mai"], what, reason, TODAY + timedelta(days=days))
    return (await exempt(cast.caller("Hòa"), office, wish=wish)).exemption_id


async def _kind(office: Office, cast: Cast, kind: MemberKind) -> None:
    await set_kind(cast.caller(ADMIN), office, member_id=cast["Mai"], kind=kind)


async def _tree(
    office: Office, cast: Cast, kind: UnitChange, unit_id: int, *, target_id: int | None = None
) -> None:
    wish = TreeWish(kind, unit_id, TODAY, target_id=target_id)
    await change_tree(cast.caller(ADMIN), office, wish=wish)


async def _stands(office: Office, cast: Cast, publication_id: int) -> tuple[ObligationState, str]:
    found = await obligation(office, publication_id, cast["Mai"])
    return found.state, found.because


async def _unit_of(office: Office, cast: Cast) -> int:
    (row,) = await rows(office, tables.members, id=cast["Mai"])
    unit_id: int = row.unit_id
    return unit_id


async def _queued_cards(office: Office, cast: Cast) -> int:
    cards = await rows(office, tables.deliveries, member_id=cast["Mai"], purpose=Purpose.CARD)
    return sum(row.state is DeliveryState.QUEUED for row in cards)
