"""Questions, tasks and files on the page behind the link in a card."""

from typing import Any

import pytest

from bot.audience import Audience, AudienceKind
from bot.publication.member.taking import mark_of
from storage import tables
from storage.states import ObligationState, PublicationState, Scope
from tests.cast import BRANCH_2
from tests.inbox_page.conftest import Site
from tests.personal_page.conftest import Cards
from tests.publication.answering import PASSAGE, QUIZ, goes_out, task

NAME, CONTENT = "Biểu mẫu.docx", b"PK the form"


async def published(site: Site, **more: Any) -> int:
    only = Audience(AudienceKind.UNIT, site.cast.units[BRANCH_2])
    about = await goes_out(site.office, site.cast, audience=only, **more)
    # What is sent is no matter here.
    await site.change(lambda connection: connection.execute(tables.deliveries.delete()))
    return about


async def state_of(site: Site, given: str) -> object:
    [asked] = await site.rows(tables.obligations, member_id=site.cast[given])
    return asked["state"]


async def test_taking_note_leads_through_the_questions(site: Site, cards: Cards) -> None:
    about = await published(site, asks=True, quiz=QUIZ)
    page = await cards.opens("Thu", about)
    await page.sends("Đã nắm")
    assert "CÂU HỎI 1/2" in page.words
    assert "Nộp đảng phí khi nào?" in page.words
    await page.sends("1. Ngày 30")
    assert "Chưa đúng." in page.words
    assert PASSAGE in page.words
    await page.sends("2. Trước ngày 25")
    assert "CÂU HỎI 2/2" in page.words
    assert await state_of(site, "Thu") is ObligationState.EXPECTED
    last = page.form("1. Ngày 03")
    await page.posts(last)
    assert "Đã ghi nhận: 15-BC/ĐU" in page.words
    assert await state_of(site, "Thu") is ObligationState.ACKNOWLEDGED
    await page.posts(last)
    assert "Đã ghi nhận: 15-BC/ĐU" in page.words
    # The word typed into the field for questions goes the same way.
    page = await cards.opens("Tâm", about)
    await page.sends("Gửi câu hỏi", text="đã nắm")
    assert "CÂU HỎI 1/2" in page.words
    assert await state_of(site, "Tâm") is ObligationState.EXPECTED


async def test_looking_at_questions_and_files_leaves_no_trace(site: Site, cards: Cards) -> None:
    about = await published(site, asks=True, quiz=QUIZ, files=[(NAME, CONTENT)])
    scanner = await site.browser()
    link, before = cards.link("Thu", about), await cards.everything()
    [file] = await site.rows(tables.attachments)
    for path in ("/quiz", "/files", f"/files/{file['id']}"):
        for method in ("GET", "HEAD"):
            answer = await scanner.client.request(method, f"{link}{path}")
            assert answer.status_code == 200
    assert await cards.everything() == before


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"version": "1", "question": "0", "choice": "-1"},
        {"version": "x", "question": "0", "choice": "1"},
        {"version": "1", "question": "0", "choice": "9" * 40},
    ],
)
async def test_what_no_page_sends_is_no_answer(site: Site, cards: Cards, form: dict[str, str]) -> None:
    about = await published(site, asks=True, quiz=QUIZ)
    browser = await site.browser()
    answer = await browser.client.post(f"{cards.link('Thu', about)}/quiz", data=form)
    assert answer.status_code == 400
    assert await state_of(site, "Thu") is ObligationState.EXPECTED


async def test_another_site_neither_answers_nor_takes(site: Site, cards: Cards) -> None:
    about = await published(site, asks=True, quiz=QUIZ[:1], tasks=[task("Đọc", "", site.cast["Thu"])])
    browser = await site.browser()
    headers = {"sec-fetch-site": "cross-site"}
    for path in ("quiz", f"tasks/{mark_of(1, 0)}"):
        right = {"version": "1", "question": "0", "choice": "1"}
        answer = await browser.client.post(f"{cards.link('Thu', about)}/{path}", data=right, headers=headers)
        assert answer.status_code == 403
    assert await state_of(site, "Thu") is ObligationState.EXPECTED
    assert [one["taken_at"] for one in await site.rows(tables.task_takers)] == [None]


async def test_a_task_is_taken_by_who_is_named_and_by_nobody_else(site: Site, cards: Cards) -> None:
    about = await published(site, tasks=[task("Kiểm tra 3 chi bộ", "đ/c Thu", site.cast["Thu"])])
    page = await cards.opens("Thu", about)
    form = page.form("Đã nhận việc")
    await page.posts(form)
    assert "Đồng chí đã nhận việc lúc 08:00, 23/11" in page.words
    assert not page.offers("Đã nhận việc")
    [taken] = await site.rows(tables.task_takers)
    assert (taken["member_id"], taken["address_id"]) == (site.cast["Thu"], cards.addresses["Thu"])
    other = await cards.opens("Sơn", about)
    assert not other.offers("Đã nhận việc")
    await other.client.post(f"{cards.link('Sơn', about)}/tasks/{mark_of(1, 0)}")
    assert len(await site.rows(tables.task_takers)) == 1


async def test_a_file_is_saved_by_its_button_which_is_noted(site: Site, cards: Cards) -> None:
    about = await published(site, files=[(NAME, CONTENT)])
    page = await cards.opens("Thu", about)
    [link] = [one for one in page.links if one.endswith("/files")]
    await page.opens(link)
    assert NAME in page.words
    answer = await page.sends("Tải tệp về máy")
    assert answer.content == CONTENT
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''Bi%E1%BB%83u")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    [opened] = await site.rows(tables.openings)
    assert (opened["member_id"], opened["through"]) == (site.cast["Thu"], "file")


async def test_no_file_of_what_is_internal_withdrawn_or_anothers(site: Site, cards: Cards) -> None:
    files = [(NAME, CONTENT)]
    inside = await published(site, files=files, scope=Scope.INTERNAL)
    over = await published(site, files=[("b.docx", b"b")], number="16-BC/ĐU", number_key="16-bc/đu")
    plain = await published(site, number="17-BC/ĐU", number_key="17-bc/đu")
    versions = tables.publications.update().where(tables.publications.c.id == over)
    await site.change(
        lambda connection: connection.execute(versions.values(state=PublicationState.WITHDRAWN))
    )
    browser = await site.browser()
    for one in await site.rows(tables.attachments):
        for about in (inside, over, plain):
            link = f"{cards.link('Thu', about)}/files"
            for path in (link, f"{link}/{one['id']}"):
                answer = await browser.client.get(path)
                assert answer.status_code >= 400
                assert CONTENT not in answer.content
            posted = await browser.client.post(f"{link}/{one['id']}", headers=browser.headers)
            assert CONTENT not in posted.content
    assert await site.rows(tables.openings) == []
    assert not any(one.endswith("/files") for one in (await cards.opens("Thu", inside)).links)
