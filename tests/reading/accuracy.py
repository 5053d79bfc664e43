"""How well the reader reads: precision and recall of each field over the fixtures (`make accuracy`).

Only what the reader is sure of counts as found, for only that reaches a draft. Precision is the share of
sure values that are right, recall the share of expected values that are found and right. An unsure value is
neither right nor wrong: the clerk is asked.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table

from bot.reading import Deadline, DocumentNumber, Field, Person, PointPart, ReadDocument
from tests.reading.expected import NONE, OPEN, Fixture, fixtures

RIGHT, WRONG, MISSED, ASKED = "right", "wrong", "missed", "asked"


@dataclass(frozen=True)
class Finding:
    """One comparison: what was expected of a field of a fixture and what the reader said."""

    field: str
    outcome: str
    fixture: str
    expected: str = ""
    found: str = ""


@dataclass(frozen=True)
class Score:
    """The counts of a field. What was expected and read as something else is counted as wrong only."""

    right: int
    wrong: int
    missed: int
    asked: int
    #: Values that the fixtures expect.
    expected: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0


def main() -> None:
    """Print the table, and with -v what was wrong or missed."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("-v", action="store_true", help="list what was wrong or missed")
    verbose = parser.parse_args().v
    findings = compare_all()
    console = Console(width=150)
    console.print(_table(scores(findings)))
    for each in findings if verbose else ():
        if each.outcome in {WRONG, MISSED, ASKED}:
            console.print(
                f"{each.outcome:6} {each.field:12} {each.fixture}: {each.expected!r} <- {each.found!r}",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )


def compare_all() -> list[Finding]:
    """Every comparison of every fixture."""
    return [finding for fixture in fixtures() for finding in _compare(fixture)]


def scores(findings: Iterable[Finding]) -> dict[str, Score]:
    """The counts by field, in the order of FIELD_ORDER, and "all sure values" last."""
    by_field: dict[str, list[Finding]] = {name: [] for name in FIELD_ORDER}
    for finding in findings:
        by_field[finding.field].append(finding)
    everything = [finding for found in by_field.values() for finding in found]
    return {name: _score(found) for name, found in (*by_field.items(), ("all", everything))}


def _score(found: list[Finding]) -> Score:
    count = {
        outcome: sum(each.outcome == outcome for each in found) for outcome in (RIGHT, WRONG, MISSED, ASKED)
    }
    expected = sum(bool(each.expected) for each in found)
    return Score(count[RIGHT], count[WRONG], count[MISSED], count[ASKED], expected)


def _table(by_field: dict[str, Score]) -> Table:
    table = Table(title=f"The reader over {len(fixtures())} fixtures", title_justify="left")
    table.add_column("field")
    for heading in ("precision", "recall", "right", "wrong", "missed", "asked"):
        table.add_column(heading, justify="right")
    for name, score in by_field.items():
        counts = (score.right, score.wrong, score.missed, score.asked)
        table.add_row(name, f"{score.precision:.3f}", f"{score.recall:.3f}", *map(str, counts))
    return table


def _compare(fixture: Fixture) -> Iterator[Finding]:
    document, expected = fixture.document, fixture.expected
    for name, shown in _SINGLE.items():
        yield from _single(fixture, name, shown(document))
    yield from _listed(fixture, "people", _people(document))
    yield from _listed(fixture, "deadlines", [(_due(each.value), each.sure) for each in document.deadlines])
    yield from _quoted(fixture, "results", document, PointPart.RESULT)
    yield from _quoted(fixture, "weaknesses", document, PointPart.WEAKNESS)
    yield from _tasks(fixture, document)
    damage = "damaged" if document.is_damaged else ""
    wanted = "damaged" if expected["damaged"] else ""
    if damage or wanted:
        outcome = RIGHT if damage == wanted else WRONG if damage else MISSED
        yield Finding("damage", outcome, fixture.name, wanted, damage)


def _single(fixture: Fixture, name: str, found: tuple[str, bool] | None) -> Iterator[Finding]:
    expected = str(fixture.expected[name])
    value, sure = found or ("", False)
    wanted = "" if expected in {NONE, OPEN} else expected
    if sure:
        yield Finding(name, RIGHT if value == wanted else WRONG, fixture.name, wanted, value)
    elif wanted:
        yield Finding(name, ASKED if value else MISSED, fixture.name, wanted, value)


