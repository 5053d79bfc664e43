"""What an admin does: the roster, codes, units, groups, roles, topics, connections, history, requests."""

import re
from io import BytesIO
from zipfile import ZipFile

from bot.organisation.groups.binding import group_code
from tests.platforms.company import Part
from tests.platforms.on_telegram import OnTelegram
from tests.platforms.stage import Stage
from tests.roster.files import workbook

_CODE = re.compile(r"\b(?:[A-Z0-9]{4}-){2}[A-Z0-9]{4}\b")


async def roster_card_is_changed(stage: Stage) -> None:
    admin = await stage.has(Part.ADMIN)
    await admin.asks("danhsach")
    await admin.chooses(f"{stage.company.branch}: ", under="DANH SÁCH")
    await admin.receives(f"DANH SÁCH {stage.dash} {stage.company.branch}", stage.given(Part.MEMBER))
    await admin.asks("danhsach", stage.full_name(Part.OTHER))
    await admin.receives(stage.full_name(Part.OTHER), "Đơn vị: ", "Nhận tin: chưa kết nối")
    await admin.chooses("Sửa thông tin", under="chưa kết nối")
    await admin.answers("Chức vụ", "Chi ủy viên", asks="chức vụ", under="Sửa thông tin")
    await admin.receives("Chi ủy viên", "Đơn vị: ")


async def roster_is_imported(stage: Stage) -> None:
    """Sent to the bot, compared, applied."""
    admin = await stage.has(Part.ADMIN)
    assert isinstance(admin, OnTelegram)
    await admin.asks("nhapdanhsach")
    await admin.receives("NHẬP DANH SÁCH TỪ TỆP", "tối đa 5 MB")
    await admin.sends_file("ds.xlsx", workbook(_ROSTER))
    await admin.receives("ĐỐI CHIẾU · ds.xlsx", "+ Hồ Thị Nga")
    assert await admin.fetches("doi-chieu.xlsx")
    await admin.chooses("Áp dụng tất cả (1)", under="ĐỐI CHIẾU")
    await admin.is_told("Đã áp dụng: 1 người mới")


async def template_is_fetched(stage: Stage) -> None:
    """A file cannot be sent here: the answer says who does it, and the template can be fetched."""
    admin = await stage.has(Part.ADMIN)
    await admin.asks("nhapdanhsach")
    await admin.receives("NHẬP DANH SÁCH TỪ TỆP", "nhờ người quản lý máy chủ nhập giúp")
    await admin.chooses("Tải tệp mẫu", under="NHẬP DANH SÁCH")
    await admin.receives("Tệp mẫu")
    assert _is_workbook(await admin.fetches("danh-sach.xlsx"))


async def member_is_invited(stage: Stage) -> None:
    """A code to be handed over, and six digits for somebody on the telephone."""
    admin = await stage.has(Part.ADMIN)
    await admin.asks("moi", stage.full_name(Part.MEMBER))
    await admin.chooses("Mời ", under="kết quả tìm")
    card = await admin.receives("MÃ MỜI", stage.given(Part.MEMBER), "Dùng được một lần")
    assert _CODE.search(card) is not None
    await admin.chooses("Mã 6 số", under="MÃ MỜI")
    digits = await admin.receives("MÃ 6 SỐ", stage.given(Part.MEMBER), "gặp trực tiếp hoặc qua điện thoại")
    assert re.search(r"\b\d{3} ?\d{3}\b", digits)


async def sheets_are_printed(stage: Stage) -> None:
    admin = await stage.has(Part.ADMIN)
    await admin.asks("donvi", stage.company.branch)
    await admin.chooses("Phiếu mời PDF", under="ĐƠN VỊ")
    await admin.chooses("Tạo phiếu PDF", under="PHIẾU MỜI")
    name = await admin.file_named(".pdf")
    assert (await admin.fetches(name)).startswith(b"%PDF")


