"""What was acknowledged by a link is said once in a conversation whose cards cannot change by themselves."""

from dataclasses import replace
from typing import Any

import pytest

from bot.access import Caller, Door
from bot.acknowledgement import acknowledging
from bot.errors import Refused
from bot.messages.blocks import from_json
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.settings import Connection as ConnectionSettings
from bot.settings import Settings
from storage.channels import connections
from storage.database import Connection
from storage.states import AddressState, Lane, Platform, Purpose, Repeat
from storage.tables import addresses, deliveries
from tests.acknowledgement.story import published
from tests.cast import Cast, add_address
from tests.publication.steps import execute, rows
from tests.versions.steps import amended


def with_bot(office: Office, platform: str, **more: object) -> Office:
    """The same office, which serves one bot of the platform."""
    token = "123456789:abc-xyz"
    bot = ConnectionSettings.model_validate({"platform": platform, "token": token, **more})
    return replace(office, settings=Settings(connections={"bot": bot}))


async def on_page(office: Office, cast: Cast, platform: Platform = Platform.ZALO) -> Caller:
    """Bình, who pressed the link that stands in their conversation there."""

    def body(connection: Connection) -> int:
        number = connections.ensure(connection, platform=platform, name="bot")
        return add_address(connection, number, chat_id="binh", member_id=cast["Bình"])

    address_id = await office.database.transaction(body)
    return Caller(member_id=cast["Bình"], door=Door.LINK, address_id=address_id)


async def said(office: Office) -> list[dict[str, Any]]:
    return await rows(office, deliveries, deliveries.c.purpose == Purpose.REPLY)


async def test_an_acknowledgement_by_the_link_is_said_once_in_that_conversation(
    office: Office, cast: Cast
) -> None:
    office = with_bot(office, "zalo")
    binh = await on_page(office, cast)
    about = await published(office, cast)
    await acknowledging.acknowledge(binh, office, publication_id=about, version=1)
    await acknowledging.acknowledge(binh, office, publication_id=about, version=1)
    await acknowledging.undo(cast.caller("Bình"), office, publication_id=about)
    await acknowledging.acknowledge(binh, office, publication_id=about, version=1)

    (receipt,) = await said(office)
    assert receipt["address_id"] == binh.address_id
    assert (receipt["lane"], receipt["repeat"]) == (Lane.REPLY, Repeat.NEVER)
    assert visible_text(from_json(receipt["content"])) == (
        "Đã ghi nhận trên trang: 12-KH/ĐU, 08:00 ngày 23/11. Không phải đồng chí thì gõ /canlam để hoàn tác."
    )


async def test_another_version_has_a_receipt_of_its_own(office: Office, cast: Cast) -> None:
    office = with_bot(office, "zalo")
    binh = await on_page(office, cast)
    about = await published(office, cast)
    await acknowledging.acknowledge(binh, office, publication_id=about, version=1)
    await amended(office, cast, about, material=True)
    await acknowledging.acknowledge(binh, office, publication_id=about, version=2)
    assert len(await said(office)) == 2


@pytest.mark.parametrize(
    ("platform", "settings"), [(Platform.ZALO, {"receipts": False}), (Platform.TELEGRAM, {})]
)
async def test_without_receipts_or_where_the_card_changes_nothing_is_said(
    office: Office, cast: Cast, platform: Platform, settings: dict[str, object]
) -> None:
    office = with_bot(office, platform, **settings)
    binh = await on_page(office, cast, platform)
    about = await published(office, cast)
    await acknowledging.acknowledge(binh, office, publication_id=about, version=1)
    assert await said(office) == []


async def test_what_is_typed_in_the_chat_or_refused_on_the_page_is_not_said_by_it(
    office: Office, cast: Cast
) -> None:
    office = with_bot(office, "zalo")
    binh = await on_page(office, cast)
    about = await published(office, cast)
    with pytest.raises(Refused):
        await acknowledging.acknowledge(binh, office, publication_id=about + 1, version=1)
    await acknowledging.acknowledge(replace(binh, door=Door.ZALO), office, publication_id=about, version=1)
    await acknowledging.acknowledge(binh, office, publication_id=about, version=1)
    assert await said(office) == []


async def test_a_conversation_that_is_closed_gets_none(office: Office, cast: Cast) -> None:
    office = with_bot(office, "zalo")
    binh = await on_page(office, cast)
    about = await published(office, cast)
    closed = addresses.update().where(addresses.c.id == binh.address_id)
    await execute(office, closed.values(state=AddressState.BLOCKED))
    await acknowledging.acknowledge(binh, office, publication_id=about, version=1)
    assert await said(office) == []
