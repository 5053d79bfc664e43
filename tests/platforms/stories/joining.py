"""How somebody comes in: by code, six digits, link, own number, or by asking; and what they agree to."""

import re

from bot.organisation.joining import six_digits
from bot.organisation.joining.inviting import Invitation, invite
from bot.organisation.joining.phones import phone_hash
from storage import tables
from storage.database import Connection
from tests.cast import COMMAND_LINE, KEY
from tests.platforms.company import Part
from tests.platforms.on_telegram import OnTelegram
from tests.platforms.on_zalo import OnZalo
from tests.platforms.stage import Stage

_ALL, _SOME, _NONE = "Đồng ý cả 4 mục", "Chọn từng mục", "Không đồng ý"


async def joins_by_code(stage: Stage) -> None:
    """Twelve characters, typed or in the link of the invitation."""
    invitation, person = await _invited(stage), await stage.stranger(Part.MEMBER)
    if isinstance(person, OnTelegram):
        person.telephone.starts(invitation.in_link)
    else:
        await person.says(invitation.code)
    await person.receives("MỜI NHẬN TIN", stage.given(Part.MEMBER), _ALL, _SOME, _NONE)
    await person.chooses(_ALL, under="MỜI NHẬN TIN")
    await person.is_told("đồng ý 4 mục")
    await person.receives("Cảm ơn", stage.given(Part.MEMBER))


async def joins_by_page(stage: Stage) -> None:
    """A link and a one-time code, both handed over; the question of consent stands on the page."""
    person = await stage.opens_own_link(Part.MEMBER)
    assert stage.given(Part.MEMBER) in person.browser.words
    await person.browser.sends(_ALL)
    assert "Gửi" in [form.label.strip() for form in person.browser.forms]
    await person.asks("toi")
    await person.receives("Nhận tin qua Hộp thư web", "4. Thống kê, báo cáo có nêu tên: đồng ý")


async def joins_by_six_digits(stage: Stage) -> None:
    """Read aloud by who invites; good for fifteen minutes and once."""
    made = await six_digits.for_member(COMMAND_LINE, stage.house.office, member_id=stage.id_of(Part.MEMBER))
    person, second = await stage.stranger(Part.MEMBER), await stage.stranger(Part.OTHER)
    await person.says(made.code)
    await person.receives("MỜI NHẬN TIN", stage.given(Part.MEMBER))
    await person.chooses(_ALL, under="MỜI NHẬN TIN")
    await person.receives("Cảm ơn")
    await second.says(made.code)
    assert stage.given(Part.MEMBER) not in await second.receives("Mã")
    late = await six_digits.for_member(COMMAND_LINE, stage.house.office, member_id=stage.id_of(Part.OTHER))
    await stage.forwards(minutes=16)
    await second.says(late.code)
    assert stage.given(Part.OTHER) not in await second.receives("Mã")


async def six_digits_open_no_page(stage: Stage) -> None:
    """The page has nowhere to type them: it says what to use instead."""
    await stage.forwards(minutes=16)
    browser = await stage.house.browser()
    await browser.opens("/w/")
    assert "Hộp thư chưa mở trên máy này" in browser.words
    assert not browser.forms


async def link_shows_six_digits(stage: Stage) -> None:
    """The personal link: who only looks uses nothing up, the button shows what to type in the chat."""
    invitation, person = await _invited(stage), await stage.stranger(Part.MEMBER)
    await person.browser.opens(invitation.link)
    await person.browser.opens(invitation.link)
    assert stage.given(Part.MEMBER) not in person.browser.words
    await person.browser.sends("Lấy mã 6 số")
    digits = re.search(r"\b\d{3} ?\d{3}\b", person.browser.words)
    assert digits is not None, person.browser.words
    await person.says(digits[0])
    await person.receives("MỜI NHẬN TIN", stage.given(Part.MEMBER))


