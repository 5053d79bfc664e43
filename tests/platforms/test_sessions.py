"""The rows about study sessions, each on Telegram, on Zalo and at the web inbox."""

from pathlib import Path

import pytest

from tests.platforms.playing import play, played
from tests.platforms.rows import Row
from tests.platforms.tables.meeting import MEETING


@played(MEETING)
@pytest.mark.timeout(240)
async def test_each_cell_works_or_names_what_stands_for_it(
    row: Row, database: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    await play(row, request.getfixturevalue(database), tmp_path)
