"""The table's own checks: each notices what it is there for."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.messages.acts import Act
from storage.states import Platform
from tests.platforms.offered import ToType, to_type
from tests.platforms.person import Instead
from tests.platforms.playing import play, reads_well_without_buttons
from tests.platforms.rows import Substitute, row
from tests.platforms.stories import own

CARD = """Đã nắm: trả lời 27
Hỏi lại: gõ 27 và câu hỏi
Toàn văn: trả lời 27 toàn văn
Mở: trả lời 31 kèm số thứ tự, ví dụ 31 1
Toàn văn: https://office.example/v/abc"""
MENU = """1. Mở số 1 của danh sách

Mở: trả lời số thứ tự (1 đến 3)
4. Tên loại
5. Tên
Duyệt, phát hành ngay: gõ duyệt phát hành
Thu hồi: gõ thu hồi số và số thứ tự, ví dụ thu hồi số 1"""


@pytest.mark.parametrize(
    ("label", "text", "found"),
    [
        ("Đã nắm", CARD, ToType("Đã nắm", "27")),
        ("Hỏi lại", CARD, ToType("Hỏi lại", "27", wants_words=True)),
        ("Toàn văn", CARD, ToType("Toàn văn", "27 toàn văn")),
        ("Mở số 2", CARD, ToType("Mở số 2", "31 2")),
        ("Mở số 2", MENU, ToType("Mở số 2", "2")),
        ("Tên", MENU, ToType("Tên", "5")),
        ("Duyệt", MENU, ToType("Duyệt, phát hành ngay", "duyệt phát hành")),
        ("Thu hồi số 3", MENU, ToType("Thu hồi số 3", "thu hồi số 3")),
        ("Nhắc", MENU, None),
        ("Đóng số 2", MENU, None),
    ],
)
def test_what_is_typed_is_what_the_message_says(label: str, text: str, found: ToType | None) -> None:
    assert to_type(label, text) == found


def test_a_plain_message_reads_well() -> None:
    reads_well_without_buttons(f"Số 12-KH/ĐU, 20/11/2026\nToàn văn: https://a.example/v/{'x' * 60}\n\n{MENU}")


@pytest.mark.parametrize(
    "text",
    ["[Đã nắm]", "Ý chính (chạm để mở)", "Gõ /canlam để mở", "AQEAAAAFAAAAAf9x8y7z6w5v4u3t2s1r", "ă" * 2001],
)
def test_what_is_for_pressing_is_noticed(text: str) -> None:
    with pytest.raises(AssertionError):
        reads_well_without_buttons(text)


@pytest.mark.timeout(120)
async def test_a_cell_that_names_what_its_story_does_not_use_is_noticed(
    prepared_sqlite_url: str, tmp_path: Path
) -> None:
    honest = row("Help", story=own.help_is_shown)
    claims = {**honest.cells, Platform.ZALO: Substitute(own.help_is_shown, frozenset({Instead.FILE_LINK}))}
    with pytest.raises(AssertionError, match="the cell names"):
        await play(replace(honest, cells=claims), prepared_sqlite_url, tmp_path)


@pytest.mark.timeout(120)
async def test_a_row_that_names_a_step_that_its_story_does_not_take_is_noticed(
    prepared_sqlite_url: str, tmp_path: Path
) -> None:
    claims = row("Help", story=own.help_is_shown, steps=(Act.DATA_COPY,))
    with pytest.raises(AssertionError, match=r"not played.*DATA_COPY"):
        await play(claims, prepared_sqlite_url, tmp_path)
