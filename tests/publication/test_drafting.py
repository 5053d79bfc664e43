from datetime import date, datetime

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.draft import drafting, opening
from bot.publication.draft.points import points_of
from storage import tables
from storage.states import DraftState, Kind, Scope
from tests.cast import ZONE, Cast
from tests.publication.steps import DIRECTIVE, MEETING, draft_of, rows, words

SECRET = "TỐI MẬT\n\n" + DIRECTIVE


async def test_a_pasted_directive_becomes_a_draft_with_its_fields(office: Office, cast: Cast) -> None:
    begun = await drafting.draft_from_text(cast.caller("Lan"), office, text=DIRECTIVE)
    draft = await draft_of(office, begun.draft_id)
    assert (draft.kind, draft.number, draft.type_name) == (Kind.DIRECTIVE, "12-KH/ĐU", "Kế hoạch")
    assert draft.title == "Nền nếp sinh hoạt chi bộ quý IV năm 2026"
    assert draft.issued_on == date(2026, 11, 20)
    assert (draft.state, draft.revision, draft.created_by) == (DraftState.OPEN, 1, cast["Lan"])


async def test_each_main_point_is_quoted_from_the_text(office: Office, cast: Cast) -> None:
    begun = await drafting.draft_from_text(cast.caller("Lan"), office, text=DIRECTIVE)
    draft = await draft_of(office, begun.draft_id)
    points = points_of(draft.main_points)
    assert points
    assert all(point.text in draft.body for point in points)


@pytest.mark.parametrize(
    ("printed", "day", "said"),
    [
        # Two dates on one card confuse: what the text itself sets is what people are held to.
        ("27/11/2026", (2026, 11, 27), True),
        # Over already: from Monday 23/11; Tuesday 24/11 is Vietnam's Culture Day, a day off since 2026.
        ("20/11/2026", (2026, 12, 1), False),
    ],
)
async def test_a_directive_asks_for_acknowledgement_by_its_own_deadline_else_in_five_working_days(
    office: Office, cast: Cast, printed: str, day: tuple[int, int, int], said: bool
) -> None:
    assert "27/11/2026" in DIRECTIVE
    text, lan = DIRECTIVE.replace("27/11/2026", printed), cast.caller("Lan")
    begun = await drafting.draft_from_text(lan, office, text=text)
    draft = await draft_of(office, begun.draft_id)
    assert draft.asks_acknowledgement
    assert draft.due_at == datetime(*day, 17, tzinfo=ZONE)
    card = words(await opening.open_draft(lan, office, draft_id=draft.id))
    assert ("(theo văn bản)" in card) is said
    assert "hạn khác" not in card


async def test_a_meeting_summary_asks_for_none(office: Office, cast: Cast) -> None:
    begun = await drafting.draft_from_text(cast.caller("Lan"), office, text=MEETING)
    draft = await draft_of(office, begun.draft_id)
    assert draft.kind is Kind.MEETING_SUMMARY
    assert not draft.asks_acknowledgement
    assert draft.due_at is None


async def test_a_text_from_a_public_page_stays_internal_until_a_person_says_otherwise(
    office: Office, cast: Cast
) -> None:
    begun = await drafting.draft_from_text(cast.caller("Lan"), office, text=MEETING)
    assert (await draft_of(office, begun.draft_id)).scope is Scope.INTERNAL


async def test_what_the_reader_is_unsure_of_stays_empty_and_is_named(office: Office, cast: Cast) -> None:
    text = DIRECTIVE.replace("Số 12-KH/ĐU", "Số 12-kh/du")
    begun = await drafting.draft_from_text(cast.caller("Lan"), office, text=text)
    draft = await draft_of(office, begun.draft_id)
    assert (draft.number, draft.number_key) == ("", "")
    assert "number" in draft.unsure


async def test_what_the_reader_is_sure_of_is_not_named(office: Office, cast: Cast) -> None:
    begun = await drafting.draft_from_text(cast.caller("Lan"), office, text=DIRECTIVE)
    assert list((await draft_of(office, begun.draft_id)).unsure) == []


async def test_a_text_file_becomes_the_same_draft(office: Office, cast: Cast) -> None:
    caller = cast.caller("Lan")
    begun = await drafting.draft_from_file(caller, office, content=DIRECTIVE.encode(), name="kh.txt")
    assert (await draft_of(office, begun.draft_id)).number == "12-KH/ĐU"


