"""What goes along with a draft: tasks, questions after the text, files, a scan to be seen, a number taken."""

from collections.abc import Callable

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, File
from bot.messages.reply import Awaited
from bot.office import Office
from bot.publication.draft.attaching import MOST_FILES, attach
from bot.publication.draft.draft_menus import FILE_STEPS, LOOK, REMOVE, RENAME, Menu
from bot.publication.draft.quiz_writing import Step as Question
from bot.publication.draft.tasking import Step as Task
from bot.texts import draft_quiz
from handlers.commands.drafting import approving, pasting
from storage import tables
from storage.database import Connection
from tests.cast import Cast
from tests.commands.chat import Chat, drafted, handed_in
from tests.commands.saying import buttons, read
from tests.publication.steps import DIRECTIVE, MEETING, draft_of, execute, rows
from tests.reading.files.making import paper, printed

PASSAGE = "Tài liệu sinh hoạt đến tay đảng viên trước buổi sinh hoạt ít nhất một ngày."
ASKED = f"""Hỏi: Tài liệu đến tay đảng viên khi nào?
A. Trước ít nhất một ngày
B. Trong buổi sinh hoạt
Đúng: A
Trích: {PASSAGE}"""


def step(number: Task | Question) -> Callable[[Button], bool]:
    return lambda one: one.argument % 100 % 8 == number.value


async def at_tasks(office: Office, cast: Cast) -> Chat:
    """A meeting summary without tasks; their menu is at hand."""
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    await lan.say(MEETING)
    await execute(office, tables.drafts.update().values(tasks=[]))
    await lan.opens(Menu.FIELDS)
    assert "Chưa có việc nào" in await lan.opens(Menu.TASKS)
    return lan


async def test_a_task_is_written_and_people_of_the_name_are_chosen_for_it(office: Office, cast: Cast) -> None:
    lan = await at_tasks(office, cast)
    await lan.press(Act.DRAFT_TASK)
    await lan.say("Kiểm tra nền nếp sinh hoạt")
    await lan.press(Act.DRAFT_TASK, where=step(Task.WHO))
    await lan.say("đồng chí Hòa, Chi bộ 2")
    hoa = await lan.find(Act.DRAFT_TASK_MEMBER)
    assert hoa.label == "Chọn Vũ Thị Hòa (Chi bộ 1)"
    assert "Trong danh sách: Vũ Thị Hòa" in read(await lan.press_this(hoa))
    await lan.press(Act.DRAFT_TASK, where=step(Task.DUE))
    assert "Xin ghi ngày trước, tháng sau" in read(await lan.say("cuối tháng"))
    assert "hết thứ Ba, 15/12/2026" in read(await lan.say("15/12/2026"))
    (task,) = (await draft_of(office, hoa.subject)).tasks
    assert task == {
        "text": "Kiểm tra nền nếp sinh hoạt",
        "who": "đồng chí Hòa, Chi bộ 2",
        "due_on": "2026-12-15",
        "member_ids": [cast["Hòa"]],
    }
    # Another name: who was chosen for the old one is not meant any more.
    await lan.press(Act.DRAFT_TASK, where=step(Task.WHO))
    assert "chưa chọn ai" in read(await lan.say("Ban Tuyên giáo"))
    await lan.press(Act.DRAFT_TASK, where=step(Task.REMOVE))
    assert (await draft_of(office, hoa.subject)).tasks == []


async def test_nobody_of_another_name_can_be_pressed_into_a_task(office: Office, cast: Cast) -> None:
    lan = await at_tasks(office, cast)
    await lan.press(Act.DRAFT_TASK)
    await lan.say("Kiểm tra nền nếp sinh hoạt")
    subject = buttons(lan.at_hand)[0].subject
    forged = Button("", Act.DRAFT_TASK_MEMBER, subject, 16 * cast["Bình"])
    assert "Nội dung đã thay đổi" in (await lan.press_this(forged)).toast


