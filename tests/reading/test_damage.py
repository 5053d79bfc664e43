from datetime import date

import pytest

from bot.reading import Damage, DamageKind, read_document
from bot.reading.damage import damage_of
from bot.reading.letters import normalise

CLEAN = "Các chi bộ thực hiện kế hoạch, báo cáo Đảng ủy; đồng chí Bí thư kiểm tra, giám sát việc tổ chức."
SCRAMBLED = "Các chỉ bồ thức hiễn kế hoặch, bảo cáo Đãng ủy; đồng chí Bị thư kiểm trá, giám sát."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SCRAMBLED, DamageKind.SCRAMBLED_ACCENTS),
        (
            "Kế hoạch số 20KH/TU, Hướng dẫn số 06HD/BTCTU, Chỉ thị số 13CT/TU, Nghị quyết số 19-NQ/TW",
            DamageKind.LOST_HYPHENS,
        ),
        ("C\ufffdc chi b\ufffd th\ufffdc hi\ufffdn t\ufffdt.", DamageKind.LOST_LETTERS),
        ("Các \ue001hi bộ th\ue002c hiện tốt kế h\ue003ch", DamageKind.LOST_LETTERS),
        ("Caùc chi boä thöïc hieän keá hoaïch, baùo caùo Ñaûng uûy", DamageKind.OLD_FONT),
        ("C¸c chi bé thùc hiÖn kÕ ho¹ch, b¸o c¸o §¶ng uû", DamageKind.OLD_FONT),
        ("Các chi bá»™ thá»±c hiá»‡n káº¿ hoáº¡ch", DamageKind.WRONG_ENCODING),
    ],
)
def test_a_broken_text_is_told_and_in_what_way(text: str, kind: DamageKind) -> None:
    damage = damage_of(normalise(text))
    assert damage is not None
    assert (damage.kind, damage.spoils_all) == (kind, True)


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
    assert damage_of(normalise(text)) is None


def test_more_damage_weighs_more_and_a_little_spoils_nothing() -> None:
    broken = "Các chi bồ thưc hiện tốt kế hoach. " * 3
    little, much = damage_of(CLEAN * 9 + broken), damage_of(CLEAN + broken)
    assert little is not None
    assert much is not None
    assert 0 < little.share < much.share < 1
    assert (little.spoils_all, much.spoils_all) == (False, True)


def test_a_share_says_of_how_many() -> None:
    text = "Kế hoạch số 20KH/TU, Hướng dẫn số 06HD/BTCTU, Chỉ thị số 13CT/TU, Nghị quyết số 19-NQ/TW"
    assert damage_of(text) == Damage(DamageKind.LOST_HYPHENS, broken=3, checked=4, spoils_all=True)


def test_a_document_carries_what_is_broken_in_it() -> None:
    damaged = read_document(SCRAMBLED, today=date(2026, 11, 22))
    assert damaged.is_damaged
    assert damaged.damage is not None
    assert damaged.damage.kind is DamageKind.SCRAMBLED_ACCENTS
    assert 0 < damaged.damage.broken <= damaged.damage.checked
    sound = read_document(CLEAN, today=date(2026, 11, 22))
    assert (sound.damage, sound.is_damaged) == (None, False)
