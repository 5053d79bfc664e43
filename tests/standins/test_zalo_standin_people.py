import pytest

from tests.standins.zalo import Limits, Switches, ZaloServer
from tests.standins.zalo_calling import poll, send


async def test_nobody_can_be_written_to_who_has_not_written(zalo: ZaloServer) -> None:
    hoa = zalo.person("Hòa")
    assert (await send(zalo, hoa.id))[1] == 400
    hoa.says("chào")
    assert (await send(zalo, hoa.id))[1] == 0
    assert (await send(zalo, "nobody"))[1] == 400
    assert (await send(zalo, ""))[1] == 400
    assert [one.text for one in hoa.got] == ["x"]


async def test_who_blocked_the_bot_gets_nothing_and_the_bot_is_not_told(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình")
    binh.joins()
    binh.blocks_bot()
    assert (await send(zalo, binh.id))[1] == 403
    assert zalo.waiting == []
    with pytest.raises(AssertionError):
        binh.says("chào")
    binh.unblocks_bot()
    assert (await send(zalo, binh.id))[1] == 0


async def test_what_a_person_says_has_the_shape_of_the_captures(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình", "6ede9afa66b88fe6d6a9")
    shown = binh.says("Xin chào")
    event = await poll(zalo)
    assert event is not None
    assert event["event_name"] == "message.text.received"
    assert event["message"].pop("date") > 10**12
    assert event["message"] == {
        "from": {"id": binh.id, "display_name": "Bình", "is_bot": False},
        "chat": {"id": binh.id, "chat_type": "PRIVATE"},
        "text": "Xin chào",
        "message_id": shown.message_id,
    }


@pytest.mark.parametrize(
    "text", ["xem https://example.vn/a", "HTTP://x.vn", "www.example.vn", "vào example.vn nhé"]
)
async def test_a_text_with_a_link_comes_without_its_content(zalo: ZaloServer, text: str) -> None:
    zalo.person("Bình").sends_link(text)
    event = await poll(zalo)
    assert event is not None
    assert event["event_name"] == "message.unsupported.received"
    assert event["message"].keys() == {"from", "chat", "message_id", "date"}


@pytest.mark.parametrize("text", ["27", "lúc 8.30 ngày 12.11", "binh@example.vn", "Số 12-KH/ĐU. Rõ"])
async def test_a_text_without_a_link_comes_whole(zalo: ZaloServer, text: str) -> None:
    zalo.person("Bình").says(text)
    event = await poll(zalo)
    assert event is not None
    assert event["message"]["text"] == text
    with pytest.raises(AssertionError):
        zalo.person("Bình").sends_link(text)


async def test_pictures_stickers_voices_and_files_come_as_they_do_there(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình")
    binh.sends_picture("ảnh")
    binh.sends_sticker()
    binh.sends_voice()
    binh.sends_file()
    events = [await poll(zalo) for _ in range(4)]
    assert [one["event_name"] for one in events if one] == [
        "message.image.received",
        "message.sticker.received",
        "message.voice.received",
        "message.unsupported.received",
    ]
    picture, sticker, voice, file = (one["message"] for one in events if one)
    assert (picture["caption"], picture["message_type"]) == ("ảnh", "CHAT_PHOTO")
    assert picture["photo_url"].endswith(".jpg")
    assert sticker["sticker"]
    assert voice["voice_url"].endswith(".aac")
    assert file.keys() == {"from", "chat", "message_id", "date"}


async def test_all_that_a_special_person_writes_is_unsupported(zalo: ZaloServer) -> None:
    child = zalo.person("Nam", special=True)
    child.says("27")
    child.sends_picture()
    for event in (await poll(zalo), await poll(zalo)):
        assert event is not None
        assert event["event_name"] == "message.unsupported.received"
        assert event["message"].keys() == {"from", "chat", "message_id", "date"}


async def test_of_a_group_the_bot_hears_only_what_mentions_or_quotes_it(zalo: ZaloServer) -> None:
    binh, group = zalo.person("Bình"), zalo.group("Chi bộ 1")
    await send(zalo, group.id, "Số 12")
    group.says(binh, "chào các đồng chí", mention=False)
    group.sends_picture(binh, "ảnh", mention=False)
    assert zalo.waiting == []
    group.says(binh, "27")
    group.says(binh, "rõ", mention=False, quotes=group.got[0])
    group.says(binh, "rõ", mention=False, quotes=group.chat[1])
    group.sends_picture(binh, "ảnh")
    assert [one["message"].get("text", "") for one in zalo.waiting] == [f"@{zalo.state.name} 27", "rõ", ""]
    message = zalo.waiting[0]["message"]
    assert message["chat"] == {"id": group.id, "chat_type": "GROUP"}
    assert message["from"]["id"] == binh.id
    assert (await send(zalo, binh.id))[1] == 400


async def test_a_group_that_removed_the_bot_cannot_be_written_to(zalo: ZaloServer) -> None:
    group = zalo.group("Chi bộ 1")
    group.removes_bot()
    assert (await send(zalo, group.id))[1] == 403


async def test_the_51st_person_and_the_4th_group_are_not_served(zalo: ZaloServer) -> None:
    for number in range(50):
        zalo.person("x", number).says("chào")
    for number in range(3):
        zalo.group("x", f"g{number}")
    late, fourth = zalo.person("y", 50), zalo.group("y", "g3")
    late.says("chào")
    fourth.says(late, "chào")
    assert len(zalo.waiting) == 50
    assert [(await send(zalo, one.id))[1] for one in (late, fourth)] == [400, 400]
    assert [(await send(zalo, one))[1] for one in ("49", "g2")] == [0, 0]


async def test_a_51st_person_may_be_heard_and_refused() -> None:
    async with ZaloServer(limits=Limits(people=1), switches=Switches(beyond_people="refused")) as zalo:
        zalo.person("x", 1).says("chào")
        zalo.person("y", 2).says("chào")
        assert len(zalo.waiting) == 2
        assert (await send(zalo, "2"))[1] == 403


async def test_waiting_for_a_message_ends_with_it_or_shows_the_chat(zalo: ZaloServer) -> None:
    binh = zalo.person("Bình")
    binh.joins()
    await send(zalo, binh.id, "Số 12")
    first = await binh.receives("12")
    with pytest.raises(AssertionError, match="Số 12"):
        await binh.receives("12", newer_than=first, within=0.05)
    await send(zalo, binh.id, "Số 12 sửa")
    assert (await binh.receives("12", newer_than=first)).text == "Số 12 sửa"
    assert len(await binh.receives_more(2)) == 2
    assert binh.sees("Số 13") is None
