import asyncio

import pytest

from bot.acknowledgement.acknowledging import acknowledge, undo
from bot.acknowledgement.asking import ask
from bot.acknowledgement.listing import mine
from bot.acknowledgement.opening import Through, opened
from bot.errors import Refusal, Refused
from bot.office import Office
from storage import tables
from storage.states import DeliveryState, ObligationState, Purpose, QuestionState, Reason
from tests.acknowledgement.story import ISSUER, cards_stand, obligation, published, rows
from tests.cast import Cast, clock_of


async def test_a_tap_is_recorded_with_its_moment_and_its_place(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    clock_of(office).forward(minutes=14)
    done = await acknowledge(cast.caller("Bình"), office, publication_id=about)
    stands = await obligation(office, about, cast["Bình"])
    assert (stands.state, stands.changed_at) == (ObligationState.ACKNOWLEDGED, office.clock.now())
    assert (done.already, done.number, done.at) == (False, "12-KH/ĐU", office.clock.now())


async def test_a_second_tap_is_harmless_and_says_since_when(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    first = await acknowledge(cast.caller("Bình"), office, publication_id=about)
    clock_of(office).forward(minutes=5)
    second = await acknowledge(cast.caller("Bình"), office, publication_id=about)
    assert (second.already, second.at) == (True, first.at)
    assert len(await _history(office, cast["Bình"], ObligationState.ACKNOWLEDGED)) == 1


async def test_two_taps_at_once_record_one(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    caller = cast.caller("Bình")
    both = await asyncio.gather(
        *(acknowledge(caller, office, publication_id=about) for _ in range(4)),
    )
    assert sorted(one.already for one in both) == [False, True, True, True]
    assert len(await _history(office, cast["Bình"], ObligationState.ACKNOWLEDGED)) == 1


async def test_a_tap_skips_the_copy_that_is_still_queued_and_no_other_persons(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast, arrives=False)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    (own,) = await rows(office, tables.deliveries, member_id=cast["Bình"], purpose=Purpose.CARD)
    (other,) = await rows(office, tables.deliveries, member_id=cast["Mai"], purpose=Purpose.CARD)
    assert (own.state, own.reason) == (DeliveryState.SKIPPED, Reason.ANSWERED)
    assert other.state is DeliveryState.QUEUED


async def test_a_tap_renews_the_leaders_progress_cards(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    (card,) = await rows(office, tables.deliveries, member_id=cast["Hòa"], purpose=Purpose.PROGRESS)
    await _sent(office, card.id)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    (card,) = await rows(office, tables.deliveries, member_id=cast["Hòa"], purpose=Purpose.PROGRESS)
    assert card.state is DeliveryState.QUEUED


async def test_what_is_not_asked_cannot_be_acknowledged(office: Office, cast: Cast) -> None:
    notice = await published(office, cast, asks=False)
    with pytest.raises(Refused) as refused:
        await acknowledge(cast.caller("Bình"), office, publication_id=notice)
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_who_issues_a_publication_does_not_acknowledge_it(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    with pytest.raises(Refused) as refused:
        await acknowledge(cast.caller(ISSUER), office, publication_id=about)
    assert refused.value.reason is Refusal.NOT_ASKED


async def test_a_stranger_acknowledges_nothing(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    with pytest.raises(Refused) as refused:
        await acknowledge(cast.stranger(), office, publication_id=about)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_undoing_opens_it_again_and_history_keeps_both(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    caller = cast.caller("Bình")
    await acknowledge(caller, office, publication_id=about)
    await undo(caller, office, publication_id=about)
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED
    assert len(await _history(office, cast["Bình"], ObligationState.ACKNOWLEDGED)) == 1
    assert len(await rows(office, tables.history, from_state=ObligationState.ACKNOWLEDGED.value)) == 1


async def test_what_was_undone_can_be_acknowledged_anew(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    caller = cast.caller("Bình")
    await acknowledge(caller, office, publication_id=about)
    await undo(caller, office, publication_id=about)
    clock_of(office).forward(hours=1)
    done = await acknowledge(caller, office, publication_id=about)
    assert (done.already, done.at) == (False, office.clock.now())


async def test_what_was_not_acknowledged_cannot_be_undone(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    with pytest.raises(Refused) as refused:
        await undo(cast.caller("Bình"), office, publication_id=about)
    assert refused.value.reason is Refusal.GONE_ON


async def test_acknowledging_withdraws_the_question_that_waits(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    caller = cast.caller("Bình")
    asked = await ask(caller, office, publication_id=about, text="Nộp ở đâu?")
    await acknowledge(caller, office, publication_id=about)
    (question,) = await rows(office, tables.questions, id=asked.question_id)
    assert question.state is QuestionState.WITHDRAWN
    (line,) = await rows(office, tables.history, thing="question", to_state=QuestionState.WITHDRAWN.value)
    assert line.thing_id == asked.question_id


async def test_the_open_list_holds_what_waits_and_what_was_done_lately(office: Office, cast: Cast) -> None:
    first = await published(office, cast)
    second = await published(office, cast, number="45/HD-LĐLĐ")
    caller = cast.caller("Bình")
    await acknowledge(caller, office, publication_id=first)
    found = await mine(caller, office)
    assert found.called == "Đồng chí Bình"
    assert [one.publication_id for one in found.open] == [second]
    assert [one.publication_id for one in found.recent] == [first]


async def test_the_open_list_forgets_what_was_done_long_ago(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    clock_of(office).forward(days=8)
    assert (await mine(cast.caller("Bình"), office)).recent == ()


async def test_an_opening_is_kept_once_for_each_button(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    caller = cast.caller("Bình")
    assert await opened(caller, office, publication_id=about, through=Through.FULL_TEXT)
    assert not await opened(caller, office, publication_id=about, through=Through.FULL_TEXT)
    assert await opened(caller, office, publication_id=about, through=Through.CARD)
    assert len(await rows(office, tables.openings)) == 2


async def test_opening_acknowledges_nothing(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await opened(cast.caller("Bình"), office, publication_id=about, through=Through.FULL_TEXT)
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED


async def _history(office: Office, member_id: int, to: ObligationState) -> list[object]:
    return list(
        await rows(office, tables.history, thing="obligation", member_id=member_id, to_state=to.value)
    )


async def _sent(office: Office, delivery_id: int) -> None:
    await office.database.transaction(
        lambda connection: connection.execute(
            tables.deliveries.update()
            .where(tables.deliveries.c.id == delivery_id)
            .values(state=DeliveryState.SENT)
        )
    )


async def test_cards_that_arrived_stay_as_they_are(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await cards_stand(office, about, DeliveryState.SENT, members=[cast["Bình"]])
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    (own,) = await rows(office, tables.deliveries, member_id=cast["Bình"], purpose=Purpose.CARD)
    assert own.state is DeliveryState.SENT
