"""Files that came along in a conversation can be saved from it, and from no other."""

from bot.messages.blocks import File, Line, Message
from storage import files, tables
from storage.database import Connection
from tests.cast import START
from tests.web.conftest import House, Page

CONTENT = b"%PDF-1.7 phieu moi"


async def kept(house: House) -> int:
    def body(connection: Connection) -> int:
        return files.keep(connection, CONTENT, media_type="application/pdf", now=START, until_at=None)

    return await house.office.database.transaction(body)


async def test_a_file_that_came_along_can_be_saved_under_its_name(page: Page, house: House) -> None:
    number = await kept(house)
    await house.put("Hòa", Message((Line("Phiếu mời"), File("phiếu mời.pdf", number))))
    hoa = house.cast["Hòa"]
    [message] = (await page.state(hoa))["chat"]["messages"]
    [_, part] = message["parts"]
    assert part["text"] == "phiếu mời.pdf"
    answer = await page.client.get(part["url"])
    assert answer.content == CONTENT
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''phi%E1%BA%BFu")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_a_file_of_another_conversation_cannot(page: Page, house: House) -> None:
    number = await kept(house)
    await house.put("Hòa", Message((Line("Phiếu mời"), File("phiếu mời.pdf", number))))
    answer = await page.client.get(f"/files/{number}?member={house.cast['Bình']}")
    assert answer.status_code == 404
    assert CONTENT not in answer.content


async def test_a_file_that_was_swept_is_not_there(page: Page, house: House) -> None:
    number = await kept(house)
    await house.put("Hòa", Message((Line("Phiếu mời"), File("phiếu mời.pdf", number))))

    def sweep(connection: Connection) -> None:
        files.keep(connection, CONTENT, media_type="application/pdf", now=START, until_at=None)
        connection.execute(tables.files.update().values(until_at=START))
        assert files.sweep(connection, now=START) == 1

    await house.office.database.transaction(sweep)
    assert (await page.client.get(f"/files/{number}?member={house.cast['Hòa']}")).status_code == 404
