from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.audience import Audience, AudienceKind
from bot.delivery.composing import Skip
from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Folded, Line, Message
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.approval.approving import approve_now
from bot.publication.audience import choosing
from bot.publication.composers import compose_card
from bot.publication.draft import correcting
from bot.publication.draft.correcting import DraftField
from bot.publication.draft.points import for_draft, from_reading
from bot.publication.member.cards import card
from bot.publication.member.faces import SCREEN_LINES, Own, face, lines_of, lines_of_rows
from bot.publication.member.tasks import Task
from bot.reading import read_document
from storage import tables
from storage.publication.drafts import Content
from storage.states import Kind, ObligationState, PublicationState, Purpose, Reason, Scope, Urgency
from tests.cast import BRANCH_1, START, ZONE, Cast, clock_of
from tests.publication.steps import (
    DIRECTIVE,
    MEETING,
    acts,
    buttons,
    claimed,
    drafted,
    execute,
    owed,
    published,
    words,
)

SKETCH = Content(
    kind=Kind.DIRECTIVE,
    type_name="Kế hoạch",
    number="12-KH/ĐU",
    number_key="12|KH|ĐU",
    title="Nền nếp sinh hoạt chi bộ quý IV",
    issuer="Đảng ủy LĐLĐ tỉnh",
    issued_on=date(2026, 11, 20),
    event_on=None,
    chair="",
    main_points=[{"label": "content", "text": "Các chi bộ tổ chức sinh hoạt chuyên đề."}],
    to_do=["Đọc kế hoạch, chuẩn bị ý kiến", "Dự sinh hoạt ngày 03/12"],
    body="",
    scope=Scope.PUBLIC,
    urgency=Urgency.NORMAL,
)
DUE = datetime(2026, 11, 27, 17, tzinfo=ZONE)


def shown(content: Content, *, asked: bool = True) -> Message:
    return Message(tuple(face(content, asked=asked, due_at=DUE, called="Đồng chí Bình", zone=ZONE)))


async def go_out(office: Office, cast: Cast, *, text: str = DIRECTIVE, public: bool = True) -> int:
    draft, lan = await drafted(office, cast, text=text), cast.caller("Lan")
    draft = await correcting.correct(
        lan,
        office,
        draft_id=draft.draft_id,
        revision=draft.revision,
        field=DraftField.TO_DO,
        typed="Đọc kế hoạch",
    )
    if public:
        draft = await choosing.toggle_scope(lan, office, draft_id=draft.draft_id, revision=draft.revision)
    waiting = await submitting.submit(lan, office, draft_id=draft.draft_id, revision=draft.revision)
    approved = await approve_now(
        cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision
    )
    assert approved.publication_id is not None
    return approved.publication_id


async def card_of(office: Office, cast: Cast, publication_id: int, given: str = "Bình") -> Message:
    return await office.database.read(
        lambda connection: card(connection, office, publication_id=publication_id, member_id=cast[given])
    )


def test_a_directive_reads_like_its_sketch() -> None:
    assert words(shown(SKETCH)).splitlines() == [
        "VĂN BẢN CHỈ ĐẠO · cần xác nhận",
        "Số 12-KH/ĐU · Kế hoạch",
        "Nền nếp sinh hoạt chi bộ quý IV",
        "Đảng ủy LĐLĐ tỉnh, 20/11/2026",
        "⏰ Hạn: 17:00 thứ Sáu, 27/11/2026",
        "",
        "Đồng chí Bình cần làm:",
        "1. Đọc kế hoạch, chuẩn bị ý kiến",
        "2. Dự sinh hoạt ngày 03/12",
        "Ý chính (chạm để mở)",
        "Các chi bộ tổ chức sinh hoạt chuyên đề.",
    ]


def test_a_meeting_summary_reads_like_its_sketch() -> None:
    summary = replace(
        SKETCH,
        kind=Kind.MEETING_SUMMARY,
        type_name="",
        number="",
        issuer="",
        issued_on=None,
        title="Sơ kết công tác Đảng 6 tháng đầu năm",
        event_on=date(2026, 7, 6),
        chair="Hà Văn Thuận",
        to_do=[],
        main_points=[
            {"label": "result", "text": "3/3 chi bộ sinh hoạt đủ kỳ"},
            {"label": "weakness", "text": "tuyên truyền chưa sâu"},
            {"label": "task", "text": "Kiểm tra 3 chi bộ"},
            {"label": "task", "text": "Gửi tài liệu trước"},
        ],
    )
    assert words(shown(summary, asked=False)).splitlines() == [
        "KẾT QUẢ HỘI NGHỊ · để biết",
        "Sơ kết công tác Đảng 6 tháng đầu năm",
        "06/07/2026 · Chủ trì: đ/c Hà Văn Thuận",
        "Kết quả: 3/3 chi bộ sinh hoạt đủ kỳ",
        "Hạn chế: tuyên truyền chưa sâu",
        "Việc tới:",
        "1. Kiểm tra 3 chi bộ",
        "2. Gửi tài liệu trước",
    ]


