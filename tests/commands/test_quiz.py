"""Questions before "Đã nắm": nothing acknowledges around them."""

from datetime import timedelta

import pytest

from bot.acknowledgement.acknowledging import acknowledge, undo
from bot.acknowledgement.reading_aloud import Told, record
from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Reply
from bot.office import Office
from bot.reports.task_progress import task_progress
from handlers.commands.member.typed_words import typed_words
from handlers.commands.table import PRESSES
from storage import tables
from storage.database import Connection
from storage.states import ObligationState, Scope
from tests.acknowledgement.story import obligation
from tests.cast import BRANCH_1, Cast
from tests.commands.saying import buttons, presses, read, says
from tests.publication.answering import PASSAGE, QUIZ, goes_out
from tests.publication.steps import execute, rows


async def press(office: Office, cast: Cast, given: str, button: Button) -> Reply:
    return await PRESSES[button.act](office, presses(cast.caller(given), button))


async def begins(office: Office, cast: Cast, given: str, about: int) -> Message:
    """The tap on a card's "Đã nắm", however old it is; the question that it leads to."""
    reply = await press(office, cast, given, Button("", Act.ACKNOWLEDGE, about))
    (message,) = reply.messages
    return message


async def chooses(office: Office, cast: Cast, given: str, message: Message | None, number: int) -> Reply:
    choice = [one for one in buttons(message) if one.act is Act.QUIZ_ANSWER][number - 1]
    return await press(office, cast, given, choice)


async def state_of(office: Office, cast: Cast, about: int, given: str = "Bình") -> ObligationState:
    return (await obligation(office, about, cast[given])).state


async def tallies(office: Office) -> dict[tuple[int, int], int]:
    def body(connection: Connection) -> dict[tuple[int, int], int]:
        found = connection.execute(tables.quiz_tallies.select())
        return {(one.question, one.choice): one.amount for one in found}

    return await office.database.read(body)


async def test_the_last_right_answer_is_the_acknowledgement(office: Office, cast: Cast) -> None:
    about = await goes_out(office, cast, asks=True, quiz=QUIZ)
    first = await begins(office, cast, "Bình", about)
    assert "CÂU HỎI 1/2" in read(Reply(messages=(first,)))
    wrong = await chooses(office, cast, "Bình", first, 1)
    assert wrong.toast == "Chưa đúng."
    assert PASSAGE in read(wrong)
    assert "CÂU HỎI 1/2" in read(wrong)
    second = await chooses(office, cast, "Bình", wrong.replaces, 2)
    assert "CÂU HỎI 2/2" in read(second)
    assert await state_of(office, cast, about) is ObligationState.EXPECTED
    done = await chooses(office, cast, "Bình", second.replaces, 1)
    assert done.receipt == "Đã ghi nhận: 15-BC/ĐU, 08:00 ngày 23/11."
    assert await state_of(office, cast, about) is ObligationState.ACKNOWLEDGED
    assert await rows(office, tables.quiz_passes) == []
    assert await tallies(office) == {(0, 0): 1, (1, 0): 1}
    history = [one for one in await rows(office, tables.history) if one["to_state"] == "acknowledged"]
    assert [one["member_id"] for one in history] == [cast["Bình"]]


async def test_nothing_acknowledges_around_the_questions(office: Office, cast: Cast) -> None:
    about = await goes_out(office, cast, asks=True, quiz=QUIZ)
    with pytest.raises(Refused) as refused:
        await acknowledge(cast.caller("Bình"), office, publication_id=about)
    assert refused.value.reason is Refusal.QUIZ_FIRST
    typed = await typed_words(office, says(cast.caller("Bình"), "đã nắm"))
    assert typed is not None
    assert "Nộp đảng phí khi nào?" in read(typed)
    for mark in (0, 102, 111, 999, 199999):
        await press(office, cast, "Bình", Button("", Act.QUIZ_ANSWER, about, mark * 10))
    # The second question answered before the first counts for nothing.
    out_of_turn = await press(office, cast, "Bình", Button("", Act.QUIZ_ANSWER, about, 111))
    assert "CÂU HỎI 1/2" in read(out_of_turn)
    assert await state_of(office, cast, about) is ObligationState.EXPECTED
    assert await tallies(office) == {}


