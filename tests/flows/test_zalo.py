"""The whole way on Zalo: joining by code, a directive, its number, a question, the count."""

from collections.abc import AsyncIterator

import pytest
import sqlalchemy as sa

from bot.settings import Receive
from bot.texts import sample_story
from storage import tables
from storage.database import Connection
from storage.states import InboxState
from tests.flows.zalo_house import ZaloHouse, number_of, open_zalo_house
from tests.standins.zalo import FREE, Person, Switches, ZaloServer

DIRECTIVE = sample_story.DIRECTIVE.format(number="11")
ROUGH = {
    "polling": Switches(replays=3, display_name=True),
    "polling, lost": Switches(replays=1, empty_poll_status=200),
    "webhook": Switches(webhook_copies=2, wrapped=True, photo_field="photo"),
    "webhook, bare": Switches(webhook_copies=3, probe_has_secret=False, dates_in="s"),
}
EACH_WAY = pytest.mark.parametrize("way", sorted(ROUGH))


@pytest.fixture
def way() -> str:
    return "polling"


@pytest.fixture
async def house(prepared_url: str, way: str) -> AsyncIterator[ZaloHouse]:
    receive = Receive.WEBHOOK if way.startswith("webhook") else Receive.POLLING
    async with (
        ZaloServer(limits=FREE, switches=ROUGH[way]) as server,
        open_zalo_house(prepared_url, server, receive=receive) as one,
    ):
        yield one


async def publishes(house: ZaloHouse) -> None:
    """Lan drafts and submits; Minh approves: all of it by typing."""
    lan = house.people.get("Lan") or await house.joins("Lan")
    minh = house.people.get("Minh") or await house.joins("Minh")
    lan.says("soạn")
    await lan.receives("Xin dán nội dung")
    lan.says(DIRECTIVE)
    await chooses(lan, "Gửi cho ai", after="DỰ THẢO")
    await chooses(lan, "Toàn tổ chức", after="Gửi cho ai?")
    await chooses(lan, "Trình duyệt", after="Gửi cho: Toàn tổ chức")
    await chooses(minh, "Duyệt, phát hành ngay", after="CHỜ DUYỆT")


async def chooses(person: Person, label: str, *, after: str) -> None:
    """Wait for the message and answer with the number that it offers for the label."""
    shown = await person.receives(after)
    person.says(number_of(label, shown))


@EACH_WAY
@pytest.mark.timeout(240)
async def test_a_directive_is_acknowledged_by_number_and_asked_about(house: ZaloHouse) -> None:
    mai, binh, hoa = [await house.joins(one) for one in ("Mai", "Bình", "Hòa")]
    await publishes(house)

    card = await binh.receives("Số 11-KH/ĐU")
    number = number_of("Đã nắm", card)
    assert f"Đã nắm: trả lời {number}" in card.text
    assert len(number) == 2
    said = len(binh.got)
    binh.says(f"{number} đã rõ")
    receipt = await binh.receives("Đã ghi nhận")
    assert "11-KH/ĐU" in receipt.text
    assert len(receipt.text.splitlines()) == 1
    await house.settles()
    assert len(binh.got) == said + 1

    card = await mai.receives("Số 11-KH/ĐU")
    number = number_of("Đã nắm", card)
    mai.says(f"{number} Đăng ký việc làm ở đâu ạ?")
    asked = await hoa.receives("Đăng ký việc làm ở đâu ạ?")
    assert "Mai" in asked.text
    hoa.says(number_of("Trả lời", asked))
    await hoa.receives("câu trả lời")
    hoa.says("Gửi cho văn phòng trong tuần này.")
    answer = await mai.receives("Gửi cho văn phòng trong tuần này.")
    mai.says(number_of("Đã nắm", answer))
    await mai.receives("Đã ghi nhận")

    hoa.says("tiến độ")
    await house.settles()
    progress = await hoa.receives("TIẾN ĐỘ")
    if "2/" not in progress.text:
        hoa.says(number_of("11-KH", hoa.got[-1]))
        progress = await hoa.receives("2/4")
    await told_once(house)


