"""Đã nhận việc: who is meant by a task takes it, takes that back, and is counted."""

from typing import Any

import pytest

from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Reply
from bot.office import Office
from bot.publication.composers import compose_card
from bot.publication.member.cards import card
from bot.publication.member.naming_takers import name_takers
from bot.publication.member.taking import mark_of
from handlers.commands.leading.progress import choose
from handlers.commands.member.acknowledging import show_open
from handlers.commands.member.typed_words import typed_words
from handlers.commands.table import PRESSES
from storage import tables
from storage.acknowledgement.task_takers import TAKEN
from storage.database import Connection
from storage.states import ConsentPurpose, PublicationState, Purpose, Scope
from tests.cast import BRANCH_1, Cast, clock_of
from tests.commands.saying import button, buttons, presses, read, says
from tests.publication.answering import goes_out, task
from tests.publication.steps import claimed, execute, owed, rows, words


async def press(office: Office, cast: Cast, given: str, pressed: Button) -> Reply:
    return await PRESSES[pressed.act](office, presses(cast.caller(given), pressed))


async def card_of(office: Office, cast: Cast, about: int, given: str) -> Message:
    return await office.database.read(
        lambda connection: card(connection, office, publication_id=about, member_id=cast[given])
    )


async def summed_up(office: Office, cast: Cast, **more: Any) -> int:
    check = task("Kiểm tra 3 chi bộ", "đồng chí Hòa", cast["Hòa"], cast["Sơn"])
    send = task("Gửi tài liệu trước", "đ/c Hòa", cast["Hòa"], due_on=None)
    return await goes_out(office, cast, tasks=[check, send], **more)


async def test_only_who_is_named_gets_the_button(office: Office, cast: Cast) -> None:
    about = await summed_up(office, cast)
    hoa, son, binh = [await card_of(office, cast, about, given) for given in ("Hòa", "Sơn", "Bình")]
    assert "1. Kiểm tra 3 chi bộ – đ/c Hòa, hết 30/9" in words(binh)
    labels = [[one.label for one in buttons(each) if one.act is Act.TAKE_TASK] for each in (hoa, son, binh)]
    assert labels == [["✅ Đã nhận việc 1", "✅ Đã nhận việc 2"], ["✅ Đã nhận việc"], []]
    assert Act.ACKNOWLEDGE not in {one.act for one in buttons(hoa)}
    # Neither who is not meant, nor who pressed it under another version.
    for given, mark in (("Bình", mark_of(1, 0)), ("Hòa", mark_of(2, 0)), ("Sơn", mark_of(1, 1))):
        refused = await press(office, cast, given, Button("", Act.TAKE_TASK, about, mark))
        assert "không còn giao" in refused.toast
        assert refused.receipt == ""
    assert not any(one["taken_at"] for one in await rows(office, tables.task_takers))


async def test_the_press_is_kept_with_its_history_and_shown(office: Office, cast: Cast) -> None:
    about = await summed_up(office, cast)
    clock_of(office).forward(minutes=14)
    shown = await card_of(office, cast, about, "Sơn")
    done = await press(office, cast, "Sơn", button(shown, Act.TAKE_TASK))
    assert done.receipt == "Đã nhận việc: Kiểm tra 3 chi bộ (15-BC/ĐU), 08:14 ngày 23/11."
    assert done.replaces is not None
    assert "✅ Đồng chí đã nhận việc lúc 08:14, 23/11" in words(done.replaces)
    assert Act.TAKE_TASK not in {one.act for one in buttons(done.replaces)}
    clock_of(office).forward(minutes=5)
    again = await press(office, cast, "Sơn", button(shown, Act.TAKE_TASK))
    assert again.receipt == "Đã nhận việc từ trước: Kiểm tra 3 chi bộ (15-BC/ĐU), 08:14 ngày 23/11."
    lines = await rows(office, tables.history, tables.history.c.thing == "task")
    states = [(one["from_state"], one["to_state"], one["actor_id"]) for one in lines]
    assert states == [("", "named", cast["Minh"])] * 3 + [("named", TAKEN, cast["Sơn"])]


async def test_what_is_to_be_taken_waits_in_the_list_and_is_given_back_there(
    office: Office, cast: Cast
) -> None:
    about = await summed_up(office, cast)
    listed = await show_open(office, says(cast.caller("Sơn"), "/canlam"))
    assert "Việc được giao, chờ nhận:\n• Kiểm tra 3 chi bộ (Số 15-BC/ĐU)" in read(listed)
    assert button(listed.messages[0], Act.OPEN_CARD, subject=about).label.startswith("Mở việc")
    took = await typed_words(office, says(cast.caller("Sơn"), "Đã nhận việc ạ"))
    assert took is not None
    assert "Đã nhận việc: Kiểm tra 3 chi bộ" in read(took)
    listed = await show_open(office, says(cast.caller("Sơn"), "/canlam"))
    assert "chờ nhận" not in read(listed)
    asked = await press(office, cast, "Sơn", button(listed.messages[0], Act.UNDO))
    assert "Bỏ nhận việc: Kiểm tra 3 chi bộ (15-BC/ĐU)?" in read(asked)
    (taken,) = [one for one in await rows(office, tables.task_takers) if one["taken_at"]]
    assert taken["member_id"] == cast["Sơn"]
    await press(office, cast, "Sơn", button(asked.messages[0], Act.UNDO_CONFIRMED))
    assert not any(one["taken_at"] for one in await rows(office, tables.task_takers))
    with pytest.raises(Refused) as refused:
        await press(office, cast, "Sơn", button(asked.messages[0], Act.UNDO_CONFIRMED))
    assert refused.value.reason is Refusal.GONE_ON


