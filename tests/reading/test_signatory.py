import pytest

from bot.reading.recognisers.signatory import find_head_of_office, find_signatory


@pytest.mark.parametrize(
    "foot",
    [
        "GIÁM ĐỐC\nĐinh Thị Lan",
        "Nơi nhận:\tGIÁM ĐỐC\n- Lưu: VT.\n\t(Đã ký)\n\tĐinh Thị Lan",
        "| Nơi nhận: | GIÁM ĐỐC |\n| - Lưu: VT. | Đinh Thị Lan |",
    ],
)
def test_the_head_of_an_office_signs_under_the_bare_role(foot: str) -> None:
    signatory = find_head_of_office(f"Điều 3. Thi hành.\n{foot}")
    assert signatory is not None
    assert (signatory.value.name, signatory.value.title) == ("Đinh Thị Lan", "GIÁM ĐỐC")


@pytest.mark.parametrize(
    "foot",
    [
        "THƯ KÝ\tCHỦ TRÌ\nĐinh Thị Lan\tHà Văn Thuận",
        "GIÁM ĐỐC\tCHỦ TỊCH\nĐinh Thị Lan\tHà Văn Thuận",
        "GIÁM ĐỐC",
        "",
    ],
)
def test_of_two_hands_or_none_no_one_is_chosen(foot: str) -> None:
    assert find_head_of_office(f"Điều 3. Thi hành.\n{foot}") is None


def test_two_columns_on_one_line_hide_no_signatory() -> None:
    foot = "Nơi nhận: T/M ĐẢNG ỦY\n- Như trên, PHÓ BÍ THƯ\n- Lưu Đảng ủy.\nLý A Páo"
    signatory = find_signatory(foot)
    assert signatory is not None
    assert (signatory.value.name, signatory.value.title) == ("Lý A Páo", "PHÓ BÍ THƯ")
