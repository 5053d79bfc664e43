from datetime import datetime

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.asking import ask
from bot.acknowledgement.reading_aloud import Told, readable, record, understand, unread
from bot.errors import Refusal, Refused
from bot.office import Office
from storage import tables
from storage.states import ObligationState, QuestionState
from tests.acknowledgement.story import obligation, published, rows
from tests.cast import START, ZONE, Cast, clock_of

TOLD = Told(START.replace(hour=7, minute=30), "phòng họp tầng 2", "Lý Thị Thu")


@pytest.mark.parametrize(
    "text",
    [
        "19:30 20/11/2026, phòng họp tầng 2, Nguyễn Văn An",
        "19h30 ngày 20/11\nphòng họp tầng 2\nNguyễn Văn An",
        "20/11/2026, 19:30; phòng họp tầng 2; Nguyễn Văn An",
        "19:30, thứ Sáu, 20/11/2026, phòng họp tầng 2, Nguyễn Văn An",
    ],
)
def test_moment_place_and_witness_are_understood(text: str) -> None:
    told = understand(text, now=START, zone=ZONE)
    assert told == Told(datetime(2026, 11, 20, 19, 30, tzinfo=ZONE), "phòng họp tầng 2", "Nguyễn Văn An")


def test_a_place_may_hold_a_comma() -> None:
    told = understand("19:30 20/11/2026, tầng 2, nhà A, Nguyễn Văn An", now=START, zone=ZONE)
    assert told is not None
    assert told.place == "tầng 2, nhà A"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hôm qua ở phòng họp",
        "20/11/2026, phòng họp, Nguyễn Văn An",
        "19:30 20/11/2026, phòng họp",
        "phòng họp, 19:30 20/11/2026, Nguyễn Văn An",
    ],
)
def test_what_lacks_a_part_is_not_understood(text: str) -> None:
    assert understand(text, now=START, zone=ZONE) is None


async def test_a_reading_aloud_is_recorded_with_all_that_belongs_to_it(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await record(cast.caller("Sơn"), office, publication_id=about, member_id=cast["Tâm"], told=TOLD)
    stands = await obligation(office, about, cast["Tâm"])
    assert stands.state is ObligationState.READ_ALOUD
    assert (stands.read_aloud_at, stands.place, stands.witness) == (TOLD.at, TOLD.place, TOLD.witness)
    (row,) = await rows(office, tables.obligations, id=stands.id)
    assert row.recorded_by == cast["Sơn"]
    (line,) = await rows(office, tables.history, to_state=ObligationState.READ_ALOUD.value)
    assert (line.actor_id, line.member_id) == (cast["Sơn"], cast["Tâm"])


async def test_the_deputy_may_record_too(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    done = await record(cast.caller("Yến"), office, publication_id=about, member_id=cast["Tâm"], told=TOLD)
    assert done.called == "đồng chí Phan Văn Tâm"


@pytest.mark.parametrize("who", ["Hòa", "Thu", "Lan", "Dũng", "Thuận"])
async def test_nobody_records_for_a_branch_they_do_not_lead(office: Office, cast: Cast, who: str) -> None:
    about = await published(office, cast)
    with pytest.raises(Refused) as refused:
        await record(cast.caller(who), office, publication_id=about, member_id=cast["Tâm"], told=TOLD)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    assert (await obligation(office, about, cast["Tâm"])).state is ObligationState.EXPECTED


async def test_a_secretary_does_not_read_to_themselves(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    with pytest.raises(Refused) as refused:
        await record(cast.caller("Sơn"), office, publication_id=about, member_id=cast["Sơn"], told=TOLD)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_what_was_acknowledged_is_not_read_aloud_as_well(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Thu"), office, publication_id=about)
    with pytest.raises(Refused) as refused:
        await record(cast.caller("Sơn"), office, publication_id=about, member_id=cast["Thu"], told=TOLD)
    assert refused.value.reason is Refusal.GONE_ON


async def test_what_was_read_aloud_needs_no_tap_and_a_tap_changes_nothing(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await record(cast.caller("Sơn"), office, publication_id=about, member_id=cast["Thu"], told=TOLD)
    assert (await acknowledge(cast.caller("Thu"), office, publication_id=about)).already
    assert (await obligation(office, about, cast["Thu"])).state is ObligationState.READ_ALOUD


async def test_reading_aloud_withdraws_the_question(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await ask(cast.caller("Thu"), office, publication_id=about, text="Thế nào?")
    await record(cast.caller("Sơn"), office, publication_id=about, member_id=cast["Thu"], told=TOLD)
    (question,) = await rows(office, tables.questions)
    assert question.state is QuestionState.WITHDRAWN


async def test_a_reading_that_is_still_to_come_is_not_recorded(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    later = Told(START.replace(hour=19), TOLD.place, TOLD.witness)
    with pytest.raises(Refused) as refused:
        await record(cast.caller("Sơn"), office, publication_id=about, member_id=cast["Tâm"], told=later)
    assert refused.value.reason is Refusal.NOT_A_DATE
    clock_of(office).forward(hours=12)
    await record(cast.caller("Sơn"), office, publication_id=about, member_id=cast["Tâm"], told=later)


async def test_the_lists_show_ones_own_branch_only_and_not_oneself(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await acknowledge(cast.caller("Thu"), office, publication_id=about)
    found = await readable(cast.caller("Sơn"), office, publication_id=about)
    assert [one.full_name for one in found.listeners] == ["Phan Văn Tâm", "Đặng Thị Yến"]
    assert [one.publication_id for one in await unread(cast.caller("Sơn"), office)] == [about]


async def test_a_member_gets_no_lists(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    for use_case in (
        unread(cast.caller("Thu"), office),
        readable(cast.caller("Thu"), office, publication_id=about),
    ):
        with pytest.raises(Refused) as refused:
            await use_case
        assert refused.value.reason is Refusal.NOT_ALLOWED
