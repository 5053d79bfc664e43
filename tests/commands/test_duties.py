"""What /canlam and the answer to strange words say besides what is to be acknowledged."""

from bot.acknowledgement.answering import answer
from bot.acknowledgement.asking import ask
from bot.messages.acts import Act
from bot.office import Office
from handlers.commands.member.acknowledging import show_open
from handlers.commands.member.typed_words import not_understood
from tests.acknowledgement.story import published
from tests.cast import Cast
from tests.commands.chat import submitted
from tests.commands.saying import read, says


async def _what_waits(office: Office, cast: Cast, name: str) -> tuple[str, str]:
    caller = cast.caller(name)
    hint = await not_understood(office, says(caller, "đồng ý"))
    return read(await show_open(office, says(caller, "/canlam"))), read(hint) if hint else ""


async def test_a_draft_is_named_to_who_is_to_approve_it_then_to_who_is_to_put_it_right(
    office: Office, cast: Cast
) -> None:
    minh = await submitted(office, cast)
    for said in await _what_waits(office, cast, "Minh"):
        assert "Chờ duyệt: 1 văn bản, gõ /duyet" in said
    for name in ("Lan", "Bình"):
        assert "duyet" not in "".join(await _what_waits(office, cast, name))
    await minh.press(Act.RETURN_DRAFT)
    await minh.say("Sửa tên")
    for said in await _what_waits(office, cast, "Lan"):
        assert "Được trả lại để sửa: Số 12-KH/ĐU, gõ /choduyet" in said
    assert "Chờ duyệt" not in "".join(await _what_waits(office, cast, "Minh"))


async def test_a_question_is_named_to_who_may_answer_it_until_it_is_answered(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    asked = await ask(cast.caller("Bình"), office, publication_id=about, text="Nộp ở đâu?")
    for said in await _what_waits(office, cast, "Hòa"):
        assert "Câu hỏi chờ trả lời: 1, gõ /cauhoi" in said
    assert "cauhoi" not in "".join(await _what_waits(office, cast, "Bình"))
    await answer(cast.caller("Hòa"), office, question_id=asked.question_id, text="Tại văn phòng.")
    assert "Câu hỏi chờ" not in "".join(await _what_waits(office, cast, "Hòa"))
