"""Withdrawing: nothing more goes out, who knows of it is told once, what stands says so, reports keep."""

import asyncio
from datetime import timedelta

import pytest

from bot.acknowledgement import acknowledging, asking
from bot.channels.contract import Outcome, OutcomeKind
from bot.chasing.reminding import remind_due
from bot.delivery.preparing import Ready
from bot.delivery.settling import settle
from bot.errors import Refusal, Refused
from bot.messages.blocks import Message
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.membership.joining_late import ask_late
from bot.publication.approval import approving
from bot.publication.publishing import publish_due
from bot.publication.versions import withdrawing
from bot.publication.versions.withdrawing import ReasonChanged
from bot.reports.progress import progress
from storage.database import Connection
from storage.delivery import claims, closings
from storage.delivery.claims import Claimed, Wanted
from storage.states import (
    AddressState,
    DeliveryState,
    DraftState,
    Lane,
    ObligationState,
    PublicationState,
    Purpose,
    QuestionState,
    Reason,
    Urgency,
)
from storage.tables import addresses, deliveries, digest_items, history, obligations, publications, questions
from tests.cast import BRANCH_1, CLOCK, COMMAND_LINE, Cast, clock_of
from tests.publication.steps import DIRECTIVE, draft_of, execute, owed, published, rows
from tests.versions.steps import (
    amended,
    asked,
    card_rows,
    composed,
    corrected,
    goes_out,
    handed_in,
    takes_note,
)

BECAUSE = "Ghi nhầm ngày họp"


async def taken_out(office: Office, cast: Cast, about: int) -> withdrawing.Withdrawn:
    noted = await withdrawing.note_reason(
        cast.caller("Lan"), office, publication_id=about, typed=f"{BECAUSE}."
    )
    return await withdrawing.confirm(cast.caller("Lan"), office, publication_id=about, mark=noted.mark)


async def test_who_knows_of_it_is_told_once_and_nobody_else_and_what_waits_is_called_off(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office, deliveries.c.member_id.in_([cast["Bình"], cast["Mai"]]))
    in_doubt = deliveries.update().where(deliveries.c.member_id == cast["An"])
    await execute(office, in_doubt.values(state=DeliveryState.UNKNOWN))
    # Thu has read it without any card, and Bình has answered.
    await takes_note(office, cast, "Bình", about)
    await asking.ask(cast.caller("Thu"), office, publication_id=about, text="Họp ở đâu?")

    done = await taken_out(office, cast, about)

    assert (done.told, done.no_longer_asked) == (4, 14)
    news = await owed(office, Purpose.PUBLICATION_CHANGE)
    assert {row["member_id"] for row in news} == {cast[one] for one in ("Bình", "Mai", "An", "Thu")}
    (to_binh,) = [row for row in news if row["member_id"] == cast["Bình"]]
    assert await composed(office, to_binh) == (
        "THU HỒI VĂN BẢN\n"
        "Kính báo đồng chí Bình: văn bản số 12-KH/ĐU “Nền nếp sinh hoạt chi bộ quý IV năm 2026” "
        "không còn hiệu lực.\n"
        "⛔ Đã thu hồi lúc 08:00, 23/11: Ghi nhầm ngày họp"
    )
    for purpose in (Purpose.CARD, Purpose.PROGRESS, Purpose.QUESTION):
        for row in await owed(office, purpose):
            if row["message_id"] is None and row["state"] is not DeliveryState.UNKNOWN:
                closed = (row["state"], row["reason"])
                assert closed in {
                    (DeliveryState.CANCELLED, Reason.PUBLICATION_WITHDRAWN),
                    (DeliveryState.SKIPPED, Reason.ANSWERED),
                }, row["once_key"]
    (card,) = await card_rows(office, cast, about, "Mai")
    assert card["state"] is DeliveryState.QUEUED
    said = await composed(office, card)
    assert "⛔ Đã thu hồi lúc 08:00, 23/11: Ghi nhầm ngày họp" in said
    assert "[" not in said
    (question,) = await rows(office, questions)
    assert question["state"] is QuestionState.WITHDRAWN
    (line,) = await rows(
        office,
        history,
        history.c.thing == "publication",
        history.c.to_state == PublicationState.WITHDRAWN,
    )
    assert line["actor_id"] == cast["Lan"]


