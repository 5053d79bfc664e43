"""PDFs with text, with scans, and with words in other places than the page."""

import io

from fpdf import FPDF
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from bot.reading.files import FileFault, FileForm, ReadFile, UnreadableDocument
from bot.reading.files.pdf import read_pdf
from bot.reading.files.pdf_lines import joined_lines
from bot.reading.files.tidying import tidied
from tests.reading.files import making


def read(content: bytes) -> ReadFile:
    return tidied(read_pdf(content))


def test_the_columns_of_the_head_stay_apart_and_paragraphs_are_whole_again() -> None:
    found = read(making.printed(making.paper()))
    first, *rest = found.text.split("\n")
    left, right = making.LEFT[0], making.RIGHT[0]
    assert (first[: len(left)], first[len(left) :].strip(), "   " in first) == (left, right, True)
    assert (rest[-2], rest[-1]) == (making.BODY, "1. Học xong trước ngày 30/11/2026.")
    assert rest[3:5] == ["KẾ HOẠCH", "học tập chuyên đề quý IV năm 2026"]
    assert (found.form, found.has_unread_pictures) == (FileForm.PDF, False)


def test_a_scan_has_no_text_and_a_scanned_page_among_others_is_told_too() -> None:
    scan = FPDF()
    scan.add_page()
    scan.image(making.picture(400, 600), x=0, y=0, w=210)
    found = read(making.printed(scan))
    assert (found.text, found.has_unread_pictures) == ("", True)
    mixed = read(making.printed(making.paper(scans=1)))
    assert (mixed.has_unread_pictures, making.BODY in mixed.text) == (True, True)
    logo = making.paper()
    logo.image(making.picture(), w=20)
    assert not read(making.printed(logo)).has_unread_pictures


def test_comments_fields_properties_and_turned_words_are_looked_at() -> None:
    made = making.paper()
    with made.rotation(45, 100, 150):
        made.text(100, 150, "HÌNH MỜ")
    writer = making.rewritten(making.printed(made))
    writer.add_annotation(0, FreeText(text="LỜI BÀN", rect=(50, 50, 150, 90)))
    writer.add_metadata({"/Subject": "CHỦ ĐỀ"})
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(_form())
    found = read(making.written(writer))
    for words in ("HÌNH MỜ", "LỜI BÀN", "CHỦ ĐỀ", "ĐÃ ĐIỀN"):
        assert words in found.also_looked_at.split("\n"), words


def test_properties_that_offices_define_themselves_are_looked_at_and_names_of_people_are_not() -> None:
    metadata = DecodedStreamObject()
    metadata.set_data(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator><rdf:li>Mật</rdf:li></dc:creator>"
        "<pdfx:DoKhan>T&#7888;I KHẨN</pdfx:DoKhan></x:xmpmeta>".encode()
    )
    metadata.update(
        {NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")}
    )
    writer = making.rewritten(making.printed(making.paper()))
    writer.add_metadata({"/Độ mật": "Mật", "/Author": "Mật"})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(metadata)
    lines = read(making.written(writer)).also_looked_at.split("\n")
    assert {"Độ mật: Mật", "TỐI KHẨN"} <= set(lines)
    assert "Mật" not in lines


def _form() -> DictionaryObject:
    one = DictionaryObject(
        {NameObject("/T"): TextStringObject("a"), NameObject("/V"): TextStringObject("ĐÃ ĐIỀN")}
    )
    return DictionaryObject({NameObject("/Fields"): ArrayObject([one])})


def test_letters_of_a_font_of_before_unicode_are_not_taken_for_words() -> None:
    content = making.printed(making.paper())
    writer = making.rewritten(content)
    for thing in writer._objects:
        if isinstance(thing, DictionaryObject) and "/BaseFont" in thing:
            thing[NameObject("/BaseFont")] = NameObject("/ABCDEF+.VnTimeH")
    assert _fault(making.written(writer)) is FileFault.OLD_ENCODING


def test_more_pages_than_any_document_has_are_refused() -> None:
    writer = PdfWriter()
    for _ in range(301):
        writer.add_blank_page(100, 100)
    file = io.BytesIO()
    writer.write(file)
    assert _fault(file.getvalue()) is FileFault.TOO_LARGE


def test_an_empty_page_is_empty() -> None:
    made = FPDF()
    made.add_page()
    assert _fault(making.printed(made)) is FileFault.EMPTY


def _fault(content: bytes) -> FileFault | None:
    try:
        read(content)
    except UnreadableDocument as unreadable:
        return unreadable.fault
    return None


WIDE = "Các chi bộ tổ chức học tập, quán triệt nghị quyết đến toàn thể đảng viên trong"


def test_a_line_goes_on_unless_it_was_ended_or_the_next_begins_something() -> None:
    page = "\n".join(
        (
            WIDE,
            "tháng 11.",
            WIDE,
            "- Một việc",
            f"{WIDE[:-6]} xong.",
            "Đoạn mới",
            "Ngắn",
            "thôi",
            "",
            WIDE,
            "",
            "Cuối",
        )
    )
    assert joined_lines([page]).split("\n") == [
        *(f"{WIDE} tháng 11.", WIDE, "- Một việc", f"{WIDE[:-6]} xong.", "Đoạn mới", "Ngắn", "thôi", ""),
        *(WIDE, "", "Cuối"),
    ]


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_are_gone() -> None:
    first, second = f"{WIDE}\n{WIDE}\n2", f"- 3 -\ntháng 11.\n{WIDE}."
    assert joined_lines([first, second]).split("\n") == [f"{WIDE} {WIDE} tháng 11.", f"{WIDE}."]


def test_blanks_between_justified_words_are_one_and_columns_keep_theirs() -> None:
    lines = joined_lines(["Các  chi  bộ", "ĐẢNG BỘ TỈNH        ĐẢNG CỘNG SẢN"]).split("\n")
    assert lines == ["Các chi bộ", "ĐẢNG BỘ TỈNH        ĐẢNG CỘNG SẢN"]
