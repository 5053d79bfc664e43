import json
from typing import Any

import pytest

from bot.channels.contract import GROUP_MARK, Received
from bot.channels.zalo.updates import all_received, event_in, received

MESSAGE: dict[str, Any] = {
    "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Ted", "is_bot": False},
    "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
    "text": "Xin chào",
    "message_id": "2d758cb5e222177a4e35",
    "date": 1750316131602,
}
BARE: dict[str, Any] = {"event_name": "message.text.received", "message": MESSAGE}
IN_GROUP = {**MESSAGE, "chat": {"id": "aa11", "chat_type": "GROUP"}}


def one(body: object) -> Received:
    found = received(body)
    assert found is not None
    return found


def saying(text: object, *, name: str = "message.text.received") -> Received:
    return one({"event_name": name, "message": {**MESSAGE, "text": text}})


def test_a_bare_body_and_a_wrapped_one_are_the_same_event() -> None:
    assert one(BARE) == one({"ok": True, "result": BARE})
    assert one(BARE).body == BARE


def test_the_name_of_the_event_is_kept() -> None:
    assert one({"ok": True, "result": BARE}).body["event_name"] == "message.text.received"


def test_an_event_is_known_by_its_message_and_belongs_to_its_chat() -> None:
    found = one(BARE)
    mark, message_id = found.update_id.split(":")
    assert (message_id, found.conversation) == ("2d758cb5e222177a4e35", "6ede9afa66b88fe6d6a9")
    assert len(mark) == 8
    assert (
        one({"ok": True, "result": {**BARE, "message": {**MESSAGE, "date": 1}}}).update_id == found.update_id
    )


def test_the_same_message_id_in_two_chats_is_two_events() -> None:
    elsewhere = {**MESSAGE, "chat": {"id": "bb22", "chat_type": "PRIVATE"}, "from": {"id": "bb22"}}
    ids = {one({**BARE, "message": message}).update_id for message in (MESSAGE, IN_GROUP, elsewhere)}
    assert len(ids) == 3


def test_the_longest_ids_that_are_believed_fit_into_a_row() -> None:
    message = {**MESSAGE, "message_id": "m" * 70, "chat": {"id": "c" * 70, "chat_type": "GROUP"}}
    found = one({**BARE, "message": message})
    assert found.update_id.endswith("m" * 70)
    assert max(len(found.update_id), len(found.conversation)) <= 80


@pytest.mark.parametrize(
    "body",
    [
        BARE,
        [BARE],
        {"ok": True, "result": BARE},
        {"ok": True, "result": [BARE]},
        [{"ok": True, "result": BARE}],
    ],
)
def test_one_reader_takes_an_event_alone_or_in_a_list(body: object) -> None:
    assert [found.body for found in all_received(body)] == [BARE]


def test_in_a_list_what_is_no_event_costs_none_of_the_others() -> None:
    other = {**BARE, "message": {**MESSAGE, "message_id": "another"}}
    found = all_received([BARE, None, {"ok": True}, [BARE], other])
    assert [one.body for one in found] == [BARE, other]


@pytest.mark.parametrize(
    "body", [None, 7, "x", [], {}, {"ok": True, "result": []}, {"ok": True, "result": 7}]
)
def test_where_there_is_no_event_the_reader_takes_none(body: object) -> None:
    assert all_received(body) == ()


def test_what_no_database_takes_is_replaced_in_texts_and_names_of_fields() -> None:
    message = {**MESSAGE, "text": "a\0b \ud800", "x\0": [{"deep": "\udc00"}]}
    body = one({**BARE, "message": message}).body["message"]
    assert body["text"] == "a\ufffdb \ufffd"
    assert body["x\ufffd"] == [{"deep": "\ufffd"}]


def test_an_id_that_was_cleaned_is_nobodys() -> None:
    speaker = MESSAGE["from"]["id"]
    found = one(
        {**BARE, "message": {**MESSAGE, "from": {"id": f"{speaker}\0"}, "chat": {"id": f"{speaker}\0"}}}
    )
    assert found.conversation == ""
    assert found.body["message"]["from"]["id"] != speaker


def test_what_is_nested_without_end_is_cut_off_and_the_rest_is_read() -> None:
    deep: object = "x"
    for _ in range(900):
        deep = [deep]
    found = one({**BARE, "deep": deep})
    assert found.body["message"] == MESSAGE
    assert json.dumps(found.body).count("[") < 40


