"""From rows of history, which hold ids only, to sentences: names are looked up when somebody reads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.access import Door
from bot.texts import history as texts
from storage import history
from storage.database import Connection
from storage.history import Line, Person


@dataclass(frozen=True)
class Told:
    """One row in words.

    Args:
        actor: who did it.
        did: what, to whom, in which unit, about which publication.
        came_from: through which door, in what kind of conversation.
        whom: about whom it is; empty where that is nobody or the actor.
    """

    id: int
    at: datetime
    actor: str
    on_behalf_of: str
    did: str
    came_from: str
    whom: str
    unit: str
    publication: str
    line: Line


@dataclass(frozen=True)
class _Names:
    people: dict[int, Person]
    units: dict[int, str]
    publications: dict[int, str]
    groups: frozenset[int]

    def person(self, member_id: int | None) -> str:
        found = None if member_id is None else self.people.get(member_id)
        if found is None or found.is_erased:
            return texts.ERASED
        return texts.person(found.address_form, found.full_name)


def told(connection: Connection, lines: Sequence[Line]) -> tuple[Told, ...]:
    """The rows in words, in their order; a page of them at a time."""
    names = _names(connection, lines)
    return tuple(_told(names, line) for line in lines)


def _names(connection: Connection, lines: Sequence[Line]) -> _Names:
    members = _ids(number for one in lines for number in (one.actor_id, one.on_behalf_of, one.member_id))
    return _Names(
        people=history.people(connection, members),
        units=history.unit_names(connection, _ids(one.unit_id for one in lines)),
        publications=history.titles(connection, _ids(one.publication_id for one in lines)),
        groups=history.groups_among(connection, _ids(one.address_id for one in lines)),
    )


def _ids(found: Iterable[int | None]) -> set[int]:
    return {number for number in found if number is not None}


def _told(names: _Names, line: Line) -> Told:
    whom = ""
    if line.member_id is not None and line.member_id != line.actor_id and not _joins(line):
        whom = names.person(line.member_id)
    unit = names.units.get(line.unit_id, "") if line.unit_id is not None else ""
    publication = names.publications.get(line.publication_id, "") if line.publication_id is not None else ""
    return Told(
        id=line.id,
        at=line.at,
        actor=_actor(names, line),
        on_behalf_of=names.person(line.on_behalf_of) if line.on_behalf_of is not None else "",
        did=texts.did(
            texts.Change(line.thing, line.thing_id, line.from_state, line.to_state, line.detail),
            whom=whom,
            unit=unit,
            publication=publication,
        ),
        came_from=texts.came_from(
            line.door, in_group=line.address_id in names.groups, in_a_chat=line.address_id is not None
        ),
        whom=whom,
        unit=unit,
        publication=publication,
        line=line,
    )


def _actor(names: _Names, line: Line) -> str:
    if line.actor_id is not None:
        return names.person(line.actor_id)
    if line.member_id is not None and _joins(line):
        return names.person(line.member_id)
    match line.door:
        case Door.CLOCK:
            return texts.BY_ITSELF
        case Door.COMMAND_LINE:
            return texts.AT_THE_MACHINE
    return texts.STRANGER


def _joins(line: Line) -> bool:
    """Whether somebody agreed while their conversation was nobody's yet: by agreeing it became theirs."""
    return line.thing == "consent" and line.actor_id is None and line.address_id is not None
