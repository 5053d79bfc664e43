"""Withdrawing stops at once what it allowed; giving it again is one press."""

import pytest

from bot.access import Door
from bot.acknowledgement.acknowledging import acknowledge
from bot.acknowledgement.opening import Through, opened
from bot.chasing.asking_again import remind_now
from bot.chasing.reminding import remind_due
from bot.errors import Refusal, Refused
from bot.inbox.handling import Knock
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.consent import EVERYTHING, mark_of, text_version
from bot.organisation.privacy.agreeing import ask_anew, give, withdraw
from bot.organisation.privacy.recording import record_answer
from bot.reports.reporting import report
from bot.states import (
    ConsentPurpose,
    DataRequest,
    DataRequestState,
    DeliveryState,
    MemberKind,
    Purpose,
    Reason,
)
from handlers.commands.dispatch import Spoken, answer
from handlers.conversation import Text
from storage import tables
from storage.database import Connection
from storage.organisation import people
from tests.acknowledgement.story import obligation, owed, published
from tests.cast import START, Cast, clock_of
from tests.privacy.talking import Talk, do, on_paper, rows, sent

Notices, Acknowledgement = ConsentPurpose.NOTICES, ConsentPurpose.ACKNOWLEDGEMENT
Reminders, Statistics = ConsentPurpose.REMINDERS, ConsentPurpose.STATISTICS


async def agreed(
    office: Office, cast: Cast, given: str = "Bình", purposes: frozenset[ConsentPurpose] = EVERYTHING
) -> Talk:
    """A member of the cast who answered, with a conversation at hand."""
    caller = cast.caller(given)

    def body(connection: Connection) -> None:
        member = people.member(connection, cast[given])
        assert member is not None
        assert caller.address_id is not None
        record_answer(
            connection, office, caller, member=member, purposes=purposes, address_id=caller.address_id
        )

    await do(office, body)
    return Talk(office, caller)


async def test_withdrawing_the_notices_stops_what_is_queued_and_turns_to_paper(
    office: Office, cast: Cast
) -> None:
    talk = await agreed(office, cast)
    about = await published(office, cast, arrives=False)
    await withdraw(talk.caller, office, purposes={Notices})
    (card,) = await rows(office, tables.deliveries, member_id=cast["Bình"], purpose=Purpose.CARD)
    assert (card["state"], card["reason"]) == (DeliveryState.SKIPPED, Reason.NO_CONSENT)
    assert await on_paper(office, cast["Bình"])
    chats = [chat for chat, _ in await sent(office, cast)]
    assert "chat-Bình" not in chats
    assert "chat-Mai" in chats, "nobody else is stopped"
    assert (await obligation(office, about, cast["Bình"])).state == "expected"


async def test_what_is_queued_by_whomever_after_a_withdrawal_is_not_sent(office: Office, cast: Cast) -> None:
    talk = await agreed(office, cast)
    about = await published(office, cast, arrives=False)
    await withdraw(talk.caller, office, purposes={Notices})

    def queue_again(connection: Connection) -> None:
        connection.execute(
            tables.deliveries.update()
            .where(tables.deliveries.c.member_id == cast["Bình"])
            .values(state=DeliveryState.QUEUED, reason=None, content='{"blocks": [], "protected": false}')
        )

    await do(office, queue_again)
    assert "chat-Bình" not in [chat for chat, _ in await sent(office, cast)]
    (card,) = await rows(office, tables.deliveries, member_id=cast["Bình"], publication_id=about)
    assert (card["state"], card["reason"]) == (DeliveryState.SKIPPED, Reason.NO_CONSENT)


async def test_the_secretary_does_not_learn_why_somebody_is_on_paper(office: Office, cast: Cast) -> None:
    talk = await agreed(office, cast)
    await withdraw(talk.caller, office, purposes={Notices})
    of_the_unit = await rows(office, tables.history, unit_id=cast.units["Chi bộ 1"])
    assert [(row["to_state"], row["actor_id"]) for row in of_the_unit] == [("on_paper", None)]


async def test_giving_the_notices_again_is_one_press_and_brings_what_waits(
    office: Office, cast: Cast
) -> None:
    talk = await agreed(office, cast)
    await published(office, cast, arrives=False)
    await withdraw(talk.caller, office, purposes=EVERYTHING)
    await talk.act(Act.OWN_CONSENT)
    assert "Rút mục 1" not in talk.labels
    shown = await talk.press("Đồng ý mục 1")
    assert "1. Gửi văn bản, thông báo, thư mời: đồng ý 08:00, 23/11" in shown
    assert "3. Nhắc việc: đã rút 08:00, 23/11" in shown
    assert not await on_paper(office, cast["Bình"])
    assert "chat-Bình" in [chat for chat, _ in await sent(office, cast)]