async def test_typed_without_a_number_it_asks_which_of_several(office: Office, cast: Cast) -> None:
    await summed_up(office, cast)
    which = await typed_words(office, says(cast.caller("Hòa"), "đã nhận việc"))
    assert which is not None
    assert "Đang có nhiều việc chờ nhận" in read(which)
    nothing = await typed_words(office, says(cast.caller("Bình"), "nhận việc"))
    assert nothing is not None
    assert "không có việc nào chờ nhận" in read(nothing)
    assert not any(one["taken_at"] for one in await rows(office, tables.task_takers))


async def test_leaders_see_how_many_and_names_only_of_their_own_units(office: Office, cast: Cast) -> None:
    about = await summed_up(office, cast)
    await press(office, cast, "Hòa", Button("", Act.TAKE_TASK, about, mark_of(1, 0)))
    everybody = await choose(office, says(cast.caller("Lan"), "/tiendo"))
    assert [one.label for one in buttons(everybody.messages[0])] == ["Số 15-BC/ĐU: nhận việc 1/3"]
    branch = await choose(office, says(cast.caller("Sơn"), "/tiendo"))
    assert [one.label for one in buttons(branch.messages[0])] == ["Số 15-BC/ĐU: nhận việc 0/1"]
    named = await press(office, cast, "Sơn", Button("", Act.TASKS, about, 1))
    assert "• Hoàng Văn Sơn – chưa nhận" in read(named)
    assert "Hòa –" not in read(named)
    assert named.messages[0].protected
    # The approver and the admin learn how many, and never who.
    for given in ("Dũng", "Kiên"):
        counted = await press(office, cast, given, Button("", Act.TASKS, about))
        assert "Đã nhận việc 1/2 người" in read(counted)
        assert buttons(counted.messages[0]) == []
        with pytest.raises(Refused):
            await press(office, cast, given, Button("", Act.TASKS, about, 1))
    with pytest.raises(Refused):
        await press(office, cast, "Bình", Button("", Act.TASKS, about))
    await press(office, cast, "Thuận", Button("", Act.TASKS, about, 1))
    looked = await rows(office, tables.history, tables.history.c.thing == "names")
    assert [(one["actor_id"], one["detail"]) for one in looked] == [(cast["Thuận"], "tasks")]


async def test_who_is_named_outside_the_audience_gets_the_card_too(office: Office, cast: Cast) -> None:
    about = await summed_up(office, cast, audience=Audience(AudienceKind.UNIT, cast.units[BRANCH_1]))
    cards = await owed(office, Purpose.CARD)
    assert {one["member_id"] for one in cards} == cast.of_unit(BRANCH_1) | {cast["Sơn"]}
    (row,) = [one for one in cards if one["member_id"] == cast["Sơn"]]
    composed = await office.database.read(lambda connection: compose_card(connection, office, claimed(row)))
    assert isinstance(composed, Message)
    opened = await press(office, cast, "Sơn", Button("", Act.OPEN_CARD, about))
    assert "Kiểm tra 3 chi bộ" in read(opened)
    with pytest.raises(Refused):
        await press(office, cast, "Yến", Button("", Act.OPEN_CARD, about))


async def test_of_what_is_internal_the_words_of_a_task_stay_at_home(office: Office, cast: Cast) -> None:
    about = await summed_up(office, cast, scope=Scope.INTERNAL)
    shown = await card_of(office, cast, about, "Sơn")
    assert "Đồng chí Sơn có việc được giao trong văn bản này." in words(shown)
    assert "Kiểm tra" not in words(shown)
    done = await press(office, cast, "Sơn", button(shown, Act.TAKE_TASK))
    leader = await press(office, cast, "Sơn", Button("", Act.TASKS, about, 1))
    listed = await show_open(office, says(cast.caller("Sơn"), "/canlam"))
    for reply in (done, leader, listed):
        assert "Kiểm tra" not in read(reply)


