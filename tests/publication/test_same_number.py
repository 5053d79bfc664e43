import asyncio
from functools import partial

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval import submitting
from bot.publication.approval.approving import approve_now
from bot.publication.approval.numbering import NumberTaken
from bot.publication.draft import correcting, opening
from bot.publication.draft.correcting import DraftField
from bot.publication.draft.drafts import Changed
from bot.publication.versions.corrections import begin_correction
from storage import tables
from storage.states import DraftState, PublicationState
from tests.cast import Cast
from tests.publication.steps import draft_of, drafted, execute, published, rows, submitted, words


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
        (DraftField.ISSUER, "Ban Thường vụ Tỉnh ủy"),
        (DraftField.NUMBER, "không"),
    ],
)
async def test_another_number_or_issuer_is_another_document(
    office: Office, cast: Cast, field: DraftField, typed: str
) -> None:
    await published(office, cast)
    other = await corrected(office, cast, field, typed)
    await submitting.submit(cast.caller("Lan"), office, draft_id=other.draft_id, revision=other.revision)


@pytest.mark.parametrize(
    ("field", "typed"), [(DraftField.ISSUED_ON, "20/11/2025"), (DraftField.ISSUER, "không")]
)
async def test_the_number_of_another_day_goes_on_only_once_a_person_has_said_so(
    office: Office, cast: Cast, field: DraftField, typed: str
) -> None:
    await published(office, cast)
    other, lan = await corrected(office, cast, field, typed), cast.caller("Lan")
    submit = partial(submitting.submit, office=office, draft_id=other.draft_id, revision=other.revision)
    with pytest.raises(NumberTaken) as refused:
        await submit(lan)
    assert refused.value.reason is Refusal.NUMBER_OF_ANOTHER_DAY
    waiting = await submit(lan, is_another=True)
    assert "submitted_as_another" in [row["detail"] for row in await rows(office, tables.history)]
    await approve_now(cast.caller("Minh"), office, draft_id=other.draft_id, revision=waiting.revision)
    assert len(await rows(office, tables.publications)) == 2


async def test_saying_that_it_is_another_lets_nothing_through_that_is_the_same(
    office: Office, cast: Cast
) -> None:
    await submitted(office, cast)
    draft = await drafted(office, cast)
    with pytest.raises(NumberTaken) as refused:
        await submitting.submit(
            cast.caller("Lan"),
            office,
            draft_id=draft.draft_id,
            revision=draft.revision,
            is_another=True,
        )
    assert refused.value.reason is Refusal.SAME_NUMBER


async def test_the_number_of_a_withdrawn_publication_may_be_used_again(office: Office, cast: Cast) -> None:
    await published(office, cast)
    await execute(office, tables.publications.update().values(state=PublicationState.WITHDRAWN))
    await published(office, cast)
    assert len(await rows(office, tables.publications)) == 2


async def test_of_two_drafts_with_one_number_handed_in_at_once_one_is_refused(
    office: Office, cast: Cast
) -> None:
    lan, both = cast.caller("Lan"), [await drafted(office, cast), await drafted(office, cast)]
    submits = [submitting.submit(lan, office, draft_id=one.draft_id, revision=one.revision) for one in both]
    ended = await asyncio.gather(*submits, return_exceptions=True)
    (taken,) = [one for one in ended if isinstance(one, NumberTaken)]
    (waiting,) = [one for one in ended if isinstance(one, submitting.Submitted)]
    assert taken.twin.first.draft_id == waiting.draft_id
    states = [(await draft_of(office, one.draft_id)).state for one in both]
    assert sorted(states) == [DraftState.OPEN, DraftState.SUBMITTED]


async def test_two_that_wait_already_do_not_both_go_out(office: Office, cast: Cast) -> None:
    first, second = await submitted(office, cast), await drafted(office, cast)
    waits = tables.drafts.update().where(tables.drafts.c.id == second.draft_id)
    await execute(office, waits.values(state=DraftState.SUBMITTED))
    minh = cast.caller("Minh")
    await approve_now(minh, office, draft_id=first.draft_id, revision=first.revision)
    with pytest.raises(Refused) as refused:
        await approve_now(minh, office, draft_id=second.draft_id, revision=second.revision)
    assert refused.value.reason is Refusal.SAME_NUMBER
    assert len(await rows(office, tables.publications)) == 1


async def corrected(office: Office, cast: Cast, field: DraftField, typed: str) -> Changed:
    """A second draft of the directive, with one field typed anew."""
    draft = await drafted(office, cast)
    return await correcting.correct(
        cast.caller("Lan"),
        office,
        draft_id=draft.draft_id,
        revision=draft.revision,
        field=field,
        typed=typed,
    )


async def test_the_card_says_whether_the_number_is_taken_or_only_another_draft_has_it(
    office: Office, cast: Cast
) -> None:
    lan = cast.caller("Lan")

    async def card(draft_id: int) -> str:
        return words(await opening.open_draft(lan, office, draft_id=draft_id))

    first, second = await drafted(office, cast), await drafted(office, cast)
    assert "với một bản đang soạn" in await card(first.draft_id)
    assert "với một bản đang soạn" in await card(second.draft_id)
    await submitted(office, cast)
    assert "sẽ không trình được" in await card(second.draft_id)


async def test_a_correction_is_not_stopped_by_somebody_s_draft_of_the_same_number(
    office: Office, cast: Cast
) -> None:
    lan = cast.caller("Lan")
    about = await published(office, cast)
    other = await drafted(office, cast)
    correction = await begin_correction(lan, office, publication_id=about)
    assert "Trùng số" not in words(await opening.open_draft(lan, office, draft_id=correction))
    assert "sẽ không trình được" in words(await opening.open_draft(lan, office, draft_id=other.draft_id))