async def test_without_reminders_the_clock_and_the_leader_remind_everybody_else(
    office: Office, cast: Cast
) -> None:
    await agreed(office, cast, purposes=EVERYTHING - {Reminders})
    about = await published(office, cast)
    clock_of(office).set(START.replace(day=26))
    assert await remind_due(office)
    reminded = {one.member_id for one in await owed(office, Purpose.REMINDER)}
    assert cast["Bình"] not in reminded
    assert cast["Mai"] in reminded
    clock_of(office).forward(hours=6)
    await remind_now(cast.caller("Hòa"), office, publication_id=about)
    assert cast["Bình"] not in {one.member_id for one in await owed(office, Purpose.REMINDER)}
    assert (await obligation(office, about, cast["Bình"])).reminders == 0


async def test_a_reminder_that_waits_is_dropped_when_reminders_are_withdrawn(
    office: Office, cast: Cast
) -> None:
    talk = await agreed(office, cast)
    await published(office, cast)
    clock_of(office).set(START.replace(day=26))
    await remind_due(office)
    await withdraw(talk.caller, office, purposes={Reminders})
    (one,) = await rows(office, tables.deliveries, member_id=cast["Bình"], purpose=Purpose.REMINDER)
    assert (one["state"], one["reason"]) == (DeliveryState.SKIPPED, Reason.NO_CONSENT)
    assert not await on_paper(office, cast["Bình"])


async def test_without_acknowledgement_the_card_has_no_button_and_no_tap_or_look_is_kept(
    office: Office, cast: Cast
) -> None:
    talk = await agreed(office, cast, purposes=EVERYTHING - {Acknowledgement})
    about = await published(office, cast, arrives=False)
    cards = dict(await sent(office, cast))
    assert "báo trực tiếp bí thư" in cards["chat-Bình"]
    assert "báo trực tiếp bí thư" not in cards["chat-Mai"]
    shown = await talk.act(Act.OPEN_CARD, about)
    assert "báo trực tiếp bí thư" in shown
    assert not [one for one in talk.buttons if one.act is Act.ACKNOWLEDGE]
    with pytest.raises(Refused) as refused:
        await acknowledge(talk.caller, office, publication_id=about)
    assert refused.value.reason is Refusal.NOT_AGREED_TO
    assert not await opened(talk.caller, office, publication_id=about, through=Through.CARD)
    assert await rows(office, tables.openings, member_id=cast["Bình"]) == []
    assert (await obligation(office, about, cast["Bình"])).state == "expected"


async def test_acknowledgement_given_again_lets_the_tap_count(office: Office, cast: Cast) -> None:
    talk = await agreed(office, cast, purposes=EVERYTHING - {Acknowledgement})
    about = await published(office, cast)
    await give(talk.caller, office, purposes={Acknowledgement})
    await acknowledge(talk.caller, office, publication_id=about)
    assert (await obligation(office, about, cast["Bình"])).state == "acknowledged"


async def test_without_statistics_a_report_counts_but_does_not_name(office: Office, cast: Cast) -> None:
    await agreed(office, cast, purposes=EVERYTHING - {Statistics})
    await agreed(office, cast, "Mai")
    about = await published(office, cast)
    made = await report(cast.caller("Hòa"), office, publication_id=about)
    names = [one.full_name for one in made.lines]
    assert "Nguyễn Văn Bình" not in names
    assert names.count("Một người không nêu tên") == 1
    assert "Đỗ Thị Mai" in names
    assert made.totals.outstanding == len(names)


async def test_a_withdrawal_is_recorded_as_done_at_once_and_the_proof_stays(
    office: Office, cast: Cast
) -> None:
    talk = await agreed(office, cast)
    await talk.act(Act.OWN_CONSENT)
    warned = await talk.press("Rút mục 3")
    assert "không có tin nhắc" in warned
    assert [row["withdrawn_at"] for row in await rows(office, tables.consents)] == [None] * 4
    assert "3. Nhắc việc: đã rút" in await talk.press("Rút mục này")
    (asked,) = await rows(office, tables.data_requests)
    assert (asked["request"], asked["state"]) == (DataRequest.WITHDRAW, DataRequestState.DONE)
    (ended,) = [row for row in await rows(office, tables.consents) if row["withdrawn_at"]]
    assert (ended["purpose"], ended["given_at"], ended["withdrawn_at"]) == ("reminders", START, START)


