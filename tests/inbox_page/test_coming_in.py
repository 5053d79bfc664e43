"""Link, code, consent: how a member without a messenger comes to their page for the first time."""

from storage import tables
from storage.database import Connection
from storage.organisation import people
from tests.inbox_page.browsing import PUBLIC_URL
from tests.inbox_page.conftest import Site, code_in


async def test_a_member_without_a_phone_comes_in_with_link_and_code_and_agrees(site: Site) -> None:
    await site.publishes("Tâm")
    made = await site.made_for("Tâm")
    browser = await site.browser()
    await browser.opens(made.url)
    assert "Hộp thư web" in browser.words
    await browser.sends("Mở hộp thư", code=made.code)
    assert "Hộp thư này dành cho: đồng chí Phan Văn Tâm, Chi bộ 2." in browser.words
    assert "dữ liệu cá nhân nhạy cảm" in browser.words
    assert "Nếu không chọn mục 4, báo cáo không nêu tên" in browser.words
    await browser.sends("Đồng ý cả 4 mục")
    assert "Đồng chí Tâm có 1 văn bản cần xác nhận" in browser.words
    assert browser.offers("Đã nắm")
    assert "Số 12-KH/ĐU" in browser.words
    [address] = await site.rows(tables.addresses, member_id=site.cast["Tâm"])
    assert address["connection_id"] == site.cast.connection_id
    given = await site.rows(tables.consents, member_id=site.cast["Tâm"])
    assert {one["purpose"] for one in given} == {"notices", "acknowledgement", "reminders", "statistics"}


async def test_a_member_is_reachable_once_the_page_was_opened_not_when_the_link_was_made(
    site: Site,
) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    await browser.opens(made.url)
    assert await site.rows(tables.addresses) == []
    await browser.sends("Mở hộp thư", code=made.code)
    assert await site.rows(tables.addresses, member_id=site.cast["Tâm"]) == []
    await browser.sends("Đồng ý cả 4 mục")
    assert len(await site.rows(tables.addresses, member_id=site.cast["Tâm"])) == 1


async def test_a_link_without_its_code_shows_no_name_and_nothing_else(site: Site) -> None:
    await site.publishes("Tâm")
    made = await site.made_for("Tâm")
    browser = await site.browser()
    shown = await browser.opens(made.url)
    assert shown.status_code == 200
    assert "Tâm" not in shown.text
    assert "12-KH/ĐU" not in shown.text
    assert (await browser.opens("/w/")).status_code == 403


async def test_who_agrees_to_some_purposes_only_has_agreed_to_those_only(site: Site) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    form = browser.form("các mục đã chọn")
    await browser.posts(form, purpose="notices")
    assert "Kính chào đồng chí Tâm" in browser.words
    [given] = await site.rows(tables.consents, member_id=site.cast["Tâm"])
    assert given["purpose"] == "notices"


async def test_nothing_opens_without_the_purpose_for_which_the_page_is_there(site: Site) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    await browser.sends("các mục đã chọn")
    assert "chỉ mở được khi đồng ý mục 1" in browser.words
    assert await site.rows(tables.consents) == []
    assert await site.rows(tables.addresses, member_id=site.cast["Tâm"]) == []


async def test_who_does_not_agree_goes_onto_the_paper_list_and_the_way_in_is_closed(site: Site) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    await browser.sends("Không đồng ý")
    assert "bản giấy" in browser.words
    [member] = await site.rows(tables.members, id=site.cast["Tâm"])
    assert member["on_paper"] is True
    assert await site.rows(tables.addresses, member_id=site.cast["Tâm"]) == []
    assert (await browser.opens(made.url)).status_code == 404
    assert (await browser.opens("/w/")).status_code == 403


async def test_the_member_comes_back_by_the_cookie_and_by_the_link(site: Site) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    await browser.opens(made.url)
    await browser.sends("Mở hộp thư", code=made.code)
    await browser.sends("Đồng ý cả 4 mục")
    site.forwards(days=20)
    await browser.opens("/w/")
    site.forwards(days=20)
    assert "Kính chào" in (await browser.opens(made.url)).text
    site.forwards(days=31)
    assert (await browser.opens("/w/")).status_code == 403


