"""An admin sends the roster to the bot, over a Telegram that is as strict as the original."""

from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.reading.tables.sheets import MAX_SHEET_BYTES
from storage import tables
from storage.database import Connection
from tests.flows.house import House, open_house
from tests.roster.files import workbook
from tests.standins.telegram import FREE, TelegramServer

pytestmark = pytest.mark.timeout(180)
HEADING = ("Họ và tên", "Chi bộ", "Chức vụ")
BRANCH_3 = (
    ("Trịnh Văn Đức", "Chi bộ 3", "Bí thư Chi bộ 3"),
    ("Cao Thị Ngọc", "Chi bộ 3", ""),
    ("Mai Hồng Phúc", "Chi bộ 3", ""),
)


@pytest.fixture
async def house(prepared_url: str) -> AsyncIterator[House]:
    async with TelegramServer(limits=FREE) as server, open_house(prepared_url, server) as one:
        yield one


async def names(house: House) -> set[str]:
    def body(connection: Connection) -> set[str]:
        return set(connection.execute(sa.select(tables.members.c.full_name)).scalars())

    return await house.office.database.read(body)


async def test_a_roster_is_compared_applied_and_the_card_says_so(house: House) -> None:
    dung = await house.joins("Dũng")
    dung.sends_file("ds.xlsx", workbook([HEADING, *BRANCH_3, ("Hồ Thị Nga", "Chi bộ 3", "Thủ quỹ")]))
    table = await dung.receives("Bảng đối chiếu đầy đủ")
    assert table.document == "doi-chieu.xlsx"
    card = await dung.receives("ĐỐI CHIẾU · ds.xlsx")
    assert "+ Hồ Thị Nga – Chi bộ 3 (dòng 5)" in card.text
    dung.presses("✅ Áp dụng tất cả (1)", on=card)
    await dung.gets_toast("Đã áp dụng: 1 người mới")
    await house.settles()
    stands = next(shown for shown in dung.got if shown.message_id == card.message_id)
    assert "Đã áp dụng: 1 người mới" in stands.text
    assert not stands.buttons
    assert "Hồ Thị Nga" in await names(house)


async def test_more_than_one_megabyte_of_roster_is_taken_and_more_than_five_is_not(house: House) -> None:
    dung = await house.joins("Dũng")
    rows = "".join(f"Nguyễn Văn Bình,Chi bộ 3,{'x' * 300}\n" for _ in range(4_000)).encode()
    assert 1_000_000 < len(rows) < MAX_SHEET_BYTES
    dung.sends_file("ds.csv", "Họ và tên,Chi bộ,Ghi chú\n".encode() + rows)
    await dung.receives("ĐỐI CHIẾU · ds.csv")
    dung.sends_file("ds.xlsx", b"0" * (MAX_SHEET_BYTES + 1))
    await dung.receives("tối đa 5 MB")


async def test_a_marked_roster_leaves_no_trace_but_who_and_when(house: House) -> None:
    dung = await house.joins("Dũng")
    dung.sends_file("ds.xlsx", workbook([("TỐI MẬT",), HEADING, ("Hồ Thị Nga", "Chi bộ 3", "")]))
    await dung.receives("Nội dung có dấu chỉ độ mật (TỐI MẬT)")
    await house.settles()

    def everything(connection: Connection) -> str:
        found = [connection.execute(sa.select(table)).all() for table in tables.metadata.sorted_tables]
        return repr(found)

    assert "Hồ Thị Nga" not in await house.office.database.read(everything)


async def test_what_cannot_be_read_is_answered_with_what_to_do(house: House) -> None:
    dung = await house.joins("Dũng")
    dung.sends_file("ds.xlsx", b"<html><table></table></html>")
    said = await dung.receives("không phải bảng Excel")
    assert "Lưu thành" in said.text


async def test_a_member_who_sends_a_roster_changes_nothing(house: House) -> None:
    binh = await house.joins("Bình")
    binh.sends_file("ds.xlsx", workbook([HEADING, ("Hồ Thị Nga", "Chi bộ 3", "")]))
    await binh.receives("Tệp danh sách do quản trị nhập")
    assert "Hồ Thị Nga" not in await names(house)
