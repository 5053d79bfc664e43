import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.sources.fetched import Unfetched
from bot.sources.folders import FoundFile, files_in, folder_in
from storage.states import SourceFault

LIMIT = 1000


def later() -> datetime:
    return datetime.now(UTC) + timedelta(minutes=5)


def found(folder: Path, *, now: datetime | None = None) -> list[FoundFile]:
    return files_in(folder, now=now or later(), most_bytes=LIMIT)


def refused(file: FoundFile) -> SourceFault:
    with pytest.raises(Unfetched) as caught:
        file.read()
    return caught.value.fault


def test_files_that_lie_still_are_found_by_name_and_read_and_left_as_they_are(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.docx"):
        (tmp_path / name).write_bytes(name.encode())
    first, second = found(tmp_path)
    assert (first.name, second.name) == ("a.docx", "b.pdf")
    assert first.read() == b"a.docx"
    assert first.size == 6
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "b.pdf"]


def test_a_file_that_is_still_being_copied_waits_also_when_its_date_is_set_back(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"x")
    os.utime(file, (0, 0))
    assert found(tmp_path, now=datetime.now(UTC)) == []
    assert [one.name for one in found(tmp_path)] == ["a.pdf"]


def test_a_date_in_the_future_keeps_no_file_waiting_for_ever(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"x")
    future = (later() + timedelta(days=900)).timestamp()
    os.utime(file, (future, future))
    assert [one.name for one in found(tmp_path)] == ["a.pdf"]


def test_what_is_no_finished_file_of_the_office_is_left_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"secret")
    folder = tmp_path / "in"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "c.pdf").write_bytes(b"x")
    (folder / "link.txt").symlink_to(outside)
    os.mkfifo(folder / "pipe.txt")
    for name in (".hidden.pdf", "~$a.docx", "a.pdf.part", "a.PDF.CRDOWNLOAD", "b.tmp"):
        (folder / name).write_bytes(b"x")
    assert found(folder) == []


def test_a_file_that_became_a_link_or_a_pipe_meanwhile_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"x")
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_bytes(b"x")
    linked, piped, gone = found(folder)
    # The very same to look at, so that only the link itself tells.
    os.utime(outside, (0, linked.changed_at.timestamp()))
    for one in (linked, piped, gone):
        one.path.unlink()
    linked.path.symlink_to(outside)
    os.mkfifo(piped.path)
    assert [refused(one) for one in (linked, piped, gone)] == [
        SourceFault.NOT_REACHED,
        SourceFault.NOT_REACHED,
        SourceFault.GONE,
    ]


def test_a_file_that_changed_since_it_was_found_waits_for_the_next_look(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x")
    [one] = found(tmp_path)
    file.write_bytes(b"xy")
    assert refused(one) is SourceFault.NOT_REACHED
    file.write_bytes(b"y")
    os.utime(file, (0, 0))
    assert refused(one) is SourceFault.NOT_REACHED


def test_a_file_that_is_too_long_is_named_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x" * (LIMIT + 1))
    [one] = found(tmp_path)
    assert one.name == "a.pdf"
    assert refused(one) is SourceFault.TOO_LARGE


def test_a_folder_below_the_one_of_the_settings_is_found(tmp_path: Path) -> None:
    (tmp_path / "vb" / "2026").mkdir(parents=True)
    assert folder_in(tmp_path, "vb/2026") == (tmp_path / "vb" / "2026").resolve()
    assert folder_in(tmp_path, ".") == tmp_path.resolve()


@pytest.mark.parametrize("place", ["..", "vb/../..", "/", "/etc", "link", "khong-co", "a.txt", "\0"])
def test_a_folder_elsewhere_is_none_be_it_by_a_link(tmp_path: Path, place: str) -> None:
    root = tmp_path / "root"
    (root / "vb").mkdir(parents=True)
    (root / "a.txt").write_bytes(b"x")
    (root / "link").symlink_to(tmp_path)
    with pytest.raises(Unfetched) as caught:
        folder_in(root, place)
    assert caught.value.fault is SourceFault.NO_FOLDER


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unfetched) as caught:
        found(tmp_path / "khong-co")
    assert caught.value.fault is SourceFault.NO_FOLDER