async def told_once(house: ZaloHouse) -> None:
    """However often an event came, it is one knock, handled; and nothing was said twice in a row."""

    def body(connection: Connection) -> list[tuple[str, int]]:
        inbox = tables.inbox
        question = sa.select(inbox.c.state, sa.func.count()).group_by(inbox.c.state)
        return [(str(state), count) for state, count in connection.execute(question)]

    await house.settles()
    states = dict(await house.office.database.read(body))
    said = sum(1 for one in house.people.values() for shown in one.chat if not shown.from_bot)
    assert states == {InboxState.DONE.value: said}


@pytest.mark.timeout(120)
async def test_a_question_without_its_words_is_asked_for_and_then_taken(house: ZaloHouse) -> None:
    mai, hoa = [await house.joins(one) for one in ("Mai", "Hòa")]
    await publishes(house)
    card = await mai.receives("Số 11-KH/ĐU")
    number = number_of("Hỏi lại", card)
    mai.says(f"{number} hỏi lại")
    await mai.receives("câu hỏi", newer_than=card)
    mai.says("Nộp ở đâu ạ?")
    await hoa.receives("Nộp ở đâu ạ?")


@pytest.mark.parametrize("typed", ["ok {number}", "{number} vâng", "{number} 👍", "👍", "vâng"])
@pytest.mark.timeout(120)
async def test_a_nod_acknowledges_nothing(house: ZaloHouse, typed: str) -> None:
    binh = await house.joins("Bình")
    await publishes(house)
    card = await binh.receives("Số 11-KH/ĐU")
    binh.says(typed.format(number=number_of("Đã nắm", card)))
    await house.settles()
    assert binh.got[-1] != card
    assert binh.sees("Đã ghi nhận") is None


@pytest.mark.timeout(120)
async def test_da_nam_without_a_number_counts_where_one_thing_is_open(house: ZaloHouse) -> None:
    binh = await house.joins("Bình")
    await publishes(house)
    await binh.receives("Số 11-KH/ĐU")
    binh.says("đã nắm")
    assert "11-KH/ĐU" in (await binh.receives("Đã ghi nhận")).text


@pytest.mark.timeout(120)
async def test_the_number_of_somebody_else_does_nothing(house: ZaloHouse) -> None:
    binh = await house.joins("Bình")
    await publishes(house)
    number = number_of("Đã nắm", await binh.receives("Số 11-KH/ĐU"))
    stranger = house.server.person("Người lạ")
    stranger.says(f"{number} đã rõ")
    answer = await stranger.receives("Kính chào")
    assert "11-KH" not in answer.text
    dung = await house.joins("Dũng")
    dung.says("canlam")
    await house.settles()
    assert binh.sees("Đã ghi nhận") is None


@pytest.mark.timeout(120)
async def test_a_number_that_was_not_offered_is_answered_with_what_to_do(house: ZaloHouse) -> None:
    binh = await house.joins("Bình")
    await publishes(house)
    number = number_of("Đã nắm", await binh.receives("Số 11-KH/ĐU"))
    other = "99" if number != "99" else "98"
    binh.says(other)
    answer = await binh.receives(other)
    assert "“cần làm”" in answer.text
    assert binh.sees("Đã ghi nhận") is None


@pytest.mark.timeout(120)
async def test_a_stranger_gets_one_polite_answer_and_no_information(house: ZaloHouse) -> None:
    await house.joins("Bình")
    stranger = house.server.person("Người lạ")
    stranger.says("cần làm")
    await stranger.receives("Kính chào")
    for shown in stranger.got:
        assert "Bình" not in shown.text
    assert len(stranger.got) == 1


