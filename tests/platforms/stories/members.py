"""The admin and somebody new in a branch: added, invited, let off, on paper, moved, gone and back again."""

from bot.texts.inviting import OTHERS_BUTTON
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3
from tests.platforms.company import COMPANIES, Part
from tests.platforms.person import Person
from tests.platforms.stage import Stage

_NAMES = {BRANCH_1: "Lường Thị Một", BRANCH_2: "Lường Thị Hai", BRANCH_3: "Lường Thị Ba"}
_ABOUT, _GOES, _EXEMPT = "Sửa thông tin", "Chuyển, rời danh sách", "Miễn, bản giấy"


async def somebody_new(stage: Stage) -> None:
    """One day of the roster; each change is said, and stands on the card."""
    admin, branch = await stage.has(Part.ADMIN), stage.company.branch
    over = f"DANH SÁCH {stage.dash} {branch}"
    await admin.asks("danhsach")
    await admin.receives("DANH SÁCH", branch)
    await admin.takes(f"{branch}: ", over, under="DANH SÁCH")
    await admin.takes("Thêm người", "Người mới thuộc diện nào?", under=over)
    name = _NAMES[branch]
    await admin.answers(
        "Đảng viên chính thức", "Lường Văn Kính", asks="Xin gửi họ tên", under="thuộc diện nào?"
    )
    await admin.receives("Lường Văn Kính", "Nhận tin: chưa kết nối")
    await _is_described(admin, name)
    await _is_invited_and_not(admin, name)
    await _is_let_off(admin, name)
    await _moves_and_leaves(admin, name, stage)


async def _is_described(admin: Person, name: str) -> None:
    await admin.takes(_ABOUT, "Đổi họ tên", under="Lường Văn Kính")
    await admin.answers("Đổi họ tên", name, asks="Xin gửi họ tên đúng", under=_ABOUT)
    await admin.receives(name, "Nhận tin: chưa kết nối")
    await admin.takes(_ABOUT, "Cách xưng hô", under="Nhận tin: chưa kết nối")
    await admin.takes("Cách xưng hô", "xưng hô với", under=_ABOUT)
    await admin.takes("chị", name, "Xưng hô: chị", under="xưng hô với")
    await admin.takes(_ABOUT, "Diện", under="Xưng hô: chị")
    await admin.takes("Diện", f"{name} thuộc diện nào?", under=_ABOUT)
    await admin.takes("Đảng viên dự bị", name, "Đảng viên dự bị", under="thuộc diện nào?")


async def _is_invited_and_not(admin: Person, name: str) -> None:
    await admin.asks("moi", name)
    await admin.receives("kết quả tìm", name)
    await admin.takes("Mời ", "MÃ MỜI", name, under="kết quả tìm")
    await admin.asks("moi")
    await admin.receives("MỜI NHẬN TIN", "chưa kết nối")
    await admin.takes(OTHERS_BUTTON, "Chưa gửi tin được", under="chưa kết nối")
    await admin.takes("Mã đang mở", "MÃ ĐANG MỞ", name, under="Chưa gửi tin được")
    await admin.chooses(f"Thu hồi mã của {name}", under="MÃ ĐANG MỞ")
    await admin.is_told("Đã thu hồi mã mời")


async def _is_let_off(admin: Person, name: str) -> None:
    await _opens_card(admin, name)
    await admin.takes(_EXEMPT, "Nhận bản giấy", under=name)
    await admin.takes("Miễn…", f"Miễn cho {name} việc gì?", under=_EXEMPT)
    await admin.takes("Miễn sinh hoạt", "Lý do là gì?", under="việc gì?")
    await admin.answers("Công tác xa", "31/12/2026", asks="Đến hết ngày nào?", under="Lý do là gì?")
    await admin.receives(name, "đến hết thứ Năm, 31/12/2026", "Đơn vị")
    await admin.takes(_EXEMPT, "Kết thúc miễn", under="đến hết thứ Năm, 31/12/2026")
    await admin.takes("Kết thúc miễn", "Đúng, kết thúc miễn", under=_EXEMPT)
    await admin.takes("Đúng, kết thúc miễn", "Đã kết thúc miễn", under="còn hiệu lực lại được tính")
    await _opens_card(admin, name)
    await admin.takes(_EXEMPT, "Nhận bản giấy", under=name)
    await admin.takes("Nhận bản giấy", "có nguyện vọng nhận bản giấy?", under=_EXEMPT)
    await admin.takes("Đúng, nhận bản giấy", "Nhận tin: bản giấy", under="nguyện vọng")
    await admin.asks("moi")
    await admin.receives("MỜI NHẬN TIN", "chưa kết nối")
    await admin.takes(OTHERS_BUTTON, "Chưa gửi tin được", under="chưa kết nối")
    await admin.takes("Chưa gửi tin được", "CHƯA GỬI TIN ĐƯỢC", "nhận bản giấy", under="Mã đang mở")


async def _moves_and_leaves(admin: Person, name: str, stage: Stage) -> None:
    others = [one.branch for one in COMPANIES.values() if one.branch != stage.company.branch]
    await _opens_card(admin, name)
    await admin.takes(_GOES, "Rời danh sách", under=name)
    await admin.takes("Chuyển đơn vị", "Chuyển tới đơn vị nào?", under=_GOES)
    await admin.takes(others[0], "Đúng, chuyển sang", under="Chuyển tới đơn vị nào?")
    await admin.takes(
        "Đúng, chuyển sang", name, f"Đơn vị: {others[0]}", under="Văn bản chưa xác nhận chuyển theo"
    )
    await admin.takes(_GOES, "Rời danh sách", under=f"Đơn vị: {others[0]}")
    await admin.takes("Rời danh sách", "Đúng, rời danh sách", under=_GOES)
    await admin.takes(
        "Đúng, rời danh sách", "Đã rời danh sách hôm nay", under="Trong hôm nay có thể đưa trở lại"
    )
    await admin.takes("Đưa trở lại danh sách", "đã trở lại danh sách", under="Đã rời danh sách hôm nay")


async def _opens_card(admin: Person, name: str) -> None:
    await admin.asks("danhsach", name)
    await admin.receives(name, "Xưng hô: chị")
