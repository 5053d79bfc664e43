"""What members ask about their data, and the law's clocks, through the chat."""

from datetime import datetime, timedelta

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.privacy.asking import ask_correction, ask_deletion
from bot.organisation.privacy.deciding import cases, extend, finish, receive, refuse
from bot.organisation.privacy.reminding import remind_of_requests
from bot.states import DataRequest, DataRequestState, Purpose
from storage import tables
from tests.cast import START, ZONE, Cast, clock_of
from tests.privacy.talking import Talk, do, rows, sent

WISH = "Chức vụ: sửa thành Chi ủy viên"


def at(day: int, hour: int = 17, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=ZONE)


async def wishes(office: Office, cast: Cast, given: str = "Bình") -> Talk:
    """The member asks through the chat that something be corrected."""
    talk = Talk(office, cast.caller(given))
    await talk.say("/toi")
    await talk.press("Dữ liệu của tôi")
    await talk.press("Đề nghị sửa")
    await talk.say(WISH)
    return talk


async def wants_deletion(office: Office, cast: Cast, given: str = "Bình") -> Talk:
    talk = Talk(office, cast.caller(given))
    await talk.act(Act.MEMBER_DATA)
    await talk.press("Đề nghị xóa")
    await talk.press("Gửi đề nghị xóa")
    return talk


async def the_request(office: Office) -> dict[str, object]:
    (row,) = await rows(office, tables.data_requests)
    return row


async def test_a_wish_is_taken_down_with_both_clocks_and_the_admin_is_told(
    office: Office, cast: Cast
) -> None:
    talk = await wishes(office, cast)
    assert "trả lời chậm nhất 17:00 thứ Năm, 26/11/2026" in talk.heard  # the 24th is a day off
    row = await the_request(office)
    assert (row["request"], row["state"], row["wish"]) == (
        DataRequest.CORRECT,
        DataRequestState.OPEN,
        WISH,
    )
    assert (row["acknowledge_by"], row["due_by"]) == (at(26), at(3, month=12))
    (told,) = await sent(office, cast)
    assert told[0] == "chat-Dũng"
    for words in (
        "Nguyễn Văn Bình, Chi bộ 1",
        WISH,
        "còn 3 ngày",
        "Giải quyết trước: 17:00 thứ Năm, 03/12/2026",
    ):
        assert words in told[1]


async def test_a_deletion_is_explained_and_confirmed_before_it_is_asked_for(
    office: Office, cast: Cast
) -> None:
    talk = Talk(office, cast.caller("Bình"))
    await talk.act(Act.MEMBER_DATA)
    shown = await talk.press("Đề nghị xóa")
    for words in ("không lấy lại được", "rút đồng ý", "Bản sao lưu cũ", "20 ngày"):
        assert words in shown
    assert await rows(office, tables.data_requests) == []
    await talk.press("Gửi đề nghị xóa")
    assert (await the_request(office))["due_by"] == at(13, month=12)


async def test_the_admin_sees_what_is_due_first_at_the_top_and_what_is_overdue_marked(
    office: Office, cast: Cast
) -> None:
    await wants_deletion(office, cast, "Mai")
    clock_of(office).forward(days=4)
    await wishes(office, cast, "An")
    talk = Talk(office, cast.caller("Dũng"))
    lines = (await talk.say("/dulieu")).splitlines()
    assert lines[1] == "1. Xóa dữ liệu – Đỗ Thị Mai, Chi bộ 1 (chờ tiếp nhận, QUÁ HẠN)"
    assert lines[2] == "2. Sửa dữ liệu – Bùi Văn An, Chi bộ 1 (chờ tiếp nhận, còn 4 ngày)"


