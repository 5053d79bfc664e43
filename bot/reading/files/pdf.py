"""A PDF with text: from its pages to its words."""

import io
import re

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject

from bot.reading.files.pdf_lines import joined_lines
from bot.reading.files.pdf_refusals import refuse_two_in_one, words_of_objects
from bot.reading.files.results import FileFault, FileForm, ReadFile, UnreadableDocument
from bot.reading.plain_text import MAX_TEXT_BYTES

_MOST_PAGES = 300
_LETTER = re.compile(r"[^\W\d_]")
# Fonts of before Unicode: their letters are others than what one sees, a mark of secrecy among them.
_OLD_FONT = re.compile(r"^/?(?:[A-Z]{6}\+)?(?:\.?Vn[A-Z]|VNI-)")
# A page with fewer is a picture with a stamp or a page number on it.
_FEW_LETTERS = 20


def read_pdf(content: bytes) -> ReadFile:
    """Read a PDF.

    Raises:
        UnreadableDocument: it has a password (be it an empty one), hides something, or goes over a limit.
    """
    refuse_two_in_one(content)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise UnreadableDocument(FileFault.ENCRYPTED)
        return _read(reader)
    except DependencyError:
        # Only what is encrypted asks for a library that Loa does not have.
        raise UnreadableDocument(FileFault.ENCRYPTED) from None
    except LimitReachedError:
        raise UnreadableDocument(FileFault.TOO_LARGE) from None
    except (PyPdfError, RecursionError):
        raise UnreadableDocument(FileFault.DAMAGED) from None


def _read(reader: PdfReader) -> ReadFile:
    beside = words_of_objects(reader)
    if reader.get_num_pages() > _MOST_PAGES:
        raise UnreadableDocument(FileFault.TOO_LARGE)
    pages: list[str] = []
    unread, amount = False, 0
    for page in reader.pages:
        _refuse_old_fonts(page)
        as_laid_out, in_file_order = _words_of(page)
        amount += len(in_file_order)
        if amount > MAX_TEXT_BYTES:
            raise UnreadableDocument(FileFault.TOO_LARGE)
        unread = unread or (len(_LETTER.findall(in_file_order)) < _FEW_LETTERS and _has_pictures(page))
        pages.append(as_laid_out)
        beside.append(in_file_order)
    text = joined_lines(pages)
    return ReadFile(
        text=text if _LETTER.search(text) else "",
        form=FileForm.PDF,
        has_unread_pictures=unread,
        also_looked_at="\n".join(beside),
    )


def _words_of(page: PageObject) -> tuple[str, str]:
    """The page as it is laid out, its columns apart, and in the order of the file.

    The layout leaves out what stands in forms within the page, and turned text; where that is much, the
    order of the file is the better text.
    """
    plain = page.extract_text()
    laid_out = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    is_whole = 10 * len(_LETTER.findall(laid_out)) >= 9 * len(_LETTER.findall(plain))
    return (laid_out if is_whole else plain), plain


def _resources(page: PageObject, kind: str) -> list[DictionaryObject]:
    resources = page.get("/Resources")
    found = resources.get_object().get(kind) if resources is not None else None
    named = found.get_object() if found is not None else {}
    return [one for each in named.values() if isinstance(one := each.get_object(), DictionaryObject)]


def _refuse_old_fonts(page: PageObject) -> None:
    if any(_OLD_FONT.match(str(font.get("/BaseFont", ""))) for font in _resources(page, "/Font")):
        raise UnreadableDocument(FileFault.OLD_ENCODING)


def _has_pictures(page: PageObject) -> bool:
    # An inline picture has no resource, and a page may draw one through a form.
    contents = page.get_contents()
    drawn = contents.get_data() if contents is not None else b""
    return bool(_resources(page, "/XObject")) or b"\nBI" in drawn or b" BI" in drawn
