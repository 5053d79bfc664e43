"""/dangky as a member meets it."""

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from handlers.commands.own.subscriptions import show, toggle
from storage import tables
from tests.cast import TOPICS, Cast
from tests.commands.saying import button, buttons, presses, read, says
from tests.organisation.joined import do

FREE, MANDATORY = "Học tập chuyên đề", "Văn bản chỉ đạo"


async def test_topics_are_listed_and_the_locked_one_says_why(office: Office, cast: Cast) -> None:
    reply = await show(office, says(cast.caller("Bình"), "/dangky"))
    shown = read(reply)
    assert "Đồng chí Bình" in shown
    assert f"• {MANDATORY}: 🔒 bắt buộc nhận. {TOPICS[0][3]}" in shown
    assert f"• {FREE}: không nhận" in shown
    free = {one.subject for one in buttons(reply.messages[0]) if one.act is Act.TOGGLE_TOPIC}
    assert free == set(cast.topics.values()) - {cast.topics[MANDATORY]}


async def test_a_press_changes_the_same_message_and_back(office: Office, cast: Cast) -> None:
    binh = cast.caller("Bình")
    reply = await show(office, says(binh, "/dangky"))
    press = button(reply.messages[0], Act.TOGGLE_TOPIC, subject=cast.topics[FREE])
    changed = await toggle(office, presses(binh, press))
    assert f"• {FREE}: ✅ đang nhận" in read(changed)
    assert changed.messages == ()
    assert changed.toast
    back = button(changed.replaces, Act.TOGGLE_TOPIC, subject=cast.topics[FREE])
    assert back.label == f"Thôi nhận “{FREE}”"
    assert f"• {FREE}: không nhận" in read(await toggle(office, presses(binh, back)))


async def test_an_old_button_pressed_twice_does_not_toggle_back(office: Office, cast: Cast) -> None:
    binh = cast.caller("Bình")
    press = Button("", Act.TOGGLE_TOPIC, cast.topics[FREE], 1)
    for _ in range(2):
        assert f"• {FREE}: ✅ đang nhận" in read(await toggle(office, presses(binh, press)))


async def test_a_mandatory_topic_cannot_be_left_by_an_old_button(office: Office, cast: Cast) -> None:
    press = Button("", Act.TOGGLE_TOPIC, cast.topics[MANDATORY], 0)
    with pytest.raises(Refused) as refused:
        await toggle(office, presses(cast.caller("Bình"), press))
    assert refused.value.reason is Refusal.MANDATORY


async def test_a_union_member_is_addressed_in_their_form(office: Office, cast: Cast) -> None:
    shown = read(await show(office, says(cast.caller("Ngọc"), "/dangky")))
    assert "Chị Ngọc" in shown
    assert "đồng chí" not in shown.lower()


async def test_an_office_without_topics_says_so(office: Office, cast: Cast) -> None:
    await do(office, lambda connection: connection.execute(tables.topics.delete()).rowcount)
    reply = await show(office, says(cast.caller("Bình"), "/dangky"))
    assert "chưa lập chủ đề" in read(reply)
    assert not buttons(reply.messages[0])
