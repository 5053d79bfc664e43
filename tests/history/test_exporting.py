"""History as a file in a chat: whose it may be, what is in it, and that it is written down."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from bot.errors import Refusal
from bot.messages.acts import Act
from bot.messages.blocks import File
from bot.office import Office
from bot.organisation.rights import history_exporting
from bot.organisation.rights.history_exporting import export, export_to
from bot.organisation.rights.history_filters import Filter
from bot.organisation.rights.history_reading import look
from bot.organisation.rights.history_sight import Theme
from bot.organisation.rights.history_tables import CsvTable
from bot.settings import Settings
from bot.settings.sections import OfficeSection
from storage import files, history, tables
from storage.history import Entry
from tests.cast import COMMAND_LINE, START, Cast
from tests.history.test_reading import write
from tests.organisation.joined import do
from tests.rights.talking import Talk, refused, rows_of


@pytest.fixture
def here(office: Office, tmp_path: Path) -> Office:
    return replace(office, settings=Settings(office=OfficeSection(data_folder=tmp_path)))


async def sheet(office: Office, file_id: int) -> list[list[str]]:
    kept = await office.database.read(lambda connection: files.file(connection, file_id))
    assert kept is not None
    book = CalamineWorkbook.from_filelike(BytesIO(kept.content))
    return [[str(cell) for cell in row] for row in book.get_sheet_by_index(0).to_python()]


async def test_the_auditor_gets_a_worksheet_of_what_they_look_at(here: Office, cast: Cast) -> None:
    await write(here, thing="member", to_state="left", actor_id=cast["Dũng"], member_id=cast["Bình"])
    await write(here, thing="topic", to_state="open", actor_id=cast["Dũng"])
    page = await look(cast.caller("Kiên"), here, wanted=Filter(theme=Theme.ROSTER))
    made = await export(cast.caller("Kiên"), here, look=page.look)
    heading, *found = await sheet(here, made.file_id)
    assert (made.rows, made.is_cut, made.name) == (1, False, "nhat-ky-2026-11-23.xlsx")
    assert heading[1:5] == ["Thời gian", "Người làm", "Thay cho", "Việc"]
    (row,) = found
    assert row[1:3] == ["23/11/2026 08:00:00", "đồng chí Phạm Quốc Dũng"]
    assert row[4] == "ghi đồng chí Nguyễn Văn Bình rời danh sách"


async def test_the_file_comes_with_a_button_and_is_protected(here: Office, cast: Cast) -> None:
    kien = Talk(here, cast, "Kiên")
    await write(here, thing="topic", to_state="open", actor_id=cast["Dũng"])
    await kien.says("/nhatky")
    reply = await kien.replies(kien.button(Act.HISTORY_EXPORT))
    (message,) = reply.messages
    assert message.protected
    assert [block.name for block in message.blocks if isinstance(block, File)] == ["nhat-ky-2026-11-23.xlsx"]


async def test_an_export_is_history_itself(here: Office, cast: Cast) -> None:
    page = await look(cast.caller("Kiên"), here, wanted=Filter(theme=Theme.ROLES))
    await export(cast.caller("Kiên"), here, look=page.look)
    assert await rows_of(here, "history") == [
        ("read", "about=roles", cast["Kiên"], "web"),
        ("exported", "about=roles", cast["Kiên"], "web"),
    ]


async def test_nobody_exports_what_somebody_else_looked_at(here: Office, cast: Cast) -> None:
    page = await look(cast.caller("Kiên"), here, wanted=Filter())
    for given in ("Mai", "Dũng", "Lan"):
        assert await refused(export(cast.caller(given), here, look=page.look)) is Refusal.NOT_FOUND
    assert await refused(export(cast.stranger(), here, look=0)) is Refusal.NOT_ALLOWED


async def test_an_export_holds_no_more_than_one_may_read(here: Office, cast: Cast) -> None:
    await write(here, thing="obligation", actor_id=cast["Lan"], member_id=cast["Bình"])
    await write(here, thing="topic", to_state="open", actor_id=cast["Lan"])
    page = await look(cast.caller("Dũng"), here, wanted=Filter())
    made = await export(cast.caller("Dũng"), here, look=page.look)
    assert {row[9] for row in (await sheet(here, made.file_id))[1:]} == {"topic", "history"}
    own = await export(cast.caller("Bình"), here, look=0)
    assert {row[9] for row in (await sheet(here, own.file_id))[1:]} == {"obligation"}


async def test_a_name_that_looks_like_a_formula_stays_a_string(
    here: Office, cast: Cast, tmp_path: Path
) -> None:
    renamed = tables.members.update().where(tables.members.c.id == cast["Bình"])
    lie = "=HYPERLINK(1)"
    await do(
        here, lambda connection: connection.execute(renamed.values(full_name=lie, address_form="unknown"))
    )
    units = tables.units.update().where(tables.units.c.id == cast.units["Chi bộ 1"])
    await do(here, lambda connection: connection.execute(units.values(name=lie)))
    await write(
        here,
        thing="member",
        to_state="left",
        member_id=cast["Bình"],
        unit_id=cast.units["Chi bộ 1"],
        door="clock",
    )
    page = await look(cast.caller("Kiên"), here, wanted=Filter(theme=Theme.ROSTER))
    made = await export(cast.caller("Kiên"), here, look=page.look)
    assert (await sheet(here, made.file_id))[1][6] == lie
    target = tmp_path / "out.csv"
    await export_to(COMMAND_LINE, here, wanted=Filter(theme=Theme.ROSTER), path=target, say=lambda _: None)
    assert f",'{lie}," in target.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-1", "@x", "\tx", "\rx"])
def test_csv_cells_never_begin_like_a_formula(cell: str) -> None:
    target = BytesIO()
    table = CsvTable(target)
    table.add([cell, "Bình"])
    table.close()
    line = target.getvalue().decode("utf-8-sig").split("\r\n", 1)[1]
    assert line.lstrip('"').startswith("'")
    assert ",Bình" in line


async def test_a_chat_gets_the_newest_and_hears_that_there_is_more(
    here: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_exporting, "MOST_IN_A_CHAT", 3)
    monkeypatch.setattr(history_exporting, "_AT_ONCE", 2)
    for number in range(5):
        await write(here, thing="topic", thing_id=number, to_state="open", actor_id=cast["Dũng"])
    made = await export(cast.caller("Dũng"), here, look=0)
    found = (await sheet(here, made.file_id))[1:]
    assert (made.rows, made.is_cut) == (3, True)
    assert [row[10] for row in found] == ["4", "3", "2"]


async def test_just_as_many_as_a_chat_gets_are_all(
    here: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_exporting, "MOST_IN_A_CHAT", 3)
    for _ in range(3):
        await write(here, thing="topic", to_state="open", actor_id=cast["Dũng"])
    made = await export(cast.caller("Dũng"), here, look=0)
    assert (made.rows, made.is_cut, len(await sheet(here, made.file_id))) == (3, False, 4)


async def test_the_command_line_writes_page_after_page(here: Office, cast: Cast, tmp_path: Path) -> None:
    entry = Entry(
        at=START,
        actor_id=None,
        on_behalf_of=None,
        door="clock",
        thing="topic",
        thing_id=1,
        from_state="",
        to_state="open",
    )
    await do(here, lambda connection: history.append(connection, *[entry] * 1200))
    told: list[int] = []
    path = tmp_path / "out.csv"
    rows = await export_to(COMMAND_LINE, here, wanted=Filter(), path=path, say=told.append)
    assert rows == 1201
    assert told == [500, 1000, 1201]
