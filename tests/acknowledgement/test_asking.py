from typing import Any

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.answering import Answered, answer, to_answer, waiting
from bot.acknowledgement.asking import LONGEST, Asked, ask, askable
from bot.acknowledgement.composers import compose_answer, compose_question
from bot.delivery.composing import Skip
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Message
from bot.messages.splitting import visible_text
from bot.office import Office
from storage import tables
from storage.states import Address, Lane, ObligationState, Purpose, QuestionState, Reason
from tests.acknowledgement.story import change, composed, obligation, owed, published, rows, without_roles
from tests.cast import COMMAND_LINE, Cast
from tests.commands.saying import buttons


async def test_a_question_rests_the_obligation_and_goes_to_the_secretary(office: Office, cast: Cast) -> None:
    about, asked = await _asked(office, cast, "Bình")
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.QUESTION
    assert [(one.called, one.position) for one in asked.answerers] == [
        ("đồng chí Vũ Thị Hòa", "Bí thư Chi bộ 1")
    ]
    (delivery,) = await owed(office, Purpose.QUESTION)
    assert (delivery.member_id, delivery.subject) == (cast["Hòa"], asked.question_id)
    assert delivery.lane is Lane.BROADCAST


async def test_the_secretary_and_the_deputy_both_get_it(office: Office, cast: Cast) -> None:
    await _asked(office, cast, "Thu")
    assert {one.member_id for one in await owed(office, Purpose.QUESTION)} == {cast["Sơn"], cast["Yến"]}


async def test_what_a_secretary_asks_goes_to_the_clerk_where_nobody_leads_above(
    office: Office, cast: Cast
) -> None:
    _, asked = await _asked(office, cast, "Hòa")
    assert [one.called for one in asked.answerers] == ["đồng chí Trần Thị Lan"]


async def test_a_unit_without_a_leader_asks_the_clerk(office: Office, cast: Cast) -> None:
    _, asked = await _asked(office, cast, "Thuận")
    assert [one.called for one in asked.answerers] == ["đồng chí Trần Thị Lan"]


async def test_a_leader_who_cannot_be_reached_is_passed_over(office: Office, cast: Cast) -> None:
    await change(office, tables.addresses, cast.addresses["Hòa"], state="blocked")
    _, asked = await _asked(office, cast, "Bình")
    assert [one.called for one in asked.answerers] == ["đồng chí Trần Thị Lan"]


async def test_what_is_for_information_can_be_asked_about(office: Office, cast: Cast) -> None:
    notice = await published(office, cast, asks=False)
    assert (await askable(cast.caller("Bình"), office, publication_id=notice)).number == "12-KH/ĐU"
    asked = await ask(cast.caller("Bình"), office, publication_id=notice, text="Họp ở đâu?")
    assert asked.answerers
    answered = await answer(cast.caller("Hòa"), office, question_id=asked.question_id, text="Tầng 2.")
    assert answered.reached


