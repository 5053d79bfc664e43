"""What a meeting asks of whom: the text's own words, and who on the roster is meant, as a person said."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from bot.publication.draft.points import one_line
from bot.reading.folding import fold
from storage.database import Connection
from storage.organisation import rosters
from storage.organisation.rosters import Named

MOST_TASKS = 12
_MOST_CANDIDATES = 5
_BETWEEN = re.compile(r"[,;]| và ")
_FORM = re.compile(r"(?<!\w)(?:đồng chí|đ/c|ông|bà|anh|chị)\s+(?=\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Task:
    """One thing to be done.

    Args:
        text: what.
        who: as the text or the clerk names them; may be a unit.
        due_on: the last day on which it is in time.
        member_ids: who on the roster is meant; a person has said so.
    """

    text: str
    who: str = ""
    due_on: date | None = None
    member_ids: tuple[int, ...] = ()

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Self:
        """The task that a row holds."""
        due_on = stored.get("due_on")
        return cls(
            str(stored["text"]),
            str(stored.get("who", "")),
            date.fromisoformat(due_on) if due_on else None,
            tuple(map(int, stored.get("member_ids", ()))),
        )

    def stored(self) -> dict[str, Any]:
        """As a row holds it."""
        return {
            "text": self.text,
            "who": self.who,
            "due_on": self.due_on.isoformat() if self.due_on else None,
            "member_ids": list(self.member_ids),
        }


def tasks_of(stored: Iterable[Mapping[str, Any]]) -> list[Task]:
    """The tasks of a draft's or a version's row."""
    return [Task.of(one) for one in stored]


def with_task(tasks: Sequence[Task], place: int, task: Task | None) -> list[Task]:
    """The same tasks with this one in that place (from 0; behind the last: one more), or without it."""
    before, after = list(tasks[:place]), list(tasks[place + 1 :])
    return [*before, *([task] if task else []), *after]


def candidates(connection: Connection, words: str) -> list[Named]:
    """Those on the roster whose names have all the words of one of the names, few at most.

    Several names are parted by commas or "và"; a form of address before a name does no harm.
    """
    parts = (_FORM.sub("", part.strip()) for part in _BETWEEN.split(one_line(words)))
    wanted = [set(fold(part).split()) for part in parts if fold(part).strip()]
    if not wanted:
        return []
    found = [
        one
        for one in rosters.names(connection, unit_ids=None)
        if any(part <= set(fold(one.full_name).split()) for part in wanted)
    ]
    return found[:_MOST_CANDIDATES]


def only_one_named(connection: Connection, name: str) -> Named | None:
    """The only one on the roster of exactly this name, accents and all; None for nobody or several."""
    found = rosters.named(connection, one_line(name))
    return found[0] if len(found) == 1 else None
