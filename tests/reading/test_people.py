import pytest

from bot.reading.recognisers.people import find_chair, find_people
from bot.reading.recognisers.signatory import find_signatory


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Chủ trì: đ/c Hà Văn Thuận", "Hà Văn Thuận", ""),
        ("Đồng chí Hà Văn Thuận, Bí thư Đảng ủy chủ trì Hội nghị.", "Hà Văn Thuận", "Bí thư Đảng ủy"),
        ("Hội nghị do đồng chí Hà Văn Thuận – Bí thư Đảng ủy, chủ trì.", "Hà Văn Thuận", "Bí thư Đảng ủy"),
        ("Dưới sự chủ trì của đồng chí Rah Lan Chung, các đại biểu bàn bạc.", "Rah Lan Chung", ""),
        ("Chủ trì Hội nghị có đồng chí Y Thanh Hà Niê; dự có đông đủ đảng viên.", "Y Thanh Hà Niê", ""),
    ],
)
def test_the_chair_is_who_the_text_says_chaired(text: str, name: str, title: str) -> None:
    chair = find_chair(text)
    assert chair is not None
    assert (chair.value.name, chair.value.title) == (name, title)
    assert text[chair.start : chair.end].startswith(name)


@pytest.mark.parametrize(
    "text",
    [
        "Dự và chỉ đạo có đồng chí Hà Văn Thuận.",
        "Đồng chí Hà Văn Thuận phát biểu.",
        "Đồng chí Hà Văn Thuận và đồng chí Đỗ Thị Hòa đồng chủ trì.",
        "Đồng chí Bí thư chủ trì họp.",
        "Đồng chí Phó Chủ tịch chủ trì họp.",
        "Các đồng chí chủ trì nêu câu hỏi.",
        "Sáng do đồng chí Hà Văn Thuận chủ trì, chiều do đồng chí Đỗ Thị Hòa chủ trì.",
    ],
)
def test_the_chair_is_not_guessed(text: str) -> None:
    assert find_chair(text) is None


def test_people_are_named_once_with_all_their_titles() -> None:
    people = find_people(
        "Có đồng chí Tạ Quốc Phan - Tỉnh ủy viên, Bí thư Đảng ủy, Chủ tịch Liên đoàn Lao động tỉnh; "
        "đ/c Lý A Páo báo cáo. Đồng chí Tạ Quốc Phan kết luận."
    )
    assert [(person.value.name, person.value.title) for person in people] == [
        ("Tạ Quốc Phan", "Tỉnh ủy viên, Bí thư Đảng ủy, Chủ tịch Liên đoàn Lao động tỉnh"),
        ("Lý A Páo", ""),
    ]


def test_titles_and_bodies_are_no_people() -> None:
    assert (
        find_people("Đồng chí Phó Chủ tịch, đồng chí Bí thư Đảng ủy và các đồng chí Ban Chấp hành dự.") == ()
    )


@pytest.mark.parametrize(
    "text",
    [
        "T/M ĐẢNG ỦY\nBÍ THƯ\nHà Văn Thuận",
        "Nơi nhận:\tTM. BAN CHẤP HÀNH\n- Như trên;\tBÍ THƯ\n- Lưu.\n\t(Đã ký)\n\tHà Văn Thuận",
    ],
)
def test_the_signatory_stands_under_the_line_of_authority(text: str) -> None:
    signatory = find_signatory(text)
    assert signatory is not None
    assert (signatory.value.name, signatory.value.title) == ("Hà Văn Thuận", "BÍ THƯ")


@pytest.mark.parametrize("text", ["Hà Văn Thuận", "T/M ĐẢNG ỦY\nBÍ THƯ", "BÍ THƯ\nHà Văn Thuận"])
def test_a_name_without_authority_is_no_signatory(text: str) -> None:
    assert find_signatory(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Các đồng chí: Lý A Páo, Bí thư; Nông Thị Sen và Tạ Quốc Phan dự.",
            ["Lý A Páo", "Nông Thị Sen", "Tạ Quốc Phan"],
        ),
        ("Các ông, bà dự: Lý A Páo, Nông Thị Sen.", ["Lý A Páo", "Nông Thị Sen"]),
        ("Phó Chủ tịch Mạc Thị Diệu Hằng phát biểu.", ["Mạc Thị Diệu Hằng"]),
        ("Bí thư Đảng ủy Hà Văn Thuận kết luận.", ["Hà Văn Thuận"]),
        ("Đồng chí K'Sế, Trưởng Công an xã, dự.", ["K'Sế"]),
        ("Đồng chí Ksor H'Nuên - Chủ tịch xã, dự.", ["Ksor H'Nuên"]),
    ],
)
def test_people_stand_in_lists_and_behind_their_roles(text: str, names: list[str]) -> None:
    assert [person.value.name for person in find_people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Học tập và làm theo Chủ tịch Hồ Chí Minh.",
        "Bí thư Đảng ủy xã Lộc Sơn dự họp.",
        "Chủ tịch Hội Nông dân Việt Nam gửi thư.",
        "Giám đốc Sở Nội vụ trình bày.",
        "Các đồng chí Đảng viên tham dự đông đủ.",
    ],
)
def test_a_role_before_a_body_names_nobody(text: str) -> None:
    assert find_people(text) == ()


def test_who_is_named_behind_the_role_may_be_the_chair() -> None:
    chair = find_chair("Phó Chủ tịch Mạc Thị Diệu Hằng chủ trì hội nghị.")
    assert chair is not None
    assert (chair.value.name, chair.value.title) == ("Mạc Thị Diệu Hằng", "Phó Chủ tịch")