async def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(site: Site) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    await browser.opens(made.url)
    form = browser.form("Mở hộp thư")
    answer = await browser.client.post(
        form.action, data=form.fields | {"code": made.code}, follow_redirects=False
    )
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("__host-loa_inbox=")
    assert {"httponly", "secure", "samesite=lax", "path=/"} <= {part.strip() for part in cookie.split(";")}
    kept = await site.rows(tables.web_sessions)
    assert answer.cookies.get("__Host-loa_inbox") not in {one["token_hash"] for one in kept}


async def test_who_leaves_the_page_is_out_on_this_machine_only(site: Site) -> None:
    here, there = await site.comes_in("Tâm"), await site.comes_in("Tâm")
    await here.sends("Thoát")
    assert "Hộp thư đã đóng" in here.words
    assert (await here.opens("/w/")).status_code == 403
    assert (await there.opens("/w/")).status_code == 200


async def test_who_leaves_the_organisation_is_out(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    await site.change(
        lambda connection: connection.execute(
            tables.members.update()
            .where(tables.members.c.id == site.cast["Tâm"])
            .values(left_at=site.office.clock.now())
        )
    )
    assert (await browser.opens("/w/")).status_code == 403


async def test_a_member_with_a_messenger_has_the_code_sent_there(site: Site) -> None:
    chat = await site.has_telegram("Bình")
    made = await site.made_for("Bình")
    browser = await site.browser()
    await browser.opens(made.url)
    await browser.sends("Gửi mã vào Telegram")
    assert "Đã gửi mã vào Telegram" in browser.words
    code = code_in(await site.told(chat))
    assert code != made.code
    await browser.sends("Mở hộp thư", code=code.replace(" ", ""))
    assert "Hộp thư này dành cho: đồng chí Nguyễn Văn Bình" in browser.words


async def test_a_page_comes_after_the_messengers(site: Site) -> None:
    chat = await site.has_telegram("Bình")
    await site.comes_in("Bình")

    def first(connection: Connection) -> int | None:
        return people.first_address(connection, site.cast["Bình"])

    assert await site.office.database.read(first) == chat
    assert len(await site.rows(tables.addresses, member_id=site.cast["Bình"])) == 2


async def test_a_code_is_not_sent_twice_within_a_minute_nor_for_ever(site: Site) -> None:
    chat = await site.has_telegram("Bình")
    made = await site.made_for("Bình")
    browser = await site.browser()
    for minute in range(8):
        await browser.opens(made.url)
        await browser.sends("Gửi mã")
        await browser.opens(made.url)
        await browser.sends("Gửi mã")
        assert "Mã vừa được gửi" in browser.words, minute
        site.forwards(minutes=2)
    assert len(await site.rows(tables.deliveries, address_id=chat)) == 5


async def test_who_has_no_messenger_is_offered_no_sending_and_gets_none(site: Site) -> None:
    made = await site.made_for("Tâm")
    browser = await site.browser()
    await browser.opens(made.url)
    assert not browser.offers("Gửi mã")
    form = browser.form("Mở hộp thư")
    form.action += "/code"
    assert (await browser.posts(form)).status_code == 404
    assert await site.rows(tables.deliveries) == []


async def test_a_second_link_brings_no_second_conversation(site: Site) -> None:
    await site.comes_in("Tâm")
    await site.comes_in("Tâm")
    assert len(await site.rows(tables.addresses, member_id=site.cast["Tâm"])) == 1
    assert len(await site.rows(tables.consents, member_id=site.cast["Tâm"])) == 4


async def test_a_link_names_the_office_and_nothing_that_can_be_counted_up(site: Site) -> None:
    made = await site.made_for("Tâm")
    assert made.url.startswith(f"{PUBLIC_URL}/w/")
    assert len(made.url.rsplit(".", 1)[1]) >= 40