async def chooses_purposes(stage: Stage) -> None:
    """One by one; what is not chosen is not agreed to."""
    invitation, person = await _invited(stage), await stage.stranger(Part.MEMBER)
    await person.says(invitation.code)
    await person.chooses(_SOME, under="MỜI NHẬN TIN")
    await person.receives("CHỌN TỪNG MỤC", "chưa chọn")
    await person.chooses("Chọn mục 1", under="CHỌN TỪNG MỤC")
    await person.receives("Đồng ý 1 mục đã chọn")
    await person.chooses("Đồng ý 1 mục đã chọn")
    await person.receives("Cảm ơn")
    await person.asks("toi")
    await person.receives("1. Gửi văn bản, thông báo, thư mời: đồng ý 08:", "3. Nhắc việc: chưa đồng ý")


async def chooses_purposes_on_page(stage: Stage) -> None:
    """Boxes to tick."""
    person = await stage.opens_own_link(Part.MEMBER)
    some = next(form for form in person.browser.forms if form.fields.get("choice") == "some")
    await person.browser.posts(some, purpose="notices")
    await person.asks("toi")
    await person.receives("1. Gửi văn bản, thông báo, thư mời: đồng ý 08:", "3. Nhắc việc: chưa đồng ý")


async def refuses_consent(stage: Stage) -> None:
    """Word comes on paper, and this conversation belongs to nobody."""
    invitation, person = await _invited(stage), await stage.stranger(Part.MEMBER)
    await person.says(invitation.code)
    await person.chooses(_NONE, under="MỜI NHẬN TIN")
    await person.receives("bản giấy")
    await stage.publishes()
    await stage.settles()
    assert not await person.has(stage.number)


async def refuses_consent_on_page(stage: Stage) -> None:
    """The page closes."""
    person = await stage.opens_own_link(Part.MEMBER)
    none = next(form for form in person.browser.forms if form.fields.get("choice") == "none")
    await person.browser.posts(none)
    assert "bản giấy" in person.browser.words
    await person.browser.opens("/w/")
    assert "Hộp thư chưa mở trên máy này" in person.browser.words


async def asks_to_be_connected(stage: Stage) -> None:
    """Without any code: the secretary decides."""
    secretary, person = await stage.has(Part.SECRETARY), await stage.stranger(Part.MEMBER)
    await person.asks("start")
    await person.receives("Kính chào", "Xin kết nối")
    await person.chooses("Xin kết nối")
    await person.receives("họ và tên")
    await person.says(stage.full_name(Part.MEMBER))
    await person.receives("đơn vị nào")
    await person.says(stage.company.branch)
    await secretary.receives("XIN KẾT NỐI", stage.given(Part.MEMBER))
    await secretary.chooses("Đúng", under="XIN KẾT NỐI")
    await person.receives("Xem lời mời")
    await person.chooses("Xem lời mời")
    await person.receives("MỜI NHẬN TIN", stage.given(Part.MEMBER))


async def strangers_page_says_nothing(stage: Stage) -> None:
    """Without a link there is nothing to ask from: the page says whom to turn to."""
    browser = await stage.house.browser()
    await browser.opens("/w/")
    assert "Hộp thư chưa mở trên máy này" in browser.words
    assert "văn phòng" in browser.words


async def shares_own_number(stage: Stage) -> None:
    """Telegram vouches that it is their own."""
    await _keeps_number(stage)
    person = await stage.stranger(Part.MEMBER)
    assert isinstance(person, OnTelegram)
    person.telephone.starts()
    await person.receives("Kính chào")
    person.telephone.shares_contact(f"+849012345{stage.company.number}")
    await person.receives("MỜI NHẬN TIN", stage.given(Part.MEMBER))


async def shares_in_vain(stage: Stage) -> None:
    """A contact reaches no bot there: the office asks for the code instead."""
    await _keeps_number(stage)
    person = await stage.stranger(Part.MEMBER)
    assert isinstance(person, OnZalo)
    await person.sends_something_else()
    said = await person.receives("Kính chào", "mã mời")
    assert stage.given(Part.MEMBER) not in said


async def _invited(stage: Stage) -> Invitation:
    return await invite(COMMAND_LINE, stage.house.office, member_id=stage.id_of(Part.MEMBER))


async def _keeps_number(stage: Stage) -> None:
    members = tables.members
    changed = members.update().where(members.c.id == stage.id_of(Part.MEMBER))

    def body(connection: Connection) -> None:
        connection.execute(changed.values(phone_hash=phone_hash(KEY, f"0901 2345 {stage.company.number}")))

    await stage.house.office.database.transaction(body)
