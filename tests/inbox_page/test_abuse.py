"""Forged, replayed, expired, revoked and foreign links, codes, buttons, cookies and forms."""

import pytest
from itsdangerous import URLSafeSerializer

from bot.messages.links import Links
from bot.organisation.web_inbox import entering
from bot.organisation.web_inbox.making import end_everything, make
from storage import tables
from storage.states import ObligationState
from tests.cast import COMMAND_LINE, KEY
from tests.inbox_page.browsing import PUBLIC_URL, Browser
from tests.inbox_page.conftest import Site

OWN = {"origin": PUBLIC_URL, "sec-fetch-site": "same-origin"}


async def test_forged_and_unknown_links_get_one_answer(site: Site) -> None:
    made = await site.made_for("Tâm")
    genuine = made.url.rsplit("/", 1)[1]
    signer = URLSafeSerializer(b"guessed", salt="loa.web.link")
    browser = await site.browser()
    answers = set()
    for token in (
        "x",
        genuine[:-1],
        genuine[:-1] + ("A" if genuine[-1] != "A" else "B"),
        genuine.split(".")[0],
        signer.dumps([1, 1]),
        Links(b"another office's key, 32 bytes..").inbox(1),
        Links(KEY).inbox(987_654),
        "favicon.ico",
        "say",
        "%00",
    ):
        answer = await browser.opens(f"/w/{token}")
        assert answer.status_code == 404, token
        answers.add(browser.words)
    assert len(answers) == 1
    assert "Tâm" not in answers.pop()


async def test_an_expired_link_says_whom_to_ask_and_nothing_else(site: Site) -> None:
    made = await site.made_for("Tâm")
    site.forwards(days=91)
    browser = await site.browser()
    answer = await browser.opens(made.url)
    assert answer.status_code == 404
    assert "hỏi bí thư chi bộ hoặc văn phòng" in browser.words
    assert "Tâm" not in browser.words
    assert not browser.forms


async def test_a_new_link_ends_the_older_one_with_its_code(site: Site) -> None:
    first = await site.made_for("Tâm")
    second = await site.made_for("Tâm")
    browser = await site.browser()
    assert (await browser.opens(first.url)).status_code == 404
    await browser.opens(second.url)
    await browser.sends("Mở hộp thư", code=first.code)
    assert "Mã chưa đúng" in browser.words


async def test_a_code_is_worth_nothing_without_its_own_link(site: Site) -> None:
    tam, thu = await site.made_for("Tâm"), await site.made_for("Thu")
    browser = await site.browser()
    await browser.opens(thu.url)
    await browser.sends("Mở hộp thư", code=tam.code)
    assert "Mã chưa đúng" in browser.words
    assert await site.rows(tables.web_sessions) == []


async def test_a_code_opens_once(site: Site) -> None:
    made = await site.made_for("Tâm")
    for expected in ("Hộp thư này dành cho", "Mã chưa đúng"):
        browser = await site.browser()
        await browser.opens(made.url)
        await browser.sends("Mở hộp thư", code=made.code)
        assert expected in browser.words


async def test_a_code_on_paper_ends_after_a_week(site: Site) -> None:
    made = await site.made_for("Tâm")
    site.forwards(days=7)
    browser = await site.browser()
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    assert "Mã chưa đúng" in browser.words


async def test_five_wrong_tries_end_the_code_and_are_seen_in_history(site: Site) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    for _ in range(5):
        await browser.opens(made.url)
        await browser.sends("Mở hộp thư", code=_wrong(made.code))
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    assert "Mã chưa đúng" in browser.words
    tries = await site.rows(tables.history, thing="web_code", to_state="wrong")
    assert len(tries) == 6
    assert {(one["member_id"], one["actor_id"]) for one in tries} == {(site.cast["Tâm"], None)}
    assert all(made.code.replace(" ", "") not in str(one) for one in tries)


async def test_one_browser_cannot_go_on_guessing(site: Site) -> None:
    browser = await site.browser()
    for number in range(11):
        made = await site.made_for("Tâm")
        await browser.opens(made.url)
        await browser.sends("Mở hộp thư", code=_wrong(made.code))
        assert ("tạm ngừng nhận mã" in browser.words) is (number == 10)
    made = await site.made_for("Tâm")
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    assert "tạm ngừng nhận mã" in browser.words


