import pytest

from bot.messages.wording import spoken_commands

COMMANDS = {"canlam": "cần làm", "moi": "mời", "nhatky": "nhật ký", "toi": "tôi", "nhom": "nhóm"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Gõ /canlam để xem việc đang chờ.", "Gõ “cần làm” để xem việc đang chờ."),
        ("gõ lại /canlam.", "gõ lại cần làm."),
        ("Xem lại: gõ /canlam", "Xem lại: gõ cần làm"),
        ("/moi", "mời"),
        (
            "xin gõ /moi và tên, hoặc, ví dụ: /nhatky Bình từ 01/11/2026;",
            "xin gõ “mời” và tên, hoặc, ví dụ: nhật ký Bình từ 01/11/2026;",
        ),
        (
            "mở mục “Thông tin của tôi” (/toi) hoặc “/canlam”",
            "mở mục “Thông tin của tôi” (tôi) hoặc “cần làm”",
        ),
        ("/toi: thông tin\n/canlam là việc cần làm", "tôi: thông tin\ncần làm là việc cần làm"),
        ("Gõ trong nhóm: /nhom 482 913", "Gõ trong nhóm: nhóm 482 913"),
        ("/moi · /nhatky · /toi", "mời · nhật ký · tôi"),
    ],
)
def test_a_command_is_said_as_words_that_show_where_they_end(text: str, plain: str) -> None:
    assert spoken_commands(text, COMMANDS) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Số 12-KH/ĐU, ngày 20/11/2026, hạn 27/11",
        "Đã xác nhận 31/42 người",
        "Toàn văn: https://loa.example/moi/canlam?next=/toi#/moi",
        "loa.example/toi",
        "tệp /toi/moi hoặc /moi.txt, /moi-2",
        "500.000 đồng/nhom và anh/chị",
        "Gõ /lenhkhac hoặc /canlamgi, /Canlam, /cần",
        "nhận và/hoặc gửi // moi",
    ],
)
def test_anything_else_keeps_its_slash(text: str) -> None:
    assert spoken_commands(text, COMMANDS) == text


def test_without_known_commands_nothing_changes() -> None:
    assert spoken_commands("Gõ /canlam", {}) == "Gõ /canlam"
