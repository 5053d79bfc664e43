"""The files that go along with a publication."""


def heading(name: str) -> str:
    """TỆP KÈM · Số 12-KH/ĐU, over the list."""
    return f"TỆP KÈM · {name}"


def of(name: str) -> str:
    """Beside one file."""
    return f"Tệp kèm của {name[0].lower()}{name[1:]}" if name.startswith("Số ") else f"Tệp kèm của {name}"


def line(place: int, name: str) -> str:
    """1. biểu mẫu.docx."""
    return f"{place}. {name}"


def open_button(place: int) -> str:
    """Has that file sent."""
    return f"Lấy tệp số {place}"
