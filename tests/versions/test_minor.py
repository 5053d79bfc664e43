"""A minor correction: what stands is edited, nobody is asked again."""

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval import approving, submitting
from bot.publication.audience import choosing
from bot.publication.draft.correcting import DraftField
from bot.publication.member.searching import search
from storage.states import DeliveryState, ObligationState, Purpose
from storage.tables import deliveries, history, obligations, publications, versions
from tests.cast import Cast, clock_of
from tests.publication.steps import draft_of, owed, published, rows
from tests.versions.steps import (
    TITLE,
    amended,
    asked,
    card_rows,
    composed,
    corrected,
    goes_out,
    handed_in,
    revision,
    takes_note,
)


async def test_cards_that_stand_are_edited_and_nobody_is_asked_again_or_sent_anything_new(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office, deliveries.c.member_id != cast["Thu"])
    await takes_note(office, cast, "Bình", about, version=1)
    before = len(await owed(office, Purpose.CARD))

    await amended(office, cast, about)

    assert len(await owed(office, Purpose.CARD)) == before
    (publication,) = await rows(office, publications)
    assert publication["version"] == 2
    first, second = await rows(office, versions)
    assert (first["title"] != TITLE, second["title"], second["is_material"]) == (True, TITLE, False)
    assert (await asked(office, cast, about, "Bình"))["state"] is ObligationState.ACKNOWLEDGED
    assert (await asked(office, cast, about, "Bình"))["version"] == 1
    assert (await asked(office, cast, about, "Mai"))["version"] == 2
    # Bình's and Mai's stand and are edited; Thu's waits still, and is the only one: it says the new text.
    for given in ("Bình", "Mai", "Thu"):
        (card,) = await card_rows(office, cast, about, given)
        assert (card["state"], card["version"]) == (DeliveryState.QUEUED, 2)
        assert TITLE in await composed(office, card)
        assert "✏️ Bản 2, sửa 08:00, 23/11" in await composed(office, card)
    (line,) = await rows(office, history, history.c.thing == "publication", history.c.detail == "minor")
    assert line["version"] == 2


async def test_a_button_of_before_still_counts_and_what_was_seen_is_written_down(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    await amended(office, cast, about)
    await takes_note(office, cast, "Bình", about, version=1)
    await takes_note(office, cast, "Mai", about, version=2)
    found = [(await asked(office, cast, about, given)) for given in ("Bình", "Mai")]
    assert [(one["state"], one["version"]) for one in found] == [
        (ObligationState.ACKNOWLEDGED, 1),
        (ObligationState.ACKNOWLEDGED, 2),
    ]


async def test_a_typing_fault_in_the_number_is_mended_and_the_old_number_is_free_again(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await amended(office, cast, about, fields={DraftField.NUMBER: "21-KH/ĐU"})
    other = await published(office, cast)
    assert other != about
    # Its own number is no other document's, as often as it is corrected.
    await amended(office, cast, about)
    draft_id = await corrected(office, cast, about, fields={DraftField.NUMBER: "12-KH/ĐU"})
    with pytest.raises(Refused) as refused:
        await handed_in(office, cast, draft_id)
    assert refused.value.reason is Refusal.SAME_NUMBER


async def test_what_is_unfit_is_refused_before_anybody_is_asked_to_approve(
    office: Office, cast: Cast
) -> None:
    lan, about = cast.caller("Lan"), await published(office, cast)

    async def why(draft_id: int) -> Refusal:
        with pytest.raises(Refused) as refused:
            await handed_in(office, cast, draft_id)
        return refused.value.reason

    nothing = await corrected(office, cast, about, note="", fields={DraftField.NUMBER: "12-KH/ĐU"})
    assert await why(nothing) is Refusal.NO_CHANGE
    await choosing.set_due_typed(
        lan, office, draft_id=nothing, revision=await revision(office, nothing), typed="17:00 30/12/2026"
    )
    assert await why(nothing) is Refusal.DUE_IS_MATERIAL
    others = Audience(AudienceKind.EVERYONE, without=frozenset({cast["Mai"]}))
    at = await revision(office, nothing)
    for refusing in (
        choosing.toggle_acknowledgement(lan, office, draft_id=nothing, revision=at),
        choosing.set_audience(lan, office, draft_id=nothing, revision=at, audience=others),
    ):
        with pytest.raises(Refused) as refused:
            await refusing
        assert refused.value.reason is Refusal.AUDIENCE_STAYS


async def test_there_is_one_correction_at_a_time_and_a_past_due_date_does_not_stop_a_minor_one(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    draft_id = await corrected(office, cast, about)
    assert await corrected(office, cast, about) == draft_id
    assert (await draft_of(office, draft_id)).corrects_id == about
    clock_of(office).forward(days=30)
    at = await handed_in(office, cast, draft_id)
    await approving.approve_now(cast.caller("Minh"), office, draft_id=draft_id, revision=at)
    assert await corrected(office, cast, about) != draft_id
    due = {row["due_at"] for row in await rows(office, obligations)}
    assert due == {None}


async def test_only_the_clerk_corrects_and_the_drafter_does_not_approve_alone(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    draft_id = await corrected(office, cast, about)
    at = await handed_in(office, cast, draft_id)
    with pytest.raises(Refused) as refused:
        await approving.approve_now(cast.caller("Lan"), office, draft_id=draft_id, revision=at)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    await submitting.take_back(cast.caller("Lan"), office, draft_id=draft_id)
    assert len(await rows(office, versions)) == 1


async def test_a_card_of_before_a_material_correction_does_not_stand_for_what_came_after_it(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    await amended(office, cast, about, material=True)
    # Bình has had the first card only; then a slip of the pen is mended.
    await amended(office, cast, about, fields={DraftField.TITLE: "Nền nếp sinh hoạt quý IV"})

    old, new = await card_rows(office, cast, about, "Bình")
    assert (old["version"], new["version"]) == (1, 3)
    assert await composed(office, old) != await composed(office, new)
    with pytest.raises(Refused) as refused:
        await takes_note(office, cast, "Bình", about)
    assert refused.value.reason is Refusal.NEW_VERSION
    await goes_out(office)
    await takes_note(office, cast, "Bình", about)
    assert (await asked(office, cast, about, "Bình"))["version"] == 3


@pytest.mark.parametrize("material", [False, True])
async def test_search_finds_the_words_of_a_correction(office: Office, cast: Cast, material: bool) -> None:
    about = await published(office, cast)
    await amended(office, cast, about, material=material, fields={DraftField.TITLE: "Đón xuân ở cơ sở"})
    found = await search(cast.caller("Bình"), office, typed="đón xuân")
    assert [one.publication_id for one in found.hits if found.has_all_words] == [about]
