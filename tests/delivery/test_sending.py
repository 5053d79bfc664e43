"""The sender, on both engines, against a channel that answers as it is told."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.channels.contract import Outcome, OutcomeKind
from bot.delivery.composing import Skip
from bot.delivery.rescuing import rescue, sweep
from bot.delivery.settling import settle
from bot.delivery.taking import Room, take
from bot.errors import Refused
from bot.messages.blocks import Line, Message
from bot.office import Office
from bot.publication.resuming import resume
from storage import tables
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import NewDelivery
from storage.states import AddressState, DeliveryState, Lane, Purpose, Reason, Repeat, Urgency
from tests.cast import Cast, add_address, clock_of
from tests.delivery.scripted import TABLE, ScriptedChannel, compose_plainly, drain, owe, sender


def card(office: Office, cast: Cast, given: str, **more: Any) -> NewDelivery:
    fields: dict[str, Any] = {
        "once_key": f"pub:1:v1:m{cast[given]}:card",
        "address_id": cast.addresses[given],
        "purpose": Purpose.CARD,
        "due_at": office.clock.machine(),
        "repeat": Repeat.ONCE,
        "subject": 1,
    }
    return NewDelivery(**fields | more)


async def row(office: Office, once_key: str) -> Any:
    def body(connection: Connection) -> Any:
        table = tables.deliveries
        return connection.execute(sa.select(table).where(table.c.once_key == once_key)).one()

    return await office.database.read(body)


async def test_what_is_owed_is_sent_once_and_the_attempt_stands_beside_it(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình"))
    assert await owe(office, card(office, cast, "Bình")) == 0

    await drain(sender(office, cast, channel))

    assert channel.chats == ["chat-Bình"]
    sent = await row(office, f"pub:1:v1:m{cast['Bình']}:card")
    assert (sent.state, sent.message_id, sent.attempt_number) == (DeliveryState.SENT, "101", 1)

    def attempt(connection: Connection) -> Any:
        return connection.execute(sa.select(tables.attempts)).one()

    made = await office.database.read(attempt)
    assert (made.outcome, made.message_id, made.ended_at is not None) == ("sent", "101", True)


async def test_a_broadcast_takes_at_most_three_slots_at_once_and_then_waits(
    office: Office, cast: Cast
) -> None:
    channel = ScriptedChannel()
    await owe(office, *(card(office, cast, one) for one in ("Bình", "Mai", "An", "Hòa", "Yến")))
    one = sender(office, cast, channel, per_second=30)

    await drain(one)
    assert len(channel.sent) == 3

    clock_of(office).forward(seconds=0.09)
    await drain(one)
    assert len(channel.sent) == 3

    clock_of(office).forward(seconds=0.02)
    await drain(one)
    assert len(channel.sent) == 5


async def test_an_answer_overtakes_a_broadcast(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    await owe(office, *(card(office, cast, one) for one in ("Bình", "Mai", "An", "Hòa", "Yến")))
    answer = card(
        office, cast, "Thu", once_key="knock:1:1", purpose=Purpose.REPLY, lane=Lane.REPLY, content=None
    )
    await owe(office, answer)

    await sender(office, cast, channel).step()
    clock_of(office).forward(seconds=2)
    await drain(sender(office, cast, channel))

    assert channel.chats[0] == "chat-Thu"


async def test_answers_leave_a_third_of_every_second_to_a_waiting_broadcast(
    office: Office, cast: Cast
) -> None:
    channel = ScriptedChannel()
    names = list(cast.addresses)
    for number in range(12):
        for given in names:
            key = f"knock:{number}:{given}"
            await owe(office, card(office, cast, given, once_key=key, lane=Lane.REPLY))
    await owe(office, *(card(office, cast, given) for given in names))
    one = sender(office, cast, channel, per_second=30, paced=False)

    for _ in range(100):
        await drain(one)
        clock_of(office).forward(seconds=0.01)

    cards = 0
    for given in names:
        cards += (await row(office, f"pub:1:v1:m{cast[given]}:card")).state is DeliveryState.SENT
    assert cards >= 9
    assert 29 <= len(channel.sent) <= 31 + 15


async def test_one_conversation_gets_one_message_a_second(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    await owe(office, *(card(office, cast, "Bình", once_key=f"x:{number}") for number in range(2)))
    one = sender(office, cast, channel)

    clock_of(office).forward(seconds=0.5)
    await drain(one)
    assert len(channel.sent) == 1
    clock_of(office).forward(seconds=0.9)
    await drain(one)
    assert len(channel.sent) == 1
    clock_of(office).forward(seconds=0.2)
    await drain(one)
    assert len(channel.sent) == 2


async def test_nothing_normal_goes_out_at_night_but_answers_and_urgent_ones_do(
    office: Office, cast: Cast
) -> None:
    clock_of(office).forward(hours=12)  # 20:00
    channel = ScriptedChannel()
    await owe(
        office,
        card(office, cast, "Bình"),
        card(office, cast, "Mai", urgency=Urgency.URGENT, rank=0),
        card(office, cast, "An", once_key="knock:1:1", lane=Lane.REPLY),
    )
    one = sender(office, cast, channel)
    await drain(one)
    clock_of(office).forward(seconds=1)
    await drain(one)
    assert sorted(channel.chats) == ["chat-An", "chat-Mai"]

    clock_of(office).forward(hours=36)  # Tuesday is a day off (24/11): Wednesday 08:00
    await drain(one)
    assert "chat-Bình" in channel.chats


async def test_too_fast_for_one_chat_stops_that_chat_only(office: Office, cast: Cast) -> None:
    wait = timedelta(seconds=30)
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.NOT_SENT, reason=Reason.TOO_FAST, retry_after=wait))
    await owe(office, card(office, cast, "Bình"), card(office, cast, "Mai"))
    one = sender(office, cast, channel)
    await drain(one)
    clock_of(office).forward(seconds=1)
    await drain(one)
    assert channel.chats == ["chat-Bình", "chat-Mai"]
    held = await row(office, f"pub:1:v1:m{cast['Bình']}:card")
    assert (held.state, held.failures) == (DeliveryState.QUEUED, 0)

    clock_of(office).forward(seconds=30)
    await drain(one)
    assert channel.chats[-1] == "chat-Bình"


async def test_too_fast_for_the_bot_stops_the_bot(office: Office, cast: Cast) -> None:
    wait = timedelta(seconds=30)
    channel = ScriptedChannel()
    slow = Outcome(OutcomeKind.NOT_SENT, reason=Reason.TOO_FAST, retry_after=wait, whole_connection=True)
    channel.script.append(slow)
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, channel)
    await drain(one)
    await owe(office, card(office, cast, "Mai"), card(office, cast, "An", once_key="k", lane=Lane.REPLY))

    clock_of(office).forward(seconds=29)
    await drain(one)
    assert len(channel.sent) == 1
    clock_of(office).forward(seconds=2)
    await drain(one)
    clock_of(office).forward(seconds=1)
    await drain(one)
    assert len(channel.sent) == 4


async def test_without_a_connection_nothing_is_lost_and_nothing_doubled(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.NOT_SENT, reason=Reason.NOT_CONNECTED))
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, channel)
    await drain(one)
    waiting = await row(office, f"pub:1:v1:m{cast['Bình']}:card")
    assert (waiting.state, waiting.failures, waiting.maybe_count) == (DeliveryState.QUEUED, 1, 0)

    clock_of(office).forward(seconds=10)
    await drain(one)
    assert (await row(office, waiting.once_key)).state is DeliveryState.SENT


async def test_an_unclear_directive_is_sent_once_more_marked_and_then_never_again(
    office: Office, cast: Cast
) -> None:
    channel = ScriptedChannel()
    unclear = Outcome(OutcomeKind.MAYBE, reason=Reason.CUT_OFF)
    channel.script.extend([unclear, unclear])
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, channel)
    await drain(one)
    assert (await row(office, f"pub:1:v1:m{cast['Bình']}:card")).state is DeliveryState.MAYBE

    clock_of(office).forward(seconds=59)
    await sweep(office)
    await drain(one)
    assert len(channel.sent) == 1

    clock_of(office).forward(seconds=62)
    await sweep(office)
    await drain(one)
    assert len(channel.sent) == 2
    assert "Gửi lại" in str(channel.sent[1][1])
    assert (await row(office, f"pub:1:v1:m{cast['Bình']}:card")).state is DeliveryState.UNKNOWN

    clock_of(office).forward(hours=1)
    await sweep(office)
    await drain(one)
    assert len(channel.sent) == 2


async def test_an_unclear_reminder_is_never_sent_again(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.MAYBE, reason=Reason.CUT_OFF))
    await owe(
        office,
        card(office, cast, "Bình", once_key="remind:1", purpose=Purpose.REMINDER, repeat=Repeat.NEVER),
    )
    one = sender(office, cast, channel)
    await drain(one)
    clock_of(office).forward(minutes=10)
    await sweep(office)
    await drain(one)
    assert len(channel.sent) == 1
    assert (await row(office, "remind:1")).state is DeliveryState.UNKNOWN


async def in_doubt(office: Office, cast: Cast) -> int:
    """A card of Bình's whose reply was lost; the publication it is of."""
    publication_id = await _published(office)
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.MAYBE, reason=Reason.CUT_OFF))
    await owe(office, card(office, cast, "Bình", repeat=Repeat.NEVER, publication_id=publication_id))
    await drain(sender(office, cast, channel))
    return publication_id


