"""Small files that unfold to much."""

import io
import random
import zipfile
import zlib

from pypdf.generic import NameObject, StreamObject

from tests.reading.files import making

MEGABYTE = 1_000_000


def folded(megabytes: int) -> bytes:
    """So many megabytes (in tens) of blanks, folded with the best ratio there is, in no time."""
    folding = zlib.compressobj(9, zlib.DEFLATED, -15)
    ten = b" " * (10 * MEGABYTE)
    first = folding.compress(ten) + folding.flush(zlib.Z_FULL_FLUSH)
    again = folding.compress(ten) + folding.flush(zlib.Z_FULL_FLUSH)
    return first + again * (megabytes // 10 - 1) + folding.flush(zlib.Z_FINISH)


def bomb(*, declares: int, parts: int) -> bytes:
    """A document whose `parts` parts are all the same 300 MB folded, each said to be `declares` bytes."""
    packed = folded(300)
    sizes = bytes(4) + len(packed).to_bytes(4, "little") + declares.to_bytes(4, "little")
    whole = _without_body()
    at = int.from_bytes(whole[-6:-2], "little")
    amount = (int.from_bytes(whole[-12:-10], "little") + parts).to_bytes(2, "little")
    method = b"\x14\0\0\0\x08\0\0\0\0\0"
    name = b"word/document.xml"
    local = b"PK\x03\x04" + method + sizes + len(name).to_bytes(2, "little") + bytes(2) + name + packed
    directory = whole[at:-22]
    for each in (name, *(b"word/header%d.xml" % number for number in range(1, parts))):
        where = at.to_bytes(4, "little")
        length = len(each).to_bytes(2, "little")
        directory += b"PK\x01\x02\x14\0" + method + sizes + length + bytes(12) + where + each
    place = len(directory).to_bytes(4, "little") + (at + len(local)).to_bytes(4, "little")
    return whole[:at] + local + directory + b"PK\x05\x06" + bytes(4) + amount * 2 + place + bytes(2)


def _without_body() -> bytes:
    file = io.BytesIO()
    content = making.saved(making.document())
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name in zipfile.ZipFile(io.BytesIO(content)).namelist():
            if name != "word/document.xml":
                made.writestr(name, making.part_of(content, name))
    return file.getvalue()


def millions_of_paragraphs() -> bytes:
    """A document that is honest about its size, in which nothing can be seen."""
    content = making.saved(making.document())
    body = making.part_of(content, "word/document.xml")
    # Enough of it does not fold, so that the ratio is that of a document.
    noise = random.Random(1).randbytes(100_000).hex().encode()
    padded = body.replace(b"<w:sectPr", b"<w:p></w:p>" * 1_000_000 + b"<!--" + noise + b"--><w:sectPr", 1)
    return making.repacked(content, {"word/document.xml": padded})


def pdf_of(drawing: bytes) -> bytes:
    """A PDF whose one page is drawn by these bytes; they are folded (FlateDecode)."""
    writer = making.rewritten(making.printed(making.paper()))
    stream = StreamObject()
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream.set_data(drawing)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    return making.written(writer)
