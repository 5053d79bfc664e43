"""A member and what stands beside the text: a task, questions before the acknowledgement, a file."""

from typing import Any

from bot.audience import Audience, AudienceKind
from tests.platforms.company import Part
from tests.platforms.person import Instead
from tests.platforms.stage import Stage
from tests.publication.answering import PASSAGE, QUIZ, goes_out, task

_NAME, _CONTENT = "biểu mẫu.docx", b"PK the form"


async def _publishes(stage: Stage, **more: Any) -> int:
    house = stage.house
    about = await goes_out(
        house.office,
        house.cast,
        audience=Audience(AudienceKind.UNIT, stage.unit_id),
        number=stage.number,
        number_key=stage.number.casefold(),
        **more,
    )
    await stage.settles()
    return about


async def task_is_taken(stage: Stage) -> None:
    """By who is named, who gives it back again under /canlam; the secretary sees who took it."""
    member, secretary = await stage.has(Part.MEMBER), await stage.has(Part.SECRETARY)
    other = await stage.has(Part.OTHER)
    named = task("Kiểm tra sổ sách", "chi ủy", stage.id_of(Part.MEMBER))
    await _publishes(stage, tasks=[named])
    await member.receives("KẾT QUẢ HỘI NGHỊ", "1. Kiểm tra sổ sách – chi ủy, hết 30/9", "nhận việc")
    assert "nhận việc" not in await other.receives("KẾT QUẢ HỘI NGHỊ", "1. Kiểm tra sổ sách")
    await member.chooses("Đã nhận việc", under=stage.number)
    await member.is_told("Đã nhận việc: Kiểm tra sổ sách")
    await secretary.asks("tiendo")
    await secretary.chooses(f"Số {stage.number}: nhận việc 1/1", under="TIẾN ĐỘ")
    await secretary.receives("NHẬN VIỆC", "Đã nhận việc 1/1 người")
    await secretary.chooses("Xem tên", under="NHẬN VIỆC")
    await secretary.receives(stage.full_name(Part.MEMBER), "đã nhận 08:")
    await member.asks("canlam")
    await member.chooses("Bỏ nhận việc", under="Việc đã nhận")
    await member.chooses("Bỏ nhận", under="Giữ nguyên")
    await member.is_told("Đã bỏ nhận việc")


async def questions_lead_to_the_acknowledgement(stage: Stage) -> None:
    """A wrong answer shows the passage; only the last right one is taken down."""
    member = await stage.has(Part.MEMBER)
    await _publishes(stage, asks=True, quiz=QUIZ)
    await member.chooses("Đã nắm", under=stage.number)
    await member.receives("CÂU HỎI 1/2", "1. Ngày 30", "2. Trước ngày 25")
    await member.chooses("Chọn số 1", under="CÂU HỎI 1/2")
    await member.receives("Chưa đúng", PASSAGE, "CÂU HỎI 1/2")
    await member.chooses("Chọn số 2", under="CÂU HỎI 1/2")
    await member.receives("CÂU HỎI 2/2")
    await member.asks("canlam")
    await member.receives("còn 1 văn bản cần xác nhận")
    await member.says("đã nắm")
    await member.receives("CÂU HỎI 2/2")
    await member.chooses("Chọn số 1", under="CÂU HỎI 2/2")
    assert stage.number in await member.is_told("Đã ghi nhận")
    await member.asks("canlam")
    await member.receives("không còn văn bản nào cần xác nhận")


async def file_comes_with_the_message(stage: Stage) -> None:
    member, other = await stage.has(Part.MEMBER), await stage.has(Part.OTHER)
    await _publishes(stage, files=[(_NAME, _CONTENT)])
    for person in (member, other):
        await person.chooses("Tệp kèm", under=stage.number)
        await person.receives(f"Tệp kèm của số {stage.number}")
        assert await person.fetches(_NAME) == _CONTENT


async def file_goes_up_once(stage: Stage) -> None:
    """The second one gets it by the id that the platform gave for the first."""
    await file_comes_with_the_message(stage)
    kept = [name for name, _ in stage.house.telegram.state.files.values() if name == _NAME]
    assert kept == [_NAME]


async def file_is_fetched_from_the_page(stage: Stage) -> None:
    """By a link that ends with the card's; looking at the page fetches nothing."""
    member = await stage.has(Part.MEMBER)
    await _publishes(stage, files=[(_NAME, _CONTENT)])
    await member.chooses("Tệp kèm", under=stage.number)
    await member.receives(f"Tệp {_NAME}: http")
    page = await member.opens("/v/", under=f"Tệp {_NAME}: http")
    saved = await page.sends("Tải tệp về máy")
    assert saved.content == _CONTENT
    member.used.add(Instead.FILE_LINK)