MEETING_SKETCH = replace(
    SKETCH,
    kind=Kind.MEETING_SUMMARY,
    type_name="",
    number="",
    issuer="",
    issued_on=None,
    title="Sơ kết công tác Đảng 6 tháng đầu năm",
    event_on=date(2026, 7, 6),
    chair="Hà Văn Thuận",
    to_do=[],
    main_points=[
        {"label": "result", "text": "3/3 chi bộ sinh hoạt đủ kỳ"},
        {"label": "weakness", "text": "tuyên truyền chưa sâu"},
        {"label": "task", "text": "Kiểm tra 3 chi bộ, đồng chí Hòa, trong tháng 9"},
    ],
    tasks=[{"text": "Kiểm tra 3 chi bộ", "who": "đồng chí Hòa", "due_on": "2026-09-30", "member_ids": [7]}],
)
TASKS = [
    {
        "text": f"Chuẩn bị nội dung số {number} cho kỳ họp tới",
        "who": "Chi bộ 1",
        "due_on": None,
        "member_ids": [number],
    }
    for number in range(1, 9)
]


def test_what_a_directive_asks_of_offices_does_not_crowd_out_its_main_points() -> None:
    asked = [{"text": "Theo dõi, tổng hợp", "who": "Văn phòng Đảng ủy", "due_on": None}]
    card = words(shown(replace(SKETCH, tasks=asked)))
    assert "Theo dõi" not in card
    assert "Các chi bộ tổ chức sinh hoạt chuyên đề." in card
    named = [asked[0] | {"member_ids": [2]}]
    assert "1. Theo dõi, tổng hợp – Văn phòng Đảng ủy" in words(shown(replace(SKETCH, tasks=named)))
    summary = replace(MEETING_SKETCH, tasks=asked)
    assert "1. Theo dõi, tổng hợp" in words(shown(summary, asked=False))


def test_tasks_stand_under_the_summary_with_who_and_by_when() -> None:
    assert words(shown(MEETING_SKETCH, asked=False)).splitlines() == [
        "KẾT QUẢ HỘI NGHỊ · để biết",
        "Sơ kết công tác Đảng 6 tháng đầu năm",
        "06/07/2026 · Chủ trì: đ/c Hà Văn Thuận",
        "Kết quả: 3/3 chi bộ sinh hoạt đủ kỳ",
        "Hạn chế: tuyên truyền chưa sâu",
        "Việc tới:",
        "1. Kiểm tra 3 chi bộ – đ/c Hòa, hết 30/9",
    ]
    next_year = [{"text": "Tổng kết", "who": "", "due_on": "2027-01-05", "member_ids": []}]
    assert "1. Tổng kết – hết 5/1/2027" in words(shown(replace(MEETING_SKETCH, tasks=next_year)))


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("own", [(), (2,), (0, 1, 2, 3, 4, 5, 6, 7)])
@pytest.mark.parametrize("rows", [1, 3, 4])
def test_with_many_tasks_the_due_date_and_the_main_button_stay_in_sight(
    kind: Kind, own: tuple[int, ...], rows: int
) -> None:
    much = replace(SKETCH, kind=kind, tasks=TASKS, event_on=date(2026, 7, 6), chair="Hà Văn Thuận")
    blocks = face(
        much,
        asked=True,
        due_at=DUE,
        called="Đồng chí Bình",
        zone=ZONE,
        lines_below=lines_of_rows(rows),
        own=Own(to_do=["Đọc báo cáo, chuẩn bị ý kiến cho kỳ họp tới"] * 4, tasks=own),
    )
    # Two rows of buttons have their place below, and the main one is the first.
    assert sum(map(lines_of, blocks)) <= SCREEN_LINES
    text = words(Message(tuple(blocks)))
    assert text.count("Chuẩn bị nội dung") >= len(TASKS)
    assert [block.text for block in blocks if isinstance(block, Bold)][1] == SKETCH.title
    if own == (2,) and kind is Kind.DIRECTIVE and rows == 1:
        open_lines = [block.text for block in blocks if isinstance(block, Line)]
        assert "Đồng chí Bình được giao:" in open_lines
        assert any(line.startswith("3. Chuẩn bị nội dung số 3") for line in open_lines)


