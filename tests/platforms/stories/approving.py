"""The approver: at once with a second word where it is hỏa tốc, at a set time, back to the clerk."""

from tests.platforms.company import Part
from tests.platforms.stage import Stage
from tests.publication.steps import MEETING


async def confirmed_twice_and_at_a_set_time(stage: Stage) -> None:
    """The second word comes before anything goes out; what has an hour goes out at it and not before."""
    approver, member = await stage.has(Part.APPROVER), await stage.has(Part.MEMBER)
    await stage.hands_in()
    await approver.takes("hỏa tốc", stage.number, "Mức độ: hỏa tốc", under=stage.number)
    now = "Duyệt, phát hành ngay"
    await approver.takes(now, "Đây là văn bản hỏa tốc", "Xin xác nhận lần nữa", under=stage.number)
    await stage.settles()
    assert not await member.has(stage.number)
    await approver.chooses("Đúng, phát hành hỏa tốc", under="Đây là văn bản hỏa tốc")
    assert stage.number in await approver.is_told("Đã duyệt và phát hành")
    await member.receives("HỎA TỐC", stage.number)
    meeting, asks = f"sơ kết {stage.company.branch}", "Phát hành vào lúc nào?"
    await stage.hands_in(text=MEETING.replace("sơ kết", meeting, 1))
    await approver.answers("hẹn giờ", "09:00 25/11/2026", asks=asks, under=meeting)
    await approver.receives("Văn bản sẽ phát hành lúc 09:00 thứ Tư, 25/11/2026")
    await stage.forwards(hours=48)
    assert not await member.has("KẾT QUẢ HỘI NGHỊ")
    await stage.forwards(hours=2)
    await member.receives("KẾT QUẢ HỘI NGHỊ", meeting)
