"""The child's side: `python -m bot.reading.files.child FORM`, a file on stdin, its words as JSON on stdout.

An exception that nobody foresaw ends it with a traceback that nobody reads: the parent takes the file for
damaged.
"""

import json
import sys

from bot.reading.files.docx import read_docx
from bot.reading.files.limits import confine
from bot.reading.files.pages import read_page
from bot.reading.files.pdf import read_pdf
from bot.reading.files.results import MAX_FILE_BYTES, FileFault, FileForm, ReadFile, UnreadableDocument
from bot.reading.files.tidying import tidied

_READERS = {FileForm.DOCX: read_docx, FileForm.PDF: read_pdf, FileForm.HTML: read_page}


def main(form: FileForm) -> None:
    """Read what comes in, within the limits, and answer."""
    confine()
    try:
        told = _told(tidied(_READERS[form](sys.stdin.buffer.read(MAX_FILE_BYTES))))
    except UnreadableDocument as unreadable:
        told = {"fault": unreadable.fault.value}
    except MemoryError:
        told = {"fault": FileFault.TOO_LARGE.value}
    sys.stdout.buffer.write(json.dumps(told, ensure_ascii=False).encode("utf-8", errors="replace"))


def _told(read: ReadFile) -> dict[str, object]:
    return {
        "text": read.text,
        "form": read.form.value,
        "pictures": read.has_unread_pictures,
        "also": read.also_looked_at,
    }


if __name__ == "__main__":
    main(FileForm(sys.argv[1]))
