"""What is refused, each beside a harmless neighbour that is not."""

import io
import zipfile

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from bot.reading.files import FileFault, UnreadableDocument
from bot.reading.files.docx import read_docx
from bot.reading.files.pdf import read_pdf
from bot.reading.files.reading import read_file
from bot.reading.files.sniffing import form_of
from tests.reading.files import making

DOCX = making.saved(making.document())
PDF = making.printed(making.paper())
PAGE = "<!DOCTYPE html><html><body><p>Thông báo lịch họp của chi bộ</p></body></html>".encode()
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def fault_of(content: bytes, name: str = "") -> FileFault | None:
    """Why the file is refused, without a child process for each."""
    readers = {"docx": read_docx, "pdf": read_pdf}
    try:
        form = form_of(content, name=name)
        if form.value in readers:
            readers[form.value](content)
    except UnreadableDocument as unreadable:
        return unreadable.fault
    return None


def related(kind: str, target: str, *, outside: bool = True) -> bytes:
    """The plan with one relation more."""
    name = "word/_rels/document.xml.rels"
    mode = " TargetMode='External'" if outside else ""
    more = f"<Relationship Id='r99' Type='{RELATION}/{kind}' Target='{target}'{mode}/></Relationships>"
    old = making.part_of(DOCX, name).decode()
    return making.repacked(DOCX, {name: old.replace("</Relationships>", more).encode()})


def in_body(xml: str) -> bytes:
    """The plan with something more in its body."""
    name = "word/document.xml"
    body = making.part_of(DOCX, name).decode()
    return making.repacked(DOCX, {name: body.replace("<w:sectPr", f"{xml}<w:sectPr", 1).encode()})


def kinds(more: str) -> bytes:
    """The plan with another line in the list of kinds."""
    name = "[Content_Types].xml"
    old = making.part_of(DOCX, name).decode()
    return making.repacked(DOCX, {name: old.replace("</Types>", f"{more}</Types>").encode()})


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (making.repacked(DOCX, {"word/vbaProject.bin": b"x"}), FileFault.MACROS),
        (
            kinds("<Default Extension='bin' ContentType='application/vnd.ms-office.vbaProject'/>"),
            FileFault.MACROS,
        ),
        (making.repacked(DOCX, {"word/embeddings/a.xlsx": b"x"}), FileFault.HIDES_SOMETHING),
        (making.repacked(DOCX, {"word/media/a.exe": b"MZ"}), FileFault.HIDES_SOMETHING),
        (making.repacked(DOCX, {"word/activeX/activeX1.xml": b"<a/>"}), FileFault.HIDES_SOMETHING),
        (related("attachedTemplate", "https://portal.example/mau.dotm"), FileFault.HIDES_SOMETHING),
        (related("attachedTemplate", "file:///\\\\may-chu\\mau.dotm"), FileFault.HIDES_SOMETHING),
        (related("oleObject", "https://portal.example/a"), FileFault.HIDES_SOMETHING),
        (related("aFChunk", "phan.html", outside=False), FileFault.HIDES_SOMETHING),
        (in_body("<w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"), FileFault.HIDES_SOMETHING),
        (in_body("<w:altChunk/>"), FileFault.HIDES_SOMETHING),
        (
            making.repacked(DOCX, {"word/header1.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            FileFault.HIDES_SOMETHING,
        ),
        (making.repacked(DOCX, {"word/header1.xml": b"<a><b></a>"}), FileFault.DAMAGED),
        (DOCX[:-400], FileFault.DAMAGED),
        (DOCX + b"\n%PDF-1.7", FileFault.HIDES_SOMETHING),
        (b"ghi ch\xc3\xba\n" + DOCX, FileFault.HIDES_SOMETHING),
        (b"\xff\xd8\xff\xe0" + DOCX, FileFault.HIDES_SOMETHING),
    ],
)
def test_a_word_document_that_hides_something_is_refused(content: bytes, fault: FileFault) -> None:
    assert fault_of(content) is fault


