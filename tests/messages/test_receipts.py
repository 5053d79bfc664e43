from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message
from bot.messages.receipts import without_edits
from bot.messages.reply import Reply
from bot.messages.splitting import visible_text

CARD = Message((Bold("VĂN BẢN CHỈ ĐẠO"), Buttons(((Button("Hỏi lại", Act.ASK, 12),),))))
RECEIPT = "Đã ghi nhận: 12-KH/ĐU, 08:14 ngày 23/11."


def test_a_receipt_stands_alone_in_place_of_the_card() -> None:
    assert without_edits(Reply(replaces=CARD, toast=RECEIPT, receipt=RECEIPT)) == (Message((Line(RECEIPT),)),)


def test_without_a_receipt_the_new_message_comes_with_its_buttons_under_the_toast() -> None:
    (said,) = without_edits(Reply(replaces=CARD, toast="Đã sửa"))
    assert said == Message((Line("Đã sửa"), *CARD.blocks))


def test_a_toast_alone_becomes_a_line() -> None:
    assert without_edits(Reply(toast="Đã lưu")) == (Message((Line("Đã lưu"),)),)


def test_a_receipt_goes_along_with_what_is_asked_next_and_costs_no_message_of_its_own() -> None:
    question = Message((Line("Xin gửi lý do."),))
    (said,) = without_edits(Reply(messages=(question,), replaces=CARD, receipt=RECEIPT))
    assert visible_text(said) == f"{RECEIPT}\nXin gửi lý do."


def test_the_toast_of_an_answer_that_replaces_nothing_is_left_out() -> None:
    message = Message((Line("MÃ MỜI · Phan Văn Tâm"),))
    assert without_edits(Reply(messages=(message,), toast="Đã tạo mã mời")) == (message,)


def test_what_the_message_says_anyway_is_not_said_twice() -> None:
    message = Message((Line("Đã nhắc 3 người về văn bản số 12-KH/ĐU."),))
    assert without_edits(Reply(messages=(message,), replaces=CARD, receipt="Đã nhắc 3 người.")) == (message,)


def test_further_messages_follow_in_their_order() -> None:
    first, second = Message((Line("một"),)), Message((Line("hai"),))
    said = without_edits(Reply(messages=(first, second), replaces=CARD))
    assert said == (CARD, first, second)


def test_an_office_that_saves_receipts_says_nothing_where_there_was_only_a_receipt() -> None:
    assert without_edits(Reply(replaces=CARD, toast=RECEIPT, receipt=RECEIPT), receipts=False) == ()
    typed = Reply(messages=(Message((Line(RECEIPT),)),), receipt=RECEIPT)
    assert without_edits(typed, receipts=False) == ()


def test_an_office_that_saves_receipts_still_hears_questions_menus_and_refusals() -> None:
    question = Message((Line("Xin gửi lý do."),))
    asked = Reply(messages=(question,), replaces=CARD, receipt=RECEIPT)
    assert without_edits(asked, receipts=False) == without_edits(asked)
    for other in (
        Reply(replaces=CARD, toast="Đã sửa"),
        Reply(toast="Xin mở lại."),
        Reply(messages=(question,)),
    ):
        assert without_edits(other, receipts=False) == without_edits(other) != ()


def test_nothing_to_say_stays_nothing() -> None:
    assert without_edits(Reply()) == ()
