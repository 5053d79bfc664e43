"""The example texts that come with Loa."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Sample:
    """One example text.

    Args:
        name: its file's name without the ending.
    """

    name: str
    text: str


@cache
def samples() -> tuple[Sample, ...]:
    """All example texts by name."""
    found = sorted(
        (file for file in files("bot.samples").iterdir() if file.name.endswith(".txt")),
        key=lambda file: file.name,
    )
    return tuple(Sample(file.name.removesuffix(".txt"), file.read_text(encoding="utf-8")) for file in found)
