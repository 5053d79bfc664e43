"""A file that could not go along with a message, behind the link in its place."""

from datetime import datetime, timedelta

from bot.messages.links import Links
from storage import files, tables
from storage.database import Connection
from storage.privacy import consents
from storage.states import ConsentPurpose
from tests.cast import KEY
from tests.inbox_page.browsing import Browser
from tests.inbox_page.conftest import Site
from tests.personal_page.conftest import Cards

NAME, CONTENT = "Đối chiếu danh sách.xlsx", b"a sheet"


async def test_a_file_is_saved_behind_a_code_that_goes_to_the_chat(site: Site, cards: Cards) -> None:
    link = await _handed_to(site, cards, "Tâm")
    browser = await site.browser()
    await browser.opens(link)
    assert "Tệp chỉ mở cho người được văn phòng gửi tệp này" in browser.words
    assert NAME not in browser.words
    await _comes_in(site, cards, browser)
    assert f"Tệp sẵn sàng để tải về: {NAME}" in browser.words
    answer = await browser.client.get(f"{link}/file")
    assert answer.content == CONTENT
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%C4%90")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_whoever_has_no_session_gets_the_door_and_leaves_no_trace(site: Site, cards: Cards) -> None:
    link = await _handed_to(site, cards, "Tâm")
    before = await cards.everything()
    scanner = await site.browser()
    for path in (link, f"{link}/file"):
        for method in ("GET", "HEAD"):
            answer = await scanner.client.request(method, path)
            assert CONTENT not in answer.content
            assert NAME not in answer.text
    assert await cards.everything() == before


async def test_another_members_session_does_not_open_it(site: Site, cards: Cards) -> None:
    link = await _handed_to(site, cards, "Tâm")
    thu = await site.comes_in("Thu")
    for path in (link, f"{link}/file"):
        answer = await thu.client.get(path)
        assert CONTENT not in answer.content
        assert "Tệp chỉ mở cho người được văn phòng gửi tệp này" in answer.text


async def test_a_file_that_is_no_longer_kept_says_so(site: Site, cards: Cards) -> None:
    link = await _handed_to(site, cards, "Tâm")
    browser = await site.browser()
    await browser.opens(link)
    await _comes_in(site, cards, browser)
    # Its term is over, whether or not it was swept yet.
    site.forwards(days=8)
    for path in (link, f"{link}/file"):
        answer = await browser.client.get(path)
        assert answer.status_code == 410
        assert "chỉ được giữ trong một thời gian và đã được xóa" in answer.text
        assert CONTENT not in answer.content
    assert (await (await site.browser()).opens(link)).status_code == 410


async def test_another_file_under_the_same_number_is_not_meant(site: Site, cards: Cards) -> None:
    link = await _handed_to(site, cards, "Tâm")
    browser = await site.browser()
    await browser.opens(link)
    await _comes_in(site, cards, browser)
    now = site.office.clock.now()

    def swept(connection: Connection) -> None:
        [before] = connection.execute(tables.files.select()).mappings()
        connection.execute(tables.files.delete())
        new = files.keep(connection, b"others", media_type="text/plain", now=now, until_at=None)
        changed = tables.files.update().where(tables.files.c.id == new)
        connection.execute(changed.values(id=before["id"]))

    await site.change(swept)
    answer = await browser.client.get(f"{link}/file")
    assert answer.status_code == 410
    assert b"others" not in answer.content


async def test_it_ends_when_the_conversation_is_no_longer_the_members(site: Site, cards: Cards) -> None:
    link = await _handed_to(site, cards, "Tâm")
    unbound = tables.addresses.update().where(tables.addresses.c.id == cards.addresses["Tâm"])
    await site.change(lambda connection: connection.execute(unbound.values(member_id=None)))
    browser = await site.browser()
    assert (await browser.opens(link)).status_code == 404
    assert "Đường dẫn hết hiệu lực" in browser.words
    assert not browser.forms


async def _handed_to(site: Site, cards: Cards, given: str) -> str:
    now: datetime = site.office.clock.now()

    def body(connection: Connection) -> int:
        consents.record_consents(
            connection,
            member_id=site.cast[given],
            purposes=list(ConsentPurpose),
            text_version="test",
            address_id=cards.addresses[given],
            now=now,
        )
        return files.keep(
            connection, CONTENT, media_type="text/plain", now=now, until_at=now + timedelta(days=7)
        )

    file_id = await site.office.database.transaction(body)
    token = Links(KEY).file(
        member_id=site.cast[given],
        address_id=cards.addresses[given],
        file_id=file_id,
        name=NAME,
        content=CONTENT,
    )
    return f"/w/{token}"


async def _comes_in(site: Site, cards: Cards, browser: Browser) -> None:
    await browser.sends("Gửi mã vào Zalo")
    code = (await site.told(cards.addresses["Tâm"])).partition("WEB: ")[2][:7]
    await browser.sends("Mở hộp thư", code=code)
