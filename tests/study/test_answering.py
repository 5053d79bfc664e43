"""Dự, Xin vắng, Chưa chắc: taken until the session starts, for the time and place that was shown."""

from datetime import datetime

import pytest
import sqlalchemy as sa

from bot.delivery.composing import Skip
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.study import answering, changing, viewing
from bot.study.answering import Heard
from bot.study.cards import Card
from storage import tables
from storage.states import Answer, Purpose, Reason
from tests.cast import ZONE, Cast, clock_of
from tests.study.steps import announced, has_left, knock_of, revision, words


async def answer(office: Office, cast: Cast, session_id: int, given: str, choice: Answer) -> Heard:
    answered = await answering.answer(
        cast.caller(given),
        office,
        session_id=session_id,
        revision=await revision(office, session_id),
        choice=choice,
    )
    return answered.heard


async def card(office: Office, cast: Cast, session_id: int, given: str) -> Card:
    viewed = await viewing.view(cast.caller(given), office, session_id=session_id)
    assert viewed.card is not None
    return viewed.card


@pytest.mark.parametrize("choice", [Answer.YES, Answer.NO, Answer.MAYBE])
async def test_an_answer_is_taken(office: Office, cast: Cast, choice: Answer) -> None:
    session_id = await announced(office, cast)
    assert await answer(office, cast, session_id, "Bình", choice) is Heard.TAKEN
    seen = await card(office, cast, session_id, "Bình")
    assert (seen.answer, seen.answered_at) == (choice, office.clock.now())
    assert (await card(office, cast, session_id, "Mai")).answer is Answer.NONE


async def test_an_answer_can_be_changed_until_the_start(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.YES)
    clock_of(office).set(datetime(2026, 12, 3, 19, 29, tzinfo=ZONE))
    assert await answer(office, cast, session_id, "Bình", Answer.NO) is Heard.TAKEN
    assert (await card(office, cast, session_id, "Bình")).answer is Answer.NO


async def test_no_answer_is_taken_from_the_start_on(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.YES)
    clock_of(office).set(datetime(2026, 12, 3, 19, 30, tzinfo=ZONE))
    assert await answer(office, cast, session_id, "Bình", Answer.NO) is Heard.BEGUN
    seen = await card(office, cast, session_id, "Bình")
    assert (seen.answer, seen.has_begun) == (Answer.YES, True)


