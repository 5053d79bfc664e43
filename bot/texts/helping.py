"""Help."""

HELP = "Trợ giúp"
TITLE = "TRỢ GIÚP"
INTRO = "Muốn làm việc nào, xin gõ chữ đứng đầu dòng:"
HOW_TO_ANSWER = "Trả lời một tin: chọn ở cuối tin đó; chỗ nào ghi “trả lời” và một số thì gõ số ấy."
WHOM_TO_ASK = (
    "Chưa rõ nội dung văn bản: mở văn bản và chọn “Hỏi lại”. "
    "Chưa dùng được máy: xin gọi bí thư chi bộ của mình hoặc văn phòng."
)


def line(name: str, words: str) -> str:
    """One command."""
    return f"/{name} – {words}"


COMMAND_WORDS = frozenset(
    {
        "baocao",
        "batdau",
        "canlam",
        "cauhoi",
        "choduyet",
        "thuhoi",
        "chuadoc",
        "chude",
        "dangky",
        "danhsach",
        "doctructiep",
        "donvi",
        "dulieu",
        "duyet",
        "gionghi",
        "help",
        "hopthu",
        "kenh",
        "lich",
        "moi",
        "nguon",
        "nhac",
        "nhapdanhsach",
        "nhatky",
        "nhom",
        "soan",
        "start",
        "taolich",
        "tiendo",
        "tim",
        "toi",
        "trogiup",
        "vaitro",
        "vanban",
        "visao",
        "yentinh",
    }
)
"""What may stand behind a slash in a text; where people write no slash, texts show these without it. A test
holds them to the table of commands."""