async def test_a_request_is_received_extended_once_with_a_reason_and_done_and_its_member_hears_each(
    office: Office, cast: Cast
) -> None:
    await wishes(office, cast)
    await sent(office, cast)
    dung = Talk(office, cast.caller("Dũng"))
    await dung.say("/dulieu")
    await dung.press("Mở số 1")
    assert "Trả lời tiếp nhận trước" not in await dung.press("Đã tiếp nhận")
    ((chat, heard),) = await sent(office, cast)
    assert (chat, "đã tiếp nhận đề nghị: Sửa dữ liệu" in heard) == ("chat-Bình", True)
    await dung.press("Gia hạn")
    shown = await dung.say("Cần đối chiếu hồ sơ")
    assert "Giải quyết trước: 17:00 Chủ nhật, 13/12/2026" in shown
    assert "Gia hạn" not in dung.labels
    ((_, heard),) = await sent(office, cast)
    assert "lý do: Cần đối chiếu hồ sơ" in heard
    await dung.press("Đã sửa xong")
    ((_, heard),) = await sent(office, cast)
    assert "Đã giải quyết xong" in heard
    row = await the_request(office)
    assert (row["state"], row["wish"], row["decided_by"]) == (DataRequestState.DONE, "", cast["Dũng"])
    told = [one["to_state"] for one in await rows(office, tables.history, thing="data_request")]
    assert told == ["open", "received", "extended", "done"]


async def test_a_second_extension_is_refused(office: Office, cast: Cast) -> None:
    request = await ask_correction(cast.caller("Bình"), office, wish=WISH)
    await extend(cast.caller("Dũng"), office, request_id=request.id, because="hồ sơ giấy")
    with pytest.raises(Refused) as refused:
        await extend(cast.caller("Dũng"), office, request_id=request.id, because="vẫn chưa xong")
    assert refused.value.reason is Refusal.EXTENDED_ONCE
    assert (await the_request(office))["due_by"] == at(13, month=12)


async def test_a_refusal_needs_a_reason_which_its_member_hears(office: Office, cast: Cast) -> None:
    await wishes(office, cast)
    await sent(office, cast)
    dung = Talk(office, cast.caller("Dũng"))
    await dung.say("/dulieu")
    await dung.press("Mở số 1")
    await dung.press("Từ chối")
    await dung.say("   ")
    assert (await the_request(office))["state"] == DataRequestState.OPEN
    await dung.say("Điều 14 khoản 2: dữ liệu đang dùng cho hồ sơ")
    ((_, heard),) = await sent(office, cast)
    assert "lý do: Điều 14 khoản 2" in heard
    assert "khiếu nại" in heard
    assert (await the_request(office))["state"] == DataRequestState.REFUSED


@pytest.mark.parametrize("decide", [receive, finish])
async def test_what_was_answered_cannot_be_answered_again(office: Office, cast: Cast, decide: object) -> None:
    request = await ask_correction(cast.caller("Bình"), office, wish=WISH)
    await refuse(cast.caller("Dũng"), office, request_id=request.id, because="không đúng")
    with pytest.raises(Refused) as refused:
        await (receive if decide is receive else finish)(cast.caller("Dũng"), office, request_id=request.id)
    assert refused.value.reason is Refusal.GONE_ON


async def test_a_member_takes_their_own_request_back_and_nobody_elses(office: Office, cast: Cast) -> None:
    await wants_deletion(office, cast)
    row = await the_request(office)
    with pytest.raises(Refused) as refused:
        await Talk(office, cast.caller("Mai")).act(Act.CALL_OFF_REQUEST, int(str(row["id"])))
    assert refused.value.reason is Refusal.NOT_FOUND
    talk = Talk(office, cast.caller("Bình"))
    await talk.act(Act.MEMBER_DATA)
    await talk.press("Rút đề nghị 1")
    assert (await the_request(office))["state"] == DataRequestState.CALLED_OFF
    assert "chat-Dũng" not in [chat for chat, _ in await sent(office, cast)], (
        "there is nothing left to answer"
    )


