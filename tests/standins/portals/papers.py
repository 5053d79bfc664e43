"""Papers as offices publish them, every word of them made up."""

import io
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from importlib.resources import as_file, files
from typing import Any

from docx import Document
from fpdf import FPDF

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class PortalFile:
    """A file that hangs on a page."""

    name: str
    content: bytes = field(repr=False)
    media_type: str = "application/octet-stream"


@dataclass(frozen=True)
class Paper:
    """One paper.

    Args:
        title: of its page.
        number: as printed after "Số"; "" for news.
        left: the issuer's lines of the head.
        right: the other column's.
        dated: place and date, as printed.
        kind: the type's name in capitals.
        abstract: under it.
        paragraphs: the text.
        signed: the lines at the end.
        published_at: aware, UTC.
        files: what hangs on its page.
        is_cover: its page says only "Xem tại đây", and the paper is the file.
        paper_id: the site's own number.
    """

    title: str
    number: str = ""
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    dated: str = ""
    kind: str = ""
    abstract: str = ""
    paragraphs: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    published_at: datetime = datetime(2026, 11, 20, 2, 35, tzinfo=UTC)
    files: tuple[PortalFile, ...] = ()
    is_cover: bool = False
    paper_id: int = 0

    @property
    def lines(self) -> list[str]:
        """The paper itself, a line each; the head's two columns one after the other."""
        number = [f"Số {self.number}"] if self.number else []
        head = [*self.left, *number, *self.right, self.dated, self.kind, self.abstract]
        return [line for line in (*head, *self.paragraphs, *self.signed) if line]

    @property
    def markup(self) -> str:
        """The paper on a page, its head as the table of two columns that word processors make of it."""
        if self.is_cover:
            return f"<p>{escape(self.abstract or self.title)}</p><p>Nội dung văn bản: Xem tại đây.</p>"
        rows = [[*self.left, f"Số {self.number}"], [*self.right, self.dated]] if self.number else []
        cells = "".join(
            f"<td>{''.join(f'<p>{escape(line)}</p>' for line in row if line)}</td>" for row in rows
        )
        head = f"<table><tbody><tr>{cells}</tr></tbody></table>" if rows else ""
        named = "".join(
            f"<p><strong>{escape(line)}</strong></p>" for line in (self.kind, self.abstract) if line
        )
        text = "".join(f"<p>{escape(line)}</p>" for line in (*self.paragraphs, *self.signed))
        return f"{head}{named}{text}"


def plan(**changes: Any) -> Paper:
    """A plan in the Party's form, with a deadline."""
    said: dict[str, Any] = {
        "title": "Kế hoạch triển khai đợt sinh hoạt chuyên đề quý IV năm 2026",
        "number": "21-KH/ĐU",
        "left": ("TỈNH ỦY HƯNG YÊN", "ĐẢNG ỦY LIÊN ĐOÀN LAO ĐỘNG TỈNH", "*"),
        "right": ("ĐẢNG CỘNG SẢN VIỆT NAM",),
        "dated": "Hưng Yên, ngày 19 tháng 11 năm 2026",
        "kind": "KẾ HOẠCH",
        "abstract": "triển khai đợt sinh hoạt chuyên đề quý IV năm 2026",
        "paragraphs": (
            "Để chuẩn bị đợt sinh hoạt chuyên đề cuối năm, Ban Thường vụ Đảng ủy giao các chi bộ:",
            "1. Chi bộ chọn một nội dung sát với việc của đơn vị, phân công đồng chí chuẩn bị bài gợi mở.",
            "2. Bí thư chi bộ gửi dự kiến nội dung và thời gian về Văn phòng Đảng ủy trước ngày 05/12/2026.",
            "3. Sau buổi sinh hoạt, chi bộ báo cáo số đảng viên dự, số ý kiến trong ba ngày làm việc.",
        ),
        "signed": ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Phạm Thu Hà"),
    }
    return Paper(**(said | changes))


def notice(**changes: Any) -> Paper:
    """A union's notice in the State's form."""
    said: dict[str, Any] = {
        "title": "Thông báo lịch tiếp đoàn viên tháng 12 năm 2026",
        "number": "58/TB-LĐLĐ",
        "left": ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH HƯNG YÊN"),
        "right": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        "dated": "Hưng Yên, ngày 20 tháng 11 năm 2026",
        "kind": "THÔNG BÁO",
        "abstract": "Lịch tiếp đoàn viên tháng 12 năm 2026",
        "paragraphs": (
            "Thường trực Liên đoàn Lao động tỉnh tiếp đoàn viên vào sáng thứ Ba hằng tuần tại phòng họp.",
            "Các công đoàn cơ sở thông báo để đoàn viên biết và đăng ký nội dung trước hai ngày.",
        ),
        "signed": ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Vũ Đình Nam"),
    }
    return Paper(**(said | changes))


def conference(**changes: Any) -> Paper:
    """News of a conference, as portals print them: no number, no head."""
    said: dict[str, Any] = {
        "title": "Đảng ủy Liên đoàn Lao động tỉnh sơ kết công tác đảng chín tháng",
        "paragraphs": (
            "Ngày 18/11/2026, Đảng ủy Liên đoàn Lao động tỉnh tổ chức hội nghị sơ kết chín tháng.",
            "Đồng chí Nguyễn Văn Bền, Bí thư Đảng ủy, chủ trì hội nghị.",
            "Hội nghị chỉ ra hạn chế: việc phổ biến văn bản tới từng đảng viên có nơi còn chậm.",
            "Thời gian tới, các chi bộ nâng chất lượng sinh hoạt, gửi tài liệu cho đảng viên trước buổi họp.",
        ),
    }
    return Paper(**(said | changes))


def docx_of(paper: Paper, *, name: str = "van-ban.docx") -> PortalFile:
    """The paper as a Word file, its head a table."""
    document = Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "\n".join([*paper.left, f"Số {paper.number}"])
    table.rows[0].cells[1].text = "\n".join([*paper.right, paper.dated])
    for line in (paper.kind, paper.abstract, *paper.paragraphs, *paper.signed):
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return PortalFile(name, file.getvalue(), DOCX)


def pdf_of(paper: Paper, *, name: str = "van-ban.pdf") -> PortalFile:
    """The paper as a PDF with text."""
    pdf = _page()
    for line in paper.lines:
        pdf.multi_cell(0, 8, line, new_x="LMARGIN", new_y="NEXT")
    return PortalFile(name, bytes(pdf.output()), "application/pdf")


def scan(*, name: str = "ban-quet.pdf") -> PortalFile:
    """A PDF without a letter of text."""
    pdf = _page()
    pdf.rect(20, 20, 100, 60, style="F")
    return PortalFile(name, bytes(pdf.output()), "application/pdf")


def _page() -> FPDF:
    pdf = FPDF(format="A4")
    with as_file(files("bot.organisation.invitation_sheets").joinpath("fonts/Roboto-Regular.ttf")) as path:
        pdf.add_font("Roboto", "", path)
    pdf.set_font("Roboto", size=12)
    pdf.add_page()
    return pdf
