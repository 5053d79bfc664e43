"""The clerk's whole card: what can be chosen there before a draft is handed in, and taking it back."""

from tests.platforms.company import Part
from tests.platforms.person import Person
from tests.platforms.stage import Stage
from tests.publication.steps import MEETING

_FIELDS, _MORE, _ASKING, _SENDING = "SỬA THÔNG TIN", "THÔNG TIN KHÁC", "YÊU CẦU XÁC NHẬN", "PHẠM VI, MỨC ĐỘ"
_MEETING = "Hội nghị sơ kết của"
_TO_WHOM, _POINTS = "Gửi cho ai?", "chỉ trích nguyên văn"


async def every_menu_of_a_draft(stage: Stage) -> None:
    """A meeting's summary: fields, tasks, how it is asked and sent, to whom; taken back, thrown away."""
    clerk = await stage.has(Part.CLERK)
    await clerk.asks("soan")
    await clerk.receives("Xin dán nội dung văn bản")
    await clerk.says(MEETING)
    await clerk.receives("DỰ THẢO", "Kết quả hội nghị", "Việc được giao")
    await clerk.takes("Sửa thông tin", _FIELDS, under="DỰ THẢO")
    name = f"{_MEETING} {stage.company.branch}"
    await clerk.answers("Tên hội nghị", name, asks="Xin gõ trích yếu", under=_FIELDS)
    await clerk.receives("DỰ THẢO", name)
    await _gives_a_task(clerk, stage.full_name(Part.MEMBER))
    await _says_what_it_is(clerk, stage.full_name(Part.SECRETARY))
    await _asks_and_sends(clerk)
    await _chooses_whom(clerk)
    await _hands_in_and_takes_back(clerk, stage)


async def _gives_a_task(clerk: Person, name: str) -> None:
    await clerk.takes("Sửa thông tin", _FIELDS, under="DỰ THẢO")
    await clerk.takes("Việc được giao", "VIỆC ĐƯỢC GIAO", under=_FIELDS)
    await clerk.answers("Thêm việc", "Kiểm tra sổ sách", asks="Xin gõ nội dung việc", under="VIỆC ĐƯỢC GIAO")
    await clerk.receives("Kiểm tra sổ sách", "Người làm: chưa rõ")
    await clerk.answers("Người làm", name, asks="Xin gõ tên người", under="Người làm: chưa rõ")
    await clerk.receives(f"Người làm: {name}", "Xin chọn đúng người")
    meant = f"Trong danh sách: {name}"
    await clerk.takes(f"Chọn {name}", meant, under="Xin chọn đúng người")
    await clerk.answers("Hạn", "30/12/2026", asks="ngày cuối cùng phải xong", under=meant)
    await clerk.receives("Hạn: hết thứ Tư, 30/12/2026")
    await clerk.takes("Về các việc", "VIỆC ĐƯỢC GIAO", "Kiểm tra sổ sách", under="Hạn: hết thứ Tư")
    await clerk.takes("Về bản dự thảo", "DỰ THẢO", under="VIỆC ĐƯỢC GIAO")


async def _says_what_it_is(clerk: Person, signatory: str) -> None:
    await clerk.takes("Sửa thông tin", _FIELDS, under="DỰ THẢO")
    await clerk.answers("Người ký", signatory, asks="xin gõ họ tên", under=_FIELDS)
    await clerk.receives("NGƯỜI KÝ", signatory)
    await clerk.takes(f"Là {signatory}", "DỰ THẢO", "không phải xác nhận", under="NGƯỜI KÝ")
    await clerk.takes("Sửa thông tin", _FIELDS, under="không phải xác nhận")
    await clerk.takes("Ý chính", "1. Giữ: ", under=_FIELDS)
    await clerk.takes("Bỏ câu 1", "1. Bỏ: ", under=_POINTS)
    await clerk.takes("Về bản dự thảo", "DỰ THẢO", under="1. Bỏ: ")
    await clerk.takes("Sửa thông tin", _FIELDS, under="DỰ THẢO")
    await clerk.takes("Xem chỗ trong văn bản", "Về sửa thông tin", under=_FIELDS)
    await clerk.takes("Về sửa thông tin", _FIELDS)
    await clerk.takes("Thông tin khác", _MORE, under=_FIELDS)
    await clerk.takes("Chủ đề: chưa chọn", "Chủ đề của văn bản?", under=_MORE)
    await clerk.takes("Học tập chuyên đề", "Chủ đề: Học tập chuyên đề", under="Chủ đề của văn bản?")
    await clerk.takes("Sửa thông tin", _FIELDS, under="Chủ đề: Học tập chuyên đề")
    await clerk.takes("Thông tin khác", _MORE, under=_FIELDS)
    await clerk.takes("Loại: Kết quả hội nghị", "Đây là loại nào?", under=_MORE)
    await clerk.takes("Thông báo", "DỰ THẢO", "Thông báo", under="Đây là loại nào?")


