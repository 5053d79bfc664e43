"""What a leader of a unit does in the chat: questions, reading aloud, progress, reminding, reports."""

from dataclasses import replace

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from handlers.commands.leading import progress, reading_aloud, reports
from handlers.commands.member import in_force, published, questions
from handlers.commands.table import BY_WORD, commands_for
from storage import tables
from storage.states import ObligationState, Purpose
from tests.acknowledgement.story import obligation, owed, rows
from tests.acknowledgement.story import published as publish
from tests.cast import Cast, clock_of
from tests.commands.saying import button, buttons, presses, read, says


async def test_a_question_is_asked_answered_and_acknowledged(office: Office, cast: Cast) -> None:
    about = await publish(office, cast)
    begun = await questions.begin(office, presses(cast.caller("Bình"), Button("", Act.ASK, about)))
    assert begun.asking is not None
    assert begun.asking.until - office.clock.now() == questions.LAPSES_AFTER
    asked = await _types(office, cast, "Bình", "Nộp ở đâu?", begun)
    assert "tới đồng chí Vũ Thị Hòa (Bí thư Chi bộ 1)" in read(asked)
    listed = await questions.show_waiting(office, says(cast.caller("Hòa"), "/cauhoi"))
    assert "“Nộp ở đâu?”" in read(listed)
    opened = await questions.begin_answer(
        office, presses(cast.caller("Hòa"), button(listed.messages[0], Act.ANSWER_QUESTION))
    )
    answered = await _types(office, cast, "Hòa", "Tại văn phòng.", opened)
    assert read(answered) == "Đã gửi câu trả lời tới đồng chí Nguyễn Văn Bình."
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.EXPECTED


async def test_a_question_at_night_says_when_it_is_passed_on(office: Office, cast: Cast) -> None:
    about = await publish(office, cast)
    clock_of(office).forward(hours=12)
    begun = await questions.begin(office, presses(cast.caller("Bình"), Button("", Act.ASK, about)))
    asked = await _types(office, cast, "Bình", "Nộp ở đâu?", begun)
    assert "câu hỏi được chuyển lúc 07:00 thứ Tư, 25/11/2026" in read(asked)


async def test_who_types_that_it_is_clear_after_all_asks_nothing(office: Office, cast: Cast) -> None:
    about = await publish(office, cast)
    begun = await questions.begin(office, presses(cast.caller("Bình"), Button("", Act.ASK, about)))
    await _types(office, cast, "Bình", "đã rõ", begun)
    assert (await obligation(office, about, cast["Bình"])).state is ObligationState.ACKNOWLEDGED
    assert await rows(office, tables.questions) == []


async def test_too_long_a_question_can_be_typed_again(office: Office, cast: Cast) -> None:
    about = await publish(office, cast)
    begun = await questions.begin(office, presses(cast.caller("Bình"), Button("", Act.ASK, about)))
    reply = await _types(office, cast, "Bình", "a" * 1001, begun)
    assert reply.keeps_asking
    assert "dài quá 1000 ký tự" in read(reply)


