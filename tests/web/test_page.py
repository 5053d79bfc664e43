"""What the page is told, and what it hands over."""

import base64
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.messages.blocks import Folded, Line, Link, Message
from storage import tables
from tests.cast import PEOPLE, START
from tests.reading.files import making
from tests.roster.files import csv_text, workbook
from tests.web.conftest import CARD, House, Page, count, local


async def test_everybody_is_offered_by_unit_and_who_has_no_phone_is_greyed(page: Page) -> None:
    units = (await page.state(0))["units"]
    assert [unit["name"] for unit in units][-3:] == ["Chi bộ 1", "Chi bộ 2", "Chi bộ 3"]
    people = [person for unit in units for person in unit["people"]]
    assert {person["name"] for person in people} == {person.full_name for person in PEOPLE}
    assert [person["name"] for person in people if person["because"]] == ["Phan Văn Tâm"]
    lan = next(person for person in people if person["name"] == "Trần Thị Lan")
    assert "Văn thư" in lan["role"]


async def test_a_chat_is_shown_as_blocks_with_its_buttons(page: Page, house: House) -> None:
    number = await house.put("Bình", CARD)
    chat = (await page.state(house.cast["Bình"]))["chat"]
    assert chat["shown_as"] == "telegram"
    [message] = chat["messages"]
    assert (message["id"], message["mine"], message["time"]) == (number, False, "08:00")
    assert message["day"] == "thứ Hai, 23/11/2026"
    assert message["parts"][0] == {"part": "bold", "text": "VĂN BẢN CHỈ ĐẠO · cần xác nhận"}
    assert [[button["label"] for button in row] for row in message["rows"]] == [
        ["✅ Đã nắm"],
        ["📄 Toàn văn", "❓ Hỏi lại"],
    ]


async def test_what_people_wrote_reaches_the_page_as_text_only(page: Page, house: House) -> None:
    await house.put(
        "Bình", Message((Line("<b>x</b>"), Link("trang", "https://a.example"), Folded("L", "<i>")))
    )
    [message] = (await page.state(house.cast["Bình"]))["chat"]["messages"]
    assert [part.get("text") for part in message["parts"]] == ["<b>x</b>", "trang", "<i>"]


async def test_a_chat_shown_as_zalo_is_plain_text_with_what_to_answer(page: Page, house: House) -> None:
    binh = house.cast["Bình"]
    await house.offer("Bình", CARD)
    answer = await page.post("/api/shown-as", {"member": binh, "platform": "zalo"})
    chat = answer.json()["state"]["chat"]
    assert chat["shown_as"] == "zalo"
    [message] = chat["messages"]
    assert "rows" not in message
    assert message["text"].splitlines() == [
        "VĂN BẢN CHỈ ĐẠO – cần xác nhận",
        "Số 12-KH/ĐU",
        "",
        "Đã nắm: trả lời 27",
        "Toàn văn: trả lời 27 toàn văn",
        "Hỏi lại: gõ 27 và câu hỏi",
        "Tin tự động của Văn phòng Đảng ủy.",
    ]
    assert (await page.state(house.cast["Mai"]))["chat"]["shown_as"] == "telegram"


async def test_an_answer_shown_as_zalo_is_not_signed_as_automatic(page: Page, house: House) -> None:
    await house.put("Bình", Message((Line("Đã ghi nhận."),)), once="knock:1:1")
    answer = await page.post("/api/shown-as", {"member": house.cast["Bình"], "platform": "zalo"})
    assert [one["text"] for one in answer.json()["state"]["chat"]["messages"]] == ["Đã ghi nhận."]


async def test_a_chat_is_not_shown_as_something_that_is_no_platform(page: Page, house: House) -> None:
    answer = await page.post("/api/shown-as", {"member": house.cast["Bình"], "platform": "fax"})
    assert answer.status_code == 400


async def test_typed_words_are_handed_over_for_the_acting_person(page: Page, house: House) -> None:
    answer = await page.post("/api/say", {"member": house.cast["Bình"], "text": "/canlam"})
    assert answer.status_code == 200
    [received] = house.taken
    assert received.conversation == "chat-Bình"
    assert received.body["kind"] == "text"
    assert received.body["text"] == "/canlam"
    assert received.body["chat"] == "chat-Bình"


async def test_a_press_is_handed_over_and_its_toast_comes_back(page: Page, house: House) -> None:
    number = await house.put("Bình", CARD)
    body = {"member": house.cast["Bình"], "token": "t" * 36, "message_id": str(number)}
    answer = await page.post("/api/press", body)
    assert answer.json()["toast"] == "Đã ghi nhận"
    [received] = house.taken
    assert (received.body["kind"], received.body["token"]) == ("press", "t" * 36)
    assert received.update_id == received.body["press_id"]


async def test_two_presses_are_two_updates(page: Page, house: House) -> None:
    body = {"member": house.cast["Bình"], "token": "t" * 36, "message_id": "1"}
    await page.post("/api/press", body)
    await page.post("/api/press", body)
    assert len({received.update_id for received in house.taken}) == 2