async def tap(office: Office, cast: Cast, given: str, publication_id: int) -> None:
    def body(connection: Connection) -> None:
        deliveries.proven_by(
            connection,
            address_id=cast.addresses[given],
            message_id="777",
            publication_id=publication_id,
            now=office.clock.machine(),
        )

    await office.database.transaction(body)


async def test_a_tap_on_the_message_proves_that_an_unknown_one_arrived(office: Office, cast: Cast) -> None:
    publication_id = await in_doubt(office, cast)
    await tap(office, cast, "Bình", publication_id)
    proven = await row(office, f"pub:1:v1:m{cast['Bình']}:card")
    assert (proven.state, proven.message_id) == (DeliveryState.SENT, "777")


async def test_somebody_elses_tap_proves_nothing(office: Office, cast: Cast) -> None:
    publication_id = await in_doubt(office, cast)
    await tap(office, cast, "Mai", publication_id)
    assert (await row(office, f"pub:1:v1:m{cast['Bình']}:card")).state is DeliveryState.UNKNOWN


async def test_a_late_success_of_the_same_attempt_turns_maybe_into_sent(office: Office, cast: Cast) -> None:
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, ScriptedChannel())
    batch = await office.database.transaction(lambda connection: _take(connection, office, one.wire))
    await rescue(office, alone=True)
    assert (await row(office, f"pub:1:v1:m{cast['Bình']}:card")).state is DeliveryState.MAYBE

    settled = await office.database.transaction(
        lambda connection: settle(
            connection, office, batch.ready[0], Outcome(OutcomeKind.SENT, message_id="55")
        )
    )
    assert settled.taken
    late = await row(office, f"pub:1:v1:m{cast['Bình']}:card")
    assert (late.state, late.message_id) == (DeliveryState.SENT, "55")


