"""The sample organisation. Everybody in it is invented."""

from typing import NamedTuple

from storage.states import Address, MemberKind, Platform, Role, UnitKind


class SampleUnit(NamedTuple):
    """A unit; `under` names the one above it by its short name."""

    kind: UnitKind
    name: str
    short_name: str
    under: str | None


class SamplePerson(NamedTuple):
    """A member; roles hold for the whole organisation in the committee, else for the own unit."""

    full_name: str
    unit: str
    position: str
    roles: tuple[Role, ...] = ()
    address_form: Address = Address.COMRADE
    kind: MemberKind = MemberKind.OFFICIAL
    has_phone: bool = True
    shown_as: Platform | None = None


TOP = "LĐLĐ tỉnh"
COMMITTEE = "Đảng ủy"
BRANCH_1, BRANCH_2, BRANCH_3 = "Chi bộ 1", "Chi bộ 2", "Chi bộ 3"

UNITS = (
    SampleUnit(UnitKind.FEDERATION, "Liên đoàn Lao động tỉnh", TOP, None),
    SampleUnit(UnitKind.COMMITTEE, "Đảng ủy LĐLĐ tỉnh", COMMITTEE, TOP),
    SampleUnit(UnitKind.BRANCH, "Chi bộ 1", BRANCH_1, COMMITTEE),
    SampleUnit(UnitKind.BRANCH, "Chi bộ 2", BRANCH_2, COMMITTEE),
    SampleUnit(UnitKind.BRANCH, "Chi bộ 3", BRANCH_3, COMMITTEE),
)
"""In protocol order."""

PEOPLE = (
    SamplePerson("Hà Văn Thuận", COMMITTEE, "Bí thư Đảng ủy", (Role.COMMITTEE_LEADER,)),
    SamplePerson(
        "Lê Thu Minh",
        COMMITTEE,
        "Phó Bí thư Thường trực Đảng ủy",
        (Role.APPROVER, Role.COMMITTEE_LEADER),
    ),
    SamplePerson("Trần Thị Lan", COMMITTEE, "Văn thư", (Role.CLERK,)),
    SamplePerson("Phạm Quốc Dũng", COMMITTEE, "Chánh Văn phòng", (Role.ADMIN,)),
    SamplePerson("Vũ Đình Khôi", BRANCH_1, "Bí thư Chi bộ 1", (Role.SECRETARY,)),
    SamplePerson("Nguyễn Thanh Bình", BRANCH_1, "Chuyên viên", shown_as=Platform.TELEGRAM),
    SamplePerson("Đỗ Thị Mai", BRANCH_1, "Chuyên viên", shown_as=Platform.ZALO),
    SamplePerson("Bùi Hoàng An", BRANCH_1, "Chuyên viên", kind=MemberKind.PROBATIONARY),
    SamplePerson("Hoàng Kim Sơn", BRANCH_2, "Bí thư Chi bộ 2", (Role.SECRETARY,)),
    SamplePerson("Đặng Hải Yến", BRANCH_2, "Phó Bí thư Chi bộ 2", (Role.DEPUTY_SECRETARY,)),
    SamplePerson("Lý Ngọc Thu", BRANCH_2, "Kế toán"),
    SamplePerson("Phan Văn Tâm", BRANCH_2, "Cán bộ hưu trí", has_phone=False),
    SamplePerson("Vũ Thị Hòa", BRANCH_3, "Bí thư Chi bộ 3", (Role.SECRETARY,)),
    SamplePerson(
        "Cao Bích Ngọc",
        BRANCH_3,
        "Nhân viên văn thư",
        address_form=Address.SISTER,
        kind=MemberKind.UNION,
    ),
    SamplePerson(
        "Mai Hồng Phúc",
        BRANCH_3,
        "Lái xe",
        address_form=Address.BROTHER,
        kind=MemberKind.UNION,
        shown_as=Platform.ZALO,
    ),
)
"""Given names are all different."""
