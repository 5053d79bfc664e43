"""A sheet as PDF: A4, four parts to a page, each with its own QR code and the code in large type."""

from dataclasses import dataclass, field
from datetime import date
from importlib import resources

import segno
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont

from bot.texts import invitation_sheets as texts

PARTS_ON_A_PAGE = 4
# Millimetres.
_MARGIN = 12.0
_HEAD = 10.0
_PART_HEIGHT = 66.0
_QR_SIZE = 42.0
_TEXT_LEFT = _MARGIN + _QR_SIZE + 8.0
_A4_WIDTH, _A4_HEIGHT = 210.0, 297.0
_TEXT_WIDTH = _A4_WIDTH - _MARGIN - _TEXT_LEFT
_GREY = 110
_FONT = "Roboto"


@dataclass(frozen=True)
class Part:
    """What one person tears off.

    Args:
        link: what the QR code says; empty where the office's bot has not said its name yet.
    """

    invited: str
    unit_line: str
    code: str = field(repr=False)
    link: str = field(repr=False)


@dataclass(frozen=True)
class Sheet:
    """A whole sheet.

    Args:
        until: how long the codes can be used.
        opens_page: the QR codes open the page of an invitation, and not a chat.
        web_line: what somebody without a messenger does; empty where there is no web inbox.
    """

    unit_name: str
    day: date
    until: str
    web_line: str
    parts: tuple[Part, ...]
    opens_page: bool = False


def draw(sheet: Sheet) -> bytes:
    """The sheet as a PDF."""
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_title(texts.page_head(sheet.unit_name, sheet.day))
    pdf.set_lang("vi")
    _add_fonts(pdf)
    try:
        _fill(pdf, sheet)
        return bytes(pdf.output())
    finally:
        # The library reads fonts as it needs them and leaves their files open.
        for font in pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()


def _fill(pdf: FPDF, sheet: Sheet) -> None:
    pages = -(-len(sheet.parts) // PARTS_ON_A_PAGE)
    for place, part in enumerate(sheet.parts):
        row = place % PARTS_ON_A_PAGE
        if row == 0:
            pdf.add_page()
            _frame(pdf, sheet, number=place // PARTS_ON_A_PAGE + 1, of=pages)
        _draw_part(pdf, sheet, part, top=_MARGIN + _HEAD + row * _PART_HEIGHT)
        _cut_line(pdf, _MARGIN + _HEAD + (row + 1) * _PART_HEIGHT)


def _add_fonts(pdf: FPDF) -> None:
    # Roboto by Christian Robertson, Apache License 2.0, cut down to the letters that are needed.
    fonts = resources.files(__package__) / "fonts"
    for style, name in (("", "Roboto-Regular.ttf"), ("B", "Roboto-Bold.ttf")):
        with resources.as_file(fonts / name) as path:
            pdf.add_font(_FONT, style, path)


def _frame(pdf: FPDF, sheet: Sheet, *, number: int, of: int) -> None:
    _cut_line(pdf, _MARGIN + _HEAD)
    pdf.set_text_color(_GREY)
    _write(pdf, texts.page_head(sheet.unit_name, sheet.day), left=_MARGIN, top=_MARGIN, size=9)
    pdf.set_xy(_MARGIN, _MARGIN)
    pdf.set_font(_FONT, size=9)
    pdf.cell(_A4_WIDTH - 2 * _MARGIN, 4, texts.BY_HAND, align="R")
    pdf.set_xy(_MARGIN, _A4_HEIGHT - 8)
    pdf.cell(_A4_WIDTH - 2 * _MARGIN, 4, texts.page_number(number, of), align="C")


def _draw_part(pdf: FPDF, sheet: Sheet, part: Part, *, top: float) -> None:
    if part.link:
        _qr(pdf, part.link, left=_MARGIN, top=top + 5)
        pdf.set_text_color(_GREY)
        pdf.set_xy(_MARGIN, top + 5 + _QR_SIZE + 1)
        pdf.set_font(_FONT, size=8)
        pdf.multi_cell(_QR_SIZE, 3.6, texts.scan(opens_page=sheet.opens_page), align="C")
    pdf.set_text_color(0)
    _write(pdf, part.invited, left=_TEXT_LEFT, top=top + 4.5, size=14, bold=True)
    _write(pdf, part.unit_line, size=10, gap=0.5)
    _write(pdf, part.code, size=24, bold=True, gap=1.5)
    for step in texts.steps(has_link=bool(part.link), opens_page=sheet.opens_page):
        _write(pdf, step, size=11, gap=0.8)
    _write(pdf, sheet.until, size=9.5, bold=True, gap=1.5)
    _write(pdf, texts.ASK, size=9.5, gap=0.4)
    if sheet.web_line:
        _write(pdf, sheet.web_line, size=11, gap=0.8)


def _write(
    pdf: FPDF,
    words: str,
    *,
    size: float,
    left: float | None = None,
    top: float | None = None,
    bold: bool = False,
    gap: float = 0,
) -> None:
    """Words at a place, or under the last ones; long ones go on in the next line."""
    if left is not None and top is not None:
        pdf.set_xy(left, top)
    else:
        pdf.set_xy(_TEXT_LEFT, pdf.get_y() + gap)
    pdf.set_font(_FONT, "B" if bold else "", size)
    height = size * 0.43
    pdf.multi_cell(_TEXT_WIDTH, height, words, align="L", new_x=XPos.LEFT, new_y=YPos.NEXT)


def _cut_line(pdf: FPDF, top: float) -> None:
    pdf.set_draw_color(_GREY)
    pdf.set_dash_pattern(dash=2, gap=2)
    pdf.line(_MARGIN, top, _A4_WIDTH - _MARGIN, top)
    pdf.set_dash_pattern()
    pdf.set_text_color(_GREY)
    pdf.set_font(_FONT, size=6.5)
    pdf.set_xy(_MARGIN, top - 3.2)
    pdf.cell(40, 3, texts.CUT)


def _qr(pdf: FPDF, address: str, *, left: float, top: float) -> None:
    """Dark runs as rectangles: sharp at any size of print."""
    rows = [bytes(row) for row in segno.make_qr(address, error="m").matrix]
    dot = _QR_SIZE / len(rows)
    pdf.set_fill_color(0)
    for place, row in enumerate(rows):
        start = 0
        while start < len(row):
            if not row[start]:
                start += 1
                continue
            end = start
            while end < len(row) and row[end]:
                end += 1
            pdf.rect(left + start * dot, top + place * dot, (end - start) * dot, dot, style="F")
            start = end
