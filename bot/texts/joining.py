"""Inviting, consenting, being welcomed.

The words a person agrees to are `bot.texts.privacy.body`, and have a version.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.texts import people, privacy, times
from storage.states import Address, MemberKind

CONSENT_BUTTON = "✅ Đồng ý cả 4 mục"
CHOOSE_BUTTON = "Chọn từng mục"
NO_CONSENT_BUTTON = "Không đồng ý, nhận bản giấy"
NOT_ME_BUTTON = "Không phải tôi"


def consent_title(*, office: str) -> str:
    """The heading over what is asked."""
    return f"MỜI NHẬN TIN · {office}"


def consent_lines(
    *,
    address_form: Address,
    full_name: str,
    unit_name: str,
    kind: MemberKind,
    office: str,
    left_days: int,
    abroad: bool,
) -> tuple[str, ...]:
    """Whom the code will bind, and what they are asked to agree to."""
    who = people.form(address_form)
    return (
        f"Lời mời này dành cho: {people.call(address_form, full_name)}, {unit_name}.",
        f"Không đúng người thì xin chọn “Không phải tôi”. Nếu đúng, xin {who} đọc rồi chọn:",
        "",
        *privacy.body(
            address_form=address_form, kind=kind, office=office, left_days=left_days, abroad=abroad
        ),
    )


def offer_waits(*, address_form: Address, full_name: str) -> str:
    """To who says something else after having been shown whom the code will bind."""
    called = people.call(address_form, full_name)
    return f"Lời mời dành cho {called} đang chờ trả lời. Nội dung ở tin trên; đọc xong xin chọn:"


def account_line(account: str) -> str:
    """Which messenger account the offer would bind."""
    return f"Sẽ kết nối với tên trên ứng dụng chat: “{account}”."


def welcome_lines(
    *,
    address_form: Address,
    given_name: str,
    office: str,
    waiting: int,
    follows: bool,
    acknowledges: bool = True,
) -> tuple[str, ...]:
    """After joining: what comes, what to do, what is still open, and whether that comes here at once."""
    return (
        f"Cảm ơn {people.call(address_form, given_name)}. Từ nay tin của {office} sẽ đến đây.",
        *(
            ("Khi có văn bản cần xác nhận: đọc xong, xin chọn “Đã nắm”. Chưa rõ thì chọn “Hỏi lại”.",)
            if acknowledges
            else ()
        ),
        _waiting(waiting, follows=follows),
        "Gõ /dangky để chọn chủ đề, /toi để xem và đổi điều đã đồng ý, /trogiup để xem các việc làm được.",
    )


def back_lines(*, address_form: Address, given_name: str, waiting: int) -> tuple[str, ...]:
    """To somebody who has joined before."""
    return (
        f"Kính chào {people.call(address_form, given_name)}. Tài khoản này đã kết nối.",
        _waiting(waiting, follows=False),
    )


def _waiting(waiting: int, *, follows: bool) -> str:
    if not waiting:
        return "Hiện không có văn bản nào chờ xác nhận."
    how = "sẽ đến ngay sau tin này" if follows else "gõ /canlam để mở"
    return f"Đang chờ xác nhận: {waiting} văn bản, {how}."


def consented(*, address_form: Address, at: datetime, zone: ZoneInfo, purposes: int = 4) -> str:
    """In the place of the buttons."""
    who = people.form(address_form)
    return f"✅ {who[0].upper()}{who[1:]} đã đồng ý {purposes} mục lúc {times.hour_short_day(at, zone)}."


LIKE_A_CODE = "Mã có 12 chữ và số, chia 3 nhóm. Xin xem lại từng chữ; cần giúp, xin liên hệ văn phòng."

NOT_ME_LINES = (
    "Cảm ơn, chưa có gì được ghi. Mã này dành cho người khác.",
    "Xin báo người đã đưa mã, hoặc văn phòng, để nhận đúng mã.",
)

PAPER_LINES = (
    "Đã ghi nhận. Tài khoản này không kết nối với tên trong danh sách.",
    "Văn bản sẽ được chuyển bằng bản giấy. Khi đổi ý, xin báo văn phòng để nhận mã mới.",
)

HELP_START = "Lời chào, nhập mã mời"