def _listed(fixture: Fixture, name: str, found: list[tuple[str, bool]]) -> Iterator[Finding]:
    expected = list(map(str, fixture.expected[name]))
    sure = list(dict.fromkeys(value for value, is_sure in found if is_sure))
    unsure = [value for value, is_sure in found if not is_sure]
    for value in sure:
        wanted = value if value in expected else ""
        yield Finding(name, RIGHT if wanted else WRONG, fixture.name, wanted, value)
    for value in expected:
        if value not in sure and not value.startswith(OPEN):
            yield Finding(name, ASKED if value in unsure else MISSED, fixture.name, value)


def _quoted(fixture: Fixture, name: str, document: ReadDocument, part: PointPart) -> Iterator[Finding]:
    """A card carries few points: each has to be one of those expected, and one of them has to be there."""
    expected = list(map(str, fixture.expected[name]))
    quotes = [point.text for point in document.main_points if point.part is part]
    for quote in quotes:
        wanted = next((words for words in expected if words in quote), "")
        yield Finding(name, RIGHT if wanted else WRONG, fixture.name, wanted, quote)
    if expected and not any(words in quote for quote in quotes for words in expected):
        yield Finding(name, MISSED, fixture.name, expected[0])


def _tasks(fixture: Fixture, document: ReadDocument) -> Iterator[Finding]:
    open_tasks = [field for field in document.tasks if field.sure]
    for line in map(str, fixture.expected["tasks"]):
        words, who, due = (part.strip() for part in line.split("=>"))
        found = next((field for field in open_tasks if words in field.value.text), None)
        yield Finding(
            "tasks", RIGHT if found else MISSED, fixture.name, line, found.value.text if found else ""
        )
        if found is not None:
            open_tasks.remove(found)
            yield from _part_of_task(fixture, "task_who", who, found.value.who)
            yield from _part_of_task(fixture, "task_due", due, _due(found.value.due))
    for field in open_tasks:
        yield Finding("tasks", WRONG, fixture.name, "", field.value.text)


def _part_of_task(fixture: Fixture, name: str, wanted: str, found: str) -> Iterator[Finding]:
    if wanted or found:
        outcome = RIGHT if wanted == found else WRONG if found else MISSED
        yield Finding(name, outcome, fixture.name, wanted, found)


def _shown(field: Field[object] | None) -> tuple[str, bool] | None:
    if field is None:
        return None
    match field.value:
        case DocumentNumber() as number:
            return "|".join(number.key), field.sure
        case Person(name, title):
            return f"{name} | {title}", field.sure
        case date() as day:
            return day.isoformat(), field.sure
        case other:
            return str(other), field.sure


def _chair(document: ReadDocument) -> tuple[str, bool] | None:
    return None if document.chair is None else (document.chair.value.name, document.chair.sure)


def _people(document: ReadDocument) -> list[tuple[str, bool]]:
    return [(each.value.name, each.sure) for each in document.people]


def _due(due: Deadline | None) -> str:
    if due is None:
        return ""
    word = "by" if due.inclusive and due.due_time is None else "before"
    hour = f" {due.due_time:%H:%M}" if due.due_time else ""
    return f"{due.due_on} {word}{hour}"


_SINGLE: dict[str, Callable[[ReadDocument], tuple[str, bool] | None]] = {
    "kind": lambda document: _shown(document.kind),
    "type_name": lambda document: _shown(document.type_name),
    "number": lambda document: _shown(document.number),
    "title": lambda document: _shown(document.title),
    "issuer": lambda document: _shown(document.issuer),
    "issued_on": lambda document: _shown(document.issued_on),
    "signatory": lambda document: _shown(document.signatory),
    "urgency": lambda document: _shown(document.urgency),
    "circulation": lambda document: _shown(document.circulation),
    "scope": lambda document: _shown(document.scope),
    "event_on": lambda document: _shown(document.event_on),
    "chair": _chair,
    "replaces": lambda document: _shown(document.replaces),
}
FIELD_ORDER = (
    *_SINGLE,
    *("people", "deadlines", "results", "weaknesses", "tasks", "task_who", "task_due", "damage"),
)

if __name__ == "__main__":
    main()
