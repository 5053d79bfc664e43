"""The own numbers of documents, and the numbers by which they are answered."""

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.numbered.codes import Pressed
from bot.messages.numbered.told import Told
from bot.messages.numbered.understanding import understood
from bot.office import Office
from tests.acknowledgement.story import published
from tests.cast import Cast
from tests.delivery.test_offering import Desk, card


async def test_no_number_is_given_that_begins_the_number_of_a_document(office: Office, cast: Cast) -> None:
    desk = Desk(office, cast)
    about = await published(office, cast, number="27-KH/ĐU")
    text = await desk.unasked(card(about))
    assert "trả lời 56" in text
    found = understood("27", await desk.offers())
    assert isinstance(found, Told)
    assert found.sentence.startswith("Văn bản 27-KH/ĐU có số trả lời 56, chưa ghi nhận gì.")


async def test_a_document_whose_number_begins_like_an_earlier_ones_code_makes_that_code_ask(
    office: Office, cast: Cast
) -> None:
    desk = Desk(office, cast)
    first = await published(office, cast, number="85-KH/ĐU")
    await desk.unasked(card(first))
    second = await published(office, cast, number="27-KH/ĐU")
    await desk.unasked(card(second))
    found = understood("27 đã nắm", await desk.offers())
    assert isinstance(found, Told)
    assert found.sentence == "27 là số trả lời của văn bản 85-KH/ĐU; văn bản 27-KH/ĐU thì gõ 56."
    assert [one.subject for one in found.buttons] == [first, second]


async def test_the_whole_text_may_be_asked_for_where_no_button_shows_it(office: Office, cast: Cast) -> None:
    desk = Desk(office, cast)
    row = (Button("✅ Đã nắm", Act.ACKNOWLEDGE, 12), Button("❓ Hỏi lại", Act.ASK, 12))
    assert "oàn văn" not in await desk.unasked(Message((Line("x"), Buttons((row,)))))
    found = understood("27 toan van", await desk.offers())
    assert isinstance(found, Pressed)
    assert (found.button.act, found.button.subject) == (Act.FULL_TEXT, 12)
