"""/donvi as an admin and a secretary meet it."""

import pytest

from bot.access import Door
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.organisation.callers import caller_of_member
from storage import tables
from storage.database import Connection
from storage.organisation import grants, organisation
from storage.states import Role, UnitKind
from tests.acknowledgement.story import published, rows
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, COMMITTEE, ROOT, Cast
from tests.commands.saying import buttons
from tests.units.chatting import TODAY, Chat, open_card, row, tree


async def test_a_whole_level_is_dissolved_in_four_presses(office: Office, cast: Cast) -> None:
    """The district level is gone: its branches hang under the level above, its people go where they are."""
    chat = Chat(office, cast)
    await chat.say("/donvi")
    await chat.press_unit(cast.units[COMMITTEE])
    shown = await chat.press(Act.UNIT_CLOSE)
    assert shown.splitlines() == [
        "GIẢI THỂ · Đảng ủy LĐLĐ tỉnh",
        "Từ thứ Hai, 23/11/2026 (hôm nay)",
        "3 đơn vị trực thuộc chuyển về Liên đoàn Lao động tỉnh: Chi bộ 1, Chi bộ 2, Chi bộ 3",
        "5 người của đơn vị chuyển sang Liên đoàn Lao động tỉnh; văn bản còn mở chuyển theo",
        "Số liệu đã chốt giữ nguyên theo đơn vị cũ.",
    ]
    done = await chat.press(Act.UNIT_CONFIRM)
    assert chat.presses == 4
    assert done.splitlines()[0] == "Đã giải thể: Đảng ủy LĐLĐ tỉnh."
    assert "Đã giải thể từ thứ Hai, 23/11/2026; người chuyển sang Liên đoàn Lao động tỉnh" in done
    top = "Liên đoàn Lao động tỉnh"
    assert await tree(office) == [(top, ""), (BRANCH_1, top), (BRANCH_2, top), (BRANCH_3, top)]
    members = await rows(office, tables.members, unit_id=cast.units[ROOT])
    assert {one.id for one in members} == cast.of_unit(COMMITTEE)


async def test_it_is_undone_by_the_reverse_change(office: Office, cast: Cast) -> None:
    before = await tree(office)
    chat = Chat(office, cast)
    await open_card(chat, cast.units[COMMITTEE])
    await chat.press(Act.UNIT_CLOSE)
    await chat.press(Act.UNIT_CONFIRM)
    shown = await chat.press(Act.UNIT_REOPEN)
    assert "3 đơn vị trực thuộc trở lại: Chi bộ 1, Chi bộ 2, Chi bộ 3" in shown
    assert "5 người trở lại; văn bản còn mở chuyển theo" in shown
    assert (await chat.press(Act.UNIT_CONFIRM)).startswith("Đã lập lại: Đảng ủy LĐLĐ tỉnh.")
    assert await tree(office) == before
    members = await rows(office, tables.members, unit_id=cast.units[COMMITTEE])
    assert {one.id for one in members} == cast.of_unit(COMMITTEE)


