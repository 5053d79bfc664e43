"""What a member does on their page: take note, ask, look things up, read, fetch a file."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.access import Door
from bot.messages.blocks import File, Line, Link, Message, to_json
from bot.organisation.privacy.agreeing import withdraw
from bot.publication.member.published import member_card
from bot.settings import Settings
from handlers.web.inbox import waiting
from storage import files, tables
from storage.database import Connection
from storage.states import ConsentPurpose, ObligationState
from storage.web_inbox import web_messages
from tests.inbox_page.browsing import PUBLIC_URL
from tests.inbox_page.conftest import TEXT, Site, code_in


async def test_taking_note_is_counted_and_said(site: Site) -> None:
    publication_id = await site.publishes("Tâm", "Thu")
    browser = await site.comes_in("Tâm")
    await browser.sends("Đã nắm")
    assert "Đã ghi nhận" in browser.words
    assert "Đồng chí đã xác nhận lúc" in browser.words
    assert "Không có văn bản nào chờ xác nhận" in browser.words
    assert not browser.offers("Đã nắm")
    states = await site.rows(tables.obligations, publication_id=publication_id)
    assert {one["member_id"]: one["state"] for one in states} == {
        site.cast["Tâm"]: ObligationState.ACKNOWLEDGED,
        site.cast["Thu"]: ObligationState.EXPECTED,
    }


async def test_a_button_pressed_twice_is_one_press_and_answered_alike(site: Site) -> None:
    await site.publishes("Tâm")
    browser = await site.comes_in("Tâm")
    form = browser.form("Đã nắm")
    first = (await browser.posts(form)).text
    second = (await browser.posts(form)).text
    assert "Đã ghi nhận" in first
    assert "Đã ghi nhận" in second
    assert len(await site.rows(tables.inbox)) == 1


async def test_what_waits_stands_before_what_was_said(site: Site) -> None:
    await site.publishes("Tâm", number="12-KH/ĐU")
    await site.publishes("Tâm", number="45-HD/ĐU")
    browser = await site.comes_in("Tâm")
    await browser.sends("Đã nắm")
    await browser.opens("/w/")
    waiting = browser.words.index("45-HD/ĐU")
    assert waiting < browser.words.index("Tin đã nhận") < browser.words.index("12-KH/ĐU")


async def test_a_member_asks_and_the_question_is_kept(site: Site) -> None:
    await site.publishes("Tâm")
    browser = await site.comes_in("Tâm")
    await browser.sends("Hỏi lại")
    assert "Xin gõ vào đây" in browser.words
    await browser.sends("Gửi", text="Có phải mang theo tài liệu không?")
    assert "Đã chuyển câu hỏi" in browser.words
    assert "Tôi viết" in browser.words
    [asked] = await site.rows(tables.questions)
    assert asked["question"] == "Có phải mang theo tài liệu không?"


async def test_words_without_a_slash_are_commands_too(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    await browser.sends("Gửi", text="Cần làm")
    assert "VIỆC CẦN XÁC NHẬN" in browser.words
    await browser.sends("Thông tin, dữ liệu của tôi")
    assert "THÔNG TIN CỦA TÔI" in browser.words


async def test_a_member_finds_no_commands_of_those_with_roles(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    assert browser.offers("Trợ giúp")
    assert not browser.offers("Soạn văn bản")
    await browser.sends("Gửi", text="/soan")
    assert "dành cho người được giao quyền" in browser.words


async def test_nothing_typed_is_nothing_sent(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    await browser.sends("Gửi", text="  \n ")
    assert "Chưa có nội dung" in browser.words
    assert await site.rows(tables.inbox) == []


async def test_what_people_wrote_is_text_and_never_markup(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    await browser.sends("Gửi", text="<script>alert(1)</script> & <b>x</b>")
    assert "<script>alert" not in browser.page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;x" in browser.page.text


async def test_a_marked_text_is_refused_and_stands_nowhere(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    await browser.sends("Gửi", text="TUYỆT MẬT\nBảo vệ trụ sở cơ quan")
    assert "không nhận, không lưu" in browser.words
    assert "trụ sở cơ quan" not in browser.words
    assert all("trụ sở" not in str(one["content"]) for one in await site.rows(tables.web_messages))


async def test_a_card_that_went_to_a_messenger_is_answered_here_too(site: Site) -> None:
    await site.has_telegram("Bình")
    publication_id = await site.publishes("Bình")
    browser = await site.comes_in("Bình")
    await site.change(_forget_what_was_sent_here)
    await browser.opens("/w/")
    await browser.sends("Đã nắm")
    assert "Đồng chí đã xác nhận lúc" in browser.words
    [asked] = await site.rows(tables.obligations, publication_id=publication_id)
    assert asked["state"] is ObligationState.ACKNOWLEDGED


async def test_an_answer_that_takes_long_is_announced_and_not_lost(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await site.comes_in("Tâm")
    monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 0)
    form = browser.form("Trợ giúp")
    await site.runtime.stop()
    await browser.posts(form)
    assert "đã được nhận nhưng chưa xong" in browser.words
    await site.runtime.start()
    await site.settles()
    await browser.opens("/w/")
    assert "TRỢ GIÚP" in browser.words


async def test_a_file_is_fetched_by_whom_it_was_handed_to_and_by_nobody_else(site: Site) -> None:
    tam, thu = await site.comes_in("Tâm"), await site.comes_in("Thu")
    number = await _hand_over(site, "Tâm")
    await tam.opens("/w/")
    assert "Tải tệp: danh sách.csv" in tam.words
    fetched = await tam.opens(f"/w/files/{number}")
    assert fetched.content == b"1,2"
    assert fetched.headers["content-disposition"].startswith("attachment;")
    assert fetched.headers["x-content-type-options"] == "nosniff"
    assert (await thu.opens(f"/w/files/{number}")).status_code == 404
    assert (await tam.opens(f"/w/files/{number + 1}")).status_code == 404
    stranger = await site.browser()
    assert (await stranger.opens(f"/w/files/{number}")).status_code == 403


async def test_an_internal_text_is_read_on_the_readers_own_page_and_noted_as_opened(site: Site) -> None:
    publication_id = await site.publishes("Tâm", internal=True)
    browser = await site.comes_in("Tâm")
    link = _document_link(browser.page.text)
    assert "Điều 1" not in browser.words
    assert await site.rows(tables.openings) == []
    await browser.opens(link)
    for line in TEXT.splitlines():
        assert line in browser.words
    [opened] = await site.rows(tables.openings)
    assert (opened["publication_id"], opened["through"]) == (publication_id, "link")
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.EXPECTED
    await browser.sends("Đã nắm")
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.ACKNOWLEDGED


async def test_a_card_in_a_chat_leads_to_its_readers_page_and_carries_no_text(site: Site) -> None:
    publication_id = await site.publishes("Bình", "Mai", internal=True)
    links = []
    for given in ("Bình", "Mai", "Mai"):
        caller = site.cast.caller(given)
        card = await member_card(caller, site.office, publication_id=publication_id)
        [link] = [block for block in card.blocks if isinstance(block, Link)]
        assert link.url.startswith(f"{PUBLIC_URL}/w/")
        assert card.protected
        assert "Điều 1" not in to_json(card)
        links.append(link.url)
    # Each reader's own, and always the same one: a card that stands is not edited for nothing.
    assert links[0] != links[1] == links[2]


async def test_a_card_says_where_else_to_read_while_the_office_has_no_web_inbox(site: Site) -> None:
    publication_id = await site.publishes("Bình", internal=True)
    closed = replace(site.office, settings=Settings())
    card = await member_card(site.cast.caller("Bình"), closed, publication_id=publication_id)
    assert not [block for block in card.blocks if isinstance(block, Link)]
    assert "xin đọc tại văn phòng" in to_json(card)


async def test_an_internal_text_asks_for_a_code_before_it_is_shown(site: Site) -> None:
    chat = await site.has_telegram("Bình")
    await site.publishes("Bình", internal=True)
    link = _document_link((await site.comes_in("Bình")).page.text)
    other = await site.browser()
    await other.opens(link)
    assert "Văn bản nội bộ" in other.words
    assert "12-KH/ĐU" not in other.words
    assert "Điều 1" not in other.words
    await other.sends("Gửi mã")
    await other.sends("Mở hộp thư", code=code_in(await site.told(chat)))
    assert "Điều 1" in other.words


async def test_a_browser_that_fetches_ahead_opens_nothing(site: Site) -> None:
    await site.publishes("Tâm", internal=True)
    browser = await site.comes_in("Tâm")
    link = _document_link(browser.page.text)
    await browser.client.get(link, headers={"sec-purpose": "prefetch;prerender"})
    await browser.client.head(link)
    assert await site.rows(tables.openings) == []


async def test_a_withdrawn_text_is_not_read_any_more(site: Site) -> None:
    await site.publishes("Tâm", internal=True)
    browser = await site.comes_in("Tâm")
    link = _document_link(browser.page.text)
    await site.change(
        lambda connection: connection.execute(tables.publications.update().values(state="withdrawn"))
    )
    await browser.opens(link)
    assert "không còn hiệu lực" in browser.words
    assert "Điều 1" not in browser.words


async def test_news_are_told_to_the_script_of_the_page(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    before = (await browser.opens("/w/news")).json()["newest"]
    await _hand_over(site, "Tâm")
    assert (await browser.opens("/w/news")).json()["newest"] > before


def _forget_what_was_sent_here(connection: Connection) -> None:
    for table in (tables.attempts, tables.deliveries, tables.web_messages):
        connection.execute(table.delete())


def _document_link(html: str) -> str:
    return html.partition('class="link"><a href="')[2].partition('"')[0]


async def _hand_over(site: Site, given: str) -> int:
    [address] = await site.rows(tables.addresses, member_id=site.cast[given])
    now = site.office.clock.now()

    def body(connection: Connection) -> int:
        number = files.keep(
            connection, b"1,2", media_type="text/csv", now=now, until_at=now + timedelta(days=1)
        )
        message = Message((Line("Danh sách"), File("danh sách.csv", number)))
        web_messages.put(
            connection, address_id=int(str(address["id"])), content=to_json(message), once_key="f", now=now
        )
        return number

    return await site.office.database.transaction(body)


async def test_who_withdrew_consent_still_reaches_their_own_data_on_the_page(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    [address] = await site.rows(tables.addresses, member_id=site.cast["Tâm"])
    address_id = address["id"]
    assert isinstance(address_id, int)
    speaks = replace(site.cast.caller("Tâm", door=Door.WEB), address_id=address_id)
    await withdraw(speaks, site.office, purposes=[ConsentPurpose.NOTICES])
    await browser.opens("/w/")
    await browser.sends("Thông tin, dữ liệu của tôi")
    assert "Phan Văn Tâm" in browser.words
    assert browser.offers("Dữ liệu của tôi")
