from datetime import date

import pytest

from bot.reading.portal import unwrap_page

ARTICLE = "Tiêu đề bài viết\n\nĐoạn thứ nhất kể chuyện.\n\nĐoạn thứ hai kể tiếp."


@pytest.mark.parametrize(
    "furniture",
    [
        "Đăng ngày 06/07/2023\nLượt xem: 626\n100%",
        "Thứ hai - 11/11/2024 04:09",
        "Th 4, 29/07/2020 | 09:26 SA",
        "Ngày đăng: 11/10/2026 | Lượt xem: 45",
        "15/05/2015 | 9079",
        "Ngày đăng: 06/07/2023 08:30\nCỡ chữ: A- A A+\nIn bài viết\nChia sẻ",
    ],
)
def test_what_the_page_prints_is_taken_off(furniture: str) -> None:
    title, rest = ARTICLE.split("\n", 1)
    page = unwrap_page(f"{title}\n\n{furniture}\n{rest}")
    assert page.body == ARTICLE
    assert page.from_portal
    assert page.published_on is not None


def test_related_items_below_a_page_go_with_it() -> None:
    page = unwrap_page(f"{ARTICLE}\nLượt xem: 5\nCác tin khác\nHội nghị ngày 1/5/2026")
    assert page.body == ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        "Bảng kết quả\nChi bộ 1\n100%\nChi bộ 2\n97%",
        "Liên hệ\nEmail\nZalo",
        "Phần một\nCác tin khác\nPhần hai",
        "Cập nhật danh sách đảng viên năm 2026",
    ],
)
def test_a_text_without_a_page_loses_nothing(text: str) -> None:
    page = unwrap_page(text)
    assert (page.body, page.from_portal, page.published_on) == (text, False, None)


def test_a_percentage_in_the_middle_of_an_article_stays() -> None:
    middle = "\n".join(f"Dòng {number} của bảng." for number in range(40))
    page = unwrap_page(f"Tiêu đề\nLượt xem: 5\n100%\n{middle}\n100%\n{middle}")
    assert page.body == f"Tiêu đề\n{middle}\n100%\n{middle}"


def test_a_percentage_apart_from_the_page_stays() -> None:
    assert unwrap_page("Tiêu đề\nLượt xem: 5\nĐảng viên dự họp\n100%\nHết.").body.endswith(
        "dự họp\n100%\nHết."
    )


def test_the_day_of_posting_is_kept_apart() -> None:
    assert unwrap_page("Tiêu đề\nĐăng ngày 02/03/2024\nNội dung.").published_on == date(2024, 3, 2)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (
            "Các chi bộ tổ chức sinh hoạt chuyên đề đúng kỳ,\nđúng hướng dẫn của cấp trên.",
            "Các chi bộ tổ chức sinh hoạt chuyên đề đúng kỳ, đúng hướng dẫn của cấp trên.",
        ),
        (
            "ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH SƠN GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\nvề việc riêng",
            "ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH SƠN GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\nvề việc riêng",
        ),
        ("NGHỊ QUYẾT\nvề nâng cao chất lượng", "NGHỊ QUYẾT\nvề nâng cao chất lượng"),
        (
            "Các chi bộ thực hiện những việc sau đây trong quý bốn\na) đọc kế hoạch",
            "Các chi bộ thực hiện những việc sau đây trong quý bốn\na) đọc kế hoạch",
        ),
    ],
)
def test_lines_broken_by_width_are_made_whole_and_others_are_not(broken: str, whole: str) -> None:
    assert unwrap_page(broken).body == whole