@pytest.mark.parametrize(
    "content",
    [
        DOCX,
        making.document_with_picture(centimetres=3),
        related("hyperlink", "https://portal.example/van-ban"),
        related("attachedTemplate", "file:///C:\\Users\\vt\\AppData\\Mau.dotx"),
        related("attachedTemplate", "Normal.dotm"),
        in_body("<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"),
        making.repacked(DOCX, {"_xmlsignatures/origin.sigs": b"", "word/fonts/font1.odttf": b"x"}),
    ],
)
def test_a_word_document_with_what_offices_put_in_it_is_read(content: bytes) -> None:
    assert fault_of(content, "kế hoạch.docx") is None


def archive(*parts: tuple[str, bytes], comment: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, part in parts:
            made.writestr(name, part)
        made.comment = comment
    return file.getvalue()


def test_parts_behind_between_and_twice_in_an_archive_are_refused() -> None:
    parts = [(name, making.part_of(DOCX, name)) for name in zipfile.ZipFile(io.BytesIO(DOCX)).namelist()]
    assert fault_of(archive(*parts)) is None
    assert fault_of(archive(*parts, comment=b"<script>")) is FileFault.HIDES_SOMETHING
    assert fault_of(archive(*parts, ("WORD/document.xml", b"<a/>"))) is FileFault.HIDES_SOMETHING
    whole = archive(*parts)
    directory = int.from_bytes(whole[-6:-2], "little")
    moved = (directory + 4).to_bytes(4, "little")
    between = whole[:directory] + b"%PDF" + whole[directory:-6] + moved + whole[-2:]
    assert fault_of(between) is FileFault.HIDES_SOMETHING


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (COMPOUND + "WordDocument".encode("utf-16-le"), FileFault.OLD_WORD),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), FileFault.ENCRYPTED),
        (COMPOUND + "Workbook".encode("utf-16-le"), FileFault.OTHER_FORMAT),
        (archive(("a.txt", b"a")), FileFault.ARCHIVE),
        (archive(("a.docx", DOCX)), FileFault.ARCHIVE),
        (archive(("mimetype", b"application/vnd.oasis.opendocument.text")), FileFault.OTHER_FORMAT),
        (b"Rar!\x1a\x07\x01\x00", FileFault.ARCHIVE),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", FileFault.ARCHIVE),
        (b"\x1f\x8b\x08\x00\x00", FileFault.ARCHIVE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", FileFault.PICTURE),
        (b"MZ\x90\x00\x03", FileFault.OTHER_FORMAT),
        (b"{\\rtf1 a}", FileFault.OTHER_FORMAT),
        (PAGE + PDF, FileFault.HIDES_SOMETHING),
        (PAGE + DOCX, FileFault.HIDES_SOMETHING),
        ("Kế hoạch\n".encode() + PDF, FileFault.HIDES_SOMETHING),
    ],
)
def test_other_formats_and_two_in_one_are_refused_for_what_they_are(content: bytes, fault: FileFault) -> None:
    assert fault_of(content) is fault


@pytest.mark.parametrize("text", ["BM và BZh là hai chữ đầu", "Rar! Tệp %PDF- là gì?", "PK là viết tắt"])
def test_words_that_look_like_the_head_of_a_format_are_words(text: str) -> None:
    assert fault_of(text.encode(), "a.txt") is None


@pytest.mark.parametrize(
    ("content", "name"),
    [(DOCX, "a.pdf"), (PDF, "a.docx"), (PDF, "a.txt"), (PAGE, "a.docx"), (b"abc", "a.docx"), (DOCX, "a.doc"),
     (DOCX, "a.zip"), (PAGE, "a.txt"), (b"abc", "a.exe"), (b"abc", "a.JS")],
)  # fmt: skip
def test_a_name_that_lies_is_refused(content: bytes, name: str) -> None:
    assert fault_of(content, name) is FileFault.OTHER_FORMAT


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (DOCX, "KẾ HOẠCH.DOCX"),
        (PDF, "12.KH-ĐU"),
        (PAGE, "tai-ve.aspx"),
        (PAGE, "a.htm"),
        (b"abc", "kh"),
        (PDF, ""),
    ],
)
def test_a_name_that_agrees_or_says_nothing_is_none_that_lies(content: bytes, name: str) -> None:
    assert fault_of(content, name) is None


