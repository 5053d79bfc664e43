"""What styles do to text: some hide it, some number it (ECMA-376-1, 17.7)."""

from dataclasses import dataclass

from bot.reading.files.xml_walk import Attributes

_MOST_ANCESTORS = 20


@dataclass
class _Style:
    based_on: str = ""
    hides: bool | None = None
    list_id: str = ""
    level: int | None = None


class Styles:
    """Walks styles.xml."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._style: _Style | None = None

    def begin(self, name: str, attributes: Attributes) -> None:
        """As `Walker`."""
        if name == "style":
            self._style = self._styles.setdefault(attributes.get("styleId", ""), _Style())
        if self._style is None:
            return
        value = attributes.get("val", "")
        match name:
            case "basedOn":
                self._style.based_on = value
            case "vanish":
                self._style.hides = is_on(attributes)
            case "numId":
                self._style.list_id = value
            case "ilvl" if value.isdecimal():
                self._style.level = int(value[:2])

    def end(self, name: str) -> None:
        """As `Walker`."""
        if name == "style":
            self._style = None

    def words(self, text: str) -> None:
        """As `Walker`."""

    def hides(self, style: str) -> bool:
        """Whether text of this style is not shown."""
        return next((one.hides for one in self._line(style) if one.hides is not None), False)

    def list_of(self, style: str) -> tuple[str, int | None]:
        """The list that numbers paragraphs of this style, and at which level, if it says so; "" for none."""
        return next(((one.list_id, one.level) for one in self._line(style) if one.list_id), ("", None))

    def _line(self, style: str) -> list[_Style]:
        """The style and those it is based on."""
        line: list[_Style] = []
        while style in self._styles and len(line) < _MOST_ANCESTORS:
            line.append(self._styles[style])
            style = line[-1].based_on
        return line


def is_on(attributes: Attributes) -> bool:
    """Whether an element that switches something switches it on (ECMA-376-1, 17.17.4)."""
    return attributes.get("val", "true").lower() not in {"false", "0", "off"}
