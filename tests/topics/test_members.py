"""/dangky as a member meets it: how a topic comes, who locked it, what a candidate hears."""

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.organisation.subscriptions import set_rhythm, subscribe, topics_of, unsubscribe
from storage import tables
from storage.audience import audiences
from storage.database import Connection
from storage.states import MemberKind, Rhythm
from tests.cast import Cast
from tests.digests.story import change, rows
from tests.topics.talking import Talk

MANDATORY, BY_DEFAULT, FREE = "Văn bản chỉ đạo", "Kết quả hội nghị", "Học tập chuyên đề"


async def rhythms(office: Office, cast: Cast, given: str) -> dict[str, Rhythm]:
    mine = await topics_of(cast.caller(given), office)
    return {topic.name: topic.rhythm for topic in mine.topics}


async def test_a_rhythm_is_one_press_and_confirmed_in_words(office: Office, cast: Cast) -> None:
    binh = Talk(office, cast, "Bình")
    shown = await binh.says("/dangky")
    assert f"• {BY_DEFAULT}: ✅ đang nhận\n" in shown
    assert "Văn bản cần xác nhận và tin khẩn luôn đến ngay." in shown
    await binh.presses(f"🕑 Cách nhận “{BY_DEFAULT}”")
    assert binh.labels == [
        "✓ Gửi ngay từng tin (hiện nay)",
        "Mỗi ngày một lần, 07:30",
        "Mỗi tuần một lần, 07:30 thứ Hai",
        "‹ Về danh sách chủ đề",
    ]
    # 24 November is a day off.
    assert (
        f"Đồng chí Bình nhận “{BY_DEFAULT}” mỗi ngày một tin tổng hợp, lần tới lúc 07:30 thứ Tư, 25/11/2026."
        in await binh.presses("Mỗi ngày một lần, 07:30")
    )
    assert binh.toast
    assert "lần tới lúc 07:30 thứ Hai, 30/11/2026" in await binh.presses("Mỗi tuần một lần, 07:30 thứ Hai")
    assert f"• {BY_DEFAULT}: ✅ đang nhận, tổng hợp hằng tuần" in await binh.presses("‹ Về danh sách chủ đề")
    assert (await rhythms(office, cast, "Mai"))[BY_DEFAULT] is Rhythm.AT_ONCE
    lines = await rows(office, tables.history, thing="subscription", detail="rhythm")
    assert [(line.from_state, line.to_state) for line in lines] == [("at_once", "daily"), ("daily", "weekly")]


async def test_a_mandatory_topic_may_come_in_another_rhythm_but_is_not_left(
    office: Office, cast: Cast
) -> None:
    binh, topic_id = cast.caller("Bình"), cast.topics[MANDATORY]
    await set_rhythm(binh, office, topic_id=topic_id, rhythm=Rhythm.WEEKLY)
    with pytest.raises(Refused) as refused:
        await unsubscribe(binh, office, topic_id=topic_id)
    assert refused.value.reason is Refusal.MANDATORY
    assert (await rhythms(office, cast, "Bình"))[MANDATORY] is Rhythm.WEEKLY


async def test_leaving_and_coming_back_keeps_the_rhythm(office: Office, cast: Cast) -> None:
    binh, topic_id = cast.caller("Bình"), cast.topics[BY_DEFAULT]
    await set_rhythm(binh, office, topic_id=topic_id, rhythm=Rhythm.DAILY)
    await unsubscribe(binh, office, topic_id=topic_id)
    await subscribe(binh, office, topic_id=topic_id)
    assert (await rhythms(office, cast, "Bình"))[BY_DEFAULT] is Rhythm.DAILY


async def test_the_same_rhythm_again_leaves_no_second_line_of_history(office: Office, cast: Cast) -> None:
    for _ in range(2):
        await set_rhythm(cast.caller("Bình"), office, topic_id=cast.topics[BY_DEFAULT], rhythm=Rhythm.DAILY)
    assert len(await rows(office, tables.history, thing="subscription")) == 1


@pytest.mark.parametrize("topic", [FREE, "unknown", "closed"])
async def test_what_one_does_not_take_has_no_rhythm(office: Office, cast: Cast, topic: str) -> None:
    topic_id = cast.topics.get(topic, 9999)
    if topic == "closed":
        topic_id = cast.topics[BY_DEFAULT]
        await change(office, tables.topics, topic_id, closed_at=office.clock.now())
    with pytest.raises(Refused) as refused:
        await set_rhythm(cast.caller("Bình"), office, topic_id=topic_id, rhythm=Rhythm.DAILY)
    assert refused.value.reason is Refusal.NOT_FOUND
    assert await rows(office, tables.subscriptions) == []


async def test_a_stranger_and_a_forged_rhythm_are_refused(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await set_rhythm(cast.stranger(), office, topic_id=cast.topics[BY_DEFAULT], rhythm=Rhythm.DAILY)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    with pytest.raises(Refused) as refused:
        await Talk(office, cast, "Bình").presses_this(Button("", Act.SET_RHYTHM, cast.topics[BY_DEFAULT], 4))
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_a_candidate_hears_that_only_invitations_come_and_takes_no_topic(
    office: Office, cast: Cast
) -> None:
    await change(office, tables.members, cast["Bình"], kind=MemberKind.CANDIDATE)
    binh = Talk(office, cast, "Bình")
    assert "chỉ nhận thư mời" in await binh.says("/dangky")
    assert binh.at_hand is None
    with pytest.raises(Refused) as refused:
        await subscribe(cast.caller("Bình"), office, topic_id=cast.topics[FREE])
    assert refused.value.reason is Refusal.NOT_ALLOWED

    def covers(connection: Connection) -> list[bool]:
        rules = [Audience(AudienceKind.TOPIC, cast.topics[MANDATORY]), Audience(AudienceKind.EVERYONE)]
        now = office.clock.now()
        return [audiences.covers(connection, rule, member_id=cast["Bình"], now=now) for rule in rules]

    assert await office.database.read(covers) == [False, False]


async def test_quiet_hours_and_the_reasons_are_a_press_away(office: Office, cast: Cast) -> None:
    binh = Talk(office, cast, "Bình")
    await binh.says("/dangky")
    assert "GIỜ NGHỈ" in await binh.presses("🌙 Giờ nghỉ")
    await binh.says("/dangky")
    assert "VÌ SAO" in await binh.presses("❔ Vì sao nhận tin")
