"""The admin and the units: one is opened below a branch, goes somewhere else, and is no more; a role ends."""

from tests.platforms.company import Part
from tests.platforms.stage import Stage

_TODAY = "hôm nay"


async def unit_is_opened_and_closed(stage: Stage) -> None:
    """A group below a branch; what each change brings is shown before it is done."""
    admin, branch = await stage.has(Part.ADMIN), stage.company.branch
    name = f"Tổ đảng {branch[-1]} mới"
    await admin.asks("donvi", branch)
    await admin.receives(f"ĐƠN VỊ {stage.dash} {branch}")
    await admin.takes("Lập đơn vị trực thuộc", "Lập loại đơn vị nào?", under=f"ĐƠN VỊ {stage.dash} {branch}")
    await admin.answers("Tổ đảng", name, asks="Tên đơn vị là gì?", under="Lập loại đơn vị nào?")
    await admin.receives("LẬP ĐƠN VỊ", name)
    await admin.answers("Sửa tên gọi tắt", f"TĐ{branch[-1]}", asks="Tên gọi tắt là gì?", under="LẬP ĐƠN VỊ")
    await admin.receives("LẬP ĐƠN VỊ", f"Tên gọi tắt: TĐ{branch[-1]}")
    await admin.answers("Đổi ngày", _TODAY, asks="Thực hiện từ ngày nào?", under=f"TĐ{branch[-1]}")
    await admin.receives("LẬP ĐƠN VỊ", "(hôm nay)")
    await admin.chooses("Lập đơn vị", under="(hôm nay)")
    await admin.is_told("Đã lập đơn vị")
    await admin.asks("donvi", name)
    await admin.receives(f"ĐƠN VỊ {stage.dash} {name}", "0 người")
    await admin.takes("Sửa đơn vị", "Giải thể", under=f"ĐƠN VỊ {stage.dash} {name}")
    await admin.takes("Sáp nhập", "Sáp nhập vào đơn vị nào?", under=f"ĐƠN VỊ {stage.dash} {name}")
    await admin.takes(branch, f"Sáp nhập vào: {branch}", under="Sáp nhập vào đơn vị nào?")
    await admin.chooses("Thôi, giữ nguyên", under=f"Sáp nhập vào: {branch}")
    await admin.is_told("Các đơn vị giữ nguyên")
    await admin.asks("donvi", name)
    await admin.receives(f"ĐƠN VỊ {stage.dash} {name}", "0 người")
    await admin.takes("Sửa đơn vị", "Giải thể", under=f"ĐƠN VỊ {stage.dash} {name}")
    await admin.takes("Giải thể", "GIẢI THỂ", name, under=f"ĐƠN VỊ {stage.dash} {name}")
    await admin.chooses("Giải thể", under="GIẢI THỂ")
    await admin.is_told("Đã giải thể")


async def role_has_a_term_and_ends(stage: Stage) -> None:
    """Given for a unit with its days, and ended at once; who had it is told."""
    admin, member = await stage.has(Part.ADMIN), await stage.has(Part.MEMBER)
    name = stage.full_name(Part.MEMBER)
    await admin.asks("vaitro", name)
    await admin.receives("VAI TRÒ", name)
    await admin.takes("Giao vai trò", "Xin chọn vai trò", under=name)
    await admin.takes("Phó Bí thư", "Vai trò này áp dụng cho đơn vị nào", under="Xin chọn vai trò")
    await admin.takes(stage.company.branch, "Giao vai trò cho", under="Vai trò này áp dụng")
    await admin.says("đến 31/12/2027")
    await admin.receives("Giao vai trò cho", "31/12/2027")
    await admin.chooses("Giao vai trò này", under="31/12/2027")
    await admin.is_told("Đã giao vai trò")
    await member.receives("Phó Bí thư")
    await admin.asks("vaitro", name)
    await admin.receives(name, "Phó Bí thư")
    # One end of it is typed in words where nothing can be pressed.
    await admin.takes("Kết thúc", "Kết thúc vai trò của", under=name)
    await admin.chooses("Kết thúc ngay", under="Kết thúc vai trò của")
    await admin.is_told("Đã ghi việc kết thúc")
    await member.receives("thôi giữ vai trò Phó Bí thư")