@pytest.mark.timeout(120)
async def test_a_marked_text_is_refused_and_stays_nowhere(house: ZaloHouse) -> None:
    lan = await house.joins("Lan")
    lan.says("soan")
    await lan.receives("Xin dán nội dung")
    lan.says("TỐI MẬT\nKế hoạch không được lưu ở đâu cả")
    refusal = await lan.receives("độ mật")
    assert "không được lưu ở đâu cả" not in refusal.text

    def kept(connection: Connection) -> list[str]:
        inbox = tables.inbox
        return [row.body for row in connection.execute(sa.select(inbox.c.body))]

    await house.settles()
    assert not [body for body in await house.office.database.read(kept) if body]


@pytest.mark.timeout(120)
async def test_where_receipts_are_saved_the_acknowledgement_counts_without_a_word(prepared_url: str) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        open_zalo_house(prepared_url, server, receipts=False) as house,
    ):
        binh = await house.joins("Bình")
        await publishes(house)
        card = await binh.receives("Số 11-KH/ĐU")
        binh.says(number_of("Đã nắm", card))
        await house.settles()
        assert binh.got[-1] == card
        binh.says("can lam")
        await binh.receives("11-KH/ĐU", newer_than=card)
        assert "Đã xác nhận gần đây" in binh.got[-1].text


@pytest.mark.parametrize(
    "typed", ["{number} da nam roi", "số {number} tôi đã nắm", "{number} đã nắm, cảm ơn đồng chí"]
)
@pytest.mark.timeout(120)
async def test_a_polite_word_more_acknowledges_and_asks_nobody(house: ZaloHouse, typed: str) -> None:
    binh, hoa = [await house.joins(one) for one in ("Bình", "Hòa")]
    await publishes(house)
    card = await binh.receives("Số 11-KH/ĐU")
    binh.says(typed.format(number=number_of("Đã nắm", card)))
    await binh.receives("Đã ghi nhận")
    await house.settles()
    assert hoa.sees("CÂU HỎI") is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{number} da doc", "Đồng chí Bình đã nắm văn bản số 11-KH/ĐU chưa?"),
        ("da nhan duoc van ban", "đã nắm văn bản số 11-KH/ĐU chưa?"),
        ("cho toi hoi hop o dau", "muốn hỏi về văn bản số 11-KH/ĐU?"),
        ("{number} 30 61 da nam", "mỗi tin một số"),
        ("11", "Văn bản 11-KH/ĐU có số trả lời {number}, chưa ghi nhận gì."),
    ],
)
@pytest.mark.timeout(120)
async def test_what_only_reports_or_names_several_is_asked_back_and_sent_to_nobody(
    house: ZaloHouse, typed: str, said: str
) -> None:
    binh, hoa = [await house.joins(one) for one in ("Bình", "Hòa")]
    await publishes(house)
    number = number_of("Đã nắm", await binh.receives("Số 11-KH/ĐU"))
    binh.says(typed.format(number=number))
    await binh.receives(said.format(number=number))
    await house.settles()
    assert binh.sees("Đã ghi nhận") is None
    assert hoa.sees("CÂU HỎI") is None


@pytest.mark.timeout(120)
async def test_the_answer_may_follow_the_number_of_the_question(house: ZaloHouse) -> None:
    mai, hoa = [await house.joins(one) for one in ("Mai", "Hòa")]
    await publishes(house)
    number = number_of("Hỏi lại", await mai.receives("Số 11-KH/ĐU"))
    mai.says(f"{number} Nộp ở đâu ạ?")
    asked = await hoa.receives("Nộp ở đâu ạ?")
    hoa.says(f"{number_of('Trả lời', asked)} Nộp ở văn phòng")
    await mai.receives("Nộp ở văn phòng")


@pytest.mark.timeout(120)
async def test_who_does_not_want_to_ask_any_more_says_so(house: ZaloHouse) -> None:
    mai, hoa = [await house.joins(one) for one in ("Mai", "Hòa")]
    await publishes(house)
    number = number_of("Hỏi lại", await mai.receives("Số 11-KH/ĐU"))
    mai.says(f"{number} hỏi lại")
    await mai.receives("Không hỏi nữa thì gõ: thôi")
    mai.says("Thôi")
    await mai.receives("Đã thôi")
    await house.settles()
    assert hoa.sees("CÂU HỎI") is None
