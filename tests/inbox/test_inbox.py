"""What comes in: the gate, the durable inbox, one knock at a time per conversation, a second run."""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from bot.access import Caller, Door
from bot.channels.contract import Received
from bot.inbox.dialogue import open_question
from bot.inbox.handling import Desk, Handled, Knock
from bot.inbox.intake import take
from bot.messages.blocks import Line, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.office import Office
from storage import tables
from storage.channels import connections
from storage.database import Connection
from storage.inbox import dialogues, inbox
from storage.rows import insert_row
from storage.states import InboxState, Rhythm
from tests.cast import Cast, clock_of


def update(number: int, text: str, *, chat: str = "chat-Bình") -> Received:
    return Received(str(number), chat, {"text": text, "chat": chat})


async def rows(office: Office) -> list[Any]:
    def body(connection: Connection) -> list[Any]:
        return list(connection.execute(sa.select(tables.inbox).order_by(tables.inbox.c.id)))

    return await office.database.read(body)


@dataclass
class OneDoor:
    """Answers every knock with its own words; fails as often as told."""

    office: Office
    cast: Cast
    fails: int = 0
    heard: list[str] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    reply: Reply | None = None

    async def handle(self, knock: Knock) -> Handled:
        self.heard.append(knock.refused_because or json.loads(knock.body)["text"])
        if self.fails:
            self.fails -= 1
            raise RuntimeError("a fault in a command")
        reply = self.reply or Reply((Message((Line(f"nghe: {self.heard[-1]}"),)),), toast="đã nghe")
        return Handled(self.cast.addresses["Bình"], reply, message_id="", press_id="p")

    async def toast(self, _knock: Knock, _press_id: str, text: str) -> None:
        self.toasts.append(text)

    def desk(self) -> Desk:
        return Desk(self.office, self.handle, self.toast)


async def replies(office: Office) -> list[str]:
    def body(connection: Connection) -> list[str]:
        question = sa.select(tables.deliveries.c.content).order_by(tables.deliveries.c.id)
        return list(connection.execute(question).scalars())

    return await office.database.read(body)


async def test_an_update_is_stored_once_with_the_offset_of_the_next(office: Office, cast: Cast) -> None:
    assert await take(office, cast.connection_id, [update(7, "a"), update(8, "b")], offset=9) == 2
    assert await take(office, cast.connection_id, [update(8, "b"), update(9, "c")], offset=10) == 1
    assert [row.update_id for row in await rows(office)] == ["7", "8", "9"]
    offset = await office.database.read(partial(connections.poll_offset, connection_id=cast.connection_id))
    assert offset == 10


async def test_a_marked_update_leaves_no_content_anywhere(office: Office, cast: Cast) -> None:
    secret = "TỐI MẬT\nNội dung không được lưu"
    await take(office, cast.connection_id, [update(1, secret)])
    (row,) = await rows(office)
    assert (row.body, row.refused_because, row.size > 0) == ("", "tối mật", True)
    door = OneDoor(office, cast)
    await door.desk().step("w")
    assert door.heard == ["tối mật"]
    assert (await rows(office))[0].state is InboxState.REFUSED


async def test_the_names_of_fields_pass_the_gate_too(office: Office, cast: Cast) -> None:
    marked = Received("1", "chat-Bình", {"message": {"text": "xin chào", "TỐI MẬT": 1}})
    plain = Received("2", "chat-Mai", {"message": {"text": "xin chào", "loại": 1}})
    await take(office, cast.connection_id, [marked, plain])
    first, second = await rows(office)
    assert (first.body, first.refused_because) == ("", "tối mật")
    assert second.refused_because == ""


async def test_words_about_secrecy_pass(office: Office, cast: Cast) -> None:
    await take(office, cast.connection_id, [update(1, "Mặt trận Tổ quốc nói về bí mật nhà nước")])
    assert (await rows(office))[0].refused_because == ""


