import codecs
import unicodedata

import pytest

from bot.reading import MAX_TEXT_BYTES, UnreadableFile, UnreadableReason, decode

OFFICE_PROSE = (
    "Đảng ủy yêu cầu các chi bộ tổ chức sinh hoạt đúng kỳ. Hội nghị đã đánh giá kết quả công tác của những "
    "đồng chí được phân công, thực hiện kế hoạch này và báo cáo về Văn phòng."
)


@pytest.mark.parametrize(
    "content",
    [
        OFFICE_PROSE.encode(),
        codecs.BOM_UTF8 + OFFICE_PROSE.encode(),
        OFFICE_PROSE.encode("utf-16"),
        codecs.BOM_UTF16_BE + OFFICE_PROSE.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big"],
)
def test_unicode_files_are_decoded(content: bytes) -> None:
    assert decode(content) == OFFICE_PROSE


def _as_windows_1258(text: str) -> bytes:
    """Windows-1258 writes the five tones as marks of their own, after letters with hat, horn or breve."""
    tones = {"\u0300": b"\xcc", "\u0309": b"\xd2", "\u0303": b"\xde", "\u0301": b"\xec", "\u0323": b"\xf2"}
    written = b""
    for letter in text:
        for mark, code in tones.items():
            base = _without(letter, mark)
            if base is not None:
                written += base.encode("cp1258") + code
                break
        else:
            written += letter.encode("cp1258")
    return written


def _without(letter: str, mark: str) -> str | None:
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts.replace(mark, "")) if mark in parts else None


def test_windows_1258_is_decoded_where_it_is_certainly_vietnamese() -> None:
    assert decode(_as_windows_1258(OFFICE_PROSE)) == OFFICE_PROSE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", UnreadableReason.EMPTY),
        (" \n\t\u200b\ufeff".encode(), UnreadableReason.EMPTY),
        (b"x" * (MAX_TEXT_BYTES + 1), UnreadableReason.TOO_LARGE),
        (b"%PDF-1.7 text", UnreadableReason.PDF),
        (b"PK\x03\x04\x14\x00[Content_Types].xml ... word/document.xml", UnreadableReason.WORD),
        (b"PK\x03\x04\x14\x00readme.txt", UnreadableReason.ARCHIVE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", UnreadableReason.WORD),
        (b"{\\rtf1\\ansi Ke hoach}", UnreadableReason.WORD),
        (b"\x89PNG\r\n\x1a\n", UnreadableReason.PICTURE),
        (b"\xff\xd8\xff\xe0JFIF", UnreadableReason.PICTURE),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><p>x</p>", UnreadableReason.WEB_PAGE),
        (b"chi bo\x00so 1", UnreadableReason.BINARY),
        ("Kế hoạch".encode("utf-16-le"), UnreadableReason.BINARY),
        ("Kế hoạch".encode("utf-32"), UnreadableReason.BINARY),
        ("Le président a déjà reçu la réponse".encode("latin-1"), UnreadableReason.UNKNOWN_ENCODING),
        (b"\xa7\xb6ng \xf1y c\xb8c c\xcep", UnreadableReason.UNKNOWN_ENCODING),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", UnreadableReason.UNKNOWN_ENCODING),
    ],
)
def test_other_files_are_refused_with_the_reason(content: bytes, reason: UnreadableReason) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        decode(content)
    assert refusal.value.reason is reason


def test_a_refusal_tells_nothing_of_the_content() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        decode(b"Ha V\x00n Thu")
    assert str(refusal.value) == "binary"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ke\u0302\u0301 hoa\u0323ch", "Kế hoạch"),
        ("\u00d0ảng bộ L\u00d0L\u00d0", "Đảng bộ LĐLĐ"),
        ("chi\u200b bộ\u202e 1\u2066", "chi bộ 1"),
        ("Số\u00a012-KH/ĐU", "Số 12-KH/ĐU"),
        ("một\r\nhai\rba\u2028bốn\x0cnăm", "một\nhai\nba\nbốn\nnăm"),
        ("Nghi \u0323 quyết", "Nghị quyết"),
        ("Mặt trận, mất mát", "Mặt trận, mất mát"),
    ],
)
def test_text_is_written_in_one_form(typed: str, read: str) -> None:
    assert decode(typed.encode()) == read