async def test_the_very_top_can_be_dissolved_and_the_admin_stays_one(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await open_card(chat, cast.units[ROOT])
    shown = await chat.press(Act.UNIT_CLOSE)
    assert "1 đơn vị trực thuộc đứng ở cấp cao nhất: Đảng ủy LĐLĐ tỉnh" in shown
    assert "Quản trị danh sách – đồng chí Phạm Quốc Dũng: từ nay cho Đảng ủy LĐLĐ tỉnh" in shown
    await chat.press(Act.UNIT_CONFIRM)
    assert (await tree(office))[0] == ("Đảng ủy LĐLĐ tỉnh", "")
    now = await caller_of_member(office, cast["Dũng"], door=Door.WEB)
    assert now.has({Role.ADMIN}, unit_id=cast.units[BRANCH_3])


async def test_a_branch_is_merged_and_what_is_open_goes_along(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    chat = Chat(office, cast)
    await open_card(chat, cast.units[BRANCH_2])
    await chat.press(Act.UNIT_MERGE)
    shown = await chat.press(Act.UNIT_TARGET, where=lambda one: one.argument == cast.units[BRANCH_1])
    assert "Sáp nhập vào: Chi bộ 1" in shown
    assert "4 người của đơn vị chuyển sang Chi bộ 1" in shown
    assert "Bí thư – đồng chí Hoàng Văn Sơn: thôi giữ vai trò" in shown
    assert "Phó Bí thư – đồng chí Đặng Thị Yến: thôi giữ vai trò" in shown
    await chat.press(Act.UNIT_CONFIRM)
    assert not (await caller_of_member(office, cast["Sơn"], door=Door.WEB)).grants
    moved = await rows(office, tables.obligations, publication_id=about, unit_id=cast.units[BRANCH_1])
    assert cast["Thu"] in {one.member_id for one in moved}
    (change,) = await rows(office, tables.unit_changes)
    assert {one.change_id for one in await rows(office, tables.member_moves)} == {change.id}
    merged = await row(office, cast.units[BRANCH_2])
    assert (merged.closed_on, merged.merged_into_id) == (TODAY, cast.units[BRANCH_1])


async def test_the_card_tells_of_the_unit(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    shown = await open_card(chat, cast.units[BRANCH_2])
    assert shown.splitlines() == [
        "ĐƠN VỊ · Chi bộ 2",
        "Chi bộ, trực thuộc Đảng ủy LĐLĐ tỉnh",
        "Lập từ 01/01/2020",
        "4 người",
        "Bí thư Chi bộ 2: đồng chí Hoàng Văn Sơn",
        "Phó Bí thư Chi bộ 2: đồng chí Đặng Thị Yến",
    ]
    assert [one.label for one in buttons(chat.at_hand)] == [
        "👥 Danh sách",
        "📄 Phiếu mời PDF",
        "💬 Gắn nhóm chat",
        "✏️ Sửa đơn vị",
        "➕ Lập đơn vị trực thuộc",
        "« Các đơn vị",
    ]
    await chat.press(Act.UNIT_CARD)
    assert [one.label for one in buttons(chat.at_hand)] == [
        "Đổi tên",
        "Chuyển",
        "Sáp nhập",
        "Giải thể",
        "↕ Thứ tự",
        "« Về đơn vị",
    ]


async def test_the_tree_is_listed_paged_and_found_by_name(office: Office, cast: Cast) -> None:
    await _many(office, cast, 10)
    chat = Chat(office, cast)
    await chat.say("/donvi")
    labels = [one.label for one in _units(chat)]
    assert labels[:3] == [
        "Liên đoàn Lao động tỉnh: 16 người",
        "– Đảng ủy LĐLĐ tỉnh: 16 người",
        "– – Chi bộ 1: 4 người",
    ]
    assert len(labels) == 8
    await chat.press(Act.UNITS)
    assert len(_units(chat)) == 7
    found = await chat.say("/donvi chi bo 2")
    assert found.startswith("ĐƠN VỊ · Chi bộ 2")
    assert "Không có đơn vị nào" in await chat.say("/donvi Hải Phòng")


async def test_a_unit_is_opened_by_kind_and_name_with_a_short_one_made_of_it(
    office: Office, cast: Cast
) -> None:
    chat = Chat(office, cast)
    await open_card(chat, cast.units[COMMITTEE])
    await chat.press(Act.UNIT_OPEN)
    await chat.press(Act.UNIT_OPEN, where=lambda one: one.label == "Chi bộ")
    shown = await chat.say("  Chi bộ   Văn phòng ")
    assert "Tên gọi tắt: CB Văn phòng" in shown
    await chat.press(Act.UNIT_SHORT_NAME, where=lambda one: not one.argument)
    shown = await chat.say("CB VP")
    assert "Chi bộ, trực thuộc Đảng ủy LĐLĐ tỉnh" in shown
    card = await chat.press(Act.UNIT_CONFIRM)
    assert "ĐƠN VỊ · Chi bộ Văn phòng" in card
    assert ("Chi bộ Văn phòng", "Đảng ủy LĐLĐ tỉnh") in await tree(office)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chi bo 2", "đã có đơn vị tên “Chi bộ 2”"),
        ("CHI BỘ  2", "đã có đơn vị tên “Chi bộ 2”"),
        ("\u0421hi b\u1ed9 2", "chỉ dùng chữ cái tiếng Việt"),
        ("Chi bộ 2\u202e", "chỉ dùng chữ cái tiếng Việt"),
        ("a" * 300, "dài quá 120 ký tự"),
        ("   ", "Chưa có nội dung"),
        ("—", "Chưa có nội dung"),
        ("Chi bộ 1", "Hiện đã đúng như vậy rồi"),
    ],
)
async def test_a_bad_name_is_asked_for_again_and_changes_nothing(
    office: Office, cast: Cast, typed: str, said: str
) -> None:
    before = await tree(office)
    chat = Chat(office, cast)
    await open_card(chat, cast.units[BRANCH_1])
    await chat.press(Act.UNIT_RENAME)
    assert said in await chat.say(typed)
    assert chat.asking is not None
    assert await tree(office) == before
    await chat.say("Chi bộ Cơ quan")
    await chat.press(Act.UNIT_CONFIRM)
    assert (await row(office, cast.units[BRANCH_1])).short_name == "CB Cơ quan"


async def test_a_unit_moves_to_where_words_find_it(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await open_card(chat, cast.units[BRANCH_3])
    await chat.press(Act.UNIT_MOVE)
    offered = {one.argument for one in _buttons(chat, Act.UNIT_TARGET)}
    assert offered == {0, cast.units[ROOT], cast.units[BRANCH_1], cast.units[BRANCH_2]}
    await chat.say("lien doan")
    shown = await chat.press(Act.UNIT_TARGET)
    assert "Chuyển về: Liên đoàn Lao động tỉnh" in shown
    await chat.press(Act.UNIT_CONFIRM)
    assert (await row(office, cast.units[BRANCH_3])).parent_id == cast.units[ROOT]


async def test_a_day_to_come_is_kept_and_can_be_called_off(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await open_card(chat, cast.units[BRANCH_1])
    assert "Chi bộ 1: tên mới là gì?" in await chat.press(Act.UNIT_RENAME)
    await chat.say("Chi bộ Cơ quan")
    assert chat.button(Act.UNIT_CONFIRM).label == "✅ Đổi tên"
    await chat.press(Act.UNIT_DATE)
    assert "Chưa đọc được ngày" in await chat.say("mùng một")
    shown = await chat.say("1/12/2026")
    assert "Từ thứ Ba, 01/12/2026, tự thực hiện đầu ngày đó" in shown
    assert chat.button(Act.UNIT_CONFIRM).label == "✅ Hẹn đổi tên"
    done = await chat.press(Act.UNIT_CONFIRM)
    assert "Đã hẹn: Chi bộ 1, tự thực hiện đầu ngày thứ Ba, 01/12/2026." in done
    assert "thứ Ba, 01/12/2026: Chi bộ 1 đổi tên thành Chi bộ Cơ quan" in done
    await chat.press(Act.UNIT_CALL_OFF)
    await chat.press(Act.UNIT_CALL_OFF_CONFIRMED)
    assert "Đã hẹn" not in await open_card(chat, cast.units[BRANCH_1])


async def test_what_was_shown_is_what_is_made(office: Office, cast: Cast) -> None:
    """Two admins: the second one's card counts what is no longer so."""
    first, second = Chat(office, cast), await _other_admin(office, cast)
    await open_card(first, cast.units[BRANCH_1])
    await first.press(Act.UNIT_RENAME)
    await first.say("Chi bộ Cơ quan")
    await open_card(second, cast.units[BRANCH_1])
    await second.press(Act.UNIT_RENAME)
    await second.say("Chi bộ Văn phòng")
    await first.press(Act.UNIT_CONFIRM)
    with pytest.raises(Refused) as refused:
        await second.press(Act.UNIT_CONFIRM)
    assert refused.value.reason is Refusal.GONE_ON
    assert (await row(office, cast.units[BRANCH_1])).name == "Chi bộ Cơ quan"


async def test_a_confirming_button_works_once_and_for_its_admin_only(office: Office, cast: Cast) -> None:
    chat, other = Chat(office, cast), await _other_admin(office, cast)
    await open_card(chat, cast.units[BRANCH_1])
    await chat.press(Act.UNIT_CLOSE)
    yes = chat.button(Act.UNIT_CONFIRM)
    with pytest.raises(Refused) as refused:
        await other.press_this(yes)
    assert refused.value.reason is Refusal.GONE_ON
    await chat.press_this(yes)
    with pytest.raises(Refused) as refused:
        await chat.press_this(yes)
    assert refused.value.reason is Refusal.GONE_ON


async def test_protocol_order_goes_up_and_down_and_ends(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await open_card(chat, cast.units[BRANCH_2])
    await chat.press(Act.UNIT_ORDER)
    up, down = _buttons(chat, Act.UNIT_ORDER)
    assert "1. Chi bộ 2 ◀" in await chat.press_this(up)
    assert "1. Chi bộ 2 ◀" in await chat.press_this(up)
    assert [name for name, _ in await tree(office)][2:4] == [BRANCH_2, BRANCH_1]
    assert "2. Chi bộ 2 ◀" in await chat.press_this(down)


async def test_the_office_calls_its_kinds_as_it_likes(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await chat.say("/donvi")
    await chat.press(Act.UNIT_WORDS)
    await chat.press(Act.UNIT_WORDS, where=lambda one: one.label.startswith("Tổ đảng"))
    assert "Từ nay gọi là “Tổ công tác”, viết tắt “TCT”." in await chat.say("Tổ công tác, TCT")
    await open_card(chat, cast.units[BRANCH_1])
    await chat.press(Act.UNIT_OPEN)
    await chat.press(Act.UNIT_OPEN, where=lambda one: one.label == "Tổ công tác")
    assert "Tên gọi tắt: TCT 1" in await chat.say("Tổ công tác 1")


async def test_a_secretary_looks_at_the_own_branch_and_changes_nothing(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast, "Hòa")
    await chat.say("/donvi")
    assert [one.subject for one in _units(chat)] == [cast.units[BRANCH_1]]
    await chat.press_unit(cast.units[BRANCH_1])
    assert chat.acts() == {Act.ROSTER, Act.INVITATION_SHEET, Act.BIND_GROUP, Act.UNITS}
    for forged in (
        Button("", Act.UNIT_CARD, cast.units[BRANCH_2]),
        Button("", Act.UNIT_CLOSE, cast.units[BRANCH_1]),
        Button("", Act.UNIT_RENAME, cast.units[BRANCH_1]),
        Button("", Act.UNIT_ORDER, cast.units[BRANCH_1], 1),
        Button("", Act.UNIT_OPEN, cast.units[BRANCH_1], 3),
        Button("", Act.UNIT_WORDS),
        Button("", Act.UNIT_CALL_OFF, 1),
        Button("", Act.UNIT_CONFIRM, 1, 1),
        Button("", Act.UNIT_TARGET, 1, 1),
    ):
        with pytest.raises(Refused) as refused:
            await chat.press_this(forged)
        assert refused.value.reason is Refusal.NOT_ALLOWED, forged


@pytest.mark.parametrize("who", ["Bình", "Lan", "Thuận"])
async def test_others_have_no_such_command(office: Office, cast: Cast, who: str) -> None:
    with pytest.raises(Refused) as refused:
        await Chat(office, cast, who).say("/donvi")
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_an_auditor_reads_and_changes_nothing(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast, "Kiên")
    await open_card(chat, cast.units[BRANCH_3])
    assert chat.acts() == {Act.ROSTER, Act.UNITS}


async def test_an_unknown_unit_is_not_found(office: Office, cast: Cast) -> None:
    for act in (Act.UNIT_CARD, Act.UNIT_CLOSE, Act.UNIT_ORDER):
        with pytest.raises(Refused) as refused:
            await Chat(office, cast).press_this(Button("", act, 999))
        assert refused.value.reason is Refusal.NOT_FOUND


async def test_a_change_that_was_dropped_cannot_be_confirmed(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await open_card(chat, cast.units[BRANCH_1])
    await chat.press(Act.UNIT_CLOSE)
    yes = chat.button(Act.UNIT_CONFIRM)
    assert "giữ nguyên" in await chat.press(Act.UNIT_DROP)
    with pytest.raises(Refused) as refused:
        await chat.press_this(yes)
    assert refused.value.reason is Refusal.GONE_ON
    assert (await row(office, cast.units[BRANCH_1])).closed_on is None


def _units(chat: Chat) -> list[Button]:
    return _buttons(chat, Act.UNIT_CARD)


def _buttons(chat: Chat, act: Act) -> list[Button]:
    return [one for one in buttons(chat.at_hand) if one.act is act]


async def _many(office: Office, cast: Cast, amount: int) -> None:
    def body(connection: Connection) -> None:
        for number in range(amount):
            name = f"Tổ {number}"
            organisation.add_unit(
                connection,
                kind=UnitKind.GROUP,
                name=name,
                short_name=name,
                parent_id=cast.units[BRANCH_1],
                opened_on=TODAY,
            )

    await office.database.transaction(body)


async def _other_admin(office: Office, cast: Cast) -> Chat:
    await office.database.transaction(
        lambda connection: grants.add(
            connection,
            member_id=cast["Lan"],
            role=Role.ADMIN,
            unit_id=cast.units[ROOT],
            from_at=office.clock.now(),
        )
    )
    caller = await caller_of_member(office, cast["Lan"], door=Door.WEB)
    return Chat(office, cast, caller=caller)