LONG_TASK = "Rà soát, hoàn thiện hồ sơ kết nạp đảng viên và gửi về Văn phòng Đảng ủy trước kỳ họp tới"


def in_sight(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Line)]


def in_folds(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, Folded))


def sample_summary() -> Content:
    read = read_document(MEETING, today=DUE.date())
    assert read.title is not None
    return replace(
        MEETING_SKETCH,
        title=read.title.value,
        main_points=for_draft(from_reading(read.main_points)),
        tasks=[Task(one.value.text, one.value.who).stored() for one in read.tasks],
    )


def of_the_reader(content: Content, *own: int, lines_below: int = 0) -> list[Block]:
    return face(
        content,
        asked=False,
        due_at=None,
        called="Đồng chí Bình",
        zone=ZONE,
        lines_below=lines_below,
        own=Own(tasks=own),
    )


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("lines_below", [0, 2, 4])
def test_the_readers_own_long_task_stays_in_sight_with_its_day(kind: Kind, lines_below: int) -> None:
    mine = {"text": LONG_TASK, "who": "đồng chí Bình", "due_on": "2026-12-30", "member_ids": [2]}
    summary = replace(sample_summary(), kind=kind, tasks=[*TASKS, mine])
    blocks = of_the_reader(summary, len(TASKS), lines_below=lines_below)
    assert sum(map(lines_of, blocks)) + lines_below <= SCREEN_LINES
    (shown,) = [line for line in in_sight(blocks) if line.startswith("9. Rà soát, hoàn thiện hồ sơ")]
    assert shown.endswith("hết 30/12")
    assert f"9. {LONG_TASK} – đ/c Bình, hết 30/12" in in_folds(blocks)


@pytest.mark.parametrize("own", [(2,), (0, 1, 2, 3, 4, 5, 6, 7)])
def test_without_any_room_one_line_still_says_what_the_reader_was_given(own: tuple[int, ...]) -> None:
    blocks = of_the_reader(replace(MEETING_SKETCH, tasks=TASKS), *own, lines_below=SCREEN_LINES)
    said = in_sight(blocks)[-1]
    assert said.startswith("Được giao: 3. Chuẩn" if len(own) == 1 else "Được giao 8 việc: 1. Chuẩn")
    assert lines_of(Line(said)) == 1
    assert in_folds(blocks).count("Chuẩn bị nội dung") == len(TASKS)


def test_of_a_long_summary_who_has_no_task_sees_a_part_of_everything() -> None:
    blocks = of_the_reader(sample_summary())
    assert sum(map(lines_of, blocks)) <= SCREEN_LINES
    seen = in_sight(blocks)
    beginnings = ("Kết quả: Trong 6 tháng", "Hạn chế: Văn bản chỉ đạo", "Việc tới:", "1. Kết luận")
    assert [line for line in seen if line.startswith(beginnings)] == seen[-4:]
    whole = in_folds(blocks)
    assert "mỗi chi bộ có ít nhất một buổi sinh hoạt chuyên đề." in whole
    assert whole.count("Hạn chế: ") == 2
    assert "5. Kịp thời biểu dương" in whole


def test_tasks_stand_open_as_far_as_there_is_room_and_are_not_said_twice() -> None:
    blocks = of_the_reader(replace(MEETING_SKETCH, tasks=TASKS))
    seen, folded = in_sight(blocks), in_folds(blocks)
    numbers = [int(line.partition(".")[0]) for line in seen if "Chuẩn bị nội dung" in line]
    assert numbers == list(range(1, len(numbers) + 1))
    assert 1 <= len(numbers) < len(TASKS)
    assert "Kết quả: 3/3 chi bộ sinh hoạt đủ kỳ" in seen
    assert "Kết quả" not in folded
    assert sum(map(lines_of, blocks)) <= SCREEN_LINES


def test_a_sentence_that_the_clerk_left_out_is_in_no_preview() -> None:
    left_out = {"label": "weakness", "text": "Câu đã bỏ", "kept": False}
    summary = replace(MEETING_SKETCH, main_points=[*MEETING_SKETCH.main_points, left_out])
    assert "Câu đã bỏ" not in words(shown(summary, asked=False))


