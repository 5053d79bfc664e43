import unicodedata
from pathlib import Path

import pytest

from bot.reading import SecrecyLevel, find_circulation_mark, find_mark, find_mark_in_name

MAT, TOI_MAT, TUYET_MAT = SecrecyLevel.MAT, SecrecyLevel.TOI_MAT, SecrecyLevel.TUYET_MAT
TEXTS = Path(__file__).parent.parent / "texts"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("MẬT", MAT),
        ("Đảng ủy\n\n  TỐI MẬT  \nKẾ HOẠCH", TOI_MAT),
        ("TUYỆT MẬT", TUYET_MAT),
        ("**MẬT**", MAT),
        ("| TỐI MẬT |", TOI_MAT),
        ("│ MẬT │", MAT),
        ("“TUYỆT MẬT”", TUYET_MAT),
        ("[MẬT]", MAT),
        ("- MẬT -", MAT),
        ("# MẬT", MAT),
        ("MẬT.", MAT),
        ("M Ậ T", MAT),
        ("T Ố I   M Ậ T", TOI_MAT),
        ("M\nẬ\nT\n", MAT),
        ("MÂ\u0323T", MAT),
        ("MA\u0302\u0323T", MAT),
        ("MA \u0323\u0302T", MAT),
        ("M\u00adẬ\u200bT", MAT),
        ("TUYỆT\u00a0MẬT", TUYET_MAT),
        ("ＭẬＴ", MAT),
        ("<p>MẬT</p>", MAT),
        ("Mật", MAT),
        ("Tối mật", TOI_MAT),
        ("mật", MAT),
        ("Kế hoạch.\nmật", MAT),
        ("TUYỆT MẬT\tĐẢNG CỘNG SẢN VIỆT NAM", TUYET_MAT),
        ("ĐẢNG ỦY TỈNH   MẬT   ĐẢNG CỘNG SẢN VIỆT NAM", MAT),
        ("ĐẢNG BỘ TỈNH | TỐI MẬT", TOI_MAT),
        ("Mật\tĐẢNG CỘNG SẢN VIỆT NAM", MAT),
        ("MẬT ĐẢNG CỘNG SẢN VIỆT NAM", MAT),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM TỐI MẬT", TOI_MAT),
        ("Số 12-KH/ĐU MẬT", MAT),
        ("MẬT - KHẨN", MAT),
        ("HỎA TỐC\tTUYỆT MẬT", TUYET_MAT),
        ("TÀI LIỆU TỐI MẬT", TOI_MAT),
        ("Độ mật: Mật", MAT),
        ("Độ mật : TỐI MẬT", TOI_MAT),
        ("Số: 12-KH/ĐU; độ mật: Tuyệt mật; độ khẩn: Khẩn", TUYET_MAT),
        ("Độ mật: Mật  Độ khẩn: Hỏa tốc", MAT),
        ("Độ mật | Mật", MAT),
        ("Độ mật: M\u00adật", MAT),
        ("**Độ mật:** Mật", MAT),
        ("chữ\n" * 5000 + "MẬT\n", MAT),
        ("MẬT 2", MAT),
        ("- 3 - TỐI MẬT", TOI_MAT),
        ("Trang 2/5   TUYỆT MẬT", TUYET_MAT),
        ("║ MẬT ║ ĐẢNG CỘNG SẢN VIỆT NAM ║", MAT),
        ("┆ TỐI MẬT ┆ Số 12-KH/ĐU", TOI_MAT),
        ("KHẨN\tM Ậ T", MAT),
        ("\u041cẬ\u0422", MAT),
        ("Độ mật: Tối mật", TOI_MAT),
        ("Độ mật:\nTối mật", TOI_MAT),
    ],
)
def test_a_mark_of_secrecy_is_found(text: str, level: SecrecyLevel) -> None:
    mark = find_mark(text)
    assert mark is not None
    assert mark.level is level


@pytest.mark.parametrize(
    "text",
    [
        "ỦY BAN MẶT TRẬN TỔ QUỐC",
        "Mặt trận",
        "MẶT",
        "MẤT",
        "mất",
        "MAT",
        "MÁT",
        "MẬT ONG",
        "Mật độ dân số",
        "BÍ MẬT",
        "bí mật",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "KẾ HOẠCH BẢO VỆ BÍ MẬT",
        "DANH MỤC TÀI LIỆU MẬT",
        'Văn thư đóng dấu "MẬT" lên góc trái.',
        "Các độ mật là: Tuyệt mật, Tối mật, Mật.",
        "Có ba độ mật: Tuyệt mật, Tối mật, Mật.",
        "a) Tuyệt mật;\nb) Tối mật;\nc) Mật.",
        "- Tối mật\n- Mật",
        "Không ai được làm lộ bí\nmật.",
        "Độ mật: Không",
        "Độ mật: Thường",
        "Độ mật, độ khẩn do người ký quyết định.",
        "1. MẬT KHẨU ĐĂNG NHẬP",
        "LƯU HÀNH NỘI BỘ",
        "KHẨN",
        "",
    ],
)
def test_what_only_looks_like_a_mark_passes(text: str) -> None:
    assert find_mark(text) is None


