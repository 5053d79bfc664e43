"""People are spread over bots side by side: who is sent where, and what a full one answers."""

import asyncio
from functools import partial

import pytest

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.connections.spreading import Place, connection_for, connections_for, elsewhere
from bot.organisation.groups import binding
from bot.organisation.joining import inviting
from handlers.commands.joining.joining import stranger
from storage import tables
from storage.channels import connections
from storage.database import Connection
from storage.states import Platform
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, COMMITTEE, Cast, make_office
from tests.commands.saying import read, says
from tests.connections.bots import Bots, limited


async def place(bots: Bots, given: str) -> str:
    def body(connection: Connection) -> Place | None:
        return connection_for(connection, bots.office, bots.cast[given])

    found = await bots.do(body)
    assert found is not None
    return found.name


async def invited(bots: Bots, given: str) -> inviting.Invitation:
    return await inviting.invite(bots.cast.caller("Dũng"), bots.office, member_id=bots.cast[given])


async def test_an_invitation_names_the_bot_with_the_most_room(bots: Bots) -> None:
    await bots.wrote("first", 2)

    assert await place(bots, "Bình") == "second"


async def test_it_names_how_to_find_it(bots: Bots) -> None:
    await bots.wrote("first")

    found = await bots.do(partial(connection_for, office=bots.office, member_id=bots.cast["Bình"]))

    assert found is not None
    assert (found.called, found.link) == ("Bot second", "https://zalo.example/second")


async def test_it_names_the_same_bot_as_before_although_another_has_more_room_now(bots: Bots) -> None:
    await bots.wrote("first")
    await invited(bots, "Bình")
    await bots.wrote("second", 3)

    assert await place(bots, "Bình") == "second"
    assert await place(bots, "Mai") == "first"

    await invited(bots, "Bình")
    assert await place(bots, "Bình") == "second"


async def test_it_names_another_one_when_the_first_is_full(bots: Bots) -> None:
    await bots.wrote("first")
    await invited(bots, "Bình")
    await bots.wrote("second", 5)

    assert await place(bots, "Bình") == "first"


async def test_who_is_there_already_stays_there(bots: Bots) -> None:
    await bots.joined("Bình", "first")
    await bots.wrote("first", 4)

    assert await place(bots, "Bình") == "first"


async def test_open_invitations_keep_their_seats(bots: Bots) -> None:
    await bots.wrote("first", 2)
    for given in ("Bình", "Mai"):
        await invited(bots, given)
    assert await place(bots, "An") in {"first", "second"}
    for given in ("An", "Hòa", "Yến", "Thu"):
        await invited(bots, given)

    def kept(connection: Connection) -> list[int]:
        table = tables.invitations
        rows = connection.execute(table.select().order_by(table.c.id))
        return [row.connection_id for row in rows]

    named = await bots.do(kept)
    assert (named.count(bots.ids["first"]), named.count(bots.ids["second"])) == (2, 4)


async def test_many_at_once_are_spread_as_one_after_the_other(bots: Bots) -> None:
    await bots.wrote("first", 3)
    given = ["Bình", "Mai", "An", "Hòa", "Yến", "Thu"]

    def body(connection: Connection) -> list[str]:
        ids = [bots.cast[one] for one in given]
        found = connections_for(connection, bots.office, ids)
        return [found[one].name for one in ids]

    named = await bots.do(body)
    assert (named.count("first"), named.count("second")) == (2, 4)


async def test_when_all_are_full_one_is_named_all_the_same(bots: Bots) -> None:
    await bots.wrote("first", 6)
    await bots.wrote("second", 5)

    assert await place(bots, "Bình") == "second"


async def test_a_bot_that_is_stopped_is_not_named(bots: Bots) -> None:
    await bots.wrote("first", 2)
    await bots.do(partial(connections.note_stopped, connection_id=bots.ids["second"], reason="token"))

    assert await place(bots, "Bình") == "first"


async def test_an_office_without_such_bots_names_none(prepared_url: str, cast: Cast) -> None:
    office = make_office(prepared_url)

    def body(connection: Connection) -> tuple[Place | None, Place | None]:
        ask = partial(connection_for, connection, office, cast["Bình"])
        return ask(), ask(platform=Platform.TELEGRAM)

    assert await office.database.transaction(body) == (None, None)
    await office.database.close()


async def test_who_writes_to_a_full_bot_is_sent_to_the_other_and_the_code_stays_good(bots: Bots) -> None:
    made = await invited(bots, "Tâm")
    late = await bots.wrote("first", 6)

    answer = read(await stranger(bots.office, says(late, made.code)))
    assert "Bot second" in answer
    assert "vẫn dùng được" in answer
    assert "Tâm" not in answer

    there = await bots.wrote("second")
    assert "Phan Văn Tâm" in read(await stranger(bots.office, says(there, made.code)))


