"""Tables that are what they say, and how their cells come out as text."""

import datetime as dt
import io
import unicodedata
from collections.abc import Callable

import pytest
import xlsxwriter

from bot.reading.tables.sheets import MAX_ROWS, SheetFault, UnreadableSheet, is_table, read_sheets
from tests.roster.files import csv_text, workbook

ROWS = (
    ("STT", "Họ và tên", "Chi bộ"),
    ("1", "Nguyễn Văn Bình", "Chi bộ 1"),
    ("2", "Trần Thị Hải Yến", "Chi bộ 1"),
    ("3", "Đặng Quốc Dũng", "Chi bộ 2"),
)
_TONES = "\u0300\u0309\u0303\u0301\u0323"


def rows(name: str, content: bytes) -> tuple[tuple[str, ...], ...]:
    [sheet] = read_sheets(name, content)
    return sheet.rows


def fault(name: str, content: bytes) -> SheetFault:
    with pytest.raises(UnreadableSheet) as unreadable:
        read_sheets(name, content)
    return unreadable.value.fault


def in_windows_1258(text: str) -> bytes:
    """As Windows writes Vietnamese: the tone as a letter of its own."""
    written = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in _TONES)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
        written += bare.encode("cp1258") + tone.encode("cp1258")
    return bytes(written)


@pytest.mark.parametrize(
    "encoded",
    [
        str.encode,
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        in_windows_1258,
        lambda text: unicodedata.normalize("NFD", text).encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "windows-1258", "torn letters"],
)
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_encoding_and_sign_of_a_csv_are_found(encoded: Callable[[str], bytes], sign: str) -> None:
    assert rows("a.csv", encoded(csv_text(ROWS, sign=sign))) == ROWS


def test_a_comma_inside_the_cells_is_not_taken_for_the_sign() -> None:
    listed = [(one, f"{two}, đ/c", three) for one, two, three in ROWS]
    assert rows("a.csv", csv_text(listed, sign=";").encode()) == tuple(listed)
    assert rows("a.csv", csv_text(listed, sign=",").encode()) == tuple(listed)


def test_excels_own_first_line_names_the_sign() -> None:
    assert rows("a.csv", ("sep=;\r\n" + csv_text(ROWS, sign=";")).encode()) == ROWS


TCVN3 = "Hä vµ tªn;Chi bé\nNguyÔn V¨n B×nh;Chi bé 1\nTrÇn ThÞ H¶i YÕn;Chi bé 1\n§Æng Quèc Dòng;Chi bé 2\n"
VNI = "Hoï vaø teân;Chi boä\nNguyeãn Vaên Bình;Chi boä 1\nTraàn Thò Haûi Yeán;Chi boä 1\nÑaëng Duõng;x\n"


@pytest.mark.parametrize("typed", [TCVN3, VNI], ids=["TCVN3", "VNI"])
def test_text_of_the_old_fonts_is_refused_in_every_wrapping(typed: str) -> None:
    cells = [line.split(";") for line in typed.splitlines()]
    assert fault("a.csv", typed.encode("latin-1")) is SheetFault.OLD_FONT
    assert fault("a.csv", typed.encode()) is SheetFault.OLD_FONT
    assert fault("a.xlsx", workbook(cells)) is SheetFault.OLD_FONT


@pytest.mark.parametrize(
    "content",
    [
        csv_text(ROWS).encode().decode("latin-1").encode(),
        csv_text(ROWS).encode().decode("cp1252", errors="replace").encode(),
        "姓名;单位\n王小明;北京\n".encode("gbk"),
        "Name;Unit\nRené Müller;Équipe\n".encode("latin-1"),
        b"\xff\xfe\x00\xd8a\x00\n\x00",
        csv_text(ROWS).encode()[:-8] + b"\xe1\xbb\n",
    ],
    ids=["read as Latin-1", "read as 1252", "GBK", "Latin-1", "lone surrogate", "cut off"],
)
def test_what_is_not_certain_is_refused_and_never_guessed(content: bytes) -> None:
    assert fault("a.csv", content) is SheetFault.ENCODING


def test_names_of_other_peoples_are_no_old_font() -> None:
    names = ("Raël Zoë", "Y Niê Êban", "H'Đơk Ksor", "Ngô Hoà", "Đào Quý Thuý", "Nguyễn Văn Khuê")
    listed = [("Họ tên", "Chi bộ"), *((name, "Chi bộ 1") for name in names)]
    assert len(rows("a.csv", csv_text(listed).encode())) == 7


def test_cells_come_out_as_a_person_would_type_them() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_number(0, 0, 912345678)
        sheet.write_number(0, 1, 1.5)
        sheet.write_datetime(0, 2, dt.date(2020, 1, 2), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_boolean(0, 3, True)
        sheet.write_rich_string(0, 4, "Nguyễn ", book.add_format({"bold": True}), "Bình")
        sheet.write_string(0, 5, " \u202eChi\u200b bộ\u00a01\n ")
    assert rows("a.xlsx", content.getvalue()) == (
        ("912345678", "1.5", "2020-01-02", "x", "Nguyễn Bình", "Chi bộ 1"),
    )


def test_a_formula_gives_what_was_saved_beside_it_and_text_stays_text() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, '=HYPERLINK("http://a.example","x")', None, "bấm đây")
        sheet.write_formula(0, 1, "=WEBSERVICE(A1)", None, "#VALUE!")
        for column, text in enumerate(("=1+1", "+1", "-1", "@x"), start=2):
            sheet.write_string(0, column, text)
    assert rows("a.xlsx", content.getvalue()) == (("bấm đây", "", "=1+1", "+1", "-1", "@x"),)
    assert rows("a.csv", b"=1+1;+1;-1;@x\n") == (("=1+1", "+1", "-1", "@x"),)


def test_hidden_sheets_and_charts_are_not_read() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet("Một").write_string(0, 0, "a")
        hidden = book.add_worksheet("Hai")
        hidden.write_string(0, 0, "b")
        hidden.hide()
        book.add_worksheet("Trống")
    assert [(one.name, one.rows) for one in read_sheets("a.xlsx", content.getvalue())] == [("Một", (("a",),))]


def test_the_longest_roster_is_read_and_told_of_on_the_way() -> None:
    heard: list[tuple[int, int]] = []
    content = csv_text(
        [("Họ và tên", "Chi bộ")] + [("Nguyễn Văn Bình", "Chi bộ 1")] * (MAX_ROWS - 1)
    ).encode()
    [sheet] = read_sheets("a.csv", content, told=lambda done, whole: heard.append((done, whole)))
    assert len(sheet.rows) == MAX_ROWS
    assert heard[-1] == (MAX_ROWS, MAX_ROWS)
    assert len(heard) > 10


@pytest.mark.parametrize(
    ("name", "so"), [("a.xlsx", True), ("A.CSV", True), ("a.xls", False), ("xlsx", False), ("", False)]
)
def test_a_table_is_known_by_its_ending(name: str, so: bool) -> None:
    assert is_table(name) is so
