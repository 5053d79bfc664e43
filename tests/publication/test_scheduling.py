from datetime import datetime

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication import submitting
from bot.publication.approving import DueTooSoon, approve_at
from bot.publication.publishing import publish_due
from storage import tables
from storage.states import DraftState
from tests.cast import ZONE, Cast, clock_of
from tests.publication.steps import (
    draft_of,
    drafted,
    published,
    rows,
    submitted,
)


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
    await published(office, cast)
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
