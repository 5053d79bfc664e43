import asyncio

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.asking import ask
from bot.chasing.asking_again import remind_now, to_remind
from bot.chasing.reaching import Reach, reach_of
from bot.chasing.reminding import remind_due
from bot.errors import Refusal, Refused
from bot.office import Office
from storage import tables
from storage.chasing.reminding import Trace
from storage.states import AddressState, DeliveryState, PublicationState, Purpose, Reason
from tests.acknowledgement.story import ISSUER, cards_stand, change, obligation, owed, published, rows
from tests.cast import BRANCH_1, START, Cast, clock_of


async def test_a_secretary_reminds_those_of_the_own_branch_who_have_not_answered(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    await ask(cast.caller("Mai"), office, publication_id=about, text="Nộp ở đâu?")
    done = await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert (done.reminded, done.enough, done.no_way, done.goes_at) == (2, 0, 0, None)
    assert await _reminded(office) == {cast["An"], cast["Hòa"]}


@pytest.mark.parametrize("who", ["Lan", "Thuận"])
async def test_the_clerk_and_the_committee_leader_remind_everybody(
    office: Office, cast: Cast, who: str
) -> None:
    about = await published(office, cast)
    done = await remind_now(cast.caller(who), office, publication_id=about)
    assert await _reminded(office) == cast.everyone - {cast[ISSUER], cast["Tâm"]}
    assert done.no_way == 1


@pytest.mark.parametrize("who", ["Bình", "Dũng", "Kiên"])
async def test_a_member_an_admin_and_an_auditor_remind_nobody(office: Office, cast: Cast, who: str) -> None:
    about = await published(office, cast)
    for use_case in (
        remind_now(cast.caller(who), office, publication_id=about),
        to_remind(cast.caller(who), office),
    ):
        with pytest.raises(Refused) as refused:
            await use_case
        assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await _reminded(office) == set()


async def test_a_deputy_does_not_remind_another_branch(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await remind_now(cast.caller("Yến"), office, publication_id=about)
    assert await _reminded(office) == {cast["Sơn"], cast["Yến"], cast["Thu"]}


async def test_two_presses_in_one_minute_are_one_reminder(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    first = await remind_now(cast.caller("Hòa"), office, publication_id=about)
    with pytest.raises(Refused) as refused:
        await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert refused.value.reason is Refusal.JUST_REMINDED
    assert len(await owed(office, Purpose.REMINDER)) == first.reminded
    assert (await obligation(office, about, cast["An"])).reminders == 1


async def test_the_ceiling_of_the_day_holds_and_says_so(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    for _ in range(2):
        assert (await remind_now(cast.caller("Hòa"), office, publication_id=about)).reminded == 4
        clock_of(office).forward(minutes=5)
    with pytest.raises(Refused) as refused:
        await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert refused.value.reason is Refusal.ENOUGH_TODAY
    assert len(await rows(office, tables.deliveries, purpose=Purpose.REMINDER, member_id=cast["An"])) == 2


async def test_the_ceiling_counts_every_publication_and_leader_and_the_clock(
    office: Office, cast: Cast
) -> None:
    first = await published(office, cast)
    second = await published(office, cast, number="45/HD-LĐLĐ")
    clock_of(office).set(START.replace(day=26))
    await remind_due(office)
    clock_of(office).forward(minutes=5)
    await remind_now(cast.caller("Hòa"), office, publication_id=first)
    clock_of(office).forward(minutes=5)
    with pytest.raises(Refused) as refused:
        await remind_now(cast.caller("Hòa"), office, publication_id=second)
    assert refused.value.reason is Refusal.ENOUGH_TODAY


async def test_the_next_day_reminding_is_possible_again(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    for _ in range(2):
        await remind_now(cast.caller("Hòa"), office, publication_id=about)
        clock_of(office).forward(minutes=5)
    clock_of(office).set(START.replace(day=25))
    assert (await remind_now(cast.caller("Hòa"), office, publication_id=about)).reminded == 4


async def test_some_at_the_ceiling_are_counted_apart(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    for _ in range(2):
        await remind_now(cast.caller("Hòa"), office, publication_id=about)
        clock_of(office).forward(minutes=5)
    done = await remind_now(cast.caller("Lan"), office, publication_id=about)
    assert (done.reminded, done.enough) == (10, 4)


async def test_leaders_at_once_do_not_pass_the_ceiling(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    callers = [cast.caller(who) for who in ("Hòa", "Lan", "Thuận")]
    for _ in range(2):
        pressed = (remind_now(one, office, publication_id=about) for one in callers)
        outcomes = await asyncio.gather(*pressed, return_exceptions=True)
        refused = [one for one in outcomes if isinstance(one, Refused)]
        assert {one.reason for one in refused} <= {Refusal.JUST_REMINDED}
        assert len(refused) < len(callers)
        clock_of(office).forward(minutes=1)
    assert len(await rows(office, tables.deliveries, purpose=Purpose.REMINDER, member_id=cast["An"])) == 2


async def test_outside_the_hours_it_goes_when_they_open_and_counts_for_that_day(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    clock_of(office).forward(hours=12)
    # The 24th is Vietnam's day of culture (a holiday from 2026): the office opens on the 25th.
    opens = START.replace(day=25, hour=7)
    done = await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert (done.reminded, done.goes_at) == (4, opens)
    clock_of(office).forward(minutes=5)
    with pytest.raises(Refused) as waiting:
        await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert waiting.value.reason is Refusal.JUST_REMINDED
    assert len(await rows(office, tables.deliveries, purpose=Purpose.REMINDER, member_id=cast["An"])) == 1
    clock_of(office).set(opens.replace(minute=30))
    assert (await remind_now(cast.caller("Hòa"), office, publication_id=about)).reminded == 4
    clock_of(office).forward(minutes=5)
    with pytest.raises(Refused):
        await remind_now(cast.caller("Hòa"), office, publication_id=about)


async def test_where_everybody_has_answered_nobody_is_reminded(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    for member in ("Hòa", "Bình", "Mai", "An"):
        await acknowledge(cast.caller(member), office, publication_id=about)
    with pytest.raises(Refused) as refused:
        await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert refused.value.reason is Refusal.NOBODY


async def test_a_withdrawn_publication_is_not_reminded_of(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await change(office, tables.publications, about, state=PublicationState.WITHDRAWN)
    with pytest.raises(Refused) as refused:
        await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert refused.value.reason is Refusal.WITHDRAWN


async def test_whose_card_is_still_on_its_way_is_not_reminded(office: Office, cast: Cast) -> None:
    about = await published(office, cast, arrives=False)
    await cards_stand(office, about, DeliveryState.SENT, members=[cast["An"]])
    done = await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert (done.reminded, done.no_way) == (1, 3)
    assert await _reminded(office) == {cast["An"]}


async def test_whom_no_message_reaches_is_counted_apart(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await change(office, tables.addresses, cast.addresses["An"], state=AddressState.BLOCKED)
    await cards_stand(office, about, DeliveryState.FAILED, members=[cast["Mai"]], reason=Reason.CONTENT)
    done = await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert (done.reminded, done.no_way) == (2, 2)


async def test_the_list_names_what_is_outstanding_in_the_own_units(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    done = await published(office, cast, number="45/HD-LĐLĐ")
    for given in ("Hòa", "Bình", "Mai", "An"):
        await acknowledge(cast.caller(given), office, publication_id=done)
    found = await to_remind(cast.caller("Hòa"), office)
    assert [(one.publication_id, one.outstanding) for one in found] == [(about, len(cast.of_unit(BRANCH_1)))]


@pytest.mark.parametrize(
    ("trace", "reach"),
    [
        (Trace(True, True, False, False, False), Reach.REMIND),
        (Trace(True, False, True, False, True), Reach.REMIND),
        (Trace(True, False, False, False, False), Reach.REMIND),
        (Trace(True, False, False, True, True), Reach.WAITING),
        (Trace(True, False, False, False, True), Reach.CALL),
        (Trace(False, True, False, False, False), Reach.CALL),
    ],
)
def test_how_somebody_is_reached(trace: Trace, reach: Reach) -> None:
    assert reach_of(trace) is reach


async def _reminded(office: Office) -> set[int | None]:
    return {one.member_id for one in await owed(office, Purpose.REMINDER)}
