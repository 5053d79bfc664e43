"""The cast, and what the code writes down."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cast import cast, office

__all__ = ["cast", "office", "written_things"]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def written_things() -> dict[str, str]:
    """Every kind of thing that `entry(...)`, `Entry(...)` or a note of a room names, with its file."""
    sources = [path for room in ("bot", "storage") for path in (ROOT / room).rglob("*.py")]
    return {thing: str(path.relative_to(ROOT)) for path in sources for thing in _things(path)}


def _things(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "thing" and isinstance(node.value, ast.Constant):
            yield str(node.value.value)
        if isinstance(node, ast.Call) and _is_a_note(node) and isinstance(node.args[0], ast.Constant):
            yield from filter(None, [str(node.args[0].value)])
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and _is_named_thing(statement):
            assert isinstance(statement.value, ast.Constant)
            yield str(statement.value.value)


def _is_named_thing(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id in _NAMES for target in node.targets)


def _is_a_note(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr == "_note" and bool(node.args)


# How rooms name the kind of thing where it stands in a constant.
_NAMES = {"THING", "_THING", "LINK", "CODE", "SESSION"}
