"""What a member does on the page behind the link in a card."""

from datetime import datetime

import sqlalchemy as sa

from bot.access import Caller, Door
from bot.organisation.rights.history_reading import look_own
from storage import tables
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.privacy import consents
from storage.states import (
    ConsentPurpose,
    DeliveryState,
    ObligationState,
    PublicationState,
    Purpose,
    QuestionState,
    Reason,
)
from tests.cast import START, ZONE
from tests.inbox_page.conftest import Site
from tests.personal_page.conftest import Cards

DUE = datetime(2026, 11, 27, 17, 0, tzinfo=ZONE)


async def test_the_page_says_what_is_to_be_done_by_when_and_offers_three_buttons(
    site: Site, cards: Cards
) -> None:
    about = await site.publishes("Tâm")
    await site.change(lambda connection: _due(connection, to_do=["Đọc kế hoạch", "Chuẩn bị ý kiến"]))
    page = await cards.opens("Tâm", about)
    assert page.page.status_code == 200
    for words in (
        "VĂN BẢN CHỈ ĐẠO · cần xác nhận",
        "Số 12-KH/ĐU · Kế hoạch",
        "Nền nếp sinh hoạt chi bộ",
        "Hạn: 17:00 thứ Sáu, 27/11/2026",
        "Đồng chí Tâm cần làm:",
        "1. Đọc kế hoạch",
    ):
        assert words in page.words
    assert [one.label.split()[-2:] for one in page.forms] == [["Đã", "nắm"], ["toàn", "văn"], ["câu", "hỏi"]]
    assert "Hỏi lại" in page.words


