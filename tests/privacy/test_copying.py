"""A copy of one's own data: everything, and nothing of others."""

from enum import StrEnum

import pytest
import sqlalchemy as sa

from bot.acknowledgement.answering import answer
from bot.acknowledgement.asking import ask
from bot.messages.acts import Act
from bot.messages.blocks import File
from bot.office import Office
from bot.organisation.privacy.copying import KEPT_FOR, copy
from bot.states import DataRequest, DataRequestState
from bot.texts import personal_copy as texts
from storage import files, tables
from storage.database import Connection
from storage.files import Kept
from storage.privacy import personal_copy
from storage.states import DeliveryState, ExemptFrom, ExemptReason, ObligationState, Purpose, Reason
from tests.acknowledgement.story import published
from tests.cast import PEOPLE, START, Cast, clock_of
from tests.privacy.talking import Talk, names_a_code, rows

WHERE = {
    "addresses": "conversations",
    "attempts": "deliveries",
    "dialogues": "conversations",
    "offers": "conversations",
    "data_requests": "requests",
    "digest_items": "digests",
    "inbox": "knocks",
    "invitees": "sessions",
    "member_moves": "moves",
    "members": "person",
    "obligation_moves": "moves",
    "paces": "conversations",
    "quiz_passes": "tries",
    "role_grants": "roles",
    "task_takers": "tasks",
}
"""Under which section a table's rows stand, where the names differ."""
OTHERS_DOING = {
    "drafts",
    "publications",
    "versions",
    "sources",
    "study_sessions",
    "roster_imports",
    "group_invitations",
    "unit_changes",
}
"""What somebody made for the office: documents and acts, told by history."""
TOLD = {"thing_id", "from_state", "to_state", "detail", "of_another"}
"""What is told in a sentence."""


def _leads_to_a_person(table: sa.Table) -> bool:
    return any(key.column.table.name in {"members", "addresses"} for key in table.foreign_keys)


def test_each_table_that_leads_to_a_person_stands_in_the_copy() -> None:
    sections = {one.value for one in personal_copy.Section}
    left_out = [
        table.name
        for table in tables.metadata.sorted_tables
        if _leads_to_a_person(table)
        and WHERE.get(table.name, table.name) not in sections
        and table.name not in OTHERS_DOING
    ]
    assert left_out == []


@pytest.mark.parametrize("words", [Purpose, Reason, DeliveryState, ExemptReason, ExemptFrom, ObligationState])
def test_each_word_of_the_database_has_one_for_people(words: type[StrEnum]) -> None:
    assert [one for one in words if texts.word(one) == one.value] == []


@pytest.mark.parametrize(
    ("by_self", "of_another", "said"),
    [
        (True, False, "bỏ việc giao vai trò  cho chính mình"),
        (True, True, "bỏ việc giao vai trò  cho người khác"),
        (False, False, "bỏ việc giao vai trò  cho người này"),
    ],
)
def test_history_says_who_it_is_about_without_a_name(by_self: bool, of_another: bool, said: str) -> None:
    words = texts.change("role_grant", 1, "planned", "called_off", "", by_self=by_self, of_another=of_another)
    assert words == said


def test_each_section_and_column_has_its_words() -> None:
    assert set(texts.SECTIONS) == set(personal_copy.Section)
    for question in personal_copy._QUESTIONS.values():
        assert {column.name for column in question(1).selected_columns} <= set(texts.COLUMNS) | TOLD


async def _text(office: Office, file_id: int) -> str:
    kept = await office.database.read(lambda connection: files.file(connection, file_id))
    assert isinstance(kept, Kept)
    return kept.content.decode("utf-8-sig")


async def test_the_copy_comes_at_once_as_a_file_and_is_written_down_as_done(
    office: Office, cast: Cast
) -> None:
    talk = Talk(office, cast.caller("Bình"))
    await talk.act(Act.MEMBER_DATA)
    heard = await talk.press("Nhận bản sao dữ liệu")
    assert "không chuyển tiếp" in heard
    (file,) = [block for block in talk.messages[0].blocks if isinstance(block, File)]
    assert file.name == "du-lieu-ca-nhan-2026-11-23.txt"
    (asked,) = await rows(office, tables.data_requests)
    assert (asked["request"], asked["state"]) == (DataRequest.COPY, DataRequestState.DONE)
    assert "1. họ tên: Nguyễn Văn Bình" in await _text(office, file.file_id)


async def test_everything_stands_in_it_in_words(office: Office, cast: Cast) -> None:
    await (await names_a_code(office, cast, "Bình", "another-phone")).press("✅ Đồng ý cả 4 mục")
    about = await published(office, cast)
    binh = cast.caller("Bình")
    asked = await ask(binh, office, publication_id=about, text="Nộp ở đâu?")
    await answer(cast.caller("Hòa"), office, question_id=asked.question_id, text="Nộp ở văn phòng")
    text = await _text(office, (await copy(binh, office)).file_id)
    for words in (
        "diện: Đảng viên chính thức",
        "mã tài khoản chat: another-phone",
        "mục đích: Nhắc việc; bản lời văn: 2026-11-4-party; lúc đồng ý: 08:00 thứ Hai, 23/11/2026",
        "số: 12-KH/ĐU",
        "câu hỏi: Nộp ở đâu?",
        "trả lời: Nộp ở văn phòng",
        "việc: đưa người này vào danh sách phải xác nhận",
    ):
        assert words in text
    assert all(title in text for title in texts.SECTIONS.values())
    assert "(không có)" in text


async def test_no_other_persons_name_stands_in_it(office: Office, cast: Cast) -> None:
    await published(office, cast)
    text = await _text(office, (await copy(cast.caller("Bình"), office)).file_id)
    assert not [one for one in PEOPLE if one.given != "Bình" and one.full_name in text]


async def test_the_file_stays_a_week(office: Office, cast: Cast) -> None:
    made = await copy(cast.caller("Bình"), office)
    (row,) = await rows(office, tables.files)
    assert row["until_at"] == START + KEPT_FOR

    def sweep(connection: Connection) -> int:
        return files.sweep(connection, now=office.clock.now())

    clock_of(office).forward(days=6)
    assert await office.database.transaction(sweep) == 0
    clock_of(office).forward(days=1)
    assert await office.database.transaction(sweep) == 1
    assert made.file_id == row["id"]
