"""/soan, /choduyet and /duyet as the clerk and the approver meet them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.reply import Asking, Awaited
from bot.office import Office
from handlers.commands.dispatch import _answered, _reply
from handlers.commands.drafting import drafting, pasting
from handlers.conversation import Rejected, Text
from storage import tables
from storage.states import DraftState
from tests.cast import Cast
from tests.commands.chat import Chat, drafted, field, submitted
from tests.commands.saying import buttons, read, says
from tests.publication.steps import DIRECTIVE, draft_of, rows

NOT_QUOTED = "Câu này không có nguyên văn trong văn bản."


async def test_soan_asks_for_a_text_for_an_hour(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    reply = await lan.command(pasting.ask_text, "/soan")
    assert "Xin dán nội dung văn bản" in read(reply)
    assert reply.asking == Asking(Awaited.DRAFT_TEXT, 0, office.clock.now() + timedelta(hours=1))


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Dũng"])
async def test_who_is_no_clerk_hears_so_before_pasting_anything(
    office: Office, cast: Cast, given: str
) -> None:
    with pytest.raises(Refused) as refused:
        await pasting.ask_text(office, says(cast.caller(given), "/soan"))
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_pasted_text_comes_back_as_a_card(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    shown = read(await lan.say(DIRECTIVE))
    assert "DỰ THẢO · Văn bản chỉ đạo" in shown
    assert "Kế hoạch số 12-KH/ĐU · " in shown
    assert "Gửi cho: cần chọn" in shown
    assert "Hạn: 17:00 thứ Sáu, 27/11/2026 (theo văn bản)" in shown
    assert f"Toàn văn: {len(DIRECTIVE.split())} chữ, hết ở “…" in shown


async def test_a_file_comes_back_as_a_card_too(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    assert "số 12-KH/ĐU" in read(await lan.send("kh.txt", DIRECTIVE.encode()))


async def test_a_text_as_long_as_a_message_may_go_on_in_the_next(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    await lan.say(DIRECTIVE + "\nPhụ lục. " * 300)
    await lan.say("Phần cuối của văn bản.")
    (draft,) = await rows(office, tables.drafts)
    assert draft["body"].rstrip().endswith("Phần cuối của văn bản.")


async def test_a_text_pasted_piece_by_piece_is_one_document(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    pieces = DIRECTIVE.partition("\nIII. ")
    begun = read(await lan.say(pieces[0]))
    assert "Văn bản còn nữa thì dán tiếp" in begun
    assert "hết ở" in begun
    await lan.say("III. " + pieces[2])
    (draft,) = await rows(office, tables.drafts)
    assert draft["body"].split() == DIRECTIVE.split()


@pytest.mark.parametrize("said", ["ok em", "cảm ơn nhé"])
async def test_a_few_words_are_no_part_of_a_document(office: Office, cast: Cast, said: str) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    await lan.say(DIRECTIVE)
    assert "Chưa thêm tin vừa rồi vào văn bản" in read(await lan.say(said))
    assert "DỰ THẢO" in read(await lan.say("Xong ạ" if said == "ok em" else "hết rồi"))
    assert lan.asking is None
    (draft,) = await rows(office, tables.drafts)
    assert draft["body"].split() == DIRECTIVE.split()


async def test_what_the_reader_was_unsure_of_is_marked(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    assert "Cần điền: số" in read(await lan.say(DIRECTIVE.replace("12-KH/ĐU", "12-kh/du")))


async def test_a_field_is_asked_for_and_corrected(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    assert "Xin gõ trích yếu của văn bản" in read(await lan.press(Act.EDIT_FIELD, where=field(1)))
    assert "Nền nếp quý IV" in read(await lan.say("Nền nếp quý IV"))
    assert lan.asking is None


async def test_a_text_with_scrambled_accents_is_said_to_be_so(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    broken = DIRECTIVE.replace("kế hoạch", "kề hoặch").replace("đảng viên", "đàng viện")
    assert "Văn bản bị lỗi chữ (sai dấu, " in read(await lan.say(broken))
    assert "lỗi chữ" not in read(await (await drafted(office, cast)).press(Act.OPEN_DRAFT))


async def test_a_bad_date_gets_an_answer_and_is_asked_for_again(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    await lan.press(Act.EDIT_FIELD, where=field(5))
    assert "Xin ghi ngày trước, tháng sau" in read(await lan.say("cuối tháng"))
    assert "20/11/2025" in read(await lan.say("20/11/2025"))


async def test_main_points_are_left_out_and_only_quotations_come_in(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    assert "1. Giữ: " in read(await lan.press(Act.EDIT_FIELD, where=field(8)))
    assert "1. Bỏ: " in read(await lan.press(Act.TOGGLE_POINT, where=field(0)))
    assert NOT_QUOTED in read(await lan.say("Mọi người phải dự đủ."))
    quoted = "Tài liệu sinh hoạt đến tay đảng viên trước buổi sinh hoạt ít nhất một ngày."
    assert f"Giữ: {quoted}" in read(await lan.say(quoted))


async def test_an_old_button_is_answered_with_the_new_card(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    old = await lan.find(Act.TOGGLE_SCOPE)
    await lan.press_this(old)
    reply = await lan.press_this(old)
    assert "Nội dung đã thay đổi" in reply.toast
    assert "Phạm vi: công khai" in read(reply)


async def test_an_answer_to_an_old_question_changes_nothing(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    scope = await lan.find(Act.TOGGLE_SCOPE)
    await lan.press(Act.OPEN_DRAFT)
    await lan.press(Act.EDIT_FIELD, where=field(1))
    asked = lan.asking
    await lan.press_this(scope)
    lan.asking = asked
    reply = await lan.say("Tên quá muộn")
    assert "Nội dung đã thay đổi" in read(reply)
    assert "Tên quá muộn" not in read(reply)


async def test_a_due_date_is_chosen_or_typed(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    await lan.press(Act.CHOOSE_DUE)
    labels = [one.label for one in buttons(lan.at_hand) if one.act is Act.SET_DUE]
    assert labels[:2] == [
        "Theo văn bản: 17:00 thứ Sáu, 27/11/2026",
        "3 ngày làm việc: 17:00 thứ Sáu, 27/11/2026",
    ]
    with pytest.raises(Refused) as refused:
        await lan.say("sớm")
    assert refused.value.reason is Refusal.NOT_A_DATE
    assert "Hạn: 16:00 thứ Năm, 26/11/2026" in read(await lan.say("16:00 26/11/2026"))


async def test_the_deadline_in_the_text_is_shown_until_it_is_the_due_date(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    await lan.press(Act.CHOOSE_DUE)
    # A draft begins with it; another day has to be chosen first.
    before = read(await lan.press(Act.SET_DUE, where=field(5)))
    assert "Trong văn bản có hạn khác: 17:00 thứ Sáu, 27/11/2026" in before
    await lan.press(Act.CHOOSE_DUE)
    after = read(await lan.press(Act.SET_DUE, where=field(0)))
    assert "Hạn: 17:00 thứ Sáu, 27/11/2026" in after
    assert "hạn khác" not in after


async def test_the_kind_is_chosen(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    await lan.press(Act.CHOOSE_KIND)
    reply = await lan.press(Act.SET_KIND, where=field(3))
    assert "DỰ THẢO · Thông báo" in read(reply)
    assert "Xác nhận: không yêu cầu" in read(reply)


async def test_the_recipients_are_counted_and_the_unreachable_named(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    assert "Chưa chọn gửi cho ai" in read(await lan.press(Act.RECIPIENTS))
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)
    shown = read(await lan.press(Act.RECIPIENTS))
    assert "16 người, gửi tin được cho 15 người" in shown
    assert "• Phan Văn Tâm (CB 2): chưa có nơi nhận tin" in shown


async def test_the_whole_text_can_be_read(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    reply = await lan.press(Act.DRAFT_TEXT)
    assert "III. TỔ CHỨC THỰC HIỆN" in read(reply)
    # Where choices are typed, those of the draft's card still count after a look.
    assert all(one.keeps_menu and one.keeps_words for one in reply.messages)


async def test_a_draft_is_thrown_away_only_after_a_confirmation(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    (draft,) = await rows(office, tables.drafts)
    await lan.press(Act.DISCARD)
    assert (await draft_of(office, draft["id"])).state is DraftState.OPEN
    assert buttons(lan.at_hand)[-1].act is Act.OPEN_DRAFT
    await lan.press(Act.DISCARD_CONFIRMED)
    assert (await draft_of(office, draft["id"])).state is DraftState.DISCARDED


async def test_an_incomplete_draft_is_not_handed_in(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await lan.press(Act.SUBMIT)
    assert refused.value.details == {"field": "Người nhận"}


async def test_choduyet_lists_what_is_open_and_what_waits(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    assert "Không có văn bản nào" in read(await lan.command(drafting.show_waiting, "/choduyet"))
    await submitted(office, cast)
    shown = read(await lan.command(drafting.show_waiting, "/choduyet"))
    assert "1. Số 12-KH/ĐU: chờ duyệt từ 08:00, 23/11" in shown
    assert "Lấy lại" in "".join(one.label for one in buttons((await lan.press(Act.OPEN_DRAFT)).messages[0]))


@pytest.mark.parametrize("content", [Text("MẬT\n\nIII. Phần sau của văn bản."), Rejected("MẬT")])
async def test_where_a_further_part_bears_a_mark_of_secrecy_nothing_is_kept_of_the_first(
    office: Office, cast: Cast, content: Text | Rejected
) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    await lan.say(DIRECTIVE)
    incoming = replace(says(lan.caller, ""), content=content, asking=lan.asking)
    answered = await _answered(office, incoming, _reply)
    assert "Phần đã nhận trước đó cũng đã bỏ" in read(answered.reply)
    assert not answered.reply.keeps_asking
    (draft,) = await rows(office, tables.drafts)
    assert (draft["state"], draft["body"]) == (DraftState.DISCARDED, "")


async def test_what_is_refused_for_another_reason_leaves_the_draft(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    await lan.say(DIRECTIVE)
    incoming = replace(says(lan.caller, ""), content=Rejected("not_text"), asking=lan.asking)
    answered = await _answered(office, incoming, _reply)
    assert answered.reply.keeps_asking
    (draft,) = await rows(office, tables.drafts)
    assert draft["body"]