async def test_a_second_deletion_waits_for_the_first_and_a_fourth_wish_for_the_others(
    office: Office, cast: Cast
) -> None:
    binh = cast.caller("Bình")
    await ask_deletion(binh, office)
    for _ in range(3):
        await ask_correction(binh, office, wish=WISH)
    with pytest.raises(Refused) as refused:
        await ask_deletion(binh, office)
    assert refused.value.reason is Refusal.REQUEST_STANDS
    assert "13/12/2026" in refused.value.details["until"]
    with pytest.raises(Refused):
        await ask_correction(binh, office, wish=WISH)
    assert len(await rows(office, tables.data_requests)) == 4


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Thuận", "Lan", "Minh", "Kiên"])
async def test_nobody_but_an_admin_sees_or_answers_requests(office: Office, cast: Cast, given: str) -> None:
    request = await ask_correction(cast.caller("Mai"), office, wish=WISH)
    caller = cast.caller(given)
    for attempt in (
        cases(caller, office),
        receive(caller, office, request_id=request.id),
        finish(caller, office, request_id=request.id),
        extend(caller, office, request_id=request.id, because="x"),
        refuse(caller, office, request_id=request.id, because="x"),
        ask_deletion(caller, office, member_id=cast["An"]),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED
    with pytest.raises(Refused):
        await Talk(office, caller).act(Act.MEMBER_DATA, cast["Mai"])
    assert (await the_request(office))["state"] == DataRequestState.OPEN


async def test_an_admin_takes_down_what_somebody_without_a_chat_asked_by_letter(
    office: Office, cast: Cast
) -> None:
    dung = Talk(office, cast.caller("Dũng"))
    assert "Họ tên: Phan Văn Tâm" in await dung.act(Act.MEMBER_DATA, cast["Tâm"])
    await dung.press("Đề nghị sửa")
    await dung.say(WISH)
    row = await the_request(office)
    assert row["member_id"] == cast["Tâm"]
    assert "trả lời bằng giấy" in await dung.act(Act.DATA_REQUEST, int(str(row["id"])))


async def test_the_admin_is_told_again_one_working_day_before_each_clock_ends(
    office: Office, cast: Cast
) -> None:
    await ask_correction(cast.caller("Bình"), office, wish=WISH)
    clock = clock_of(office)
    clock.set(at(25, 7) + timedelta(minutes=59))
    assert await remind_of_requests(office) == 0
    clock.set(at(25, 8))
    assert await remind_of_requests(office) == 1
    assert await remind_of_requests(office) == 0
    row = await the_request(office)
    await receive(cast.caller("Dũng"), office, request_id=int(str(row["id"])))
    clock.set(at(2, 8, month=12))
    assert await remind_of_requests(office) == 1
    keys = [one["once_key"] for one in await rows(office, tables.deliveries, purpose=Purpose.DATA_REQUEST)]
    assert [key.split(":", 3)[3] for key in keys] == ["new", "acknowledge:2026-11-26", "due:2026-12-03"]


async def test_the_admin_is_not_told_again_of_what_was_received_or_answered(
    office: Office, cast: Cast
) -> None:
    request = await ask_correction(cast.caller("Bình"), office, wish=WISH)
    await receive(cast.caller("Dũng"), office, request_id=request.id)
    clock_of(office).set(at(25, 8))
    assert await remind_of_requests(office) == 0
    await refuse(cast.caller("Dũng"), office, request_id=request.id, because="không đúng")
    clock_of(office).set(at(2, 8, month=12))
    assert await remind_of_requests(office) == 0


async def test_who_is_no_longer_admin_does_not_get_the_request(office: Office, cast: Cast) -> None:
    await ask_correction(cast.caller("Bình"), office, wish=WISH)
    await do(
        office,
        lambda connection: connection.execute(
            tables.role_grants.update()
            .where(tables.role_grants.c.member_id == cast["Dũng"])
            .values(until_at=START)
        ),
    )
    assert await sent(office, cast) == []