async def test_answers_stay_for_the_reports_and_none_is_taken_or_taken_back_any_more(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    await takes_note(office, cast, "Bình", about)
    before = await _counted(office, cast, about)
    clock_of(office).forward(hours=1)
    await taken_out(office, cast, about)
    assert before <= await _counted(office, cast, about)
    assert (await asked(office, cast, about, "Bình"))["state"] is ObligationState.ACKNOWLEDGED
    assert (await asked(office, cast, about, "Mai"))["state"] is ObligationState.WITHDRAWN
    for attempt in (
        acknowledging.acknowledge(cast.caller("Mai"), office, publication_id=about),
        acknowledging.acknowledge(cast.caller("Bình"), office, publication_id=about),
        acknowledging.undo(cast.caller("Bình"), office, publication_id=about),
        asking.ask(cast.caller("An"), office, publication_id=about, text="Còn hiệu lực không?"),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.WITHDRAWN


async def _counted(office: Office, cast: Cast, about: int) -> set[str]:
    said = visible_text(await progress(cast.caller("Lan"), office, publication_id=about))
    return {line for line in said.splitlines() if line.startswith(("Đã xác nhận", "Chi bộ 1", "Không tính"))}


async def test_in_the_middle_of_a_broadcast_nothing_more_of_it_goes_out(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await goes_out(office, deliveries.c.purpose != Purpose.CARD)
    in_hand = await office.database.transaction(lambda connection: _claim(connection, office, cast, 3))
    assert [row.purpose for row in in_hand] == [Purpose.CARD] * 3
    await taken_out(office, cast, about)
    # Those three were with the platform already: two arrive, one is refused.
    first, second, refused = in_hand
    for row in (first, second):
        await _settles(office, row, Outcome(OutcomeKind.SENT, message_id=f"m{row.id}"))
    await _settles(office, refused, Outcome(OutcomeKind.REFUSED, reason=Reason.CONTENT))

    waiting = await rows(office, deliveries, deliveries.c.state == DeliveryState.QUEUED)

    fresh = [row for row in waiting if row["message_id"] is None]
    assert {row["purpose"] for row in fresh} == {Purpose.PUBLICATION_CHANGE}
    assert {row["member_id"] for row in fresh} == {row.member_id for row in in_hand}
    # The news for whom the card was refused stands behind that card, and is dropped when its turn comes.
    behind = {row["member_id"]: row["after_id"] for row in fresh}
    assert behind == {row.member_id: row.id for row in in_hand}
    # The two that arrived while it was withdrawn are looked at once more, and say so.
    edits = {row["id"]: row for row in waiting if row["purpose"] is Purpose.CARD}
    assert set(edits) == {first.id, second.id}
    assert "⛔ Đã thu hồi" in await composed(office, edits[first.id])


def _claim(connection: Connection, office: Office, cast: Cast, limit: int) -> list[Claimed]:
    wanted = Wanted(
        connection_id=cast.connection_id,
        lane=Lane.BROADCAST,
        urgencies=tuple(Urgency),
        limit=limit,
        now=office.clock.machine(),
        office_now=office.clock.now(),
    )
    return claims.claim(connection, wanted, worker="w", lease=timedelta(minutes=1), paced=False)


async def _settles(office: Office, row: Claimed, outcome: Outcome) -> None:
    ready = Ready(row, Message(), office.clock.machine(), "seen")

    def body(connection: Connection) -> bool:
        return settle(connection, office, ready, outcome).taken

    assert await office.database.transaction(body)


async def test_reminders_and_digests_of_it_alone_are_called_off_and_the_others_stay(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    other = await published(office, cast, text=DIRECTIVE.replace("12-KH", "13-KH"))
    await goes_out(office)
    await takes_note(office, cast, "Mai", other)
    # Due on Friday, 27/11 at 17:00, as its text says.
    clock_of(office).forward(days=4)
    assert await remind_due(office)
    await taken_out(office, cast, about)
    left = {row["member_id"]: row for row in await owed(office, Purpose.REMINDER)}
    of_mai, of_binh = left[cast["Mai"]], left[cast["Bình"]]
    assert (of_mai["state"], of_mai["reason"]) == (DeliveryState.CANCELLED, Reason.PUBLICATION_WITHDRAWN)
    assert of_binh["state"] is DeliveryState.QUEUED
    assert not await rows(office, digest_items, digest_items.c.publication_id == about)


async def test_who_comes_later_gets_the_newest_version_only_and_nothing_that_was_withdrawn(
    office: Office, cast: Cast
) -> None:
    gone = await published(office, cast)
    about = await published(office, cast, text=DIRECTIVE.replace("12-KH", "13-KH"))
    await execute(office, obligations.delete().where(obligations.c.member_id == cast["Thu"]))
    await execute(office, deliveries.delete().where(deliveries.c.member_id == cast["Thu"]))
    await taken_out(office, cast, gone)
    await amended(office, cast, about, material=True)
    clock_of(office).forward(hours=1)

    def comes(connection: Connection) -> None:
        ask_late(connection, office, CLOCK, member_ids=[cast["Thu"]], now=office.clock.now())

    await office.database.transaction(comes)
    (owes,) = await rows(office, obligations, obligations.c.member_id == cast["Thu"])
    assert (owes["publication_id"], owes["version"]) == (about, 2)
    (card,) = await rows(office, deliveries, deliveries.c.member_id == cast["Thu"])
    assert card["once_key"] == f"pub:{about}:v2:m{cast['Thu']}:card"
    said = await composed(office, card)
    # They never knew another: it is marked, and says nothing of what changed.
    assert "✏️ Bản 2" in said
    assert "Thay đổi" not in said


async def test_a_tap_at_the_moment_of_the_withdrawal_is_kept_or_refused_and_nothing_stays_open(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    given = ["Bình", "Mai", "An", "Hòa", "Sơn", "Yến", "Thu", "Đức"]
    lan = cast.caller("Lan")
    outcomes = await asyncio.gather(
        *(takes_note(office, cast, one, about, version=1) for one in given[:4]),
        withdrawing.withdraw(lan, office, publication_id=about, because=BECAUSE),
        withdrawing.withdraw(lan, office, publication_id=about, because=BECAUSE),
        *(takes_note(office, cast, one, about, version=1) for one in given[4:]),
        return_exceptions=True,
    )
    refused = {
        given[at - 2 if at > 5 else at] for at in (*range(4), *range(6, 10)) if outcomes[at] is not None
    }
    for one in given:
        state = (await asked(office, cast, about, one))["state"]
        assert state is (ObligationState.WITHDRAWN if one in refused else ObligationState.ACKNOWLEDGED)
    done, late = sorted(outcomes[4:6], key=lambda one: isinstance(one, BaseException))
    assert isinstance(done, withdrawing.Withdrawn)
    assert isinstance(late, Refused)
    told = [row["member_id"] for row in await owed(office, Purpose.PUBLICATION_CHANGE)]
    assert len(told) == len(set(told)) == done.told


async def test_a_correction_that_waits_for_its_hour_goes_back_with_the_reason(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    draft_id = await corrected(office, cast, about)
    at = await handed_in(office, cast, draft_id)
    minh = cast.caller("Minh")
    await approving.approve_at(minh, office, draft_id=draft_id, revision=at, typed="10:00 23/11/2026")
    await taken_out(office, cast, about)
    clock_of(office).forward(hours=3)
    assert await publish_due(office) == 0
    draft = await draft_of(office, draft_id)
    assert draft.state is DraftState.OPEN
    assert draft.return_note.startswith("Văn bản đã hết hiệu lực")


async def test_a_group_that_had_the_card_is_told_without_reason_or_name_and_its_card_says_so(
    office: Office, cast: Cast
) -> None:
    group = addresses.insert().values(
        connection_id=cast.connection_id,
        chat_id="group",
        is_group=True,
        unit_id=cast.units[BRANCH_1],
        state=AddressState.ACTIVE,
        preference=0,
        created_at=office.clock.now(),
    )
    await execute(office, group)
    about = await published(office, cast)
    await goes_out(office)
    await amended(office, cast, about, material=True)
    old, new = await owed(office, Purpose.GROUP_CARD)
    assert await composed(office, old) == "Số 12-KH/ĐU đã được sửa. Bản mới ở tin dưới."
    assert "✏️ Bản 2" in await composed(office, new)
    await goes_out(office)
    await taken_out(office, cast, about)
    (news,) = [row for row in await owed(office, Purpose.PUBLICATION_CHANGE) if row["member_id"] is None]
    said = await composed(office, news)
    assert "Số 12-KH/ĐU không còn hiệu lực." in said
    assert BECAUSE not in said
    for card in await owed(office, Purpose.GROUP_CARD):
        assert (card["state"], await composed(office, card)) == (DeliveryState.QUEUED, said)


async def test_another_reason_is_asked_about_again_and_it_is_withdrawn_once(
    office: Office, cast: Cast
) -> None:
    lan, about = cast.caller("Lan"), await published(office, cast)
    first = await withdrawing.note_reason(lan, office, publication_id=about, typed="Nhầm")
    await withdrawing.note_reason(lan, office, publication_id=about, typed=BECAUSE)
    with pytest.raises(ReasonChanged):
        await withdrawing.confirm(lan, office, publication_id=about, mark=first.mark)
    (stands,) = await rows(office, publications)
    assert stands["state"] is PublicationState.IN_FORCE
    await taken_out(office, cast, about)
    with pytest.raises(Refused) as refused:
        await withdrawing.withdraw(COMMAND_LINE, office, publication_id=about, because=BECAUSE)
    assert refused.value.reason is Refusal.WITHDRAWN


async def test_only_the_clerk_withdraws(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    for given in ("Minh", "Thuận", "Hòa", "Bình", "Dũng", "Kiên"):
        with pytest.raises(Refused) as refused:
            await withdrawing.withdraw(cast.caller(given), office, publication_id=about, because=BECAUSE)
        assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_a_broadcast_is_called_off_whole_whatever_is_closed_at_once(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(closings, "_CLOSED_AT_ONCE", 2)
    about = await published(office, cast)
    cards = await owed(office, Purpose.CARD)
    assert len(cards) > 4
    await taken_out(office, cast, about)
    assert {row["state"] for row in await owed(office, Purpose.CARD)} == {DeliveryState.CANCELLED}
    lines = await rows(office, history, history.c.thing == "delivery", history.c.to_state == "cancelled")
    assert {row["id"] for row in cards} <= {line["thing_id"] for line in lines}
    assert len(lines) == len({line["thing_id"] for line in lines})
