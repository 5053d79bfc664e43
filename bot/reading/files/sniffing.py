"""What a file is, told by its first and last bytes; cheap enough to be asked of anything."""

import re
from pathlib import PurePath

from bot.reading.files.results import FileFault, FileForm, UnreadableDocument

_FORMS = {
    ".txt": FileForm.TXT,
    ".text": FileForm.TXT,
    ".htm": FileForm.HTML,
    ".html": FileForm.HTML,
    ".xhtml": FileForm.HTML,
    ".docx": FileForm.DOCX,
    ".pdf": FileForm.PDF,
}
# An ending that stands for something else. Any other says nothing: "12.KH-ĐU", "tai-ve.aspx".
_OTHERS = re.compile(
    r"\.(?:do[ct]m?|dotx|rtf|odt|xls[xm]?|csv|pptx?|zip|rar|7z|gz|tar|jar|exe|msi|scr|com|bat|cmd|ps1|vbs|jse?|wsf"
    r"|hta|lnk|iso|apk|jpe?g|png|gif|bmp|tiff?|webp|heic|svg|eml|msg|mht|mhtml|xml|json|epub|mp[34])"
)
_MAGIC: tuple[tuple[bytes, FileFault], ...] = (
    (b"Rar!\x1a\x07", FileFault.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", FileFault.ARCHIVE),
    (b"\x1f\x8b", FileFault.ARCHIVE),
    (b"BZh", FileFault.ARCHIVE),
    (b"\xfd7zXZ", FileFault.ARCHIVE),
    (b"\x28\xb5\x2f\xfd", FileFault.ARCHIVE),
    (b"MSCF", FileFault.ARCHIVE),
    (b"\x89PNG", FileFault.PICTURE),
    (b"\xff\xd8\xff", FileFault.PICTURE),
    (b"GIF8", FileFault.PICTURE),
    (b"II*\x00", FileFault.PICTURE),
    (b"MM\x00*", FileFault.PICTURE),
    (b"BM", FileFault.PICTURE),
    (b"MZ", FileFault.OTHER_FORMAT),
    (b"\x7fELF", FileFault.OTHER_FORMAT),
)
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of the compound file, named in UTF-16 ([MS-OFFCRYPTO] 2.3.4.4, [MS-DOC] 2.1).
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_BLANK = b"\xef\xbb\xbf \t\r\n"
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|h[1-6]|br)[\s/>]", re.IGNORECASE
)
_WIDE_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s/>]", re.IGNORECASE)
_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_ZIP_END = b"PK\x05\x06"
_ZIP_END_SIZE, _LONGEST_COMMENT = 22, 0xFFFF


def form_of(content: bytes, *, name: str) -> FileForm:
    """What the file is by its content; its name only has to agree.

    Raises:
        UnreadableDocument: it is nothing that can be read here, or two things at once.
    """
    form = _form(content, ending := PurePath(name.strip()).suffix.lower())
    if _OTHERS.fullmatch(ending) or _FORMS.get(ending, form) is not form:
        raise UnreadableDocument(FileFault.OTHER_FORMAT)
    return form


def ends_as_zip(content: bytes) -> bool:
    """Whether the end record of a ZIP archive reaches exactly to the last byte (APPNOTE.TXT 4.3.16)."""
    at = len(content)
    lowest = max(0, at - _ZIP_END_SIZE - _LONGEST_COMMENT)
    while (at := content.rfind(_ZIP_END, lowest, at)) >= 0:
        comment = int.from_bytes(content[at + 20 : at + 22], "little")
        if at + _ZIP_END_SIZE + comment == len(content):
            return True
    return False


def _form(content: bytes, ending: str) -> FileForm:
    start = content[:1024]
    if start.startswith((_ZIP, _ZIP_END)):
        return FileForm.DOCX
    _refuse_two_in_one(content)
    if start.startswith(_PDF):
        return FileForm.PDF
    if start.startswith(_COMPOUND):
        raise UnreadableDocument(_fault_of_compound(content))
    for magic, fault in _MAGIC:
        if start.startswith(magic) and not _is_text(start):
            raise UnreadableDocument(fault)
    if start[257:262] == b"ustar":
        raise UnreadableDocument(FileFault.ARCHIVE)
    if start.lstrip(_BLANK).startswith(b"{\\rtf"):
        raise UnreadableDocument(FileFault.OTHER_FORMAT)
    return FileForm.HTML if _is_page(start, ending) else FileForm.TXT


def _refuse_two_in_one(content: bytes) -> None:
    """Readers look for the head of a PDF in the first kilobyte and more, and for a ZIP from the end."""
    at = content.find(_PDF)
    is_pdf_behind = at > 0 and not content.startswith(_PDF) and content.find(b"startxref", at) > 0
    if is_pdf_behind or ends_as_zip(content):
        raise UnreadableDocument(FileFault.HIDES_SOMETHING)


def _fault_of_compound(content: bytes) -> FileFault:
    if _LOCKED_STREAM in content:
        return FileFault.ENCRYPTED
    return FileFault.OLD_WORD if _WORD_STREAM in content else FileFault.OTHER_FORMAT


def _is_text(start: bytes) -> bool:
    """Whether what looks like a magic number ("BM", "MZ", "BZh") only begins a word."""
    return not any(byte < 9 for byte in start)


def _is_page(start: bytes, ending: str) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _WIDE_TAG.search(start[: len(start) & ~1].decode("utf-16", errors="replace")) is not None
    bare = start.lstrip(_BLANK).lower()
    opens = bare.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
    is_xml_page = bare.startswith((b"<?xml", b"<!--")) and b"<html" in bare
    return opens or is_xml_page or (_FORMS.get(ending) is FileForm.HTML and _TAG.search(start) is not None)
