"""`loa source`: a source from a file, how it stands, what it would bring."""

from pathlib import Path

import pytest

from tests.cast import Cast
from tests.cli.conftest import Loa, one_line

FEED = """name = "Cổng tỉnh"
kind = "feed"
place = "http://127.0.0.1:9/rss/"
audience = "unit:Chi bo 1"
"""
FOLDER = 'name = "Thư mục"\nkind = "folder"\nplace = "den"\n'


@pytest.fixture
def feed(cast: Cast, place: Path) -> Path:
    file = place / "feed.toml"
    file.write_text(FEED, encoding="utf-8")
    return file


def test_a_source_is_added_listed_paused_resumed_and_closed(loa: Loa, feed: Path) -> None:
    assert loa("source", "list").stdout.startswith("There are no sources")
    assert loa("source", "add", feed.name).stdout == "Added source 1: Cổng tỉnh\n"
    first, where, looks = loa("source", "list").stdout.splitlines()
    assert first == "1 Cổng tỉnh (feed): new"
    assert where.strip() == "http://127.0.0.1:9/rss/"
    assert "looked at never" in looks
    assert loa("source", "pause", "1").stdout == "Paused source 1: Cổng tỉnh\n"
    assert "(feed): paused" in loa("source", "list").stdout
    one_line(loa("source", "pause", "1"), 1, "it is so already")
    assert loa("source", "resume", "1").stdout == "Resumed source 1: Cổng tỉnh\n"
    assert loa("source", "close", "1", "--yes").stdout == "Closed source 1: Cổng tỉnh\n"
    one_line(loa("source", "resume", "1"), 1, "it has changed")


def test_bad_input_ends_with_2_and_one_line(loa: Loa, feed: Path) -> None:
    one_line(loa("source", "add", "nowhere.toml"), 2, "No such file")
    one_line(loa("source", "pause", "7"), 2, "no source 7", "loa source list")
    one_line(loa("source", "try", "7"), 2, "no source 7")
    for old, new, words in (
        ("name", "= name", "not TOML"),
        ("http://", "file:///", "http://"),
        ("unit:Chi bo 1", "unit:Chi bo 99", "no such audience"),
    ):
        feed.write_text(FEED.replace(old, new), encoding="utf-8")
        one_line(loa("source", "add", feed.name), 2, words)
    feed.write_text(FOLDER, encoding="utf-8")
    one_line(loa("source", "add", feed.name), 2, "[sources] folder")
    feed.write_bytes(b"#" * 70_000)
    one_line(loa("source", "add", feed.name), 2, "larger than 64 KB")
    assert loa("source", "list").stdout.startswith("There are no sources")


def test_trying_says_why_nothing_came_and_ends_with_1(loa: Loa, feed: Path) -> None:
    result = loa("source", "try", feed.name)
    assert result.exit_code == 1
    # A private address, which the settings do not allow: nobody was asked.
    assert result.stdout.startswith("Nothing came: private_address")
    assert loa("source", "list").stdout.startswith("There are no sources")


def test_trying_a_folder_shows_its_documents(loa: Loa, feed: Path, place: Path) -> None:
    (place / "config.toml").write_text('[sources]\nfolder = "watched"\n', encoding="utf-8")
    (place / "watched" / "den").mkdir(parents=True)
    feed.write_text(FOLDER, encoding="utf-8")
    assert loa("source", "try", feed.name).stdout == "0 on its list; the first 0:\n"
    assert loa("source", "add", feed.name).stdout == "Added source 1: Thư mục\n"
    assert "0 on its list" in loa("source", "try", "1").stdout
