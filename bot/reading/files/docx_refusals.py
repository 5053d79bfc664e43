"""What a .docx may not have in it, whatever its text says."""

import re

from bot.reading.files.archive import Archive
from bot.reading.files.results import FileFault, UnreadableDocument
from bot.reading.files.xml_walk import Attributes, walk

CONTENT_TYPES = "[Content_Types].xml"
_MACROS = re.compile(r"vbaproject|vbadata|macroenabled|ms-office\.vba", re.IGNORECASE)
_FILE_IN_FILE = re.compile(
    r"oleobject|activex|afchunk|altchunk|/package$|\.package$|/control$|subdocument|/frame$|attachedtoolbars",
    re.IGNORECASE,
)
_FOLDERS = re.compile(r"(?:^|/)(?:embeddings|activex|afchunk|macros)/", re.IGNORECASE)
# Text, pictures, fonts and signatures; anything else is a file in the file.
_ENDINGS = re.compile(
    r"\.(?:xml|rels|png|jpe?g|jfif|jpe|gif|bmp|dib|tiff?|[ew]m[fz]|wdp|svg|webp|odttf|ttf|otf|fntdata|psmdcp|sigs)$"
)
_HARMLESS_OUTSIDE = ("/hyperlink", "/image")
# Word writes the path of the template on the drafter's own disk; one on a server is fetched when opened.
_OWN_DISK = re.compile(r"(?:file:/{1,3})?(?:[a-z]:|/?[^/\\:]+\.dot[xm]?$)", re.IGNORECASE)


def refuse_what_hides(archive: Archive) -> None:
    """Look through names, kinds and relations of the parts.

    Raises:
        UnreadableDocument: MACROS, HIDES_SOMETHING.
    """
    for name in archive.names:
        if _MACROS.search(name):
            raise UnreadableDocument(FileFault.MACROS)
    walk(archive.chunks(CONTENT_TYPES), _Kinds())
    for name in archive.names:
        if _FOLDERS.search(name) or not (
            name.endswith("/") or _ENDINGS.search(name.lower()) or _is_settings(name)
        ):
            raise UnreadableDocument(FileFault.HIDES_SOMETHING)


class Relations:
    """Walks a part of relations; keeps where the main part is.

    Raises:
        UnreadableDocument: HIDES_SOMETHING for a relation to something that would be run, opened or fetched.
    """

    def __init__(self) -> None:
        self.main = ""

    def begin(self, name: str, attributes: Attributes) -> None:
        """As `Walker`."""
        if name != "Relationship":
            return
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if _MACROS.search(kind):
            raise UnreadableDocument(FileFault.MACROS)
        is_outside = attributes.get("TargetMode", "").lower() == "external"
        is_own_template = kind.endswith("/attachedTemplate") and _OWN_DISK.match(target) is not None
        harmless = kind.endswith(_HARMLESS_OUTSIDE) or is_own_template
        if _FILE_IN_FILE.search(kind) or (is_outside and not harmless):
            raise UnreadableDocument(FileFault.HIDES_SOMETHING)
        if kind.endswith("/officeDocument"):
            self.main = target.lstrip("/")

    def end(self, name: str) -> None:
        """As `Walker`."""

    def words(self, text: str) -> None:
        """As `Walker`."""


class _Kinds:
    """Walks [Content_Types].xml."""

    def begin(self, name: str, attributes: Attributes) -> None:
        kind = attributes.get("ContentType", "")
        if _MACROS.search(kind):
            raise UnreadableDocument(FileFault.MACROS)
        # A default for an ending says nothing yet of what is there.
        if name == "Override" and _FILE_IN_FILE.search(kind):
            raise UnreadableDocument(FileFault.HIDES_SOMETHING)

    def end(self, name: str) -> None:
        pass

    def words(self, text: str) -> None:
        pass


def _is_settings(name: str) -> bool:
    return re.search(r"printersettings\d*\.bin$", name, re.IGNORECASE) is not None
