import pytest

from bot.reading.damage import damage_of
from bot.reading.document import DAMAGED_FROM
from bot.reading.letters import normalise

CLEAN = "Các chi bộ thực hiện kế hoạch, báo cáo Đảng ủy; đồng chí Bí thư kiểm tra, giám sát việc tổ chức."


@pytest.mark.parametrize(
    "text",
    [
        "Các chỉ bồ thức hiễn kế hoặch, bảo cáo Đãng ủy; đồng chí Bị thư kiểm trá, giám sát.",
        "Kế hoạch số 20KH/TU, Hướng dẫn số 06HD/BTCTU, Chỉ thị số 13CT/TU, Nghị quyết số 19-NQ/TW",
        "C\ufffdc chi b\ufffd th\ufffdc hi\ufffdn t\ufffdt.",
        "Caùc chi boä thöïc hieän keá hoaïch, baùo caùo Ñaûng uûy",
        "C¸c chi bé thùc hiÖn kÕ ho¹ch, b¸o c¸o §¶ng uû",
        "Các chi bá»™ thá»±c hiá»‡n káº¿ hoáº¡ch",
    ],
)
def test_a_broken_text_is_told(text: str) -> None:
    assert damage_of(normalise(text)) >= DAMAGED_FROM


@pytest.mark.parametrize(
    "text",
    [
        "",
        CLEAN,
        CLEAN.upper(),
        "Cac chi bo thuc hien ke hoach, bao cao Dang uy.",
        "Đảng uỷ, cấp uỷ, chi uỷ và Uỷ ban họp; Đảng ủy, cấp ủy, chi ủy và Ủy ban họp.",
        "Các chi bộ thư ̣c hiê ̣n kế hoa ̣ch, ba ́o ca ́o Đảng ủy; đồng chí Bí thư kiểm tra.",
        "Nghị quyết số 19-NQ/TW, Chỉ thị số 13 - CT/TU, Kế hoạch số 34/KH-LĐLĐ, Công văn số 5CV/HU",
        f"Bảo cáo của ban tổ chưc. {CLEAN * 5}",
    ],
)
def test_a_sound_text_with_a_slip_or_none_is_not_told_as_broken(text: str) -> None:
    assert damage_of(normalise(text)) < DAMAGED_FROM


def test_more_damage_weighs_more() -> None:
    broken = "Các chi bồ thưc hiện tốt kế hoach. " * 3
    assert 0 < damage_of(CLEAN * 9 + broken) < damage_of(CLEAN + broken) < 1
