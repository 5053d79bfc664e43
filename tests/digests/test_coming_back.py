"""A digest that was called off before it went is not lost to whoever comes back."""

from datetime import timedelta

import pytest

from bot.chasing.digesting import digest_due
from bot.office import Office
from bot.organisation.membership.leaving import remove, take_back
from bot.organisation.privacy.agreeing import give, withdraw
from storage import tables
from storage.database import Connection
from storage.states import ConsentPurpose, DeliveryState, Purpose, Rhythm
from tests.cast import START, Cast, add_address, clock_of
from tests.delivery.scripted import ScriptedChannel
from tests.digests.story import digests_at, got, published, rows, sends, wants

MORNING = (START + timedelta(days=2)).replace(hour=7, minute=30)
"""Wednesday: 24 November is a day off."""
NEXT_MORNING = MORNING + timedelta(days=1)
ADMIN = "Dũng"


@pytest.mark.parametrize("away", ["consent", "roster"])
async def test_what_was_in_it_comes_with_the_next_one_once(office: Office, cast: Cast, away: str) -> None:
    await _waits(office, cast)
    await (_withdraws_and_gives if away == "consent" else _leaves_and_comes_back)(office, cast)
    assert got(await sends(office, cast), "Mai") == []
    (text,) = got(await digests_at(office, cast, NEXT_MORNING), "Mai")
    assert "1-TB" in text
    assert got(await digests_at(office, cast, NEXT_MORNING + timedelta(days=1)), "Mai") == []


async def test_who_stays_away_gets_none(office: Office, cast: Cast) -> None:
    await _waits(office, cast)
    await withdraw(cast.caller("Mai"), office, purposes=list(ConsentPurpose))
    for days in range(3):
        assert got(await digests_at(office, cast, NEXT_MORNING + timedelta(days=days)), "Mai") == []
    digests = await rows(office, tables.deliveries, member_id=cast["Mai"], purpose=Purpose.DIGEST)
    assert [row.state for row in digests] == [DeliveryState.SKIPPED]


async def test_what_went_out_does_not_come_again(office: Office, cast: Cast) -> None:
    await _waits(office, cast)
    assert len(got(await sends(office, cast), "Mai")) == 1
    await _withdraws_and_gives(office, cast)
    await _leaves_and_comes_back(office, cast)
    assert got(await digests_at(office, cast, NEXT_MORNING), "Mai") == []


async def test_what_was_not_due_to_a_conversation_that_is_anothers_now_comes_elsewhere(
    office: Office, cast: Cast
) -> None:
    """The look before sending finds the conversation with somebody else: the digest waits for the next."""
    await _waits(office, cast)

    def given_away(connection: Connection) -> None:
        own = tables.addresses.c.id == cast.addresses["Mai"]
        connection.execute(tables.addresses.update().where(own).values(member_id=cast["An"]))
        add_address(connection, cast.connection_id, chat_id="chat-new", member_id=cast["Mai"])

    await office.database.transaction(given_away)
    assert got(await sends(office, cast), "Mai") == []
    channel: ScriptedChannel = await digests_at(office, cast, NEXT_MORNING)
    assert "chat-new" in channel.chats


async def _waits(office: Office, cast: Cast) -> None:
    """Mai's digest of the morning is queued, and did not go yet."""
    await give(cast.caller("Mai"), office, purposes=list(ConsentPurpose))
    await wants(office, cast, "Mai", Rhythm.DAILY)
    await published(office, cast)
    clock_of(office).set(MORNING)
    assert await digest_due(office) == 1


async def _withdraws_and_gives(office: Office, cast: Cast) -> None:
    await withdraw(cast.caller("Mai"), office, purposes=list(ConsentPurpose))
    await give(cast.caller("Mai"), office, purposes=list(ConsentPurpose))


async def _leaves_and_comes_back(office: Office, cast: Cast) -> None:
    await remove(cast.caller(ADMIN), office, member_id=cast["Mai"])
    await take_back(cast.caller(ADMIN), office, member_id=cast["Mai"])
