"""The clerk drafts, the approver publishes."""

from tests.platforms.company import FULL_NAMES, Part
from tests.platforms.on_telegram import OnTelegram
from tests.platforms.on_web import OnWeb
from tests.platforms.on_zalo import OnZalo
from tests.platforms.stage import Stage


async def draft_is_made_and_handed_in(stage: Stage) -> None:
    """From pasted text: a field is mended, the day set, the audience chosen."""
    clerk, approver = await stage.has(Part.CLERK), await stage.has(Part.APPROVER)
    await clerk.asks("soan")
    await clerk.receives("Xin dán nội dung văn bản")
    await clerk.says(stage.directive)
    await clerk.receives("DỰ THẢO", f"số {stage.number}", "Ý chính", "4 câu")
    title = f"Học tập chuyên đề, {stage.company.branch}"
    await clerk.chooses("Sửa thông tin", under="DỰ THẢO")
    await clerk.answers("Trích yếu", title, asks="Xin gõ trích yếu", under="SỬA THÔNG TIN")
    await clerk.receives("DỰ THẢO", title)
    await clerk.chooses("Xác nhận, hạn", under=title)
    await clerk.chooses("Hạn xác nhận", under="YÊU CẦU XÁC NHẬN")
    await clerk.receives("Hạn xác nhận?")
    await clerk.says("17:00 27/11/2026")
    await clerk.receives("DỰ THẢO", "17:00 thứ Sáu, 27/11/2026")
    await clerk.chooses("Gửi cho ai", under="DỰ THẢO")
    await clerk.chooses("Toàn tổ chức", under="Gửi cho ai?")
    await clerk.receives("DỰ THẢO", "Gửi cho: Toàn tổ chức")
    await clerk.chooses("Trình duyệt", under="Gửi cho: Toàn tổ chức")
    await clerk.is_told("Đã trình")
    await approver.receives(stage.number, "Người nhận sẽ thấy", "Duyệt, phát hành ngay")


async def draft_from_file(stage: Stage) -> None:
    """A file is read as what was pasted would be, and kept; one more goes along with it."""
    clerk = await stage.has(Part.CLERK)
    assert isinstance(clerk, OnTelegram)
    await clerk.sends_file("ke-hoach.txt", stage.directive.encode())
    await clerk.receives("DỰ THẢO", f"số {stage.number}")
    await clerk.chooses("Tệp kèm (1)", under="DỰ THẢO")
    await clerk.receives("TỆP KÈM", "1. ke-hoach.txt")
    await clerk.sends_file("phu-luc.txt", "Mẫu báo cáo".encode())
    await clerk.receives("TỆP KÈM", "2. phu-luc.txt")


async def questions_are_written(stage: Stage) -> None:
    """One question after the text, typed by the form that is shown, looked at, and then used."""
    clerk = await stage.has(Part.CLERK)
    await clerk.asks("soan")
    await clerk.receives("Xin dán nội dung văn bản")
    await clerk.says(stage.directive)
    await clerk.chooses("Xác nhận, hạn", under="DỰ THẢO")
    await clerk.chooses("Câu hỏi kiểm tra (0)", under="YÊU CẦU XÁC NHẬN")
    typed = "Mỗi đảng viên đăng ký gì?\nA. Một việc làm cụ thể\nB. Một buổi họp\nĐúng: A"
    await clerk.answers("Thêm câu hỏi", typed, asks="Đúng: A", under="CÂU HỎI KIỂM TRA")
    await clerk.receives("Đoạn trích phải có nguyên văn trong văn bản")
    await clerk.says(f"{typed}\nTrích: Mỗi đảng viên đọc tài liệu, đăng ký một việc làm cụ thể")
    await clerk.receives("CÂU HỎI 1", "A. Một việc làm cụ thể (đúng)")
    await clerk.chooses("Dùng câu này", under="CÂU HỎI 1")
    await clerk.chooses("Về bản dự thảo", under="1. Mỗi đảng viên đăng ký gì?")
    await clerk.receives("DỰ THẢO", "sau 1 câu hỏi kiểm tra")