async def _asks_and_sends(clerk: Person) -> None:
    await clerk.takes("Xác nhận, hạn", _ASKING, under="DỰ THẢO")
    await clerk.takes("Yêu cầu xác nhận", "Xác nhận: có", under=_ASKING)
    await clerk.takes("Xác nhận, hạn", _ASKING, under="Xác nhận: có")
    await clerk.takes("Hạn xác nhận", "Hạn xác nhận?", under=_ASKING)
    await clerk.takes("5 ngày làm việc", "DỰ THẢO", under="Hạn xác nhận?")
    await clerk.takes("Phạm vi, mức độ", _SENDING, under="DỰ THẢO")
    await clerk.takes("Chuyển sang công khai", "Phạm vi: công khai", under=_SENDING)
    await clerk.takes("Phạm vi, mức độ", _SENDING, under="Phạm vi: công khai")
    await clerk.takes("Mức độ: khẩn", "DỰ THẢO", "khẩn", under=_SENDING)


async def _chooses_whom(clerk: Person) -> None:
    await clerk.takes("Gửi cho ai", _TO_WHOM, under="DỰ THẢO")
    await clerk.takes("Chọn chủ đề", "Văn bản chỉ đạo", under=_TO_WHOM)
    await clerk.takes("Văn bản chỉ đạo", _TO_WHOM, "Người nhận chủ đề Văn bản chỉ đạo", under="Chọn chủ đề")
    await clerk.takes("Vai trò: không xét", "Gửi người giữ vai trò nào?", under="Người nhận chủ đề")
    await clerk.takes("Về chọn người nhận", _TO_WHOM, under="Gửi người giữ vai trò nào?")
    await clerk.takes("Việc riêng từng đối tượng", "VIỆC RIÊNG TỪNG ĐỐI TƯỢNG", under=_TO_WHOM)
    await clerk.takes("Về chọn người nhận", _TO_WHOM, under="VIỆC RIÊNG TỪNG ĐỐI TƯỢNG")
    await clerk.takes("Toàn tổ chức", "Gửi cho: Toàn tổ chức", under=_TO_WHOM)


async def _hands_in_and_takes_back(clerk: Person, stage: Stage) -> None:
    await clerk.chooses("Trình duyệt", under="Gửi cho: Toàn tổ chức")
    await clerk.is_told("Đã trình")
    await clerk.asks("choduyet")
    name = f"{_MEETING} {stage.company.branch}"
    place = stage.place_of(name, await clerk.receives("VĂN BẢN ĐANG SOẠN, CHỜ DUYỆT", name))
    await clerk.takes(f"Mở số {place}", name, "Lấy lại để sửa", under="ĐANG SOẠN, CHỜ DUYỆT")
    await clerk.takes("Lấy lại để sửa", "DỰ THẢO", "đang soạn", under="chờ duyệt từ")
    await clerk.takes("Bỏ bản này", "Bỏ hẳn bản dự thảo này?", under="đang soạn")
    await clerk.chooses("Đúng, bỏ bản này", under="Bỏ hẳn bản dự thảo này?")
    await clerk.is_told("Đã bỏ bản dự thảo")
