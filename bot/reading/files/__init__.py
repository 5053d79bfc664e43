"""Files as offices send them: from bytes to text, in bounded memory and without ever touching the disk.

DOCX, PDF and HTML are read in a child process with limits of its own; plain text is read right here.
"""

from bot.reading.files.html import read_html
from bot.reading.files.reading import read_file
from bot.reading.files.results import MAX_FILE_BYTES, FileFault, FileForm, ReadFile, UnreadableDocument

__all__ = [
    "MAX_FILE_BYTES",
    "FileFault",
    "FileForm",
    "ReadFile",
    "UnreadableDocument",
    "read_file",
    "read_html",
]