async def test_a_question_to_nobody_is_refused_at_once(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await questions.begin(office, presses(cast.caller("Bình"), Button("", Act.ASK, 99)))
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_reading_aloud_goes_from_the_list_to_the_record(office: Office, cast: Cast) -> None:
    about = await publish(office, cast)
    caller = cast.caller("Sơn")
    first = await reading_aloud.choose_publication(office, says(caller, "/doctructiep"))
    second = await reading_aloud.choose_member(
        office, presses(caller, button(first.messages[0], Act.READ_ALOUD))
    )
    assert "Nguyễn Văn Bình" not in {one.label for one in buttons(second.messages[0])}
    (tam,) = [one for one in buttons(second.messages[0]) if one.argument == cast["Tâm"]]
    third = await reading_aloud.ask_details(office, presses(caller, tam))
    unclear = await _types(office, cast, "Sơn", "hôm qua", third)
    assert unclear.keeps_asking
    future = await _types(office, cast, "Sơn", "19:30 25/11/2026, tầng 2, Lý Thị Thu", third)
    assert (future.keeps_asking, (await obligation(office, about, cast["Tâm"])).state) == (
        True,
        ObligationState.EXPECTED,
    )
    done = await _types(office, cast, "Sơn", "19:30 20/11/2026, tầng 2, Lý Thị Thu", third)
    assert "cho đồng chí Phan Văn Tâm lúc 19:30 thứ Sáu, 20/11/2026, tại tầng 2" in read(done)
    assert (await obligation(office, about, cast["Tâm"])).state is ObligationState.READ_ALOUD


async def test_a_pressed_name_of_another_branch_is_refused(office: Office, cast: Cast) -> None:
    about = await publish(office, cast)
    forged = Button("", Act.READ_ALOUD_TO, about, cast["Bình"])
    with pytest.raises(Refused) as refused:
        await reading_aloud.ask_details(office, presses(cast.caller("Sơn"), forged))
    assert refused.value.reason is Refusal.GONE_ON


async def test_the_progress_list_leads_to_the_card_and_to_names(office: Office, cast: Cast) -> None:
    await publish(office, cast)
    caller = cast.caller("Hòa")
    listed = await progress.choose(office, says(caller, "/tiendo"))
    assert [one.label for one in buttons(listed.messages[0])] == ["Số 12-KH/ĐU: 0/4"]
    shown = await progress.show(office, presses(caller, buttons(listed.messages[0])[0]))
    assert "TIẾN ĐỘ · Số 12-KH/ĐU" in read(shown)
    names = await progress.show_names(office, presses(caller, button(shown.messages[0], Act.NAMES)))
    assert "• Nguyễn Văn Bình" in read(names)
    assert names.messages[0].protected


async def test_who_has_not_got_it_is_marked_among_the_names(office: Office, cast: Cast) -> None:
    about = await publish(office, cast)
    pressed = presses(cast.caller("Sơn"), Button("", Act.NAMES, about))
    text = read(await progress.show_names(office, pressed))
    assert "• Phan Văn Tâm – chưa nhận được tin" in text
    assert "• Lý Thị Thu\n" in text
    calls = await progress.show_calls(office, presses(cast.caller("Sơn"), Button("", Act.NEED_CALL, about)))
    assert "Phan Văn Tâm" in read(calls)
    assert "Lý Thị Thu" not in read(calls)


async def test_where_nobody_is_missing_it_says_so(office: Office, cast: Cast) -> None:
    about = await publish(office, cast)
    for given in ("Hòa", "Bình", "Mai", "An"):
        await acknowledge(cast.caller(given), office, publication_id=about)
    caller = cast.caller("Hòa")
    names = await progress.show_names(office, presses(caller, Button("", Act.NAMES, about)))
    assert read(names) == "Không còn ai chưa xác nhận."
    calls = await progress.show_calls(office, presses(caller, Button("", Act.NEED_CALL, about)))
    assert read(calls) == "Không có ai cần gọi."
    assert read(await progress.choose_to_remind(office, says(caller, "/nhac"))) == "Không còn ai cần nhắc."


async def test_reminding_says_how_many_and_how_many_not(office: Office, cast: Cast) -> None:
    await publish(office, cast)
    caller = cast.caller("Sơn")
    listed = await progress.choose_to_remind(office, says(caller, "/nhac"))
    asked = await progress.show(office, presses(caller, button(listed.messages[0], Act.PROGRESS)))
    assert read(asked).splitlines() == [
        "Nhắc 3 người về văn bản số 12-KH/ĐU?",
        "1 người tin chưa tới: xin gọi điện hoặc đọc trực tiếp.",
    ]
    assert await owed(office, Purpose.REMINDER) == []
    reply = await progress.remind(office, presses(caller, button(asked.messages[0], Act.REMIND)))
    assert read(reply).splitlines() == [
        "Đã nhắc 3 người về văn bản số 12-KH/ĐU.",
        "Chưa nhắc được 1 người: tin chưa tới. Xin gọi điện hoặc đọc trực tiếp.",
    ]
    assert len(await owed(office, Purpose.REMINDER)) == 3


async def test_reminding_at_night_says_when_it_goes(office: Office, cast: Cast) -> None:
    about = await publish(office, cast)
    clock_of(office).forward(hours=12)
    reply = await progress.remind(office, presses(cast.caller("Hòa"), Button("", Act.REMIND, about)))
    assert "Ngoài giờ gửi tin: lời nhắc đi lúc 07:00 thứ Tư, 25/11/2026." in read(reply)


async def test_the_report_is_written_with_its_details_folded(office: Office, cast: Cast) -> None:
    await publish(office, cast)
    caller = cast.caller("Hòa")
    listed = await reports.choose(office, says(caller, "/baocao"))
    shown = await reports.show(office, presses(caller, button(listed.messages[0], Act.REPORT)))
    assert "Đã xác nhận: 0/4" in read(shown)
    assert "- Nguyễn Văn Bình (Chi bộ 1)" in read(shown)


async def test_the_list_of_what_is_in_force_opens_cards(office: Office, cast: Cast) -> None:
    about = await publish(office, cast, asks=False)
    caller = cast.caller("Bình")
    listed = await in_force.show(office, says(caller, "/vanban"))
    assert "1. Số 12-KH/ĐU: Nền nếp sinh hoạt chi bộ quý IV (23/11/2026)" in read(listed)
    card = await published.open_card(
        office, presses(caller, button(listed.messages[0], Act.OPEN_CARD, subject=about))
    )
    assert "để biết" in read(card)


@pytest.mark.parametrize("word", ["tiendo", "nhac", "cauhoi", "doctructiep", "baocao"])
async def test_a_member_neither_finds_nor_may_use_a_leaders_command(
    office: Office, cast: Cast, word: str
) -> None:
    caller = cast.caller("Bình")
    assert word not in {one.name for one in commands_for(caller)}
    assert word in {one.name for one in commands_for(cast.caller("Hòa"))}
    with pytest.raises(Refused) as refused:
        await BY_WORD[word].run(office, says(caller, f"/{word}"))
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_the_old_word_still_leads_to_the_open_list() -> None:
    assert BY_WORD["chuadoc"] is BY_WORD["canlam"]


_AWAITED = {**questions.AWAITED, **reading_aloud.AWAITED}


async def _types(office: Office, cast: Cast, who: str, text: str, after: Reply) -> Reply:
    assert after.asking is not None
    awaited: Awaited = after.asking.awaited
    return await _AWAITED[awaited](office, replace(says(cast.caller(who), text), asking=after.asking))
