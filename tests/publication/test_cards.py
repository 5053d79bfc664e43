from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.acknowledgement.acknowledging import acknowledge
from bot.audience import Audience, AudienceKind
from bot.delivery.composing import Skip
from bot.messages.acts import Act
from bot.messages.blocks import Folded, Message
from bot.office import Office
from bot.publication import choosing, correcting, submitting
from bot.publication.approving import approve_now
from bot.publication.cards import card
from bot.publication.composers import compose_card
from bot.publication.correcting import DraftField
from bot.publication.faces import SCREEN_LINES, face, lines_of
from storage import tables
from storage.drafts import Content
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
    assert "đã được thu hồi" in words(message)
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
