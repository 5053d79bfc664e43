"""What was to be said is kept no longer than it can still go out."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from bot.channels.contract import Outcome, OutcomeKind
from bot.messages.blocks import Line, Message, to_json
from bot.office import Office
from storage import tables
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.states import DeliveryState, Lane, Purpose, Reason, Repeat
from tests.cast import Cast
from tests.delivery.scripted import ScriptedChannel, drain, owe, sender

SAID = to_json(Message((Line("Mã: CFHJ-KLMN-PQRT"),)))


def reply(office: Office, cast: Cast, **more: Any) -> NewDelivery:
    fields: dict[str, Any] = {
        "once_key": "x",
        "address_id": cast.addresses["Bình"],
        "purpose": Purpose.REPLY,
        "lane": Lane.REPLY,
        "due_at": office.clock.machine(),
        "repeat": Repeat.ONCE,
        "content": SAID,
    }
    return NewDelivery(**fields | more)


async def ended(office: Office) -> tuple[DeliveryState, str | None]:
    def body(connection: Connection) -> tuple[DeliveryState, str | None]:
        row = connection.execute(sa.select(tables.deliveries)).one()
        return row.state, row.content

    return await office.database.read(body)


@pytest.mark.parametrize("reason", [Reason.OTHER, Reason.CONTENT])
async def test_what_a_platform_refused_is_emptied(office: Office, cast: Cast, reason: Reason) -> None:
    await owe(office, reply(office, cast))
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.REFUSED, reason=reason))
    await drain(sender(office, cast, channel))
    assert await ended(office) == (DeliveryState.FAILED, None)


async def test_a_part_of_a_card_that_may_be_resumed_keeps_its_words(office: Office, cast: Cast) -> None:
    await owe(office, reply(office, cast, purpose=Purpose.CARD))
    channel = ScriptedChannel()
    channel.script.append(Outcome(OutcomeKind.REFUSED, reason=Reason.CONTENT))
    await drain(sender(office, cast, channel))
    assert await ended(office) == (DeliveryState.FAILED, SAID)


async def test_what_comes_too_late_is_emptied_and_what_does_not_is_kept(office: Office, cast: Cast) -> None:
    now = office.clock.now()
    await owe(office, reply(office, cast, expires_at=now + timedelta(minutes=15)))
    for moment, left in (
        (now, (DeliveryState.QUEUED, SAID)),
        (now + timedelta(minutes=15), (DeliveryState.EXPIRED, None)),
    ):
        await office.database.transaction(partial(deliveries.expire, now=moment))
        assert await ended(office) == left


async def test_what_is_called_off_is_emptied_and_what_others_are_owed_is_kept(
    office: Office, cast: Cast
) -> None:
    await owe(office, reply(office, cast))
    for given, left in (("Mai", (DeliveryState.QUEUED, SAID)), ("Bình", (DeliveryState.CANCELLED, None))):

        def off(connection: Connection, member_id: int = cast[given]) -> int:
            return deliveries.call_off(
                connection, reason=Reason.LEFT, now=office.clock.now(), member_id=member_id
            )

        await office.database.transaction(off)
        assert await ended(office) == left