async def test_a_question_counts_once_it_was_looked_at_and_the_approver_sees_it(
    office: Office, cast: Cast
) -> None:
    lan = await drafted(office, cast)
    await lan.opens(Menu.ASKING)
    await lan.opens(Menu.QUIZ)
    assert "Đúng: A" in read(await lan.press(Act.DRAFT_QUIZ))
    assert draft_quiz.FAULTS["passage"] in read(await lan.say(ASKED.replace("một ngày.", "hai ngày.")))
    shown = read(await lan.say(ASKED))
    assert "✅ A. Trước ít nhất một ngày (đúng)" in shown
    card = await lan.find(Act.DRAFT_QUIZ, where=step(Question.USE))
    await lan.opens(Menu.QUIZ)
    await lan.press(Act.OPEN_DRAFT)
    with pytest.raises(Refused) as refused:
        await handed_in(lan)
    assert "Câu hỏi kiểm tra" in refused.value.details["field"]

    subject, revision = card.subject, (await draft_of(office, card.subject)).revision
    await lan.press_this(Button("", Act.DRAFT_QUIZ, subject, 100 * revision + Question.USE.value))
    assert "Xác nhận: có, sau 1 câu hỏi kiểm tra" in read(await lan.press(Act.OPEN_DRAFT))
    await lan.press(Act.SUBMIT)
    minh = Chat(office, cast, "Minh")
    assert f"Trích: “{PASSAGE}”" in read(await minh.command(approving.show_waiting, "/duyet"))
    await minh.press(Act.APPROVE_NOW)
    (version,) = await rows(office, tables.versions)
    (asked,) = version["quiz"]
    assert asked == {
        "question": "Tài liệu đến tay đảng viên khi nào?",
        "choices": ["Trước ít nhất một ngày", "Trong buổi sinh hoạt"],
        "right": 0,
        "passage": PASSAGE,
    }