def with_in_root(key: str, value: object) -> bytes:
    """The PDF with something in its catalogue."""
    writer = making.rewritten(PDF)
    writer.root_object[NameObject(key)] = value
    return making.written(writer)


def action(kind: str, **more: str) -> DictionaryObject:
    """Something that a reader would do."""
    made = DictionaryObject({NameObject("/S"): NameObject(f"/{kind}")})
    made.update({NameObject(f"/{key}"): TextStringObject(said) for key, said in more.items()})
    return made


def locked(password: str) -> bytes:
    writer = making.rewritten(PDF)
    writer.encrypt(password, "owner", algorithm="RC4-128")
    return making.written(writer)


def with_file() -> bytes:
    writer = making.rewritten(PDF)
    writer.add_attachment("a.txt", b"a")
    return making.written(writer)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (locked("abc"), FileFault.ENCRYPTED),
        (locked(""), FileFault.ENCRYPTED),
        (with_in_root("/OpenAction", action("JavaScript", JS="app.alert(1)")), FileFault.HIDES_SOMETHING),
        (with_in_root("/OpenAction", action("Launch", F="cmd.exe")), FileFault.HIDES_SOMETHING),
        (
            with_in_root("/AA", DictionaryObject({NameObject("/WC"): action("SubmitForm")})),
            FileFault.HIDES_SOMETHING,
        ),
        (
            with_in_root("/AcroForm", DictionaryObject({NameObject("/XFA"): ArrayObject()})),
            FileFault.HIDES_SOMETHING,
        ),
        (with_file(), FileFault.HIDES_SOMETHING),
        (PDF + DOCX, FileFault.HIDES_SOMETHING),
        (PDF + b"<script>alert(1)</script>", FileFault.HIDES_SOMETHING),
        (
            PDF.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /#4aavaScript >>", 1),
            FileFault.HIDES_SOMETHING,
        ),
        (PDF[: len(PDF) // 2], FileFault.DAMAGED),
        (b"%PDF-1.7\nabc\n%%EOF", FileFault.DAMAGED),
    ],
)
def test_a_pdf_that_is_locked_or_hides_something_is_refused(content: bytes, fault: FileFault) -> None:
    assert fault_of(content) is fault


def with_links() -> bytes:
    made = making.paper()
    made.cell(0, 7, "Cổng thông tin", link="https://portal.example/")
    return making.printed(made)


@pytest.mark.parametrize(
    "content",
    [
        PDF,
        PDF + b"\r\n\0\0",
        with_links(),
        with_in_root("/OpenAction", ArrayObject([NameObject("/Fit")])),
        with_in_root("/AcroForm", DictionaryObject({NameObject("/Fields"): ArrayObject()})),
    ],
)
def test_a_pdf_with_links_and_a_first_view_is_read(content: bytes) -> None:
    assert fault_of(content, "kh.pdf") is None


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b" \r\n", FileFault.EMPTY),
        (b"a" * 1_000_001, FileFault.TOO_LARGE),
        (bytes(20_000_001), FileFault.TOO_LARGE),
        (b"a\x00b", FileFault.OTHER_FORMAT),
        ("Héllo naïve".encode("cp1252"), FileFault.OLD_ENCODING),
    ],
)
async def test_a_text_file_that_cannot_be_taken_says_why(content: bytes, fault: FileFault) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        await read_file(content, name="a.txt")
    assert refused.value.fault is fault


async def test_a_text_file_is_read_right_here() -> None:
    assert (await read_file("Kế hoạch\r\nhọp".encode("utf-16"), name="kh.txt")).text == "Kế hoạch\nhọp"
