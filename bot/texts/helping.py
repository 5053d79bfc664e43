"""Help."""

HELP = "Trợ giúp"
TITLE = "TRỢ GIÚP"
INTRO = "Gõ hoặc chạm vào một lệnh:"
WHOM_TO_ASK = (
    "Chưa rõ nội dung văn bản: mở văn bản và chọn “Hỏi lại”. "
    "Chưa dùng được máy: xin gọi bí thư chi bộ của mình hoặc văn phòng."
)


def line(name: str, words: str) -> str:
    """One command."""
    return f"/{name} – {words}"
