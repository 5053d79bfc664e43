"""What a branch's secretary does: progress, reminding, answering, reading aloud, sessions, reports."""

from tests.platforms.company import Part
from tests.platforms.stage import Stage
from tests.platforms.stories.cards import ANSWER
from tests.platforms.stories.sessions import TITLE

_QUESTION = "Nộp bản giấy hay bản điện tử ạ?"


async def progress_names_who_is_missing(stage: Stage) -> None:
    member, secretary = await stage.has(Part.MEMBER), await stage.has(Part.SECRETARY)
    await stage.publishes()
    await member.chooses("Đã nắm", under=stage.number)
    await member.is_told("Đã ghi nhận")
    await stage.settles()
    await secretary.asks("tiendo")
    await secretary.chooses(stage.number, under="Chọn văn bản")
    await secretary.receives(f"Số {stage.number}", "Đã xác nhận 1/", "Xem tên")
    await secretary.chooses("Xem tên", under=f"Số {stage.number}")
    names = await secretary.receives("CHƯA XÁC NHẬN", stage.company.branch, stage.given(Part.OTHER))
    assert stage.given(Part.MEMBER) not in names


async def those_missing_are_reminded(stage: Stage) -> None:
    member, secretary = await stage.has(Part.MEMBER), await stage.has(Part.SECRETARY)
    await stage.publishes()
    await member.receives(stage.number)
    await stage.settles()
    await secretary.asks("nhac")
    await secretary.chooses(stage.number, under="NHẮC NGƯỜI CHƯA XÁC NHẬN")
    await secretary.chooses("Nhắc", under=f"về văn bản số {stage.number}?")
    await secretary.receives("Đã nhắc 2 người", "Chưa nhắc được")
    await member.receives("NHẮC VIỆC", stage.number)


async def question_is_answered(stage: Stage) -> None:
    member, secretary = await stage.has(Part.MEMBER), await stage.has(Part.SECRETARY)
    await stage.publishes()
    await member.answers("Hỏi lại", _QUESTION, asks="Xin gõ câu hỏi", under=stage.number)
    await secretary.receives("CÂU HỎI", _QUESTION)
    await secretary.asks("cauhoi")
    await secretary.chooses("Trả lời câu 1", under="CÂU HỎI CHỜ TRẢ LỜI")
    await secretary.receives("Xin gõ câu trả lời")
    await secretary.says(ANSWER)
    await secretary.receives("Đã gửi câu trả lời")
    await member.receives("TRẢ LỜI CÂU HỎI", ANSWER)


async def reading_aloud_is_recorded(stage: Stage) -> None:
    """With day, place and witness, and counted apart."""
    secretary = await stage.has(Part.SECRETARY)
    await stage.publishes()
    await secretary.receives(stage.number)
    await secretary.asks("doctructiep")
    await secretary.chooses(stage.number, under="GHI ĐÃ ĐỌC TRỰC TIẾP")
    await secretary.chooses(stage.given(Part.OTHER), under="cho ai?")
    await secretary.receives("xin ghi ngày giờ, nơi đọc, người chứng kiến")
    await secretary.says("07:30 23/11/2026, phòng họp tầng 2, Ngô Văn Kiên")
    await secretary.receives("đọc trực tiếp", stage.given(Part.OTHER))
    await secretary.asks("baocao")
    await secretary.chooses(stage.number, under="BÁO CÁO")
    await secretary.receives("Đọc trực tiếp: 1/")


async def session_is_planned_and_moved(stage: Stage) -> None:
    member, secretary = await stage.has(Part.MEMBER), await stage.has(Part.SECRETARY)
    await secretary.asks("taolich")
    await secretary.receives("Tên buổi sinh hoạt là gì?")
    await secretary.says(TITLE)
    await secretary.receives("Họp khi nào?")
    await secretary.says("19:30-21:00 03/12/2026")
    await secretary.receives("Họp ở đâu?")
    await secretary.says("Phòng họp tầng 2")
    await secretary.chooses(stage.given(Part.SECRETARY), under="Ai chủ trì?")
    await secretary.receives("XEM TRƯỚC THƯ MỜI", TITLE)
    await secretary.chooses("Gửi thư mời", under="XEM TRƯỚC THƯ MỜI")
    await secretary.receives(TITLE, "Đã gửi thư mời")
    await member.receives("THƯ MỜI", TITLE, "Phòng họp tầng 2")
    await secretary.asks("lich")
    await secretary.chooses("Mở số 1", under="LỊCH SINH HOẠT")
    await secretary.chooses("Đổi lịch", under=TITLE)
    await secretary.says("19:30-21:00 04/12/2026")
    await secretary.receives("Đã đổi lịch")
    await member.receives("ĐỔI LỊCH", "thứ Sáu, 04/12/2026")


async def report_is_made(stage: Stage) -> None:
    """No percentage, and every number with what it is a part of."""
    secretary = await stage.has(Part.SECRETARY)
    await stage.publishes()
    await secretary.receives(stage.number)
    await secretary.asks("baocao")
    await secretary.chooses(stage.number, under="BÁO CÁO")
    report = await secretary.receives("BÁO CÁO XÁC NHẬN", stage.number, "Phải xác nhận", "THEO ĐƠN VỊ")
    assert "%" not in report