async def test_a_marked_file_is_refused_by_its_decoded_words(office: Office, cast: Cast) -> None:
    received = Received("1", "chat-Bình", {"content": "bWF0"}, texts=("MẬT\nnội dung",))
    await take(office, cast.connection_id, [received])
    (row,) = await rows(office)
    assert (row.body, row.refused_because) == ("", "mật")


async def test_a_marked_name_of_a_file_leaves_no_content(office: Office, cast: Cast) -> None:
    received = [
        Received(str(at), f"chat-{at}", {"message": {"document": {"file_name": name}}})
        for at, name in enumerate(("12-KH_MẬT.docx", "quy-che-bảo-mật.docx"), start=1)
    ]
    await take(office, cast.connection_id, received)
    marked, fine = await rows(office)
    assert (marked.body, marked.refused_because) == ("", "mật")
    assert fine.refused_because == ""


async def test_parts_within_a_minute_of_a_refusal_are_refused_too_and_later_ones_are_not(
    office: Office, cast: Cast
) -> None:
    await take(office, cast.connection_id, [update(1, "MẬT\nphần một"), update(2, "phần hai")])
    await take(office, cast.connection_id, [update(3, "của người khác", chat="chat-Mai")])
    clock_of(office).forward(seconds=121)
    await take(office, cast.connection_id, [update(4, "việc khác")])
    assert [row.refused_because for row in await rows(office)] == ["mật", "after_refusal", "", ""]


async def test_the_answer_and_the_end_of_the_knock_commit_together_and_its_content_is_emptied(
    office: Office, cast: Cast
) -> None:
    await take(office, cast.connection_id, [update(1, "xin chào")])
    door = OneDoor(office, cast)
    assert await door.desk().step("w")
    assert not await door.desk().step("w")
    (row,) = await rows(office)
    assert (row.state, row.body) == (InboxState.DONE, "")
    assert len(await replies(office)) == 1
    assert door.toasts == ["đã nghe"]


async def test_one_conversation_is_handled_in_order_while_others_go_on(office: Office, cast: Cast) -> None:
    await take(
        office,
        cast.connection_id,
        [update(1, "một"), update(2, "hai"), update(3, "khác", chat="chat-Mai")],
    )
    claim = partial(inbox.claim, now=office.clock.machine(), lease=timedelta(minutes=2))
    first = await office.database.transaction(partial(claim, worker="a"))
    second = await office.database.transaction(partial(claim, worker="b"))
    third = await office.database.transaction(partial(claim, worker="c"))
    assert first is not None
    assert second is not None
    assert (first.update_id, second.update_id, third) == ("1", "3", None)


async def test_a_fault_is_tried_again_and_set_aside_after_five_times(office: Office, cast: Cast) -> None:
    await take(office, cast.connection_id, [update(1, "hỏng")])
    door = OneDoor(office, cast, fails=5)
    for _ in range(7):
        await door.desk().step("w")
        clock_of(office).forward(seconds=30)
    assert len(door.heard) == 5
    assert (await rows(office))[0].state is InboxState.SET_ASIDE
    assert await replies(office) == []
    await take(office, cast.connection_id, [update(2, "sau đó")])
    await door.desk().step("w")
    assert len(await replies(office)) == 1


async def test_a_worker_that_was_overtaken_keeps_nothing(office: Office, cast: Cast) -> None:
    await take(office, cast.connection_id, [update(1, "xin chào")])
    started, go_on = asyncio.Event(), asyncio.Event()
    door = OneDoor(office, cast)

    async def slow(knock: Knock) -> Handled:
        started.set()
        await go_on.wait()
        return await door.handle(knock)

    step = asyncio.create_task(Desk(office, slow, door.toast).step("slow"))
    await started.wait()
    await office.database.transaction(partial(inbox.rescue, now=None))
    await door.desk().step("other")
    go_on.set()
    await step
    assert len(await replies(office)) == 1


