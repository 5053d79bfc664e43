"""A member and what was published: reading it, taking note, asking, taking it back."""

from bot.audience import Audience, AudienceKind
from bot.organisation.subscriptions import set_rhythm
from bot.states import Rhythm
from tests.platforms.company import Part
from tests.platforms.person import Instead
from tests.platforms.stage import Stage
from tests.platforms.stories.versions import opens_what_is_in_force
from tests.publication.steps import MEETING

ANSWER = "Gửi cho văn phòng trong tuần này."
_QUESTION = "Đăng ký việc làm ở đâu ạ?"
_MEETING_TOPIC = "Kết quả hội nghị"


async def card_arrives(stage: Stage) -> None:
    """Number, title, due date with its weekday, and what can be done, in the first message."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    card = await member.receives("VĂN BẢN CHỈ ĐẠO", f"Số {stage.number}", "Đã nắm", "Hỏi lại")
    assert "Hạn: 17:00 thứ Ba, 01/12/2026" in card


async def list_opens_card(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.receives(f"Số {stage.number}")
    await member.asks("canlam")
    await member.receives("VIỆC CẦN XÁC NHẬN", f"1. Số {stage.number}", "còn 1 văn bản")
    await member.chooses("Mở số 1", under="VIỆC CẦN XÁC NHẬN")
    await member.receives("VĂN BẢN CHỈ ĐẠO", f"Số {stage.number}", "Đã nắm")


async def takes_note(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.chooses("Đã nắm", under=stage.number)
    assert stage.number in await member.is_told("Đã ghi nhận")
    await member.asks("canlam")
    await member.receives("không còn văn bản nào cần xác nhận", f"Số {stage.number} – 08:")


async def takes_note_in_words(stage: Stage) -> None:
    """A nod is asked back, the word counts."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.receives(stage.number)
    await member.says("vâng ạ")
    await member.receives(stage.number, "Mở văn bản")
    await member.says("đã rõ")
    await member.receives(f"Đã ghi nhận: {stage.number}")


async def takes_note_by_number(stage: Stage) -> None:
    """The number under the card, with the word behind it."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    card = await member.receives(stage.number, "Đã nắm: trả lời ")
    number = card.partition("Đã nắm: trả lời ")[2][:2]
    await member.says(f"{number} đã rõ")
    assert stage.number in await member.is_told("Đã ghi nhận")
    member.used.add(Instead.NUMBER)


async def page_takes_note(stage: Stage) -> None:
    """Whoever only looks, such as a link preview, acknowledges nothing; the button on the page does."""
    member, secretary = await stage.has(Part.MEMBER), await stage.has(Part.SECRETARY)
    await stage.publishes()
    await member.receives(stage.number)
    page = await member.opens("/v/", under=stage.number)
    assert stage.number in page.words
    await secretary.asks("baocao")
    await secretary.chooses(stage.number, under="BÁO CÁO")
    await secretary.receives("BÁO CÁO XÁC NHẬN", "Đã xác nhận: 0/")
    await page.sends("Đã nắm")
    assert f"Đã ghi nhận: {stage.number}" in page.words
    await member.asks("canlam")
    await member.receives("không còn văn bản nào cần xác nhận")
    member.used.add(Instead.PAGE)


async def no_page_needed(stage: Stage) -> None:
    """The message has the buttons itself, and no link that would stand for them."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.receives(stage.number, "Đã nắm", "Hỏi lại")
    assert not [one for one in await member.conversation() if any("/v/" in link for link in one.links)]


