"""/toi and /trogiup as a member meets them."""

import pytest

from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.reply import Reply
from bot.office import Office
from handlers.commands.helping import help_reply
from handlers.commands.own.self_service import show
from handlers.commands.table import PRESSES
from handlers.conversation import Command, Incoming
from tests.cast import PEOPLE, Cast
from tests.commands.saying import buttons, presses, read, says
from tests.organisation.joined import join


async def test_one_sees_ones_own_data_and_nobody_elses(office: Office, cast: Cast) -> None:
    shown = read(await show(office, says(cast.caller("Hòa"), "/toi")))
    for words in (
        "Họ tên: Vũ Thị Hòa",
        "Đơn vị: Chi bộ 1 (Đảng viên chính thức)",
        "Chức vụ: Bí thư Chi bộ 1",
        "Cách xưng hô: đồng chí",
        "Vai trò: Bí thư – Chi bộ 1",
        "Nhận tin qua Hộp thư web: đang nhận tin",
        "Đồng ý nhận tin: chưa có",
    ):
        assert words in shown
    assert not [one for one in PEOPLE if one.given != "Hòa" and one.full_name in shown]


async def test_a_plain_member_has_no_line_of_rights_and_sees_the_day_of_consent(
    office: Office, cast: Cast
) -> None:
    shown = read(await show(office, says(await join(office, cast), "/toi")))
    assert "Vai trò" not in shown
    assert "Chức vụ" not in shown
    assert "1. Gửi văn bản, thông báo, thư mời: đồng ý 08:00, 23/11" in shown
    assert "bản 2026" not in shown


@pytest.mark.parametrize("act", [Act.QUIET_HOURS, Act.ADDRESS_ORDER, Act.MEMBER_DATA])
async def test_what_opens_from_ones_data_leads_back_to_it(office: Office, cast: Cast, act: Act) -> None:
    member = cast.caller("Bình")
    opened = await PRESSES[act](office, presses(member, Button("", act)))
    back = buttons(opened.messages[0])[-1]
    assert back.label == "‹ Quay lại"
    assert "THÔNG TIN CỦA TÔI" in read(await PRESSES[back.act](office, presses(member, back)))


def test_help_names_each_command_given_and_whom_to_ask() -> None:
    async def nothing(_office: Office, _incoming: Incoming) -> Reply:
        return Reply()

    shown = read(
        help_reply(
            [
                Command("canlam", "Việc cần xác nhận, trả lời", nothing),
                Command("toi", "Thông tin của tôi", nothing),
            ]
        )
    )
    assert "gõ /canlam" in shown
    assert "Việc khác, gõ: /toi" in shown
    assert "bí thư chi bộ" in shown
    assert "/soan" not in shown