async def test_a_second_run_of_a_knock_returns_the_first_outcome(office: Office, cast: Cast) -> None:
    await take(office, cast.connection_id, [update(1, "x")])
    (row,) = await rows(office)
    caller = Caller(member_id=cast["Bình"], door=Door.WEB, knock=row.id)
    made: list[int] = []

    def body(connection: Connection) -> int:
        made.append(1)
        return insert_row(
            connection,
            tables.topics,
            {
                "name": "mới",
                "position": 9,
                "mandatory": False,
                "on_by_default": False,
                "rhythm": Rhythm.AT_ONCE,
                "locked_because": "",
            },
        )

    first = await office.perform(caller, "make", body, outcome=int)
    second = await office.perform(caller, "make", body, outcome=int)
    assert first == second
    assert len(made) == 1


async def test_a_change_that_fails_keeps_nothing_and_may_be_tried_again(office: Office, cast: Cast) -> None:
    await take(office, cast.connection_id, [update(1, "x")])
    (row,) = await rows(office)
    caller = Caller(member_id=cast["Bình"], door=Door.WEB, knock=row.id)

    def broken(connection: Connection) -> int:
        connection.execute(tables.topics.update().values(locked_because="hỏng"))
        raise ValueError("a fault")

    with pytest.raises(ValueError, match="a fault"):
        await office.perform(caller, "make", broken, outcome=int)
    assert await office.perform(caller, "make", lambda _connection: 5, outcome=int) == 5


async def test_what_a_conversation_waits_for_is_kept_and_lapses(office: Office, cast: Cast) -> None:
    asking = Asking(Awaited.QUESTION, 3, until=office.clock.now() + timedelta(hours=4))
    door = OneDoor(office, cast, reply=Reply(asking=asking))
    await take(office, cast.connection_id, [update(1, "hỏi")])
    await door.desk().step("w")
    address_id = cast.addresses["Bình"]
    assert await open_question(office, address_id) == asking
    clock_of(office).forward(hours=5)
    assert await open_question(office, address_id) is None
    left = await office.database.read(partial(dialogues.of, address_id=address_id))
    assert left is not None


async def test_a_tap_after_a_refusal_is_no_part_of_what_was_refused(office: Office, cast: Cast) -> None:
    tap = Received("2", "chat-Bình", {"text": "nút"}, carries_content=False)
    await take(office, cast.connection_id, [update(1, "MẬT\nphần một"), tap])
    assert [row.refused_because for row in await rows(office)] == ["mật", ""]


async def test_parts_do_not_prolong_the_minute(office: Office, cast: Cast) -> None:
    await take(office, cast.connection_id, [update(1, "MẬT\nphần một")])
    for number in (2, 3):
        clock_of(office).forward(seconds=40)
        await take(office, cast.connection_id, [update(number, "lời thường")])
    assert [row.refused_because for row in await rows(office)] == ["mật", "after_refusal", ""]


async def test_a_text_that_no_database_takes_does_not_hold_up_the_others(office: Office, cast: Cast) -> None:
    assert await take(office, cast.connection_id, [update(1, "hỏng \ud800"), update(2, "tốt")]) == 2


async def test_a_fault_in_the_toast_does_not_undo_the_answer(office: Office, cast: Cast) -> None:
    async def broken(_knock: Knock, _press_id: str, _text: str) -> None:
        raise RuntimeError("the platform is away")

    await take(office, cast.connection_id, [update(1, "xin chào")])
    door = OneDoor(office, cast)
    assert await Desk(office, door.handle, broken).step("w")
    assert len(await replies(office)) == 1
    assert (await rows(office))[0].state is InboxState.DONE


async def test_what_turns_out_secret_while_handled_is_kept_as_refused(office: Office, cast: Cast) -> None:
    async def refuses(knock: Knock) -> Handled:
        return Handled(cast.addresses["Bình"], Reply(), refused_because="MẬT")

    await take(office, cast.connection_id, [update(1, "tệp")])
    await Desk(office, refuses, OneDoor(office, cast).toast).step("w")
    await take(office, cast.connection_id, [update(2, "phần hai")])
    assert [(row.state, row.refused_because) for row in await rows(office)] == [
        (InboxState.REFUSED, "MẬT"),
        (InboxState.WAITING, "after_refusal"),
    ]