@pytest.mark.parametrize(
    ("content", "kind"), [(b"%PDF-1.7 ...", "hỏng"), (b"\x89PNG\r\n\x1a\n", "ảnh"), (b"a\x00b", "Word")]
)
async def test_a_file_that_is_no_text_is_refused_with_what_it_is(
    office: Office, cast: Cast, content: bytes, kind: str
) -> None:
    with pytest.raises(Refused) as refused:
        await drafting.draft_from_file(cast.caller("Lan"), office, content=content, name="x")
    assert refused.value.reason is Refusal.UNREADABLE
    assert kind in refused.value.details["kind"]


@pytest.mark.parametrize("text", ["", "  \n "])
async def test_an_empty_text_is_refused(office: Office, cast: Cast, text: str) -> None:
    with pytest.raises(Refused) as refused:
        await drafting.draft_from_text(cast.caller("Lan"), office, text=text)
    assert refused.value.reason is Refusal.EMPTY


async def test_a_marked_text_is_refused_before_anything_is_written(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await drafting.draft_from_text(cast.caller("Lan"), office, text=SECRET)
    assert (refused.value.reason, refused.value.details["kind"]) == (Refusal.SECRET, "TỐI MẬT")
    assert await rows(office, tables.drafts) == []
    assert await rows(office, tables.history) == []


async def test_a_marked_file_is_refused_by_its_content_and_by_its_name(office: Office, cast: Cast) -> None:
    for content, name in ((SECRET, "kh.txt"), (DIRECTIVE, "MẬT.txt")):
        with pytest.raises(Refused) as refused:
            await drafting.draft_from_file(cast.caller("Lan"), office, content=content.encode(), name=name)
        assert refused.value.reason is Refusal.SECRET
    assert await rows(office, tables.drafts) == []


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Minh", "Dũng", "Thuận"])
async def test_who_is_no_clerk_does_not_draft(office: Office, cast: Cast, given: str) -> None:
    with pytest.raises(Refused) as refused:
        await drafting.draft_from_text(cast.caller(given), office, text=DIRECTIVE)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await rows(office, tables.drafts) == []


async def test_a_new_draft_is_in_history_without_its_text(office: Office, cast: Cast) -> None:
    begun = await drafting.draft_from_text(cast.caller("Lan"), office, text=DIRECTIVE)
    (line,) = await rows(office, tables.history)
    assert (line["thing"], line["thing_id"], line["actor_id"]) == ("draft", begun.draft_id, cast["Lan"])
    assert (line["from_state"], line["to_state"], line["detail"]) == ("", "open", "begun")


async def test_the_second_part_of_a_cut_text_joins_the_first(office: Office, cast: Cast) -> None:
    cut = DIRECTIVE.index("II. NỘI DUNG")
    caller = cast.caller("Lan")
    first = await drafting.draft_from_text(caller, office, text=DIRECTIVE[:cut])
    whole = await drafting.continue_draft(
        caller, office, draft_id=first.draft_id, revision=first.revision, text=DIRECTIVE[cut:]
    )
    draft = await draft_of(office, whole.draft_id)
    assert "III. TỔ CHỨC THỰC HIỆN" in draft.body
    assert draft.event_on == date(2026, 12, 3)
    assert len(await rows(office, tables.drafts)) == 1


async def test_a_second_part_does_not_join_a_draft_that_was_worked_on(office: Office, cast: Cast) -> None:
    caller = cast.caller("Lan")
    first = await drafting.draft_from_text(caller, office, text=DIRECTIVE)
    more = {"draft_id": first.draft_id, "revision": first.revision}
    await drafting.continue_draft(caller, office, **more, text="Phụ lục.")
    with pytest.raises(Refused) as refused:
        await drafting.continue_draft(caller, office, **more, text="Phụ lục khác.")
    assert refused.value.reason is Refusal.GONE_ON


async def test_a_marked_second_part_is_refused(office: Office, cast: Cast) -> None:
    caller = cast.caller("Lan")
    first = await drafting.draft_from_text(caller, office, text=DIRECTIVE)
    with pytest.raises(Refused) as refused:
        await drafting.continue_draft(
            caller, office, draft_id=first.draft_id, revision=first.revision, text="MẬT\nPhụ lục"
        )
    assert refused.value.reason is Refusal.SECRET
    assert (await draft_of(office, first.draft_id)).revision == 1
