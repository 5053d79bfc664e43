"""/tim among many documents: ten times as many may cost ten times as much, and not more."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bench.steps import TIMED, Step, expect, office_does
from bot.access import Caller, Door
from bot.messages.folding import folded_words
from bot.office import Office
from bot.publication.member.searching import remember, search
from storage import tables
from storage.database import Connection
from storage.migrate import upgrade
from tests.cast import FixedClock, fill
from tests.publication.steps import published

FEW, MANY = 1_000, 10_000
_ASKED = {
    "biên bản": True,
    "chuyen de": True,
    "nộp đảng phí": True,
    "ke hoach 977": True,
    "512-KH/ĐU": True,
    "khongcoodau": False,
}
"""What is asked, with and without accents, often and seldom found, and whether there is such a thing."""
_SUBJECTS = ("chuyên đề", "biên bản", "nộp đảng phí", "phòng cháy", "hồ sơ đảng viên", "thi đua", "sổ tay")
_BODY = (
    "Thực hiện chương trình công tác năm, các chi bộ đưa {subject} vào buổi sinh hoạt gần nhất, ghi ý kiến "
    "thảo luận đầy đủ và báo cáo kết quả về Văn phòng Đảng ủy trước ngày 25.\n"
)
_TIMES = 4
"""A text of half a page."""
_versions = tables.versions


def keep_few(_folder: Path, url: str) -> None:
    """The first documents; what is measured is keeping their words, as it is done when each is published."""
    upgrade(url)

    async def do(office: Office) -> None:
        await published(office, await office.database.transaction(fill))
        await office.database.transaction(lambda connection: _keep(connection, 2, FEW + 1))

    office_does(url, do, FixedClock())


def keep_more(_folder: Path, url: str) -> None:
    """Nine times as many more."""

    async def do(office: Office) -> None:
        await office.database.transaction(lambda connection: _keep(connection, FEW + 1, MANY + 1))

    office_does(url, do, FixedClock())


def search_loa(_folder: Path, url: str) -> None:
    """As an admin at the machine asks, who may see all."""

    async def do(office: Office) -> None:
        caller = Caller(member_id=None, door=Door.COMMAND_LINE)
        TIMED.restart()
        for typed, is_there in _ASKED.items():
            expect(bool((await search(caller, office, typed=typed)).hits), is_there)

    office_does(url, do, FixedClock())


def search_naively(_folder: Path, url: str) -> None:
    """Fetch every text, fold it, and look for the words."""

    def body(connection: Connection) -> None:
        for typed, is_there in _ASKED.items():
            words = set(folded_words(typed))
            rows = connection.execute(sa.select(_versions.c.number, _versions.c.title, _versions.c.body))
            hits = [row for row in rows if words <= set(folded_words(" ".join(map(str, row))))]
            expect(bool(hits), is_there)

    async def do(office: Office) -> None:
        TIMED.restart()
        await office.database.read(body)

    office_does(url, do, FixedClock())


def _keep(connection: Connection, first: int, last: int) -> None:
    for table in (tables.drafts, tables.publications, _versions):
        row = dict(connection.execute(sa.select(table).order_by(table.c.id)).mappings().first() or {})
        connection.execute(table.insert(), [_copy(table, row, number) for number in range(first, last)])
    TIMED.restart()
    for number in range(first, last):
        remember(connection, number)


def _copy(table: sa.Table, row: dict[str, Any], number: int) -> dict[str, Any]:
    subject = _SUBJECTS[number % len(_SUBJECTS)]
    own = {
        "id": number,
        "draft_id": number,
        "publication_id": number,
        "number": f"{number}-KH/ĐU",
        "number_key": f"{number}|KH|ĐU",
        "title": f"Kế hoạch {number} về {subject}",
        "body": _BODY.format(subject=subject) * _TIMES,
    }
    return row | {name: value for name, value in own.items() if name in table.c}


SEARCHING = {
    "few kept": Step(f"keep the words of {FEW:,}", keep_few),
    "few searched naively": Step(f"fetch, fold and look through {FEW:,}", search_naively),
    "few searched": Step(f"search {FEW:,}, Loa", search_loa, "few searched naively"),
    "more kept": Step(f"keep the words of {MANY - FEW:,} more", keep_more, "few kept"),
    "many searched": Step(f"search {MANY:,}, Loa", search_loa, "few searched"),
}
