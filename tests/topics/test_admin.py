"""/chude as the admin meets it, and what the members then see."""

from collections.abc import Awaitable

import pytest

from bot.access import Caller
from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.organisation.subscriptions import topics_of
from bot.organisation.topics import changing, listing, unit_settings
from bot.organisation.topics.changing import Changes
from bot.organisation.topics.leaving import who_would_leave
from bot.publication.audience import choosing
from bot.publication.audience.recipients import recipients
from bot.publication.member.in_force import in_force_for
from storage import tables
from storage.states import MemberKind, Rhythm
from tests.cast import BRANCH_1, BRANCH_2, COMMAND_LINE, COMMITTEE, ROOT, Cast
from tests.digests.story import change, published, rows
from tests.publication.steps import drafted
from tests.topics.talking import Talk

MANDATORY, BY_DEFAULT, FREE = "Văn bản chỉ đạo", "Kết quả hội nghị", "Học tập chuyên đề"
ADMIN = "Dũng"


async def taken(office: Office, cast: Cast, given: str) -> dict[str, bool]:
    mine = await topics_of(cast.caller(given), office)
    return {topic.name: topic.taken for topic in mine.topics}


async def refused_as(awaitable: Awaitable[object]) -> Refusal:
    with pytest.raises(Refused) as refused:
        await awaitable
    return refused.value.reason


async def test_the_admin_adds_a_topic_and_every_member_finds_it_free(office: Office, cast: Cast) -> None:
    admin = Talk(office, cast, ADMIN)
    shown = await admin.says("/chude")
    assert "1. Văn bản chỉ đạo: 🔒 bắt buộc nhận; gửi ngay" in shown
    assert "3. Học tập chuyên đề: ai đăng ký mới nhận; gửi ngay" in shown
    await admin.presses("➕ Thêm chủ đề")
    shown = await admin.says("  Công tác   nữ công ")
    assert "CHỦ ĐỀ · Công tác nữ công" in shown
    assert "Đang nhận: 0 người" in shown
    assert (await taken(office, cast, "Bình"))["Công tác nữ công"] is False


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("hoc tap chuyen de", Refusal.SAME_TOPIC),
        ("HỌC TẬP, chuyên đề!", Refusal.SAME_TOPIC),
        ("", Refusal.EMPTY),
        (" … ", Refusal.EMPTY),
        ("a" * 61, Refusal.TOO_LONG),
        ("ă" * 200, Refusal.TOO_LONG),
    ],
)
async def test_a_name_that_is_there_or_empty_or_long_is_refused(
    office: Office, cast: Cast, name: str, reason: Refusal
) -> None:
    admin = cast.caller(ADMIN)
    assert await refused_as(changing.add_topic(admin, office, name=name)) is reason
    other = cast.topics[BY_DEFAULT]
    assert await refused_as(changing.rename_topic(admin, office, topic_id=other, name=name)) is reason
    assert len(await rows(office, tables.topics)) == 3
    assert await rows(office, tables.history, thing="topic") == []


async def test_a_topic_keeps_its_own_name_in_other_letters(office: Office, cast: Cast) -> None:
    admin = Talk(office, cast, ADMIN)
    await admin.says("/chude hoc tap")
    await admin.presses("Mở số 1")
    await admin.presses("✏️ Tên")
    assert "CHỦ ĐỀ · Học tập Chuyên đề" in await admin.says("Học tập Chuyên đề")
    (line,) = await rows(office, tables.history, thing="topic")
    assert (line.detail, line.actor_id) == ("renamed", cast[ADMIN])


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Lan", "Minh", "Thuận", "Kiên"])
async def test_nobody_but_the_admin_changes_topics(office: Office, cast: Cast, given: str) -> None:
    caller, topic_id, unit_id = cast.caller(given), cast.topics[FREE], cast.units[BRANCH_1]
    attempts = (
        changing.add_topic(caller, office, name="Mới"),
        changing.rename_topic(caller, office, topic_id=topic_id, name="Mới"),
        changing.change_topic(caller, office, topic_id=topic_id, changes=Changes(mandatory=True)),
        changing.move_topic(caller, office, topic_id=topic_id, up=True),
        changing.close_topic(caller, office, topic_id=topic_id),
        changing.reopen_topic(caller, office, topic_id=topic_id),
        unit_settings.set_for_unit(
            caller, office, topic_id=topic_id, unit_id=unit_id, changes=Changes(mandatory=True)
        ),
        unit_settings.remove_for_unit(caller, office, topic_id=topic_id, unit_id=unit_id),
        listing.units_for(caller, office, topic_id=topic_id),
    )
    for attempt in attempts:
        assert await refused_as(attempt) is Refusal.NOT_ALLOWED


