"""Who is alone, and who leads."""

from pathlib import Path

import pytest

from storage.lock import FileLock, Leadership


def test_a_folder_has_one_holder_at_a_time(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert first.take()
    assert not second.take()
    first.give_back()
    assert second.take()
    second.give_back()


def test_the_lock_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "lock")
    lock.take()
    assert (tmp_path / "lock").stat().st_mode & 0o777 == 0o600
    lock.give_back()


@pytest.mark.postgresql
async def test_one_of_two_processes_leads_and_the_other_follows_when_it_goes(postgres_url: str) -> None:
    first, second = Leadership(postgres_url), Leadership(postgres_url)
    assert await first.lead()
    assert await first.lead()
    assert not await second.lead()
    await first.resign()
    assert await second.lead()
    assert not await first.lead()
    await second.resign()
    await first.resign()


async def test_with_sqlite_the_only_process_leads(sqlite_url: str) -> None:
    leadership = Leadership(sqlite_url)
    assert await leadership.lead()
    await leadership.resign()
