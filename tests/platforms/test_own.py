"""The rows about what is one's own, each on Telegram, on Zalo and at the web inbox."""

from pathlib import Path

import pytest

from tests.platforms.playing import play, played
from tests.platforms.rows import Row
from tests.platforms.tables.own import OWN


@played(OWN)
@pytest.mark.timeout(240)
async def test_each_cell_works_or_names_what_stands_for_it(
    row: Row, database: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    await play(row, request.getfixturevalue(database), tmp_path)
