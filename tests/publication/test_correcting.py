from datetime import date
from functools import partial

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.draft import correcting
from bot.publication.draft.correcting import DraftField, NotQuoted, correct, toggle_point
from bot.publication.draft.points import points_of
from storage import tables
from tests.cast import Cast
from tests.publication.steps import draft_of, drafted, rows, submitted

QUOTED = "Tài liệu sinh hoạt đến tay đảng viên trước buổi sinh hoạt ít nhất một ngày."


async def typed(office: Office, cast: Cast, field: DraftField, text: str) -> int:
    draft = await drafted(office, cast)
    await correct(
        cast.caller("Lan"), office, draft_id=draft.draft_id, revision=draft.revision, field=field, typed=text
    )
    return draft.draft_id


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (DraftField.TITLE, "Tên  mới", "Tên mới"),
        (DraftField.ISSUER, "Đảng ủy", "Đảng ủy"),
        (DraftField.TYPE_NAME, "không", ""),
        (DraftField.ISSUED_ON, "21/11/2026", date(2026, 11, 21)),
        (DraftField.EVENT_ON, "không có", None),
        (DraftField.CHAIR, "Hà Văn Thuận", "Hà Văn Thuận"),
        (DraftField.TO_DO, "1. Đọc kế hoạch\n- Dự sinh hoạt\n", ["Đọc kế hoạch", "Dự sinh hoạt"]),
    ],
)
async def test_a_typed_value_takes_the_place_of_what_was_read(
    office: Office, cast: Cast, field: DraftField, text: str, value: object
) -> None:
    draft = await draft_of(office, await typed(office, cast, field, text))
    assert getattr(draft, field.column) == value


async def test_a_date_is_read_with_the_day_first(office: Office, cast: Cast) -> None:
    draft = await draft_of(office, await typed(office, cast, DraftField.EVENT_ON, "06/07/2026"))
    assert draft.event_on == date(2026, 7, 6)


@pytest.mark.parametrize("text", ["mai", "31/02/2026", "2026-11-20", "20/11/2026 hoặc 21/11/2026"])
async def test_what_is_no_date_is_refused(office: Office, cast: Cast, text: str) -> None:
    with pytest.raises(Refused) as refused:
        await typed(office, cast, DraftField.ISSUED_ON, text)
    assert refused.value.reason is Refusal.NOT_A_DATE


async def test_a_title_cannot_be_emptied(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await typed(office, cast, DraftField.TITLE, "không")
    assert refused.value.reason is Refusal.EMPTY


async def test_a_value_that_is_too_long_is_refused_with_the_limit(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await typed(office, cast, DraftField.TITLE, "a" * (correcting.MOST_LETTERS + 1))
    assert refused.value.reason is Refusal.TOO_LONG
    assert refused.value.details == {"limit": "300"}


@pytest.mark.parametrize("text", ["13-KH/ĐU", "số 13-KH/ĐU", "Số: 13-kh/du"])
async def test_a_typed_number_gets_the_key_of_every_way_of_writing_it(
    office: Office, cast: Cast, text: str
) -> None:
    draft = await draft_of(office, await typed(office, cast, DraftField.NUMBER, text))
    assert draft.number_key == "13|KH|ĐU"
    assert not draft.number.lower().startswith("số")


async def test_a_typed_field_is_no_longer_to_be_filled_in(office: Office, cast: Cast) -> None:
    draft_id = await typed(office, cast, DraftField.CHAIR, "không")
    assert "chair" not in (await draft_of(office, draft_id)).unsure


async def test_a_sentence_of_the_text_may_become_a_main_point(office: Office, cast: Cast) -> None:
    pasted = QUOTED.replace(" đảng viên ", "\nđảng  viên ")
    draft = await draft_of(office, await typed(office, cast, DraftField.MAIN_POINTS, pasted))
    assert points_of(draft.main_points)[-1].text == QUOTED


@pytest.mark.parametrize(
    "text",
    [
        "Mọi đảng viên phải hoàn thành trước hạn.",
        QUOTED.replace("một ngày", "hai ngày"),
        "ài liệu sinh hoạt đến tay đảng viên",
    ],
)
async def test_a_sentence_that_is_not_in_the_text_does_not(office: Office, cast: Cast, text: str) -> None:
    with pytest.raises(NotQuoted):
        await typed(office, cast, DraftField.MAIN_POINTS, text)


async def test_a_main_point_is_left_out_and_taken_back(office: Office, cast: Cast) -> None:
    caller, draft = cast.caller("Lan"), await drafted(office, cast)
    out = await toggle_point(caller, office, draft_id=draft.draft_id, revision=draft.revision, place=0)
    assert not points_of((await draft_of(office, draft.draft_id)).main_points)[0].kept
    await toggle_point(caller, office, draft_id=draft.draft_id, revision=out.revision, place=0)
    assert points_of((await draft_of(office, draft.draft_id)).main_points)[0].kept


async def test_a_main_point_that_is_not_there_cannot_be_left_out(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await toggle_point(
            cast.caller("Lan"), office, draft_id=draft.draft_id, revision=draft.revision, place=99
        )
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_a_correction_of_an_older_revision_changes_nothing(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    first = partial(
        correct, office=office, draft_id=draft.draft_id, revision=draft.revision, field=DraftField.CHAIR
    )
    await first(cast.caller("Lan"), typed="Đỗ Thị Mai")
    with pytest.raises(Refused) as refused:
        await first(cast.caller("Lan"), typed="Bùi Văn An")
    assert refused.value.reason is Refusal.GONE_ON
    assert (await draft_of(office, draft.draft_id)).chair == "Đỗ Thị Mai"


async def test_a_draft_that_waits_for_approval_cannot_be_corrected(office: Office, cast: Cast) -> None:
    waiting = await submitted(office, cast)
    with pytest.raises(Refused) as refused:
        await correct(
            cast.caller("Lan"),
            office,
            draft_id=waiting.draft_id,
            revision=waiting.revision,
            field=DraftField.TITLE,
            typed="Khác",
        )
    assert refused.value.reason is Refusal.GONE_ON


@pytest.mark.parametrize("given", ["Minh", "Hòa", "Bình"])
async def test_who_is_no_clerk_does_not_correct(office: Office, cast: Cast, given: str) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await correct(
            cast.caller(given),
            office,
            draft_id=draft.draft_id,
            revision=draft.revision,
            field=DraftField.TITLE,
            typed="Khác",
        )
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_discarded_draft_keeps_its_history_and_not_its_text(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    await submitting.discard(cast.caller("Lan"), office, draft_id=draft.draft_id)
    assert (await draft_of(office, draft.draft_id)).body == ""
    assert (await rows(office, tables.history))[-1]["to_state"] == "discarded"


async def test_a_discarded_draft_does_not_come_back(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    await submitting.discard(cast.caller("Lan"), office, draft_id=draft.draft_id)
    with pytest.raises(Refused) as refused:
        await submitting.take_back(cast.caller("Lan"), office, draft_id=draft.draft_id)
    assert refused.value.reason is Refusal.GONE_ON