async def test_neither_without_consent_nor_after_withdrawal(office: Office, cast: Cast) -> None:
    about = await summed_up(office, cast)
    await execute(office, tables.publications.update().values(state=PublicationState.WITHDRAWN))
    with pytest.raises(Refused) as refused:
        await press(office, cast, "Sơn", Button("", Act.TAKE_TASK, about, mark_of(1, 0)))
    assert refused.value.reason is Refusal.WITHDRAWN
    assert Act.TAKE_TASK not in {one.act for one in buttons(await card_of(office, cast, about, "Sơn"))}
    assert "chờ nhận" not in read(await show_open(office, says(cast.caller("Sơn"), "/canlam")))
    await execute(office, tables.publications.update().values(state=PublicationState.IN_FORCE))
    withheld = {
        "member_id": cast["Sơn"],
        "address_id": cast.addresses["Sơn"],
        "purpose": ConsentPurpose.ACKNOWLEDGEMENT,
        "text_version": "1",
        "given_at": office.clock.now(),
        "withdrawn_at": office.clock.now(),
    }
    await execute(office, tables.consents.insert().values(**withheld))
    with pytest.raises(Refused) as refused:
        await press(office, cast, "Sơn", Button("", Act.TAKE_TASK, about, mark_of(1, 0)))
    assert refused.value.reason is Refusal.NOT_AGREED_TO
    assert Act.TAKE_TASK not in {one.act for one in buttons(await card_of(office, cast, about, "Sơn"))}


async def test_a_new_version_keeps_what_was_taken_of_the_same_task(office: Office, cast: Cast) -> None:
    about = await summed_up(office, cast)
    for given, place in (("Hòa", 0), ("Hòa", 1), ("Sơn", 0)):
        await press(office, cast, given, Button("", Act.TAKE_TASK, about, mark_of(1, place)))
    before = [
        task("Kiểm tra 3 chi bộ", "đồng chí Hòa", cast["Hòa"], cast["Sơn"]),
        task("Gửi tài liệu trước", "đ/c Hòa", cast["Hòa"], due_on=None),
    ]
    # Sent ahead by one place; the other one changed, and Thu is meant instead of Sơn.
    after = [before[1], task("Kiểm tra 4 chi bộ", "", cast["Hòa"], cast["Thu"])]

    def body(connection: Connection) -> None:
        name_takers(connection, office, cast.caller("Minh"), publication_id=about, tasks=after, before=before)

    await office.database.transaction(body)
    found = await rows(office, tables.task_takers)
    assert {(one["task"], one["member_id"], one["taken_at"] is not None) for one in found} == {
        (0, cast["Hòa"], True),
        (1, cast["Hòa"], False),
        (1, cast["Thu"], False),
    }


async def test_a_secretary_writes_down_that_somebody_without_a_phone_took_it(
    office: Office, cast: Cast
) -> None:
    given = task("Kiểm tra 3 chi bộ", "", cast["Tâm"], cast["Thu"], cast["Sơn"])
    about = await goes_out(office, cast, tasks=[given])
    page = await press(office, cast, "Sơn", Button("", Act.TASKS, about, 1))
    # Thu and Sơn say so themselves.
    told = [one for one in buttons(page.messages[0]) if one.act is Act.TASK_TOLD]
    assert [one.label for one in told] == ["✍️ Ghi thay: Phan Văn Tâm"]
    asked = await press(office, cast, "Sơn", told[0])
    assert "Ghi đồng chí Phan Văn Tâm đã nhận việc “Kiểm tra 3 chi bộ” (Số 15-BC/ĐU)?" in read(asked)
    assert not any(one["taken_at"] for one in await rows(office, tables.task_takers))
    done = await press(office, cast, "Sơn", button(asked.messages[0], Act.TASK_TOLD_CONFIRMED))
    assert done.receipt == "Đã ghi: đồng chí Phan Văn Tâm nhận việc, Số 15-BC/ĐU, lúc 08:00, 23/11."

    page = await press(office, cast, "Sơn", Button("", Act.TASKS, about, 1))
    assert "Đã nhận việc 0/3 người · Ghi thay 1" in read(page)
    assert "• Phan Văn Tâm – đã nhận 08:00, 23/11 (ghi thay)" in read(page)
    assert Act.TASK_TOLD not in {one.act for one in buttons(page.messages[0])}
    *_, line = await rows(office, tables.history, tables.history.c.thing == "task")
    assert (line["to_state"], line["actor_id"], line["member_id"]) == ("told", cast["Sơn"], cast["Tâm"])
    with pytest.raises(Refused) as refused:
        await press(office, cast, "Sơn", button(asked.messages[0], Act.TASK_TOLD_CONFIRMED))
    assert refused.value.reason is Refusal.GONE_ON


@pytest.mark.parametrize("who", ["Hòa", "Lan", "Thuận", "Thu"])
async def test_nobody_but_the_leaders_of_the_unit_writes_that_down_and_nobody_of_themselves(
    office: Office, cast: Cast, who: str
) -> None:
    about = await goes_out(office, cast, tasks=[task("Kiểm tra", "", cast["Tâm"], cast["Sơn"])])
    of_tam, of_son = await rows(office, tables.task_takers)
    for given, row in ((who, of_tam), ("Sơn", of_son)):
        with pytest.raises(Refused) as refused:
            await press(office, cast, given, Button("", Act.TASK_TOLD_CONFIRMED, about, row["id"]))
        assert refused.value.reason is Refusal.NOT_ALLOWED
    page = await press(office, cast, "Lan", Button("", Act.TASKS, about, 1))
    assert Act.TASK_TOLD not in {one.act for one in buttons(page.messages[0])}
    assert not any(one["taken_at"] for one in await rows(office, tables.task_takers))
