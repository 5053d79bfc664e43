"""Numbers to answer with, where a platform has no buttons: given, kept, and never meaning something else."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import pytest_asyncio

from bot.channels.contract import Abilities, Outcome, OutcomeKind
from bot.delivery.composing import ComposeTable
from bot.delivery.free_numbers import LATELY
from bot.delivery.offering import numbered
from bot.inbox.choosing import offers_at
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message, to_json
from bot.messages.numbered.codes import (
    Choices,
    Offered,
    Pressed,
    Thing,
    Unknown,
    Unseen,
    buttons_of,
    choose,
    key_of,
)
from bot.messages.splitting import utf16_length, visible_text
from bot.office import Office
from storage import tables
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import NewDelivery
from storage.inbox import offers
from storage.inbox.offers import Offer
from storage.states import DeliveryState, Lane, Purpose, Repeat, SessionState, Urgency
from tests.cast import START, Cast, clock_of
from tests.delivery.scripted import ScriptedChannel, drain, owe, sender

FOOTER = "Tin tự động của Văn phòng Đảng ủy."


class BareChannel(ScriptedChannel):
    """A platform that takes plain text and nothing else."""

    abilities = Abilities(buttons=False, edits=False, folds=False, toasts=False, files=False, text_limit=2000)

    @property
    def texts(self) -> list[str]:
        return [visible_text(message) for _, message in self.sent]


def card(publication_id: int, *lines: str) -> Message:
    rows = (
        (Button("✅ Đã nắm", Act.ACKNOWLEDGE, publication_id),),
        (Button("📄 Toàn văn", Act.FULL_TEXT, publication_id), Button("❓ Hỏi lại", Act.ASK, publication_id)),
    )
    return Message((Bold("VĂN BẢN CHỈ ĐẠO · cần xác nhận"), *map(Line, lines), Buttons(rows)))


def invitation(session_id: int, revision: int) -> Message:
    row = (
        Button("✅ Dự", Act.ATTEND, session_id, revision),
        Button("🙏 Xin vắng", Act.DECLINE, session_id, revision),
    )
    return Message((Bold("THƯ MỜI · Sinh hoạt"), Buttons((row,))))


def menu(*labels: str, act: Act = Act.OPEN_CARD, subject: int = 0) -> Message:
    rows = tuple((Button(label, act, subject + place),) for place, label in enumerate(labels, start=1))
    return Message((Line("Chọn:"), Buttons(rows)))


class Desk:
    """Owes messages to one conversation, and reads what may be answered there."""

    def __init__(self, office: Office, cast: Cast, given: str = "Bình") -> None:
        self.office, self.cast, self.given = office, cast, given
        self.channel = BareChannel()
        self._composed: list[Message] = []
        self._table: ComposeTable = dict.fromkeys(Purpose, self._compose)

    async def unasked(self, message: Message, **fields: Any) -> str:
        """Something that nobody asked for, as it is sent."""
        await self.owe(message, **fields)
        return await self.sent()

    async def answer(self, *messages: Message, knock: int) -> str:
        """What answers one knock."""
        for message in messages:
            await self.owe(
                message,
                purpose=Purpose.REPLY,
                lane=Lane.REPLY,
                repeat=Repeat.ONCE,
                content=to_json(message),
                subject=knock,
            )
        return await self.sent()

    async def owe(self, message: Message, **fields: Any) -> None:
        self._composed.append(message)
        clock_of(self.office).forward(seconds=1)
        place = len(self._composed)
        base: dict[str, Any] = {
            "once_key": f"x{place}",
            "address_id": self.cast.addresses[self.given],
            "purpose": Purpose.CARD,
            "due_at": self.office.clock.machine(),
            "subject": place,
        }
        await owe(self.office, NewDelivery(**base | fields))

    async def rest(self) -> None:
        """The further parts of what is long, each when its chat may have another message."""
        for _ in range(10):
            clock_of(self.office).forward(seconds=1)
            await self.sent()

    async def sent(self) -> str:
        before = len(self.channel.sent)
        await drain(sender(self.office, self.cast, self.channel, table=self._table, paced=False))
        return "\n".join(self.channel.texts[before:])

    async def offers(self, *, later: timedelta = timedelta(seconds=2)) -> tuple[Offered, ...]:
        """What may be answered by an answer that comes so much later than now."""
        return await offers_at(
            self.office,
            connection_id=self.cast.connection_id,
            chat_id=f"chat-{self.given}",
            asked_at=self.office.clock.machine() + later,
        )

    async def types(self, typed: str) -> object:
        return choose(typed, await self.offers())

    async def presses(self, typed: str) -> str | None:
        found = await self.types(typed)
        return key_of(found.button) if isinstance(found, Pressed) else None

    def _compose(self, _connection: Connection, _office: Office, row: Claimed) -> Message:
        return self._composed[(row.subject or 0) - 1]


@pytest_asyncio.fixture
async def desk(office: Office, cast: Cast) -> Desk:
    return Desk(office, cast)


async def test_a_card_says_what_to_answer_and_the_answer_presses_its_button(desk: Desk) -> None:
    text = await desk.unasked(card(12, "Số 12-KH/ĐU"))
    assert text.splitlines() == [
        "VĂN BẢN CHỈ ĐẠO – cần xác nhận",
        "Số 12-KH/ĐU",
        "",
        "Đã nắm: trả lời 27",
        "Toàn văn: trả lời 27 toàn văn",
        "Hỏi lại: gõ 27 và câu hỏi",
        FOOTER,
    ]
    assert await desk.presses("27") == "2:12:0"
    assert await desk.presses("27 toan van") == "4:12:0"
    assert await desk.types("28") == Unknown(28)


async def test_two_things_have_two_numbers_that_differ_in_both_digits(desk: Desk) -> None:
    for publication_id in (12, 13, 14):
        await desk.unasked(card(publication_id))
    numbers = [one.number for one in await desk.offers()]
    assert numbers == [85, 56, 27]
    assert await desk.presses("56") == "2:13:0"


async def test_a_thing_keeps_its_number_in_whichever_message_it_stands(desk: Desk) -> None:
    await desk.unasked(card(12))
    await desk.unasked(card(13))
    again = await desk.answer(card(12), knock=1)
    assert "trả lời 27" in again
    assert FOOTER not in again
    answered = Message((Bold("TRẢ LỜI"), Buttons(((Button("❓ Hỏi tiếp", Act.ASK, 12),),))))
    assert "Hỏi tiếp: gõ 27 và câu hỏi" in await desk.unasked(answered)
    # What the card above still says goes on.
    assert await desk.presses("27 đã rõ") == "2:12:0"
    assert await desk.presses("27 toàn văn") == "4:12:0"


async def test_a_session_answers_as_it_was_told_last(desk: Desk) -> None:
    await desk.unasked(invitation(3, 1))
    await desk.unasked(invitation(3, 2))
    assert [(one.number, one.thing) for one in await desk.offers()] == [(27, Thing.SESSION)]
    assert await desk.presses("27 dự") == "8:3:2"
    assert isinstance(await desk.types("27"), Choices)


async def test_two_conversations_have_numbers_of_their_own(office: Office, cast: Cast, desk: Desk) -> None:
    mai = Desk(office, cast, "Mai")
    await desk.unasked(card(12))
    await mai.unasked(card(13), once_key="mai")
    assert await desk.presses("27") == "2:12:0"
    assert await mai.presses("27") == "2:13:0"


async def test_what_answers_a_person_is_a_menu_that_the_next_one_replaces(desk: Desk) -> None:
    text = await desk.answer(menu("Chi bộ 1", "Chi bộ 2"), knock=1)
    assert text.splitlines()[-3:] == ["Trả lời một số để chọn:", "1. Chi bộ 1", "2. Chi bộ 2"]
    assert await desk.presses("2") == "1:2:0"
    await desk.answer(menu("Chi bộ 3", subject=7), knock=2)
    assert await desk.presses("1") == "1:8:0"
    assert await desk.types("2") == Unknown(2)


async def test_what_nobody_asked_for_replaces_no_menu(desk: Desk) -> None:
    await desk.answer(menu("Chi bộ 1"), knock=1)
    await desk.unasked(menu("Mở số 1", "Mở số 2", subject=20))
    assert await desk.presses("1") == "1:1:0"
    assert await desk.presses("27") == "1:21:0"
    gone = menu("Gỡ", act=Act.ADDRESS_ORDER)
    said = await desk.unasked(gone, purpose=Purpose.REPLY, content=to_json(gone), subject=None)
    assert "Gỡ: trả lời 85 gỡ" in said
    assert await desk.presses("1") == "1:1:0"


async def test_any_answer_closes_the_menu_before_it_and_what_answers_nothing_does_not(desk: Desk) -> None:
    await desk.answer(menu("Chi bộ 1"), knock=1)
    await desk.answer(Message((Line("Chưa hiểu."),), keeps_menu=True), knock=2)
    assert await desk.presses("1") == "1:1:0"
    await desk.answer(Message((Line("Đã ghi."),)), knock=3)
    assert await desk.types("1") == Unknown(1)


async def test_a_reminder_says_each_documents_own_number_and_the_number_opens_it(desk: Desk) -> None:
    await desk.unasked(card(12))
    lines = [Line("1. Số 12-KH/ĐU"), Line("2. Số 77-KH/ĐU")]
    rows = ((Button("Mở số 1", Act.OPEN_CARD, 12), Button("Mở số 2", Act.OPEN_CARD, 13)),)
    text = await desk.unasked(Message((*lines, Buttons(rows))))
    assert text.splitlines()[:2] == ["Số 12-KH/ĐU – mở: gõ 27 mở", "Số 77-KH/ĐU – mở: gõ 56 mở"]
    assert await desk.presses("27") == "2:12:0"
    assert await desk.presses("56") == "1:13:0"
    await desk.unasked(card(13))
    assert await desk.presses("56") == "2:13:0"


async def test_a_dangerous_choice_lasts_until_the_person_has_said_anything_else(desk: Desk) -> None:
    ask = Message(
        (
            Line("Hủy?"),
            Buttons(((Button("Hủy buổi", Act.CANCEL_SESSION_CONFIRMED, 3), Button("Thôi", Act.NEVER_MIND)),)),
        )
    )
    await desk.answer(Message((Line("Xin xác nhận."),)), ask, Message((Line("Chưa hủy gì."),)), knock=1)
    assert await desk.presses("1") == "14:0:0"
    assert await desk.presses("hủy buổi") == "29:3:0"
    await desk.answer(Message((Line("Thôi."),)), knock=2)
    assert await desk.types("hủy buổi") is None


async def test_what_else_the_menu_offers_stays(desk: Desk) -> None:
    rows = ((Button("Xem tên (2)", Act.NAMES, 3),), (Button("Nhắc (2)", Act.REMIND, 3),))
    await desk.answer(Message((Line("TIẾN ĐỘ"), Buttons(rows))), knock=1)
    assert await desk.presses("nhắc 2 người") == "22:3:0"
    assert await desk.types("nhắc hết") is None
    await desk.answer(Message((Line("Chưa hiểu."),), keeps_menu=True), knock=2)
    assert await desk.presses("1") == "21:3:0"
    assert await desk.types("nhắc 2 người") is None


async def test_a_dangerous_choice_lasts_an_hour_and_any_menu_a_day(office: Office, desk: Desk) -> None:
    await desk.answer(menu("Bỏ", act=Act.DISCARD_CONFIRMED), menu("Xem", subject=5), knock=1)
    clock_of(office).forward(minutes=59)
    assert await desk.presses("bỏ") == "53:1:0"
    clock_of(office).forward(minutes=2)
    assert await desk.types("bỏ") is None
    assert await desk.presses("1") == "1:6:0"
    clock_of(office).forward(hours=24)
    assert await desk.types("1") == Unknown(1)


async def test_several_messages_of_one_answer_count_on(desk: Desk) -> None:
    text = await desk.answer(menu("Chi bộ 1", "Chi bộ 2"), menu("Chi bộ 3", subject=7), knock=1)
    assert text.splitlines()[-1] == "Chi bộ 3: trả lời 3"
    assert [await desk.presses(typed) for typed in ("1", "2", "3")] == ["1:1:0", "1:2:0", "1:8:0"]


async def test_a_menu_leaves_out_the_numbers_of_things_and_things_those_of_the_menu(desk: Desk) -> None:
    await desk.unasked(card(12))
    text = await desk.answer(menu(*[f"Chi bộ {place}" for place in range(1, 60)]), knock=1)
    assert "Chi bộ 27" in text
    assert "\n27. " not in text
    assert await desk.presses("27") == "2:12:0"
    await desk.unasked(card(13))
    assert "85" in [str(one.number) for one in await desk.offers()]
    assert await desk.presses("56") == "1:55:0"


async def test_the_same_delivery_sent_again_has_the_same_numbers(desk: Desk) -> None:
    desk.channel.script.append(Outcome(OutcomeKind.NOT_SENT))
    await desk.unasked(menu("Xem tên", "Xem hết", act=Act.NAMES), purpose=Purpose.PROGRESS)
    clock_of(desk.office).forward(minutes=10)
    await desk.sent()
    assert len(desk.channel.sent) == 2
    assert desk.channel.texts[0] == desk.channel.texts[1]
    assert len(await desk.offers()) == 1


async def test_a_menu_sent_again_has_the_same_numbers(desk: Desk) -> None:
    desk.channel.script.append(Outcome(OutcomeKind.NOT_SENT))
    await desk.answer(menu("Chi bộ 1", "Chi bộ 2"), knock=1)
    clock_of(desk.office).forward(minutes=10)
    await desk.sent()
    assert desk.channel.texts[0] == desk.channel.texts[1]


async def test_what_could_not_be_composed_offers_nothing(desk: Desk, office: Office, cast: Cast) -> None:
    def fails(*_: object) -> Message:
        raise ValueError("no such draft")

    await desk.owe(card(12))
    table: ComposeTable = dict.fromkeys(Purpose, fails)
    await drain(sender(office, cast, desk.channel, table=table, paced=False))
    assert await desk.offers() == ()


async def test_in_a_group_nothing_is_offered(desk: Desk, office: Office, cast: Cast) -> None:
    def is_group(connection: Connection) -> None:
        table = tables.addresses
        connection.execute(
            table.update().where(table.c.id == cast.addresses["Bình"]).values(is_group=True, member_id=None)
        )

    await office.database.transaction(is_group)
    text = await desk.unasked(card(12, "Số 12-KH/ĐU"), purpose=Purpose.GROUP_CARD)
    assert text.splitlines() == ["VĂN BẢN CHỈ ĐẠO – cần xác nhận", "Số 12-KH/ĐU", "", FOOTER]
    assert await desk.offers() == ()


async def test_who_gets_the_conversation_later_answers_nothing_of_who_had_it(
    desk: Desk, office: Office, cast: Cast
) -> None:
    await desk.unasked(card(12))

    def moves(connection: Connection) -> None:
        table = tables.addresses
        connection.execute(
            table.update().where(table.c.id == cast.addresses["Bình"]).values(member_id=cast["Tâm"])
        )

    await office.database.transaction(moves)
    assert await desk.offers() == ()
    assert await desk.types("27") == Unknown(27)


async def test_a_number_is_worth_nothing_when_buttons_would_be_too_old(desk: Desk, office: Office) -> None:
    await desk.unasked(card(12))
    clock_of(office).forward(days=179)
    assert await desk.presses("27") == "2:12:0"
    clock_of(office).forward(days=2)
    assert await desk.types("27") == Unknown(27)


async def test_a_forged_row_offers_nothing(desk: Desk, office: Office, cast: Cast) -> None:
    await desk.unasked(card(12))

    def forge(connection: Connection) -> None:
        [offer] = offers.of_address(connection, cast.addresses["Bình"])
        buttons = offer.buttons.replace('"subject":12', '"subject":13')
        offers.put(connection, cast.addresses["Bình"], Offer(**offer.__dict__ | {"buttons": buttons}))

    await office.database.transaction(forge)
    assert await desk.offers() == ()


async def offered(office: Office, cast: Cast, *, days: list[float]) -> None:
    """All eighty numbers in use, the first so many days ago, and so on; the rest 30 days ago."""

    def body(connection: Connection) -> None:
        for place, number in enumerate(range(20, 100)):
            ago = days[place] if place < len(days) else 30
            offers.put(
                connection,
                cast.addresses["Bình"],
                Offer(number, Thing.MESSAGE, 1000 + number, "[]", office.clock.now() - LATELY * (ago / 7)),
            )

    await office.database.transaction(body)


async def test_when_all_numbers_are_used_the_one_offered_longest_ago_is_given_again(
    desk: Desk, office: Office, cast: Cast
) -> None:
    await offered(office, cast, days=[8, 9, 60, 40])
    assert "trả lời 22" in await desk.unasked(card(12))
    assert "trả lời 23" in await desk.unasked(card(13))


async def test_a_number_offered_in_the_last_week_is_given_again_only_when_all_are(
    desk: Desk, office: Office, cast: Cast
) -> None:
    await offered(office, cast, days=[6.9] * 79 + [7.1])
    assert "trả lời 99" in await desk.unasked(card(12))
    await offered(office, cast, days=[1 + place / 100 for place in range(80)])
    assert "trả lời 99" in await desk.unasked(card(13))


async def given_to_sessions(office: Office, cast: Cast, *, ahead: int) -> None:
    """All eighty numbers stand for sessions, offered long ago; the oldest so many are still ahead."""
    await offered(office, cast, days=[400 - place for place in range(80)])
    mine = cast.addresses["Bình"]

    def body(connection: Connection) -> None:
        for place, kept in enumerate(reversed(offers.of_address(connection, mine))):
            about = add_session(connection, cast, starts_in=timedelta(days=1 if place < ahead else -1))
            offers.put(connection, mine, replace(kept, thing=Thing.SESSION, thing_id=about))

    await office.database.transaction(body)


def add_session(connection: Connection, cast: Cast, *, starts_in: timedelta) -> int:
    row = {
        "unit_id": cast.units["Chi bộ 1"],
        "state": SessionState.ANNOUNCED,
        "revision": 1,
        "title": "Sinh hoạt",
        "starts_at": START + starts_in,
        "place": "Phòng họp",
        "created_at": START,
    }
    made = tables.study_sessions.insert().values(row).returning(tables.study_sessions.c.id)
    return int(connection.execute(made).scalar_one())


async def test_what_still_waits_keeps_its_number_however_old_it_is(
    desk: Desk, office: Office, cast: Cast
) -> None:
    await given_to_sessions(office, cast, ahead=79)
    assert "trả lời 99" in await desk.unasked(card(9999))


async def test_where_everything_waits_a_new_card_goes_without_a_number(
    desk: Desk, office: Office, cast: Cast
) -> None:
    await given_to_sessions(office, cast, ahead=80)
    text = await desk.unasked(card(9999, "Số 12-KH/ĐU"))
    assert "Số 12-KH/ĐU" in text
    assert "trả lời 2" not in text
    assert "Xin gõ “cần làm” để mở và trả lời." in text
    assert len(await desk.offers()) == 0
    # Opened on the person's own asking, it is a menu.
    assert "1. Đã nắm" in await desk.answer(card(9999), knock=1)
    assert await desk.presses("1") == "2:9999:0"


async def test_two_that_send_at_once_give_two_numbers(office: Office, cast: Cast) -> None:
    rows = [row(cast, number) for number in range(1, 7)]

    async def one(number: int) -> Message:
        body = partial(numbered, office=office, row=rows[number], message=card(number + 1))
        return await office.database.transaction(body)

    shown = await asyncio.gather(*[one(number) for number in range(len(rows))])
    codes = [buttons_of(message)[0].code for message in shown]
    assert len(set(codes)) == len(rows)


def row(cast: Cast, number: int) -> Claimed:
    return Claimed(
        id=number,
        once_key=f"x{number}",
        connection_id=cast.connection_id,
        address_id=cast.addresses["Bình"],
        chat_id="chat-Bình",
        is_group=False,
        owner_id=cast["Bình"],
        member_id=cast["Bình"],
        purpose=Purpose.CARD,
        subject=None,
        publication_id=None,
        session_id=None,
        after_id=None,
        expires_at=None,
        version=None,
        lane=Lane.BROADCAST,
        urgency=Urgency.NORMAL,
        repeat=Repeat.ONCE,
        content=None,
        attempt_number=1,
        failures=0,
        maybe_count=0,
        message_id=None,
        fingerprint="",
    )


async def test_a_long_message_is_cut_and_what_to_answer_stands_whole_in_its_last_part(desk: Desk) -> None:
    lines = [f"Dòng {place} " + "chữ " * 40 for place in range(25)]
    await desk.unasked(card(12, *lines))
    await desk.rest()
    texts = desk.channel.texts
    assert len(texts) > 2
    assert all(0 < utf16_length(text) <= 2000 for text in texts)
    assert texts[-1].splitlines()[-4:] == [
        "Đã nắm: trả lời 27",
        "Toàn văn: trả lời 27 toàn văn",
        "Hỏi lại: gõ 27 và câu hỏi",
        FOOTER,
    ]
    assert all("trả lời" not in text and FOOTER not in text for text in texts[:-1])
    said = " ".join(" ".join(texts).split())
    assert all(" ".join(line.split()) in said for line in lines)


async def test_a_long_answer_keeps_the_menu_of_its_own(desk: Desk) -> None:
    long = Message((*(Line("chữ " * 100) for _ in range(10)), *menu("Bỏ", act=Act.DISCARD_CONFIRMED).blocks))
    await desk.answer(long, knock=1)
    await desk.rest()
    assert len(desk.channel.sent) > 1
    assert await desk.presses("bỏ") == "53:1:0"


async def test_the_choices_at_the_end_of_a_long_answer_count_when_its_end_has_gone_out(desk: Desk) -> None:
    long = Message((*(Line("chữ " * 100) for _ in range(10)), *menu("Chi bộ 1").blocks))
    await desk.owe(long, purpose=Purpose.REPLY, lane=Lane.REPLY, content=to_json(long), subject=1)
    desk.channel.script += [Outcome(OutcomeKind.SENT, message_id="m1"), Outcome(OutcomeKind.NOT_SENT)]
    await desk.sent()
    assert await desk.types("1") == Unseen()
    await desk.rest()
    assert await desk.presses("1") == "1:1:0"


async def test_a_menu_counts_for_what_was_typed_after_it_had_gone_out(desk: Desk, office: Office) -> None:
    await desk.answer(menu("Chi bộ 1"), knock=1)
    for later in (timedelta(seconds=-5), timedelta(), timedelta(seconds=0.5)):
        assert choose("1", await desk.offers(later=later)) == Unseen()
    assert isinstance(choose("1", await desk.offers(later=timedelta(seconds=1))), Pressed)


@pytest.mark.parametrize("kind", [OutcomeKind.NOT_SENT, OutcomeKind.MAYBE, OutcomeKind.REFUSED])
async def test_a_menu_that_never_went_out_counts_for_nothing(desk: Desk, kind: OutcomeKind) -> None:
    await desk.answer(menu("Chi bộ 1"), knock=1)
    desk.channel.script.append(Outcome(kind))
    await desk.answer(menu("Chi bộ 3", subject=7), knock=2)
    assert await desk.types("1") == Unseen()


async def test_a_number_that_stands_in_no_message_that_went_out_presses_nothing(desk: Desk) -> None:
    desk.channel.script.append(Outcome(OutcomeKind.NOT_SENT))
    await desk.unasked(card(12))
    assert await desk.types("27 đã rõ") == Unseen()
    clock_of(desk.office).forward(hours=1)
    await desk.sent()
    assert await desk.presses("27 đã rõ") == "2:12:0"


async def test_a_card_on_the_telephone_keeps_its_number_while_its_reminder_does_not_go_out(
    desk: Desk,
) -> None:
    await desk.unasked(card(12))
    desk.channel.script.append(Outcome(OutcomeKind.NOT_SENT))
    await desk.unasked(card(12))
    assert await desk.presses("27") == "2:12:0"


async def test_a_card_that_may_have_arrived_is_answered_by_its_number(desk: Desk) -> None:
    desk.channel.script.append(Outcome(OutcomeKind.MAYBE))
    await desk.unasked(card(12))
    assert await desk.presses("27") == "2:12:0"


async def test_a_changed_invitation_is_answered_when_it_went_out(desk: Desk) -> None:
    await desk.unasked(invitation(3, 1))
    desk.channel.script.append(Outcome(OutcomeKind.NOT_SENT))
    await desk.unasked(invitation(3, 2))
    assert await desk.types("27 dự") == Unseen()


async def test_an_edit_is_closed_where_nothing_can_be_edited(desk: Desk, office: Office) -> None:
    await desk.owe(card(12), message_id="m1")
    assert await desk.sent() == ""
    assert desk.channel.edited == []

    def look(connection: Connection) -> tuple[str, str, str]:
        row = connection.execute(tables.deliveries.select()).one()
        return row.state, row.reason, row.message_id

    assert await office.database.read(look) == ("sent", "no_edits", "m1")


async def test_a_platform_with_buttons_gets_them_and_remembers_no_numbers(office: Office, cast: Cast) -> None:
    channel, desk = ScriptedChannel(), Desk(office, cast)
    await desk.owe(card(12))
    await drain(sender(office, cast, channel, table=desk._table))
    [(_, message)] = channel.sent
    assert [(button.code, bool(button.token)) for button in buttons_of(message)] == [("", True)] * 3
    assert await desk.offers() == ()


async def test_a_card_that_is_to_be_brought_up_to_date_keeps_its_number(desk: Desk, office: Office) -> None:
    await desk.unasked(card(12))

    def again(connection: Connection) -> None:
        connection.execute(tables.deliveries.update().values(state=DeliveryState.QUEUED))

    await office.database.transaction(again)
    assert await desk.presses("27") == "2:12:0"
