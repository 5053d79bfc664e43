"""Help, and how each command is said where people write no slash."""

HELP = "Trợ giúp"
TITLE = "TRỢ GIÚP"
HOW_TO_TAKE_NOTE = "Có văn bản đến: đọc xong, chọn “Đã nắm” ở cuối tin."
HOW_TO_TAKE_NOTE_TYPED = (
    "Có văn bản đến: đọc, rồi gõ số ghi cạnh chữ “Đã nắm” ở cuối tin. "
    "Ví dụ, ghi “Đã nắm: trả lời 32” thì gõ: 32"
)
HOW_TO_ASK = "Chưa rõ: chọn “Hỏi lại”, rồi gõ câu hỏi."
HOW_TO_ASK_TYPED = "Chưa rõ: gõ số ấy và câu hỏi. Ví dụ: 32 nộp ở đâu?"
WHAT_WAITS = "Xem lại việc đang chờ: gõ /canlam"
OTHER = "Việc khác, gõ: {commands}"
HOW_TO_STOP = "Đang làm dở mà muốn dừng: gõ thôi"
HOW_TO_STOP_TYPED = "Viết có dấu hay không dấu đều được. Đang làm dở mà muốn dừng: gõ thôi"
WHOM_TO_ASK = "Cần người giúp: gọi bí thư chi bộ hoặc văn phòng."
OFFICE_TITLE = "VIỆC ĐƯỢC GIAO PHỤ TRÁCH"
PARTS = (
    ("Theo dõi, nhắc", ("tiendo", "nhac", "cauhoi", "doctructiep", "baocao")),
    ("Sinh hoạt", ("taolich",)),
    ("Soạn, phát hành", ("soan", "choduyet", "duyet", "thuhoi")),
    ("Danh sách, kết nối", ("danhsach", "moi", "donvi", "vaitro", "kenh")),
    ("Cài đặt, nhật ký", ("chude", "nguon", "dulieu", "nhatky")),
)
"""What leaders, clerks and admins have besides, in the order of their days."""


def part(heading: str, names: list[str]) -> str:
    """One line of commands."""
    return f"{heading}: {_listed(names)}"


def other(names: list[str]) -> str:
    """What every member has besides."""
    return OTHER.format(commands=_listed(names))


def _listed(names: list[str]) -> str:
    return " · ".join(f"/{name}" for name in names)


COMMAND_WORDS = {
    "baocao": "báo cáo",
    "batdau": "bắt đầu",
    "canlam": "cần làm",
    "cauhoi": "câu hỏi",
    "choduyet": "chờ duyệt",
    "chuadoc": "chưa đọc",
    "chude": "chủ đề",
    "dangky": "đăng ký",
    "danhsach": "danh sách",
    "doctructiep": "đọc trực tiếp",
    "donvi": "đơn vị",
    "dulieu": "dữ liệu",
    "duyet": "duyệt",
    "gionghi": "giờ nghỉ",
    "help": "trợ giúp",
    "hopthu": "hộp thư",
    "kenh": "kênh",
    "lich": "lịch",
    "moi": "mời",
    "nguon": "nguồn",
    "nhac": "nhắc",
    "nhapdanhsach": "nhập danh sách",
    "nhatky": "nhật ký",
    "nhom": "nhóm",
    "soan": "soạn",
    "start": "bắt đầu",
    "taolich": "tạo lịch",
    "thuhoi": "thu hồi",
    "tiendo": "tiến độ",
    "tim": "tìm",
    "toi": "tôi",
    "trogiup": "trợ giúp",
    "vaitro": "vai trò",
    "vanban": "văn bản",
    "visao": "vì sao",
    "yentinh": "yên tĩnh",
}
"""What may stand behind a slash in a text, and how it is said where people write no slash. A test holds them
to the table of commands, and what is said to what is understood."""
