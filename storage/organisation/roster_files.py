"""Roster files: the plans that wait for a person, and changing many members at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.organisation.exemptions import holds
from storage.organisation.organisation import NewMember
from storage.rows import insert_row, many, one
from storage.states import Address, ExemptFrom, ImportState, MemberKind
from storage.tables import exemptions, members, roster_imports

OPEN = (ImportState.SHOWN, ImportState.PARTLY)
# Rows in one statement: engines take only so many parameters.
_AT_ONCE = 500


@dataclass(frozen=True)
class OnRoster:
    """A member as a file is compared with them, with the exemptions in force."""

    id: int
    full_name: str
    unit_id: int
    position: str
    kind: MemberKind
    address_form: Address
    language: str
    phone_hash: str = field(repr=False)
    exempt: bool
    is_exempt_wholly: bool


def on_roster(connection: Connection, *, now: datetime) -> list[OnRoster]:
    """Everybody on the roster, by given name."""
    names = [name for name in OnRoster.__dataclass_fields__ if name in members.c]
    exempt = sa.exists().where(exemptions.c.member_id == members.c.id, holds(now))
    from_meetings = exempt.where(exemptions.c.exempt_from == ExemptFrom.MEETINGS)
    wholly = exempt.where(exemptions.c.exempt_from == ExemptFrom.EVERYTHING)
    question = (
        sa.select(
            *(members.c[name] for name in names),
            from_meetings.label("exempt"),
            wholly.label("is_exempt_wholly"),
        )
        .where(members.c.left_at.is_(None))
        .order_by(members.c.sort_key, members.c.id)
    )
    return many(connection, question, OnRoster)


@dataclass(frozen=True)
class Import:
    """A file that was shown; see `storage.tables.membership`."""

    id: int
    state: ImportState
    file_name: str
    fingerprint: str
    difference: str = field(repr=False)
    made_by: int | None
    until_at: datetime


_IMPORT = tuple(roster_imports.c[name] for name in Import.__dataclass_fields__)


def add(
    connection: Connection,
    *,
    file_name: str,
    fingerprint: str,
    difference: str,
    made_by: int | None,
    now: datetime,
    until_at: datetime,
) -> int:
    """Keep a plan; returns its number."""
    values = {
        "state": ImportState.SHOWN,
        "file_name": file_name,
        "fingerprint": fingerprint,
        "difference": difference,
        "made_by": made_by,
        "made_at": now,
        "until_at": until_at,
    }
    return insert_row(connection, roster_imports, values)


def find(connection: Connection, import_id: int) -> Import | None:
    """The file with this number; on PostgreSQL nobody else changes it until the transaction ends."""
    question = sa.select(*_IMPORT).where(roster_imports.c.id == import_id).with_for_update()
    return one(connection, question, Import)


def look(connection: Connection, import_id: int) -> Import | None:
    """The file with this number, to be looked at."""
    return one(connection, sa.select(*_IMPORT).where(roster_imports.c.id == import_id), Import)


def settle(
    connection: Connection,
    import_id: int,
    *,
    state: ImportState,
    difference: str,
    applied_by: int | None = None,
    applied_at: datetime | None = None,
) -> None:
    """Note where the file stands now; an empty difference ends it."""
    values: dict[str, object] = {"state": state, "difference": difference}
    if applied_at is not None:
        values |= {"applied_by": applied_by, "applied_at": applied_at}
    connection.execute(roster_imports.update().where(roster_imports.c.id == import_id).values(values))


def open_of(connection: Connection, made_by: int | None) -> list[Import]:
    """The files of this member (None: the command line) that still wait."""
    maker = roster_imports.c.made_by
    question = sa.select(*_IMPORT).where(
        roster_imports.c.state.in_(OPEN), maker.is_(None) if made_by is None else maker == made_by
    )
    return many(connection, question, Import)


def lapsed(connection: Connection, *, now: datetime) -> list[Import]:
    """The files that nobody decided about in time."""
    question = sa.select(*_IMPORT).where(roster_imports.c.state.in_(OPEN), roster_imports.c.until_at <= now)
    return many(connection, question, Import)


def add_members(connection: Connection, new: Sequence[NewMember]) -> Iterator[list[int]]:
    """Put people onto the roster, some hundred at once; yields their numbers in order, batch after batch."""
    statement = members.insert().returning(members.c.id, sort_by_parameter_order=True)
    for start in range(0, len(new), _AT_ONCE):
        rows = [asdict(one_member) for one_member in new[start : start + _AT_ONCE]]
        yield list(connection.execute(statement, rows).scalars())


def change_members(connection: Connection, values: Mapping[int, Mapping[str, object]]) -> None:
    """Give members other values; those that change the same columns go together."""
    alike: dict[tuple[str, ...], list[dict[str, object]]] = {}
    for member_id, changed in values.items():
        renamed = {f"new_{name}": value for name, value in changed.items()}
        alike.setdefault(tuple(sorted(changed)), []).append({"member": member_id, **renamed})
    for names, rows in alike.items():
        statement = (
            members.update()
            .where(members.c.id == sa.bindparam("member"))
            .values({name: sa.bindparam(f"new_{name}") for name in names})
        )
        connection.execute(statement, rows)
