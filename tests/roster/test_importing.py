"""An admin sends a roster, sees what it would change, and applies it."""

import io
from dataclasses import replace

import pytest
import sqlalchemy as sa
from python_calamine import load_workbook

from bot.access import Door
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.joining.phones import phone_hash
from bot.organisation.membership.changing import rename
from bot.organisation.roster import applying, importing
from bot.organisation.roster.difference import Part
from bot.states import ImportState, ObligationState, Origin
from storage import tables
from storage.database import Connection
from storage.organisation import organisation, people
from storage.organisation.people import Member
from tests.acknowledgement.story import obligation, published, rows
from tests.cast import COMMAND_LINE, PEOPLE, Cast, clock_of
from tests.roster.chatting import Chat
from tests.roster.files import csv_text, workbook

HEADING = ("Họ và tên", "Chi bộ", "Chức vụ")
BRANCH_3 = (
    ("Trịnh Văn Đức", "Chi bộ 3", "Bí thư Chi bộ 3"),
    ("Cao Thị Ngọc", "Chi bộ 3", ""),
    ("Mai Hồng Phúc", "Chi bộ 3", ""),
)
BRANCH_2 = (
    ("Hoàng Văn Sơn", "Chi bộ 2", "Bí thư Chi bộ 2"),
    ("Đặng Thị Yến", "Chi bộ 2", "Phó Bí thư Chi bộ 2"),
    ("Phan Văn Tâm", "Chi bộ 2", ""),
    ("Lý Thị Thu", "Chi bộ 2", ""),
)
NGA = ("Hồ Thị Nga", "Chi bộ 3", "Thủ quỹ")


def file(*rows: tuple[str, ...], heading: tuple[str, ...] = HEADING) -> bytes:
    return workbook([heading, *rows])


async def roster(office: Office) -> dict[str, Member]:
    found = await office.database.read(lambda connection: people.members_of(connection, None))
    return {one.full_name: one for one in found}


async def imports(office: Office) -> list[tuple[ImportState, bool]]:
    """The state of each file, and whether anything is still kept of it."""

    def body(connection: Connection) -> list[tuple[ImportState, bool]]:
        table = tables.roster_imports
        rows = connection.execute(sa.select(table.c.state, table.c.difference).order_by(table.c.id))
        return [(row.state, bool(row.difference)) for row in rows]

    return await office.database.read(body)


async def lines_of_history(office: Office, thing: str) -> list[tuple[str, str, int | None, str]]:
    def body(connection: Connection) -> list[tuple[str, str, int | None, str]]:
        one = tables.history
        question = sa.select(one).where(one.c.thing == thing).order_by(one.c.id)
        return [
            (row.from_state, row.to_state, row.member_id, row.detail) for row in connection.execute(question)
        ]

    return await office.database.read(body)


