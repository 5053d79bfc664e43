"""A material correction: who had answered is asked again, and nobody acknowledges what they did not see."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.acknowledgement import asking
from bot.acknowledgement.reading_aloud import Told, record
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval import approving
from bot.publication.draft.correcting import DraftField, correct
from bot.publication.versions import corrections
from storage.acknowledgement import obligations as seen_obligations
from storage.acknowledgement.obligations import Obligation
from storage.database import Connection
from storage.publication import corrections as storage
from storage.states import DeliveryState, ObligationState, Origin, Purpose, Reason
from storage.tables import deliveries, drafts, history, members, obligations, publications, versions
from tests.cast import Cast, clock_of
from tests.publication.steps import MEETING, execute, owed, published, rows
from tests.versions.steps import (
    NOTE,
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


async def test_who_had_answered_is_asked_again_and_the_others_get_the_new_card_instead(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office, deliveries.c.member_id != cast["Thu"])
    await takes_note(office, cast, "Bình", about)
    await takes_note(office, cast, "Sơn", about)
    await _read_to_tam(office, cast, about)
    await asking.ask(cast.caller("An"), office, publication_id=about, text="Họp ở đâu?")
    # Sơn has left since: nobody asks him anything.
    left = members.update().where(members.c.id == cast["Sơn"])
    await execute(office, left.values(left_at=office.clock.now()))
    clock_of(office).forward(hours=2)

    await amended(office, cast, about, material=True)

    stands = {
        given: (row["state"], row["origin"], row["version"])
        for given in ("Bình", "Tâm", "Mai", "An", "Sơn", "Minh")
        for row in [await asked(office, cast, about, given)]
    }
    assert stands == {
        "Bình": (ObligationState.EXPECTED, Origin.ASKED_AGAIN, 2),
        "Tâm": (ObligationState.EXPECTED, Origin.ASKED_AGAIN, 2),
        "Mai": (ObligationState.EXPECTED, Origin.PUBLISHED, 2),
        "An": (ObligationState.QUESTION, Origin.PUBLISHED, 2),
        "Sơn": (ObligationState.ACKNOWLEDGED, Origin.PUBLISHED, 1),
        "Minh": (ObligationState.EXEMPT, Origin.PUBLISHED, 1),
    }
    again = await rows(office, history, history.c.detail == "asked_again")
    assert sorted((line["member_id"], line["from_state"], line["version"]) for line in again) == sorted(
        [(cast["Bình"], "acknowledged", 2), (cast["Tâm"], "read_aloud", 2)]
    )
    # Thu has not had the old card: it is called off, with the reason.
    old, new = await card_rows(office, cast, about, "Thu")
    assert (old["state"], old["reason"]) == (DeliveryState.CANCELLED, Reason.CHANGED)
    assert new["once_key"] == f"pub:{about}:v2:m{cast['Thu']}:card"
    assert {row["member_id"] for row in await owed(office, Purpose.CARD) if row["version"] == 2} == {
        cast[given] for given in cast.members if given not in ("Minh", "Sơn", "Tâm")
    }


async def _read_to_tam(office: Office, cast: Cast, about: int) -> None:
    told = Told(office.clock.now(), "nhà riêng", "Nguyễn Văn An")
    await record(cast.caller("Yến"), office, publication_id=about, member_id=cast["Tâm"], told=told)


async def test_the_new_card_says_what_changed_and_the_old_one_leads_to_it(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await goes_out(office)
    await takes_note(office, cast, "Bình", about)
    clock_of(office).forward(hours=1)
    await amended(office, cast, about, material=True, note="Hạn nộp dời sang 30/11.\nHọp tại hội trường B.")
    old, new = await card_rows(office, cast, about, "Bình")
    said = await composed(office, new)
    assert said.index("✏️ Bản 2, sửa 09:00, 23/11") < said.index("Thay đổi: Hạn nộp dời sang 30/11.")
    assert "Họp tại hội trường B." in said
    assert TITLE in said
    assert "Đã nắm" in said
    assert old["message_id"] is not None
    assert await composed(office, old) == "Số 12-KH/ĐU đã được sửa. Bản mới ở tin dưới.\n[📄 Mở bản mới]"
    # Acknowledged, it is still marked, and no longer says what changed.
    await takes_note(office, cast, "Bình", about, version=2)
    (_, new) = await card_rows(office, cast, about, "Bình")
    edited = await composed(office, {**new, "message_id": "m1", "state": DeliveryState.SENT})
    assert "✏️ Bản 2" in edited
    assert "Thay đổi" not in edited


async def test_old_buttons_and_words_typed_before_the_new_card_came_take_nothing(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    await amended(office, cast, about, material=True)
    for version in (1, None):
        with pytest.raises(Refused) as refused:
            await takes_note(office, cast, "Bình", about, version=version)
        assert refused.value.reason is Refusal.NEW_VERSION
    assert (await asked(office, cast, about, "Bình"))["state"] is ObligationState.EXPECTED
    # With the new card in the chat the words mean that one; a button of it counts at once.
    await takes_note(office, cast, "Mai", about, version=2)
    await goes_out(office, deliveries.c.version == 2)
    await takes_note(office, cast, "Bình", about)
    for given in ("Bình", "Mai"):
        found = await asked(office, cast, about, given)
        assert (found["state"], found["version"]) == (ObligationState.ACKNOWLEDGED, 2)


async def test_a_minor_one_after_it_keeps_asking_for_what_the_material_one_changed(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    await takes_note(office, cast, "Bình", about)
    clock_of(office).forward(hours=1)
    await amended(office, cast, about, material=True)
    await goes_out(office)
    clock_of(office).forward(hours=1)
    await amended(office, cast, about, note="", fields={DraftField.CHAIR: "Hà Văn Thuận"})
    (_, card) = await card_rows(office, cast, about, "Bình")
    said = await composed(office, card)
    assert "✏️ Bản 3, sửa 10:00, 23/11" in said
    assert f"Thay đổi: {NOTE}" in said
    with pytest.raises(Refused):
        await takes_note(office, cast, "Bình", about, version=1)
    await takes_note(office, cast, "Bình", about, version=2)
    assert (await asked(office, cast, about, "Bình"))["version"] == 2


async def test_a_new_due_date_is_the_due_date_of_all_and_a_note_and_the_number_are_looked_at(
    office: Office, cast: Cast
) -> None:
    lan, about = cast.caller("Lan"), await published(office, cast)
    draft_id = await corrected(office, cast, about, material=True, note="")
    for reason, field, typed in (
        (Refusal.INCOMPLETE, DraftField.CHAIR, "Hà Văn Thuận"),
        (Refusal.NUMBER_IS_MINOR, DraftField.NUMBER, "13-KH/ĐU"),
    ):
        await _types(office, cast, draft_id, field, typed)
        with pytest.raises(Refused) as refused:
            await handed_in(office, cast, draft_id)
        assert refused.value.reason is reason
        await corrections.note_change(
            lan, office, draft_id=draft_id, revision=await revision(office, draft_id), typed=NOTE
        )
    await _types(office, cast, draft_id, DraftField.NUMBER, "12-KH/ĐU")
    clock_of(office).forward(days=20)
    with pytest.raises(Refused) as refused:
        await handed_in(office, cast, draft_id)
    assert refused.value.reason is Refusal.IN_THE_PAST
    later = office.clock.now() + timedelta(days=3)
    await execute(office, drafts.update().where(drafts.c.id == draft_id).values(due_at=later))
    at = await handed_in(office, cast, draft_id)
    await approving.approve_now(cast.caller("Minh"), office, draft_id=draft_id, revision=at)
    (publication,) = await rows(office, publications)
    assert publication["due_at"] == later


async def _types(office: Office, cast: Cast, draft_id: int, field: DraftField, typed: str) -> None:
    at = await revision(office, draft_id)
    await correct(cast.caller("Lan"), office, draft_id=draft_id, revision=at, field=field, typed=typed)


async def test_a_tap_at_the_moment_of_the_correction_counts_for_what_was_shown_or_not_at_all(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    draft_id = await corrected(office, cast, about, material=True)
    at = await handed_in(office, cast, draft_id)
    given = ["Bình", "Mai", "An", "Hòa", "Sơn", "Yến", "Thu", "Đức", "Ngọc", "Phúc"]
    minh = cast.caller("Minh")
    outcomes = await asyncio.gather(
        *(takes_note(office, cast, one, about, version=1) for one in given[:5]),
        approving.approve_now(minh, office, draft_id=draft_id, revision=at),
        approving.approve_now(minh, office, draft_id=draft_id, revision=at),
        *(takes_note(office, cast, one, about, version=1) for one in given[5:]),
        return_exceptions=True,
    )
    refused = [one for one in outcomes if isinstance(one, BaseException)]
    assert all(isinstance(one, Refused) for one in refused), refused
    # Whoever was before the correction is asked again, whoever came after it was refused: nobody is done.
    for one in given:
        found = await asked(office, cast, about, one)
        assert (found["state"], found["version"]) == (ObligationState.EXPECTED, 2), one
    # Of two approvals at one moment one is too late, and there is one new version and one new card each.
    assert len(await rows(office, versions)) == 2
    new = [row["member_id"] for row in await owed(office, Purpose.CARD) if row["version"] == 2]
    assert len(new) == len(set(new))


async def test_an_answer_that_was_looked_up_before_the_correction_is_not_written_after_it(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)

    def looked_up(connection: Connection) -> Obligation:
        found = seen_obligations.of_member(connection, publication_id=about, member_id=cast["Bình"])
        assert found is not None
        return found

    seen = await office.database.read(looked_up)
    await amended(office, cast, about, material=True)

    def late(connection: Connection) -> bool:
        return seen_obligations.change(
            connection, seen, to=ObligationState.ACKNOWLEDGED, changed_at=office.clock.now()
        )

    assert not await office.database.transaction(late)


async def test_what_asks_nothing_is_sent_anew_to_whom_it_had_reached_and_to_nobody_twice(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast, text=MEETING)
    await goes_out(office, deliveries.c.member_id.in_([cast["Bình"], cast["Mai"]]))
    await amended(office, cast, about, material=True)
    had = await card_rows(office, cast, about, "Bình")
    waits = await card_rows(office, cast, about, "Thu")
    assert [row["version"] for row in had] == [1, 2]
    assert [(row["version"], row["state"]) for row in waits] == [(2, DeliveryState.QUEUED)]
    assert not await rows(office, obligations)

    def shown(connection: Connection) -> int | None:
        return storage.last_shown(connection, publication_id=about, member_id=cast["Bình"])

    assert await office.database.read(shown) == 1


async def test_what_was_read_aloud_before_it_does_not_count_for_it(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    read_at = office.clock.now()
    clock_of(office).forward(hours=1)
    await amended(office, cast, about, material=True)

    async def reads(at: datetime) -> None:
        told = Told(at, "nhà riêng", "Nguyễn Văn An")
        await record(cast.caller("Yến"), office, publication_id=about, member_id=cast["Tâm"], told=told)

    with pytest.raises(Refused) as refused:
        await reads(read_at)
    assert refused.value.reason is Refusal.READ_BEFORE
    assert (await asked(office, cast, about, "Tâm"))["state"] is ObligationState.EXPECTED
    await reads(office.clock.now())
    assert (await asked(office, cast, about, "Tâm"))["state"] is ObligationState.READ_ALOUD
