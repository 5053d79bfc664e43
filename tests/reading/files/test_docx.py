"""Word documents: what a person sees on the paper, in order; what stands beside it, apart."""

import re

import pytest
from docx.document import Document

from bot.reading.files import FileForm, ReadFile
from bot.reading.files.docx import read_docx
from bot.reading.files.tidying import tidied
from tests.reading.files import making

NAMES = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def read(content: bytes) -> ReadFile:
    return tidied(read_docx(content))


def lines_of(made: Document) -> list[str]:
    return read(making.saved(made)).text.split("\n")


def test_the_head_is_read_column_by_column_though_it_is_a_table() -> None:
    found = read(making.saved(making.document()))
    assert found.text.split("\n")[:8] == [
        *making.LEFT,
        *making.RIGHT,
        "KẾ HOẠCH",
        "học tập chuyên đề quý IV năm 2026",
    ]
    assert (found.form, found.has_unread_pictures) == (FileForm.DOCX, False)


def test_rows_of_one_line_a_cell_stay_rows_and_nested_tables_are_read() -> None:
    made = making.document()
    tasks = made.add_table(rows=2, cols=3)
    for row, words in zip(tasks.rows, (("TT", "Việc", "Ai"), ("1", "Họp", "Chi bộ 1")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    tasks.rows[1].cells[1].add_paragraph("và báo cáo")
    inner = tasks.rows[0].cells[2].add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text = "trong"
    assert read(making.saved(made)).also_looked_at.split("\n")[:4] == ["Ai", "trong", "Họp", "và báo cáo"]
    end = made.add_table(rows=1, cols=2)
    end.rows[0].cells[0].text = "Nơi nhận:\n- Chi bộ,"
    end.rows[0].cells[1].text = "T/M ĐẢNG ỦY\nLê Văn An"
    assert lines_of(made)[-6:] == [
        *("TT\tViệc\tAi trong", "1\tHọp và báo cáo\tChi bộ 1"),
        *("Nơi nhận:", "- Chi bộ,", "T/M ĐẢNG ỦY", "Lê Văn An"),
    ]


def test_a_stamp_in_a_text_box_stands_once_above_the_head_and_a_long_box_stays_in_place() -> None:
    made = making.document()
    making.add_box(made.tables[0].rows[0].cells[0].paragraphs[0], "HỎA TỐC")
    long_words = "Một đoạn dài trong khung, không phải là dấu, nên đứng tại chỗ của nó trong văn bản."
    making.add_box(made.paragraphs[-1], long_words)
    made.add_paragraph("Sau khung.")
    found = lines_of(made)
    assert (found[0], found.count("HỎA TỐC")) == ("HỎA TỐC", 1)
    assert found[-3:] == [making.BODY, long_words, "Sau khung."]


def test_lists_keep_the_numbers_that_word_puts_there_itself() -> None:
    made = making.document()
    levels = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("decimal", "%1.%2.%4"))
    one = making.add_list(made, *levels)
    for level, words in ((0, "A"), (1, "B"), (1, "C"), (2, "D"), (3, "E"), (0, "F"), (1, "G")):
        making.number(made.add_paragraph(words), one, level)
    made.add_paragraph("H", style="List Bullet")
    made.add_paragraph("I", style="List Number")
    made.add_paragraph("K", style="List Number")
    assert lines_of(made)[-10:] == [
        *("I. A", "1. B", "2. C", "a) D", "I.2.1 E", "II. F", "1. G"),
        *("- H", "1. I", "2. K"),
    ]


def test_tabs_breaks_and_hyphens_are_kept_and_tab_stops_are_none() -> None:
    made = making.document()
    paragraph = made.add_paragraph("Một\thai")
    paragraph.paragraph_format.tab_stops.add_tab_stop(1_000_000)
    paragraph.add_run().add_break()
    making.add_xml(paragraph, "<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>KH</w:t></w:r>")
    making.add_xml(paragraph, "<w:ins><w:r><w:t> mới</w:t></w:r></w:ins>")
    assert lines_of(made)[-2:] == ["Một\thai", "12-KH mới"]


def test_what_is_not_on_the_paper_is_looked_at_and_no_part_of_the_text() -> None:
    made = making.document()
    paragraph = made.add_paragraph("Thấy được.")
    hidden = made.styles.add_style("Giấu", 1)
    hidden.font.hidden = True
    made.add_paragraph("TRONG KIỂU", style="Giấu")
    paragraph.add_run(" CHỮ ẨN").font.hidden = True
    making.add_xml(paragraph, "<w:del><w:r><w:delText>ĐÃ XÓA</w:delText></w:r></w:del>")
    making.add_xml(paragraph, "<w:moveFrom><w:r><w:t>ĐÃ CHUYỂN</w:t></w:r></w:moveFrom>")
    made.sections[0].header.paragraphs[0].text = "ĐẦU TRANG"
    made.sections[0].footer.paragraphs[0].text = "CHÂN TRANG"
    made.add_comment(paragraph.runs, text="LỜI BÀN", author="Mật")
    made.core_properties.category = "THỂ LOẠI"
    made.core_properties.author = "Mật"
    content = making.repacked(
        making.saved(made),
        {
            "word/footnotes.xml": f"<w:a {NAMES}><w:p><w:r><w:t>CHÚ THÍCH</w:t></w:r></w:p></w:a>".encode(),
            "word/header9.xml": "<a xmlns:v='v'><v:textpath string='HÌNH MỜ'/></a>".encode(),
            "docProps/custom.xml": "<P><property name='Độ mật'><v>Mật</v></property></P>".encode(),
        },
    )
    found = read(content)
    beside = [line.strip() for line in found.also_looked_at.split("\n")]
    for words in (
        "ĐẦU TRANG",
        "CHÂN TRANG",
        "LỜI BÀN",
        "THỂ LOẠI",
        "CHÚ THÍCH",
        "HÌNH MỜ",
        "Độ mật: Mật",
        "TRONG KIỂU",
    ):
        assert words in beside, words
        assert words not in found.text
    assert "CHỮ ẨNĐÃ XÓAĐÃ CHUYỂN" in beside
    assert "Thấy được." in found.text.split("\n")
    assert "ẨN" not in found.text
    assert beside.count("Mật") == 1, "the value of the property, and nobody's name"


def test_marks_torn_off_their_letters_come_back() -> None:
    made = making.document()
    made.add_paragraph("Kê\u0301 hoa\u0323ch của Ð\u1ea3ng u\u0309y")
    assert lines_of(made)[-1] == "Kế hoạch của Đảng ủy"


@pytest.mark.parametrize(("centimetres", "unread"), [(2, False), (15, True)])
def test_only_a_picture_as_large_as_a_scan_is_an_unread_one(centimetres: float, unread: bool) -> None:
    found = read(making.document_with_picture(centimetres=centimetres))
    assert (found.has_unread_pictures, "KẾ HOẠCH" in found.text) == (unread, True)


def test_words_in_places_where_word_would_put_none_are_not_lost() -> None:
    """What the secrecy gate does not get to see could carry a mark."""
    content = making.saved(making.document())
    body = making.part_of(content, "word/document.xml").decode()
    stray = "<w:tc><w:p><w:r><w:t>Ô LẠC</w:t></w:r></w:p></w:tc><w:r><w:t>NGOÀI ĐOẠN</w:t></w:r><w:sectPr"
    changed = making.repacked(
        content, {"word/document.xml": re.sub("<w:sectPr", stray, body, count=1).encode()}
    )
    found = read(changed)
    assert "Ô LẠC" in found.text
    assert "NGOÀI ĐOẠN" in found.also_looked_at
