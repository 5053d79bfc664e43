"""/start as a person meets it, and what a stranger hears."""

from dataclasses import replace

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import AskContact, Button
from bot.messages.splitting import utf16_length
from bot.office import Office
from bot.states import MemberKind
from bot.texts import joining as texts
from handlers.commands.joining.joining import COMMANDS, PRESSES, consent, no_consent, start, stranger
from handlers.conversation import FileSent, Text
from storage import tables
from tests.cast import PEOPLE, Cast
from tests.commands.saying import button, buttons, presses, read, says
from tests.organisation.joined import do, invited, new_phone, publish, rows


@pytest.mark.parametrize("way", ["/start {}", "/start@loa_bot {}", "/START  {}", "{}", " {} "])
async def test_a_stranger_with_a_code_sees_whom_it_binds_and_is_asked(
    office: Office, cast: Cast, way: str
) -> None:
    code = (await invited(office, cast)).code
    reply = await stranger(office, says(await new_phone(office, cast), way.format(code)))
    (message,) = reply.messages
    shown = read(reply)
    assert "đồng chí Phan Văn Tâm, Chi bộ 2" in shown
    for words in ("nhạy cảm", "Gửi văn bản", "xác nhận", "Nhắc việc", "Thống kê", "rút lại đồng ý"):
        assert words in shown
    assert [one.act for one in buttons(message)] == [
        Act.CONSENT,
        Act.CHOOSE_CONSENT,
        Act.NO_CONSENT,
        Act.NOT_ME,
    ]


async def test_who_consents_is_welcomed_and_told_what_waits(office: Office, cast: Cast) -> None:
    await do(office, lambda connection: publish(connection, cast, "Tâm"))
    reply = await stranger(
        office, says(await new_phone(office, cast), f"/start {(await invited(office, cast)).code}")
    )
    press = button(reply.messages[0], Act.CONSENT)
    welcome = await stranger(office, presses(await new_phone(office, cast), press))
    assert "đã đồng ý 4 mục lúc 08:00, 23/11" in read(welcome)
    assert "Cảm ơn đồng chí Tâm" in read(welcome)
    assert "Đang chờ xác nhận: 1 văn bản" in read(welcome)
    assert not buttons(welcome.replaces)
    member = await new_phone(office, cast)
    assert member.member_id == cast["Tâm"]
    assert "Kính chào đồng chí Tâm" in read(await start(office, says(member, "/start")))


async def test_who_has_joined_and_opens_the_link_again_is_welcomed_back(office: Office, cast: Cast) -> None:
    code = (await invited(office, cast)).code
    phone = await new_phone(office, cast)
    offer = await start(office, says(phone, f"/start {code}"))
    press = button(offer.messages[0], Act.CONSENT)
    await consent(office, presses(phone, press))
    again = await start(office, says(await new_phone(office, cast), f"/start {code}"))
    assert "Tài khoản này đã kết nối" in read(again)
    twice = await consent(office, presses(await new_phone(office, cast), press))
    assert "Tài khoản này đã kết nối" in read(twice)


async def test_who_declines_is_answered_politely_and_bound_to_nobody(office: Office, cast: Cast) -> None:
    code = (await invited(office, cast)).code
    phone = await new_phone(office, cast)
    offer = await start(office, says(phone, f"/start {code}"))
    reply = await stranger(office, presses(phone, button(offer.messages[0], Act.NO_CONSENT)))
    assert "bản giấy" in read(reply)
    assert not buttons(reply.replaces)
    assert (await new_phone(office, cast)).member_id is None


@pytest.mark.parametrize(
    "said",
    [
        Text("/start"),
        Text("/canlam"),
        Text("/danhsach"),
        Text("xin chào"),
        Text(""),
        FileSent("danh-sach.txt", b"x"),
    ],
)
async def test_a_stranger_hears_the_same_polite_words_and_nothing_else(
    office: Office, cast: Cast, said: Text | FileSent
) -> None:
    phone = await new_phone(office, cast)
    incoming = says(phone, "/start")
    reply = await stranger(office, replace(incoming, content=said))
    assert read(reply) == read(await start(office, incoming))
    hello, number = reply.messages
    assert [one.act for one in buttons(hello)] == [Act.ASK_TO_JOIN]
    assert not buttons(number)
    assert [block for block in number.blocks if isinstance(block, AskContact)]
    assert not [person for person in PEOPLE if person.full_name in read(reply)]


async def test_a_mistyped_code_is_told_how_a_code_looks_and_nothing_else(office: Office, cast: Cast) -> None:
    phone = await new_phone(office, cast)
    assert read(await stranger(office, says(phone, "ABCD-EFGH-JKLM"))) == texts.LIKE_A_CODE
    assert await rows(office, tables.history) == []


async def test_where_nobody_vouches_for_a_number_none_is_asked_for(office: Office, cast: Cast) -> None:
    phone = await new_phone(office, cast)
    reply = await stranger(office, replace(says(phone, "/start"), knows_contacts=False))
    (hello,) = reply.messages
    assert [one.act for one in buttons(hello)] == [Act.ASK_TO_JOIN]


async def test_the_account_that_will_be_bound_is_named_where_it_is_known(office: Office, cast: Cast) -> None:
    code = (await invited(office, cast)).code
    phone = await new_phone(office, cast)
    named = await stranger(office, replace(says(phone, code), account="Tâm Phan"))
    assert "Sẽ kết nối với tên trên ứng dụng chat: “Tâm Phan”." in read(named)
    assert "tên trên ứng dụng chat" not in read(await stranger(office, says(phone, code)))


async def test_a_strangers_press_on_anything_else_does_nothing(office: Office, cast: Cast) -> None:
    phone = await new_phone(office, cast)
    press = Button("", Act.ACKNOWLEDGE, 1)
    assert read(await stranger(office, presses(phone, press))) == read(
        await start(office, says(phone, "/start"))
    )
    assert await rows(office, tables.history) == []


async def test_a_wrong_code_shows_no_name(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await start(office, says(await new_phone(office, cast), "/start CCCC-CCCC-CCCC"))
    assert refused.value.reason is Refusal.CODE_INVALID


def test_a_union_member_is_not_told_of_the_party() -> None:
    def lines(kind: MemberKind) -> str:
        return "\n".join(
            texts.consent_lines(
                address_form=PEOPLE[0].form,
                full_name="Cao Thị Ngọc",
                unit_name="Chi bộ 3",
                kind=kind,
                office="Văn phòng Đảng ủy",
                left_days=730,
                abroad=True,
            )
        )

    assert "đảng viên" in lines(MemberKind.OFFICIAL)
    assert "đảng viên" in lines(MemberKind.PROBATIONARY)
    assert "đảng viên" not in lines(MemberKind.UNION)
    assert "nhạy cảm" in lines(MemberKind.UNION)
    assert utf16_length(lines(MemberKind.OFFICIAL)) < 1200


def test_the_table_knows_the_answers_to_consent() -> None:
    assert (PRESSES[Act.CONSENT], PRESSES[Act.NO_CONSENT]) == (consent, no_consent)
    assert [command.name for command in COMMANDS] == ["start"]