def test_further_rows_of_buttons_fold_what_would_push_them_out_of_sight() -> None:
    def folds(rows: int) -> list[str]:
        blocks = face(
            SKETCH,
            asked=True,
            due_at=DUE,
            called="Đồng chí Bình",
            zone=ZONE,
            lines_below=lines_of_rows(rows),
            own=Own(to_do=SKETCH.to_do),
        )
        return [block.label for block in blocks if isinstance(block, Folded)]

    assert folds(2) == ["Ý chính (chạm để mở)"]
    assert folds(4) == ["Việc cần làm (chạm để mở)", "Ý chính (chạm để mở)"]


def test_of_an_internal_one_the_reader_learns_only_that_something_is_asked_of_them() -> None:
    internal = replace(MEETING_SKETCH, scope=Scope.INTERNAL)
    for tasks, said in (((0,), True), ((), False)):
        blocks = face(
            internal,
            asked=False,
            due_at=None,
            called="Đồng chí Hòa",
            zone=ZONE,
            own=Own(tasks=tasks, read_at="https://loa.example/w/x"),
        )
        text = words(Message(tuple(blocks)))
        assert ("Đồng chí Hòa có việc được giao trong văn bản này." in text) is said
        assert "Kiểm tra" not in text


def test_an_internal_one_leaves_the_main_points_out() -> None:
    internal = shown(replace(SKETCH, scope=Scope.INTERNAL))
    assert "Ý chính" not in words(internal)
    assert "chuyên đề" not in words(internal)


@pytest.mark.parametrize("amount", [1, 5, 40])
def test_title_and_due_date_stay_on_one_small_screen(amount: int) -> None:
    much = replace(SKETCH, to_do=["Chuẩn bị ý kiến và gửi về chi ủy trước ngày 25/11"] * amount)
    message = shown(much)
    assert sum(map(lines_of, message.blocks)) <= SCREEN_LINES
    assert words(message).count("Chuẩn bị ý kiến") == amount


def test_a_short_list_stays_open_and_a_long_one_is_folded() -> None:
    long = replace(SKETCH, to_do=["Chuẩn bị ý kiến và gửi về chi ủy trước ngày 25/11"] * 5)
    assert [block.label for block in shown(SKETCH).blocks if isinstance(block, Folded)] == [
        "Ý chính (chạm để mở)"
    ]
    assert [block.label for block in shown(long).blocks if isinstance(block, Folded)] == [
        "Việc cần làm (chạm để mở)",
        "Ý chính (chạm để mở)",
    ]


@pytest.mark.parametrize(("urgency", "word"), [(Urgency.URGENT, "KHẨN"), (Urgency.IMMEDIATE, "HỎA TỐC")])
def test_an_urgent_one_says_so_first(urgency: Urgency, word: str) -> None:
    assert words(shown(replace(SKETCH, urgency=urgency))).startswith(f"{word} · VĂN BẢN CHỈ ĐẠO")


async def test_a_public_directive_offers_the_three_answers(office: Office, cast: Cast) -> None:
    message = await card_of(office, cast, await go_out(office, cast))
    assert [button.act for button in buttons(message)] == [Act.ACKNOWLEDGE, Act.FULL_TEXT, Act.ASK]
    assert not message.protected
    assert "Đồng chí Bình cần làm:" in words(message)


async def test_an_internal_directive_is_protected_and_offers_no_text(office: Office, cast: Cast) -> None:
    message = await card_of(office, cast, await go_out(office, cast, public=False))
    assert message.protected
    assert acts(message) == {Act.ACKNOWLEDGE, Act.ASK}


async def test_each_member_is_addressed_in_their_own_form(office: Office, cast: Cast) -> None:
    publication_id = await go_out(office, cast)
    assert "Chị Ngọc cần làm:" in words(await card_of(office, cast, publication_id, "Ngọc"))
    assert "Anh/chị Phúc cần làm:" in words(await card_of(office, cast, publication_id, "Phúc"))


async def test_after_the_tap_the_card_says_when_and_keeps_the_lower_row(office: Office, cast: Cast) -> None:
    publication_id = await go_out(office, cast)
    clock_of(office).forward(minutes=14)
    await acknowledge(cast.caller("Bình"), office, publication_id=publication_id)
    message = await card_of(office, cast, publication_id)
    assert "✅ Đồng chí đã xác nhận lúc 08:14, 23/11" in words(message)
    assert [button.act for button in buttons(message)] == [Act.FULL_TEXT, Act.ASK]


