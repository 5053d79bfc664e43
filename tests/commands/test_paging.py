"""Lists that grow turn in pages of eight, and what stands on a later page can be chosen."""

from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.organisation.enrolling import enrol
from bot.organisation.topics.changing import add_topic
from bot.publication.draft.correcting import DraftField, correct
from bot.publication.draft.marks import mark
from handlers.commands.leading import progress
from handlers.commands.paging import PAGE, page_of, turns
from storage.database import Connection
from storage.organisation import organisation
from storage.states import UnitKind
from tests.cast import BRANCH_1, COMMAND_LINE, COMMITTEE, START, Cast
from tests.commands.saying import buttons, presses, read
from tests.commands.test_subscriptions import FREE
from tests.organisation.joined import do
from tests.publication import steps
from tests.rights.talking import Talk
from tests.study.steps import announced, plan

_NEXT, _BEFORE = "Trang sau ›", "‹ Trang trước"


def _turn(label: str, page: int) -> Button:
    return Button(label, Act.UNITS, 0, page)


def test_a_list_that_fits_has_no_pages() -> None:
    found = range(PAGE)
    assert list(page_of(found, 0)) == list(found)
    assert turns(found, 0, _turn) == []


def test_pages_lead_to_each_other_and_lose_nobody() -> None:
    found = range(2 * PAGE + 1)
    assert [one for page in range(3) for one in page_of(found, page)] == list(found)
    rows = [row for page in range(3) for row in turns(found, page, _turn)]
    led = [[(one.label, one.argument) for one in row] for row in rows]
    assert led == [[(_NEXT, 1)], [(_BEFORE, 0), (_NEXT, 2)], [(_BEFORE, 1)]]


def test_a_page_behind_the_last_is_empty_and_leads_back() -> None:
    assert list(page_of(range(3), 7)) == []
    assert [one.label for row in turns(range(3), 7, _turn) for one in row] == [_BEFORE]


async def test_somebody_of_the_second_page_is_read_to(office: Office, cast: Cast) -> None:
    await _many_more(office, cast, 12)
    await steps.published(office, cast)
    hoa = Talk(office, cast, "Hòa")
    await hoa.says("/doctructiep")
    await hoa.presses(Act.READ_ALOUD)
    assert len(buttons(hoa.at_hand)) == PAGE + 1
    await hoa.presses(Act.READ_ALOUD, label=_NEXT)
    assert _BEFORE in _labels(hoa)
    assert "Tạ Văn Xuân 011" in await hoa.presses(Act.READ_ALOUD_TO, label="Tạ Văn Xuân 011")


async def test_the_chair_may_stand_on_the_second_page(office: Office, cast: Cast) -> None:
    await _many_more(office, cast, 10)
    session_id = await plan(office, cast)
    hoa = Talk(office, cast, "Hòa")
    reply = await hoa.replies(Button("", Act.NEW_SESSION_EDIT, session_id, 4))
    (forward,) = [one for one in buttons(reply.messages[0]) if one.label == _NEXT]
    await hoa.presses_this(forward)
    assert "Ai chủ trì?" in hoa.text
    assert "Chủ trì: đ/c 009" in await hoa.presses(Act.NEW_SESSION_CHAIR, label="Tạ Văn Xuân 009")


async def test_a_unit_of_the_second_page_gets_the_draft(office: Office, cast: Cast) -> None:
    draft = await steps.drafted(office, cast)
    lan = Talk(office, cast, "Lan")
    await _more_units(office, cast, 8)
    await lan.presses_this(Button("", Act.AUDIENCE_UNITS, draft.draft_id))
    assert not [one for one in buttons(lan.at_hand) if one.label.endswith("Chi bộ 16")]
    await lan.presses(Act.AUDIENCE_UNITS, label=_NEXT)
    (unit,) = [one for one in buttons(lan.at_hand) if one.label.endswith("Chi bộ 16")]
    assert "Gửi cho: Chi bộ 16" in await lan.presses_this(unit)
    # Ticked, it stays on the page where it was found.
    assert [one.label for one in buttons(lan.at_hand) if one.label == "✅ – – Chi bộ 16 (đã chọn)"]


async def test_a_point_of_the_second_page_is_left_out_and_its_page_stays(office: Office, cast: Cast) -> None:
    draft = await steps.drafted(office, cast)
    lan, revision = cast.caller("Lan"), draft.revision
    for sentence in _SENTENCES:
        changed = await correct(
            lan,
            office,
            draft_id=draft.draft_id,
            revision=revision,
            field=DraftField.MAIN_POINTS,
            typed=sentence,
        )
        revision = changed.revision
    talk = Talk(office, cast, "Lan")
    number = DraftField.MAIN_POINTS.value
    await talk.presses_this(Button("", Act.EDIT_FIELD, draft.draft_id, mark(revision, number)))
    assert talk.text.count("Giữ: ") == PAGE
    await talk.presses(Act.EDIT_FIELD, label=_NEXT)
    assert f"1. Giữ: {_SENTENCES[-1]}" in talk.text
    assert f"1. Bỏ: {_SENTENCES[-1]}" in await talk.presses(Act.TOGGLE_POINT, label="Bỏ câu 1")
    assert _BEFORE in _labels(talk)