async def test_the_auditor_reads_them_without_a_button_to_change(office: Office, cast: Cast) -> None:
    auditor = Talk(office, cast, "Kiên")
    await auditor.says("/chude")
    assert "➕ Thêm chủ đề" not in auditor.labels
    assert "Đang nhận: 16 người" in await auditor.presses("Mở số 1")
    assert auditor.labels == ["‹ Danh sách chủ đề"]
    assert await refused_as(listing.list_topics(cast.caller("Bình"), office)) is Refusal.NOT_ALLOWED


async def test_making_a_topic_mandatory_wins_over_what_members_chose_and_says_why(
    office: Office, cast: Cast
) -> None:
    admin, binh = Talk(office, cast, ADMIN), Talk(office, cast, "Bình")
    await binh.says("/dangky")
    await binh.presses(f"Thôi nhận “{BY_DEFAULT}”")
    await admin.says("/chude ket qua")
    await admin.presses("Mở số 1")
    assert "Lý do bắt buộc: chưa ghi" in await admin.presses("🔒 Bắt buộc")
    await admin.presses("✏️ Lý do bắt buộc")
    await admin.says("Ban Thường vụ quy định.")
    assert f"• {BY_DEFAULT}: 🔒 bắt buộc nhận. Ban Thường vụ quy định." in await binh.says("/dangky")
    asked = await admin.presses("Mặc định nhận")
    assert asked.startswith("Chủ đề đang bắt buộc. Đổi thì 1 người có thể không nhận nữa.")
    await admin.presses("Đúng, đổi")
    # Free again: what Bình had chosen counts.
    assert (await taken(office, cast, "Bình"))[BY_DEFAULT] is False
    assert (await taken(office, cast, "Mai"))[BY_DEFAULT] is True


async def test_the_reason_can_be_emptied_and_is_not_too_long(office: Office, cast: Cast) -> None:
    admin = cast.caller(ADMIN)
    topic_id = cast.topics[MANDATORY]
    long = Changes(locked_because="x" * 161)
    change_ = changing.change_topic(admin, office, topic_id=topic_id, changes=long)
    assert await refused_as(change_) is Refusal.TOO_LONG
    talk = Talk(office, cast, ADMIN)
    await talk.says("/chude chi dao")
    await talk.presses("Mở số 1")
    await talk.presses("✏️ Lý do bắt buộc")
    assert "Lý do bắt buộc: chưa ghi" in await talk.says("không")


async def test_topics_go_up_and_down_and_members_see_the_new_order(office: Office, cast: Cast) -> None:
    admin = Talk(office, cast, ADMIN)
    await admin.says("/chude")
    await admin.presses("Mở số 3")
    assert admin.labels == ["Đổi cách nhận", "Đặt riêng cho đơn vị", "Việc khác", "‹ Danh sách chủ đề"]
    await admin.presses("Việc khác")
    assert "⬇️ Xuống" not in admin.labels
    await admin.presses("⬆️ Lên")
    mine = await topics_of(cast.caller("Bình"), office)
    assert [topic.name for topic in mine.topics] == [MANDATORY, FREE, BY_DEFAULT]
    await admin.presses("⬆️ Lên")
    assert "⬆️ Lên" not in admin.labels
    first = cast.topics[FREE]
    await changing.move_topic(cast.caller(ADMIN), office, topic_id=first, up=True)
    mine = await topics_of(cast.caller("Bình"), office)
    assert [topic.name for topic in mine.topics] == [FREE, MANDATORY, BY_DEFAULT]