async def test_an_admin_sees_the_difference_and_applies_all_of_it(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    content = workbook(
        [
            ("DANH SÁCH ĐẢNG VIÊN",),
            (),
            ("STT", *HEADING, "Ngày sinh"),
            (1, *BRANCH_3[0], "01/01/1970"),
            (2, "Cao Thị Ngọc", "Chi bộ 3", "Văn nghệ", ""),
            (3, *BRANCH_3[2], ""),
            (4, *NGA, ""),
        ]
    )
    said = await chat.sends(content)
    assert "Mới 1 · Chuyển đơn vị 0 · Thay đổi 1" in said
    assert "+ Hồ Thị Nga – Chi bộ 3 (dòng 7)" in said
    assert "~ Cao Thị Ngọc: chức vụ: Văn nghệ (dòng 5)" in said
    assert "Không lưu: Ngày sinh." in said
    assert set(await roster(office)) == {person.full_name for person in PEOPLE}

    said = await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    assert "✅ Đã áp dụng: 1 người mới, 1 người thay đổi." in said
    assert "/moi" in said
    now = await roster(office)
    assert (now["Hồ Thị Nga"].position, now["Cao Thị Ngọc"].position) == ("Thủ quỹ", "Văn nghệ")
    assert await imports(office) == [(ImportState.APPLIED, False)]

    assert "Không có gì thay đổi" in await chat.sends(content)
    assert not chat.buttons


async def test_history_holds_who_did_what_and_no_name(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await chat.sends(file(*BRANCH_3[:2], ("Mai Hồng Phúc", "Chi bộ 3", "Thủ kho"), NGA))
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    new = (await roster(office))["Hồ Thị Nga"].id
    assert await lines_of_history(office, "member") == [
        ("on_roster", "changed", cast["Phúc"], "position"),
        ("", "on_roster", new, ""),
    ]
    [shown, applied] = await lines_of_history(office, "roster_import")
    assert (shown[1], applied[:2], applied[3]) == ("shown", ("shown", "applied"), "1+0+1+0")


async def test_the_whole_difference_comes_as_a_file_in_which_everything_is_text(
    office: Office, cast: Cast
) -> None:
    chat = Chat(office, cast)
    await chat.sends(
        file(*BRANCH_3, ("Hồ Thị Nga", "Chi bộ 3", '=HYPERLINK("http://a.example")'), ("@x", "", ""))
    )
    kept = await chat.file()
    rows = load_workbook(io.BytesIO(kept.content)).get_sheet_by_index(0).to_python()
    assert [row[:3] for row in rows[1:]] == [[5, "Mới", "Hồ Thị Nga"], [6, "Chưa rõ", "@x"]]
    assert str(rows[1][5]).endswith('=HYPERLINK("http://a.example")')
    assert b"<f>" not in kept.content


@pytest.mark.parametrize("part", [Part.JOINED, Part.MOVED, Part.CHANGED, Part.LEFT])
async def test_one_part_is_applied_and_the_rest_waits(office: Office, cast: Cast, part: Part) -> None:
    chat = Chat(office, cast)
    rows = (
        *BRANCH_3[:2],
        ("Mai Hồng Phúc", "Chi bộ 2", ""),
        *BRANCH_2[:2],
        ("Phan Văn Tâm", "Chi bộ 2", "Thủ kho"),
        NGA,
    )
    said = await chat.sends(file(*rows))
    assert "Mới 1 · Chuyển đơn vị 1 · Thay đổi 1" in said
    assert "- Lý Thị Thu – Chi bộ 2 (không có trong tệp)" in said
    await chat.presses(Act.ROSTER_APPLY, part=part)
    now = await roster(office)
    done = {
        Part.JOINED: "Hồ Thị Nga" in now,
        Part.MOVED: now["Mai Hồng Phúc"].unit_id == cast.units["Chi bộ 2"],
        Part.CHANGED: now["Phan Văn Tâm"].position == "Thủ kho",
        Part.LEFT: "Lý Thị Thu" not in now,
    }
    assert [one for one, is_done in done.items() if is_done] == [part]
    assert await imports(office) == [(ImportState.PARTLY, True)]
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    assert await imports(office) == [(ImportState.APPLIED, False)]
    assert set(await roster(office)) - set(now) <= {"Hồ Thị Nga"}


async def test_half_a_unit_leaves_only_when_asked_by_itself(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    said = await chat.sends(file(*BRANCH_2[:2], NGA, *BRANCH_3))
    assert "Chi bộ 2: 2/4 người không có trong tệp" in said
    said = await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    assert "1 người mới" in said
    assert {"Phan Văn Tâm", "Lý Thị Thu"} <= set(await roster(office))
    await chat.presses(Act.ROSTER_APPLY, part=Part.EMPTIED)
    assert not {"Phan Văn Tâm", "Lý Thị Thu"} & set(await roster(office))
    assert await imports(office) == [(ImportState.APPLIED, False)]


async def test_a_unit_without_a_line_is_left_alone(office: Office, cast: Cast) -> None:
    said = await Chat(office, cast).sends(file(*BRANCH_3))
    assert "Không có gì thay đổi" in said
    assert len(await roster(office)) == len(PEOPLE)


async def test_a_roster_that_has_changed_is_compared_anew_and_nothing_is_applied(
    office: Office, cast: Cast
) -> None:
    chat = Chat(office, cast)
    await chat.sends(file(*BRANCH_3, NGA, ("Lê Văn Lộc", "Chi bộ 3", "")))

    def meanwhile(connection: Connection) -> None:
        new = organisation.NewMember("Hồ Thị Nga", "1", cast.units["Chi bộ 3"], office.clock.now())
        organisation.add_member(connection, new)

    await office.database.transaction(meanwhile)
    said = await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    assert "Danh sách đã thay đổi sau lần đối chiếu trước nên chưa áp dụng" in said
    assert "Mới 1" in said
    assert "Lê Văn Lộc" not in await roster(office)
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    now = await roster(office)
    assert (now["Hồ Thị Nga"].position, "Lê Văn Lộc" in now) == ("Thủ quỹ", True)


async def test_units_are_opened_only_when_asked(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    said = await chat.sends(file(*BRANCH_3, ("Hồ Thị Nga", "Chi bộ 9", ""), ("Lê Văn Lộc", "CHI BỘ 9", "")))
    assert "Chưa có đơn vị: “Chi bộ 9”" in said
    assert "? Dòng 5: Hồ Thị Nga: chưa có đơn vị “Chi bộ 9”" in said
    said = await chat.presses(Act.ROSTER_OPEN_UNITS)
    assert "Sẽ lập đơn vị mới: “Chi bộ 9”" in said
    assert "+ Hồ Thị Nga – Chi bộ 9 (lập mới) (dòng 5)" in said
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    units = await office.database.read(organisation.units_in_order)
    [opened] = [unit for unit in units if unit.name == "Chi bộ 9"]
    assert opened.parent_id == cast.units["Đảng ủy"]
    now = await roster(office)
    assert {now["Hồ Thị Nga"].unit_id, now["Lê Văn Lộc"].unit_id} == {opened.id}


async def test_a_telephone_is_nowhere_but_as_a_hash(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    heading = ("Họ và tên", "Chi bộ", "Số điện thoại", "Ngày sinh")
    rows = (
        *((name, unit, "", "") for name, unit, _ in BRANCH_3),
        ("Hồ Thị Nga", "Chi bộ 3", "0912 345 678", "02/03/1961"),
    )
    await chat.sends(csv_text([heading, *rows]).encode(), "ds.csv")

    def everything(connection: Connection) -> str:
        found = []
        for table in tables.metadata.sorted_tables:
            if table.name != "files":
                found += [str(tuple(row)) for row in connection.execute(sa.select(table))]
        return "\n".join(found)

    for _ in range(2):
        kept = await office.database.read(everything)
        for written in ("0912", "912345678", "912 345", "1961"):
            assert written not in kept
        if any(one.act is Act.ROSTER_APPLY for one in chat.buttons):
            await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    assert (await roster(office))["Hồ Thị Nga"].phone_hash == phone_hash(office.key, "+84912345678")


async def test_who_is_exempt_is_let_off_meetings_and_a_cleared_mark_ends_it(
    office: Office, cast: Cast
) -> None:
    chat = Chat(office, cast)
    heading = ("Họ và tên", "Chi bộ", "Miễn sinh hoạt")
    names = [(name, unit) for name, unit, _ in BRANCH_3]

    async def exempt() -> int:
        def body(connection: Connection) -> int:
            question = sa.select(sa.func.count()).where(tables.exemptions.c.ended_at.is_(None))
            return int(connection.execute(question).scalar_one())

        return await office.database.read(body)

    marked = file(*((*one, "x" if one[0] == "Cao Thị Ngọc" else "") for one in names), heading=heading)
    assert "Cao Thị Ngọc: miễn sinh hoạt" in await chat.sends(marked)
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    assert await exempt() == 1
    assert "Không có gì thay đổi" in await chat.sends(marked)
    await chat.sends(file(*((*one, "") for one in names), heading=heading))
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    assert await exempt() == 0


async def test_of_a_file_that_was_applied_in_part_the_rest_is_dropped(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    rows = (*BRANCH_2[:2], ("Phan Văn Tâm", "Chi bộ 2", "Thủ kho"), BRANCH_2[3], *BRANCH_3, NGA)
    await chat.sends(file(*rows))
    await chat.presses(Act.ROSTER_APPLY, part=Part.JOINED)
    said = await chat.presses(Act.ROSTER_DROP)
    assert said == "Đã bỏ phần còn lại của tệp. Những gì đã áp dụng vẫn giữ."
    now = await roster(office)
    assert ("Hồ Thị Nga" in now, now["Phan Văn Tâm"].position) == (True, "")


async def test_a_dropped_file_is_forgotten_and_its_buttons_say_so(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await chat.sends(file(*BRANCH_3, NGA))
    [apply] = [one for one in chat.buttons if one.act is Act.ROSTER_APPLY]
    assert await chat.presses(Act.ROSTER_DROP) == "Đã bỏ tệp này. Danh sách giữ nguyên."
    assert await imports(office) == [(ImportState.DROPPED, False)]
    with pytest.raises(Refused, match=Refusal.ROSTER_LAPSED):
        await chat.presses_again(apply)
    assert "Hồ Thị Nga" not in await roster(office)


async def test_a_second_tap_changes_nothing_more(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await chat.sends(file(*BRANCH_3, NGA))
    [apply] = [one for one in chat.buttons if one.act is Act.ROSTER_APPLY]
    await chat.presses_again(apply)
    with pytest.raises(Refused, match=Refusal.ROSTER_LAPSED):
        await chat.presses_again(apply)
    assert len(await roster(office)) == len(PEOPLE) + 1


async def test_a_double_tap_does_not_apply_what_nobody_saw(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await chat.sends(file(*BRANCH_3, NGA))
    [apply] = [one for one in chat.buttons if one.act is Act.ROSTER_APPLY]
    # The roster goes on: by now the file would also take somebody off it.
    await rename(cast.caller("Dũng"), office, member_id=cast["Ngọc"], full_name="Hồ Xuân Hương")
    for _ in range(2):
        assert "Danh sách đã thay đổi" in await chat.presses_again(apply)
        assert "Hồ Thị Nga" not in await roster(office)
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    assert "Hồ Thị Nga" in await roster(office)


async def test_a_file_is_forgotten_after_a_day(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await chat.sends(file(*BRANCH_3, NGA))
    clock_of(office).forward(hours=23)
    assert await importing.lapse_due(office) == 0
    clock_of(office).forward(hours=1)
    assert await importing.lapse_due(office) == 1
    assert await imports(office) == [(ImportState.DROPPED, False)]
    with pytest.raises(Refused, match=Refusal.ROSTER_LAPSED):
        await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)


async def test_a_second_file_takes_the_place_of_the_first_but_not_of_anothers(
    office: Office, cast: Cast
) -> None:
    chat = Chat(office, cast)
    await importing.show_file(COMMAND_LINE, office, name="a.xlsx", content=file(*BRANCH_3, NGA))
    await chat.sends(file(*BRANCH_3, NGA))
    await chat.sends(file(*BRANCH_3, NGA))
    assert [state for state, _ in await imports(office)] == [
        ImportState.SHOWN,
        ImportState.DROPPED,
        ImportState.SHOWN,
    ]


async def test_a_knock_that_is_handled_twice_applies_once(office: Office, cast: Cast) -> None:
    admin = cast.caller("Dũng")
    import_id = await importing.show_file(admin, office, name="a.xlsx", content=file(*BRANCH_3, NGA))

    def knock(connection: Connection) -> int:
        values = {"connection_id": cast.connection_id, "update_id": "1", "conversation": "c", "body": ""}
        values |= {"state": "handling", "size": 0, "refused_because": "", "failures": 0}
        when = {"due_at": office.clock.now(), "received_at": office.clock.now()}
        statement = tables.inbox.insert().values(values | when).returning(tables.inbox.c.id)
        return int(connection.execute(statement).scalar_one())

    caller = replace(admin, knock=await office.database.transaction(knock))
    seen = (await importing.look_at(admin, office, import_id=import_id)).difference.checksum
    first = await applying.apply_part(caller, office, import_id=import_id, seen=seen)
    assert await applying.apply_part(caller, office, import_id=import_id, seen=seen) == first
    assert first.joined == 1
    assert len(await roster(office)) == len(PEOPLE) + 1


async def test_a_marked_roster_is_refused_and_nothing_of_it_is_kept(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    with pytest.raises(Refused, match=Refusal.SECRET):
        await chat.sends(workbook([("TUYỆT MẬT",), HEADING, NGA]))
    assert await imports(office) == []


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Lan", "Minh", "Thuận", "Kiên"])
async def test_nobody_but_an_admin_may(office: Office, cast: Cast, given: str) -> None:
    import_id = await importing.show_file(
        cast.caller("Dũng"), office, name="a.xlsx", content=file(*BRANCH_3, NGA)
    )
    caller = cast.caller(given)
    attempts = (
        importing.show_file(caller, office, name="a.xlsx", content=file(*BRANCH_3)),
        importing.look_at(caller, office, import_id=import_id),
        importing.open_units_too(caller, office, import_id=import_id),
        importing.drop(caller, office, import_id=import_id),
        applying.apply_part(caller, office, import_id=import_id, seen=0),
    )
    for attempt in attempts:
        with pytest.raises(Refused, match=Refusal.NOT_ALLOWED):
            await attempt
    chat = Chat(office, cast, given)
    with pytest.raises(Refused, match=Refusal.NOT_ALLOWED):
        await chat.types("/nhapdanhsach")
    assert "Hồ Thị Nga" not in await roster(office)


async def test_a_table_from_somebody_else_is_no_roster(office: Office, cast: Cast) -> None:
    for given in ("Bình", "Lan"):
        chat = Chat(office, cast, given)
        assert "Tệp danh sách do quản trị nhập" in await chat.sends(file(*BRANCH_3, NGA))
        assert chat.last.keeps_asking
    said = await Chat(office, cast, "Bình").sends(b"abc", name="thu.txt")
    assert "Chưa có việc nào đang chờ tệp" in said
    assert "/soan" not in said
    assert await imports(office) == []


async def test_the_admin_is_told_how_and_a_text_is_no_file(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    said = await chat.types("/nhapdanhsach")
    assert "Cần hai cột: Họ và tên, Chi bộ" in said
    assert "Cần tệp danh sách" in await chat.types("đây ạ")


async def test_what_cannot_be_read_is_told_with_what_to_do(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    with pytest.raises(Refused) as refused:
        await chat.sends(b"%PDF-1.7")
    assert "không phải bảng Excel" in refused.value.details["because"]
    assert "Lưu thành" in refused.value.details["because"]


async def test_the_template_sent_back_changes_nothing(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast)
    await chat.types("/nhapdanhsach")
    await chat.presses(Act.ROSTER_TEMPLATE)
    assert "Không có gì thay đổi" in await chat.sends((await chat.file()).content)


async def test_people_join_by_the_file_through_the_door_they_came_by(office: Office, cast: Cast) -> None:
    import_id = await importing.show_file(COMMAND_LINE, office, name="a.xlsx", content=file(*BRANCH_3, NGA))
    seen = (await importing.look_at(COMMAND_LINE, office, import_id=import_id)).difference.checksum
    done = await applying.apply_part(COMMAND_LINE, office, import_id=import_id, seen=seen)
    assert (done.joined, done.is_done) == (1, True)

    def doors(connection: Connection) -> set[str]:
        return set(connection.execute(sa.select(tables.history.c.door)).scalars())

    assert await office.database.read(doors) == {Door.COMMAND_LINE}


async def test_who_joins_moves_or_leaves_by_a_file_takes_what_is_in_force_along(
    office: Office, cast: Cast
) -> None:
    everyone = await published(office, cast, number="1")
    chat = Chat(office, cast)
    await chat.sends(file(BRANCH_3[0], ("Mai Hồng Phúc", "Chi bộ 2", ""), *BRANCH_2, NGA))
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    new = (await roster(office))["Hồ Thị Nga"].id
    [asked] = await rows(office, tables.obligations, publication_id=everyone, member_id=new)
    assert (asked.state, asked.origin) == (ObligationState.EXPECTED, Origin.JOINED_LATER)
    moved = await obligation(office, everyone, cast["Phúc"])
    assert (moved.state, moved.unit_id) == (ObligationState.EXPECTED, cast.units["Chi bộ 2"])
    left = await obligation(office, everyone, cast["Ngọc"])
    assert left.state is ObligationState.WITHDRAWN


async def test_a_candidate_who_becomes_a_member_by_a_file_is_asked_from_then_on(
    office: Office, cast: Cast
) -> None:
    chat = Chat(office, cast)
    heading = ("Họ và tên", "Chi bộ", "Loại")
    branch_3 = [(name, unit, "") for name, unit, _ in BRANCH_3]
    everyone = await published(office, cast, number="1")
    await chat.sends(file(*branch_3, ("Hồ Thị Nga", "Chi bộ 3", "quần chúng ưu tú"), heading=heading))
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    new = (await roster(office))["Hồ Thị Nga"].id

    async def asked() -> list[ObligationState]:
        found = await rows(office, tables.obligations, publication_id=everyone, member_id=new)
        return [row.state for row in found]

    assert await asked() == []
    await chat.sends(file(*branch_3, ("Hồ Thị Nga", "Chi bộ 3", "dự bị"), heading=heading))
    await chat.presses(Act.ROSTER_APPLY, part=Part.ALL)
    assert await asked() == [ObligationState.EXPECTED]
