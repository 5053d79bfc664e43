"""What a person agrees to, and the names of the purposes.

Whoever changes `body` or `PURPOSES` raises the version in `bot.organisation.consent`: a test holds the two
together.
"""

from collections.abc import Collection

from bot.texts import people
from storage.states import Address, ConsentPurpose, MemberKind

ERASED_NAME = "Người đã xóa dữ liệu"

PURPOSES = {
    ConsentPurpose.NOTICES: "Gửi văn bản, thông báo, thư mời",
    ConsentPurpose.ACKNOWLEDGEMENT: "Theo dõi đã xem, đã xác nhận",
    ConsentPurpose.REMINDERS: "Nhắc việc",
    ConsentPurpose.STATISTICS: "Thống kê, báo cáo có nêu tên",
}
"""In their order; what each switches stands in `_WITHOUT`."""

_WITHOUT = {
    ConsentPurpose.NOTICES: "{who} nhận văn bản giấy",
    ConsentPurpose.ACKNOWLEDGEMENT: "tin không hỏi “Đã nắm”, bí thư ghi nhận trực tiếp",
    ConsentPurpose.REMINDERS: "không có tin nhắc",
    ConsentPurpose.STATISTICS: "báo cáo không nêu tên, chỉ tính vào tổng số",
}

PARTY_MEMBERS = frozenset({MemberKind.OFFICIAL, MemberKind.PROBATIONARY})
PARTY = "Thông tin là đảng viên thể hiện quan điểm chính trị, nên thuộc dữ liệu cá nhân nhạy cảm."
OTHERS = "Văn phòng giữ những thông tin này như dữ liệu cá nhân nhạy cảm."

THROUGH_TELEGRAM = "Tin đi qua máy chủ của ứng dụng chat; máy chủ Telegram đặt ở nước ngoài."
THROUGH_ZALO = "Tin đi qua máy chủ của Zalo."

RIGHTS = (
    "Lúc nào {who} cũng được xem, sửa, nhận bản sao, xóa dữ liệu, rút lại đồng ý hoặc khiếu nại: "
    "mở mục “Thông tin, dữ liệu của tôi” (/toi) hoặc báo văn phòng."
)


def body(
    *, address_form: Address, kind: MemberKind, office: str, left_days: int, abroad: bool
) -> tuple[str, ...]:
    """Who keeps what, what for, who sees it, how long it stays, what the person may ask.

    Args:
        address_form: how the person is addressed.
        kind: Party members are told why their data are sensitive.
        office: who keeps the data.
        left_days: how long the data of who has left stay; 0: until the person asks for their deletion.
        abroad: whether word goes through Telegram too, whose servers stand abroad.
    """
    who = people.form(address_form)
    return (
        f"Nơi giữ dữ liệu: {office}.",
        "Văn phòng lưu: họ tên, đơn vị, diện, chức vụ, tài khoản chat;",
        "dấu đối chiếu số điện thoại (không lưu số);",
        "lúc gửi tin, lúc mở tin; câu trả lời, câu hỏi; lý do vắng, lý do được miễn (có thể về sức khỏe).",
        PARTY if kind in PARTY_MEMBERS else OTHERS,
        "Chỉ dùng vào bốn mục, được chọn từng mục:",
        # Not "1.": below stand the numbers to answer with, where nothing can be pressed.
        *(f"Mục {place}: {words}" for place, words in enumerate(PURPOSES.values(), start=1)),
        f"{without(ConsentPurpose.NOTICES, address_form=address_form)} Chưa trả lời không phải là đồng ý.",
        "Người được xem: văn phòng, người phụ trách đơn vị, lãnh đạo theo quyền.",
        _term(left_days),
        THROUGH_TELEGRAM if abroad else THROUGH_ZALO,
        RIGHTS.format(who=who),
    )


def _term(left_days: int) -> str:
    if not left_days:
        return "Lưu khi còn trong danh sách và sau đó, đến khi có đề nghị xóa."
    return f"Lưu khi còn trong danh sách và {left_days} ngày sau khi rời danh sách."


def without(which: ConsentPurpose, *, address_form: Address) -> str:
    """What follows where the purpose is not chosen."""
    return f"Nếu không chọn mục {number(which)}, {_consequence(which, address_form)}."


def withdrawn(which: ConsentPurpose, *, address_form: Address) -> str:
    """What follows from withdrawing the purpose."""
    return f"Rút mục {number(which)} thì {_consequence(which, address_form)}."


def given_now(which: Collection[ConsentPurpose]) -> str:
    """Đã ghi nhận: đồng ý mục 1, 3."""
    return f"Đã ghi nhận: đồng ý mục {_numbers(which)}."


def withdrawn_now(which: Collection[ConsentPurpose]) -> str:
    """Đã ghi nhận: rút đồng ý mục 3."""
    return f"Đã ghi nhận: rút đồng ý mục {_numbers(which)}."


def _numbers(which: Collection[ConsentPurpose]) -> str:
    return ", ".join(str(number(one)) for one in PURPOSES if one in which)


def _consequence(which: ConsentPurpose, address_form: Address) -> str:
    return _WITHOUT[which].format(who=people.form(address_form))


def purpose(which: ConsentPurpose) -> str:
    """1. Gửi văn bản, thông báo, thư mời."""
    return f"{number(which)}. {PURPOSES[which]}"


def number(which: ConsentPurpose) -> int:
    """The place of the purpose among the four, from 1."""
    return list(PURPOSES).index(which) + 1


CHOOSE_TITLE = "CHỌN TỪNG MỤC"
CHOOSE_INTRO = "Mục không được chọn là chưa đồng ý."


def choice(which: ConsentPurpose, *, chosen: bool) -> str:
    """One line of the card on which the purposes are chosen."""
    return f"{purpose(which)}: {'đã chọn' if chosen else 'chưa chọn'}"


def choice_button(which: ConsentPurpose, *, chosen: bool) -> str:
    """Chooses or leaves one purpose."""
    return f"{'Bỏ' if chosen else 'Chọn'} mục {number(which)}"


def chosen_button(amount: int, *, on_paper: bool) -> str:
    """Records what was chosen."""
    return "Ghi nhận, nhận bản giấy" if on_paper else f"✅ Đồng ý {amount} mục đã chọn"
