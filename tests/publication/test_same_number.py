import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication import correcting, submitting
from bot.publication.approving import approve_now
from bot.publication.correcting import DraftField
from storage import tables
from storage.states import (
    PublicationState,
)
from tests.cast import Cast
from tests.publication.steps import (
    drafted,
    execute,
    published,
    rows,
    submitted,
)

MANY = 2_000


async def test_the_same_number_is_not_published_twice_in_a_year(office: Office, cast: Cast) -> None:
    await published(office, cast)
    with pytest.raises(Refused) as refused:
        await published(office, cast)
    assert refused.value.reason is Refusal.SAME_NUMBER
    assert "12-KH/ĐU" in refused.value.details["first"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (DraftField.NUMBER, "13-KH/ĐU"),
        (DraftField.ISSUED_ON, "20/11/2025"),
        (DraftField.ISSUER, "Ban Thường vụ Tỉnh ủy"),
        (DraftField.NUMBER, "không"),
    ],
)
async def test_another_number_year_or_issuer_is_another_document(
    office: Office, cast: Cast, field: DraftField, typed: str
) -> None:
    await published(office, cast)
    draft, caller = await drafted(office, cast), cast.caller("Lan")
    other = await correcting.correct(
        caller, office, draft_id=draft.draft_id, revision=draft.revision, field=field, typed=typed
    )
    await submitting.submit(caller, office, draft_id=draft.draft_id, revision=other.revision)


async def test_the_number_of_a_withdrawn_publication_may_be_used_again(office: Office, cast: Cast) -> None:
    await published(office, cast)
    await execute(office, tables.publications.update().values(state=PublicationState.WITHDRAWN))
    await published(office, cast)
    assert len(await rows(office, tables.publications)) == 2


async def test_two_drafts_with_one_number_may_wait_but_only_one_goes_out(office: Office, cast: Cast) -> None:
    first, second = await submitted(office, cast), await submitted(office, cast)
    minh = cast.caller("Minh")
    await approve_now(minh, office, draft_id=first.draft_id, revision=first.revision)
    with pytest.raises(Refused) as refused:
        await approve_now(minh, office, draft_id=second.draft_id, revision=second.revision)
    assert refused.value.reason is Refusal.SAME_NUMBER
    assert len(await rows(office, tables.publications)) == 1