async def test_a_unit_has_something_of_its_own_with_all_below_it_until_it_is_taken_back(
    office: Office, cast: Cast
) -> None:
    admin = Talk(office, cast, ADMIN)
    await admin.says("/chude hoc tap")
    await admin.presses("Mở số 1")
    await admin.presses("Đặt riêng cho đơn vị")
    assert "Chi bộ 1" in admin.labels
    assert "Đang theo cấp trên" in await admin.presses("Chi bộ 1")
    assert "🔒 bắt buộc nhận" in await admin.presses("🔒 Bắt buộc")
    await admin.presses("Hằng tuần")
    card = await admin.presses("‹ Về chủ đề")
    assert "• Chi bộ 1: 🔒 bắt buộc nhận; tổng hợp hằng tuần" in card
    assert (await taken(office, cast, "Bình"))[FREE] is True
    assert (await taken(office, cast, "Sơn"))[FREE] is False
    binh = await Talk(office, cast, "Bình").says("/dangky")
    assert f"• {FREE}: 🔒 bắt buộc nhận, tổng hợp hằng tuần. Chi bộ 1 quy định mọi người đều nhận." in binh

    await admin.presses("Đặt riêng cho đơn vị")
    await admin.says("chi bo 1")
    await admin.presses("✓ Chi bộ 1 (đặt riêng)")
    asked = await admin.presses("Bỏ thiết lập riêng")
    assert f"{len(cast.of_unit(BRANCH_1))} người có thể không nhận nữa" in asked
    assert (await taken(office, cast, "Bình"))[FREE] is True, "nothing is changed by asking"
    assert "• Chi bộ 1" not in await admin.presses("Đúng, đổi")
    assert (await taken(office, cast, "Bình"))[FREE] is False
    states = [line.to_state for line in await rows(office, tables.history, thing="topic_setting")]
    assert states == ["own", "own", "from_above"]


async def test_it_is_asked_before_anybody_stops_receiving_and_kept_if_not_wanted(
    office: Office, cast: Cast
) -> None:
    admin = Talk(office, cast, ADMIN)
    await admin.says("/chude van ban")
    await admin.presses("Mở số 1")
    asked = await admin.presses("Tự đăng ký")
    assert f"Chủ đề đang bắt buộc. Đổi thì {len(cast.everyone)} người có thể không nhận nữa." in asked
    assert admin.labels == ["Đúng, đổi", "Giữ nguyên"]
    assert f"Đang nhận: {len(cast.everyone)} người" in await admin.presses("Giữ nguyên")
    await admin.presses("Tự đăng ký")
    assert "Đang nhận: 0 người" in await admin.presses("Đúng, đổi")
    assert "Đang nhận:" in await admin.presses("Mặc định nhận"), "who gains nobody loses is not asked"


async def test_a_unit_counts_its_own_people_and_not_those_with_a_setting_of_their_own(
    office: Office, cast: Cast
) -> None:
    admin, topic_id = cast.caller(ADMIN), cast.topics[MANDATORY]
    for unit in (COMMITTEE, BRANCH_2):
        await unit_settings.set_for_unit(
            admin, office, topic_id=topic_id, unit_id=cast.units[unit], changes=Changes(mandatory=True)
        )
    free = Changes(mandatory=False, on_by_default=False)
    whole = await who_would_leave(admin, office, topic_id=topic_id, changes=free)
    unit_id = cast.units[COMMITTEE]
    here = await who_would_leave(admin, office, topic_id=topic_id, unit_id=unit_id, changes=free)
    assert whole.amount + here.amount == len(cast.everyone - cast.of_unit(BRANCH_2))
    assert here.amount
    back = await who_would_leave(admin, office, topic_id=topic_id, unit_id=unit_id, changes=None)
    assert back.amount == 0
    attempt = who_would_leave(cast.caller("Bình"), office, topic_id=topic_id, changes=free)
    assert await refused_as(attempt) is Refusal.NOT_ALLOWED


async def test_the_nearest_unit_upwards_decides(office: Office, cast: Cast) -> None:
    admin, topic_id = cast.caller(ADMIN), cast.topics[FREE]
    for unit, changes in (
        (ROOT, Changes(on_by_default=True)),
        (COMMITTEE, Changes(mandatory=True)),
        (BRANCH_2, Changes(mandatory=False, on_by_default=False)),
    ):
        await unit_settings.set_for_unit(
            admin, office, topic_id=topic_id, unit_id=cast.units[unit], changes=changes
        )
    card = await listing.topic_card(admin, office, topic_id=topic_id)
    assert [unit.unit_name for unit in card.units] == [
        "Liên đoàn Lao động tỉnh",
        "Đảng ủy LĐLĐ tỉnh",
        "Chi bộ 2",
    ]
    assert (await taken(office, cast, "Bình"))[FREE] is True
    assert (await taken(office, cast, "Sơn"))[FREE] is False
    assert card.takers == len(cast.everyone - cast.of_unit(BRANCH_2))


