"""The clerk sends documents to the bot, over a Telegram that is as strict as the original."""

import random
from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.reading.files import MAX_FILE_BYTES
from storage import tables
from storage.database import Connection
from tests.flows.house import House, open_house
from tests.reading.files import making
from tests.standins.telegram import FREE, TelegramServer

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
async def house(prepared_sqlite_url: str) -> AsyncIterator[House]:
    async with TelegramServer(limits=FREE) as server, open_house(prepared_sqlite_url, server) as one:
        yield one


async def test_documents_are_drafted_and_what_may_not_come_leaves_no_trace(house: House) -> None:
    lan = await house.joins("Lan")
    picture = random.Random(1).randbytes(2_000_000)
    plan = making.repacked(making.saved(making.document()), {"word/media/a.png": picture})
    lan.sends_file("kế hoạch.docx", plan)
    await lan.receives("số 12-KH/ĐU")
    lan.sends_file("kế hoạch.pdf", bytes(MAX_FILE_BYTES + 1))
    await lan.receives("tối đa 20 MB")
    lan.sends_file("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    await lan.receives("lưu lại thành .docx (Word 2007 trở lên)")
    secret = making.document()
    secret.add_paragraph("Hoa sữa nở muộn")
    making.add_box(secret.tables[0].rows[0].cells[1].paragraphs[0], "TUYỆT MẬT")
    lan.sends_file("mat.docx", making.saved(secret))
    await lan.receives("Nội dung có dấu chỉ độ mật (TUYỆT MẬT)")
    await house.settles()

    def everything(connection: Connection) -> str:
        found = [connection.execute(sa.select(table)).all() for table in tables.metadata.sorted_tables]
        return repr(found)

    stored = await house.office.database.read(everything)
    assert "học tập chuyên đề quý IV" in stored
    assert "Hoa sữa" not in stored
