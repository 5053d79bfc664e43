"""What a message without buttons leads to on the web, and that it says who writes."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, File, Line, Link, Message
from bot.messages.links import CardLink, FileLink, Links
from bot.office import Office
from bot.settings import Settings
from bot.settings.sections import WebSection
from bot.states import Scope
from bot.texts import cards
from storage import files, tables
from storage.database import Connection
from storage.states import Purpose, Repeat
from tests.acknowledgement.story import published
from tests.cast import KEY, Cast, clock_of, make_office
from tests.delivery.test_offering import FOOTER, Desk

PUBLIC = "https://loa.example.vn"


@pytest_asyncio.fixture
async def office(prepared_url: str) -> AsyncIterator[Office]:
    made = make_office(prepared_url, settings=Settings(web=WebSection(public_url=PUBLIC)))
    yield made
    await made.database.close()


@pytest_asyncio.fixture
async def desk(office: Office, cast: Cast) -> Desk:
    return Desk(office, cast)


async def in_force(office: Office, cast: Cast, *, scope: Scope = Scope.PUBLIC) -> int:
    """A publication, without what it owes to anybody."""
    about = await published(office, cast, scope=scope, arrives=False)

    def body(connection: Connection) -> None:
        connection.execute(tables.deliveries.delete())

    await office.database.transaction(body)
    return about


def card(publication_id: int, *, scope: Scope = Scope.PUBLIC) -> Message:
    lower = [Button(cards.ASK, Act.ASK, publication_id)]
    page: list[Link] = []
    if scope is Scope.PUBLIC:
        lower.insert(0, Button(cards.FULL_TEXT, Act.FULL_TEXT, publication_id))
    else:
        page.append(Link(cards.READ_ON_PAGE, f"{PUBLIC}/w/abc"))
    upper = (Button(cards.ACKNOWLEDGE, Act.ACKNOWLEDGE, publication_id),)
    return Message((Bold("VĂN BẢN"), *page, Buttons((upper, tuple(lower)))))


@pytest.mark.parametrize("scope", list(Scope))
async def test_the_full_text_is_the_readers_own_page_of_this_card(
    desk: Desk, office: Office, cast: Cast, scope: Scope
) -> None:
    about = await in_force(office, cast, scope=scope)
    lines = (await desk.unasked(card(about, scope=scope))).splitlines()
    assert lines[-4:-2] == ["Đã nắm: trả lời 27", "Hỏi lại: gõ 27 và câu hỏi"]
    assert lines[-1] == FOOTER
    label, _, url = lines[-2].partition(": ")
    assert label == "Toàn văn"
    found = Links(KEY).read(url.removeprefix(f"{PUBLIC}/v/"))
    assert isinstance(found, CardLink)
    assert (found.member_id, found.address_id, found.publication_id) == (
        cast["Bình"],
        cast.addresses["Bình"],
        about,
    )


async def test_who_types_the_word_instead_of_opening_the_page_gets_the_text_all_the_same(
    desk: Desk, office: Office, cast: Cast
) -> None:
    about = await in_force(office, cast)
    await desk.unasked(card(about))
    assert await desk.presses("27 toàn văn") == f"4:{about}:0"


async def test_a_card_opened_by_a_knock_has_the_same_page_and_no_signature(
    desk: Desk, office: Office, cast: Cast
) -> None:
    about = await in_force(office, cast)
    asked = await desk.unasked(card(about))
    again = await desk.answer(card(about), knock=1)
    assert asked.splitlines()[:-1] == again.splitlines()


async def test_a_stranger_and_a_group_get_nobodys_page(desk: Desk, office: Office, cast: Cast) -> None:
    about = await in_force(office, cast)

    def nobodys(connection: Connection) -> None:
        table = tables.addresses
        connection.execute(table.update().where(table.c.id == cast.addresses["Bình"]).values(member_id=None))

    await office.database.transaction(nobodys)
    assert PUBLIC not in await desk.unasked(card(about), purpose=Purpose.JOIN_ANSWER)


async def test_a_file_is_a_link_for_this_reader_and_these_bytes(
    desk: Desk, office: Office, cast: Cast
) -> None:
    kept = await office.database.transaction(
        lambda connection: files.keep(
            connection, b"a report", media_type="text/plain", now=office.clock.now(), until_at=None
        )
    )
    text = await desk.answer(Message((Line("Báo cáo"), File("bao-cao.txt", kept))), knock=1)
    assert text.startswith(f"Báo cáo\nTệp bao-cao.txt: {PUBLIC}/w/")
    found = Links(KEY).read(text.rpartition("/")[2])
    assert isinstance(found, FileLink)
    assert (found.member_id, found.file_id, found.name) == (cast["Bình"], kept, "bao-cao.txt")
    assert desk.channel.attached == []


async def test_a_file_that_was_swept_is_not_promised(desk: Desk) -> None:
    text = await desk.answer(Message((Line("Báo cáo"), File("bao-cao.txt", 999))), knock=1)
    assert text == "Báo cáo\nỞ đây không gửi kèm được tệp bao-cao.txt. Xin nhận tệp tại văn phòng."


async def test_a_copy_is_marked_and_says_the_same(desk: Desk, office: Office, cast: Cast) -> None:
    first = await desk.unasked(card(await in_force(office, cast)), repeat=Repeat.ONCE)

    def in_doubt(connection: Connection) -> None:
        table = tables.deliveries
        connection.execute(
            table.update()
            .where(table.c.once_key == "x1")
            .values(state="queued", maybe_count=1, message_id=None)
        )

    await office.database.transaction(in_doubt)
    clock_of(office).forward(minutes=5)
    copy = await desk.sent()
    mark, *same = copy.splitlines()
    assert mark.startswith("(Gửi lại")
    assert same == first.splitlines()