async def asks_and_is_answered(stage: Stage) -> None:
    member, secretary = await stage.has(Part.MEMBER), await stage.has(Part.SECRETARY)
    await stage.publishes()
    await member.answers("Hỏi lại", _QUESTION, asks="Xin gõ câu hỏi", under=stage.number)
    await member.receives("Đã chuyển câu hỏi", "Câu trả lời sẽ đến đây")
    await secretary.receives("CÂU HỎI", stage.number, _QUESTION)
    await secretary.answers("Trả lời", ANSWER, asks="Xin gõ câu trả lời", under=_QUESTION)
    await secretary.receives("Đã gửi câu trả lời")
    await member.receives("TRẢ LỜI CÂU HỎI", _QUESTION, ANSWER)
    await member.chooses("Đã nắm", under=ANSWER)
    assert stage.number in await member.is_told("Đã ghi nhận")


async def card_is_corrected(stage: Stage) -> None:
    """Whoever had taken note is asked again, and reads what changed."""
    member = await stage.has(Part.MEMBER)
    about = await stage.publishes()
    await member.chooses("Đã nắm", under=stage.number)
    await member.is_told("Đã ghi nhận")
    await stage.corrects(about, note="Họp chuyển sang thứ Sáu, 04/12.")
    await member.receives(f"Số {stage.number}", "Bản 2, sửa", "Thay đổi: Họp chuyển sang thứ Sáu, 04/12.")
    await member.asks("canlam")
    await member.receives("còn 1 văn bản cần xác nhận", stage.number)
    await member.chooses("Đã nắm", under="Họp chuyển sang thứ Sáu")
    assert stage.number in await member.is_told("Đã ghi nhận")


async def card_is_withdrawn(stage: Stage) -> None:
    """Who had it is told why, once; what is pressed or typed on the old card takes nothing."""
    member, clerk = await stage.has(Part.MEMBER), await stage.has(Part.CLERK)
    await stage.publishes()
    late = await member.keeps("Đã nắm", under=stage.number)
    await opens_what_is_in_force(clerk, stage)
    await clerk.answers("Thu hồi", "Ghi nhầm ngày họp", asks="Vì sao thu hồi?", under="Đang có hiệu lực")
    await clerk.receives("THU HỒI VĂN BẢN NÀY?", "Lý do: Ghi nhầm ngày họp", "người đã nhận")
    await clerk.chooses("Vẫn thu hồi", under="Ghi nhầm ngày họp")
    assert stage.number in await clerk.is_told("Đã thu hồi")
    told = ("THU HỒI VĂN BẢN", f"số {stage.number} “", "không còn hiệu lực", "Ghi nhầm ngày họp")
    await member.receives(*told)
    await late()
    await member.is_told("không cần trả lời nữa")
    await member.asks("canlam")
    assert stage.number not in await member.receives("không còn văn bản nào cần xác nhận")


async def takes_note_back(stage: Stage) -> None:
    """Under /canlam, asked once more, and never where the button stood."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.chooses("Đã nắm", under=stage.number)
    await member.is_told("Đã ghi nhận")
    await member.asks("canlam")
    await member.receives("Đã xác nhận gần đây", f"Hoàn tác số {stage.number}")
    await member.chooses("Hoàn tác số", under="gần đây")
    await member.receives("Hoàn tác xác nhận", "Giữ nguyên")
    await member.chooses("Hoàn tác xác nhận", under="Giữ nguyên")
    assert stage.number in await member.is_told("Đã hoàn tác")
    await member.asks("canlam")
    await member.receives("còn 1 văn bản cần xác nhận")


async def reads_in_public(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await stage.publishes(in_public=True)
    await member.chooses("Toàn văn", under=stage.number)
    await member.receives("Bí thư chi bộ gặp trực tiếp", "KẾ HOẠCH")


async def reads_in_public_on_page(stage: Stage) -> None:
    """The page shows the text after a press."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes(in_public=True)
    await member.receives(stage.number, "Toàn văn: http")
    page = await member.opens("/v/", under=stage.number)
    await page.sends("Đọc toàn văn")
    assert "Bí thư chi bộ gặp trực tiếp" in page.words
    member.used.add(Instead.PAGE)


