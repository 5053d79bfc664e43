"""What a secretary changes about a session, a member about a topic, an admin about the office's topics."""

from tests.platforms.company import Part
from tests.platforms.stage import Stage
from tests.platforms.stories.sessions import TITLE


async def session_is_called_off(stage: Stage) -> None:
    """Who comes is read by name, the place is changed, and at last nobody needs to come."""
    member, secretary = await stage.has(Part.MEMBER), await stage.has(Part.SECRETARY)
    await stage.announces()
    await member.chooses("Dự", under="THƯ MỜI")
    await member.is_told("Đã ghi nhận: ")
    await secretary.asks("lich")
    await secretary.receives("LỊCH SINH HOẠT", TITLE)
    await secretary.takes("Mở số 1", "THƯ MỜI", "Hủy buổi", under="LỊCH SINH HOẠT")
    await secretary.takes("Đổi lịch", "Xin gửi ngày giờ mới", under="Hủy buổi")
    place = "Xin gửi địa điểm mới"
    await secretary.answers("Đổi địa điểm", "Hội trường tầng 1", asks=place, under="Xin gửi ngày giờ mới")
    await secretary.receives("Đã đổi lịch")
    await member.receives("ĐỔI LỊCH", "Hội trường tầng 1")
    await secretary.asks("lich")
    await secretary.receives("LỊCH SINH HOẠT", "Hội trường tầng 1")
    await secretary.takes("Mở số 1", "Hội trường tầng 1", "Hủy buổi", under="LỊCH SINH HOẠT")
    await secretary.takes("Hủy buổi", "Hủy buổi sinh hoạt này?", under="Xem tên")
    await secretary.takes("Hủy buổi sinh hoạt", "Đã hủy buổi", under="Hủy buổi sinh hoạt này?")
    await member.receives("HỦY BUỔI SINH HOẠT", TITLE)


async def topic_comes_weekly(stage: Stage) -> None:
    """A member chooses how often; the search asks for its words, and again for others."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.receives(stage.number)
    await member.asks("dangky")
    await member.receives("CHỦ ĐỀ NHẬN TIN")
    await member.takes("Cách nhận “Văn bản chỉ đạo”", "đến thế nào?", under="CHỦ ĐỀ NHẬN TIN")
    await member.chooses("Mỗi tuần một lần", under="đến thế nào?")
    await member.is_told("mỗi tuần một tin tổng hợp")
    await member.asks("tim")
    await member.receives("Xin gõ số văn bản hoặc vài từ cần tìm")
    await member.says("zzz")
    await member.receives("“zzz”")
    await member.takes("Tìm lại", "Xin gõ số văn bản hoặc vài từ cần tìm", under="“zzz”")
    await member.says("chuyen de")
    await member.receives("TÌM: chuyen de", f"1. Số {stage.number}")


async def topic_of_the_office_changes(stage: Stage) -> None:
    """A new one is named, made to be taken by everybody, and closed."""
    admin, name = await stage.has(Part.ADMIN), f"Nữ công {stage.company.branch}"
    await admin.asks("chude")
    await admin.receives("CHỦ ĐỀ", "Văn bản chỉ đạo")
    await admin.answers("Thêm chủ đề", name, asks="Xin gõ tên chủ đề", under="CHỦ ĐỀ")
    await admin.receives(f"CHỦ ĐỀ {stage.dash} {name}", "Đang nhận: ")
    await admin.takes("Đổi cách nhận", "Bắt buộc", under=name)
    await admin.takes("Mặc định nhận", name, "mặc định nhận", under="Bắt buộc")
    await admin.takes("Việc khác", "Đóng chủ đề", under="mặc định nhận")
    await admin.takes("Đóng chủ đề", "Giữ nguyên", under=name)
    await admin.takes("Đóng", "Chủ đề đã đóng", under="Giữ nguyên")
