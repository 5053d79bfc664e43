"""What a start forgets of a connection."""

from functools import partial

from bot.delivery.quotas.months import month_of
from bot.inbox.handling import Handled, Knock
from bot.messages.reply import Reply
from bot.office import Office
from bot.runtime.running import Plugged, Runtime
from storage.channels import usages
from storage.database import Connection
from tests.cast import Cast
from tests.delivery.scripted import ScriptedChannel


async def nobody(_knock: Knock) -> Handled:
    return Handled(None, Reply())


async def starts(office: Office, cast: Cast) -> None:
    plugged = Plugged(cast.connection_id, ScriptedChannel())
    runtime = Runtime(office, {cast.connection_id: plugged}, nobody, alone=False)
    await runtime.start()
    await runtime.stop()


async def test_a_month_that_the_platform_called_used_up_is_tried_again(office: Office, cast: Cast) -> None:
    month = month_of(office)

    def used_up(connection: Connection) -> None:
        usages.hold(connection, cast.connection_id, month)
        usages.count_outgoing(connection, cast.connection_id, month)
        usages.note_spent(connection, cast.connection_id, month, at=office.clock.machine())

    await office.database.transaction(used_up)
    await starts(office, cast)
    usage = await office.database.read(
        partial(usages.of_month, connection_id=cast.connection_id, month=month)
    )
    assert usage.spent_at is None
    # What was sent was sent.
    assert usage.outgoing == 1
