"""A member and the branch's study sessions."""

from bot.study import changing
from tests.platforms.company import Part
from tests.platforms.stage import Stage

TITLE = "Chuyên đề quý IV"


async def invitation_is_accepted(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await stage.announces()
    await member.receives("THƯ MỜI", TITLE, "19:30–21:00 thứ Năm, 03/12/2026", "Phòng họp tầng 2")
    await member.chooses("Dự", under="THƯ MỜI")
    assert TITLE in await member.is_told("Đã ghi nhận: ")
    await member.asks("lich")
    await member.receives("LỊCH SINH HOẠT", TITLE, "dự")
    await member.chooses("Mở số 1", under="LỊCH SINH HOẠT")
    await member.receives("THƯ MỜI", "đã trả lời lúc 08:")


async def declined_with_reason(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await stage.announces()
    await member.chooses("Xin vắng", under="THƯ MỜI")
    await member.receives("Xin gửi lý do xin vắng")
    await member.says("Đi công tác")
    await member.receives("Đã ghi lý do xin vắng")


async def reminded_before(stage: Stage) -> None:
    """The day before, and only who may come."""
    member, other = await stage.has(Part.MEMBER), await stage.has(Part.OTHER)
    await stage.announces()
    await member.chooses("Dự", under="THƯ MỜI")
    await member.is_told("Đã ghi nhận: ")
    await other.chooses("Xin vắng", under="THƯ MỜI")
    await other.receives("lý do")
    await stage.forwards(days=9)
    await member.receives("NHẮC LỊCH", TITLE, "đã nhận lời dự")
    assert not await other.has("NHẮC LỊCH")


async def moved(stage: Stage) -> None:
    """Everybody is told and asked again."""
    member = await stage.has(Part.MEMBER)
    session_id = await stage.announces()
    await member.chooses("Dự", under="THƯ MỜI")
    await member.is_told("Đã ghi nhận: ")
    secretary = await stage.caller(Part.SECRETARY)
    when = "19:30-21:00 04/12/2026"
    await changing.reschedule(secretary, stage.house.office, session_id=session_id, text=when)
    await member.receives("ĐỔI LỊCH", TITLE, "19:30–21:00 thứ Sáu, 04/12/2026", "Lịch cũ")
    await member.chooses("Chưa chắc", under="ĐỔI LỊCH")
    assert TITLE in await member.is_told("Đã ghi nhận: ")
