"""The command line's roster requests, done by the process that runs already."""

import base64
from pathlib import Path

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.roster.difference import Part
from bot.settings import Settings
from bot.settings.sections import OfficeSection
from handlers.serve.handover import hand_over, handover
from handlers.serve.rosters import (
    APPLY,
    COMPARE,
    TEMPLATE,
    Changed,
    Choice,
    Compared,
    RosterFile,
    Template,
    Wanted,
)
from storage.database import Database
from tests.cast import FixedClock, fill
from tests.roster.files import workbook

FILE = workbook([("Họ và tên", "Chi bộ"), ("Hồ Thị Nga", "Chi bộ 9")])


@pytest.fixture
async def office(prepared_sqlite_url: str, tmp_path: Path) -> Office:
    settings = Settings(office=OfficeSection(data_folder=tmp_path))
    made = Office(Database(prepared_sqlite_url), FixedClock(), settings, b"k" * 32)
    await made.database.transaction(fill)
    return made


async def test_a_roster_is_compared_and_applied_over_the_socket(office: Office, tmp_path: Path) -> None:
    heard: list[str] = []
    async with handover(office):
        asked = RosterFile(
            name="a.xlsx", content=base64.b64encode(FILE), opens_units=True, keeps=True, writes_table=True
        )
        answer = await hand_over(tmp_path, COMPARE, asked, say=heard.append)
        compared = Compared.model_validate(answer)
        assert (compared.counts, compared.opens_units) == ({"joins": 1}, True)
        assert compared.table.startswith(b"PK")
        choice = Choice(import_id=compared.import_id, seen=compared.seen, parts=(Part.ALL,))
        done = Changed.model_validate(await hand_over(tmp_path, APPLY, choice, say=heard.append))
        assert (done.joined, done.opened) == (1, 1)
        with pytest.raises(Refused, match=Refusal.ROSTER_LAPSED):
            await hand_over(tmp_path, APPLY, choice, say=heard.append)
        made = Template.model_validate(await hand_over(tmp_path, TEMPLATE, Wanted(), say=heard.append))
        assert made.content.startswith(b"PK")
    assert {"reading: 2 of 2", "comparing", "applying: 1 of 1"} <= set(heard)
    await office.database.close()


async def test_what_cannot_be_read_is_refused_over_the_socket(office: Office, tmp_path: Path) -> None:
    async with handover(office):
        asked = RosterFile(name="a.xlsx", content=base64.b64encode(b"%PDF"))
        with pytest.raises(Refused, match=Refusal.ROSTER_FILE) as refused:
            await hand_over(tmp_path, COMPARE, asked, say=lambda _: None)
        assert refused.value.details["fault"] == "other format"
    await office.database.close()