async def test_words_typed_in_a_zalo_chat_are_handed_over_to_be_understood_there(
    page: Page, house: House
) -> None:
    binh = house.cast["Bình"]
    await page.post("/api/shown-as", {"member": binh, "platform": "zalo"})
    await page.post("/api/say", {"member": binh, "text": "27 có phải mang theo tài liệu không?"})
    [received] = house.taken
    assert received.body["kind"] == "plain"
    assert received.body["text"] == "27 có phải mang theo tài liệu không?"
    assert received.carries_content


async def test_a_number_typed_in_a_telegram_chat_stays_a_text(page: Page, house: House) -> None:
    await house.put("Bình", CARD)
    await page.post("/api/say", {"member": house.cast["Bình"], "text": "10"})
    assert [one.body["kind"] for one in house.taken] == ["text"]


async def test_a_text_file_is_handed_over_with_its_words_for_the_gate(page: Page, house: House) -> None:
    content = "TUYỆT MẬT".encode()
    answer = await page.file(house.cast["Lan"], "kế hoạch.txt", content)
    assert answer.status_code == 200
    [received] = house.taken
    assert received.body["name"] == "kế hoạch.txt"
    assert base64.b64decode(received.body["content"]) == content
    assert received.texts == ("TUYỆT MẬT",)


async def test_a_document_is_handed_over_with_all_its_words_for_the_gate(page: Page, house: House) -> None:
    made = making.document()
    made.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    answer = await page.file(house.cast["Lan"], "kế hoạch.docx", making.saved(made))
    assert answer.status_code == 200
    text, beside = house.taken[-1].texts
    assert "KẾ HOẠCH" in text.splitlines()
    assert "TỐI MẬT" in beside.splitlines()


async def test_a_roster_is_handed_over_with_its_cells_for_the_gate(page: Page, house: House) -> None:
    rows = [("Họ và tên", "Chi bộ"), ("Nguyễn Văn Bình", "Chi bộ 1"), ("MẬT", "")]
    for name, content in (("ds.xlsx", workbook(rows)), ("ds.csv", csv_text(rows).encode())):
        answer = await page.file(house.cast["Dũng"], name, content)
        assert answer.status_code == 200
        received = house.taken[-1]
        assert received.body["name"] == name
        [words] = received.texts
        assert {"Nguyễn Văn Bình Chi bộ 1", "MẬT"} <= set(words.splitlines())


async def test_a_table_that_cannot_be_read_has_no_words_for_the_gate(page: Page, house: House) -> None:
    answer = await page.file(house.cast["Dũng"], "ds.xlsx", b"%PDF-1.7")
    assert (answer.status_code, house.taken[-1].texts) == (200, ())


@pytest.mark.parametrize("name", ["anh.jpg", "cu.doc", "nen.zip", "khong-duoi"])
async def test_a_file_of_any_kind_is_taken_so_that_the_answer_is_the_one_of_every_chat(
    page: Page, house: House, name: str
) -> None:
    answer = await page.file(house.cast["Lan"], name, b"\xff\xd8\xff")
    assert (answer.status_code, house.taken[-1].body["name"], house.taken[-1].texts) == (200, name, ())


async def test_the_words_of_a_description_of_a_source_go_through_the_gate(page: Page, house: House) -> None:
    answer = await page.file(house.cast["Dũng"], "Nguon.TOML", 'name = "Cổng tỉnh"'.encode())
    assert (answer.status_code, house.taken[-1].texts) == (200, ('name = "Cổng tỉnh"',))


async def test_a_file_over_the_limit_is_not_taken(page: Page, house: House) -> None:
    answer = await page.file(house.cast["Lan"], "dai.txt", b"a" * 20_000_001)
    assert answer.status_code == 413
    assert "20 MB" in answer.json()["error"]
    assert house.taken == []


async def test_a_body_that_does_not_say_how_long_it_is_is_cut_off_at_the_limit(
    page: Page, house: House
) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(100):
            sent += 1_000_000
            yield b"a" * 1_000_000

    where = f"/api/file?member={house.cast['Lan']}&name=x.txt"
    answer = await page.client.post(where, content=endless(), headers=page.headers)
    assert answer.status_code == 413
    assert sent < 22_000_000


async def test_nothing_is_done_for_somebody_without_a_chat(page: Page, house: House) -> None:
    for member_id in (house.cast["Tâm"], 987_654):
        answer = await page.post("/api/say", {"member": member_id, "text": "chào"})
        assert answer.status_code == 404
        assert "Không tìm thấy" in answer.json()["error"]
    assert house.taken == []


async def test_blanks_are_not_handed_over(page: Page, house: House) -> None:
    answer = await page.post("/api/say", {"member": house.cast["Bình"], "text": " \n "})
    assert answer.status_code == 409
    assert house.taken == []


