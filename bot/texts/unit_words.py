"""How kinds of units are called, and changing that."""

from storage.states import UnitKind

# The office may choose its own, in full and short.
WORDS = {
    UnitKind.FEDERATION: ("Liên đoàn", "LĐ"),
    UnitKind.COMMITTEE: ("Đảng ủy", "ĐU"),
    UnitKind.BRANCH: ("Chi bộ", "CB"),
    UnitKind.GROUP: ("Tổ đảng", "Tổ"),
}

WORDS_TITLE = "TỪ NGỮ CHO LOẠI ĐƠN VỊ"
WORDS_INTRO = "Chọn loại cần gọi khác đi. Tên riêng của từng đơn vị không đổi theo."


def word(word_: str, short_word: str, default: str) -> str:
    """How a kind is called."""
    said = f"{word_} (viết tắt {short_word})"
    return said if word_ == default else f"{said}, mặc định là {default}"


def ask_word(word_: str) -> str:
    """For another word."""
    return (
        f"Gọi “{word_}” bằng từ nào? Gửi từ mới, muốn có chữ viết tắt thì ghi sau dấu phẩy, "
        "ví dụ: Chi bộ, CB."
    )


def word_set(word_: str, short_word: str) -> str:
    """After it was changed."""
    return f"Từ nay gọi là “{word_}”, viết tắt “{short_word}”."
