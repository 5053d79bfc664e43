"""/tim: the best first, with or without accents, and nothing that is not for whoever asks."""

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.reply import Awaited, Reply
from bot.office import Office
from bot.publication.member.searching import Found, search
from bot.states import PublicationState
from handlers.commands.member import in_force, searching
from handlers.commands.table import PRESSES
from storage import tables
from tests.cast import BRANCH_2, Cast
from tests.commands.saying import button, buttons, presses, read, says
from tests.publication.steps import EVERYONE, execute, published

PLAN = """ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH
Số {number}-KH/ĐU
KẾ HOẠCH
{title}
{body}
"""


async def publishes(
    office: Office, cast: Cast, number: int, title: str, body: str, *, audience: Audience = EVERYONE
) -> int:
    text = PLAN.format(number=number, title=title, body=body)
    return await published(office, cast, text=text, audience=audience)


async def finds(office: Office, cast: Cast, typed: str, *, given: str = "Bình") -> list[int]:
    return [one.publication_id for one in (await asked(office, cast, typed, given=given)).hits]


async def asked(office: Office, cast: Cast, typed: str, *, given: str = "Bình") -> Found:
    return await search(cast.caller(given), office, typed=typed)


async def test_words_are_found_with_and_without_accents_the_title_before_the_text(
    office: Office, cast: Cast
) -> None:
    fees = await publishes(
        office, cast, 1, "về thu nộp đảng phí", "Các chi bộ nộp đảng phí trước ngày 05 hằng tháng."
    )
    meeting = await publishes(
        office, cast, 2, "về sinh hoạt chi bộ", "Các chi bộ sinh hoạt đúng kỳ. Nhắc việc đảng phí."
    )
    for typed in ("đảng phí", "dang phi", "ĐẢNG PHÍ", "  đảng,   phí! "):
        assert await finds(office, cast, typed) == [fees, meeting]
    assert await finds(office, cast, "sinh hoat dung ky") == [meeting]
    assert await finds(office, cast, "2-KH/ĐU") == [meeting]
    assert (await finds(office, cast, "số 01-KH/ĐU"))[0] == fees


async def test_who_types_accents_means_them(office: Office, cast: Cast) -> None:
    front = await publishes(office, cast, 1, "phối hợp với Mặt trận", "Mặt trận và đoàn thể cùng làm.")
    loss = await publishes(office, cast, 2, "phòng chống mất mát tài sản", "Không để mất tài sản.")
    assert (await finds(office, cast, "mất"))[0] == loss
    assert (await finds(office, cast, "mặt"))[0] == front
    assert set(await finds(office, cast, "mat")) == {front, loss}


async def test_a_part_of_a_word_is_not_the_word(office: Office, cast: Cast) -> None:
    await publishes(office, cast, 1, "về công tác phí", "Mức chi công tác phí.")
    assert await finds(office, cast, "côn") == []
    assert await finds(office, cast, "_ôn%") == []


async def test_where_nothing_has_all_words_the_nearest_are_shown_and_said_to_be_so(
    office: Office, cast: Cast
) -> None:
    fees = await publishes(office, cast, 1, "về thu nộp đảng phí", "Nộp đúng hạn.")
    found = await asked(office, cast, "đảng phí quý ba")
    assert ([one.publication_id for one in found.hits], found.has_all_words) == ([fees], False)


async def test_what_is_for_others_is_not_found_but_by_who_sees_all(office: Office, cast: Cast) -> None:
    branch = Audience(AudienceKind.UNIT, cast.units[BRANCH_2])
    about = await publishes(office, cast, 1, "về nhân sự chi bộ 2", "Chuẩn bị nhân sự.", audience=branch)
    assert await finds(office, cast, "nhân sự") == []
    assert await finds(office, cast, "1-KH/ĐU") == []
    assert await finds(office, cast, "nhân sự", given="Yến") == [about]
    assert await finds(office, cast, "nhân sự", given="Lan") == [about]


async def test_the_text_of_what_is_internal_is_not_quoted(office: Office, cast: Cast) -> None:
    await publishes(office, cast, 1, "về tổ chức hội nghị", "Hội nghị họp tại hội trường tầng ba.")
    (hit,) = (await asked(office, cast, "hội trường")).hits
    assert hit.line == ""
    await execute(office, tables.versions.update().values(scope="public"))
    (hit,) = (await asked(office, cast, "hội trường")).hits
    assert "hội trường tầng ba" in hit.line


async def test_what_is_over_is_found_after_what_is_in_force_and_says_so(office: Office, cast: Cast) -> None:
    old = await publishes(office, cast, 1, "về đảng phí", "Mức cũ.")
    new = await publishes(office, cast, 2, "về đảng phí", "Mức mới.")
    withdraw = tables.publications.update().where(tables.publications.c.id == new)
    await execute(office, withdraw.values(state=PublicationState.WITHDRAWN))
    assert await finds(office, cast, "đảng phí") == [old, new]
    reply = await searching.search(office, says(cast.caller("Bình"), "/tim đảng phí"))
    assert "2. Số 2-KH/ĐU" in read(reply)
    assert "hết hiệu lực" in read(reply).splitlines()[2]


@pytest.mark.parametrize("typed", ["", "   ", "?!", "%", "…"])
async def test_without_words_nothing_is_searched(office: Office, cast: Cast, typed: str) -> None:
    with pytest.raises(Refused) as refused:
        await asked(office, cast, typed)
    assert refused.value.reason is Refusal.EMPTY


async def test_a_page_of_words_is_refused(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await asked(office, cast, "chi bộ " * 100)
    assert refused.value.reason is Refusal.TOO_LONG


async def test_the_command_asks_for_words_takes_them_and_opens_what_it_found(
    office: Office, cast: Cast
) -> None:
    caller = cast.caller("Bình")
    about = await publishes(office, cast, 1, "về thu nộp đảng phí", "Nộp đúng hạn.")
    reply = await searching.search(office, says(caller, "/tim"))
    assert reply.asking is not None
    assert reply.asking.awaited is Awaited.SEARCH_WORDS
    reply = await searching.take_words(office, says(caller, "dang phi"))
    assert "1. Số 1-KH/ĐU" in read(reply)
    found = button(reply.messages[0], Act.OPEN_CARD, subject=about)
    assert "Số 1-KH/ĐU" in read(await PRESSES[Act.OPEN_CARD](office, presses(caller, found)))
    nothing = await searching.take_words(office, says(caller, "lâm nghiệp"))
    assert "Không tìm thấy" in read(nothing)
    button(nothing.messages[0], Act.SEARCH)


async def test_what_is_in_force_is_listed_page_by_page_and_by_kind(office: Office, cast: Cast) -> None:
    caller = cast.caller("Bình")
    for number in range(1, 11):
        await publishes(office, cast, number, f"về việc thứ {number}", "Các chi bộ thực hiện.")
    first = await in_force.show(office, says(caller, "/vanban"))
    assert "1. Số 10-KH/ĐU" in read(first)
    assert "Số 2-KH/ĐU" not in read(first)
    (to_next,) = [one for one in in_force_buttons(first) if (one.subject, one.argument) == (0, 1)]
    second = await in_force.turn_page(office, presses(caller, to_next))
    assert "1. Số 2-KH/ĐU" in read(second)
    summaries = next(one for one in in_force_buttons(first) if one.subject == 2)
    assert "chưa có văn bản nào thuộc loại này" in read(
        await in_force.turn_page(office, presses(caller, summaries))
    )


def in_force_buttons(reply: Reply) -> list[Button]:
    return [one for one in buttons(reply.messages[0]) if one.act is Act.IN_FORCE]
