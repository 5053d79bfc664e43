"""One's own second messenger, joined by six digits: which comes first, and letting one go."""

from storage.states import Platform
from tests.platforms.company import Part
from tests.platforms.person import Person
from tests.platforms.stage import Stage

_TITLE = "KÊNH NHẬN TIN CỦA TÔI"
_OTHER = {Platform.TELEGRAM: Platform.ZALO, Platform.ZALO: Platform.TELEGRAM, Platform.WEB: Platform.TELEGRAM}


async def another_messenger_is_added(stage: Stage) -> None:
    """Six digits from here are typed there; this one is put first again, and that one let go."""
    member = await stage.has(Part.MEMBER)
    await _opens_list(member)
    await member.takes("Thêm kênh nhận", "Mở đường dẫn: http", under=_TITLE)
    digits = stage.six_digits_in(await member.takes("Mã 6 số", "MÃ 6 SỐ", under="Mở đường dẫn: http"))
    other = await stage.house.stranger(_OTHER[stage.platform], stage.given(Part.MEMBER))
    await other.says(digits)
    await other.takes("Đồng ý cả 4 mục", "Cảm ơn", under="MỜI NHẬN TIN")
    called = "Zalo" if _OTHER[stage.platform] is Platform.ZALO else "Telegram"
    await _opens_list(member)
    # Where somebody joined last they are written to first.
    await member.chooses("Ưu tiên kênh 2", under=f"1. {called}")
    await member.is_told("Đã đổi thứ tự")
    await _opens_list(member)
    await member.takes(f"Gỡ kênh 2 ({called})", f"Đã gỡ kênh {called}", under=f"2. {called}")


async def _opens_list(member: Person) -> None:
    await member.asks("toi")
    await member.receives("THÔNG TIN CỦA TÔI")
    await member.takes("Kênh nhận", _TITLE, under="THÔNG TIN CỦA TÔI")