async def test_a_question_after_acknowledging_leaves_it_acknowledged(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    await ask(cast.caller("Bình"), office, publication_id=about, text="Ai chủ trì?")
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.ACKNOWLEDGED


async def test_nobody_asks_about_what_is_not_theirs(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await ask(cast.caller("Bình"), office, publication_id=999, text="Gì vậy?")
    assert refused.value.reason is Refusal.NOT_FOUND


@pytest.mark.parametrize(("text", "reason"), [("  ", Refusal.EMPTY), ("a" * (LONGEST + 1), Refusal.TOO_LONG)])
async def test_a_question_needs_a_fitting_length(
    office: Office, cast: Cast, text: str, reason: Refusal
) -> None:
    about = await published(office, cast)
    with pytest.raises(Refused) as refused:
        await ask(cast.caller("Bình"), office, publication_id=about, text=text)
    assert refused.value.reason is reason
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED


async def test_an_answer_opens_the_obligation_again_and_goes_out_at_once(office: Office, cast: Cast) -> None:
    about, asked = await _asked(office, cast, "Bình")
    answered = await _answer(office, cast, "Hòa", asked)
    assert (answered.called, answered.reached) == ("đồng chí Nguyễn Văn Bình", True)
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED
    (delivery,) = await owed(office, Purpose.QUESTION_ANSWER)
    assert (delivery.member_id, delivery.lane) == (cast["Bình"], Lane.REPLY)
    (line,) = await rows(office, tables.history, thing="question", to_state=QuestionState.ANSWERED.value)
    assert line.actor_id == cast["Hòa"]


async def test_a_second_question_keeps_the_obligation_resting(office: Office, cast: Cast) -> None:
    about, first = await _asked(office, cast, "Bình")
    second = await ask(cast.caller("Bình"), office, publication_id=about, text="Còn câu nữa?")
    await _answer(office, cast, "Hòa", first)
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.QUESTION
    await _answer(office, cast, "Hòa", second)
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED


@pytest.mark.parametrize("who", ["Hòa", "Lan"])
async def test_the_units_leader_and_the_clerk_may_answer(office: Office, cast: Cast, who: str) -> None:
    _, asked = await _asked(office, cast, "Bình")
    assert [one.question_id for one in await waiting(cast.caller(who), office)] == [asked.question_id]
    await _answer(office, cast, who, asked)
    assert await waiting(cast.caller(who), office) == []


async def test_the_command_line_sees_every_question(office: Office, cast: Cast) -> None:
    _, asked = await _asked(office, cast, "Bình")
    assert [one.question_id for one in await waiting(COMMAND_LINE, office)] == [asked.question_id]


@pytest.mark.parametrize("who", ["Sơn", "Yến", "Mai", "Dũng", "Thuận", "Bình"])
async def test_nobody_else_may_answer(office: Office, cast: Cast, who: str) -> None:
    _, asked = await _asked(office, cast, "Bình")
    for use_case in (
        to_answer(cast.caller(who), office, question_id=asked.question_id),
        answer(cast.caller(who), office, question_id=asked.question_id, text="Trả lời"),
    ):
        with pytest.raises(Refused) as refused:
            await use_case
        assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_secretary_does_not_see_the_questions_of_another_branch(office: Office, cast: Cast) -> None:
    await _asked(office, cast, "Bình")
    assert await waiting(cast.caller("Sơn"), office) == []


async def test_a_member_lists_no_questions(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await waiting(cast.caller("Mai"), office)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_secretary_does_not_answer_their_own_question(office: Office, cast: Cast) -> None:
    _, asked = await _asked(office, cast, "Hòa")
    with pytest.raises(Refused) as refused:
        await _answer(office, cast, "Hòa", asked)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_question_is_answered_once(office: Office, cast: Cast) -> None:
    _, asked = await _asked(office, cast, "Thu")
    await _answer(office, cast, "Sơn", asked)
    with pytest.raises(Refused) as refused:
        await _answer(office, cast, "Yến", asked)
    assert refused.value.reason is Refusal.GONE_ON
    assert len(await owed(office, Purpose.QUESTION_ANSWER)) == 1


async def test_the_secretary_reads_the_question_and_may_answer(office: Office, cast: Cast) -> None:
    _, asked = await _asked(office, cast, "Bình")
    message = await _message(office, compose_question, Purpose.QUESTION)
    text = visible_text(message)
    assert "CÂU HỎI · Số 12-KH/ĐU" in text
    assert "Nguyễn Văn Bình (Chi bộ 1) hỏi lúc 08:00, 23/11:" in text
    assert "“Nộp ở đâu?”" in text
    first = buttons(message)[0]
    assert (first.act, first.subject) == (Act.ANSWER_QUESTION, asked.question_id)


async def test_a_question_answered_in_the_meantime_is_not_sent(office: Office, cast: Cast) -> None:
    _, asked = await _asked(office, cast, "Thu")
    await _answer(office, cast, "Sơn", asked)
    for row in await owed(office, Purpose.QUESTION):
        assert await composed(office, compose_question, row) == Skip(Reason.ANSWERED)


async def test_a_question_is_not_sent_to_who_no_longer_leads(office: Office, cast: Cast) -> None:
    await _asked(office, cast, "Bình")
    (grant,) = await rows(office, tables.role_grants, member_id=cast["Hòa"])
    await change(office, tables.role_grants, grant.id, until_at=office.clock.now())
    (row,) = await owed(office, Purpose.QUESTION)
    assert await composed(office, compose_question, row) == Skip(Reason.LEFT)


async def test_the_member_reads_the_answer_and_may_acknowledge_or_ask_on(office: Office, cast: Cast) -> None:
    about, asked = await _asked(office, cast, "Bình")
    await _answer(office, cast, "Hòa", asked)
    message = await _message(office, compose_answer, Purpose.QUESTION_ANSWER)
    text = visible_text(message)
    assert "Vũ Thị Hòa (Bí thư Chi bộ 1) trả lời:" in text
    assert "Tại văn phòng." in text
    assert [(one.act, one.subject) for one in buttons(message)] == [
        (Act.ACKNOWLEDGE, about),
        (Act.ASK, about),
        (Act.OPEN_CARD, about),
    ]


async def test_an_answer_after_acknowledging_offers_no_second_acknowledgement(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    asked = await ask(cast.caller("Bình"), office, publication_id=about, text="Ai chủ trì?")
    await _answer(office, cast, "Hòa", asked)
    message = await _message(office, compose_answer, Purpose.QUESTION_ANSWER)
    assert Act.ACKNOWLEDGE not in {one.act for one in buttons(message)}
    assert "✅ Đồng chí Bình đã xác nhận lúc 08:00, 23/11" in visible_text(message)


async def test_an_answer_does_not_follow_who_has_left(office: Office, cast: Cast) -> None:
    _, asked = await _asked(office, cast, "Bình")
    await _answer(office, cast, "Hòa", asked)
    await change(office, tables.members, cast["Bình"], left_at=office.clock.now())
    (row,) = await owed(office, Purpose.QUESTION_ANSWER)
    assert await composed(office, compose_answer, row) == Skip(Reason.LEFT)


async def test_a_woman_of_the_union_is_called_so(office: Office, cast: Cast) -> None:
    await change(office, tables.members, cast["Ngọc"], address_form=Address.SISTER)
    _, asked = await _asked(office, cast, "Ngọc")
    await _answer(office, cast, "Đức", asked)
    message = await _message(office, compose_answer, Purpose.QUESTION_ANSWER)
    assert "Chị Ngọc đã hỏi:" in visible_text(message)


async def test_roles_are_asked_and_not_names(office: Office, cast: Cast) -> None:
    _, asked = await _asked(office, cast, "Bình")
    with pytest.raises(Refused) as refused:
        await answer(without_roles(cast.caller("Hòa")), office, question_id=asked.question_id, text="Ừ")
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def _asked(office: Office, cast: Cast, who: str) -> tuple[int, Asked]:
    about = await published(office, cast)
    return about, await ask(cast.caller(who), office, publication_id=about, text=" Nộp ở đâu? ")


async def _answer(office: Office, cast: Cast, who: str, asked: Asked) -> Answered:
    return await answer(cast.caller(who), office, question_id=asked.question_id, text="Tại văn phòng.")


async def _message(office: Office, compose: Any, purpose: Purpose) -> Message:
    (row,) = await owed(office, purpose)
    message = await composed(office, compose, row)
    assert isinstance(message, Message)
    return message