async def test_a_late_failure_of_a_lost_lease_changes_nothing(office: Office, cast: Cast) -> None:
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, ScriptedChannel())
    batch = await office.database.transaction(lambda connection: _take(connection, office, one.wire))
    await rescue(office, alone=True)
    settled = await office.database.transaction(
        lambda connection: settle(
            connection, office, batch.ready[0], Outcome(OutcomeKind.REFUSED, reason=Reason.CONTENT)
        )
    )
    assert not settled.taken
    assert (await row(office, f"pub:1:v1:m{cast['Bình']}:card")).state is DeliveryState.MAYBE


async def test_a_lease_that_still_runs_is_not_rescued_by_another_process(office: Office, cast: Cast) -> None:
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, ScriptedChannel())
    await office.database.transaction(lambda connection: _take(connection, office, one.wire))
    assert await rescue(office, alone=False) == 0
    clock_of(office).forward(seconds=121)
    assert await rescue(office, alone=False) == 1


async def test_a_blocked_person_is_noted_and_the_next_address_is_tried(office: Office, cast: Cast) -> None:
    def second(connection: Connection) -> int:
        return add_address(
            connection, cast.connection_id, chat_id="second", member_id=cast["Bình"], preference=5
        )

    await office.database.transaction(second)
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.UNREACHABLE, reason=Reason.BLOCKED))
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, channel)
    await drain(one)
    clock_of(office).forward(seconds=1)
    await drain(one)
    assert channel.chats == ["chat-Bình", "second"]

    def state(connection: Connection) -> Any:
        table = tables.addresses
        return connection.execute(
            sa.select(table.c.state).where(table.c.id == cast.addresses["Bình"])
        ).scalar_one()

    assert await office.database.read(state) is AddressState.BLOCKED


