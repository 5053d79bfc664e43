"""What changes while a card is with the platform: once noted as sent, the card is looked at once more."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import pytest

from bot.acknowledgement import acknowledging, asking
from bot.channels.contract import Attached, Outcome, OutcomeKind
from bot.delivery.preparing import Ready
from bot.delivery.settling import settle
from bot.messages.blocks import Message
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.publication.approval import approving
from bot.publication.versions.withdrawing import withdraw
from bot.runtime.rooms import COMPOSERS
from storage.database import Connection
from storage.delivery import claims, settlements
from storage.delivery.claims import Claimed, Wanted
from storage.states import DeliveryState, Lane, Purpose, Urgency
from storage.tables import deliveries
from tests.cast import Cast, clock_of
from tests.delivery.scripted import ScriptedChannel, drain, sender
from tests.publication.steps import execute, published, submitted
from tests.versions.steps import amended, card_rows, goes_out

Change = Callable[[Office, Cast, int], Awaitable[object]]


@dataclass
class Slow(ScriptedChannel):
    """Something happens while the first message is on its way to the chat."""

    chat: str = ""
    meanwhile: list[Callable[[], Awaitable[object]]] = field(default_factory=list)

    async def send(
        self, chat_id: str, message: Message, *, once: str = "", attached: Attached | None = None
    ) -> Outcome:
        while chat_id == self.chat and self.meanwhile:
            await self.meanwhile.pop()()
        return await super().send(chat_id, message, once=once, attached=attached)

    @property
    def stands(self) -> list[str]:
        """What the edits of that chat made of the message, in order."""
        return [visible_text(message) for chat, _, message in self.edited if chat == self.chat]


async def takes_note(office: Office, cast: Cast, about: int) -> object:
    return await acknowledging.acknowledge(cast.caller("Bình"), office, publication_id=about, version=1)


async def asks(office: Office, cast: Cast, about: int) -> object:
    text = "Họp ở đâu?"
    return await asking.ask(cast.caller("Bình"), office, publication_id=about, text=text)


async def is_withdrawn(office: Office, cast: Cast, about: int) -> object:
    return await withdraw(cast.caller("Lan"), office, publication_id=about, because="Ghi nhầm ngày họp")


async def is_corrected(office: Office, cast: Cast, about: int) -> object:
    return await amended(office, cast, about)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (takes_note, "đã xác nhận"),
        (asks, "đang chờ trả lời"),
        (is_withdrawn, "Đã thu hồi"),
        (is_corrected, "bản đúng"),
    ],
)
async def test_a_card_says_what_changed_while_it_was_on_its_way(
    office: Office, cast: Cast, change: Change, says: str
) -> None:
    about = await published(office, cast)
    await goes_out(office, deliveries.c.member_id != cast["Bình"])
    channel = Slow(chat="chat-Bình", meanwhile=[partial(change, office, cast, about)])
    await _all_goes_out(office, cast, channel)
    assert len(channel.stands) == 1
    assert says in channel.stands[0]
    (card, *_) = await card_rows(office, cast, about, "Bình")
    assert card["state"] is DeliveryState.SENT


async def test_a_card_of_which_nothing_changed_is_not_touched_again(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await goes_out(office, deliveries.c.member_id != cast["Bình"])

    async def another() -> None:
        await acknowledging.acknowledge(cast.caller("Mai"), office, publication_id=about, version=1)

    channel = Slow(chat="chat-Bình", meanwhile=[another])
    await _all_goes_out(office, cast, channel)
    assert channel.stands == []
    (card,) = await card_rows(office, cast, about, "Bình")
    assert card["attempt_number"] == 1


async def test_a_card_that_failed_and_went_again_shows_what_changed_at_the_second_try(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office, deliveries.c.member_id != cast["Bình"])
    # Asked and answered by taking it back: still open, so that the card goes once more.
    channel = Slow(chat="chat-Bình", meanwhile=[partial(_there_and_back, office, cast, about)])
    channel.script.append(Outcome(OutcomeKind.NOT_SENT, retry_after=timedelta(seconds=1)))
    await _all_goes_out(office, cast, channel)
    assert channel.stands == []
    (card,) = await card_rows(office, cast, about, "Bình")
    assert (card["state"], card["attempt_number"]) == (DeliveryState.SENT, 2)


async def _there_and_back(office: Office, cast: Cast, about: int) -> None:
    await takes_note(office, cast, about)
    await acknowledging.undo(cast.caller("Bình"), office, publication_id=about)


async def test_a_late_success_after_a_doubt_is_looked_at_too(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    (card,) = await card_rows(office, cast, about, "Bình")
    await goes_out(office, deliveries.c.id != card["id"])
    row = await office.database.transaction(partial(_in_hand, office=office, cast=cast))
    clock_of(office).forward(minutes=5)
    # Its lease has run out: what became of it is unknown, and then it is known after all.
    (orphan,) = await office.database.transaction(
        lambda connection: settlements.orphans(connection, now=office.clock.machine())
    )
    await office.database.transaction(
        lambda connection: settlements.abandon(
            connection, orphan, state=DeliveryState.MAYBE, again_at=None, now=office.clock.machine()
        )
    )
    await takes_note(office, cast, about)
    ready = Ready(row, Message(), office.clock.machine(), "seen")
    outcome = Outcome(OutcomeKind.SENT, message_id="m1")
    await office.database.transaction(partial(settle, office=office, ready=ready, outcome=outcome))
    (card,) = await card_rows(office, cast, about, "Bình")
    assert (card["state"], card["message_id"]) == (DeliveryState.QUEUED, "m1")


async def test_what_stands_is_worth_an_edit_after_its_due_date_too(office: Office, cast: Cast) -> None:
    about = await published(office, cast)
    await goes_out(office)
    (card,) = await card_rows(office, cast, about, "Bình")
    late = deliveries.update().where(deliveries.c.id == card["id"])
    # As the card at a further address is queued.
    await execute(office, late.values(expires_at=office.clock.now()))
    clock_of(office).forward(hours=1)
    await takes_note(office, cast, about)
    channel = Slow(chat="chat-Bình")
    await _all_goes_out(office, cast, channel)
    assert len(channel.stands) == 1


async def test_a_draft_that_changed_while_its_approval_was_asked_for_says_so(
    office: Office, cast: Cast
) -> None:
    draft = await submitted(office, cast)

    async def is_approved() -> None:
        minh = cast.caller("Minh")
        await approving.approve_now(minh, office, draft_id=draft.draft_id, revision=draft.revision)

    channel = Slow(chat="chat-Minh", meanwhile=[is_approved])
    await _all_goes_out(office, cast, channel)
    assert "CHỜ DUYỆT" not in channel.stands[0]


async def _all_goes_out(office: Office, cast: Cast, channel: Slow) -> None:
    one = sender(office, cast, channel, table=COMPOSERS, paced=False)
    for _ in range(6):
        await drain(one)
        clock_of(office).forward(seconds=2)


def _in_hand(connection: Connection, *, office: Office, cast: Cast) -> Claimed:
    now = office.clock.machine()
    wanted = Wanted(cast.connection_id, Lane.BROADCAST, tuple(Urgency), 1, now, office.clock.now())
    (row,) = claims.claim(connection, wanted, worker="w", lease=timedelta(minutes=1), paced=False)
    assert row.purpose is Purpose.CARD
    return row
