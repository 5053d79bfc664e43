"""Files put into a watched folder are taken as a site's documents are."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.states import ItemState, Purpose, SourceFault
from tests.cast import clock_of
from tests.intake.texts import directive
from tests.intake.world import World


@pytest.fixture(autouse=True)
def _later(world: World) -> None:
    """The files of the test were put there long ago, whatever day it is."""
    clock = clock_of(world.office)
    clock.set(max(clock.now(), datetime.now(UTC) + timedelta(days=1)))


async def test_a_file_put_into_the_folder_is_drafted_and_kept_and_stays_where_it_is(
    world: World, folder: Path
) -> None:
    (folder / "cu.txt").write_text(directive("20-KH/ĐU"))
    await world.adds_folder()
    await world.looks()
    (folder / "moi.txt").write_text(directive("21-KH/ĐU"))
    await world.looks(hours=1)
    await world.looks(hours=1)
    assert [row.number for row in await world.rows("drafts")] == ["21-KH/ĐU"]
    assert [row.name for row in await world.rows("attachments")] == ["moi.txt"]
    assert (folder / "moi.txt").exists()
    assert len(await world.told(Purpose.SOURCE_NEWS)) == 1


async def test_a_file_that_is_written_anew_is_told_and_drafted_no_second_time(
    world: World, folder: Path
) -> None:
    await world.adds_folder()
    await world.looks()
    (folder / "moi.txt").write_text(directive("21-KH/ĐU"))
    await world.looks(hours=1)
    (folder / "moi.txt").write_text(directive("22-KH/ĐU"))
    await world.looks(hours=1)
    assert [row.number for row in await world.rows("drafts")] == ["21-KH/ĐU"]
    assert "đã sửa nội dung" in (await world.told(Purpose.SOURCE_NEWS))[-1]


async def test_a_file_whose_very_name_is_marked_leaves_not_even_the_name(world: World, folder: Path) -> None:
    await world.adds_folder()
    await world.looks()
    (folder / "TUYỆT MẬT.txt").write_text(directive("21-KH/ĐU"))
    await world.looks(hours=1)
    (item,) = await world.rows("items")
    assert (item.state, item.fault, item.link) == (ItemState.REFUSED, SourceFault.SECRET, "")
    assert "dấu chỉ độ mật" in (await world.told(Purpose.SOURCE_NEWS))[0]


async def test_a_folder_that_leads_out_by_a_link_is_not_looked_into(
    world: World, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "a.txt").write_text(directive("21-KH/ĐU"))
    (folder / "way").symlink_to(outside)
    await world.adds_folder("way")
    await world.looks()
    (source,) = await world.rows("sources")
    assert source.fault is SourceFault.NO_FOLDER
    assert await world.rows("items") == []