async def test_an_answer_to_an_older_time_is_not_taken(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    old = await revision(office, session_id)
    await changing.reschedule(cast.caller("Hòa"), office, session_id=session_id, text="19:30 4/12")
    answered = await answering.answer(
        cast.caller("Bình"), office, session_id=session_id, revision=old, choice=Answer.YES
    )
    assert answered.heard is Heard.CHANGED
    assert (await card(office, cast, session_id, "Bình")).answer is Answer.NONE


async def test_an_answer_to_a_session_that_is_off_is_not_taken(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await changing.cancel(cast.caller("Hòa"), office, session_id=session_id)
    assert await answer(office, cast, session_id, "Bình", Answer.YES) is Heard.CANCELLED


@pytest.mark.parametrize("given", ["Sơn", "Lan"])
async def test_who_is_not_invited_neither_answers_nor_learns_of_it(
    office: Office, cast: Cast, given: str
) -> None:
    session_id = await announced(office, cast)
    with pytest.raises(Refused) as refused:
        await answer(office, cast, session_id, given, Answer.YES)
    assert refused.value.reason is Refusal.NOT_FOUND
    with pytest.raises(Refused) as refused:
        await viewing.view(cast.caller(given), office, session_id=session_id)
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_who_has_left_does_not_answer(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await has_left(office, cast["Bình"])
    with pytest.raises(Refused):
        await answer(office, cast, session_id, "Bình", Answer.YES)


async def test_a_reason_is_kept_with_a_refusal(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.NO)
    await give_reason(office, cast, session_id, "đi  công tác")
    assert (await card(office, cast, session_id, "Bình")).because == "đi công tác"


async def give_reason(office: Office, cast: Cast, session_id: int, text: str) -> None:
    await answering.give_reason(
        cast.caller("Bình"),
        office,
        session_id=session_id,
        revision=await revision(office, session_id),
        text=text,
    )


async def test_a_reason_goes_with_the_refusal_that_it_was_for(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.NO)
    await give_reason(office, cast, session_id, "đi công tác")
    await answer(office, cast, session_id, "Bình", Answer.YES)
    assert (await card(office, cast, session_id, "Bình")).because == ""
    with pytest.raises(Refused) as refused:
        await give_reason(office, cast, session_id, "ốm")
    assert refused.value.reason is Refusal.GONE_ON


async def test_pressing_the_same_again_keeps_the_reason(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.NO)
    await give_reason(office, cast, session_id, "đi công tác")
    await answer(office, cast, session_id, "Bình", Answer.NO)
    assert (await card(office, cast, session_id, "Bình")).because == "đi công tác"
    assert len(await _answers_in_history(office, session_id)) == 1


@pytest.mark.parametrize(("text", "reason"), [("", Refusal.EMPTY), ("x" * 301, Refusal.TOO_LONG)])
async def test_a_reason_has_some_length_but_not_any(
    office: Office, cast: Cast, text: str, reason: Refusal
) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.NO)
    with pytest.raises(Refused) as refused:
        await give_reason(office, cast, session_id, text)
    assert refused.value.reason is reason


async def test_each_answer_stands_in_history_without_its_reason(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.YES)
    await answer(office, cast, session_id, "Bình", Answer.NO)
    await give_reason(office, cast, session_id, "đi công tác")
    assert await _answers_in_history(office, session_id) == [("none", "yes", ""), ("yes", "no", "")]


async def _answers_in_history(office: Office, session_id: int) -> list[tuple[str, str, str]]:
    table = tables.history
    rows = await office.database.read(
        lambda connection: connection.execute(
            sa.select(table.c.from_state, table.c.to_state, table.c.detail)
            .where(table.c.thing == "invitee", table.c.thing_id == session_id)
            .order_by(table.c.id)
        ).all()
    )
    return [(row.from_state, row.to_state, row.detail) for row in rows]


async def test_a_second_run_of_a_knock_hears_what_the_first_heard(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    caller = cast.caller("Bình", knock=await knock_of(office, cast))
    shown = await revision(office, session_id)
    for _run in range(2):
        answered = await answering.answer(
            caller, office, session_id=session_id, revision=shown, choice=Answer.YES
        )
        assert answered.heard is Heard.TAKEN
        clock_of(office).set(datetime(2026, 12, 3, 20, 0, tzinfo=ZONE))
    assert len(await _answers_in_history(office, session_id)) == 1


async def test_who_has_answered_gets_the_waiting_invitation_no_more(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.YES)
    (binh,) = await words(office, member_id=cast["Bình"], purpose=Purpose.INVITATION)
    (mai,) = await words(office, member_id=cast["Mai"], purpose=Purpose.INVITATION)
    assert binh.would_be == Skip(Reason.ANSWERED)
    assert "Kính mời đồng chí Mai dự" in mai.text


async def test_the_unit_s_leaders_see_who_answered_what(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.NO)
    await give_reason(office, cast, session_id, "đi công tác")
    _session, listed = await viewing.answers(cast.caller("Hòa"), office, session_id=session_id)
    # By given name: An, Bình, Hòa, Mai.
    assert [(one.member_id, one.answer, one.because) for one in listed] == [
        (cast["An"], Answer.NONE, ""),
        (cast["Bình"], Answer.NO, "đi công tác"),
        (cast["Hòa"], Answer.NONE, ""),
        (cast["Mai"], Answer.NONE, ""),
    ]


@pytest.mark.parametrize("given", ["Bình", "Sơn", "Lan", "Thuận", "Dũng", "Kiên"])
async def test_nobody_else_sees_the_names(office: Office, cast: Cast, given: str) -> None:
    session_id = await announced(office, cast)
    with pytest.raises(Refused) as refused:
        await viewing.answers(cast.caller(given), office, session_id=session_id)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_member_sees_their_own_answer_and_no_counts(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.MAYBE)
    (coming,) = (await viewing.agenda(cast.caller("Bình"), office)).coming
    assert (coming.session.id, coming.answer, coming.tally) == (session_id, Answer.MAYBE, None)


async def test_a_leader_sees_counts_of_own_units_only(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.YES)
    await answer(office, cast, session_id, "Mai", Answer.NO)
    (coming,) = (await viewing.agenda(cast.caller("Hòa"), office)).coming
    assert coming.tally == {Answer.YES: 1, Answer.NO: 1, Answer.MAYBE: 0, Answer.NONE: 2}
    assert (await viewing.agenda(cast.caller("Sơn"), office)).coming == ()


async def test_who_left_is_counted_no_more(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await answer(office, cast, session_id, "Bình", Answer.YES)
    await has_left(office, cast["Bình"])
    (coming,) = (await viewing.agenda(cast.caller("Hòa"), office)).coming
    assert coming.tally == {Answer.YES: 0, Answer.NO: 0, Answer.MAYBE: 0, Answer.NONE: 3}


async def test_a_session_leaves_the_agenda_when_it_is_over_and_not_before(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    clock_of(office).set(datetime(2026, 12, 3, 20, 59, tzinfo=ZONE))
    assert len((await viewing.agenda(cast.caller("Bình"), office)).coming) == 1
    clock_of(office).set(datetime(2026, 12, 3, 21, 0, tzinfo=ZONE))
    assert (await viewing.agenda(cast.caller("Bình"), office)).coming == ()


async def test_a_stranger_has_no_agenda(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    with pytest.raises(Refused) as refused:
        await viewing.agenda(cast.stranger(), office)
    assert refused.value.reason is Refusal.NOT_ALLOWED
