"""Copies at further addresses when a month is short; ways that open; groups."""

from functools import partial
from typing import Any

from bot.delivery.quotas.releasing import release_held
from bot.organisation.addresses.owed_cards import queue_owed_cards
from bot.publication.versions.withdrawing import withdraw
from bot.texts.versions import taken_out
from storage import tables
from storage.channels import connections
from storage.states import DeliveryState, Purpose, Reason, Repeat, Urgency
from tests.acknowledgement.story import published
from tests.cast import add_address, clock_of
from tests.quotas.bots import Bots

CARD = {"purpose": Purpose.CARD, "version": 1}


async def second_way(bots: Bots, given: str = "Bình") -> int:
    """The member stands on the second bot too."""
    body = partial(
        add_address,
        connection_id=bots.ids["second"],
        chat_id=f"second-{given}",
        member_id=bots.cast[given],
        preference=1,
    )
    bots.addresses[f"{given} 2"] = await bots.office.database.transaction(body)
    return bots.addresses[f"{given} 2"]


async def has_a_card(bots: Bots) -> tuple[str, dict[str, Any]]:
    """Bình has a directive on the first bot; what its copy for the second one is."""
    about = await published(bots.office, bots.cast)
    second = await second_way(bots)
    member = bots.cast["Bình"]
    key = f"pub:{about}:v1:m{member}:card"
    return f"{key}:a{second}", {"given": "Bình 2", "publication_id": about, **CARD}


async def rows_of(bots: Bots, key: str) -> Any:
    return next(row for row in await bots.rows() if row.once_key == key)


async def test_a_copy_of_what_has_arrived_is_skipped_and_not_held_for_the_next_month(bots: Bots) -> None:
    key, copy = await has_a_card(bots)
    await bots.has_used(10, "second")
    await bots.owes(key, **copy)
    await bots.sends("second")

    row = await rows_of(bots, key)
    assert (row.state, row.reason) == (DeliveryState.SKIPPED, Reason.QUOTA)


async def test_a_copy_of_what_has_arrived_leaves_what_is_kept_to_who_has_no_other_way(bots: Bots) -> None:
    key, copy = await has_a_card(bots)
    await bots.has_used(8, "second")
    await bots.owes(key, **copy)
    assert await bots.sends("second") == []

    await second_way(bots, "Mai")
    await bots.owes("card", given="Mai 2")
    assert await bots.sends("second") == ["second-Mai"]


async def test_a_copy_of_what_arrived_nowhere_counts_as_the_first(bots: Bots) -> None:
    key, copy = await has_a_card(bots)
    table = tables.deliveries
    blocked = table.update().where(table.c.member_id == bots.cast["Bình"]).values(state="unreachable")
    await bots.office.database.transaction(lambda connection: connection.execute(blocked))
    await bots.has_used(8, "second")
    await bots.owes(key, **copy)

    assert await bots.sends("second") == ["second-Bình"]


async def test_an_urgent_copy_goes_all_the_same(bots: Bots) -> None:
    key, copy = await has_a_card(bots)
    await bots.has_used(8, "second")
    await bots.owes(key, urgency=Urgency.URGENT, **copy)

    assert await bots.sends("second") == ["second-Bình"]


async def test_where_the_other_way_is_only_out_it_waits_there_and_not_for_a_month(bots: Bots) -> None:
    await second_way(bots)
    since = bots.office.clock.machine()
    out = partial(connections.note_out, connection_id=bots.ids["second"], since=since)
    await bots.office.database.transaction(out)
    await bots.has_used(10)
    await bots.owes("card")
    await bots.sends()

    states = [(row.connection_id, row.state, row.reason) for row in await bots.rows()]
    assert states == [
        (bots.ids["main"], DeliveryState.SKIPPED, Reason.QUOTA),
        (bots.ids["second"], DeliveryState.QUEUED, None),
    ]


async def test_what_is_held_goes_the_new_way_as_soon_as_there_is_one(bots: Bots) -> None:
    await bots.has_used(10)
    await bots.owes("notice", repeat=Repeat.NEVER)
    await bots.owes("other", given="Mai", repeat=Repeat.NEVER)
    await bots.sends()
    clock_of(bots.office).forward(hours=1)
    assert await release_held(bots.office) == 0

    second = await second_way(bots)
    bound = partial(queue_owed_cards, office=bots.office, member_id=bots.cast["Bình"], address_id=second)
    await bots.office.database.transaction(bound)
    assert await bots.sends() == []
    assert await bots.sends("second") == ["second-Bình"]
    assert [row.state for row in await bots.rows()] == ["skipped", "queued", "sent"]


async def test_a_group_is_told_as_soon_as_the_people_of_what_asks_for_an_answer(bots: Bots) -> None:
    asking = await published(bots.office, bots.cast)
    telling = await published(bots.office, bots.cast, asks=False, number="14-TB/ĐU")
    await bots.has_used(8)
    group = {"purpose": Purpose.GROUP_CARD, "repeat": Repeat.NEVER, "version": 1}
    await bots.owes("group:1", publication_id=telling, **group)
    await bots.owes("group:2", given="Mai", publication_id=asking, **group)

    assert await bots.sends() == ["zalo-Mai"]


async def test_a_withdrawal_goes_out_of_what_is_kept_and_says_whom_it_will_not_reach(bots: Bots) -> None:
    about = await published(bots.office, bots.cast)
    await bots.has_used(9)
    done = await withdraw(
        bots.cast.caller("Lan"), bots.office, publication_id=about, because="Có sai sót về thời hạn"
    )

    assert (done.told, done.held) == (3, 2)
    assert len(await bots.sends()) == 1
    assert "2 người có thể chưa được báo" in taken_out("", "Kế hoạch", done.told, held=done.held)
