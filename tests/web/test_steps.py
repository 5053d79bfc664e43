"""What the five steps say as the story goes on."""

from typing import Any

from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.asking import ask
from bot.audience import Audience, AudienceKind
from bot.publication.approval.approving import approve_at, approve_now
from bot.publication.approval.submitting import submit
from bot.publication.audience.choosing import set_audience, set_due_after
from bot.publication.draft.drafting import draft_from_text
from bot.sandbox.samples import samples
from storage import tables
from storage.states import DeliveryState
from tests.web.conftest import House, Page


async def test_the_story_begins_with_the_clerk(page: Page) -> None:
    steps = await _steps(page)
    assert list(steps) == ["Soạn", "Duyệt", "Nhận", "Xác nhận", "Tiến độ"]
    assert _current(steps) == "Soạn"
    assert steps["Soạn"]["actor"]["label"] == "Đóng vai đồng chí Lan"
    assert steps["Duyệt"]["actor"]["label"] == "Đóng vai đồng chí Minh"


async def test_a_draft_that_was_handed_in_waits_for_the_approver(page: Page, house: House) -> None:
    await _submitted(house)
    steps = await _steps(page)
    assert _current(steps) == "Duyệt"
    assert "12-KH/ĐU" in steps["Duyệt"]["line"]
    assert "chờ đồng chí Minh duyệt" in steps["Duyệt"]["line"]


async def test_an_approved_draft_says_when_it_goes_out(page: Page, house: House) -> None:
    draft = await _submitted(house)
    await approve_at(house.cast.caller("Minh"), house.office, **draft, typed="15:00 25/11/2026")
    steps = await _steps(page)
    assert _current(steps) == "Duyệt"
    assert "sẽ phát hành lúc 15:00 thứ Tư, 25/11" in steps["Duyệt"]["line"]


async def test_a_publication_is_received_before_it_is_acknowledged(page: Page, house: House) -> None:
    await _published(house)
    steps = await _steps(page)
    assert _current(steps) == "Nhận"
    assert "đã gửi 0/" in steps["Nhận"]["line"]
    await _all_sent(house)
    steps = await _steps(page)
    assert _current(steps) == "Xác nhận"
    assert steps["Xác nhận"]["actor"] == steps["Nhận"]["actor"]


async def test_a_waiting_question_leads_to_the_secretary_of_its_branch(page: Page, house: House) -> None:
    publication_id = await _published(house)
    await _all_sent(house)
    thu = house.cast.caller("Thu")
    await ask(thu, house.office, publication_id=publication_id, text="Có phải viết tham luận không?")
    steps = await _steps(page)
    assert "1 câu hỏi đang chờ" in steps["Tiến độ"]["line"]
    assert steps["Tiến độ"]["actor"]["id"] == house.cast["Sơn"]


async def test_the_next_member_with_an_open_card_is_offered(page: Page, house: House) -> None:
    publication_id = await _published(house)
    await _all_sent(house)
    first = (await _steps(page))["Xác nhận"]["actor"]["id"]
    given = next(name for name, member_id in house.cast.members.items() if member_id == first)
    await acknowledge(house.cast.caller(given), house.office, publication_id=publication_id)
    steps = await _steps(page)
    assert steps["Xác nhận"]["actor"]["id"] != first
    assert "Đã xác nhận 1/" in steps["Tiến độ"]["line"]


async def _submitted(house: House) -> dict[str, int]:
    clerk, office = house.cast.caller("Lan"), house.office
    plan = next(sample.text for sample in samples() if "ke-hoach" in sample.name)
    draft = await draft_from_text(clerk, office, text=plan)
    everyone = Audience(AudienceKind.EVERYONE)
    draft = await set_audience(
        clerk, office, draft_id=draft.draft_id, revision=draft.revision, audience=everyone
    )
    draft = await set_due_after(
        clerk, office, draft_id=draft.draft_id, revision=draft.revision, working_days=5
    )
    submitted = await submit(clerk, office, draft_id=draft.draft_id, revision=draft.revision)
    return {"draft_id": draft.draft_id, "revision": submitted.revision}


async def _published(house: House) -> int:
    draft = await _submitted(house)
    approved = await approve_now(
        house.cast.caller("Minh"), house.office, draft_id=draft["draft_id"], revision=draft["revision"]
    )
    assert approved.publication_id is not None
    return approved.publication_id


async def _all_sent(house: House) -> None:
    sent = tables.deliveries.update().values(state=DeliveryState.SENT)
    await house.office.database.transaction(lambda connection: connection.execute(sent))


async def _steps(page: Page) -> dict[str, dict[str, Any]]:
    return {step["title"]: step for step in (await page.state(0))["steps"]}


def _current(steps: dict[str, dict[str, Any]]) -> str:
    [current] = [title for title, step in steps.items() if step["current"]]
    return current
