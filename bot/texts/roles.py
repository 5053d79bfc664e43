"""Roles and ways of belonging, in words."""

from storage.states import MemberKind, Role

ROLES = {
    Role.SECRETARY: "Bí thư",
    Role.DEPUTY_SECRETARY: "Phó Bí thư",
    Role.COMMITTEE_LEADER: "Lãnh đạo Đảng ủy",
    Role.CLERK: "Văn thư soạn văn bản",
    Role.APPROVER: "Người duyệt phát hành",
    Role.ADMIN: "Quản trị danh sách",
    Role.AUDITOR: "Kiểm tra, giám sát",
}

KINDS = {
    MemberKind.OFFICIAL: "Đảng viên chính thức",
    MemberKind.PROBATIONARY: "Đảng viên dự bị",
    MemberKind.UNION: "Đoàn viên công đoàn",
}


def role_for(role: Role, *, unit_name: str) -> str:
    """Bí thư – Chi bộ 1."""
    return f"{ROLES[role]} – {unit_name}"
