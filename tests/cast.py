"""The invented people of the tests, the office they belong to, and a clock that a test can move.

Use it from a test package through its conftest.py:

    from tests.cast import cast, office

    __all__ = ["cast", "office"]

Both fixtures stand on `prepared_url`, so each test runs on both engines.
"""

from collections.abc import AsyncIterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest_asyncio
import sqlalchemy as sa

from bot.access import Caller, Door, Grant
from bot.office import Office
from bot.organisation.names import sort_key
from bot.settings import Settings
from storage import tables
from storage.channels import connections
from storage.database import Connection, Database
from storage.organisation import grants, organisation, people, topics
from storage.organisation.organisation import NewMember
from storage.rows import insert_row
from storage.states import Address, AddressState, MemberKind, Platform, Role, UnitKind

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START = datetime(2026, 11, 23, 8, 0, tzinfo=ZONE)
"""Monday, 08:00: a working day, and a reminder hour."""
KEY = b"k" * 32

ROOT, COMMITTEE = "Liên đoàn", "Đảng ủy"
BRANCH_1, BRANCH_2, BRANCH_3 = "Chi bộ 1", "Chi bộ 2", "Chi bộ 3"

Comrade, Official = Address.COMRADE, MemberKind.OFFICIAL


class FixedClock:
    """A clock that stands still until a test moves it; both faces show the same moment."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        return self._now

    def machine(self) -> datetime:
        return self._now

    def forward(self, **length: float) -> None:
        """Move on by `timedelta(**length)`: `clock.forward(hours=31)`."""
        self._now += timedelta(**length)

    def set(self, moment: datetime) -> None:
        """Move on to a moment."""
        assert moment >= self._now, "time does not run back"
        self._now = moment.astimezone(UTC)


@dataclass(frozen=True)
class Person:
    """One of the cast."""

    full_name: str
    unit: str
    roles: tuple[Role, ...] = ()
    form: Address = Comrade
    kind: MemberKind = Official
    position: str = ""
    has_address: bool = True

    @property
    def given(self) -> str:
        return self.full_name.split()[-1]


PEOPLE = (
    Person("Hà Văn Thuận", COMMITTEE, (Role.COMMITTEE_LEADER,), position="Bí thư Đảng ủy"),
    Person(
        "Lê Thị Minh",
        COMMITTEE,
        (Role.APPROVER, Role.COMMITTEE_LEADER),
        position="Phó Bí thư Thường trực Đảng ủy",
    ),
    Person("Trần Thị Lan", COMMITTEE, (Role.CLERK,), position="Văn thư"),
    Person("Phạm Quốc Dũng", COMMITTEE, (Role.ADMIN,), position="Quản trị"),
    Person("Ngô Văn Kiên", COMMITTEE, (Role.AUDITOR,), position="Ủy ban Kiểm tra"),
    Person("Vũ Thị Hòa", BRANCH_1, (Role.SECRETARY,), position="Bí thư Chi bộ 1"),
    Person("Nguyễn Văn Bình", BRANCH_1),
    Person("Đỗ Thị Mai", BRANCH_1),
    Person("Bùi Văn An", BRANCH_1, kind=MemberKind.PROBATIONARY),
    Person("Hoàng Văn Sơn", BRANCH_2, (Role.SECRETARY,), position="Bí thư Chi bộ 2"),
    Person("Đặng Thị Yến", BRANCH_2, (Role.DEPUTY_SECRETARY,), position="Phó Bí thư Chi bộ 2"),
    Person("Phan Văn Tâm", BRANCH_2, has_address=False),
    Person("Lý Thị Thu", BRANCH_2),
    Person("Trịnh Văn Đức", BRANCH_3, (Role.SECRETARY,), position="Bí thư Chi bộ 3"),
    Person("Cao Thị Ngọc", BRANCH_3, form=Address.SISTER, kind=MemberKind.UNION),
    Person("Mai Hồng Phúc", BRANCH_3, form=Address.UNKNOWN, kind=MemberKind.UNION),
)
"""Given names are all different. Tâm has no phone. Roles hold for the person's own unit in a branch, and for
the whole organisation in the committee."""

TOPICS = (
    ("Văn bản chỉ đạo", True, True, "Đảng ủy quy định mọi đảng viên đều nhận."),
    ("Kết quả hội nghị", False, True, ""),
    ("Học tập chuyên đề", False, False, ""),
)
"""Name, mandatory, on by default, locked because."""


@dataclass(frozen=True)
class Cast:
    """Who and what is in the database, by name.

    Args:
        units: by `ROOT`, `COMMITTEE`, `BRANCH_1` ...
        members: by given name; `cast["Bình"]` is short for `cast.members["Bình"]`.
        addresses: on the web connection, by given name; Tâm has none.
        topics: by name.
    """

    connection_id: int
    units: dict[str, int]
    members: dict[str, int]
    addresses: dict[str, int]
    topics: dict[str, int]
    grants: dict[str, tuple[Grant, ...]] = field(default_factory=dict)

    def __getitem__(self, given: str) -> int:
        """The member's id."""
        return self.members[given]

    @property
    def everyone(self) -> frozenset[int]:
        """The ids of all members."""
        return frozenset(self.members.values())

    def of_unit(self, unit: str) -> frozenset[int]:
        """The ids of the members of this very unit."""
        return frozenset(self[person.given] for person in PEOPLE if person.unit == unit)

    def caller(self, given: str, *, door: Door = Door.WEB, knock: int | None = None) -> Caller:
        """The member as a caller at that door, with the roles they were given."""
        return Caller(
            member_id=self[given],
            door=door,
            grants=self.grants[given],
            address_id=self.addresses.get(given),
            knock=knock,
        )

    def stranger(self, *, door: Door = Door.WEB, address_id: int | None = None) -> Caller:
        """Somebody whom no member stands for."""
        return Caller(member_id=None, door=door, address_id=address_id)


