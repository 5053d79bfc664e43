"""Word documents: Loa's way, in a child process with limits, beside unpacking and cutting the tags out."""

import asyncio
import re
import zipfile
from datetime import date
from pathlib import Path

from docx import Document

from bench.steps import Step, expect
from bot.reading.files import read_file
from bot.reading.reader import read_document

FEW, PARAGRAPHS = 5, 100
_LINE = (
    "Thực hiện chương trình công tác năm, các chi bộ đưa chuyên đề vào buổi sinh hoạt gần nhất, ghi ý kiến "
    "thảo luận vào biên bản và báo cáo kết quả về Văn phòng Đảng ủy, đoạn {}."
)
_TODAY = date(2026, 11, 23)
_LAST = f"đoạn {PARAGRAPHS}."
_PARAGRAPH, _TEXT = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL), re.compile(r"<w:t[^>]*>([^<]*)</w:t>")


def write_files(folder: Path) -> None:
    """One document of several pages."""
    made = Document()
    for number in range(PARAGRAPHS):
        made.add_paragraph(_LINE.format(number + 1))
    made.save(str(folder / "document.docx"))


def read_naively(folder: Path, _url: str) -> None:
    """Unpack the one part and cut the tags out: no limit, and nothing but the running text."""
    for _ in range(FEW):
        with zipfile.ZipFile(folder / "document.docx") as archive:
            part = archive.read("word/document.xml").decode()
        text = "\n".join("".join(_TEXT.findall(one)) for one in _PARAGRAPH.findall(part))
        expect(text.endswith(_LAST), True)


def read_in_a_child(folder: Path, _url: str) -> None:
    """A process for each, with limits, and everything that is not running text looked for marks too."""

    async def read() -> None:
        for _ in range(FEW):
            found = await read_file((folder / "document.docx").read_bytes(), name="document.docx")
            expect(found.text.rstrip().endswith(_LAST), True)

    asyncio.run(read())


def read_together(folder: Path, _url: str) -> None:
    """The same at once, as several people send them."""

    async def read() -> None:
        content = (folder / "document.docx").read_bytes()
        found = await asyncio.gather(*(read_file(content, name="document.docx") for _ in range(FEW)))
        expect({one.text.rstrip().endswith(_LAST) for one in found}, {True})

    asyncio.run(read())


def understand(folder: Path, _url: str) -> None:
    """Number, title, dates, main points, tasks: out of text that was read already."""
    text = "\n\n".join(_LINE.format(number + 1) for number in range(PARAGRAPHS))
    for _ in range(FEW):
        expect(read_document(text, today=_TODAY).body.endswith(_LAST), True)


READING = {
    "docx naively": Step("unpack and cut the tags out, no limits", read_naively),
    "docx": Step("read, Loa: a child process each", read_in_a_child, "docx naively"),
    "docx together": Step("the same, all at once", read_together, "docx"),
    "docx understood": Step("understand text that was read", understand, "docx"),
}