async def test_one_members_links_cannot_be_tried_for_ever_from_anywhere(site: Site) -> None:
    for _ in range(20):
        made = await site.made_for("Tâm")
        await _guesses(site, made.url, made.code)
    made = await site.made_for("Tâm")
    browser = await site.browser()
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    assert "tạm ngừng nhận mã" in browser.words
    others = await site.made_for("Thu")
    await browser.opens(others.url)
    await browser.sends("Mở hộp thư", code=others.code)
    assert "Hộp thư này dành cho" in browser.words


async def test_many_wrong_codes_over_all_links_let_every_code_rest(site: Site) -> None:
    for given in ("Tâm", "Thu", "Bình", "Mai"):
        for _ in range(15):
            made = await site.made_for(given)
            await _guesses(site, made.url, made.code)
    made = await site.made_for("An")
    browser = await site.browser()
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    assert "tạm ngừng nhận mã" in browser.words
    site.forwards(minutes=16)
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    assert "Hộp thư này dành cho" in browser.words


async def test_where_many_are_on_the_roster_as_many_slips_stop_nobody(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if each of the cast stood for twenty hundred.
    monkeypatch.setattr(entering, "_MEMBERS_FOR_ONE", 0.01)
    for given in ("Tâm", "Thu", "Bình", "Mai"):
        for _ in range(15):
            made = await site.made_for(given)
            await _guesses(site, made.url, made.code)
    made = await site.made_for("An")
    browser = await site.browser()
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    assert "Hộp thư này dành cho" in browser.words


async def test_looking_at_a_link_changes_nothing(site: Site) -> None:
    await site.publishes("Tâm", internal=True)
    made = await site.made_for("Tâm")
    before = await _everything(site)
    preview = await site.browser()
    for _ in range(3):
        await preview.opens(made.url)
        await preview.client.head(made.url)
    assert await _everything(site) == before


async def test_a_link_opened_in_anothers_session_shows_the_door(site: Site) -> None:
    await site.publishes("Tâm", internal=True)
    tam, thu = await site.comes_in("Tâm"), await site.comes_in("Thu")
    link = tam.page.text.partition('class="link"><a href="')[2].partition('"')[0]
    await thu.opens(link)
    assert "Văn bản nội bộ" in thu.words
    assert "Điều 1" not in thu.words
    assert "Tâm" not in thu.words
    assert await site.rows(tables.openings) == []


async def test_a_document_link_leads_nowhere_for_whom_it_is_not_meant(site: Site) -> None:
    publication_id = await site.publishes("Thu", internal=True)
    await site.change(
        lambda connection: connection.execute(
            tables.publications.update().values(
                audience={"kind": "unit", "subject": site.cast.units["Chi bộ 1"]}
            )
        )
    )
    tam = await site.comes_in("Tâm")
    token = Links(KEY).document(
        member_id=site.cast["Tâm"], publication_id=publication_id, published_at=site.office.clock.now()
    )
    assert (await tam.opens(f"/w/{token}")).status_code == 404


async def test_a_cookie_that_was_planted_is_never_the_session(site: Site) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    browser.client.cookies.set("__Host-loa_inbox", "planted", domain="inbox.example", path="/")
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    assert browser.cookie not in {"", "planted"}
    thief = await site.browser()
    thief.client.cookies.set("__Host-loa_inbox", "planted", domain="inbox.example", path="/")
    assert (await thief.opens("/w/")).status_code == 403


async def test_coming_in_as_another_ends_the_session_before(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    before = browser.cookie
    made = await site.made_for("Thu")
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    thief = await site.browser()
    thief.client.cookies.set("__Host-loa_inbox", before, domain="inbox.example", path="/")
    assert (await thief.opens("/w/")).status_code == 403


async def test_a_page_from_elsewhere_cannot_press(site: Site) -> None:
    await site.publishes("Tâm")
    browser = await site.comes_in("Tâm")
    form = browser.form("Đã nắm")
    for wrong in (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": PUBLIC_URL, "sec-fetch-site": "cross-site"},
        {"origin": PUBLIC_URL, "sec-fetch-site": "same-site"},
    ):
        browser.headers = wrong
        assert (await browser.posts(form)).status_code == 403, wrong
    browser.headers = OWN
    for token in ("", "guessed", form.fields["form"][:-1], "ữ"):
        assert (await browser.posts(form, form=token)).status_code == 403
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.EXPECTED
    # An old browser says nothing of where a form came from; the form's own token is enough then.
    browser.headers = {}
    assert (await browser.posts(form)).status_code == 200
    [asked] = await site.rows(tables.obligations)
    assert asked["state"] is ObligationState.ACKNOWLEDGED


async def test_a_form_of_another_browser_is_not_taken(site: Site) -> None:
    tam, thu = await site.comes_in("Tâm"), await site.comes_in("Thu")
    form = tam.form("Trợ giúp")
    assert (await thu.posts(form)).status_code == 403
    assert (await (await site.browser()).posts(form)).status_code == 403
    assert await site.rows(tables.inbox) == []


async def test_another_members_button_does_nothing(site: Site) -> None:
    await site.publishes("Tâm", "Thu")
    tam, thu = await site.comes_in("Tâm"), await site.comes_in("Thu")
    stolen = tam.form("Đã nắm").fields["token"]
    await thu.sends("Đã nắm", token=stolen)
    assert "Lựa chọn này không dùng được ở đây" in thu.words
    await thu.opens("/w/")
    await thu.sends("Đã nắm", token="A" * 36)
    await thu.opens("/w/")
    await thu.sends("Đã nắm", token="không phải mã")
    states = {one["state"] for one in await site.rows(tables.obligations)}
    assert states == {ObligationState.EXPECTED}


async def test_a_button_cannot_replace_a_message_of_anothers_page(site: Site) -> None:
    await site.publishes("Tâm", "Thu")
    tam, thu = await site.comes_in("Tâm"), await site.comes_in("Thu")
    foreign = tam.form("Đã nắm").fields["message"]
    before = await site.rows(tables.web_messages, id=int(foreign))
    await thu.sends("Đã nắm", message=foreign)
    await site.settles()
    assert await site.rows(tables.web_messages, id=int(foreign)) == before


async def test_strange_requests_are_refused_in_vietnamese(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    form = browser.form("Trợ giúp")
    too_long = await browser.posts(form, text="a" * 70_000)
    assert too_long.status_code == 413
    assert "dài quá" in browser.words
    for fields in ({"once": ""}, {"once": "x" * 50}):
        assert (await browser.posts(form, **fields)).status_code == 400
    await browser.opens("/w/")
    press = browser.form("Trợ giúp")
    press.action = press.action.replace("/say", "/press")
    for wrong in ({"token": "", "message": "1"}, {"token": "t", "message": "-1"}, {"token": "t"}):
        assert (await browser.posts(press, **wrong)).status_code == 400
    lost = await browser.opens("/nowhere")
    assert lost.status_code == 404
    assert "Không có trang này" in browser.words
    assert await site.rows(tables.inbox) == []


async def test_every_answer_carries_strict_headers(site: Site) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    for path in (made.url, "/w/", "/w/nowhere", "/w/static/pages.css", "/w/static/inbox.js"):
        answer = await browser.opens(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "form-action 'self'" in policy
        assert "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "same-origin"


async def test_the_page_needs_nothing_from_elsewhere(site: Site) -> None:
    html = (await site.comes_in("Tâm")).page.text
    for name in html.split('src="')[1:] + html.split('<link rel="stylesheet" href="')[1:]:
        assert name.startswith("/w/static/")
    assert " style=" not in html
    assert " on" + "click=" not in html


async def test_the_office_ends_everything_at_once(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    made = await site.made_for("Tâm")
    ended = await end_everything(COMMAND_LINE, site.office, member_id=site.cast["Tâm"])
    assert ended == 1
    assert (await browser.opens("/w/")).status_code == 403
    assert (await browser.opens(made.url)).status_code == 404


async def test_codes_and_cookies_stand_nowhere_in_clear(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    made = await make(COMMAND_LINE, site.office, member_id=site.cast["Tâm"])
    for table in (tables.web_codes, tables.web_sessions, tables.web_links, tables.history):
        for row in await site.rows(table):
            assert made.code.replace(" ", "") not in map(str, row.values())
            assert browser.cookie not in map(str, row.values())
    assert made.code not in repr(made)
    assert made.url not in repr(made)
    assert "token" not in repr(entering.Entered(1, False, "secret"))


async def _guesses(site: Site, url: str, code: str) -> Browser:
    browser = await site.browser()
    await browser.opens(url)
    await browser.sends("Mở hộp thư", code=_wrong(code))
    return browser


def _wrong(code: str) -> str:
    return f"{(int(code.replace(' ', '')) + 1) % 1_000_000:06}"


async def _everything(site: Site) -> dict[str, list[dict[str, object]]]:
    return {
        table.name: await site.rows(table)
        for table in (
            tables.web_links,
            tables.web_codes,
            tables.web_sessions,
            tables.addresses,
            tables.consents,
            tables.openings,
            tables.obligations,
            tables.inbox,
            tables.web_messages,
        )
    }