async def test_a_closed_unit_an_unknown_one_and_a_second_removal_are_refused(
    office: Office, cast: Cast
) -> None:
    admin, topic_id, unit_id = cast.caller(ADMIN), cast.topics[FREE], cast.units[BRANCH_1]

    def setting(unit: int) -> Awaitable[None]:
        return unit_settings.set_for_unit(
            admin, office, topic_id=topic_id, unit_id=unit, changes=Changes(mandatory=True)
        )

    await setting(unit_id)
    await unit_settings.remove_for_unit(admin, office, topic_id=topic_id, unit_id=unit_id)
    again = unit_settings.remove_for_unit(admin, office, topic_id=topic_id, unit_id=unit_id)
    assert await refused_as(again) is Refusal.GONE_ON
    assert await refused_as(setting(9999)) is Refusal.NOT_FOUND
    await change(office, tables.units, unit_id, closed_on=office.clock.now().date())
    assert await refused_as(setting(unit_id)) is Refusal.NOT_FOUND


async def test_a_closed_topic_is_offered_to_nobody_and_what_was_published_stays(
    office: Office, cast: Cast
) -> None:
    await published(office, cast, topic=BY_DEFAULT)
    admin = Talk(office, cast, ADMIN)
    await admin.says("/chude ket qua")
    await admin.presses("Mở số 1")
    assert "16 người đang nhận" in await admin.presses("Đóng chủ đề")
    assert "đã đóng" in await admin.presses("Đóng")
    assert BY_DEFAULT not in await taken(office, cast, "Bình")
    offered = await choosing.choices(cast.caller("Lan"), office)
    assert BY_DEFAULT not in {topic.name for topic in offered.topics}
    assert len(await in_force_for(cast.caller("Bình"), office)) == 1
    # Nothing about it changes any more, and it is not closed twice.
    topic_id = cast.topics[BY_DEFAULT]
    attempts = (
        changing.close_topic(cast.caller(ADMIN), office, topic_id=topic_id),
        changing.change_topic(
            cast.caller(ADMIN), office, topic_id=topic_id, changes=Changes(rhythm=Rhythm.DAILY)
        ),
        changing.move_topic(cast.caller(ADMIN), office, topic_id=topic_id, up=True),
    )
    for attempt in attempts:
        assert await refused_as(attempt) is Refusal.TOPIC_CLOSED
    assert len(await rows(office, tables.history, thing="topic", to_state="closed")) == 1
    await admin.presses("Mở lại")
    assert BY_DEFAULT in await taken(office, cast, "Bình")


async def test_a_draft_by_a_closed_topic_shows_it_and_an_old_button_does_not_choose_it(
    office: Office, cast: Cast
) -> None:
    rule = Audience(AudienceKind.TOPIC, cast.topics[BY_DEFAULT])
    draft = await drafted(office, cast, audience=rule)
    await changing.close_topic(cast.caller(ADMIN), office, topic_id=rule.subject)
    count = await recipients(cast.caller("Lan"), office, draft_id=draft.draft_id)
    assert count is not None
    assert count.audience == f"Người nhận chủ đề {BY_DEFAULT} (chủ đề đã đóng)"
    old = choosing.set_audience(
        cast.caller("Lan"), office, draft_id=draft.draft_id, revision=None, audience=rule
    )
    assert await refused_as(old) is Refusal.NOT_FOUND


async def test_the_head_count_says_how_many_candidates_are_left_out(office: Office, cast: Cast) -> None:
    await change(office, tables.members, cast["Bình"], kind=MemberKind.CANDIDATE)
    draft = await drafted(office, cast)
    count = await recipients(cast.caller("Lan"), office, draft_id=draft.draft_id)
    assert count is not None
    assert (count.candidates, count.expected) == (1, len(cast.everyone) - 1)


@pytest.mark.parametrize("who", [COMMAND_LINE])
async def test_the_command_line_may_too_and_unknown_topics_are_refused(
    office: Office, cast: Cast, who: Caller
) -> None:
    assert await changing.add_topic(who, office, name="Từ máy chủ")
    for attempt in (
        changing.rename_topic(who, office, topic_id=9999, name="Mới"),
        changing.close_topic(who, office, topic_id=9999),
        listing.topic_card(who, office, topic_id=9999),
    ):
        assert await refused_as(attempt) is Refusal.NOT_FOUND


async def test_a_button_with_an_unknown_number_is_refused(office: Office, cast: Cast) -> None:
    admin = Talk(office, cast, ADMIN)
    forged = Button("", Act.CHANGE_TOPIC, cast.topics[FREE], 99)
    assert await refused_as(admin.presses_this(forged)) is Refusal.NOT_FOUND
    unit = Button("", Act.CHANGE_TOPIC_UNIT, cast.topics[FREE], 15 + 16 * cast.units[BRANCH_1])
    assert await refused_as(admin.presses_this(unit)) is Refusal.NOT_FOUND