@pytest.mark.parametrize(
    ("state", "said", "acknowledges"),
    [
        (ObligationState.QUESTION, "❓ Câu hỏi của đồng chí đang chờ trả lời", True),
        (ObligationState.READ_ALOUD, "📖 Đã đọc trực tiếp cho đồng chí lúc 08:00, 23/11", False),
        (ObligationState.WITHDRAWN, "không còn cần xác nhận", False),
        (ObligationState.EXPECTED, "cần xác nhận", True),
    ],
)
async def test_the_card_shows_the_state_of_the_obligation(
    office: Office, cast: Cast, state: ObligationState, said: str, acknowledges: bool
) -> None:
    publication_id = await go_out(office, cast)
    obligations = tables.obligations
    await execute(
        office, obligations.update().where(obligations.c.member_id == cast["Bình"]).values(state=state)
    )
    message = await card_of(office, cast, publication_id)
    assert said in words(message)
    assert (Act.ACKNOWLEDGE in acts(message)) is acknowledges


async def test_the_approver_reads_why_nothing_is_asked(office: Office, cast: Cast) -> None:
    message = await card_of(office, cast, await go_out(office, cast), "Minh")
    assert "Đồng chí không phải xác nhận: người ban hành" in words(message)
    assert acts(message) == {Act.FULL_TEXT}


async def test_a_withdrawn_publication_offers_nothing(office: Office, cast: Cast) -> None:
    publication_id = await go_out(office, cast)
    await execute(office, tables.publications.update().values(state=PublicationState.WITHDRAWN))
    message = await card_of(office, cast, publication_id)
    assert "VĂN BẢN CHỈ ĐẠO · hết hiệu lực" in words(message)
    assert "Hạn:" not in words(message)
    assert "không cần trả lời nữa" in words(message)
    assert buttons(message) == []


async def test_a_meeting_summary_asks_for_no_acknowledgement(office: Office, cast: Cast) -> None:
    message = await card_of(office, cast, await go_out(office, cast, text=MEETING))
    assert acts(message) == {Act.FULL_TEXT, Act.ASK}
    assert "để biết" in words(message)
    assert "Hạn:" not in words(message)


async def composed(office: Office, cast: Cast, given: str, **more: object) -> Message | Skip:
    (row,) = [row for row in await owed(office, Purpose.CARD) if row["member_id"] == cast[given]]
    return await office.database.read(
        lambda connection: compose_card(connection, office, claimed(row, **more))
    )


async def test_a_card_that_is_due_is_composed(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    assert await composed(office, cast, "Bình") == await card_of(office, cast, publication_id)


async def test_who_acknowledged_elsewhere_gets_no_card_but_the_sent_one_is_renewed(
    office: Office, cast: Cast
) -> None:
    publication_id = await published(office, cast)
    await acknowledge(cast.caller("Bình"), office, publication_id=publication_id)
    assert await composed(office, cast, "Bình") == Skip(Reason.ANSWERED)
    assert isinstance(await composed(office, cast, "Bình", message_id="7"), Message)


async def test_a_withdrawn_publication_is_not_sent(office: Office, cast: Cast) -> None:
    await published(office, cast)
    await execute(office, tables.publications.update().values(state=PublicationState.WITHDRAWN))
    assert await composed(office, cast, "Bình") == Skip(Reason.PUBLICATION_WITHDRAWN)


async def test_a_publication_that_asks_nothing_is_sent_too(office: Office, cast: Cast) -> None:
    await published(office, cast, text=MEETING)
    assert isinstance(await composed(office, cast, "Bình"), Message)


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [("left_at", START, Reason.LEFT), ("on_paper", True, Reason.NO_CONSENT)],
)
async def test_who_left_or_is_on_paper_gets_no_card(
    office: Office, cast: Cast, column: str, value: object, reason: Reason
) -> None:
    await published(office, cast)
    members = tables.members
    await execute(office, members.update().where(members.c.id == cast["Bình"]).values({column: value}))
    assert await composed(office, cast, "Bình") == Skip(reason)


async def test_an_address_that_changed_hands_gets_no_card(office: Office, cast: Cast) -> None:
    await published(office, cast, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    assert await composed(office, cast, "Bình", owner_id=cast["Mai"]) == Skip(Reason.LEFT)
    assert await composed(office, cast, "Bình", owner_id=None) == Skip(Reason.LEFT)