async def audience_is_narrowed(stage: Stage) -> None:
    """Two units are ticked, one kind of member is kept, a member is left out by name; each step counts."""
    clerk, branch = await stage.has(Part.CLERK), stage.company.branch
    out = FULL_NAMES[stage.company.given[Part.SECRETARY]]
    await clerk.asks("soan")
    await clerk.receives("Xin dán nội dung văn bản")
    await clerk.says(stage.directive)
    await clerk.chooses("Gửi cho ai", under="DỰ THẢO")
    await clerk.chooses("Chọn đơn vị", under="Gửi cho ai?")
    await clerk.chooses(f"– – {branch}", under="Chọn được nhiều đơn vị")
    await clerk.receives(f"Gửi cho: {branch}")
    await clerk.chooses("Về chọn người nhận", under=f"Gửi cho: {branch}")
    await clerk.receives("Gửi cho ai?", f"Gửi cho: {branch}")
    await clerk.chooses("Loại: tất cả", under=f"Gửi cho: {branch}")
    await clerk.chooses("Đảng viên chính thức", under="loại thành viên")
    await clerk.receives(f"Gửi cho: {branch} – chỉ đảng viên chính thức")
    await clerk.chooses("Về chọn người nhận", under="chỉ đảng viên chính thức")
    await clerk.receives("Gửi cho ai?", "chỉ đảng viên chính thức")
    names = "họ tên, mỗi người một dòng"
    await clerk.answers("Trừ người theo tên", out, asks=names, under="chỉ đảng viên chính thức")
    await clerk.receives(f"Đã trừ: {out}")
    await clerk.receives("chỉ đảng viên chính thức; trừ 1 người", f"1. {out}")


async def file_does_not_arrive(stage: Stage) -> None:
    """Zalo tells a bot only that something came: the office says so, and what to do."""
    clerk = await stage.has(Part.CLERK)
    assert isinstance(clerk, OnZalo)
    await clerk.sends_something_else()
    await clerk.receives("chưa nhận được nội dung tin vừa gửi", "Xin gõ lại")


async def page_takes_no_file(stage: Stage) -> None:
    """The page has a field for text and none for files."""
    clerk = await stage.has(Part.CLERK)
    assert isinstance(clerk, OnWeb)
    await clerk.asks("soan")
    await clerk.receives("Xin dán nội dung văn bản")
    assert 'type="file"' not in clerk.browser.page.text


async def drafts_are_listed(stage: Stage) -> None:
    clerk = await stage.has(Part.CLERK)
    await clerk.asks("choduyet")
    await clerk.receives("Không có văn bản nào đang soạn hoặc chờ duyệt")
    await clerk.asks("soan")
    await clerk.receives("Xin dán nội dung văn bản")
    await clerk.says(stage.directive)
    await clerk.receives("DỰ THẢO", stage.number)
    await clerk.asks("choduyet")
    await clerk.receives(f"Số {stage.number}")


async def approver_publishes(stage: Stage) -> None:
    approver, member = await stage.has(Part.APPROVER), await stage.has(Part.MEMBER)
    await stage.hands_in()
    await approver.receives(stage.number, "Người nhận sẽ thấy")
    await approver.asks("duyet")
    await approver.chooses("Duyệt, phát hành ngay", under=stage.number)
    assert stage.number in await approver.is_told("Đã duyệt và phát hành")
    await member.receives("VĂN BẢN CHỈ ĐẠO", stage.number)


async def approver_sends_back(stage: Stage) -> None:
    approver, clerk = await stage.has(Part.APPROVER), await stage.has(Part.CLERK)
    await stage.hands_in()
    note = "Xin ghi rõ nơi nộp."
    await approver.answers("Trả lại", note, asks="sửa", under=stage.number)
    await approver.receives("Đã trả lại")
    await clerk.receives(stage.number, note)
