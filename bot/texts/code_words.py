"""What to type for what no number alone may do, where its label is too long, a name, or a command's word.

Each is a phrase of its own that makes sense read aloud. Beside it stands the name of the act; a test holds
these to the acts.
"""

CODE_WORDS = {
    "APPROVE_AT": "duyệt hẹn giờ",
    "APPROVE_CONFIRMED": "phát hành hỏa tốc",
    "APPROVE_JOIN": "đúng người",
    "APPROVE_NOW": "duyệt phát hành",
    "CANCEL_SESSION_CONFIRMED": "hủy buổi sinh hoạt",
    "CLEAR_SCAN_CONFIRMED": "không có dấu mật",
    "END_EXEMPTION": "kết thúc miễn",
    "END_ROLE": "kết thúc vai trò",
    "END_ROLE_CONFIRMED": "kết thúc vai trò",
    "MOVE_MEMBER_CONFIRMED": "chuyển đơn vị",
    "NO_CONSENT": "không đồng ý",
    "NUMBER_CONFIRMED": "vẫn trình",
    "PUT_ON_PAPER_CONFIRMED": "nhận bản giấy",
    "REMIND": "nhắc ngay",
    "REMOVE_MEMBER_CONFIRMED": "rời danh sách",
    "REVOKE_INVITATION": "thu hồi mã",
    "ROSTER_APPLY": "áp dụng phần này",
    "UNIT_CONFIRM": "đúng thực hiện",
    "WEB_END": "thoát mọi máy",
}
ALWAYS = frozenset(
    {
        "APPROVE_AT",
        "APPROVE_CONFIRMED",
        "APPROVE_JOIN",
        "APPROVE_NOW",
        "END_ROLE",
        "MOVE_MEMBER_CONFIRMED",
        "NO_CONSENT",
        "PUT_ON_PAPER_CONFIRMED",
        "REMOVE_MEMBER_CONFIRMED",
        "REVOKE_INVITATION",
        "WEB_END",
    }
)
"""Those for which it stands although the label is short: it holds a name, or more than has to be typed."""


def so_many_people(words: str, amount: str) -> str:
    """Of a reminder: nhắc 5 người; without an amount its own words."""
    return f"nhắc {amount} người" if amount else words