async def test_drafts_and_sessions_turn_their_pages_in_place(office: Office, cast: Cast) -> None:
    for number in range(PAGE + 1):
        await steps.drafted(office, cast, text=steps.DIRECTIVE.replace("12-KH", f"{number + 20}-KH"))
        await announced(office, cast, when=f"19:30-21:00 {number + 10}/12/2026")
    lan, hoa = Talk(office, cast, "Lan"), Talk(office, cast, "Hòa")
    assert "28-KH/ĐU" not in await lan.says("/choduyet")
    assert "1. Số 28-KH/ĐU: đang soạn" in await lan.presses(Act.DRAFTS, label=_NEXT)
    assert "18/12/2026" not in await hoa.says("/lich")
    await hoa.presses(Act.OPEN_SESSION, label=_NEXT)
    assert "18/12/2026" in hoa.text
    assert "17/12/2026" not in hoa.text
    assert "18/12/2026" in await hoa.presses(Act.OPEN_SESSION, label="Mở số 1")


async def test_a_plan_stands_behind_what_is_announced_on_its_page(office: Office, cast: Cast) -> None:
    for number in range(PAGE):
        await announced(office, cast, when=f"19:30-21:00 {number + 10}/12/2026")
    await plan(office, cast, when="19:30-21:00 28/12/2026")
    hoa = Talk(office, cast, "Hòa")
    assert "Đang soạn" not in await hoa.says("/lich")
    assert "Đang soạn, chưa gửi thư mời:\n1. " in await hoa.presses(Act.OPEN_SESSION, label=_NEXT)


async def test_a_topic_of_the_second_page_is_taken_and_left(office: Office, cast: Cast) -> None:
    for number in range(PAGE):
        await add_topic(cast.caller("Dũng"), office, name=f"Chủ đề {number}")
    binh = Talk(office, cast, "Bình")
    assert FREE in await binh.says("/dangky")
    await binh.presses(Act.MY_TOPICS, label=_NEXT)
    taken = await binh.presses(Act.TOGGLE_TOPIC, label="Nhận “Chủ đề 7”")
    assert "• Chủ đề 7: ✅ đang nhận" in taken
    assert FREE not in taken
    assert "• Chủ đề 7: không nhận" in await binh.presses(Act.TOGGLE_TOPIC, label="Thôi nhận “Chủ đề 7”")


async def test_the_units_with_names_turn_in_place(office: Office, cast: Cast) -> None:
    about = await steps.published(office, cast)
    press = presses(cast.caller("Thuận"), Button("", Act.NAMES_PAGE, about, 0))
    shown = await progress.turn_units(office, press)
    assert "Chọn đơn vị" in read(shown)
    assert {one.act for one in buttons(shown.replaces)} == {Act.NAMES}
    assert "Nguyễn Văn Bình" not in read(shown)


def _labels(talk: Talk) -> list[str]:
    return [one.label for one in buttons(talk.at_hand)]


async def _many_more(office: Office, cast: Cast, amount: int) -> None:
    def body(connection: Connection) -> None:
        for number in range(amount):
            name = f"Tạ Văn Xuân {number:03}"
            enrol(connection, office, COMMAND_LINE, full_name=name, unit_id=cast.units[BRANCH_1])

    await do(office, body)


_SENTENCES = (
    "Mọi đảng viên nắm được kế hoạch, chuẩn bị ý kiến và dự sinh hoạt đầy đủ.",
    "Tài liệu sinh hoạt đến tay đảng viên trước buổi sinh hoạt ít nhất một ngày.",
    "Ủy ban Kiểm tra Đảng ủy kiểm tra việc thực hiện, kết quả báo cáo tại kỳ họp gần nhất.",
    "Trong quá trình thực hiện, nếu có vướng mắc, các chi bộ phản ánh về Văn phòng Đảng ủy để được giải đáp.",
)
"""Quoted from the sample, where the reader finds five more."""


async def _more_units(office: Office, cast: Cast, amount: int) -> None:
    def body(connection: Connection) -> None:
        for place in range(amount):
            name = f"Chi bộ {9 + place}"
            organisation.add_unit(
                connection,
                kind=UnitKind.BRANCH,
                name=name,
                short_name="",
                parent_id=cast.units[COMMITTEE],
                opened_on=START.date(),
            )

    await do(office, body)