def test_a_group_without_an_id_is_not_the_speakers_own_chat() -> None:
    message = {**MESSAGE, "chat": {"id": None, "chat_type": "GROUP"}}
    assert one({**BARE, "message": message}).conversation == GROUP_MARK


def test_what_is_said_in_a_group_belongs_to_the_group_which_is_marked_as_one() -> None:
    assert one({**BARE, "message": IN_GROUP}).conversation == f"{GROUP_MARK}aa11"


@pytest.mark.parametrize("kind", [None, "", 7])
def test_a_chat_that_does_not_say_what_it_is_is_told_by_the_speaker(kind: object) -> None:
    private = {**MESSAGE, "chat": {"id": MESSAGE["from"]["id"], "chat_type": kind}}
    group = {**MESSAGE, "chat": {"id": "aa11", "chat_type": kind}}
    assert one({**BARE, "message": private}).conversation == MESSAGE["from"]["id"]
    assert one({**BARE, "message": group}).conversation == f"{GROUP_MARK}aa11"


def test_without_a_chat_it_belongs_to_the_speaker() -> None:
    message = {key: value for key, value in MESSAGE.items() if key != "chat"}
    assert one({**BARE, "message": message}).conversation == "6ede9afa66b88fe6d6a9"


@pytest.mark.parametrize(
    "wrong", [None, "", True, 1.5, [], {}, "x" * 71, "a\x00b", "\ud800"], ids=lambda wrong: ascii(wrong)[:12]
)
def test_an_id_that_no_row_could_hold_makes_way_for_the_content(wrong: object) -> None:
    body = {**BARE, "message": {**MESSAGE, "message_id": wrong, "chat": {"id": wrong}, "from": {"id": wrong}}}
    found = one(body)
    assert found.update_id.startswith("sha256:")
    assert len(found.update_id) <= 80
    assert found.conversation == ""


def test_a_number_for_an_id_is_read_too() -> None:
    message = {**MESSAGE, "message_id": 17, "chat": {"id": 18, "chat_type": "PRIVATE"}}
    found = one({**BARE, "message": message})
    assert (found.update_id.split(":")[1], found.conversation) == ("17", "18")


def test_the_same_event_without_an_id_is_the_same_and_another_is_not() -> None:
    added = {"event_name": "group.bot.add", "message": {"chat": {"id": "aa11", "chat_type": "GROUP"}}}
    again = json.loads(json.dumps({"message": added["message"], "event_name": "group.bot.add"}))
    other = {"event_name": "group.bot.add", "message": {"chat": {"id": "bb22", "chat_type": "GROUP"}}}
    assert one(added).update_id == one(again).update_id == one({"ok": True, "result": added}).update_id
    assert one(added).update_id != one(other).update_id


@pytest.mark.parametrize(
    "body",
    [None, 7, "x", [], {}, {"ok": True}, {"ok": True, "result": None}, {"ok": True, "result": []}, [BARE]],
)
def test_what_holds_no_event_is_none(body: object) -> None:
    assert received(body) is None
    assert event_in(body) is None


@pytest.mark.parametrize("message", [None, 7, "x", [], {"chat": 3, "from": []}, {"chat": {"id": {}}}])
def test_a_malformed_event_is_kept_all_the_same(message: object) -> None:
    found = one({"event_name": "message.text.received", "message": message})
    assert found.conversation == ""
    assert found.body["message"] == message


@pytest.mark.parametrize("text", ["27", " 5 ", "1\n", "/canlam", "/tim quý IV"])
def test_a_number_to_choose_and_a_command_are_like_a_tap(text: str) -> None:
    assert not saying(text).carries_content


@pytest.mark.parametrize("text", ["27 có phải nộp bản giấy?", "Xin chào", "/a\nb", "2711", "", 7, None])
def test_whatever_else_is_written_is_content(text: object) -> None:
    assert saying(text).carries_content


@pytest.mark.parametrize(
    "name", ["message.image.received", "message.voice.received", "message.file.received"]
)
def test_pictures_and_voices_are_content(name: str) -> None:
    assert saying(None, name=name).carries_content


def test_what_the_platform_does_not_hand_out_is_no_content() -> None:
    assert not saying(None, name="message.unsupported.received").carries_content
    assert not one({"event_name": "group.bot.add"}).carries_content
