"""A tap and a change of the roster at the same moment: the tap is never lost."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.acknowledgement.acknowledging import acknowledge
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.adding import NewPerson, add_person
from bot.organisation.membership.exempting import Wish, end_exemption, exempt
from bot.organisation.membership.leaving import remove
from storage import tables
from storage.states import ExemptFrom, ExemptReason, ObligationState
from tests.acknowledgement.story import obligation, published, rows
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, Cast
from tests.membership.story import moves

ROUNDS = 5


async def _together(*calls: Coroutine[Any, Any, object]) -> list[object]:
    return list(await asyncio.gather(*calls, return_exceptions=True))


async def test_a_tap_while_the_member_moves_counts(office: Office, cast: Cast) -> None:
    for number in range(ROUNDS):
        publication_id = await published(office, cast, number=str(number))
        to = (BRANCH_2, BRANCH_1)[number % 2]
        tap = acknowledge(cast.caller("Bình"), office, publication_id=publication_id)
        outcomes = await _together(tap, moves(office, cast, "Bình", to))
        assert not [one for one in outcomes if isinstance(one, BaseException)], outcomes
        stands = await obligation(office, publication_id, cast["Bình"])
        assert stands.state is ObligationState.ACKNOWLEDGED
        # It is counted where it was when it was answered, and says so.
        went = await rows(office, tables.obligation_moves, publication_id=publication_id)
        assert (stands.unit_id == cast.units[to]) is bool(went)


async def test_a_tap_while_the_member_is_let_off_wins_or_is_answered(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    wish = Wish(cast["Mai"], ExemptFrom.EVERYTHING, ExemptReason.ILL)
    tap, granted = await _together(
        acknowledge(cast.caller("Mai"), office, publication_id=publication_id),
        exempt(cast.caller("Hòa"), office, wish=wish),
    )
    assert not isinstance(granted, BaseException), granted
    stands = await obligation(office, publication_id, cast["Mai"])
    if isinstance(tap, Refused):
        assert tap.reason is Refusal.NOT_ASKED
        assert stands.state is ObligationState.EXEMPT
    else:
        assert not isinstance(tap, BaseException), tap
        assert stands.state is ObligationState.ACKNOWLEDGED


async def test_two_who_move_the_same_member_at_once_leave_one_place(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    outcomes = await _together(
        moves(office, cast, "Bình", BRANCH_2),
        moves(office, cast, "Bình", BRANCH_3),
    )
    assert not [one for one in outcomes if isinstance(one, BaseException)], outcomes
    (row,) = await rows(office, tables.members, id=cast["Bình"])
    assert (await obligation(office, publication_id, cast["Bình"])).unit_id == row.unit_id
    first, second = await rows(office, tables.member_moves, member_id=cast["Bình"])
    assert first.to_unit_id == second.from_unit_id
    assert second.to_unit_id == row.unit_id


async def test_a_publication_that_goes_out_while_somebody_comes_is_asked_of_them_once(
    office: Office, cast: Cast
) -> None:
    for number in range(ROUNDS):
        person = NewPerson(f"Người Mới {'ABCDE'[number]}", unit=BRANCH_1)
        outcomes = await _together(
            published(office, cast, number=str(number)),
            add_person(cast.caller("Dũng"), office, person=person),
        )
        assert not [one for one in outcomes if isinstance(one, BaseException)], outcomes
    new = [row.id for row in await rows(office, tables.members) if row.full_name.startswith("Người Mới")]
    for member_id in new:
        asked = await rows(office, tables.obligations, member_id=member_id)
        assert len(asked) == len({row.publication_id for row in asked}) == ROUNDS


async def test_a_publication_that_goes_out_while_somebody_leaves_is_not_expected_of_them(
    office: Office, cast: Cast
) -> None:
    publication, left = await _together(
        published(office, cast), remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    )
    assert isinstance(publication, int), publication
    assert not isinstance(left, BaseException), left
    asked = await rows(office, tables.obligations, publication_id=publication, member_id=cast["Bình"])
    assert ObligationState.EXPECTED not in {row.state for row in asked}


async def test_an_exemption_that_ends_while_the_member_moves_is_counted_where_they_are(
    office: Office, cast: Cast
) -> None:
    for number in range(ROUNDS):
        publication_id = await published(office, cast, number=str(number))
        wish = Wish(cast["Mai"], ExemptFrom.EVERYTHING, ExemptReason.ILL)
        granted = await exempt(cast.caller("Dũng"), office, wish=wish)
        outcomes = await _together(
            moves(office, cast, "Mai", (BRANCH_2, BRANCH_1)[number % 2]),
            end_exemption(cast.caller("Dũng"), office, exemption_id=granted.exemption_id),
        )
        assert not [one for one in outcomes if isinstance(one, BaseException)], outcomes
        (member,) = await rows(office, tables.members, id=cast["Mai"])
        stands = await obligation(office, publication_id, cast["Mai"])
        assert (stands.state, stands.unit_id) == (ObligationState.EXPECTED, member.unit_id)
