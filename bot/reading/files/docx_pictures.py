"""Whether a .docx has pictures large enough to be a scanned page."""

import re

from bot.reading.files.xml_walk import Attributes

# 8 cm; in English Metric Units (ECMA-376-1, 20.1.2.1) and in points.
_LARGE_EMU = 8 * 360_000
_LARGE_POINTS = 8 / 2.54 * 72
_LENGTH = re.compile(r"(width|height):\s{0,3}(\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54}


class Pictures:
    """Hears of each element of the main part."""

    def __init__(self) -> None:
        self.has_large = False
        self._is_large = False

    def begin(self, name: str, attributes: Attributes) -> None:
        """An extent, or the picture that it belongs to."""
        match name:
            case "extent":
                sides = (attributes.get("cx", ""), attributes.get("cy", ""))
                self._is_large = all(side.isdecimal() and int(side[:12]) >= _LARGE_EMU for side in sides)
            case "shape":
                sides_of = {
                    side.lower(): float(length) * _POINTS[unit.lower()]
                    for side, length, unit in _LENGTH.findall(attributes.get("style", ""))
                }
                self._is_large = len(sides_of) > 1 and min(sides_of.values()) >= _LARGE_POINTS
            case "blip" | "imagedata":
                self.has_large = self.has_large or self._is_large
