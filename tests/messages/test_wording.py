import pytest

from bot.messages.wording import without_slashes

COMMANDS = frozenset({"canlam", "moi", "nhatky", "toi", "nhom"})


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Gõ /canlam để xem việc đang chờ.", "Gõ canlam để xem việc đang chờ."),
        ("gõ lại /canlam.", "gõ lại canlam."),
        ("/moi", "moi"),
        (
            "xin gõ /moi và tên, hoặc /nhatky Bình từ 01/11/2026;",
            "xin gõ moi và tên, hoặc nhatky Bình từ 01/11/2026;",
        ),
        (
            "mở mục “Thông tin của tôi” (/toi) hoặc “/canlam”",
            "mở mục “Thông tin của tôi” (toi) hoặc “canlam”",
        ),
        ("/toi: thông tin\n/canlam: việc cần làm", "toi: thông tin\ncanlam: việc cần làm"),
        ("Gõ trong nhóm: /nhom 482 913", "Gõ trong nhóm: nhom 482 913"),
    ],
)
def test_a_command_loses_its_slash(text: str, plain: str) -> None:
    assert without_slashes(text, COMMANDS) == plain


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
    assert without_slashes(text, COMMANDS) == text


def test_without_known_commands_nothing_changes() -> None:
    assert without_slashes("Gõ /canlam", ()) == "Gõ /canlam"
