"""Small things that are known beside the database: names and words in the data folder, its owner's only.

What stands there may be lost without harm.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path


def read_words(file: Path) -> dict[str, str]:
    """What stands in it; nothing where there is no such file, or one that cannot be read."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(one) for name, one in found.items()} if isinstance(found, dict) else {}


def write_words(file: Path, words: Mapping[str, str]) -> None:
    """Put this in its place, whole or not at all."""
    made = file.with_suffix(".new")
    handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as writing:
        json.dump(dict(words), writing, ensure_ascii=False)
    made.replace(file)
