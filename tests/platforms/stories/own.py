"""A member and what is theirs: topics, hours, addresses, consent, the copy of their data."""

from tests.platforms.company import Part
from tests.platforms.stage import Stage

COPY = "du-lieu-ca-nhan-2026-11-23.txt"


async def help_is_shown(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await member.asks("trogiup")
    text = await member.receives("TRỢ GIÚP", "Có văn bản đến: đọc", "Cần người giúp")
    assert "soan" not in text


async def greeted_again(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await member.asks("start")
    await member.receives("Kính chào", "đã kết nối")


async def topic_is_taken_and_left(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await member.asks("dangky")
    await member.receives("CHỦ ĐỀ NHẬN TIN", "bắt buộc nhận", "Học tập chuyên đề: không nhận")
    await member.chooses("Nhận “Học tập chuyên đề”", under="CHỦ ĐỀ NHẬN TIN")
    await member.is_told("Học tập chuyên đề")
    await member.asks("dangky")
    await member.receives("Học tập chuyên đề: ✅ đang nhận")


async def hours_are_quiet(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await member.asks("gionghi")
    await member.receives("GIỜ NGHỈ", "chưa đặt giờ nghỉ")
    await member.chooses("21:00–08:00", under="GIỜ NGHỈ")
    await member.is_told("21:00–08:00")
    await member.says("20:00-6:30")
    await member.receives("GIỜ NGHỈ", "20:00–06:30")


async def reason_is_told(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.receives(stage.number)
    await member.asks("visao")
    await member.receives("VÌ SAO", f"1. Số {stage.number}")
    await member.chooses("Vì sao số 1", under="VÌ SAO")
    await member.receives(stage.number, stage.company.branch)


async def consent_is_withdrawn(stage: Stage) -> None:
    """Of one purpose, with what follows said before."""
    member = await stage.has(Part.MEMBER)
    await member.asks("toi")
    await member.receives("THÔNG TIN CỦA TÔI", "3. Nhắc việc: đồng ý")
    await member.chooses("Dữ liệu của tôi", under="THÔNG TIN CỦA TÔI")
    await member.receives("Nhận bản sao dữ liệu")
    await member.chooses("Đồng ý, rút đồng ý", under="Nhận bản sao dữ liệu")
    await member.receives("Rút mục 3")
    await member.chooses("Rút mục 3")
    await member.receives("Rút mục 3 thì")
    await member.chooses("Rút mục này", under="Rút mục 3 thì")
    await member.is_told("rút đồng ý mục 3")


async def copy_is_handed_over(stage: Stage) -> None:
    """A file with everything that is kept about this member, and nobody else."""
    member = await stage.has(Part.MEMBER)
    await member.asks("toi")
    await member.chooses("Dữ liệu của tôi", under="THÔNG TIN CỦA TÔI")
    await member.chooses("Nhận bản sao dữ liệu")
    await member.receives("toàn bộ dữ liệu văn phòng đang lưu", "Xin không chuyển tiếp")
    content = (await member.fetches(COPY)).decode()
    assert stage.given(Part.MEMBER) in content
    assert stage.given(Part.OTHER) not in content


async def own_history_is_read(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await member.asks("toi")
    await member.chooses("Nhật ký của tôi", under="THÔNG TIN CỦA TÔI")
    await member.receives("NHẬT KÝ", "đồng ý mục 4: thống kê")


async def web_inbox_is_opened(stage: Stage) -> None:
    """A link whose code comes into this conversation; another code opens nothing."""
    member = await stage.has(Part.MEMBER)
    await member.asks("hopthu")
    await member.receives("HỘP THƯ WEB CỦA TÔI", "Mở hộp thư")
    page = await member.opens("/w/", under="HỘP THƯ WEB CỦA TÔI")
    await page.sends("Gửi mã vào")
    code = stage.six_digits_in(await member.receives("MÃ MỞ HỘP THƯ WEB"))
    another = (int(code.replace(" ", "")) + 1) % 1_000_000
    await page.sends("Mở hộp thư", code=f"{another:06}")
    assert "Tin đã nhận" not in page.words
    await page.sends("Mở hộp thư", code=code)
    assert "Tin đã nhận" in page.words


async def web_inbox_is_open_already(stage: Stage) -> None:
    """On the page itself: a link for another machine."""
    member = await stage.has(Part.MEMBER)
    await member.asks("hopthu")
    await member.receives("HỘP THƯ WEB CỦA TÔI", "Mở hộp thư")
