"""/moi as an admin and a secretary meet it."""

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.organisation.enrolling import enrol
from bot.organisation.joining import codes
from handlers.commands.joining.inviting import COMMANDS, invite, invite_whom, turn
from handlers.commands.joining.joining import start
from storage.database import Connection
from storage.tables import members
from tests.cast import BRANCH_2, COMMAND_LINE, Cast
from tests.commands.saying import button, buttons, presses, read, says
from tests.organisation.joined import do, new_phone


async def test_a_secretary_gets_a_code_to_hand_over_and_it_works(office: Office, cast: Cast) -> None:
    secretary = cast.caller("Sơn")
    listed = await invite_whom(office, says(secretary, "/moi"))
    assert "1. Phan Văn Tâm – Chi bộ 2" in read(listed)
    press = button(listed.messages[0], Act.INVITE, subject=cast["Tâm"])
    made = await invite(office, presses(secretary, press))
    assert "08:00 thứ Hai, 07/12/2026" in read(made)
    typed = read(made).split("gõ mã: ")[1].split()[0]
    assert codes.read(typed) is not None
    offer = await start(office, says(await new_phone(office, cast), f"/start {typed}"))
    assert "Phan Văn Tâm" in read(offer)


async def test_a_secretary_whose_people_are_all_reached_hears_so(office: Office, cast: Cast) -> None:
    reply = await invite_whom(office, says(cast.caller("Hòa"), "/moi"))
    assert "Không còn ai cần mời" in read(reply)
    assert [one.act for one in buttons(reply.messages[0])] == [Act.OPEN_INVITATIONS, Act.COVERAGE]


async def test_somebody_already_reached_is_found_by_name(office: Office, cast: Cast) -> None:
    reply = await invite_whom(office, says(cast.caller("Dũng"), "/moi nguyen binh"))
    assert "Nguyễn Văn Bình – Chi bộ 1 (đã kết nối)" in read(reply)
    assert "MỜI NHẬN TIN · kết quả tìm" in read(reply)
    assert [one.subject for one in buttons(reply.messages[0])] == [cast["Bình"]]


async def test_who_is_connected_gets_another_code_only_after_a_question(office: Office, cast: Cast) -> None:
    admin = cast.caller("Dũng")
    asked = await invite(office, presses(admin, Button("", Act.INVITE, cast["Bình"])))
    assert "đã kết nối. Cấp mã mới thì mã cũ hết hiệu lực." in read(asked)
    assert "gõ mã" not in read(asked)
    yes, no = buttons(asked.messages[0])
    assert no.act is Act.NEVER_MIND
    assert "gõ mã: " in read(await invite(office, presses(admin, yes)))


async def test_who_chose_paper_is_found_by_name_only(office: Office, cast: Cast) -> None:
    def on_paper(connection: Connection) -> None:
        connection.execute(members.update().where(members.c.id == cast["Tâm"]).values(on_paper=True))

    await office.database.transaction(on_paper)
    secretary = cast.caller("Sơn")
    assert "Phan Văn Tâm" not in read(await invite_whom(office, says(secretary, "/moi")))
    assert "Phan Văn Tâm – Chi bộ 2 (nhận bản giấy)" in read(
        await invite_whom(office, says(secretary, "/moi Tâm"))
    )


async def test_a_secretary_hears_why_who_holds_a_role_is_not_on_offer(office: Office, cast: Cast) -> None:
    reply = await invite_whom(office, says(cast.caller("Sơn"), "/moi Yến"))
    assert read(reply) == "Đặng Thị Yến (Chi bộ 2) đã kết nối."
    assert not buttons(reply.messages[0])
    assert "Không có tên này" in read(await invite_whom(office, says(cast.caller("Hòa"), "/moi Yến")))


async def test_a_secretary_does_not_find_another_branchs_member(office: Office, cast: Cast) -> None:
    reply = await invite_whom(office, says(cast.caller("Hòa"), "/moi Tâm"))
    assert "Phan Văn Tâm" not in read(reply)
    assert not buttons(reply.messages[0])


async def test_another_branchs_secretary_cannot_press_the_button(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await invite(office, presses(cast.caller("Hòa"), Button("", Act.INVITE, cast["Tâm"])))
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_long_list_comes_in_pages_and_a_long_search_says_how_many_more(
    office: Office, cast: Cast
) -> None:
    def many(connection: Connection) -> None:
        for number in range(25):
            enrol(
                connection,
                office,
                COMMAND_LINE,
                full_name=f"Tạ Văn Xuân {number}",
                unit_id=cast.units[BRANCH_2],
            )

    await do(office, many)
    reply = await invite_whom(office, says(cast.caller("Dũng"), "/moi"))
    pages = [one.act for one in buttons(reply.messages[0])]
    assert (pages.count(Act.INVITE), pages.count(Act.INVITE_LIST)) == (8, 2), "a page, and what else"
    others = await turn(office, presses(cast.caller("Dũng"), buttons(reply.messages[0])[-1]))
    offered = [one.act for one in buttons(others.replaces)]
    assert offered == [Act.OPEN_INVITATIONS, Act.INVITATION_SHEET, Act.COVERAGE, Act.INVITE_LIST]
    found = await invite_whom(office, says(cast.caller("Dũng"), "/moi xuan"))
    assert [one.act for one in buttons(found.messages[0])] == [Act.INVITE] * 8
    assert "Còn 17 người nữa" in read(found)


async def test_a_plain_member_may_not_list_anybody(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await invite_whom(office, says(cast.caller("Bình"), "/moi"))
    assert refused.value.reason is Refusal.NOT_ALLOWED


def test_the_menu_offers_it_to_those_who_may(cast: Cast) -> None:
    (command,) = COMMANDS
    assert command.roles is not None
    offered = {given for given in cast.members if cast.caller(given).has(command.roles)}
    assert offered == {"Dũng", "Hòa", "Sơn", "Yến", "Đức"}
