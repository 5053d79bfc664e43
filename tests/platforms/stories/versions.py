"""The clerk after publishing: correcting a little, correcting what counts, replacing."""

from storage.states import Platform
from tests.platforms.company import Part
from tests.platforms.person import Person
from tests.platforms.stage import Stage

_PLACE, _DAY = "Chi bộ họp ở tầng 3.", "Biên bản gửi trước ngày 10 hằng tháng."


async def clerk_corrects_and_replaces(stage: Stage) -> None:
    """A minor correction asks nobody again; a material one does, and the card before it takes nothing."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    late = await member.keeps("Đã nắm", under=stage.number)
    await member.chooses("Đã nắm", under=stage.number)
    await member.is_told("Đã ghi nhận")
    await _corrects(stage, f"{stage.directive}\n{_PLACE}", note=f"{stage.company.branch}: tầng 3.")
    on_a_new_card = ("ĐÍNH CHÍNH", stage.number, "tầng 3.")
    edited = ("Bản 2, sửa", stage.number)
    await member.receives(*(on_a_new_card if stage.platform is Platform.ZALO else edited))
    await member.asks("canlam")
    await member.receives("không còn văn bản nào cần xác nhận")
    text = f"{stage.directive}\n{_PLACE}\n{_DAY}"
    await _corrects(stage, text, note=f"{stage.company.branch}: ngày 10.", is_material=True)
    await member.receives("VĂN BẢN CHỈ ĐẠO", stage.number, "Bản 3, sửa", "ngày 10.")
    if stage.platform is not Platform.ZALO:
        # What is typed there is said to the newest card; a button knows under which one it stood.
        await late()
        await member.is_told("đã có bản sửa")
    await member.asks("canlam")
    await member.receives("còn 1 văn bản cần xác nhận", stage.number)
    await _replaces(stage)


async def opens_what_is_in_force(clerk: Person, stage: Stage) -> None:
    """By its place in the list of /thuhoi."""
    await clerk.asks("thuhoi")
    listed = await clerk.receives("VĂN BẢN ĐANG CÓ HIỆU LỰC", stage.number)
    place = stage.place_of(f"Số {stage.number}", listed)
    await clerk.takes(f"Mở số {place}", stage.number, "Đang có hiệu lực", under="ĐANG CÓ HIỆU LỰC")


async def _corrects(stage: Stage, text: str, *, note: str, is_material: bool = False) -> None:
    clerk, approver = await stage.has(Part.CLERK), await stage.has(Part.APPROVER)
    await opens_what_is_in_force(clerk, stage)
    draft = f"Bản sửa của văn bản số {stage.number}"
    await clerk.takes("Sửa văn bản", draft, "Chưa khác bản đang gửi", under="Đang có hiệu lực")
    if is_material:
        again = "1 người đã xác nhận phải xác nhận lại"
        await clerk.takes("Chuyển sang sửa đổi nội dung", "SỬA ĐỔI NỘI DUNG", again, under=draft)
    await clerk.answers("Thay toàn văn", text, asks="Xin dán lại toàn văn", under=draft)
    await clerk.receives(draft, "Khác bản đang gửi")
    await clerk.answers("Điểm thay đổi", note, asks="Xin ghi điểm thay đổi", under="Khác bản đang gửi")
    await clerk.receives(draft, f"Điểm thay đổi: {note}")
    await clerk.chooses("Trình duyệt", under=f"Điểm thay đổi: {note}")
    await clerk.is_told("Đã trình")
    await approver.chooses("Duyệt, phát hành ngay", under=f"Điểm thay đổi: {note}")
    await approver.is_told("Đã duyệt và phát hành")


async def _replaces(stage: Stage) -> None:
    """The old number is no more to be done, the new one is."""
    clerk, approver, member = [await stage.has(one) for one in (Part.CLERK, Part.APPROVER, Part.MEMBER)]
    number, branch = f"3{stage.company.number}-KH/ĐU", stage.company.branch
    text, replaces = stage.directive.replace(stage.number, number), f"sẽ thay thế văn bản số {stage.number}"
    await opens_what_is_in_force(clerk, stage)
    button = "Thay thế bằng văn bản mới"
    await clerk.answers(button, text, asks="Xin dán nội dung văn bản mới", under="Đang có hiệu lực")
    await clerk.receives("DỰ THẢO", replaces)
    await clerk.takes("Thay thế văn bản khác", "THAY THẾ VĂN BẢN NÀO?", under=replaces)
    await clerk.takes(f"Số {stage.number}", replaces, under="THAY THẾ VĂN BẢN NÀO?")
    await clerk.takes("Gửi cho ai", "Gửi cho ai?", under=replaces)
    await clerk.takes("Chọn đơn vị", "Chọn được nhiều đơn vị", under="Gửi cho ai?")
    await clerk.takes(f"– – {branch}", f"Gửi cho: {branch}", under="Chọn được nhiều đơn vị")
    await clerk.takes("Về chọn người nhận", "Gửi cho ai?", under=f"Gửi cho: {branch}")
    await clerk.takes("Về bản dự thảo", "DỰ THẢO", f"Gửi cho: {branch}", under="Gửi cho ai?")
    await clerk.chooses("Trình duyệt", under=f"Gửi cho: {branch}")
    await clerk.is_told("Đã trình")
    await approver.chooses("Duyệt, phát hành ngay", under=replaces)
    await approver.is_told("Đã duyệt và phát hành")
    await member.receives("VĂN BẢN CHỈ ĐẠO", f"Số {number}")
    await member.asks("canlam")
    listed = await member.receives("còn 1 văn bản cần xác nhận", number)
    assert f"Số {stage.number}" not in listed