async def reads_inside(stage: Stage) -> None:
    """What is nội bộ never stands in the message: its link opens with a code sent to this conversation."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    card = await member.receives(stage.number, "Đọc toàn văn")
    assert "gặp trực tiếp" not in card
    page = await member.opens("/w/", under=stage.number)
    assert "gặp trực tiếp" not in page.words
    await member.proves_who_it_is()
    assert "Bí thư chi bộ gặp trực tiếp" in page.words


async def reads_inside_from_page(stage: Stage) -> None:
    """The same, by way of the personal page."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    card = await member.receives(stage.number, "Toàn văn: http")
    assert "gặp trực tiếp" not in card
    page = await member.opens("/v/", under=stage.number)
    assert "gặp trực tiếp" not in page.words
    await page.opens(next(link for link in page.links if "/w/" in link))
    await member.proves_who_it_is()
    assert "Bí thư chi bộ gặp trực tiếp" in page.words
    member.used.add(Instead.PAGE)


async def reads_inside_at_once(stage: Stage) -> None:
    """Who has come in already needs no further code."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    assert "gặp trực tiếp" not in await member.receives(stage.number, "Đọc toàn văn")
    page = await member.opens("/w/", under=stage.number)
    assert "Bí thư chi bộ gặp trực tiếp" in page.words


async def lists_what_is_in_force(stage: Stage) -> None:
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.receives(stage.number)
    await member.asks("vanban")
    await member.receives("VĂN BẢN CÒN HIỆU LỰC", f"1. Số {stage.number}")
    await member.chooses("Mở số 1", under="CÒN HIỆU LỰC")
    await member.receives("VĂN BẢN CHỈ ĐẠO", f"Số {stage.number}")


async def searches(stage: Stage) -> None:
    """Without accents, and by a part of the number."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.receives(stage.number)
    await member.asks("tim", "nen nep sinh hoat")
    await member.receives("TÌM: nen nep sinh hoat", f"1. Số {stage.number}")
    await member.chooses("Mở số 1", under="TÌM:")
    await member.receives("VĂN BẢN CHỈ ĐẠO", f"Số {stage.number}")


async def meeting_is_summed_up(stage: Stage) -> None:
    """To know, not to acknowledge."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes(text=MEETING)
    card = await member.receives("KẾT QUẢ HỘI NGHỊ", "sơ kết công tác Đảng", "Hỏi lại")
    assert "Đã nắm" not in card
    await member.asks("canlam")
    await member.receives("không còn văn bản nào cần xác nhận")


async def reminder_opens_card(stage: Stage) -> None:
    """It never offers a blind "Đã nắm"."""
    member = await stage.has(Part.MEMBER)
    await stage.publishes()
    await member.receives(stage.number)
    # The last working day before the due date.
    await stage.forwards(days=7)
    reminder = await member.receives("NHẮC VIỆC", f"Số {stage.number}")
    assert "Đã nắm" not in reminder
    await member.chooses("Mở số 1", under="NHẮC VIỆC")
    await member.receives("VĂN BẢN CHỈ ĐẠO", f"Số {stage.number}", "Đã nắm")


async def digest_gathers(stage: Stage) -> None:
    """What a member wants daily comes the next working day, in one message: the 24th of November is free."""
    member = await stage.has(Part.MEMBER)
    topic_id = stage.house.cast.topics[_MEETING_TOPIC]
    await set_rhythm(
        await stage.caller(Part.MEMBER), stage.house.office, topic_id=topic_id, rhythm=Rhythm.DAILY
    )
    text = f"{stage.company.branch}: {MEETING}"
    await stage.publishes(text=text, audience=Audience(AudienceKind.TOPIC, topic_id))
    await stage.forwards(hours=48)
    await member.receives("TIN TỔNG HỢP", stage.company.branch)
    await member.chooses("Mở số 1", under="TIN TỔNG HỢP")
    await member.receives("KẾT QUẢ HỘI NGHỊ")