COMMAND_LINE = Caller(member_id=None, door=Door.COMMAND_LINE)
CLOCK = Caller(member_id=None, door=Door.CLOCK)


def fill(connection: Connection) -> Cast:
    """Write the cast into an empty database; from the second time on row by row as the first time left it."""
    kept = _KEPT.get(connection.dialect.name)
    if not _is_empty(connection):
        return _fill(connection)
    if kept is None:
        cast = _fill(connection)
        _KEPT[connection.dialect.name] = (cast, _rows(connection))
        return deepcopy(cast)
    cast, rows = kept
    for table, values in rows:
        connection.execute(table.insert(), values)
    if connection.dialect.name == "postgresql":
        numbered = [(table.name, values[-1]["id"]) for table, values in rows if "id" in table.c]
        connection.execute(sa.select(*(sa.func.setval(f"{name}_id_seq", last) for name, last in numbered)))
    return deepcopy(cast)


_Rows = list[tuple[sa.Table, list[dict[str, Any]]]]
_KEPT: dict[str, tuple[Cast, _Rows]] = {}


def _is_empty(connection: Connection) -> bool:
    first = (tables.installation, tables.units, tables.members, tables.connections, tables.topics)
    return not connection.execute(
        sa.select(sa.or_(*(sa.exists().select_from(one) for one in first)))
    ).scalar()


def _rows(connection: Connection) -> _Rows:
    found = [
        (table, [dict(row) for row in connection.execute(_by_number(table)).mappings()])
        for table in tables.metadata.sorted_tables
    ]
    return [(table, values) for table, values in found if values]


def _by_number(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table).order_by(*table.primary_key.columns)


def _fill(connection: Connection) -> Cast:
    organisation.found(connection, name="Văn phòng Đảng ủy", sandbox=False, now=START)
    units = _units(connection)
    members = {person.given: _member(connection, units, person) for person in PEOPLE}
    connection_id = connections.ensure(connection, platform=Platform.WEB, name="web")
    cast = Cast(
        connection_id=connection_id,
        units=units,
        members=members,
        addresses={
            person.given: add_address(
                connection, connection_id, chat_id=f"chat-{person.given}", member_id=members[person.given]
            )
            for person in PEOPLE
            if person.has_address
        },
        topics=_topics(connection),
    )
    return replace(
        cast, grants={person.given: _grants(connection, members[person.given]) for person in PEOPLE}
    )


def add_address(
    connection: Connection,
    connection_id: int,
    *,
    chat_id: str,
    member_id: int | None,
    state: AddressState = AddressState.ACTIVE,
    preference: int = 0,
) -> int:
    """One more private conversation."""
    return insert_row(
        connection,
        tables.addresses,
        {
            "connection_id": connection_id,
            "chat_id": chat_id,
            "is_group": False,
            "member_id": member_id,
            "state": state,
            "preference": preference,
            "created_at": START,
        },
    )


def make_office(url: str, *, settings: Settings | None = None) -> Office:
    """An office on this database at Monday 08:00; its `clock` is a `FixedClock`. Close its database."""
    return Office(database=Database(url), clock=FixedClock(), settings=settings or Settings(), key=KEY)


def clock_of(office: Office) -> FixedClock:
    """The office's clock, to move it."""
    assert isinstance(office.clock, FixedClock)
    return office.clock


@pytest_asyncio.fixture
async def office(prepared_url: str) -> AsyncIterator[Office]:
    made = make_office(prepared_url)
    yield made
    await made.database.close()


@pytest_asyncio.fixture
async def cast(office: Office) -> Cast:
    return await office.database.transaction(fill)


def _units(connection: Connection) -> dict[str, int]:
    def add(kind: UnitKind, name: str, short_name: str, parent_id: int | None) -> int:
        return organisation.add_unit(
            connection,
            kind=kind,
            name=name,
            short_name=short_name,
            parent_id=parent_id,
            opened_on=date(2020, 1, 1),
        )

    root = add(UnitKind.FEDERATION, "Liên đoàn Lao động tỉnh", "LĐLĐ tỉnh", None)
    committee = add(UnitKind.COMMITTEE, "Đảng ủy LĐLĐ tỉnh", "Đảng ủy", root)
    branches = {
        name: add(UnitKind.BRANCH, name, name.replace("Chi bộ", "CB"), committee)
        for name in (BRANCH_1, BRANCH_2, BRANCH_3)
    }
    return {ROOT: root, COMMITTEE: committee} | branches


def _member(connection: Connection, units: dict[str, int], person: Person) -> int:
    a_year_ago = START - timedelta(days=365)
    member_id = organisation.add_member(
        connection,
        NewMember(
            full_name=person.full_name,
            sort_key=sort_key(person.full_name),
            unit_id=units[person.unit],
            joined_at=a_year_ago,
            address_form=person.form,
            kind=person.kind,
            position=person.position,
        ),
    )
    unit_id = units[ROOT if person.unit == COMMITTEE else person.unit]
    for role in person.roles:
        grants.add(connection, member_id=member_id, role=role, unit_id=unit_id, from_at=a_year_ago)
    return member_id


def _grants(connection: Connection, member_id: int) -> tuple[Grant, ...]:
    return tuple(
        Grant(held.role, held.unit_id, people.units_below(connection, held.unit_id))
        for held in people.roles_of(connection, member_id, now=START)
    )


def _topics(connection: Connection) -> dict[str, int]:
    return {
        name: topics.add(
            connection,
            name=name,
            mandatory=mandatory,
            on_by_default=on_by_default,
            locked_because=because,
        )
        for name, mandatory, on_by_default, because in TOPICS
    }
