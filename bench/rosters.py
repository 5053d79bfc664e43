"""Roster files at the size of a province: reading, comparing and applying 10,000 people, side by side.

Everything is invented.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import xlsxwriter

from bench.steps import KEY, TIMED, Step, expect, new_office_does
from bot.office import Office
from bot.organisation.enrolling import enrol
from bot.organisation.founding import COMMAND_LINE
from bot.organisation.roster import applying, importing
from bot.organisation.roster.plans import open_places
from bot.organisation.roster.reading import read_roster
from bot.reading.tables.sheets import read_sheets
from storage.database import Connection

PEOPLE, FEW, BRANCHES = 10_000, 1_000, 200
HEADING = (
    "STT",
    "Họ và tên",
    "Chi bộ",
    "Chức vụ",
    "Loại",
    "Giới tính",
    "Số điện thoại",
    "Ngày sinh",
    "Số thẻ",
)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
MIDDLE = ("Văn", "Thị", "Quốc", "Hồng", "Minh", "Thanh", "Ngọc", "Đức", "Xuân", "Thu", "Hữu")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Hải", "Hòa", "Hùng", "Khánh", "Lan", "Mai", "Nga")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def people(count: int) -> Iterator[tuple[str, ...]]:
    """Invented people: names repeat across branches, as they do."""
    for number in range(count):
        family, rest = FAMILY[number % len(FAMILY)], number // len(FAMILY)
        name = f"{family} {MIDDLE[rest % len(MIDDLE)]} {GIVEN[rest // len(MIDDLE) % len(GIVEN)]}"
        letter = chr(ord("A") + number // (count // BRANCHES or 1) % 20)
        yield (
            str(number + 1),
            f"{name} {letter}",
            f"Chi bộ {number % BRANCHES + 1}",
            "Bí thư" if number < BRANCHES else "",
            "Đảng viên dự bị" if number % 20 == 0 else "Đảng viên chính thức",
            "Nữ" if number % 2 else "Nam",
            f"0912{number:06}",
            "01/01/1970",
            f"{number:012}",
        )


def write_files(folder: Path) -> None:
    """The same people as .xlsx and as .csv, all of them and the first thousand."""
    for count in (PEOPLE, FEW):
        rows = [HEADING, *people(count)]
        with xlsxwriter.Workbook(str(folder / f"{count}.xlsx"), {"strings_to_formulas": False}) as book:
            sheet = book.add_worksheet("Danh sách")
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(place, column, cell)
        with (folder / f"{count}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)


def begin(_folder: Path, _url: str) -> None:
    """Nothing: what the program itself takes."""


def read_xlsx(folder: Path, _url: str) -> None:
    """Loa's way: looked through in limits, laid out by calamine, cleaned."""
    [sheet] = read_sheets("a.xlsx", (folder / f"{PEOPLE}.xlsx").read_bytes())
    expect(len(sheet.rows), PEOPLE + 1)


def read_xlsx_naively(folder: Path, _url: str) -> None:
    """The standard library's way: the whole of each part as a tree, without any limit."""
    with zipfile.ZipFile(folder / f"{PEOPLE}.xlsx") as archive:
        strings = ET.fromstring(archive.read("xl/sharedStrings.xml"))
        known = ["".join(text.text or "" for text in one.iter(f"{SHEET}t")) for one in strings]
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = [
        [known[int(cell.findtext(f"{SHEET}v") or 0)] for cell in row.iter(f"{SHEET}c")]
        for row in sheet.iter(f"{SHEET}row")
    ]
    expect(len(rows), PEOPLE + 1)


def read_csv(folder: Path, _url: str) -> None:
    """Loa's way: encoding and sign found, cleaned."""
    [sheet] = read_sheets("a.csv", (folder / f"{PEOPLE}.csv").read_bytes())
    expect(len(sheet.rows), PEOPLE + 1)


def read_csv_naively(folder: Path, _url: str) -> None:
    """The standard library's way, encoding and sign known."""
    text = (folder / f"{PEOPLE}.csv").read_text(encoding="utf-8-sig")
    expect(len(list(csv.reader(io.StringIO(text)))), PEOPLE + 1)


def understand(folder: Path, _url: str) -> None:
    """Reading, heading, gate, names, kinds, telephones."""
    content = (folder / f"{PEOPLE}.xlsx").read_bytes()
    units = [f"Chi bộ {number + 1}" for number in range(BRANCHES)]
    file = read_roster("a.xlsx", content, key=KEY, units=units)
    expect((len(file.lines), len(file.unclear)), (PEOPLE, 0))


def compare_again(folder: Path, url: str) -> None:
    """The file once more, when everybody is on the roster: nothing would change."""
    new_office_does(url, lambda office: _compare(office, folder, PEOPLE, 0))


def apply_many(folder: Path, url: str) -> None:
    """10,000 new people, in one transaction."""
    new_office_does(url, lambda office: _apply(office, folder, PEOPLE))


def apply_few(folder: Path, url: str) -> None:
    """1,000 new people, in one transaction."""
    new_office_does(url, lambda office: _apply(office, folder, FEW))


def apply_few_naively(_folder: Path, url: str) -> None:
    """1,000 new people one after the other, each with a transaction of their own."""

    async def do(office: Office) -> None:
        places = await office.database.read(lambda connection: open_places(connection, office))
        for _, name, *_ in people(FEW):

            def body(connection: Connection, name: str = name) -> int:
                return enrol(connection, office, COMMAND_LINE, full_name=name, unit_id=places[0].id)

            await office.database.transaction(body)

    new_office_does(url, do)


async def _apply(office: Office, folder: Path, count: int) -> None:
    import_id = await _show(office, folder, count)
    shown = await importing.look_at(COMMAND_LINE, office, import_id=import_id)
    TIMED.restart()
    done = await applying.apply_part(
        COMMAND_LINE, office, import_id=import_id, seen=shown.difference.checksum
    )
    expect((done.joined, done.is_done), (count, True))


async def _compare(office: Office, folder: Path, count: int, changes: int) -> None:
    import_id = await _show(office, folder, count)
    shown = await importing.look_at(COMMAND_LINE, office, import_id=import_id)
    await applying.apply_part(COMMAND_LINE, office, import_id=import_id, seen=shown.difference.checksum)
    import_id = await _show(office, folder, count)
    TIMED.restart()
    shown = await importing.look_at(COMMAND_LINE, office, import_id=import_id)
    expect(len(shown.difference.joined) + len(shown.difference.changed), changes)


async def _show(office: Office, folder: Path, count: int) -> int:
    content = (folder / f"{count}.xlsx").read_bytes()
    return await importing.show_file(COMMAND_LINE, office, name="a.xlsx", content=content, opens_units=True)


NOTHING = "begin"
READING = {
    NOTHING: Step("the program itself", begin),
    "xlsx naively": Step("read .xlsx, standard library, no limits", read_xlsx_naively),
    "xlsx": Step("read .xlsx, Loa", read_xlsx, "xlsx naively"),
    "csv naively": Step("read .csv, standard library", read_csv_naively),
    "csv": Step("read .csv, Loa", read_csv, "csv naively"),
    "understand": Step("read .xlsx and understand it", understand, "xlsx"),
}
APPLYING = {
    "few naively": Step(f"put on {FEW:,}, one by one", apply_few_naively),
    "few": Step(f"apply {FEW:,}", apply_few, "few naively"),
    "many": Step(f"apply {PEOPLE:,}", apply_many, "few"),
    "compare": Step(f"compare {PEOPLE:,} with {PEOPLE:,}", compare_again, "many"),
}