async def test_the_clock_goes_to_tomorrow_morning_and_the_rules_are_knocked(page: Page, house: House) -> None:
    answer = await page.post("/api/clock", {"member": 0, "turn": "tomorrow"})
    assert answer.json()["state"]["clock"]["now"] == "08:00 thứ Ba, 24/11/2026"
    assert house.knocks == 1
    stored = await house.office.database.read(
        lambda connection: connection.execute(
            sa.select(tables.installation.c.clock_offset_seconds)
        ).scalar_one()
    )
    assert timedelta(seconds=stored) == house.office.clock.now() - START


async def test_the_clock_goes_to_a_moment_that_was_picked(page: Page, house: House) -> None:
    await page.post("/api/clock", {"member": 0, "moment": "2026-12-02T06:30"})
    assert abs(house.office.clock.now() - local(days=9, hour=6) - timedelta(minutes=30)) <= timedelta(
        seconds=1
    )


async def test_the_clock_does_not_go_back(page: Page, house: House) -> None:
    answer = await page.post("/api/clock", {"member": 0, "moment": "2026-11-23T07:59"})
    assert answer.status_code == 409
    assert "đã qua" in answer.json()["error"]
    assert house.office.clock.now() == START
    assert house.knocks == 0


async def test_the_clock_does_not_take_what_is_no_moment(page: Page, house: House) -> None:
    for body in ({"moment": "mai"}, {"moment": ""}, {"moment": "2126-01-01T08:00"}):
        assert (await page.post("/api/clock", {"member": 0, **body})).status_code == 409
    assert (await page.post("/api/clock", {"member": 0, "turn": "yesterday"})).status_code == 400
    assert house.office.clock.now() == START


async def test_the_way_to_the_sending_hours_is_offered_only_while_they_are_closed(page: Page) -> None:
    answer = await page.post("/api/clock", {"member": 0, "moment": "2026-11-25T10:00"})
    turns = answer.json()["state"]["clock"]["turns"]
    assert [turn["turn"] for turn in turns] == ["hour", "tomorrow"]
    answer = await page.post("/api/clock", {"member": 0, "moment": "2026-11-27T18:00"})
    turns = {turn["turn"]: turn["to"] for turn in answer.json()["state"]["clock"]["turns"]}
    assert turns["opening"] == "07:00 thứ Hai, 30/11"
    assert turns["tomorrow"] == "08:00 thứ Bảy, 28/11"
    assert turns["working_day"] == "08:00 thứ Hai, 30/11"


async def test_the_story_begins_again_with_new_numbers_from_one(page: Page, house: House) -> None:
    await house.put("Bình", CARD)
    await page.post("/api/clock", {"member": 0, "turn": "tomorrow"})
    answer = await page.post("/api/start-over", {})
    assert answer.status_code == 200
    assert await count(house.office, tables.web_messages) == 0
    assert await count(house.office, tables.members) == len(PEOPLE)
    assert answer.json()["state"]["clock"]["now"] == "08:00 thứ Hai, 23/11/2026"
    connection_id = await house.office.database.read(
        lambda connection: connection.execute(sa.select(tables.connections.c.id)).scalar_one()
    )
    assert connection_id == house.cast.connection_id


async def test_a_real_organisation_is_not_acted_turned_or_emptied(page: Page, house: House) -> None:
    await house.office.database.transaction(
        lambda connection: connection.execute(tables.installation.update().values(sandbox=False))
    )
    binh = house.cast["Bình"]
    asked = [
        await page.client.get("/"),
        await page.client.get(f"/api/state?member={binh}", headers=page.headers),
        await page.post("/api/say", {"member": binh, "text": "/canlam"}),
        await page.post("/api/press", {"member": binh, "token": "t", "message_id": "1"}),
        await page.file(binh, "a.txt", b"a"),
        await page.post("/api/clock", {"member": binh, "turn": "tomorrow"}),
        await page.post("/api/shown-as", {"member": binh, "platform": "zalo"}),
        await page.post("/api/start-over", {}),
    ]
    assert [answer.status_code for answer in asked] == [403] * len(asked)
    assert "không phải tổ chức mẫu" in asked[-1].json()["error"]
    assert house.taken == []
    assert house.office.clock.now() == START
    assert await count(house.office, tables.members) == len(PEOPLE)


async def test_a_fault_is_told_in_vietnamese_without_its_trace(page: Page, house: House) -> None:
    house.faulty = True
    answer = await page.post("/api/say", {"member": house.cast["Bình"], "text": "chào"})
    assert answer.status_code == 500
    assert answer.json() == {
        "error": "Loa gặp lỗi khi làm việc này. Xin thử lại; nếu vẫn vậy, xem nhật ký ở cửa sổ chạy lệnh."
    }


async def test_strange_requests_are_not_understood(page: Page) -> None:
    assert (await page.post("/api/say", {"member": "x"})).status_code == 400
    assert (await page.post("/api/start-over", {"really": True})).status_code == 400
    assert (await page.client.get("/api/state?member=-1", headers=page.headers)).status_code == 400
    missing = await page.client.get("/nowhere")
    assert (missing.status_code, missing.json()["error"]) == (404, "Không có trang này.")