async def test_one_press_takes_note_and_the_page_says_when(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    form = page.form("Đã nắm")
    await page.posts(form)
    assert page.page.history[0].status_code == 303
    assert "Đã ghi nhận: 12-KH/ĐU, 08:00 ngày 23/11." in page.words
    assert "Đồng chí đã xác nhận lúc 08:00, 23/11" in page.words
    assert not page.offers("Đã nắm")
    [asked] = await site.rows(tables.obligations)
    assert (asked["state"], asked["address_id"]) == (ObligationState.ACKNOWLEDGED, cards.addresses["Tâm"])
    site.forwards(minutes=5)
    await page.posts(form)
    assert "Đã ghi nhận: 12-KH/ĐU, 08:00 ngày 23/11." in page.words
    [line] = await site.rows(tables.history, thing="obligation")
    assert (line["actor_id"], line["door"]) == (site.cast["Tâm"], "link")


async def test_nothing_is_sent_to_the_chat_for_a_press_on_the_page(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    await page.sends("Đã nắm")
    await page.sends("Gửi câu hỏi", text="Có phải mang tài liệu không?")
    await page.sends("Đọc toàn văn")
    await site.settles()
    assert await site.rows(tables.deliveries, address_id=cards.addresses["Tâm"]) == []


async def test_taking_it_back_is_not_offered(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    await page.sends("Đã nắm")
    assert "Hoàn tác" not in page.words
    assert {one.label.split()[-1] for one in page.forms} == {"văn", "hỏi"}


async def test_a_question_goes_to_the_secretary_once(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    form = page.form("Gửi câu hỏi")
    for _ in range(2):
        await page.posts(form, text=" Có phải mang tài liệu không? ")
        assert "Đã chuyển câu hỏi. Câu trả lời sẽ đến trong khung chat với văn phòng." in page.words
        assert "Câu hỏi của đồng chí đang chờ trả lời" in page.words
    [question] = await site.rows(tables.questions)
    assert (question["question"], question["state"]) == (
        "Có phải mang tài liệu không?",
        QuestionState.WAITING,
    )
    [owed] = await site.rows(tables.deliveries, purpose=Purpose.QUESTION)
    assert owed["address_id"] == cards.addresses["Sơn"]
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.QUESTION
    # Who answers is not told to whoever holds the link.
    assert "Sơn" not in page.words
    await page.posts(form, text="Họp ở đâu?")
    assert len(await site.rows(tables.questions)) == 2


async def test_a_question_asked_at_night_says_when_it_is_passed_on(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    site.forwards(hours=12)
    page = await cards.opens("Tâm", about)
    await page.sends("Gửi câu hỏi", text="Họp ở đâu?")
    # Tuesday, 24/11 is a holiday.
    assert "Ngoài giờ gửi tin: câu hỏi được chuyển lúc 07:00 thứ Tư, 25/11/2026" in page.words


async def test_who_asked_can_still_take_note(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    await page.sends("Gửi câu hỏi", text="Họp ở đâu?")
    # Not where a second tap on "Gửi câu hỏi" would meet it.
    assert not page.offers("Đã nắm")
    assert "Đã nắm rồi: về văn bản để xác nhận" in page.words
    await page.opens(cards.link("Tâm", about))
    await page.sends("Đã nắm")
    [question] = await site.rows(tables.questions)
    [asked] = await site.rows(tables.obligations)
    assert question["state"] is QuestionState.WITHDRAWN
    assert asked["state"] is ObligationState.ACKNOWLEDGED


async def test_the_words_for_the_button_typed_as_a_question_press_it(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    await page.sends("Gửi câu hỏi", text="Đã rõ ạ")
    assert "Đã ghi nhận: 12-KH/ĐU" in page.words
    assert await site.rows(tables.questions) == []


async def test_words_that_may_mean_anything_get_a_question_back(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    for typed in ("vâng", "OK", "đã nhận", "👍"):
        await page.sends("Gửi câu hỏi", text=typed)
        assert page.page.status_code == 409
        assert "Nếu đã nắm, xin bấm “Đã nắm”" in page.words
        assert page.offers("Đã nắm")
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.EXPECTED
    assert await site.rows(tables.questions) == []


async def test_what_cannot_be_asked_stands_there_again_to_be_put_right(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    await page.sends("Gửi câu hỏi", text="  ")
    assert "Chưa có câu hỏi" in page.words
    await page.sends("Gửi câu hỏi", text="dài " * 300)
    assert "Câu hỏi dài quá 1000 ký tự" in page.words
    assert "dài dài dài" in page.words
    await page.sends("Gửi câu hỏi", text="a\0b")
    [question] = await site.rows(tables.questions)
    assert question["question"] == "ab"


async def test_the_whole_text_is_opened_by_a_press_and_read_after_it(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    assert "Điều 1." not in page.words
    for _ in range(2):
        await page.opens(cards.link("Tâm", about))
        await page.sends("Đọc toàn văn")
        assert page.page.history[0].status_code == 303
        assert "Điều 1. Nền nếp sinh hoạt." in page.words
    [opening] = await site.rows(tables.openings)
    assert (opening["through"], opening["address_id"]) == ("link", cards.addresses["Tâm"])
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.EXPECTED
    await page.sends("Đã nắm")
    assert "Đã ghi nhận: 12-KH/ĐU" in page.words


async def test_an_internal_text_is_not_opened_by_the_link_alone(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm", internal=True)
    page = await cards.opens("Tâm", about)
    link = page.page.text.partition('class="as-button" href="')[2].partition('"')[0]
    own = cards.link("Tâm", about)
    for answer in (
        await page.client.get(f"{own}/text"),
        await page.client.post(f"{own}/text"),
        await page.opens(link),
    ):
        assert "Điều 1." not in answer.text
    assert "Toàn văn chỉ mở cho người nhận văn bản này" in page.words
    assert page.offers("Gửi mã vào Zalo")
    assert await site.rows(tables.openings) == []


async def test_an_internal_text_is_read_behind_a_code_that_goes_to_the_chat(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm", internal=True)
    await site.change(lambda connection: _agrees(connection, site, cards))
    page = await cards.opens("Tâm", about)
    await page.opens(page.page.text.partition('class="as-button" href="')[2].partition('"')[0])
    await page.sends("Gửi mã")
    told = await site.told(cards.addresses["Tâm"])
    code = told.partition("WEB: ")[2][:7]
    await page.sends("Mở hộp thư", code=code)
    assert "Điều 1. Nền nếp sinh hoạt." in page.words


async def test_a_notice_that_asks_nothing_can_be_read_and_asked_about(site: Site, cards: Cards) -> None:
    about = await site.publishes()
    await site.change(
        lambda connection: connection.execute(tables.publications.update().values(asks_acknowledgement=False))
    )
    page = await cards.opens("Tâm", about)
    assert "để biết" in page.words
    assert not page.offers("Đã nắm")
    await page.sends("Gửi câu hỏi", text="Ai dự?")
    assert "Đã chuyển câu hỏi" in page.words
    answer = await page.client.post(f"{cards.link('Tâm', about)}/acknowledge")
    assert answer.status_code == 409
    assert "không cần xác nhận" in answer.text


async def test_who_opens_a_forwarded_link_sees_whose_it_is(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    before, _, after = page.page.text.partition("<button")
    assert "Đồng chí Tâm xác nhận:" in before
    assert "Trang này dành riêng cho đồng chí Tâm." in after
    await page.sends("Đọc toàn văn")
    assert "Đồng chí Tâm xác nhận:" in page.words
    await page.opens(cards.link("Tâm", about))
    await page.sends("Đã nắm")
    assert "xác nhận:" not in page.words


async def test_a_withdrawn_publication_says_so_and_takes_nothing(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    forms = page.forms
    await site.change(_withdraws)
    await page.opens(cards.link("Tâm", about))
    assert page.page.status_code == 200
    assert "không còn hiệu lực" in page.words
    assert page.forms == []
    for form in forms:
        await page.posts(form, text="Họp ở đâu?")
        assert page.page.status_code == 409
        assert "không còn hiệu lực" in page.words
    assert await site.rows(tables.questions) == []
    assert await site.rows(tables.openings) == []


async def test_who_does_not_agree_to_be_followed_sees_the_page_and_is_told_whom_to_tell(
    site: Site, cards: Cards
) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    form = page.form("Đã nắm")
    await site.change(
        lambda connection: _agrees(
            connection, site, cards, [one for one in ConsentPurpose if one != ConsentPurpose.ACKNOWLEDGEMENT]
        )
    )
    await page.opens(cards.link("Tâm", about))
    assert "Số 12-KH/ĐU" in page.words
    assert not page.offers("Đã nắm")
    await page.posts(form)
    assert page.page.status_code == 409
    assert "Xin báo trực tiếp bí thư chi bộ" in page.words
    await page.sends("Đọc toàn văn")
    assert "Điều 1." in page.words
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.EXPECTED
    assert await site.rows(tables.openings) == []


async def test_cards_that_stand_elsewhere_change_with_it(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    telegram = await site.has_telegram("Tâm")
    await site.change(lambda connection: _card(connection, telegram, about, state=DeliveryState.SENT, of="5"))
    page = await cards.opens("Tâm", about)
    await page.sends("Đã nắm")
    [card] = await site.rows(tables.deliveries, address_id=telegram)
    assert (card["state"], card["message_id"]) == (DeliveryState.QUEUED, "5")


async def test_a_press_proves_that_a_card_in_doubt_came_and_a_look_does_not(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    await site.change(
        lambda connection: _card(connection, cards.addresses["Tâm"], about, state=DeliveryState.UNKNOWN)
    )
    page = await cards.opens("Tâm", about)
    [card] = await site.rows(tables.deliveries, purpose=Purpose.CARD)
    assert card["state"] is DeliveryState.UNKNOWN
    await page.sends("Đọc toàn văn")
    [card] = await site.rows(tables.deliveries, purpose=Purpose.CARD)
    assert (card["state"], card["reason"]) == (DeliveryState.SENT, Reason.TOLD_BY_TAP)


async def test_history_says_that_it_was_the_link(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    await page.sends("Đã nắm")
    tam = Caller(member_id=site.cast["Tâm"], door=Door.ZALO)
    [told] = (await look_own(tam, site.office)).told
    assert told.came_from == "đường dẫn trong tin"


def _due(connection: Connection, *, to_do: list[str]) -> None:
    connection.execute(tables.versions.update().values(to_do=to_do))
    connection.execute(tables.publications.update().values(due_at=DUE))


def _withdraws(connection: Connection) -> None:
    connection.execute(tables.publications.update().values(state=PublicationState.WITHDRAWN))
    connection.execute(tables.obligations.update().values(state=ObligationState.WITHDRAWN))


def _agrees(
    connection: Connection, site: Site, cards: Cards, purposes: list[ConsentPurpose] | None = None
) -> None:
    consents.record_consents(
        connection,
        member_id=site.cast["Tâm"],
        purposes=purposes or list(ConsentPurpose),
        text_version="test",
        address_id=cards.addresses["Tâm"],
        now=START,
    )


def _card(
    connection: Connection, address_id: int, about: int, *, state: DeliveryState, of: str | None = None
) -> None:
    new = NewDelivery(
        once_key=f"card:{address_id}",
        address_id=address_id,
        purpose=Purpose.CARD,
        due_at=START,
        publication_id=about,
    )
    deliveries.add(connection, new)
    changed = sa.update(tables.deliveries).where(tables.deliveries.c.once_key == new.once_key)
    connection.execute(changed.values(state=state, message_id=of))
