"""The reader over its fixtures: floors that a change must not fall through, and what holds for each."""

from collections.abc import Iterator
from functools import cache

import pytest

from bot.reading import Field, ReadDocument, find_mark
from tests.reading.accuracy import FIELD_ORDER, Score, compare_all, scores
from tests.reading.expected import FIELDS, NONE, OPEN, fixtures

# The traps of facts/documents-and-law.md, section 6. 14 is about feeds, which are no texts: minutes that are
# months and HTML instead of XML are tested in tests/sources.
TRAPS = frozenset(range(1, 18)) - {14}

#: Precision of what the reader is sure of, and recall; a little under what is reached.
FLOORS = {
    "kind": (0.97, 0.95),
    "type_name": (0.97, 0.95),
    "number": (0.97, 0.95),
    "title": (0.97, 0.95),
    "issuer": (0.97, 0.95),
    "issued_on": (0.97, 0.95),
    "signatory": (0.97, 0.93),
    "urgency": (0.97, 0.95),
    "circulation": (0.97, 0.95),
    "scope": (0.97, 0.95),
    "event_on": (0.97, 0.93),
    "chair": (0.97, 0.88),
    "replaces": (0.97, 0.90),
    "people": (0.97, 0.90),
    "deadlines": (0.97, 0.95),
    "results": (0.90, 0.80),
    "weaknesses": (0.90, 0.80),
    "tasks": (0.95, 0.95),
    "task_who": (0.95, 0.95),
    "task_due": (0.97, 0.90),
    "damage": (0.97, 0.90),
    "all": (0.98, 0.95),
}


@cache
def _scores() -> dict[str, Score]:
    return scores(compare_all())


@pytest.mark.parametrize("name", [*FIELD_ORDER, "all"])
def test_a_field_is_read_as_well_as_it_was(name: str) -> None:
    precision, recall = FLOORS[name]
    score = _scores()[name]
    assert score.expected >= 3, "too few fixtures speak of it"
    assert score.precision >= precision, score
    assert score.recall >= recall, score


def test_there_are_fixtures_of_every_style_and_each_names_every_field() -> None:
    assert len(fixtures()) >= 146
    assert {fixture.style for fixture in fixtures()} == {"party", "state", "union", "prose"}
    assert all(fixture.expected.keys() == FIELDS for fixture in fixtures())


def test_every_trap_that_a_text_can_hold_stands_in_a_fixture() -> None:
    assert {trap for fixture in fixtures() for trap in fixture.traps} == TRAPS


def test_many_fixtures_expect_that_a_field_is_left_empty() -> None:
    every = [(name, value) for fixture in fixtures() for name, value in fixture.expected.items()]
    empty = [name for name, value in every if value in (NONE, OPEN)]
    assert len(empty) >= 300
    assert {"number", "type_name", "issuer", "issued_on", "event_on", "chair", "signatory", "replaces"} < set(
        empty
    )


def test_what_is_read_stands_where_it_says() -> None:
    for fixture in fixtures():
        document = fixture.document
        for field in _fields(document):
            assert 0 <= field.start <= field.end <= len(document.body), fixture.name
        if document.number is not None:
            number = document.number
            assert document.body[number.start : number.end] == number.value.printed, fixture.name
        for task in document.tasks:
            assert document.body[task.start : task.end] == task.value.text, fixture.name


def test_of_a_damaged_text_nothing_is_sure() -> None:
    damaged = [fixture for fixture in fixtures() if fixture.expected["damaged"]]
    assert damaged
    for fixture in damaged:
        assert not any(field.sure for field in _fields(fixture.document)), fixture.name


def test_no_fixture_is_stopped_at_the_gate() -> None:
    assert [fixture.name for fixture in fixtures() if find_mark(fixture.text) is not None] == []


def _fields(document: ReadDocument) -> Iterator[Field[object]]:
    for name in document.__slots__:
        value = getattr(document, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Field):
                yield each