async def test_where_one_stood_is_kept_and_a_new_version_begins_anew(office: Office, cast: Cast) -> None:
    about = await goes_out(office, cast, asks=True, quiz=QUIZ)
    first = await begins(office, cast, "Bình", about)
    second = await chooses(office, cast, "Bình", first, 2)
    again = await begins(office, cast, "Bình", about)
    assert "CÂU HỎI 2/2" in read(Reply(messages=(again,)))
    await execute(office, tables.versions.update().values(version=2))
    await execute(office, tables.publications.update().values(version=2))
    late = await chooses(office, cast, "Bình", second.replaces, 1)
    assert "CÂU HỎI 1/2" in read(late)
    assert await state_of(office, cast, about) is ObligationState.EXPECTED


async def test_a_tap_twice_does_not_answer_the_next_question(office: Office, cast: Cast) -> None:
    about = await goes_out(office, cast, asks=True, quiz=QUIZ)
    first = await begins(office, cast, "Bình", about)
    await chooses(office, cast, "Bình", first, 2)
    assert "CÂU HỎI 2/2" in read(await chooses(office, cast, "Bình", first, 2))
    assert await tallies(office) == {(0, 1): 1}


async def test_who_takes_it_back_is_asked_again_and_not_counted_twice(office: Office, cast: Cast) -> None:
    about = await goes_out(office, cast, asks=True, quiz=QUIZ[:1])
    await chooses(office, cast, "Bình", await begins(office, cast, "Bình", about), 2)
    await undo(cast.caller("Bình"), office, publication_id=about)
    again = await begins(office, cast, "Bình", about)
    assert await state_of(office, cast, about) is ObligationState.EXPECTED
    await chooses(office, cast, "Bình", again, 1)
    assert await tallies(office) == {(0, 1): 1}


async def test_reading_aloud_asks_nothing_and_leaves_no_tries(office: Office, cast: Cast) -> None:
    about = await goes_out(office, cast, asks=True, quiz=QUIZ)
    await chooses(office, cast, "Bình", await begins(office, cast, "Bình", about), 1)
    told = Told(office.clock.now() - timedelta(hours=1), "Nhà văn hóa", "Đỗ Thị Mai")
    await record(cast.caller("Hòa"), office, publication_id=about, member_id=cast["Bình"], told=told)
    assert await state_of(office, cast, about) is ObligationState.READ_ALOUD
    assert await rows(office, tables.quiz_passes) == []


async def test_of_what_is_internal_the_passage_stays_at_home(office: Office, cast: Cast) -> None:
    about = await goes_out(office, cast, asks=True, quiz=QUIZ, scope=Scope.INTERNAL)
    first = await begins(office, cast, "Bình", about)
    wrong = await chooses(office, cast, "Bình", first, 1)
    assert PASSAGE not in read(wrong)
    assert "Xin đọc lại toàn văn" in read(wrong)
    assert wrong.replaces is not None
    assert wrong.replaces.protected


async def test_somebody_else_gets_no_question(office: Office, cast: Cast) -> None:
    only = Audience(AudienceKind.UNIT, cast.units[BRANCH_1])
    about = await goes_out(office, cast, asks=True, quiz=QUIZ, audience=only)
    with pytest.raises(Refused) as refused:
        await press(office, cast, "Thu", Button("", Act.QUIZ_ANSWER, about, 102))
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_leaders_see_first_tries_without_names_and_only_of_five(office: Office, cast: Cast) -> None:
    about = await goes_out(office, cast, asks=True, quiz=QUIZ[:1])
    people = ("Bình", "Mai", "An", "Hòa", "Thu")
    for number, given in enumerate(people):
        first = await begins(office, cast, given, about)
        await chooses(office, cast, given, first, 1 if number < 2 else 2)
        found = await task_progress(cast.caller("Hòa"), office, publication_id=about)
        wrong = 2 if number == len(people) - 1 else None
        assert [(one.answered, one.wrong) for one in found.questions] == [
            (None if wrong is None else len(people), wrong)
        ]
    shown = await press(office, cast, "Hòa", Button("", Act.TASKS, about))
    assert "Câu 1: 2/5 lượt đầu chưa đúng" in read(shown)
    assert not any(given in read(shown) for given in people)
    with pytest.raises(Refused):
        await task_progress(cast.caller("Bình"), office, publication_id=about)
