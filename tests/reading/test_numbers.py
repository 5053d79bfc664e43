import pytest

from bot.reading.recognisers.numbers import number_after_word


@pytest.mark.parametrize(
    ("text", "key"),
    [
        # Party
        ("Số 12-KH/ĐU", ("12", "KH", "ĐU")),
        ("Số: 66-QĐ/TW", ("66", "QĐ", "TW")),
        ("Số 05-BC/CB", ("5", "BC", "CB")),
        ("Kết luận số 100 - KL/TW", ("100", "KL", "TW")),
        ("Chương trình số 07–CTr/TU", ("7", "CTr", "TU")),
        ("số 42\u00adHD/BTCTW", ("42", "HD", "BTCTW")),
        ("Công văn số 1822-CV/BTGTU.", ("1822", "CV", "BTGTU")),
        # State and unions
        ("Số: 156/QĐ-UBND", ("156", "QĐ", "UBND")),
        ("Số: 034 /KH-LĐLĐ", ("34", "KH", "LĐLĐ")),
        ("số 52/KH-TLĐ ngày 20/10/2026", ("52", "KH", "TLĐ")),
        ("số 309/KHLT-LĐLĐ-SVHTTDL", ("309", "KHLT", "LĐLĐ-SVHTTDL")),
        ("số 30c/NQ-CP", ("30c", "NQ", "CP")),
        # legal documents and laws
        ("Nghị định số 30/2020/NĐ-CP", ("30", "NĐ", "CP")),
        ("số 7 /2021/TT-BNV", ("7", "TT", "BNV")),
        ("Luật số 91/2025/QH15", ("91", "", "QH15")),
        ("số 653/2019/UBTVQH14", ("653", "", "UBTVQH14")),
        # công văn
        ("Số: 243/LĐLĐ", ("243", "", "LĐLĐ")),
        ("số 1234/BGDĐT-VP", ("1234", "", "BGDĐT-VP")),
        # wrong separators of real papers
        ("số31-QĐ/TU", ("31", "QĐ", "TU")),
        ("số 07-QĐi/TW", ("7", "QĐi", "TW")),
        ("số 05/CT-TW", ("5", "CT", "TW")),
        ("số 01/HD-ĐU", ("1", "HD", "ĐU")),
        ("số 01/BC/CB", ("1", "BC", "CB")),
    ],
)
def test_a_number_is_taken_apart(text: str, key: tuple[str, str, str]) -> None:
    field = number_after_word(text)
    assert field is not None
    assert field.value.key == key
    assert text[field.start : field.end] == field.value.printed
    assert field.sure


@pytest.mark.parametrize(
    "text",
    [
        "Số 13/17 đơn vị",
        "một số 06/7/2023",
        "số 2.909/3.044 đảng viên",
        "số 2020-2025",
        "Chỉ thị số 17",
        "số 5/6 CB",
        "số 19/SARS",
        "Kế hoạch 12-KH/ĐU",
        "sốt 12-KH/ĐU",
    ],
)
def test_ratios_dates_bodiless_numbers_and_numbers_without_the_word_are_none(text: str) -> None:
    assert number_after_word(text) is None


@pytest.mark.parametrize(
    ("text", "year"), [("số 30/2020/NĐ-CP", 2020), ("số 91/2025/QH15", 2025), ("số 12-KH/ĐU", None)]
)
def test_the_year_is_kept_where_it_is_printed(text: str, year: int | None) -> None:
    field = number_after_word(text)
    assert field is not None
    assert field.value.year == year


def test_two_ways_of_printing_a_number_have_one_key() -> None:
    party, state = (number_after_word(text) for text in ("Số 05-CT/TW", "Số: 5/CT-TW"))
    assert party is not None
    assert state is not None
    assert party.value.printed != state.value.printed
    assert party.value.key == state.value.key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("so 12-ct/tu", ("12", "CT", "TU")),
        ("Số 339-QD/TW", ("339", "QĐ", "TW")),
        ("số 7-kh/du", ("7", "KH", "ĐU")),
        ("số 08-ctr/ldld", ("8", "CTr", "LĐLĐ")),
        ("số 19NQ/TW", ("19", "NQ", "TW")),
        ("số 1836 QĐ/TWĐTN", ("1836", "QĐ", "TWĐTN")),
    ],
)
def test_careless_typing_is_read_only_after_the_word_number_and_is_not_sure(
    text: str, key: tuple[str, str, str]
) -> None:
    field = number_after_word(text)
    assert field is not None
    assert (field.value.key, field.sure) == (key, False)
    assert number_after_word(text.split(" ", 1)[1]) is None


def test_one_of_several_words_number_without_a_number_is_passed_over() -> None:
    field = number_after_word("Một số nội dung của Kế hoạch số 12-KH/ĐU")
    assert field is not None
    assert field.value.key == ("12", "KH", "ĐU")
