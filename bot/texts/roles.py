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

ABILITIES = {
    Role.SECRETARY: (
        "xem ai chưa xác nhận trong đơn vị (/tiendo), nhắc (/nhac), trả lời câu hỏi (/cauhoi), "
        "ghi đã đọc trực tiếp (/doctructiep), tạo buổi sinh hoạt (/taolich), mời người vào (/moi)."
    ),
    Role.DEPUTY_SECRETARY: (
        "xem ai chưa xác nhận trong đơn vị (/tiendo), nhắc (/nhac), trả lời câu hỏi (/cauhoi), "
        "ghi đã đọc trực tiếp (/doctructiep), tạo buổi sinh hoạt (/taolich), mời người vào (/moi)."
    ),
    Role.COMMITTEE_LEADER: (
        "xem tiến độ của mọi đơn vị (/tiendo), nhắc (/nhac), báo cáo (/baocao); "
        "mỗi lần xem tên đều được ghi lại."
    ),
    Role.CLERK: (
        "soạn văn bản (/soan), xem bản chờ duyệt (/choduyet), theo dõi tiến độ (/tiendo), "
        "trả lời câu hỏi (/cauhoi)."
    ),
    Role.APPROVER: "duyệt phát hành văn bản (/duyet), xem số liệu của mọi đơn vị (/tiendo).",
    Role.ADMIN: (
        "quản lý danh sách, đơn vị, mời người vào (/moi), giao vai trò (/vaitro); không xem ai chưa xác nhận."
    ),
    Role.AUDITOR: "xem danh sách, vai trò, số liệu và toàn bộ nhật ký (/nhatky); chỉ xem, không thay đổi.",
}
"""What each lets a person do, for who gives it and who gets it."""

KINDS = {
    MemberKind.OFFICIAL: "Đảng viên chính thức",
    MemberKind.PROBATIONARY: "Đảng viên dự bị",
    MemberKind.UNION: "Đoàn viên công đoàn",
    MemberKind.CANDIDATE: "Quần chúng ưu tú",
}


def role_for(role: Role, *, unit_name: str) -> str:
    """Bí thư – Chi bộ 1."""
    return f"{ROLES[role]} – {unit_name}"