async def test_a_group_that_moved_is_written_to_at_its_new_id(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.MOVED, reason=Reason.GROUP_MOVED, chat_id="-1001"))
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, channel)
    await drain(one)
    clock_of(office).forward(seconds=1)
    await drain(one)
    assert channel.chats == ["chat-Bình", "-1001"]


async def test_a_refused_token_stops_the_sender_and_keeps_the_row(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.STOPPED, reason=Reason.TOKEN, status=401))
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, channel)
    await drain(one)
    assert one.stopped is Reason.TOKEN
    assert (await row(office, f"pub:1:v1:m{cast['Bình']}:card")).state is DeliveryState.QUEUED


async def test_what_is_no_longer_needed_is_skipped_at_the_last_look(office: Office, cast: Cast) -> None:
    def answered(_connection: Connection, _office: Office, _row: Claimed) -> Skip:
        return Skip(Reason.ANSWERED)

    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình"))
    await drain(sender(office, cast, channel, table={**TABLE, Purpose.CARD: answered}))
    assert channel.sent == []
    skipped = await row(office, f"pub:1:v1:m{cast['Bình']}:card")
    assert (skipped.state, skipped.reason) == (DeliveryState.SKIPPED, Reason.ANSWERED)


async def test_a_row_that_cannot_be_composed_does_not_stop_the_queue(office: Office, cast: Cast) -> None:
    def broken(connection: Connection, own: Office, one: Claimed) -> Message:
        if one.address_id == cast.addresses["Bình"]:
            raise KeyError("a fault in a composer")
        return compose_plainly(connection, own, one)

    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình"), card(office, cast, "Mai"))
    await drain(sender(office, cast, channel, table={**TABLE, Purpose.CARD: broken}))
    assert channel.chats == ["chat-Mai"]


async def test_an_expired_row_is_closed_and_not_sent(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    late = office.clock.now() - timedelta(minutes=1)
    await owe(office, card(office, cast, "Bình", expires_at=late))
    await drain(sender(office, cast, channel))
    await sweep(office)
    assert channel.sent == []
    expired = await row(office, f"pub:1:v1:m{cast['Bình']}:card")
    assert expired.state is DeliveryState.EXPIRED

    def told(connection: Connection) -> Any:
        table = tables.history
        return connection.execute(sa.select(table).where(table.c.thing == "delivery")).one()

    line = await office.database.read(told)
    assert (line.thing_id, line.from_state, line.to_state) == (expired.id, "queued", "expired")


async def test_a_long_text_goes_out_in_parts_in_order(office: Office, cast: Cast) -> None:
    words = " ".join(f"chữ{number}" for number in range(2000))

    def long(_connection: Connection, _office: Office, _row: Claimed) -> Message:
        return Message((Line(words),))

    channel = ScriptedChannel()
    await owe(office, card(office, cast, "Bình"))
    one = sender(office, cast, channel, table={**TABLE, Purpose.CARD: long})
    for _ in range(6):
        await drain(one)
        clock_of(office).forward(seconds=1.1)
    said = " ".join(
        block.text for _, message in channel.sent for block in message.blocks if isinstance(block, Line)
    )
    assert len(channel.sent) > 2
    assert said.replace("(tiếp)", "").split() == words.split()


async def test_a_progress_card_is_edited_in_place_only_when_it_changed(office: Office, cast: Cast) -> None:
    text = {"now": "1/4"}

    def progress(_connection: Connection, _office: Office, _row: Claimed) -> Message:
        return Message((Line(text["now"]),))

    async def renew() -> None:
        def body(connection: Connection) -> None:
            connection.execute(
                tables.deliveries.update().values(state=DeliveryState.QUEUED, due_at=office.clock.machine())
            )

        await office.database.transaction(body)
        clock_of(office).forward(seconds=2)

    channel = ScriptedChannel()
    key = "pub:1:progress"
    await owe(office, card(office, cast, "Thuận", once_key=key, purpose=Purpose.PROGRESS))
    one = sender(office, cast, channel, table={**TABLE, Purpose.PROGRESS: progress})
    await drain(one)
    await renew()
    await drain(one)
    assert channel.edited == []
    text["now"] = "2/4"
    await renew()
    await drain(one)
    assert [(chat, number) for chat, number, _ in channel.edited] == [("chat-Thuận", "101")]

    clock_of(office).forward(seconds=2)
    await drain(one)
    assert len(channel.edited) == 1
    assert (await row(office, key)).state is DeliveryState.SENT


async def test_an_edit_whose_message_is_gone_becomes_a_new_message(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.REFUSED, reason=Reason.MESSAGE_GONE))
    await owe(
        office,
        card(office, cast, "Bình", once_key="knock:9:edit", lane=Lane.REPLY, message_id="5"),
    )
    one = sender(office, cast, channel)
    await drain(one)
    clock_of(office).forward(seconds=2)
    await drain(one)
    assert len(channel.edited) == 1
    assert channel.chats == ["chat-Bình"]


