"""Who may make and end a way to a member's page, and what they are handed."""

import pytest

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, File
from bot.office import Office
from bot.organisation.web_inbox.making import end_everything, make, own_link
from bot.settings import Settings
from handlers.commands.own import web_inbox
from storage import files, tables
from tests.cast import COMMAND_LINE
from tests.commands.saying import buttons, presses, read
from tests.inbox_page.conftest import Site


async def test_the_secretary_gets_link_code_and_picture_to_hand_over(site: Site) -> None:
    secretary = site.cast.caller("Sơn")
    button = Button("🌐 Hộp thư web", Act.WEB_LINK, site.cast["Tâm"])
    reply = await web_inbox.make(site.office, presses(secretary, button))
    assert "HỘP THƯ WEB · Phan Văn Tâm" in read(reply)
    assert "trao tận tay đồng chí Phan Văn Tâm" in read(reply)
    handed, picture = reply.messages
    (line,) = [line for line in read(reply).splitlines() if line.startswith("Đường dẫn: ")]
    [file] = [block for block in picture.blocks if isinstance(block, File)]
    assert line.startswith(f"Đường dẫn: {site.office.settings.web.public_url}/w/")
    kept = await site.office.database.read(lambda connection: files.file(connection, file.file_id))
    assert kept is not None
    assert kept.content.startswith(b"\x89PNG")
    assert [one.act for one in buttons(handed)] == [Act.WEB_END]


@pytest.mark.parametrize(
    ("given", "whose"), [("Sơn", "Tâm"), ("Yến", "Thu"), ("Dũng", "Tâm"), ("Dũng", "Hòa"), ("Sơn", "Sơn")]
)
async def test_a_link_is_made_by_who_may_invite(site: Site, given: str, whose: str) -> None:
    made = await make(_caller(site, given), site.office, member_id=site.cast[whose])
    assert made.member_id == site.cast[whose]


@pytest.mark.parametrize(
    ("given", "whose"),
    [
        ("Sơn", "Bình"),
        ("Sơn", "Yến"),
        ("Hòa", "Thuận"),
        ("Bình", "Mai"),
        ("Bình", "Bình"),
        ("Lan", "Tâm"),
        ("Kiên", "Tâm"),
        ("Minh", "Tâm"),
    ],
)
async def test_a_link_is_not_made_by_anybody_else(site: Site, given: str, whose: str) -> None:
    for act in (make, end_everything):
        if act is end_everything and given == whose:
            continue
        with pytest.raises(Refused) as refused:
            await act(_caller(site, given), site.office, member_id=site.cast[whose])
        assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await site.rows(tables.web_links) == []


async def test_no_link_is_made_for_who_has_left_or_never_was(site: Site) -> None:
    await site.change(
        lambda connection: connection.execute(
            tables.members.update()
            .where(tables.members.c.id == site.cast["Tâm"])
            .values(left_at=site.office.clock.now())
        )
    )
    for member_id in (site.cast["Tâm"], 987_654):
        with pytest.raises(Refused) as refused:
            await make(COMMAND_LINE, site.office, member_id=member_id)
        assert refused.value.reason is Refusal.NOT_FOUND


async def test_an_office_without_an_address_on_the_web_has_no_links(site: Site) -> None:
    closed = Office(site.office.database, site.office.clock, Settings(), site.office.key)
    with pytest.raises(Refused) as refused:
        await make(COMMAND_LINE, closed, member_id=site.cast["Tâm"])
    assert refused.value.reason is Refusal.NO_WEB_INBOX
    with pytest.raises(Refused) as refused:
        await own_link(_caller(site, "Bình"), closed)
    assert refused.value.reason is Refusal.NO_WEB_INBOX


async def test_a_member_finds_the_way_to_their_own_page_and_closes_it_everywhere(site: Site) -> None:
    binh = _caller(site, "Bình")
    reply = await web_inbox.own(site.office, presses(binh, Button("🌐", Act.WEB_OWN)))
    assert "HỘP THƯ WEB CỦA TÔI" in read(reply)
    browser = await site.comes_in("Bình")
    [end] = buttons(reply.messages[0])
    reply = await web_inbox.end(site.office, presses(binh, end))
    assert "đã thoát 1 máy" in read(reply)
    assert (await browser.opens("/w/")).status_code == 403


async def test_a_link_does_not_close_what_is_open(site: Site) -> None:
    browser = await site.comes_in("Tâm")
    await site.made_for("Tâm")
    assert (await browser.opens("/w/")).status_code == 200


async def test_each_step_stands_in_history_without_names(site: Site) -> None:
    await site.comes_in("Tâm")
    lines = await site.rows(tables.history, member_id=site.cast["Tâm"])
    steps = {(one["thing"], one["to_state"]) for one in lines}
    assert {
        ("web_link", "open"),
        ("web_link", "opened"),
        ("web_code", "open"),
        ("web_code", "used"),
        ("web_session", "open"),
        ("address", "active"),
    } <= steps
    assert "Tâm" not in str(lines)


def _caller(site: Site, given: str) -> Caller:
    return site.cast.caller(given)
