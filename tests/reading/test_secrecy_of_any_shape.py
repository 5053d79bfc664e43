"""The gate over marks of any shape and texts of any kind (hypothesis)."""

import unicodedata
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading import SecrecyLevel, find_circulation_mark, find_mark

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
LEVELS = {
    "MẬT": SecrecyLevel.MAT,
    "TỐI MẬT": SecrecyLevel.TOI_MAT,
    "TUYỆT MẬT": SecrecyLevel.TUYET_MAT,
}
BORDERS = (
    "",
    "|",
    "||",
    "│",
    "║",
    "┃",
    "*",
    "**",
    "“",
    "[",
    "(",
    "#",
    "=",
    "__",
    "-",
    " ",
    "   ",
    "\t",
    "\u00a0",
    "■",
    "★",
)
FORMS: tuple[Form, ...] = ("NFC", "NFD", "NFKC", "NFKD")
NEVER = (
    "MẶT",
    "MẤT",
    "MÁT",
    "MAT",
    "MẮT",
    "BÍ MẬT",
    "MẬT MÃ",
    "MẶT TRẬN",
    "BẢO MẬT",
    "MẬT ONG",
    "KHĂN",
    "KHÔNG MẬT THIẾT",
)
PROSE = (
    "Không được làm lộ bí mật nhà nước.",
    "Cán bộ Mặt trận phối hợp, tránh làm mất tài liệu.",
    "Có ba độ mật: Tuyệt mật, Tối mật, Mật.",
    "Việc đóng dấu MẬT do người ký quyết định.",
    "Tài liệu mật phải được cất giữ trong tủ.",
    "Mật độ dân số của phường là 9.000 người/km2.",
    "Kế hoạch bảo vệ bí mật nhà nước năm 2026",
    "ỦY BAN MẶT TRẬN TỔ QUỐC",
    "Quan hệ mật thiết giữa Đảng và nhân dân.",
    "Họp kín, không mật.",
)
words = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫéèịọụ ,.;:-\n\t", max_size=200)


def spread(mark: str, gap: str) -> str:
    """Letters parted by a gap, words by three of them."""
    return (gap * 3).join(gap.join(word) for word in mark.split()) if gap else mark


@settings(max_examples=80, deadline=None)
@given(
    mark=st.sampled_from(sorted(LEVELS)),
    gap=st.sampled_from(("", " ", "\u00ad", "\u200b", ".")),
    left=st.sampled_from(BORDERS),
    right=st.sampled_from(BORDERS),
    form=st.sampled_from(FORMS),
    before=words,
    after=words,
)
def test_a_mark_is_found_however_it_is_framed_spread_and_coded(
    mark: str, gap: str, left: str, right: str, form: Form, before: str, after: str
) -> None:
    # A lone dash before it makes an item of a list; a stamp has one on either side.
    line = f"{left}{spread(unicodedata.normalize('NFC', mark), gap)}{left if left == '-' else right}"
    text = unicodedata.normalize(form, f"{before}\n{line}\n{after}")
    found = find_mark(text)
    assert found is not None


@settings(max_examples=40, deadline=None)
@given(
    mark=st.sampled_from(sorted(LEVELS)),
    name=st.sampled_from(("Độ mật", "ĐỘ MẬT", "Mức độ mật", "độ bảo mật")),
    small=st.booleans(),
)
def test_a_field_of_secrecy_is_read_with_its_level(mark: str, name: str, small: bool) -> None:
    found = find_mark(f"Số: 12-KH/ĐU\n{name}: {mark.capitalize() if small else mark}\nKẾ HOẠCH")
    assert found is not None
    assert (found.level, found.line) == (LEVELS[mark], 2)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from((*NEVER, *PROSE)), st.text(alphabet="MATBÍ MẶẤÁT aàtmặấ\n.,;|", max_size=30)
        ),
        max_size=12,
    )
)
def test_a_text_without_the_mark_passes_whatever_it_speaks_of(lines: list[str]) -> None:
    text = "\n".join(line for line in lines if "Ậ" not in line or line in NEVER)
    assert find_mark(text) is None
    assert find_mark(unicodedata.normalize("NFD", text)) is None


@settings(max_examples=40, deadline=None)
@given(before=words, after=words)
def test_a_mark_of_circulation_lets_a_text_pass_and_is_told(before: str, after: str) -> None:
    text = f"{before}\nXEM XONG TRẢ LẠI\n{after}"
    mark = find_circulation_mark(text)
    assert mark is not None
    assert mark.words == "XEM XONG TRẢ LẠI"
    assert find_mark(text) is None