@pytest.mark.parametrize("errors", [2, 3])
async def test_three_equal_content_errors_stop_the_publication(
    office: Office, cast: Cast, errors: int
) -> None:
    publication_id = await _published(office)
    channel = ScriptedChannel()
    bad = Outcome(OutcomeKind.REFUSED, reason=Reason.CONTENT, detail="can't parse entities")
    channel.script.extend([bad] * errors)
    names = ["Bình", "Mai", "An", "Hòa", "Yến"]
    one = sender(office, cast, channel)
    for given in names:
        await owe(office, card(office, cast, given, publication_id=publication_id))
        await drain(one)
        clock_of(office).forward(seconds=1)
    assert len(channel.sent) == (3 if errors == 3 else 5)


async def test_the_clerk_lets_a_stopped_publication_go_on_and_nobody_else_does(
    office: Office, cast: Cast
) -> None:
    publication_id = await _published(office)
    channel = ScriptedChannel()
    channel.script.extend([Outcome(OutcomeKind.REFUSED, reason=Reason.CONTENT, detail="bad")] * 3)
    one = sender(office, cast, channel)
    names = ["Bình", "Mai", "An", "Hòa"]
    await owe(office, *(card(office, cast, given, publication_id=publication_id) for given in names))
    for _ in names:
        await drain(one)
        clock_of(office).forward(seconds=2)
    assert len(channel.sent) == 3

    with pytest.raises(Refused):
        await resume(cast.caller("Hòa"), office, publication_id=publication_id)
    await resume(cast.caller("Lan"), office, publication_id=publication_id)
    for _ in names:
        await drain(one)
        clock_of(office).forward(seconds=2)
    assert sorted(channel.chats[3:]) == sorted(f"chat-{given}" for given in names)
    with pytest.raises(Refused):
        await resume(cast.caller("Lan"), office, publication_id=publication_id)


async def _published(office: Office) -> int:
    def body(connection: Connection) -> int:
        content = {
            "kind": "directive",
            "type_name": "",
            "number": "",
            "number_key": "",
            "title": "x",
            "issuer": "",
            "chair": "",
            "signatory": "",
            "circulation": "",
            **{name: [] for name in ("main_points", "to_do", "to_do_for", "tasks", "quiz")},
            "body": "x",
            "scope": "internal",
            "urgency": "normal",
        }
        now = office.clock.now()
        draft = connection.execute(
            tables.drafts.insert()
            .values(
                state="published",
                revision=1,
                asks_acknowledgement=True,
                unsure=[],
                created_at=now,
                return_note="",
                is_material=False,
                change_note="",
                needs_clearing=False,
                places={},
                **content,
            )
            .returning(tables.drafts.c.id)
        ).scalar_one()
        return int(
            connection.execute(
                tables.publications.insert()
                .values(
                    draft_id=draft,
                    state="in_force",
                    version=1,
                    audience={},
                    asks_acknowledgement=True,
                    published_at=now,
                    withdrawn_because="",
                )
                .returning(tables.publications.c.id)
            ).scalar_one()
        )

    return await office.database.transaction(body)


def _take(connection: Connection, office: Office, wire: Any) -> Any:
    return take(connection, office, wire, TABLE, room=Room(8, 8))
