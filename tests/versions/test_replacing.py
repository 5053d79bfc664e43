"""Another publication takes the place of one: in one transaction, told once, found from old buttons."""

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.office import Office
from bot.publication.approval import approving, submitting
from bot.publication.draft import opening
from bot.publication.member.published import member_card
from bot.publication.versions import replacing
from bot.publication.versions.current import current
from storage.states import DeliveryState, ObligationState, PublicationState, Purpose
from storage.tables import deliveries, publications, versions
from tests.cast import BRANCH_1, Cast
from tests.publication.steps import DIRECTIVE, acts, draft_of, drafted, execute, owed, published, rows, words
from tests.versions.steps import asked, card_rows, composed, goes_out, revision, takes_note

NEW = DIRECTIVE.replace("12-KH", "15-KH")
SAYS_SO = f"{NEW}\nVăn bản này thay thế Kế hoạch số 12-KH/ĐU ngày 20/11/2026."


async def replaced(
    office: Office, cast: Cast, about: int, *, audience: Audience | None = None, text: str = NEW
) -> int:
    """Another one is approved that takes its place."""
    lan = cast.caller("Lan")
    draft = await drafted(office, cast, text=text, audience=audience or Audience(AudienceKind.EVERYONE))
    await replacing.set_replaced(lan, office, draft_id=draft.draft_id, publication_id=about)
    at = await revision(office, draft.draft_id)
    done = await submitting.submit(lan, office, draft_id=draft.draft_id, revision=at)
    approved = await approving.approve_now(
        cast.caller("Minh"), office, draft_id=draft.draft_id, revision=done.revision
    )
    assert approved.publication_id is not None
    return approved.publication_id


async def test_the_old_one_ends_with_the_new_one_and_who_gets_the_new_card_is_not_told_twice(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    await takes_note(office, cast, "Bình", about)
    new = await replaced(office, cast, about, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    old_row, _ = await rows(office, publications)
    assert (old_row["state"], old_row["replaced_by"]) == (PublicationState.WITHDRAWN, new)
    told = {row["member_id"] for row in await owed(office, Purpose.PUBLICATION_CHANGE)}
    in_branch = cast.of_unit(BRANCH_1)
    assert not told & in_branch
    assert cast["Sơn"] in told
    # For whom the new one is, the old card leads to it; the others learn no more than its number.
    (of_mai,) = await card_rows(office, cast, about, "Mai")
    assert "🔁 Đã thay thế bằng văn bản số 15-KH/ĐU." in await composed(office, of_mai)
    assert "[📄 Mở văn bản mới]" in await composed(office, of_mai)
    (of_son,) = await card_rows(office, cast, about, "Sơn")
    assert "Đã thay thế bằng văn bản số 15-KH/ĐU." in await composed(office, of_son)
    assert "[" not in await composed(office, of_son)
    assert (await asked(office, cast, about, "Mai"))["state"] is ObligationState.WITHDRAWN
    assert (await asked(office, cast, about, "Mai"))["because"] == "đã có văn bản khác thay thế"


async def test_old_buttons_lead_to_what_stands_in_the_end_and_never_to_what_is_not_for_one(
    office: Office, cast: Cast
) -> None:
    first = await published(office, cast)
    second = await replaced(office, cast, first)
    third = await replaced(
        office,
        cast,
        second,
        text=DIRECTIVE.replace("12-KH", "16-KH"),
        audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]),
    )
    assert await current(cast.caller("Bình"), office, publication_id=first) == third
    assert await current(cast.caller("Sơn"), office, publication_id=first) == first
    card = await member_card(cast.caller("Sơn"), office, publication_id=first)
    assert Act.OPEN_CARD not in acts(card)
    assert "16-KH/ĐU" in words(card)


async def test_the_text_s_own_words_are_proposed_and_nothing_is_replaced_without_a_person(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    draft = await drafted(office, cast, text=SAYS_SO)
    card = await opening.open_draft(cast.caller("Lan"), office, draft_id=draft.draft_id)
    assert "Toàn văn có câu thay thế văn bản số 12-KH/ĐU" in words(card)
    assert Act.REPLACES in acts(card)
    assert (await draft_of(office, draft.draft_id)).replaces_id is None
    await replacing.set_replaced(cast.caller("Lan"), office, draft_id=draft.draft_id, publication_id=about)
    card = await opening.open_draft(cast.caller("Lan"), office, draft_id=draft.draft_id)
    assert "Khi phát hành sẽ thay thế văn bản số 12-KH/ĐU." in words(card)
    await submitting.submit(
        cast.caller("Lan"),
        office,
        draft_id=draft.draft_id,
        revision=await revision(office, draft.draft_id),
    )
    shown = await opening.open_draft(cast.caller("Minh"), office, draft_id=draft.draft_id)
    assert "Khi phát hành sẽ thay thế văn bản số 12-KH/ĐU." in words(shown)
    (stands,) = await rows(office, publications)
    assert stands["state"] is PublicationState.IN_FORCE


async def test_what_was_withdrawn_in_the_meantime_stays_so_and_cannot_be_chosen(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    draft = await drafted(office, cast, text=NEW)
    over = publications.update().where(publications.c.id == about)
    await execute(office, over.values(state=PublicationState.WITHDRAWN, withdrawn_at=office.clock.now()))
    with pytest.raises(Refused) as refused:
        await replacing.set_replaced(
            cast.caller("Lan"), office, draft_id=draft.draft_id, publication_id=about
        )
    assert refused.value.reason is Refusal.WITHDRAWN


async def test_the_same_number_may_be_used_by_what_takes_its_place(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    new = await replaced(office, cast, about, text=DIRECTIVE)
    found = await rows(office, versions)
    assert [row["number"] for row in found] == ["12-KH/ĐU", "12-KH/ĐU"]
    (card, *_) = await rows(office, deliveries, deliveries.c.publication_id == new)
    assert card["state"] is DeliveryState.QUEUED
