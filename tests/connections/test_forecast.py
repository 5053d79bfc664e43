"""The sender is told before publishing what a month still has, and nothing is blocked by it."""

import base64
from dataclasses import replace
from datetime import datetime

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.office import Office
from handlers.commands.drafting import approving, pasting
from handlers.serve.publishing import File, publish
from storage import tables
from storage.publication import drafts
from storage.states import DraftState
from tests.cast import PEOPLE, ZONE, Cast, clock_of
from tests.commands.chat import Chat, drafted, field, submitted
from tests.commands.saying import read
from tests.connections.bots import Bots
from tests.publication.steps import DIRECTIVE, MEETING

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
    await lan.command(pasting.ask_text, "/soan")
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


async def test_what_is_set_for_the_next_month_is_told_what_that_one_has(bots: Bots) -> None:
    people = await everybody_on(bots, "first")
    await bots.is_spent("first")
    lan = await drafted(bots.office, bots.cast)
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)
    set_for = tables.drafts.update().values(publish_at=datetime(2026, 12, 2, 8, 0, tzinfo=ZONE))
    await bots.do(lambda connection: connection.execute(set_for))

    view = read(await lan.press(Act.RECIPIENTS))

    assert f"Zalo (first): cần {people} tin, còn 100 trong tháng 12/2026." in view


async def test_what_is_published_after_the_last_hours_of_a_month_needs_the_next_ones(bots: Bots) -> None:
    await everybody_on(bots, "first")
    await bots.is_spent("first")
    clock_of(bots.office).set(datetime(2026, 11, 30, 17, 30, tzinfo=ZONE))
    lan = await drafted(bots.office, bots.cast)
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)

    assert "còn 100 trong tháng 12/2026." in read(await lan.press(Act.RECIPIENTS))


async def test_where_nobody_is_asked_any_more_a_short_month_is_said_before_it_goes_out(bots: Bots) -> None:
    await everybody_on(bots, "first")
    await bots.has_used("first", 90)
    section = bots.office.settings.office.model_copy(update={"second_person_approves": False})
    office = replace(bots.office, settings=bots.office.settings.model_copy(update={"office": section}))
    file = File(name="kh.txt", content=base64.b64encode(DIRECTIVE.encode()), to=("everyone",))

    with pytest.raises(Refused) as refused:
        await publish(office, file, say=lambda _: None)
    assert refused.value.reason is Refusal.SHORT_MONTH
    assert refused.value.details["left"] == "10"
    assert (
        await bots.office.database.read(lambda connection: drafts.in_states(connection, list(DraftState)))
        == []
    )

    meant = file.model_copy(update={"although_short": True})
    assert (await publish(office, meant, say=lambda _: None)).publication_id is not None


async def test_what_waits_for_approval_is_handed_in_and_told_to_be_short(bots: Bots) -> None:
    people = await everybody_on(bots, "first")
    await bots.has_used("first", 90)
    file = File(name="kh.txt", content=base64.b64encode(DIRECTIVE.encode()), to=("everyone",))

    done = await publish(bots.office, file, say=lambda _: None)

    assert done.publication_id is None
    # One goes to who approves.
    assert [(one.called, one.needed, one.left) for one in done.short] == [("Zalo (first)", people, 9)]
