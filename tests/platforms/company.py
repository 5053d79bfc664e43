"""Who plays on which platform: a branch and the committee's roles for each, so that no two stories meet."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from bot.organisation.names import sort_key
from storage import tables
from storage.database import Connection
from storage.organisation import grants, organisation
from storage.organisation.organisation import NewMember
from storage.states import Address, MemberKind, Platform, Role
from tests.cast import BRANCH_1, BRANCH_2, BRANCH_3, COMMITTEE, PEOPLE, ROOT, START, Cast, fill


class Part(Enum):
    """What somebody is in a story."""

    SECRETARY = "secretary"
    MEMBER = "member"
    OTHER = "other"
    CLERK = "clerk"
    APPROVER = "approver"
    ADMIN = "admin"


@dataclass(frozen=True)
class Company:
    """The people of one platform.

    Args:
        branch: theirs.
        given: the given name of each.
        number: of the directive that they are sent.
    """

    branch: str
    given: dict[Part, str]
    number: str


def _company(branch: str, number: str, *given: str) -> Company:
    return Company(branch, dict(zip(Part, given, strict=True)), number)


COMPANIES = {
    Platform.TELEGRAM: _company(BRANCH_1, "11", "Hòa", "Bình", "Mai", "Lan", "Minh", "Dũng"),
    Platform.ZALO: _company(BRANCH_2, "12", "Sơn", "Thu", "Yến", "Vân", "Khôi", "Hải"),
    Platform.WEB: _company(BRANCH_3, "13", "Đức", "Ngọc", "Phúc", "Hằng", "Quyên", "Nam"),
}

# The cast has one person for each role of the committee; here each platform needs its own.
_COMMITTEE = (
    ("Lưu Thị Vân", Role.CLERK),
    ("Tạ Văn Khôi", Role.APPROVER),
    ("Đinh Văn Hải", Role.ADMIN),
    ("Hồ Thị Hằng", Role.CLERK),
    ("Phùng Thị Quyên", Role.APPROVER),
    ("Kiều Văn Nam", Role.ADMIN),
)


_ALL = [*(one.full_name for one in PEOPLE), *(name for name, _ in _COMMITTEE)]
FULL_NAMES = {name.split()[-1]: name for name in _ALL}
"""By given name."""


def fill_companies(connection: Connection) -> Cast:
    """Write the cast and those who are missing for three platforms; nobody is reached yet."""
    cast = fill(connection)
    connection.execute(tables.addresses.delete())
    added = {name.split()[-1]: _add(connection, cast, name, role) for name, role in _COMMITTEE}
    return replace(cast, members=cast.members | added, addresses={})


def _add(connection: Connection, cast: Cast, full_name: str, role: Role) -> int:
    a_year_ago = START - timedelta(days=365)
    member_id = organisation.add_member(
        connection,
        NewMember(
            full_name=full_name,
            sort_key=sort_key(full_name),
            unit_id=cast.units[COMMITTEE],
            joined_at=a_year_ago,
            address_form=Address.COMRADE,
            kind=MemberKind.OFFICIAL,
            position="",
        ),
    )
    grants.add(connection, member_id=member_id, role=role, unit_id=cast.units[ROOT], from_at=a_year_ago)
    return member_id
