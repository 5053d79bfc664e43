"""A page that its member lets go is lost to every browser that held it, and a new browser is told of."""

from bot.access import Caller, Door
from bot.messages.acts import Act
from bot.organisation.addresses import address_order
from bot.organisation.rights.granting import give
from bot.organisation.rights.proposals import Proposal
from bot.organisation.web_inbox.making import make
from storage import tables
from storage.states import Purpose, Role
from tests.cast import COMMAND_LINE, ROOT
from tests.inbox_page.conftest import Site


async def page_of(site: Site, given: str) -> list[dict[str, object]]:
    return await site.rows(
        tables.addresses, member_id=site.cast[given], connection_id=site.cast.connection_id
    )


async def news_in(site: Site, address_id: int) -> list[str]:
    found = await site.rows(tables.deliveries, address_id=address_id, purpose=Purpose.REPLY)
    return [str(row["content"]) for row in found]


async def lets_go(site: Site, given: str, *, telegram: int, address_id: int) -> None:
    caller = Caller(site.cast[given], Door.TELEGRAM, address_id=telegram)
    done = await address_order.remove(caller, site.office, address_id=address_id, although_last=False)
    assert done.is_done


async def test_a_browser_does_not_take_back_the_page_that_its_member_let_go(site: Site) -> None:
    browser = await site.comes_in("Hòa")
    telegram = await site.has_telegram("Hòa")
    (page,) = await page_of(site, "Hòa")
    await lets_go(site, "Hòa", telegram=telegram, address_id=int(str(page["id"])))
    await browser.opens("/w/")
    assert "Hòa" not in browser.words
    assert not browser.offers("Đồng ý cả 4 mục")
    assert await page_of(site, "Hòa") == []
    assert all(row["ended_at"] is not None for row in await site.rows(tables.web_sessions))
    assert all(row["revoked_at"] is not None for row in await site.rows(tables.web_links))


async def test_letting_a_messenger_go_ends_no_browser(site: Site) -> None:
    browser = await site.comes_in("Hòa")
    telegram = await site.has_telegram("Hòa")
    await lets_go(site, "Hòa", telegram=telegram, address_id=telegram)
    await browser.opens("/w/")
    assert "Kính chào đồng chí Hòa" in browser.words
    (session,) = await site.rows(tables.web_sessions)
    assert session["ended_at"] is None


async def test_a_new_browser_is_told_of_in_the_messenger_each_time(site: Site) -> None:
    telegram = await site.has_telegram("Hòa")
    await site.comes_in("Hòa")
    assert len(await news_in(site, telegram)) == 1
    (told,) = await news_in(site, telegram)
    assert "Một hộp thư web vừa kết nối với tên đồng chí Hòa, lúc" in told
    assert f'"act":{Act.ADDRESS_ORDER.value}' in told.replace(" ", "")
    await site.comes_in("Hòa")
    assert len(await news_in(site, telegram)) == 2


async def test_a_wrong_code_is_told_nowhere(site: Site) -> None:
    telegram = await site.has_telegram("Hòa")
    made = await site.made_for("Hòa")
    browser = await site.browser()
    await browser.opens(made.url)
    wrong = "000 000" if made.code != "000 000" else "111 111"
    await browser.sends("Mở hộp thư", code=wrong)
    assert await news_in(site, telegram) == []


async def enters(site: Site, *, url: str, code: str) -> None:
    browser = await site.browser()
    await browser.opens(url)
    await browser.sends("Mở hộp thư", code=code)


async def test_a_code_of_the_secretary_opens_no_page_of_who_was_made_admin_since(site: Site) -> None:
    made = await make(site.cast.caller("Hòa"), site.office, member_id=site.cast["Bình"])
    proposal = Proposal(site.cast["Bình"], Role.ADMIN, site.cast.units[ROOT])
    await give(COMMAND_LINE, site.office, proposal=proposal)
    (code,) = await site.rows(tables.web_codes)
    assert code["revoked_at"] is not None
    browser = await site.browser()
    await browser.opens(made.url)
    assert browser.forms == []


async def test_a_code_of_who_is_no_secretary_any_more_opens_no_page(site: Site) -> None:
    made = await make(site.cast.caller("Hòa"), site.office, member_id=site.cast["Bình"])
    await site.change(
        lambda connection: connection.execute(
            tables.role_grants.delete().where(tables.role_grants.c.member_id == site.cast["Hòa"])
        )
    )
    await enters(site, url=made.url, code=made.code)
    assert await site.rows(tables.web_sessions) == []


async def test_a_code_of_the_secretary_opens_the_page_of_a_member(site: Site) -> None:
    made = await make(site.cast.caller("Hòa"), site.office, member_id=site.cast["Bình"])
    await enters(site, url=made.url, code=made.code)
    (session,) = await site.rows(tables.web_sessions)
    assert session["member_id"] == site.cast["Bình"]
