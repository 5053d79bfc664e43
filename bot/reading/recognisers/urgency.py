"""The stamp of urgency in the head of a paper (Decree 30/2020/NĐ-CP, appendix I, box 10b)."""

import re

from bot.reading.document import Field, Urgency
from bot.reading.lines import DECORATION, cells_of, lines_of
from bot.reading.recognisers.stamps import HEAD_LINES

#: The stamps as they are printed, tone marks at either place.
URGENCIES = {
    "KHẨN": Urgency.URGENT,
    "THƯỢNG KHẨN": Urgency.VERY_URGENT,
    "HỎA TỐC": Urgency.EXPRESS,
    "HOẢ TỐC": Urgency.EXPRESS,
    "HỎA TỐC HẸN GIỜ": Urgency.EXPRESS,
    "HOẢ TỐC HẸN GIỜ": Urgency.EXPRESS,
}
_URGENCY_FIELD = re.compile(r"(?i:độ khẩn)\s?:\s?(?P<words>(?i:thượng khẩn|hỏa tốc|hoả tốc|khẩn))(?!\w)")


def find_urgency(text: str) -> Field[Urgency] | None:
    """The urgency stamped in the head, a line or column of its own with its exact accents, or a field "Độ
    khẩn:".
    """
    for line in lines_of(text, until=HEAD_LINES):
        for cell in cells_of(line):
            stamp = " ".join(cell.text.strip(DECORATION).split())
            if stamp in URGENCIES:
                return Field(URGENCIES[stamp], cell.start, cell.end, True)
        named = _URGENCY_FIELD.search(line.text)
        if named is not None:
            start = line.start + named.start()
            return Field(URGENCIES[named["words"].upper()], start, start + len(named.group()), True)
    return None