async def unit_is_renamed(stage: Stage) -> None:
    admin = await stage.has(Part.ADMIN)
    await admin.asks("donvi", stage.company.branch)
    await admin.receives(f"ĐƠN VỊ {stage.dash} {stage.company.branch}", "người")
    await admin.chooses("Sửa đơn vị", under="ĐƠN VỊ")
    await admin.answers("Đổi tên", f"{stage.company.branch} mới", asks="tên mới là gì?", under="ĐƠN VỊ")
    await admin.chooses("Đổi tên", under="Tên mới: ")
    await admin.is_told("mới")


async def group_is_bound(stage: Stage) -> None:
    """In the group: the code of the unit; then the group hears number, title and due date, never a name."""
    secretary = await stage.has(Part.SECRETARY)
    await secretary.asks("donvi", stage.company.branch)
    await secretary.chooses("Gắn nhóm chat", under="ĐƠN VỊ")
    card = await secretary.receives("NHÓM CHAT", "chưa gắn nhóm chat nào", "nhóm ")
    code = _CODE.search(card)
    assert code is not None
    group = stage.house.group(stage.company.branch, secretary)
    await group.hears(f"nhom {code[0]}")
    await secretary.receives(f"Đã gắn nhóm chat với {stage.company.branch}")
    await stage.publishes()
    await stage.settles()
    card = await group.receives(f"Số {stage.number}")
    assert "Hạn" in card
    assert stage.given(Part.MEMBER) not in card


async def page_is_no_group(stage: Stage) -> None:
    """The command says where it belongs."""
    secretary = await stage.has(Part.SECRETARY)
    code = await group_code(await stage.caller(Part.SECRETARY), stage.house.office, unit_id=stage.unit_id)
    await secretary.says(f"/nhom {code.code}")
    await secretary.receives("Lệnh này gõ trong nhóm chat của đơn vị")


async def connections_are_shown(stage: Stage) -> None:
    admin = await stage.has(Part.ADMIN)
    await admin.asks("kenh")
    await admin.receives("TÌNH TRẠNG KẾT NỐI", "Telegram: chạy tốt", "Zalo: chạy tốt", "Hộp thư web")
    await admin.chooses("Mở số 3", under="TÌNH TRẠNG KẾT NỐI")
    await admin.receives(f"KẾT NỐI {stage.dash} Zalo", "Tình trạng: chạy tốt")


async def source_is_looked_at(stage: Stage) -> None:
    """An address that no site may lead to is refused, and asked for again."""
    admin = await stage.has(Part.ADMIN)
    await admin.asks("nguon")
    await admin.receives("NGUỒN TIN", "Chưa có nguồn tin nào")
    await admin.chooses("Thêm nguồn tin", under="NGUỒN TIN")
    await admin.receives("Xin dán địa chỉ RSS")
    # Not every messenger hands over a message with a link in it.
    await admin.says("169 .254 .169 .254/rss")
    await admin.receives("dẫn vào mạng nội bộ", "dán lại")


async def history_is_read_and_saved(stage: Stage) -> None:
    admin = await stage.has(Part.ADMIN)
    await admin.asks("moi", stage.full_name(Part.MEMBER))
    await admin.chooses("Mời ", under="kết quả tìm")
    await admin.receives("MÃ MỜI")
    await admin.asks("nhatky", stage.given(Part.MEMBER))
    await admin.receives("NHẬT KÝ", "tạo mã mời", stage.given(Part.MEMBER))
    await admin.chooses("Tải Excel", under="NHẬT KÝ")
    name = await admin.file_named(".xlsx")
    assert _is_workbook(await admin.fetches(name))


_ROSTER = (
    ("Họ và tên", "Chi bộ", "Chức vụ"),
    ("Vũ Thị Hòa", "Chi bộ 1", "Bí thư Chi bộ 1"),
    ("Nguyễn Văn Bình", "Chi bộ 1", ""),
    ("Đỗ Thị Mai", "Chi bộ 1", ""),
    ("Bùi Văn An", "Chi bộ 1", ""),
    ("Hồ Thị Nga", "Chi bộ 1", "Thủ quỹ"),
)


def _is_workbook(content: bytes) -> bool:
    with ZipFile(BytesIO(content)) as archive:
        return "xl/workbook.xml" in archive.namelist()
