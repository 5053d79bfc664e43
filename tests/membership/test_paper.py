"""Who wishes for paper is put onto the paper list, so that the list does not tell who refused."""

import pytest

from bot.access import Door
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.joining import joining
from bot.organisation.membership.paper import put_on_paper
from storage import tables
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.states import DeliveryState, Purpose
from tests.cast import COMMAND_LINE, START, Cast
from tests.organisation.joined import do, invited, join, new_phone, rows
from tests.rights.talking import Talk


async def is_on_paper(office: Office, cast: Cast, given: str) -> bool:
    (member,) = await rows(office, tables.members, id=cast[given])
    return bool(member["on_paper"])


async def to_paper(office: Office) -> list[tuple[object, ...]]:
    found = await rows(office, tables.history, thing="member", to_state="on_paper")
    return [(row["actor_id"], row["door"], row["from_state"], row["detail"]) for row in found]


async def test_the_secretary_puts_a_member_onto_the_paper_list_from_the_card(
    office: Office, cast: Cast
) -> None:
    hoa = Talk(office, cast, "Hòa")
    await hoa.says("/danhsach Bình")
    await hoa.presses(Act.PUT_ON_PAPER)
    assert "Đồng chí Nguyễn Văn Bình có nguyện vọng nhận bản giấy?" in hoa.text
    assert not await is_on_paper(office, cast, "Bình")
    await hoa.presses(Act.PUT_ON_PAPER_CONFIRMED)
    assert "Nhận tin: bản giấy" in hoa.text
    assert await is_on_paper(office, cast, "Bình")


async def test_what_is_queued_is_skipped_and_an_answer_is_not(office: Office, cast: Cast) -> None:
    def owe(connection: Connection) -> None:
        for purpose in (Purpose.DIGEST, Purpose.REPLY):
            deliveries.add(
                connection,
                NewDelivery(
                    once_key=purpose.value,
                    address_id=cast.addresses["Bình"],
                    purpose=purpose,
                    due_at=START,
                ),
            )

    await do(office, owe)
    await put_on_paper(cast.caller("Hòa"), office, member_id=cast["Bình"])
    states = [row["state"] for row in await rows(office, tables.deliveries)]
    assert states == [DeliveryState.SKIPPED, DeliveryState.QUEUED]


async def test_history_tells_a_wish_from_a_refusal_by_nothing(office: Office, cast: Cast) -> None:
    await put_on_paper(cast.caller("Sơn"), office, member_id=cast["Thu"])
    invitation = await invited(office, cast, "Tâm")
    phone = await new_phone(office, cast)
    await joining.show_invitation(phone, office, code=invitation.code)
    await joining.refuse_consent(phone, office, invitation_id=invitation.id)
    wished, refused = await to_paper(office)
    assert wished == refused == (None, Door.CLOCK, "reached", "")


async def test_doing_it_twice_changes_nothing(office: Office, cast: Cast) -> None:
    for _ in range(2):
        await put_on_paper(cast.caller("Hòa"), office, member_id=cast["Bình"])
    assert len(await to_paper(office)) == 1


async def test_an_invitation_brings_somebody_back(office: Office, cast: Cast) -> None:
    await put_on_paper(COMMAND_LINE, office, member_id=cast["Tâm"])
    await join(office, cast, given="Tâm")
    assert not await is_on_paper(office, cast, "Tâm")
    (back,) = await rows(office, tables.history, thing="member", to_state="reached")
    assert (back["actor_id"], back["door"]) == (None, Door.CLOCK)


@pytest.mark.parametrize(("caller", "given"), [("Bình", "Mai"), ("Sơn", "Bình"), ("Kiên", "Bình")])
async def test_nobody_else_does_it(office: Office, cast: Cast, caller: str, given: str) -> None:
    with pytest.raises(Refused) as told:
        await put_on_paper(cast.caller(caller), office, member_id=cast[given])
    assert told.value.reason is Refusal.NOT_ALLOWED
    assert not await is_on_paper(office, cast, given)
