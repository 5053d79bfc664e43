from datetime import datetime

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.units.changing import change_tree
from bot.organisation.units.wishes import Wish
from bot.publication.approval import submitting
from bot.publication.approval.approving import DueTooSoon, approve_at, approve_now
from bot.publication.audience import choosing
from bot.publication.publishing import publish_due
from bot.states import UnitChange
from storage import tables
from storage.states import DraftState
from tests.cast import BRANCH_1, BRANCH_2, START, ZONE, Cast, clock_of
from tests.publication.steps import DIRECTIVE, draft_of, drafted, execute, published, rows, submitted


async def scheduled(office: Office, cast: Cast, typed: str = "17:00 26/11/2026") -> int:
    waiting = await submitted(office, cast)
    await approve_at(
        cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision, typed=typed
    )
    return waiting.draft_id


async def test_a_scheduled_draft_goes_out_at_its_time_and_not_before(office: Office, cast: Cast) -> None:
    draft_id = await scheduled(office, cast)
    assert (await draft_of(office, draft_id)).state is DraftState.SCHEDULED
    assert await publish_due(office) == 0
    clock_of(office).set(datetime(2026, 11, 26, 17, tzinfo=ZONE))
    assert await publish_due(office) == 1
    draft = await draft_of(office, draft_id)
    assert (draft.state, draft.approved_by) == (DraftState.PUBLISHED, cast["Minh"])
    (publication,) = await rows(office, tables.publications)
    assert publication["approved_by"] == cast["Minh"]


async def test_the_clock_may_knock_twice(office: Office, cast: Cast) -> None:
    await scheduled(office, cast)
    clock_of(office).forward(days=4)
    assert await publish_due(office) == 1
    assert await publish_due(office) == 0
    assert len(await rows(office, tables.publications)) == 1


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("27/11/2026", Refusal.NOT_A_DATE),
        ("chiều mai", Refusal.NOT_A_DATE),
        ("07:00 23/11/2026", Refusal.IN_THE_PAST),
    ],
)
async def test_a_set_time_has_to_be_a_moment_to_come(
    office: Office, cast: Cast, typed: str, reason: Refusal
) -> None:
    with pytest.raises(Refused) as refused:
        await scheduled(office, cast, typed)
    assert refused.value.reason is reason


async def test_a_set_time_after_the_due_date_is_refused(office: Office, cast: Cast) -> None:
    with pytest.raises(DueTooSoon):
        await scheduled(office, cast, "17:00 01/12/2026")


async def test_a_scheduled_draft_whose_number_was_taken_goes_back(office: Office, cast: Cast) -> None:
    draft_id = await scheduled(office, cast)
    # While it waits nobody can hand the number in again: only a correction could bring it about.
    await published(office, cast, text=DIRECTIVE.replace("12-KH", "13-KH"))
    await execute(office, tables.versions.update().values(number="12-KH/ĐU", number_key="12|KH|ĐU"))
    clock_of(office).forward(days=4)
    assert await publish_due(office) == 0
    draft = await draft_of(office, draft_id)
    assert draft.state is DraftState.OPEN
    assert "số này đã được dùng" in draft.return_note
    assert len(await rows(office, tables.publications)) == 1


async def test_the_clerk_takes_a_scheduled_draft_back(office: Office, cast: Cast) -> None:
    draft_id = await scheduled(office, cast)
    await submitting.take_back(cast.caller("Lan"), office, draft_id=draft_id)
    clock_of(office).forward(days=4)
    assert await publish_due(office) == 0
    assert await rows(office, tables.publications) == []


async def test_an_open_draft_is_not_taken_back(office: Office, cast: Cast) -> None:
    draft = await drafted(office, cast)
    with pytest.raises(Refused) as refused:
        await submitting.take_back(cast.caller("Lan"), office, draft_id=draft.draft_id)
    assert refused.value.reason is Refusal.GONE_ON


async def test_a_scheduled_draft_for_a_unit_that_is_no_more_goes_back_and_says_why(
    office: Office, cast: Cast
) -> None:
    draft_id = await _scheduled_for_branch_1(office, cast)
    await _merge_branch_1(office, cast)
    clock_of(office).forward(days=4)
    assert await publish_due(office) == 0
    draft = await draft_of(office, draft_id)
    assert draft.state is DraftState.OPEN
    assert "Chi bộ 1" in draft.return_note
    assert "không ai nhận" in draft.return_note
    assert await rows(office, tables.publications) == []


async def test_a_scheduled_draft_for_a_unit_whose_neighbour_is_no_more_goes_out(
    office: Office, cast: Cast
) -> None:
    await _scheduled_for_branch_1(office, cast)
    merging = Wish(UnitChange.MERGE, cast.units[BRANCH_2], START.date(), target_id=cast.units[BRANCH_1])
    await change_tree(cast.caller("Dũng"), office, wish=merging)
    clock_of(office).forward(days=4)
    assert await publish_due(office) == 1
    asked = {row["member_id"] for row in await rows(office, tables.obligations)}
    assert asked >= (cast.of_unit(BRANCH_1) | cast.of_unit(BRANCH_2)) - {cast["Minh"]}


async def test_a_unit_that_is_no_more_is_chosen_by_no_old_button_and_approved_for_by_nobody(
    office: Office, cast: Cast
) -> None:
    for_branch = Audience(AudienceKind.UNIT, cast.units[BRANCH_1])
    waiting = await submitted(office, cast, audience=for_branch)
    other = await drafted(office, cast)
    await _merge_branch_1(office, cast)
    with pytest.raises(Refused) as refused:
        await approve_now(cast.caller("Minh"), office, draft_id=waiting.draft_id, revision=waiting.revision)
    assert refused.value.reason is Refusal.AUDIENCE_CLOSED
    with pytest.raises(Refused) as refused:
        await choosing.set_audience(
            cast.caller("Lan"),
            office,
            draft_id=other.draft_id,
            revision=other.revision,
            audience=for_branch,
        )
    assert refused.value.reason is Refusal.NOT_FOUND


async def _scheduled_for_branch_1(office: Office, cast: Cast) -> int:
    waiting = await submitted(office, cast, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    await approve_at(
        cast.caller("Minh"),
        office,
        draft_id=waiting.draft_id,
        revision=waiting.revision,
        typed="17:00 26/11/2026",
    )
    return waiting.draft_id


async def _merge_branch_1(office: Office, cast: Cast) -> None:
    merging = Wish(UnitChange.MERGE, cast.units[BRANCH_1], START.date(), target_id=cast.units[BRANCH_2])
    await change_tree(cast.caller("Dũng"), office, wish=merging)
