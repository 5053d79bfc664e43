"""/visao says by which conversations a card came, and why it went further."""

from datetime import timedelta

from bot.acknowledgement.acknowledging import acknowledge
from tests.acknowledgement.story import published
from tests.cast import PEOPLE, START, clock_of
from tests.ladder.house import TELEGRAM, ZALO, House
from tests.topics.talking import Talk

WEDNESDAY = START.replace(day=25)


async def asked(house: House, asker: str, *, about: str) -> list[str]:
    """The lines of /visao on how the card went."""
    talk = Talk(house.office, house.cast, asker)
    (full_name,) = [person.full_name for person in PEOPLE if person.given == about]
    await talk.says("/visao" if about == asker else f"/visao {full_name}")
    told = await talk.presses("Vì sao số 1")
    return [line for line in told.splitlines() if line.startswith("•")]


async def test_oneself_learns_that_it_came_again_for_want_of_an_answer(house: House) -> None:
    clock_of(house.office).set(WEDNESDAY)
    await house.only(["Bình"], TELEGRAM, ZALO)
    await published(house.office, house.cast, due_at=WEDNESDAY + timedelta(days=5), arrives=False)
    await house.send()
    clock_of(house.office).set(WEDNESDAY + timedelta(days=1, minutes=5))
    await house.climbs()
    await house.send()
    assert await asked(house, "Bình", about="Bình") == [
        "• thẻ văn bản qua Telegram: đã gửi lúc 08:00 thứ Tư, 25/11/2026",
        "• thẻ văn bản qua Zalo, gửi thêm vì chưa có hồi âm: đã gửi lúc 08:05 thứ Năm, 26/11/2026",
    ]


async def test_others_do_not_learn_by_it_who_has_not_answered(house: House) -> None:
    clock_of(house.office).set(WEDNESDAY)
    await house.only(["Bình", "Mai"], TELEGRAM, ZALO)
    about = await published(house.office, house.cast, due_at=WEDNESDAY + timedelta(days=5), arrives=False)
    await house.send()
    await acknowledge(house.cast.caller("Mai"), house.office, publication_id=about)
    clock_of(house.office).set(WEDNESDAY + timedelta(days=1, minutes=5))
    assert await house.climbs() == 1
    await house.send()
    for asker in ("Dũng", "Hòa"):
        assert await asked(house, asker, about="Bình") == await asked(house, asker, about="Mai") != []


async def test_who_asks_learns_that_it_went_around_an_outage(house: House) -> None:
    await house.only(["Bình"], TELEGRAM, ZALO)
    await published(house.office, house.cast, arrives=False)
    await house.fails(TELEGRAM)
    house.forward(minutes=11)
    await house.turns()
    await house.send(ZALO)
    (line,) = await asked(house, "Dũng", about="Bình")
    assert line.startswith("• thẻ văn bản qua Zalo, thay cho kênh bị gián đoạn: đã gửi lúc 08:11")
