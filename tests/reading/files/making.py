"""Files of offices, made on the spot: nothing of a real document is in them."""

import io
import zipfile
from collections.abc import Mapping

from docx import Document
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from fpdf import FPDF
from PIL import Image
from pypdf import PdfReader, PdfWriter

LEFT = ("TỈNH ỦY HƯNG YÊN", "ĐẢNG ỦY CÁC CƠ QUAN", "*", "Số 12-KH/ĐU")
RIGHT = ("ĐẢNG CỘNG SẢN VIỆT NAM", "Hưng Yên, ngày 06 tháng 11 năm 2026")
BODY = (
    "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, "
    "đạo đức, phong cách Hồ Chí Minh, Đảng ủy xây dựng kế hoạch học tập chuyên đề quý IV năm 2026 đối với "
    "các chi bộ trực thuộc và toàn thể đảng viên như sau."
)
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def document() -> Docx:
    """A plan as offices type it: the head is a table of two cells."""
    made = Document()
    head = made.add_table(rows=1, cols=2)
    for cell, lines in zip(head.rows[0].cells, (LEFT, RIGHT), strict=True):
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    for line in ("KẾ HOẠCH", "học tập chuyên đề quý IV năm 2026", BODY):
        made.add_paragraph(line)
    return made


def saved(made: Docx) -> bytes:
    """Its bytes."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def add_box(paragraph: Paragraph, text: str) -> None:
    """A text box, twice as Word writes it: for itself, and for programs of before 2010."""
    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        f"{nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
        "xmlns:v='urn:schemas-microsoft-com:vml'"
    )
    paragraph._p.append(
        parse_xml(
            f"<w:r {spaces}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}"
            f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    )


def add_xml(paragraph: Paragraph, xml: str) -> None:
    """Something inside a paragraph, in the namespace `w`."""
    paragraph._p.append(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def number(paragraph: Paragraph, list_id: int, level: int) -> None:
    """Have Word number it."""
    settings = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    settings.get_or_add_ilvl().val = level
    settings.get_or_add_numId().val = list_id


def add_list(made: Docx, *levels: tuple[str, str], list_id: int = 77) -> int:
    """A kind of list with its levels as (form, text), such as ("upperRoman", "%1.")."""
    numbering = made.part.numbering_part.element
    kind = "".join(
        f"<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
        for at, (form, text) in enumerate(levels)
    )
    first = numbering.find(qn("w:num"))
    one = parse_xml(f"<w:abstractNum {nsdecls('w')} w:abstractNumId='{list_id}'>{kind}</w:abstractNum>")
    first.addprevious(one)
    numbering.append(
        parse_xml(f"<w:num {nsdecls('w')} w:numId='{list_id}'><w:abstractNumId w:val='{list_id}'/></w:num>")
    )
    return list_id


def repacked(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with parts replaced or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return file.getvalue()


def part_of(content: bytes, name: str) -> bytes:
    """A part of the archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def picture(width: int = 60, height: int = 60) -> io.BytesIO:
    """A grey picture."""
    file = io.BytesIO()
    Image.new("L", (width, height), 128).save(file, "PNG")
    file.seek(0)
    return file


def document_with_picture(*, centimetres: float) -> bytes:
    """The plan, and a square picture of that width."""
    made = document()
    made.add_picture(picture(), width=Cm(centimetres))
    return saved(made)


def paper(*, pages: int = 1, scans: int = 0) -> FPDF:
    """The plan as a PDF with text, then pages that are only a picture."""
    made = FPDF()
    made.add_font("d", "", FONT)
    for _ in range(pages):
        made.add_page()
        made.set_font("d", size=12)
        _print_head(made)
        made.multi_cell(0, 7, BODY, align="J", new_x="LMARGIN", new_y="NEXT")
        made.multi_cell(0, 7, "1. Học xong trước ngày 30/11/2026.", new_x="LMARGIN", new_y="NEXT")
    for _ in range(scans):
        made.add_page()
        made.image(picture(400, 600), x=0, y=0, w=210)
    return made


def _print_head(made: FPDF) -> None:
    width = made.epw / 2
    for at, left in enumerate(LEFT):
        right = RIGHT[0] if at == 0 else RIGHT[1] if at == 2 else ""
        made.cell(width, 7, left, align="C")
        made.cell(width, 7, right, align="C", new_x="LMARGIN", new_y="NEXT")
    for line in ("KẾ HOẠCH", "học tập chuyên đề quý IV năm 2026"):
        made.cell(0, 7, line, align="C", new_x="LMARGIN", new_y="NEXT")


def printed(made: FPDF) -> bytes:
    """Its bytes."""
    return bytes(made.output())


def rewritten(content: bytes) -> PdfWriter:
    """The PDF, to be changed."""
    return PdfWriter(clone_from=PdfReader(io.BytesIO(content)))


def written(writer: PdfWriter) -> bytes:
    """Its bytes."""
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
