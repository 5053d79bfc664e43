"""Previews, scanners, forged and ended links, other members' links, presses at once and too many of them."""

import asyncio
import logging
from datetime import timedelta
from typing import Any

import pytest
from itsdangerous import URLSafeSerializer
from structlog.testing import capture_logs

from bot.access import Door
from bot.logs import redact
from bot.messages.links import DOCUMENT_FOR, Links
from storage import tables
from storage.states import AddressState, InboxState, ObligationState
from tests.cast import KEY, START
from tests.inbox_page.browsing import PUBLIC_URL, Browser
from tests.inbox_page.conftest import Site
from tests.personal_page.conftest import Cards


async def test_looking_records_nothing_whoever_looks(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    own = cards.link("Tâm", about)
    before = await cards.everything()
    preview = await site.browser()
    for headers in ({}, {"purpose": "prefetch"}, {"sec-purpose": "prefetch;prerender"}):
        for path in (own, f"{own}/text", f"{own}?said=taken", f"{own}?said=asked"):
            for method in ("GET", "HEAD"):
                answer = await preview.client.request(method, path, headers=headers)
                assert answer.status_code == 200
                assert "Đã ghi nhận" not in answer.text
                assert "Đã chuyển" not in answer.text
    assert await cards.everything() == before


async def test_only_a_post_presses(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    own = cards.link("Tâm", about)
    before = await cards.everything()
    browser = await site.browser()
    for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"):
        for path in (f"{own}/acknowledge", f"{own}/ask", f"{own}/text", own):
            if method in {"GET", "HEAD"} and not path.endswith(("acknowledge", "ask")):
                continue
            assert (await browser.client.request(method, path)).status_code == 405, (method, path)
    assert (await browser.client.post(own)).status_code == 405
    assert await cards.everything() == before


async def test_forged_cut_off_and_foreign_links_get_one_answer(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    genuine = cards.link("Tâm", about).removeprefix("/v/")
    tam, address = site.cast["Tâm"], cards.addresses["Tâm"]
    links = Links(KEY)
    other = Links(b"another office's key, 32 bytes..")
    answers = set()
    for token in (
        "x",
        genuine[:-1],
        genuine[:-1] + ("A" if genuine[-1] != "A" else "B"),
        genuine.split(".")[0],
        genuine + "/nowhere",
        URLSafeSerializer(b"guessed", salt="loa.web.link").dumps([3, tam, address, about, 10**6]),
        other.card(member_id=tam, address_id=address, publication_id=about, published_at=START),
        links.card(member_id=tam, address_id=address, publication_id=987_654, published_at=START),
        links.inbox(1),
        links.document(member_id=tam, publication_id=about, published_at=START),
        links.file(member_id=tam, address_id=address, file_id=1, name="a.pdf", content=b"a"),
        "favicon.ico",
        "%00",
    ):
        browser = await site.browser()
        assert (await browser.opens(f"/v/{token}")).status_code == 404, token
        answers.add(browser.words)
        for press in ("acknowledge", "ask", "text"):
            pressed = await browser.client.post(f"/v/{token}/{press}", data={"text": "Họp ở đâu?"})
            assert pressed.status_code == 404, (token, press)
    assert len(answers) == 1
    assert "Không có trang này" in answers.pop()
    assert await site.rows(tables.questions) == []
    assert [one["door"] for one in await site.rows(tables.history) if one["door"] != Door.CLOCK] == []


async def test_the_link_of_a_card_opens_no_inbox(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    token = cards.link("Tâm", about).removeprefix("/v/")
    browser = await site.browser()
    for path in (f"/w/{token}", f"/w/{token}/file"):
        assert (await browser.opens(path)).status_code == 404
    assert await site.rows(tables.web_sessions) == []


async def test_a_link_ends_with_its_time(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    site.forwards(seconds=(DOCUMENT_FOR - timedelta(hours=1)).total_seconds())
    page = await cards.opens("Tâm", about)
    form = page.form("Đã nắm")
    site.forwards(hours=2)
    await _is_over(page, cards.link("Tâm", about))
    assert (await page.posts(form)).status_code == 410
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.EXPECTED


@pytest.mark.parametrize("whose", [None, "Thu"])
async def test_a_link_ends_when_the_conversation_is_no_longer_the_members(
    site: Site, cards: Cards, whose: str | None
) -> None:
    about = await site.publishes("Tâm", "Thu")
    page = await cards.opens("Tâm", about)
    form = page.form("Đã nắm")
    changed = tables.addresses.update().where(tables.addresses.c.id == cards.addresses["Tâm"])
    member_id = site.cast[whose] if whose else None
    await site.change(lambda connection: connection.execute(changed.values(member_id=member_id)))
    await _is_over(page, cards.link("Tâm", about))
    assert (await page.posts(form)).status_code == 410
    states = {one["state"] for one in await site.rows(tables.obligations)}
    assert states == {ObligationState.EXPECTED}


async def test_a_link_ends_when_the_member_has_left(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    form = page.form("Đã nắm")
    left = tables.members.update().where(tables.members.c.id == site.cast["Tâm"]).values(left_at=START)
    await site.change(lambda connection: connection.execute(left))
    await _is_over(page, cards.link("Tâm", about))
    assert (await page.posts(form)).status_code == 410


async def test_a_link_in_a_chat_that_is_blocked_still_works(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    blocked = tables.addresses.update().values(state=AddressState.BLOCKED)
    await site.change(lambda connection: connection.execute(blocked))
    page = await cards.opens("Tâm", about)
    await page.sends("Đã nắm")
    assert "Đã ghi nhận" in page.words


async def test_a_link_shows_and_does_nothing_but_its_own_publication_for_its_own_member(
    site: Site, cards: Cards
) -> None:
    about = await site.publishes("Tâm", "Thu")
    await site.publishes("Tâm", number="45/HD-LĐLĐ")
    page = await cards.opens("Tâm", about)
    await page.sends("Gửi câu hỏi", text="Họp ở đâu?")
    for words in ("45/HD", "Phan", "Thu", "Sơn", "Hoàng", "Chi bộ 2"):
        assert words not in page.words
    await page.opens(cards.link("Tâm", about))
    await page.sends("Đã nắm")
    states = {
        (one["publication_id"], one["member_id"]): one["state"] for one in await site.rows(tables.obligations)
    }
    changed = {key for key, state in states.items() if state is not ObligationState.EXPECTED}
    assert changed == {(about, site.cast["Tâm"])}


async def test_a_role_opens_nothing_through_a_link(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    only = {"kind": "unit", "subject": site.cast.units["Chi bộ 3"]}
    await site.change(
        lambda connection: connection.execute(tables.publications.update().values(audience=only))
    )
    # The clerk may read every publication, in a session of their own.
    lan = tables.addresses.update().where(tables.addresses.c.id == cards.addresses["Sơn"])
    await site.change(lambda connection: connection.execute(lan.values(member_id=site.cast["Lan"])))
    link = cards.link("Lan", about, address=cards.addresses["Sơn"])
    browser = await site.browser()
    assert (await browser.opens(f"{link}/text")).status_code == 404
    assert "Điều 1." not in browser.words


async def test_presses_at_one_moment_are_one(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    own = cards.link("Tâm", about)
    browser = await site.browser()
    words = {"text": "Họp ở đâu?"}
    asked = await asyncio.gather(*(browser.client.post(f"{own}/ask", data=words) for _ in range(4)))
    assert {one.status_code for one in asked} == {200}
    assert len(await site.rows(tables.questions)) == 1
    taken = await asyncio.gather(*(browser.client.post(f"{own}/acknowledge") for _ in range(4)))
    assert {one.status_code for one in taken} == {200}
    assert all("Đã ghi nhận: 12-KH/ĐU" in one.text for one in taken)
    lines = await site.rows(tables.history, thing="obligation", to_state=ObligationState.ACKNOWLEDGED)
    assert len(lines) == 1
    opened = await asyncio.gather(*(browser.client.post(f"{own}/text") for _ in range(4)))
    assert {one.status_code for one in opened} == {200}
    assert len(await site.rows(tables.openings)) == 1


async def test_one_link_cannot_be_pressed_for_ever_and_others_go_on(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm", "Thu")
    page = await cards.opens("Tâm", about)
    form = page.form("Gửi câu hỏi")
    for number in range(30):
        assert (await page.posts(form, text=f"Câu hỏi {number}?")).status_code == 200
    assert (await page.posts(form, text="Một câu nữa?")).status_code == 429
    assert "Xin chờ 15 phút" in page.words
    assert len(await site.rows(tables.questions)) == 30
    other = await cards.opens("Thu", about)
    assert (await other.sends("Đã nắm")).status_code == 200


async def test_forged_presses_without_end_shut_nobody_out(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    stranger = await site.browser()
    for number in range(2001):
        assert (await stranger.client.post(f"/v/x{number}/acknowledge")).status_code == 404
    # They all come from one address, as behind a front server.
    page = await cards.opens("Tâm", about)
    assert (await page.sends("Đã nắm")).status_code == 200
    assert "Đã ghi nhận" in page.words


async def test_another_spelling_of_a_link_is_no_link(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    own = cards.link("Tâm", about)
    page = await cards.opens("Tâm", about)
    for spelt in (f"{own}~", f"{own}~~~", f"{own}.", f"{own[:-3]}!{own[-3:]}", f"{own}=", f"{own}%20"):
        assert (await page.client.get(spelt)).status_code == 404, spelt
        assert (await page.client.post(f"{spelt}/ask", data={"text": "Họp ở đâu?"})).status_code == 404, spelt
    assert await site.rows(tables.questions) == []


async def test_a_slash_at_the_end_leads_nowhere_else(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    own = cards.link("Tâm", about)
    browser = await site.browser()
    for path in (f"{own}/", f"{own}/text/", "/v", "/w/nowhere/", "/w/news/"):
        answer = await browser.client.get(path, headers={"host": "evil.example"}, follow_redirects=False)
        assert answer.status_code == 404, path
        assert "location" not in answer.headers


async def test_a_page_from_elsewhere_cannot_press(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    form = page.form("Đã nắm")
    for site_of_it in ("cross-site", "same-site"):
        page.headers = {"origin": "https://evil.example", "sec-fetch-site": site_of_it}
        assert (await page.posts(form)).status_code == 403
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.EXPECTED
    # An old browser says nothing of where a form came from.
    page.headers = {}
    assert (await page.posts(form)).status_code == 200


async def test_what_is_too_large_or_no_form_is_refused(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    ask = f"{cards.link('Tâm', about)}/ask"
    browser = await site.browser()
    assert (await browser.client.post(ask, data={"text": "a" * 70_000})).status_code == 413
    for wrong in (b"\xff\xfe=\xff", b"a&b", b"&".join([b"a=b"] * 30)):
        assert (await browser.client.post(ask, content=wrong)).status_code == 400
    assert (await browser.client.post(ask)).status_code == 409
    assert await site.rows(tables.questions) == []


async def test_a_text_with_a_secrecy_mark_is_kept_nowhere(site: Site, cards: Cards) -> None:
    about = await site.publishes("Tâm")
    page = await cards.opens("Tâm", about)
    await page.sends("Gửi câu hỏi", text="MẬT\nKế hoạch phòng thủ ở đâu?")
    assert "không nhận và không lưu" in page.words
    assert "phòng thủ" not in page.page.text
    await page.sends("Gửi câu hỏi", text="Phần hai của kế hoạch phòng thủ")
    assert "không nhận và không lưu" in page.words
    kept: list[dict[str, Any]] = await site.rows(tables.inbox)
    assert [(one["state"], one["refused_because"], one["body"]) for one in kept] == [
        (InboxState.REFUSED, "mật", ""),
        (InboxState.REFUSED, "after_refusal", ""),
    ]
    assert {one["conversation"] for one in kept} == {"zalo-0"}
    assert "phòng thủ" not in str(await cards.everything())
    # Machine time does not turn with the office's.
    earlier = tables.inbox.update().values(received_at=kept[0]["received_at"] - timedelta(minutes=2))
    await site.change(lambda connection: connection.execute(earlier))
    await page.sends("Gửi câu hỏi", text="Họp ở đâu?")
    assert "Đã chuyển câu hỏi" in page.words


async def test_every_answer_carries_strict_headers_and_leaves_nothing_behind(
    site: Site, cards: Cards
) -> None:
    about = await site.publishes("Tâm")
    own = cards.link("Tâm", about)
    browser = await site.browser()
    for path in (own, f"{own}/text", "/v/nowhere", "/v/static/pages.css"):
        answer = await browser.opens(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "form-action 'self'" in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        assert "set-cookie" not in answer.headers
    await browser.opens(own)
    html = browser.page.text
    assert "<script" not in html
    assert "og:" not in html
    for place in html.split('href="')[1:]:
        assert place.startswith(("/v/", "/w/", "#"))


async def test_the_link_stands_in_no_log(site: Site, cards: Cards, caplog: pytest.LogCaptureFixture) -> None:
    about = await site.publishes("Tâm")
    own = cards.link("Tâm", about)
    token = own.removeprefix("/v/")
    with caplog.at_level(logging.DEBUG), capture_logs() as told:
        # The client of this test tells every address that it asks for.
        logging.getLogger("httpx").setLevel(logging.WARNING)
        page = await cards.opens("Tâm", about)
        for _ in range(32):
            await page.client.post(f"{own}/ask", data={"text": "MẬT\nnội dung kín"})
    logged = f"{told} {caplog.text}"
    assert "refused at the gate" in logged
    assert "pressed too often" in logged
    assert token not in logged
    assert "nội dung kín" not in logged
    assert token not in redact(f"GET {PUBLIC_URL}{own} failed")


async def _is_over(page: Browser, link: str) -> None:
    assert (await page.opens(link)).status_code == 410
    assert "Đường dẫn hết hiệu lực" in page.words
    assert "gõ “cần làm”" in page.words
    for words in ("12-KH", "Nền nếp", "Tâm", "Thu"):
        assert words not in page.words
    assert page.forms == []


@pytest.fixture
def prepared_url(url_on_each_engine: str) -> str:
    """Both engines: these are races."""
    return url_on_each_engine
