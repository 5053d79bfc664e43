"""A clerk sends the document itself instead of pasting it."""

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.reading.files import FileFault
from bot.texts import refusals
from bot.texts.files import FILE_FAULTS
from handlers.commands.drafting import pasting
from storage import tables
from tests.cast import Cast
from tests.commands.chat import Chat
from tests.commands.saying import read
from tests.publication.steps import rows
from tests.reading.files import making


async def asked(office: Office, cast: Cast) -> Chat:
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    return lan


async def test_a_word_document_comes_back_as_a_card_with_what_stands_in_its_head(
    office: Office, cast: Cast
) -> None:
    made = making.document()
    making.add_box(made.tables[0].rows[0].cells[0].paragraphs[0], "KHẨN")
    lan = await asked(office, cast)
    shown = read(await lan.send("kế hoạch.docx", making.saved(made)))
    assert "số 12-KH/ĐU" in shown
    (draft,) = await rows(office, tables.drafts)
    assert (draft["title"], draft["issuer"]) == ("Học tập chuyên đề quý IV năm 2026", "Đảng ủy các cơ quan")
    assert (str(draft["issued_on"]), str(draft["urgency"])) == ("2026-11-06", "urgent")
    assert not draft["needs_clearing"]


async def test_a_mark_beside_the_text_or_in_the_name_is_refused_before_anything_is_written(
    office: Office, cast: Cast
) -> None:
    made = making.document()
    made.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    lan = await asked(office, cast)
    for name, content in (("kh.docx", making.saved(made)), ("MẬT.docx", making.saved(making.document()))):
        with pytest.raises(Refused) as refused:
            await lan.send(name, content)
        assert refused.value.reason is Refusal.SECRET
    for table in (tables.drafts, tables.history, tables.files):
        assert await rows(office, table) == []


async def test_a_scan_begins_a_draft_without_words_that_a_person_has_to_clear(
    office: Office, cast: Cast
) -> None:
    lan = await asked(office, cast)
    await lan.send("quét.pdf", making.printed(making.paper(pages=0, scans=1)))
    (draft,) = await rows(office, tables.drafts)
    assert (draft["body"], draft["needs_clearing"]) == ("", True)


async def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(office: Office, cast: Cast) -> None:
    lan = await asked(office, cast)
    with pytest.raises(Refused) as refused:
        await lan.send("kh.docx", making.saved(making.document())[:-300])
    said = refusals.sentence(refused.value.reason, refused.value.details)
    assert said.startswith("Chưa đọc được tệp này: tệp bị hỏng")
    assert await rows(office, tables.drafts) == []


def test_every_fault_says_what_to_do_next() -> None:
    assert set(FILE_FAULTS) == {fault.value for fault in FileFault}
    assert all("Xin " in words and words.endswith(".") for words in FILE_FAULTS.values())