async def test_withdrawing_what_was_not_given_records_nothing(office: Office, cast: Cast) -> None:
    talk = await agreed(office, cast, purposes=frozenset({Notices}))
    assert await withdraw(talk.caller, office, purposes={Reminders}) == frozenset()
    assert await rows(office, tables.data_requests) == []


async def test_all_can_be_withdrawn_together(office: Office, cast: Cast) -> None:
    talk = await agreed(office, cast)
    await talk.act(Act.OWN_CONSENT)
    await talk.press("Rút tất cả")
    await talk.press("Rút cả 4 mục")
    assert talk.labels == [
        *(f"Đồng ý mục {number}" for number in range(1, 5)),
        "✅ Đồng ý cả 4 mục",
        "‹ Quay lại",
    ]
    assert await on_paper(office, cast["Bình"])


async def test_who_only_wants_no_more_messages_finds_the_way_on_the_card_of_deletion(
    office: Office, cast: Cast
) -> None:
    talk = await agreed(office, cast)
    assert "Chỉ muốn thôi nhận tin" in await talk.act(Act.DELETE_DATA)
    assert "ĐIỀU TÔI ĐÃ ĐỒNG Ý" in await talk.press("Đồng ý, rút đồng ý")


async def test_a_stranger_gives_and_withdraws_nothing(office: Office, cast: Cast) -> None:
    for change in (give, withdraw):
        with pytest.raises(Refused) as refused:
            await change(cast.stranger(), office, purposes=EVERYTHING)
        assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await rows(office, tables.consents) == []


async def _to_earlier_words(office: Office) -> None:
    def body(connection: Connection) -> None:
        connection.execute(tables.consents.update().values(text_version="2025-01-party"))

    await do(office, body)


async def test_new_words_are_asked_once_at_the_next_knock_and_the_old_answer_holds_until_then(
    office: Office, cast: Cast
) -> None:
    talk = await agreed(office, cast)
    await _to_earlier_words(office)
    about = await published(office, cast)
    for _ in range(3):
        await ask_anew(talk.caller, office)
    (asked,) = [words for chat, words in await sent(office, cast) if "ĐIỀU TÔI ĐÃ ĐỒNG Ý" in words]
    assert "đã thay đổi" in asked
    assert "lời cũ" in asked
    await acknowledge(talk.caller, office, publication_id=about)
    await give(talk.caller, office, purposes=EVERYTHING)
    held = [row for row in await rows(office, tables.consents) if row["withdrawn_at"] is None]
    assert {row["text_version"] for row in held} == {text_version(MemberKind.OFFICIAL, abroad=True)}
    assert len(held) == 4
    assert len(await rows(office, tables.consents)) == 8, "what was agreed to before stays provable"


async def test_who_agreed_to_todays_words_is_not_asked_again(office: Office, cast: Cast) -> None:
    talk = await agreed(office, cast)
    await ask_anew(talk.caller, office)
    await ask_anew(cast.stranger(), office)
    assert await rows(office, tables.deliveries) == []


async def test_a_number_of_purposes_in_a_button_beyond_the_four_gives_only_the_four(
    office: Office, cast: Cast
) -> None:
    talk = await agreed(office, cast, purposes=frozenset({Notices}))
    await talk.act(Act.GIVE_CONSENT, 0, 255)
    held = [row for row in await rows(office, tables.consents) if row["withdrawn_at"] is None]
    assert mark_of([ConsentPurpose(row["purpose"]) for row in held]) == 15


async def test_a_knock_through_any_door_brings_the_new_words_along(office: Office, cast: Cast) -> None:
    await agreed(office, cast)
    knock = Knock(1, cast.connection_id, "u1", "chat-Bình", "", 0, "", START)
    spoken = Spoken("chat-Bình", Text("/canlam"))
    await answer(office, knock, spoken, door=Door.WEB)
    assert await rows(office, tables.deliveries) == []
    await _to_earlier_words(office)
    await answer(office, knock, spoken, door=Door.WEB)
    ((chat, words),) = await sent(office, cast)
    assert (chat, "ĐIỀU TÔI ĐÃ ĐỒNG Ý" in words) == ("chat-Bình", True)
