"""Roster files at the size of a province: reading, comparing and applying 10,000 people, side by side.

Everything is invented. Each step runs in a process of its own, so that its peak of memory is its own; what is
compared stands in one table of one run. See README.md beside this file.
"""

import asyncio
import csv
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import xlsxwriter
from rich.console import Console
from rich.table import Table

from bot.clock import OfficeClock
from bot.office import Office
from bot.organisation.enrolling import enrol
from bot.organisation.founding import COMMAND_LINE, found_office
from bot.organisation.roster import applying, importing
from bot.organisation.roster.plans import open_places
from bot.organisation.roster.reading import read_roster
from bot.reading.tables.sheets import read_sheets
from bot.settings import Settings
from storage.database import Connection, Database
from storage.migrate import upgrade
from tests.postgres import NoPostgresError, server

PEOPLE, FEW, BRANCHES = 10_000, 1_000, 200
KEY = b"k" * 32
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


@dataclass(frozen=True)
class Step:
    """One thing that is measured.

    Args:
        title: its line in the table.
        baseline: the step with which it is compared.
    """

    title: str
    run: Callable[[Path, str], None]
    baseline: str = ""


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
    office_does(url, lambda office: _compare(office, folder, PEOPLE, 0))


def apply_many(folder: Path, url: str) -> None:
    """10,000 new people, in one transaction."""
    office_does(url, lambda office: _apply(office, folder, PEOPLE))


def apply_few(folder: Path, url: str) -> None:
    """1,000 new people, in one transaction."""
    office_does(url, lambda office: _apply(office, folder, FEW))


def apply_few_naively(_folder: Path, url: str) -> None:
    """1,000 new people one after the other, each with a transaction of their own."""

    async def do(office: Office) -> None:
        places = await office.database.read(lambda connection: open_places(connection, office))
        for _, name, *_ in people(FEW):

            def body(connection: Connection, name: str = name) -> int:
                return enrol(connection, office, COMMAND_LINE, full_name=name, unit_id=places[0].id)

            await office.database.transaction(body)

    office_does(url, do)


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


def office_does(url: str, do: Callable[[Office], Awaitable[None]]) -> None:
    """Found an office in an empty database and let it do something."""

    async def run() -> None:
        office = Office(database=Database(url), clock=OfficeClock(timedelta()), settings=Settings(), key=KEY)
        try:
            await office.database.transaction(
                lambda connection: found_office(
                    connection, office, first_admin_name="Phạm Quốc Dũng", unit_name="Đảng ủy"
                )
            )
            TIMED.restart()
            await do(office)
        finally:
            await office.database.close()

    upgrade(url)
    asyncio.run(run())


def expect(found: object, wanted: object) -> None:
    """A figure of something that was not done would mislead."""
    if found != wanted:
        raise SystemExit(f"found {found}, not {wanted}")


class Timed:
    """What is measured begins only when what it needs is there."""

    def __init__(self) -> None:
        self.begun = time.perf_counter()

    def restart(self) -> None:
        """Begin now."""
        self.begun = time.perf_counter()


TIMED = Timed()
READING = {
    "begin": Step("the program itself", begin),
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


def measure(name: str, folder: Path, url: str) -> dict[str, float]:
    """Run one step in a process of its own: seconds, and the peak of its memory in MB."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.rosters", name, str(folder), url],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr.strip()}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def print_table(title: str, steps: dict[str, Step], figures: dict[str, dict[str, float]], own: float) -> None:
    """One line a step: seconds, how many times its baseline, memory above the program's own."""
    table = Table(title=title, title_justify="left")
    for heading in ("step", "seconds", "ratio", "of", "peak MB above the program's own"):
        table.add_column(heading, justify="left" if heading in {"step", "of"} else "right")
    for name, step in steps.items():
        one = figures[name]
        base = figures.get(step.baseline)
        ratio = f"{one['seconds'] / base['seconds']:.2f}" if base else ""
        of = steps[step.baseline].title if step.baseline in steps else ""
        table.add_row(step.title, f"{one['seconds']:.2f}", ratio, of, f"{one['memory'] - own:.0f}")
    Console(width=150).print(table)


def main(arguments: Sequence[str]) -> None:
    """Measure everything, or one step when it is named."""
    if arguments:
        name, folder, url = arguments
        measure_here({**READING, **APPLYING}[name], Path(folder), url)
        return
    with tempfile.TemporaryDirectory(prefix="loa-bench-") as made:
        measure_all(Path(made))


def measure_here(step: Step, folder: Path, url: str) -> None:
    """Run the step and write its figures as JSON."""
    TIMED.restart()
    step.run(folder, url)
    seconds = time.perf_counter() - TIMED.begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "memory": peak}) + "\n")


def measure_all(folder: Path) -> None:
    """Make the files, measure each step, print the tables; PostgreSQL only where there is a server."""
    write_files(folder)
    reading = {name: measure(name, folder, "-") for name in READING}
    own = reading["begin"]["memory"]
    print_table(f"Reading {PEOPLE:,} people", READING, reading, own)
    urls = {name: f"sqlite:///{folder / name.replace(' ', '-')}.db" for name in APPLYING}
    on_sqlite = {name: measure(name, folder, urls[name]) for name in APPLYING}
    print_table("SQLite", APPLYING, on_sqlite, own)
    with suppress(NoPostgresError), server() as postgres:
        on_postgres = {}
        for name in APPLYING:
            with postgres.database() as url:
                on_postgres[name] = measure(name, folder, url)
        print_table("PostgreSQL", APPLYING, on_postgres, own)


if __name__ == "__main__":
    main(sys.argv[1:])