async def test_files_are_added_by_sending_each_through_the_gate(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    assert "Tệp kèm: 1 (nội bộ: không gửi)" in read(await lan.send("kh.txt", DIRECTIVE.encode()))
    assert "1. kh.txt" in await lan.opens(Menu.FILES)
    assert "2. mẫu báo cáo.txt" in read(await lan.send("mẫu báo cáo.txt", "Mẫu số 1".encode()))
    # The menu waits on; what carries a mark of secrecy is not kept, by its text or by its name.
    for name, content in (("a.txt", "TỐI MẬT\n\nPhụ lục"), ("MẬT.txt", "Phụ lục")):
        with pytest.raises(Refused) as refused:
            await lan.send(name, content.encode())
        assert refused.value.reason is Refusal.SECRET
    assert [row["name"] for row in await rows(office, tables.attachments)] == ["kh.txt", "mẫu báo cáo.txt"]
    assert len(await rows(office, tables.files)) == 2


async def test_a_file_is_looked_at_renamed_and_removed(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    await lan.opens(Menu.FILES)
    await lan.send("phu-luc.txt", "Phụ lục".encode())
    await lan.press(Act.DRAFT_FILE)
    looked = await lan.press(Act.DRAFT_FILE, where=does(LOOK))
    assert [block.name for block in looked.messages[0].blocks if isinstance(block, File)] == ["phu-luc.txt"]
    await lan.press(Act.DRAFT_FILE, where=does(RENAME))
    assert "1. Phụ lục 1.txt" in read(await lan.say("Phụ lục 1"))
    await lan.press(Act.DRAFT_FILE)
    assert "Chưa có tệp nào" in read(await lan.press(Act.DRAFT_FILE, where=does(REMOVE)))
    assert lan.asking is not None
    assert lan.asking.awaited is Awaited.DRAFT_FILE
    # What nobody shows any more goes with the next sweep.
    assert [row["until_at"] for row in await rows(office, tables.files)] == [office.clock.now()]


async def test_an_approver_looks_at_the_files_of_what_was_handed_in_and_of_nothing_else(
    office: Office, cast: Cast
) -> None:
    lan, minh = Chat(office, cast, "Lan"), Chat(office, cast, "Minh")
    await lan.command(pasting.ask_text, "/soan")
    await lan.send("kh.txt", DIRECTIVE.encode())
    (row,) = await rows(office, tables.attachments)
    look = Button("", Act.DRAFT_FILE, row["draft_id"], row["id"] * FILE_STEPS + LOOK)
    with pytest.raises(Refused) as refused:
        await minh.press_this(look)
    assert refused.value.reason is Refusal.NOT_ALLOWED
    await handed_in(lan)
    assert "Tệp kèm: 1" in read(await minh.command(approving.show_waiting, "/duyet"))
    looked = await minh.press(Act.DRAFT_FILE)
    assert [block.name for block in looked.messages[0].blocks if isinstance(block, File)] == ["kh.txt"]


def does(step: int) -> Callable[[Button], bool]:
    return lambda one: one.argument % FILE_STEPS == step


async def test_no_more_files_than_a_card_can_name(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    await lan.opens(Menu.FILES)
    draft_id = buttons(lan.at_hand)[0].subject

    def many(connection: Connection) -> None:
        for number in range(MOST_FILES):
            attach(connection, office, draft_id, content=b"%d" % number, name=f"{number}.txt")

    await office.database.transaction(many)
    with pytest.raises(Refused) as refused:
        await lan.send("thêm.txt", "Một tệp nữa".encode())
    assert refused.value.reason is Refusal.FILES_FULL
    assert len(await rows(office, tables.files)) == MOST_FILES


async def test_a_scan_goes_on_only_when_a_person_has_said_that_there_is_no_mark(
    office: Office, cast: Cast
) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    await lan.say(DIRECTIVE)
    await lan.opens(Menu.FILES)
    assert "1. quet.pdf" in read(await lan.send("quet.pdf", printed(paper(pages=0, scans=1))))
    assert "Máy chưa đọc được hết" in read(await lan.press(Act.OPEN_DRAFT))
    with pytest.raises(Refused) as refused:
        await handed_in(lan)
    assert refused.value.reason is Refusal.NOT_CLEARED
    # Looking is offered before saying, and a first press says nothing yet.
    await lan.press(Act.CLEAR_SCAN)
    assert [one.act for one in buttons(lan.at_hand)] == [
        Act.OPEN_DRAFT,
        Act.DRAFT_FILE,
        Act.CLEAR_SCAN_CONFIRMED,
    ]
    (draft,) = await rows(office, tables.drafts)
    assert draft["cleared_by"] is None
    card = read(await lan.press(Act.CLEAR_SCAN_CONFIRMED))
    assert "đồng chí Lan đã xem, không có dấu MẬT (08:00, 23/11)" in card
    said = (await rows(office, tables.history))[-1]
    assert (said["detail"], said["actor_id"]) == ("cleared", cast["Lan"])
    assert "Đã trình" in read(await lan.press(Act.SUBMIT))


async def test_a_number_that_is_taken_leads_to_the_first_document(office: Office, cast: Cast) -> None:
    await handed_in(await drafted(office, cast))
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    assert "Trùng số, ngày và cơ quan với: Số 12-KH/ĐU" in read(await lan.say(DIRECTIVE))
    said = await handed_in(lan)
    assert "Số này đã có: Số 12-KH/ĐU" in said
    assert {one.act for one in buttons(lan.at_hand)} == {Act.OPEN_DRAFT}
    assert "chờ duyệt" in read(await lan.press(Act.OPEN_DRAFT))


async def test_the_number_of_another_day_is_handed_in_after_a_confirmation(
    office: Office, cast: Cast
) -> None:
    await handed_in(await drafted(office, cast))
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    card = read(await lan.say(DIRECTIVE.replace("ngày 20 tháng 11", "ngày 19 tháng 11")))
    assert "Số này đã có ở văn bản khác ngày" in card
    assert "Số này đã có ở văn bản khác ngày" in await handed_in(lan)
    assert "Đã trình" in read(await lan.press(Act.NUMBER_CONFIRMED))