async def test_who_was_there_before_it_was_full_is_served(bots: Bots) -> None:
    early = await bots.wrote("first")
    await bots.wrote("first", 7)

    assert await elsewhere(early, bots.office) is None


async def test_where_every_bot_is_full_everybody_is_served(bots: Bots) -> None:
    await bots.wrote("second", 5)
    late = await bots.wrote("first", 6)

    assert await elsewhere(late, bots.office) is None


async def test_a_member_and_a_stranger_on_an_unlimited_bot_are_served(bots: Bots) -> None:
    await bots.wrote("first", 6)
    await bots.joined("Bình", "first")
    member = bots.cast.caller("Bình")
    far_off = await bots.wrote("tele", 9)

    assert await elsewhere(member, bots.office) is None
    assert await elsewhere(far_off, bots.office) is None


async def test_a_group_takes_no_seat_of_a_person(bots: Bots) -> None:
    for unit in (BRANCH_1, BRANCH_2):
        await bots.group("first", unit)
    last = await bots.wrote("first", 5)

    assert await elsewhere(last, bots.office) is None


# ---- groups


async def binds(bots: Bots, unit: str, *, chat: str, bot: str = "first") -> binding.BoundGroup:
    caller = await admin_at(bots, bot)
    code = await binding.group_code(caller, bots.office, unit_id=bots.cast.units[unit])
    return await binding.bind_group(caller, bots.office, code=code.code, group_chat_id=chat)


async def admin_at(bots: Bots, bot: str) -> Caller:
    def body(connection: Connection) -> int:
        table = tables.addresses
        here = table.update().where(table.c.member_id == bots.cast["Dũng"])
        connection.execute(here.values(connection_id=bots.ids[bot]))
        return bots.cast.addresses["Dũng"]

    await bots.do(body)
    return bots.cast.caller("Dũng")


async def test_one_group_too_many_is_refused_with_the_other_bots_name(bots: Bots) -> None:
    await binds(bots, BRANCH_1, chat="g1")
    await binds(bots, BRANCH_2, chat="g2")

    with pytest.raises(Refused) as refused:
        await binds(bots, BRANCH_3, chat="g3")

    assert refused.value.reason is Refusal.GROUPS_FULL
    assert refused.value.details["most"] == "2"
    assert "Bot second" in refused.value.details["step"]


async def test_its_code_stays_good_for_the_other_bot(bots: Bots) -> None:
    await binds(bots, BRANCH_1, chat="g1")
    await binds(bots, BRANCH_2, chat="g2")
    caller = await admin_at(bots, "first")
    code = await binding.group_code(caller, bots.office, unit_id=bots.cast.units[BRANCH_3])
    with pytest.raises(Refused):
        await binding.bind_group(caller, bots.office, code=code.code, group_chat_id="g3")

    there = await admin_at(bots, "second")
    bound = await binding.bind_group(there, bots.office, code=code.code, group_chat_id="g3")
    assert bound.unit_name == BRANCH_3


async def test_a_new_group_of_the_same_unit_takes_the_old_ones_place(bots: Bots) -> None:
    await binds(bots, BRANCH_1, chat="g1")
    await binds(bots, BRANCH_2, chat="g2")

    assert (await binds(bots, BRANCH_2, chat="g3")).unit_name == BRANCH_2


async def test_without_another_bot_the_refusal_says_what_else_to_do(bots: Bots) -> None:
    for bot in ("first", "second"):
        await bots.group(bot, BRANCH_1)
        await bots.group(bot, BRANCH_2)

    with pytest.raises(Refused) as refused:
        await binds(bots, BRANCH_3, chat="g3")

    assert "/donvi" in refused.value.details["step"]


async def test_an_unlimited_bot_takes_any_number_of_groups(bots: Bots) -> None:
    for number, unit in enumerate((BRANCH_1, BRANCH_2, BRANCH_3, COMMITTEE)):
        assert (await binds(bots, unit, chat=f"g{number}", bot="tele")).unit_name


async def test_a_limit_of_none_takes_any_number_of_people(bots: Bots) -> None:
    free: Office = bots.with_settings(most_people=0).office
    last = await bots.wrote("first", 9)

    assert await elsewhere(last, free) is None
    assert limited(most_people=0).connections["first"].most_people == 0


async def test_of_two_groups_that_are_bound_at_once_the_last_seat_takes_one(bots: Bots) -> None:
    await bots.group("first", BRANCH_1)
    caller = await admin_at(bots, "first")
    made = [
        await binding.group_code(caller, bots.office, unit_id=bots.cast.units[unit])
        for unit in (BRANCH_2, BRANCH_3)
    ]

    done = await asyncio.gather(
        *(
            binding.bind_group(caller, bots.office, code=one.code, group_chat_id=f"g{place}")
            for place, one in enumerate(made)
        ),
        return_exceptions=True,
    )

    refused = [one for one in done if isinstance(one, Refused)]
    assert [one.reason for one in refused] == [Refusal.GROUPS_FULL]
    assert len(done) == 2
