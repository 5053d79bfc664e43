"""The sender is told before publishing what a month still has, and nothing is blocked by it."""

from bot.messages.acts import Act
from bot.office import Office
from handlers.commands.drafting import (
    approving,
    drafting,
)
from tests.cast import PEOPLE, Cast
from tests.commands.chat import Chat, drafted, field, submitted
from tests.commands.saying import read
from tests.connections.bots import Bots
from tests.publication.steps import MEETING

SHORT = "người sẽ nhận qua kênh khác hoặc chờ sang tháng"


async def everybody_on(bots: Bots, bot: str) -> int:
    there = [person.given for person in PEOPLE if person.has_address]
    for given in there:
        await bots.joined(given, bot)
    return len(there)


async def shown(office: Office, cast: Cast) -> tuple[str, str, str]:
    """The recipients view, the approver's card, and the answer to "Duyệt"."""
    lan = await drafted(office, cast)
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)
    view = read(await lan.press(Act.RECIPIENTS))
    await lan.press(Act.SUBMIT)
    minh = Chat(office, cast, "Minh")
    card = read(await minh.command(approving.show_waiting, "/duyet"))
    answer = read(await minh.press(Act.APPROVE_NOW))
    return view, card, answer


async def test_with_enough_left_the_recipients_view_alone_tells_the_numbers(bots: Bots) -> None:
    people = await everybody_on(bots, "first")

    view, card, answer = await shown(bots.office, bots.cast)

    assert f"Zalo (first): cần {people} tin, còn 100 trong tháng này." in view
    assert "Tính mỗi người một tin" in view
    assert SHORT not in view + card + answer
    assert "Zalo (first)" not in card


async def test_with_too_few_left_everybody_who_decides_is_told_and_it_goes_out(bots: Bots) -> None:
    people = await everybody_on(bots, "first")
    await bots.has_used("first", 90)

    view, card, answer = await shown(bots.office, bots.cast)

    assert f"Zalo (first): cần {people} tin, còn 10 trong tháng này: {people - 10} {SHORT}." in view
    # What asks the approver waits there too, and comes first.
    sentence = f"Zalo (first): cần {people} tin, còn 9 trong tháng này: {people - 9} {SHORT}."
    assert sentence in card
    assert sentence in answer
    assert "Đã duyệt" in answer


async def test_what_asks_nothing_is_told_what_is_left_for_its_kind(bots: Bots) -> None:
    people = await everybody_on(bots, "first")
    await bots.has_used("first", 75)
    lan = await drafted(bots.office, bots.cast)
    await lan.press(Act.TOGGLE_ACKNOWLEDGEMENT)
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)

    view = read(await lan.press(Act.RECIPIENTS))

    assert f"cần {people} tin, còn 5 cho loại tin này trong tháng này: {people - 5} {SHORT}." in view


async def test_who_is_reached_elsewhere_costs_nothing(bots: Bots) -> None:
    await bots.joined("Bình", "first")

    view, _, _ = await shown(bots.office, bots.cast)

    assert "Zalo (first): cần 1 tin" in view
    assert "Hộp thư web" not in view


async def test_compulsory_ones_in_the_queue_are_taken_off_what_is_left(bots: Bots) -> None:
    people = await everybody_on(bots, "first")
    await shown(bots.office, bots.cast)
    lan = Chat(bots.office, bots.cast, "Lan")
    await lan.command(drafting.ask_text, "/soan")
    await lan.say(MEETING)
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)
    view = read(await lan.press(Act.RECIPIENTS))

    assert f"cần {people} tin, còn " in view
    assert "còn 100" not in view


async def test_an_office_without_limits_reads_nothing_of_it(bots: Bots) -> None:
    await everybody_on(bots, "first")
    free = bots.with_settings(messages_a_month=0)

    view, card, answer = await shown(free.office, bots.cast)

    assert "cần" not in view.replace("Việc cần", "")
    assert "Tính mỗi người" not in view + card + answer


async def test_the_second_confirmation_of_an_urgent_one_is_told_too(bots: Bots) -> None:
    await everybody_on(bots, "first")
    await bots.has_used("first", 99)
    lan = await drafted(bots.office, bots.cast)
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)
    await lan.press(Act.SUBMIT)
    minh = Chat(bots.office, bots.cast, "Minh")
    await minh.command(approving.show_waiting, "/duyet")
    await minh.press(Act.SET_URGENCY, where=field(3))

    assert SHORT in read(await minh.press(Act.APPROVE_NOW))
    assert SHORT in read(await minh.press(Act.APPROVE_CONFIRMED))


async def test_the_clerks_card_tells_it_when_it_runs_short(bots: Bots) -> None:
    await everybody_on(bots, "first")
    await bots.has_used("first", 99)
    lan = await drafted(bots.office, bots.cast)
    await lan.press(Act.CHOOSE_AUDIENCE)

    assert SHORT in read(await lan.press(Act.AUDIENCE_EVERYONE))


async def test_submitting_stays_possible(bots: Bots) -> None:
    await everybody_on(bots, "first")
    await bots.is_spent("first")

    minh = await submitted(bots.office, bots.cast)

    assert minh.at_hand is not None
