"""What the bot may be called in a group, and what is said behind another name."""

import unicodedata
from collections.abc import Sequence

import pytest
import sqlalchemy as sa

from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.numbered.codes import Offered, Thing
from bot.messages.numbered.told import Told
from bot.messages.numbered.weighing import WANTS_WORDS
from bot.runtime.naming import learn_account, names_of
from handlers.commands.dispatch import Token
from handlers.conversation import Text
from handlers.zalo.mentions import behind_another_name, without_mention
from handlers.zalo.typed import meant_in_group
from storage import tables
from tests.flows.test_zalo import publishes
from tests.flows.test_zalo_groups import bound_group
from tests.flows.zalo_house import ZaloHouse, number_of, open_zalo_house
from tests.standins.zalo import FREE, Switches, ZaloServer
from tests.zalo.test_door import rows

NAMES = frozenset({"Bot Văn phòng", "Bot Văn phòng Đảng ủy"})
UNKNOWN = "chưa được ghi nhận"


def card(*others: Button) -> Sequence[Offered]:
    taken = Button("Đã nắm", Act.ACKNOWLEDGE, 5, token="taken", code="27")
    return (Offered(27, Thing.PUBLICATION, 5, (taken, *others)),)


def in_group(text: str, offers: Sequence[Offered] = ()) -> Text | Token | Told | None:
    return meant_in_group(text, names=NAMES, offers=offers or card())


@pytest.mark.parametrize(
    "text",
    [
        "@Bot Văn phòng Đảng ủy 27 đã nắm",
        "@bot văn phòng Đảng ủy\u00a027 đã nắm",
        "@Bot Văn\u00a0phòng Đảng ủy 27 đã nắm",
        "27 đã nắm @Bot Văn phòng",
    ],
)
def test_behind_a_known_name_a_number_counts(text: str) -> None:
    assert in_group(text) == Token("taken")


def test_the_longest_name_that_fits_is_the_one_that_was_called() -> None:
    assert without_mention("@Bot Văn phòng Đảng ủy 27", NAMES) == "27"
    assert without_mention("@Bot Văn phòng 27", NAMES) == "27"


def test_names_are_known_in_every_spelling() -> None:
    decomposed = frozenset(unicodedata.normalize("NFD", name) for name in NAMES)
    assert without_mention("@Bot Văn phòng Đảng ủy 27", decomposed) == "27"


@pytest.mark.parametrize("text", ["@Bot Đảng ủy Tân Lập 27 đã nắm", "@Bot X 27"])
def test_behind_an_unknown_name_of_a_bot_a_number_is_not_dropped_in_silence(text: str) -> None:
    found = in_group(text)
    assert isinstance(found, Told)
    assert UNKNOWN in found.sentence
    assert "27" in found.sentence


@pytest.mark.parametrize(
    "text",
    [
        "@Mai nhắc Hòa nộp báo cáo",
        "@Mai báo cáo cho tôi",
        "@Mai cần làm",
        "@Mai 27 đã nắm",
        "@Bot X 28 đã nắm",
        "@Bot X chiều nay họp",
    ],
)
def test_what_is_said_to_somebody_else_is_nobodys_command(text: str) -> None:
    assert in_group(text) is None


def test_a_name_has_no_more_words_than_a_name() -> None:
    assert list(behind_another_name("@Bot " + "từ " * 20))[-1].count("từ") == 13


@pytest.mark.parametrize("act", sorted(WANTS_WORDS))
def test_in_a_group_nothing_that_wants_its_words_is_pressed_by_number(act: Act) -> None:
    button = Button("Việc nặng", act, 5, token="grave", code="31 việc nặng")
    grave = Offered(31, Thing.PUBLICATION, 5, (button,))
    for text in ("31", "31 việc nặng", "@Bot Văn phòng 31 việc nặng"):
        assert not isinstance(in_group(text, (grave,)), Token)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("told", [True, False])
async def test_a_bot_with_a_name_of_its_own_is_heard_where_zalo_tells_it(
    prepared_url: str, told: bool
) -> None:
    switches = Switches(display_name=told, mention_in_text=True)
    async with (
        ZaloServer(limits=FREE, switches=switches, name="Bot Đảng ủy Tân Lập") as server,
        open_zalo_house(prepared_url, server) as house,
    ):
        group = await bound_group(house)
        binh = await house.joins("Bình")
        await publishes(house)
        card = await group.receives("Số 11-KH/ĐU")
        number = number_of("Đã nắm", await binh.receives("cần xác nhận"))
        await house.settles()
        before = len(binh.got)
        group.says(binh, f"{number} đã nắm")
        await house.settles()
        assert [one.says(UNKNOWN) for one in binh.got[before:]] == [not told]
        # By the name of its account it is always known, and however the letters are put together.
        (account,) = house.lines["main"].channel.names - {"Bot Đảng ủy Tân Lập"}
        typed = unicodedata.normalize("NFD", f"@{account} cần làm")
        group.says(binh, typed, mention=False, quotes=card)
        await binh.receives("CẦN XÁC NHẬN" if not told else "Đã xác nhận")


@pytest.mark.timeout(120)
async def test_what_the_settings_call_the_bot_is_its_name(prepared_url: str) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        open_zalo_house(prepared_url, server, called="@Đảng ủy Tân Lập") as house,
    ):
        line = house.lines["main"]
        await learn_account(house.office, line.channel, line.connection_id)
        names = await names_of(house.office, line.connection_id)
        assert line.channel.names <= names
        assert {"Đảng ủy Tân Lập", "Bot Đảng ủy Tân Lập"} <= names
        assert "" not in names


@pytest.mark.timeout(120)
async def test_letters_that_come_in_parts_are_put_together(house: ZaloHouse) -> None:
    group = await bound_group(house)
    binh, hoa = await house.joins("Bình"), house.people["Hòa"]
    await publishes(house)
    card = await group.receives("Số 11-KH/ĐU")
    number = number_of("Đã nắm", await binh.receives("cần xác nhận"))
    await house.settles()
    binh.says(unicodedata.normalize("NFD", f"{number} Nộp ở đâu ạ?"))
    await hoa.receives("Nộp ở đâu ạ?")
    ((asked,),) = await rows(house, sa.select(tables.questions.c.question))
    assert unicodedata.is_normalized("NFC", asked)
    typed = unicodedata.normalize("NFD", f"@Bot Văn phòng Đảng ủy {number} đã nắm")
    group.says(binh, typed, mention=False, quotes=card)
    await binh.receives("Đã ghi nhận")
