"""A button of a draft carries, beside a small number, the revision that it was made for."""

_PLACES = 100


def mark(revision: int, number: int = 0) -> int:
    """Revision and number (under 100) as one argument."""
    if not 0 <= number < _PLACES:
        raise ValueError(f"no room for {number}")
    return revision * _PLACES + number


def read_mark(argument: int) -> tuple[int | None, int]:
    """The revision (None: whichever it is) and the number."""
    revision, number = divmod(argument, _PLACES)
    return revision or None, number
