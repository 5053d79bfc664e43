import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.reading_aloud import Told, record
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.reports.reporting import report
from bot.reports.writing import write
from storage import tables
from storage.states import ObligationState, PublicationState
from tests.acknowledgement.story import change, published, rows
from tests.cast import COMMAND_LINE, START, Cast

TOLD = Told(START.replace(hour=7), "phòng họp tầng 2", "Lý Thị Thu")


async def test_the_command_line_gets_numbers_units_and_names(office: Office, cast: Cast) -> None:
    about = await _story(office, cast)
    made = await report(COMMAND_LINE, office, publication_id=about)
    assert (made.totals.acknowledged, made.totals.read_aloud, made.totals.expected) == (1, 1, 15)
    text = write(made, zone=office.zone)
    for line in (
        "BÁO CÁO XÁC NHẬN · Số 12-KH/ĐU",
        "Hạn: 17:00 thứ Sáu, 27/11/2026",
        "Số liệu lúc 08:00 thứ Hai, 23/11/2026",
        "Phải xác nhận: 15 người",
        "Đã xác nhận: 1/15",
        "Đọc trực tiếp: 1/15",
        "Chưa xác nhận: 13/15",
        "Không tính: 1 người ban hành",
        "Chi bộ 2: đã xác nhận 0/4, đọc trực tiếp 1",
        "CHƯA XÁC NHẬN (13)",
        "- Đỗ Thị Mai (Chi bộ 1)",
        f"- Phan Văn Tâm (Chi bộ 2): 07:00 thứ Hai, 23/11/2026, {TOLD.place}, người chứng kiến: Lý Thị Thu",
        "- Lê Thị Minh (Đảng ủy LĐLĐ tỉnh): người ban hành",
    ):
        assert line in text.splitlines()
    assert "- Nguyễn Văn Bình (Chi bộ 1)" not in text
    assert "%" not in text


async def test_a_secretary_gets_the_own_branch(office: Office, cast: Cast) -> None:
    about = await _story(office, cast)
    made = await report(cast.caller("Hòa"), office, publication_id=about)
    assert made.totals.expected == 4
    assert {line.unit_name for line in made.lines} == {"Chi bộ 1"}


@pytest.mark.parametrize("who", ["Dũng", "Kiên"])
async def test_an_admin_and_an_auditor_get_counts_without_names(office: Office, cast: Cast, who: str) -> None:
    about = await _story(office, cast)
    made = await report(cast.caller(who), office, publication_id=about)
    assert (made.totals.expected, made.lines, made.has_names) == (15, (), False)
    text = write(made, zone=office.zone)
    assert "Mai" not in text
    assert "Không nêu tên" in text


async def test_a_member_gets_no_report(office: Office, cast: Cast) -> None:
    about = await _story(office, cast)
    with pytest.raises(Refused) as refused:
        await report(cast.caller("An"), office, publication_id=about)
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_committee_leaders_report_with_names_is_written_down(office: Office, cast: Cast) -> None:
    about = await _story(office, cast)
    await report(cast.caller("Thuận"), office, publication_id=about)
    (line,) = await rows(office, tables.history, thing="names")
    assert (line.actor_id, line.detail) == (cast["Thuận"], "report")


async def test_the_command_lines_report_leaves_no_line(office: Office, cast: Cast) -> None:
    about = await _story(office, cast)
    await report(COMMAND_LINE, office, publication_id=about)
    assert await rows(office, tables.history, thing="names") == []


async def test_a_withdrawn_publication_can_still_be_reported_on(office: Office, cast: Cast) -> None:
    about = await _story(office, cast)
    await change(office, tables.publications, about, state=PublicationState.WITHDRAWN)
    made = await report(COMMAND_LINE, office, publication_id=about)
    assert "Văn bản đã được thu hồi." in write(made, zone=office.zone)


async def test_what_does_not_exist_has_no_report(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await report(COMMAND_LINE, office, publication_id=cast["An"] + 900)
    assert refused.value.reason is Refusal.NOT_FOUND


async def _story(office: Office, cast: Cast) -> int:
    about = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=about)
    await record(cast.caller("Sơn"), office, publication_id=about, member_id=cast["Tâm"], told=TOLD)
    made = await report(COMMAND_LINE, office, publication_id=about)
    assert {line.state for line in made.lines} == {
        ObligationState.EXPECTED,
        ObligationState.READ_ALOUD,
        ObligationState.EXEMPT,
    }
    return about
