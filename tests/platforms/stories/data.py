"""One's data and the office: corrected, deleted, extended, refused, taken back."""

from tests.platforms.company import Part
from tests.platforms.person import Person
from tests.platforms.stage import Stage


async def requests_are_made_and_decided(stage: Stage) -> None:
    """Received, extended, done; refused; called off; at last deleted: nobody has that name any more."""
    admin, member = await stage.has(Part.ADMIN), await stage.has(Part.MEMBER)
    wish, because = "Chức vụ: Phó Bí thư.", "Chờ chi bộ họp."
    await _asks_for_correction(member, wish)
    await _opens_case(stage, "Sửa dữ liệu")
    await admin.chooses("Đã tiếp nhận", under=wish)
    await admin.is_told("Đã báo tiếp nhận")
    await member.receives("Văn phòng đã tiếp nhận đề nghị: Sửa dữ liệu")
    await admin.answers("Gia hạn", because, asks="Xin ghi lý do cần thêm thời gian", under=wish)
    await admin.receives(wish, f"Lý do đã báo: {because}")
    await member.receives("cần thêm thời gian, lý do: Chờ chi bộ họp")
    await admin.chooses("Đã sửa xong", under=f"Lý do đã báo: {because}")
    await admin.is_told("Đã giải quyết: Sửa dữ liệu")
    await member.receives("Đã giải quyết xong đề nghị: Sửa dữ liệu")
    await _asks_for_correction(member, "Họ tên: có chữ lót khác.")
    await _opens_case(stage, "Sửa dữ liệu")
    await admin.answers("Từ chối", "Không có căn cứ", asks="Xin ghi lý do từ chối", under="có chữ lót khác")
    await member.receives("không thực hiện được, lý do: Không có căn cứ")
    await _asks_for_correction(member, "Cách xưng hô khác.")
    await _own_data(member)
    await member.chooses("Rút đề nghị 1", under="DỮ LIỆU CỦA TÔI")
    await member.is_told("Đã rút đề nghị về dữ liệu")
    await _own_data(member)
    await member.takes("Đề nghị xóa", "ĐỀ NGHỊ XÓA DỮ LIỆU", "Gửi đề nghị xóa", under="DỮ LIỆU CỦA TÔI")
    await member.chooses("Gửi đề nghị xóa", under="ĐỀ NGHỊ XÓA DỮ LIỆU")
    await member.is_told("Đã ghi nhận đề nghị: Xóa dữ liệu")
    await _opens_case(stage, "Xóa dữ liệu")
    await admin.takes("Xóa ngay", "Xóa, không lấy lại được", under="Xóa dữ liệu")
    await admin.chooses("Xóa, không lấy lại được", under="Việc này không lấy lại được")
    await admin.is_told("Đã giải quyết: Xóa dữ liệu")
    await admin.asks("danhsach", stage.full_name(Part.MEMBER))
    await admin.receives("Không có ai")


async def _asks_for_correction(member: Person, wish: str) -> None:
    await _own_data(member)
    await member.answers("Đề nghị sửa", wish, asks="Xin ghi rõ thông tin nào sai", under="DỮ LIỆU CỦA TÔI")
    await member.receives("Đã ghi nhận đề nghị: Sửa dữ liệu")


async def _own_data(member: Person) -> None:
    await member.asks("toi")
    await member.receives("THÔNG TIN CỦA TÔI")
    await member.takes("Dữ liệu của tôi", "DỮ LIỆU CỦA TÔI", under="THÔNG TIN CỦA TÔI")


async def _opens_case(stage: Stage, what: str) -> None:
    """In the list stand the requests of everybody."""
    admin, name = await stage.has(Part.ADMIN), stage.full_name(Part.MEMBER)
    await admin.asks("dulieu")
    listed = await admin.receives("ĐỀ NGHỊ VỀ DỮ LIỆU CÁ NHÂN", f"{what} – {name}")
    await admin.chooses(f"Mở số {stage.place_of(f'{what} – {name}', listed)}", under="ĐỀ NGHỊ VỀ DỮ LIỆU")
    await admin.receives(f"Người đề nghị: {name}", what)