@pytest.mark.parametrize("name", sorted(path.name for path in TEXTS.glob("*.txt")))
def test_ordinary_texts_and_prose_about_secrecy_pass_the_gate(name: str) -> None:
    assert find_mark((TEXTS / name).read_text(encoding="utf-8")) is None


def test_a_mark_says_its_line_and_holds_nothing_of_the_text() -> None:
    mark = find_mark("ĐẢNG ỦY TỈNH\n\nMẬT\nKế hoạch của đồng chí Thuận")
    assert mark is not None
    assert mark.line == 3
    assert "Thuận" not in repr(mark)


@pytest.mark.parametrize(
    "name",
    [
        "MẬT",
        "12-KH-ĐU_MẬT",
        "MẬT-KH-12",
        "KH 12 (Tối mật)",
        "[MẬT] Kế hoạch số 12",
        "Kế hoạch số 12 – Mật",
        "TUYỆT MẬT Kế hoạch số 12",
        "MẬT\nKế hoạch số 12",
    ],
)
def test_a_mark_is_found_in_names_and_titles(name: str) -> None:
    assert find_mark_in_name(name) is not None
    assert find_mark_in_name(unicodedata.normalize("NFD", name)) is not None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "mat-tran",
        "MẶT TRẬN-12",
        "Quy chế BẢO-MẬT",
        "Luật_Bảo_vệ_bí_mật_nhà_nước",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "MẬT ONG RỪNG",
        "Mật độ dân số - báo cáo",
        "Nuôi ong lấy mật: mô hình hay",
    ],
)
def test_names_and_titles_about_other_things_pass(name: str) -> None:
    assert find_mark_in_name(name) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("LƯU HÀNH NỘI BỘ", "LƯU HÀNH NỘI BỘ"),
        ("KẾ HOẠCH\n* TÀI LIỆU HỘI NGHỊ *", "TÀI LIỆU HỘI NGHỊ"),
        ("ĐẢNG ỦY\tXEM XONG TRẢ LẠI", "XEM XONG TRẢ LẠI"),
        ("X E M  X O N G  T R Ả  L Ạ I", "XEM XONG TRẢ LẠI"),
        ("TÀI LIỆU THU HỒI", "TÀI LIỆU THU HỒI"),
        (
            "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN\u00a0THÔNG TIN ĐẠI CHÚNG",
            "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
        ),
        (
            "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN\nTHÔNG TIN ĐẠI CHÚNG",
            "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
        ),
        ("KHẨN\tX E M   X O N G   T R Ả   L Ạ I", "XEM XONG TRẢ LẠI"),
        ("DỰ THẢO", "DỰ THẢO"),
        ("(Dự thảo lần 3)", "DỰ THẢO LẦN 3"),
        ("ĐẢNG ỦY\tDỰ THẢO LẦN THỨ II", "DỰ THẢO LẦN II"),
    ],
)
def test_a_mark_of_circulation_is_found_and_is_no_secret(text: str, words: str) -> None:
    mark = find_circulation_mark(text)
    assert mark is not None
    assert mark.words == words
    assert find_mark(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Tài liệu hội nghị gửi kèm.",
        "Tài liệu lưu hành nội bộ phải thu hồi sau họp.",
        "MẬT",
        "HỘI NGHỊ",
        "Dự thảo kế hoạch được gửi kèm.",
        "DỰ THẢO NGHỊ QUYẾT",
        "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN\nCỦA CHI BỘ",
        "THÔNG TIN ĐẠI CHÚNG",
    ],
)
def test_prose_about_circulation_is_no_mark(text: str) -> None:
    assert find_circulation_mark(text) is None


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece",
    [
        "mật ",
        "MẬT ",
        "M ",
        "Ậ\n",
        " ",
        "\n",
        "|",
        "<",
        "độ mật ",
        "a \u0323",
        "\u0302\u0323",
        "A",
        "\t",
        "- ",
    ],
)
def test_the_gate_ends_on_a_large_text_of_anything(piece: str) -> None:
    text = "x" + piece * (300_000 // len(piece.encode())) + "\nhết"
    assert find_mark(text) is None
