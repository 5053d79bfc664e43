"""Files that are not what they say, or that would unfold to far more; what reading them costs."""

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.tables.sheets import MAX_SHEET_BYTES, SheetFault, UnreadableSheet, read_sheets
from tests.roster.files import SHEET, STRINGS, csv_text, repacked, workbook

PEOPLE = workbook([("Họ và tên", "Chi bộ"), ("Nguyễn Văn Bình", "Chi bộ 1")])
END = b"</sheetData>"


def fault(content: bytes, name: str = "a.xlsx") -> SheetFault:
    with pytest.raises(UnreadableSheet) as unreadable:
        read_sheets(name, content)
    return unreadable.value.fault


def zipped(parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def with_cells(cells: bytes) -> bytes:
    return repacked(PEOPLE, {SHEET: lambda part: part.replace(END, cells + END)})


def locked() -> bytes:
    """As Office writes a workbook with a password: a compound file with that stream in it."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 600
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 600
    )


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"<html><table><tr><td>Nguyen</td></tr></table></html>", "a.xlsx", SheetFault.OTHER_FORMAT),
        (b"%PDF-1.7 ...", "a.xlsx", SheetFault.OTHER_FORMAT),
        (b"%PDF-1.7 ...", "a.csv", SheetFault.OTHER_FORMAT),
        (b"<?xml version='1.0'?><Workbook/>", "a.csv", SheetFault.OTHER_FORMAT),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "a.csv", SheetFault.OTHER_FORMAT),
        (PEOPLE, "a.csv", SheetFault.OTHER_FORMAT),
        (b"\xd0\xcf\x11\xe0" + b"0" * 5000, "a.xlsx", SheetFault.OLD_EXCEL),
        (b"\xd0\xcf\x11\xe0" + b"0" * 5000, "a.csv", SheetFault.OLD_EXCEL),
        (b"anything", "a.xls", SheetFault.OLD_EXCEL),
        (PEOPLE, "a.xlsm", SheetFault.OTHER_FORMAT),
        (b"anything", "a.docx", SheetFault.OTHER_FORMAT),
        (locked(), "a.xlsx", SheetFault.LOCKED),
        (zipped({"word/document.xml": b"<a/>"}), "a.xlsx", SheetFault.OTHER_FORMAT),
        (
            zipped({"mimetype": b"application/vnd.oasis", "content.xml": b"<a/>"}),
            "a.xlsx",
            SheetFault.OTHER_FORMAT,
        ),
        (PEOPLE[:3000], "a.xlsx", SheetFault.BROKEN),
        (b"", "a.xlsx", SheetFault.OTHER_FORMAT),
        (b"", "a.csv", SheetFault.EMPTY),
        (b" \r\n;;;\r\n", "a.csv", SheetFault.EMPTY),
        (workbook([]), "a.xlsx", SheetFault.EMPTY),
        (b"H\x00o\x00", "a.csv", SheetFault.OTHER_FORMAT),
        (b"a,b\x00c\n", "a.csv", SheetFault.OTHER_FORMAT),
        (b'a,b\n"x' + b"y" * 200_000, "a.csv", SheetFault.BROKEN),
    ],
)
def test_what_is_something_else_is_told_for_what_it_is(
    content: bytes, name: str, expected: SheetFault
) -> None:
    assert fault(content, name) is expected


def test_macros_and_passwords_inside_the_archive_are_refused() -> None:
    assert fault(repacked(PEOPLE, {"xl/vbaProject.bin": b"x"})) is SheetFault.MACROS
    # The first bit of the flags, in the central directory (APPNOTE.TXT 4.4.4), says that a part is encrypted.
    encrypted = bytearray(PEOPLE)
    entry = encrypted.index(b"PK\x01\x02")
    encrypted[entry + 8] |= 1
    assert fault(bytes(encrypted)) is SheetFault.LOCKED


def test_a_bomb_is_refused_by_its_own_directory() -> None:
    folded = {
        STRINGS: lambda part: part.replace(b"</sst>", b"<si><t>" + b"A" * 90_000_000 + b"</t></si></sst>")
    }
    bomb = repacked(PEOPLE, folded)
    assert len(bomb) < 200_000
    assert fault(bomb) is SheetFault.UNFOLDS_TOO_FAR


def test_a_bomb_that_lies_about_its_size_unfolds_no_further_than_it_said() -> None:
    text = b"<si><t>" + b"A" * 90_000_000 + b"</t></si></sst>"
    bomb = bytearray(repacked(PEOPLE, {STRINGS: lambda part: part.replace(b"</sst>", text)}))
    # Both headers of that part say 400 bytes: 22 behind the start of the local one, which is 30 long, and 24
    # behind that of the central one, which is 46 long (APPNOTE.TXT 4.3.7 and 4.3.12).
    local, central = bomb.index(STRINGS.encode()), bomb.rindex(STRINGS.encode())
    struct.pack_into("<I", bomb, local - 30 + 22, 400)
    struct.pack_into("<I", bomb, central - 46 + 24, 400)
    assert fault(bytes(bomb)) is SheetFault.BROKEN


def test_an_archive_in_an_archive_is_not_opened() -> None:
    inner = zipped({"a.xml": b"<a>" + b" " * 50_000_000 + b"</a>"})
    nested = repacked(PEOPLE, {"xl/embeddings/inner.xlsx": inner, "xl/inner.zip": inner})
    assert read_sheets("a.xlsx", nested) == read_sheets("a.xlsx", PEOPLE)
    assert fault(repacked(PEOPLE, {SHEET: inner})) is SheetFault.BROKEN


def test_external_links_and_pictures_are_not_looked_at() -> None:
    link = b'<Relationship Id="rId99" Type="x" Target="file:///etc/passwd" TargetMode="External"/>'
    relations = "xl/_rels/workbook.xml.rels"
    linked = repacked(
        PEOPLE,
        {
            relations: lambda part: part.replace(b"</Relationships>", link + b"</Relationships>"),
            "xl/externalLinks/externalLink1.xml": b"<externalLink/>",
            "xl/media/image1.png": bytes(range(256)) * 400,
            "../../escape.xml": b"<a/>",
        },
    )
    assert read_sheets("a.xlsx", linked) == read_sheets("a.xlsx", PEOPLE)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', SheetFault.TOO_MANY_ROWS),
        (b'<row r="3"><c r="XFD3"><v>1</v></c></row>', SheetFault.TOO_MANY_COLUMNS),
        (b'<row r="2000000"><c r="A1"><v>1</v></c><c><v>1</v></c></row>', SheetFault.TOO_MANY_ROWS),
        (b"<row/>" * 30_000 + b"<row><c><v>1</v></c></row>", SheetFault.TOO_MANY_ROWS),
        (b"<row>" + b"<c/>" * 60 + b"<c><v>1</v></c></row>", SheetFault.TOO_MANY_COLUMNS),
        (b'<x:row xmlns:x="x" r="99999"><x:c><x:v>1</x:v></x:c></x:row>', SheetFault.TOO_MANY_ROWS),
        (b"<row><c><v>1</v></c>", SheetFault.BROKEN),
    ],
)
def test_cells_far_out_are_refused_before_the_sheet_is_laid_out(cells: bytes, expected: SheetFault) -> None:
    assert fault(with_cells(cells)) is expected


def test_formats_far_out_and_a_boasting_dimension_are_harmless() -> None:
    far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    boasting = repacked(
        with_cells(far), {SHEET: lambda part: part.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')}
    )
    assert b"A1:XFD1048576" in zipfile.ZipFile(io.BytesIO(boasting)).read(SHEET)
    assert read_sheets("a.xlsx", boasting) == read_sheets("a.xlsx", PEOPLE)


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1),
        lambda part: part.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        lambda part: part.replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"'),
    ],
    ids=["entities", "UTF-16", "another encoding"],
)
def test_xml_that_could_be_read_in_two_ways_is_refused(change: Callable[[bytes], bytes]) -> None:
    assert fault(repacked(PEOPLE, {SHEET: change})) in {SheetFault.BROKEN, SheetFault.OTHER_FORMAT}


def test_too_many_merged_areas_are_refused() -> None:
    many = b'<mergeCells count="1">' + b'<mergeCell ref="A1:B2"/>' * 300_000 + b"</mergeCells>"
    content = repacked(PEOPLE, {SHEET: lambda part: part.replace(END, END + many)})
    assert fault(content) is SheetFault.UNFOLDS_TOO_FAR


LINE = ("Nguyễn Văn Bình", "Chi bộ 1")


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (csv_text([LINE] * 50_000).encode(), "a.csv", SheetFault.TOO_MANY_ROWS),
        (workbook([LINE] * 50_000), "a.xlsx", SheetFault.TOO_MANY_ROWS),
        (csv_text([range(16_384)] * 3).encode(), "a.csv", SheetFault.TOO_MANY_COLUMNS),
        (workbook([range(16_384)] * 3), "a.xlsx", SheetFault.TOO_MANY_COLUMNS),
        (b"0" * (MAX_SHEET_BYTES + 1), "a.xlsx", SheetFault.TOO_LARGE),
        (bytes(100_000_000), "a.csv", SheetFault.TOO_LARGE),
    ],
    ids=["50,000 lines", "50,000 rows", "16,384 cells", "16,384 columns", "5 MB and one", "100 MB"],
)
def test_what_is_too_much_is_refused(content: bytes, name: str, expected: SheetFault) -> None:
    assert fault(content, name) is expected


@given(chance=st.randoms(use_true_random=False))
def test_broken_archives_never_end_otherwise_than_with_a_reason(chance: Random) -> None:
    content = bytearray(PEOPLE)
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    with suppress(UnreadableSheet):
        read_sheets("a.xlsx", bytes(content[: chance.randint(len(content) // 2, len(content))]))


@given(chance=st.randoms(use_true_random=False))
def test_broken_parts_never_end_otherwise_than_with_a_reason(chance: Random) -> None:
    with zipfile.ZipFile(io.BytesIO(PEOPLE)) as archive:
        name = chance.choice([name for name in archive.namelist() if name.startswith("xl/")])
        part = bytearray(archive.read(name))
    for _ in range(chance.randint(1, 5)):
        part[chance.randrange(len(part))] = chance.choice(b'<>/="19AZ \x00\xff')
    with suppress(UnreadableSheet):
        read_sheets("a.xlsx", repacked(PEOPLE, {name: bytes(part)}))


_IN_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from bot.reading.tables.sheets import UnreadableSheet, read_sheets
limit = int(sys.argv[2]) * 1024 * 1024
resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        read_sheets(path.name, path.read_bytes())
        print(path.name, "read")
    except UnreadableSheet as unreadable:
        print(path.name, unreadable.fault)
"""


def test_what_is_hostile_is_refused_in_little_memory(tmp_path: Path) -> None:
    text = b"<si><t>" + b"A" * 90_000_000 + b"</t></si></sst>"
    (tmp_path / "bomb.xlsx").write_bytes(
        repacked(PEOPLE, {STRINGS: lambda part: part.replace(b"</sst>", text)})
    )
    (tmp_path / "far.xlsx").write_bytes(with_cells(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    (tmp_path / "rows.xlsx").write_bytes(workbook([LINE] * 50_000))
    (tmp_path / "rows.csv").write_bytes(csv_text([LINE] * 50_000).encode())
    (tmp_path / "people.xlsx").write_bytes(PEOPLE)
    done = subprocess.run(
        [sys.executable, "-c", _IN_LITTLE_MEMORY, str(tmp_path), "200"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "bomb.xlsx unfolds too far",
        "far.xlsx too many rows",
        "people.xlsx read",
        "rows.csv too many rows",
        "rows.xlsx too many rows",
    ]
