from datetime import date

import pytest

from bot.sources.dates import date_of


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("06/07/2023 08:30", date(2023, 7, 6)),
        ("Thứ Năm, 06/07/2023, 08:30 GMT+7", date(2023, 7, 6)),
        ("Thứ hai - 11/11/2024 04:09", date(2024, 11, 11)),
        ("Th 4, 29/07/2020 | 09:26 SA", date(2020, 7, 29)),
        ("15/05/2015 | 9079", date(2015, 5, 15)),
        ("Đăng vào Thứ ba, ngày 30/07/2019", date(2019, 7, 30)),
        ("Lượt xem: 1.234 - 6-7-2023", date(2023, 7, 6)),
        ("06.07.2023", date(2023, 7, 6)),
        ("7/6/2023 8:30:00 AM", date(2023, 6, 7)),
        ("Hưng Yên, ngày 05 tháng 3 năm 2026", date(2026, 3, 5)),
        ("Ngày\u00a005/03/2026", date(2026, 3, 5)),
        ("nga\u0300y 5 tha\u0301ng 3 na\u0306m 2026", date(2026, 3, 5)),
        ("Wed, 5 Jul 2023 19:07:33 GMT", date(2023, 7, 6)),
        ("Thu, 06 Jul 2023 08:30:00 +0700", date(2023, 7, 6)),
        ("Thu, 06 Jul 2023 08:30:00 GMT+7", date(2023, 7, 6)),
        ("Thu, 06 Jul 2023 02:30:00 ICT", date(2023, 7, 6)),
        ("Thu, 06 Jul 2023 02:30:00 UTC+07:00", date(2023, 7, 6)),
        ("2023-07-05T18:30:00Z", date(2023, 7, 6)),
        ("2023-07-06T08:30:00+07:00", date(2023, 7, 6)),
        ("2023-07-06", date(2023, 7, 6)),
    ],
)
def test_a_date_is_read_day_first_however_sites_write_it(written: str, expected: date) -> None:
    assert date_of(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "hôm qua",
        "07/13/2023",
        "31/02/2023",
        "06/07",
        "06/07/23",
        "13/17 đồng chí",
        "06/07-2023",
        "1/06/07/2023",
        "2023-13-06",
        "Thu, 45 Jul 2023 08:30:00 GMT",
        "9" * 10_000,
    ],
)
def test_what_is_no_whole_date_or_could_be_read_in_two_ways_is_none(written: str) -> None:
    assert date_of(written) is None
