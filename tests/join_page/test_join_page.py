"""One link for every messenger: the page of an invitation."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import httpx
import pytest
from pydantic import SecretStr
from starlette.applications import Starlette

from bot.office import Office
from bot.organisation.invitation_sheets import making
from bot.organisation.invitation_sheets.drawing import Sheet, draw
from bot.organisation.joining import handing_over
from bot.organisation.joining.inviting import Invitation, invite
from bot.organisation.joining.joining import consent, show_invitation
from bot.settings import Connection as ConnectionSettings
from bot.settings import Settings
from bot.states import Platform
from bot.texts import invitation_sheets as texts
from handlers.serve.inviting import Whom
from handlers.serve.inviting import invite as invite_by_name
from handlers.web.joining.app import joining_routes
from storage import tables
from storage.channels import connections
from storage.database import Connection
from tests.cast import BRANCH_2, COMMAND_LINE, Cast, clock_of
from tests.organisation.joined import do, invited, new_phone, rows

PUBLIC_URL = "https://loa.example"
BOT_LINK = "https://zalo.example/bot-van-phong"


@dataclass
class Page:
    office: Office
    client: httpx.AsyncClient

    async def looks(self, code: str) -> httpx.Response:
        return await self.client.get(f"/j/{code}")

    async def presses(self, code: str, **headers: str) -> httpx.Response:
        return await self.client.post(f"/j/{code}", headers=headers)


@asynccontextmanager
async def served(office: Office) -> AsyncIterator[Page]:
    transport = httpx.ASGITransport(Starlette(routes=joining_routes(office)), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL) as client:
        yield Page(office, client)


@pytest.fixture
async def page(office: Office) -> AsyncIterator[Page]:
    zalo = ConnectionSettings(platform=Platform.ZALO, token=SecretStr("1:x"), link=BOT_LINK)
    settings = Settings.model_validate({"web": {"public_url": PUBLIC_URL}, "connections": {"zalo": zalo}})

    def body(connection: Connection) -> None:
        connections.ensure(connection, platform=Platform.ZALO, name="zalo")
        line = connections.ensure(connection, platform=Platform.TELEGRAM, name="main")
        connections.note_account(connection, line, "van_phong_bot")

    await do(office, body)
    async with served(replace(office, settings=settings)) as one:
        yield one


def digits_on(answer: httpx.Response) -> str:
    found = re.search(r"<strong>(\d{3} \d{3})</strong>", answer.text)
    assert found is not None
    return found[1]


async def everything(office: Office) -> str:
    return str([await rows(office, table) for table in (tables.invitations, tables.history)])


async def made(page: Page, cast: Cast) -> Invitation:
    return await invite(COMMAND_LINE, page.office, member_id=cast["Tâm"], with_picture=True)


async def test_an_invitation_is_handed_over_as_the_link_to_its_page(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    assert invitation.link == f"{PUBLIC_URL}/j/{invitation.in_link}"
    assert invitation.place is not None
    assert invitation.place.link == BOT_LINK
    assert invitation.picture_id is not None


async def test_a_sheet_on_paper_says_what_its_picture_opens(
    page: Page, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Sheet] = []

    def keeps(sheet: Sheet) -> bytes:
        drawn.append(sheet)
        return draw(sheet)

    monkeypatch.setattr(making, "draw", keeps)
    settings = Settings.model_validate({"web": {"public_url": PUBLIC_URL}})
    await do(page.office, lambda connection: connection.execute(tables.addresses.delete()))
    for office in (page.office, replace(page.office, settings=settings)):
        await making.make_sheet(COMMAND_LINE, office, unit_id=cast.units[BRANCH_2])
    with_page, without = drawn
    assert all(part.link.startswith(f"{PUBLIC_URL}/j/") for part in with_page.parts)
    assert all(part.link.startswith("https://t.me/") for part in without.parts)
    assert (with_page.opens_page, without.opens_page) == (True, False)
    steps = texts.steps(has_link=True, opens_page=True)
    assert "Quét mã để mở trang kết nối" in texts.scan(opens_page=True)
    assert "Start" not in str(steps)
    assert "Chọn Zalo hoặc Telegram" in str(steps)


async def test_without_zalo_it_opens_telegram_as_before(office: Office, page: Page) -> None:
    only = replace(page.office, settings=Settings.model_validate({"web": {"public_url": PUBLIC_URL}}))
    link = await do(office, lambda connection: handing_over.link(connection, only, "CODE"))
    assert link == "https://t.me/van_phong_bot?start=CODE"


async def test_looking_tells_nothing_and_changes_nothing(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    before = await everything(page.office)
    answer = await page.looks(invitation.in_link)
    assert answer.status_code == 200
    assert "Tâm" not in answer.text
    assert f"https://t.me/van_phong_bot?start={invitation.in_link}" in answer.text
    assert (await page.client.head(f"/j/{invitation.in_link}")).status_code == 200
    assert await everything(page.office) == before


async def test_a_press_shows_six_digits_that_bind(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    answer = await page.presses(invitation.in_link)
    assert BOT_LINK in answer.text
    assert "08:15" in answer.text
    offer = await show_invitation(await new_phone(page.office, cast), page.office, code=digits_on(answer))
    assert offer.full_name == "Phan Văn Tâm"


async def test_pressing_again_makes_others_and_ends_the_first(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    first = digits_on(await page.presses(invitation.in_link))
    second = digits_on(await page.presses(invitation.in_link))
    assert first != second
    made_ones = await rows(page.office, tables.invitations, short=True)
    assert [one["revoked_at"] is None for one in made_ones] == [False, True]


async def test_pressing_again_leaves_alone_who_has_typed_the_first(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    phone = await new_phone(page.office, cast)
    offer = await show_invitation(phone, page.office, code=digits_on(await page.presses(invitation.in_link)))
    assert (await page.presses(invitation.in_link)).status_code == 200
    await consent(phone, page.office, invitation_id=offer.invitation_id)
    assert (await new_phone(page.office, cast)).member_id == cast["Tâm"]


async def test_an_ended_invitation_makes_none(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    clock_of(page.office).forward(days=14)
    answer = await page.presses(invitation.in_link)
    assert answer.status_code == 410
    assert "Xin hỏi bí thư chi bộ" in answer.text


async def test_a_code_that_was_never_made_looks_the_same_and_makes_none(page: Page) -> None:
    looked = await page.looks("CFHJKLMNPQRT")
    assert looked.status_code == 200
    assert (await page.presses("CFHJKLMNPQRT")).status_code == 410


@pytest.mark.parametrize("code", ["abc", "123456", "%00", "CFHJKLMNPQRTX"])
async def test_what_cannot_be_a_code_is_no_page(page: Page, code: str) -> None:
    answer = await page.looks(code)
    assert answer.status_code == 404
    assert "Không có trang này" in answer.text


async def test_another_site_cannot_press(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    answer = await page.presses(invitation.in_link, **{"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert not await rows(page.office, tables.invitations, short=True)


async def test_digits_are_not_made_without_end(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    answers = [(await page.presses(invitation.in_link)).status_code for _ in range(12)]
    assert answers == [200] * 10 + [429] * 2


async def test_another_spelling_of_a_code_is_the_same_code(page: Page, cast: Cast) -> None:
    code = (await made(page, cast)).in_link
    spelt = [code[:at] + code[at:].lower() + "." * (at % 3) for at in range(12)]
    answers = [(await page.presses(one)).status_code for one in spelt]
    assert answers == [200] * 10 + [429] * 2


async def test_guessing_codes_on_the_page_keeps_nobody_out(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    wrong = [f"CFHJKLMNPQ{a}{b}" for a in "CFHJKLMNPQRTVX23" for b in "CFHJKLM"]
    for code in (*wrong, "x", "123456"):
        assert (await page.presses(code)).status_code == 410
    # They all come from one address, as behind a front server.
    assert (await page.presses(invitation.in_link)).status_code == 200


async def test_a_slash_at_the_end_leads_nowhere_else(page: Page, cast: Cast) -> None:
    invitation = await made(page, cast)
    answer = await page.client.get(f"/j/{invitation.in_link}/", headers={"host": "evil.example"})
    assert answer.status_code == 404
    assert "location" not in answer.headers


async def test_every_answer_is_strict(page: Page, cast: Cast) -> None:
    invitation = await invited(page.office, cast)
    for answer in (await page.looks(invitation.in_link), await page.presses(invitation.in_link)):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


async def test_the_command_line_is_told_of_the_page(page: Page, cast: Cast) -> None:
    made = await invite_by_name(page.office, Whom(member="Phan Văn Tâm"), lambda _words: None)
    assert made.page == f"{PUBLIC_URL}/j/{made.in_link}"
    assert made.place == BOT_LINK


async def test_it_is_told_of_none_where_there_is_none(page: Page, cast: Cast) -> None:
    only = replace(page.office, settings=Settings.model_validate({"web": {"public_url": PUBLIC_URL}}))
    made = await invite_by_name(only, Whom(member="Phan Văn Tâm"), lambda _words: None)
    assert (made.page, made.place) == ("", "")
