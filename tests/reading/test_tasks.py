from datetime import date

import pytest

from bot.reading import Deadline, Task, read_document

TODAY = date(2026, 11, 22)
REPORT = "ĐẢNG ỦY TỈNH\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-BC/ĐU\n\nBÁO CÁO\nsơ kết sáu tháng\n\nIII. NHIỆM VỤ\n"
PLAN = "ĐẢNG ỦY TỈNH\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 5-KH/ĐU\n\nKẾ HOẠCH\nRà soát\n\n"


def tasks(text: str) -> list[Task]:
    return [field.value for field in read_document(text, today=TODAY).tasks if field.sure]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("1. Các chi bộ rà soát danh sách đảng viên.", "Các chi bộ"),
        ("1. Đồng chí Nông Thị Sen lập danh sách đi học.", "Đồng chí Nông Thị Sen"),
        ("1. Giao Ban Tổ chức phối hợp với các chi bộ kiểm tra sổ.", "Ban Tổ chức"),
        ("1. Phân công các tổ đảng theo dõi việc nộp đảng phí.", "các tổ đảng"),
        ("1. Văn phòng chủ trì, phối hợp với Ủy ban Kiểm tra tổng hợp.", "Văn phòng"),
        ("1. Đề nghị Ban Thường vụ xem xét bổ sung kinh phí.", "Ban Thường vụ"),
        ("1. Tăng cường nắm tình hình tư tưởng đảng viên.", ""),
        ("1. Giúp đỡ ba quần chúng ưu tú vào Đảng.", ""),
    ],
)
def test_what_a_report_asks_next_is_a_task_of_whom_it_names(line: str, who: str) -> None:
    (task,) = tasks(REPORT + line)
    assert task.who == who
    assert task.text == line.removeprefix("1. ")


def test_a_task_has_the_deadline_of_its_sentence_and_no_other() -> None:
    first, second = tasks(
        f"{REPORT}1. Các chi bộ rà soát danh sách trước ngày 15/12/2026.\n2. Chi ủy kiểm tra sổ đảng phí."
    )
    assert first.due == Deadline(date(2026, 12, 15), inclusive=False)
    assert second.due is None


@pytest.mark.parametrize(
    "line",
    [
        "1. Công tác tuyên truyền",
        "Trên đây là báo cáo của Đảng ủy.",
        "Nơi nhận:\n- Các chi bộ thực hiện,\n- Lưu Đảng ủy.",
    ],
)
def test_headings_closing_words_and_addressees_are_no_tasks(line: str) -> None:
    assert tasks(REPORT + line) == []


def test_what_was_done_and_what_was_weak_is_no_task() -> None:
    report = REPORT.replace("III. NHIỆM VỤ", "I. KẾT QUẢ")
    assert tasks(f"{report}1. Các chi bộ thực hiện tốt.\nII. HẠN CHẾ\n1. Chi bộ 2 triển khai chậm.") == []


def test_a_plan_gives_a_task_only_where_it_says_to_whom() -> None:
    plan = f"{PLAN}1. Các chi bộ rà soát danh sách.\n2. Giao Văn phòng Đảng ủy tổng hợp kết quả."
    assert [task.who for task in tasks(plan)] == ["Văn phòng Đảng ủy"]


@pytest.mark.parametrize(
    "line",
    [
        "1. Họp giao ban các tổ chức cơ sở triển khai công việc hằng tuần.",
        "1. Ủy ban đã giao Ban Tổ chức thực hiện từ năm trước.",
        "1. Buổi giao lưu các chi bộ tổ chức vào buổi tối.",
        "1. Chỉ tiêu được giao các chi bộ thực hiện xong.",
    ],
)
def test_the_word_giao_in_other_senses_gives_no_task(line: str) -> None:
    assert tasks(PLAN + line) == []


def test_a_task_is_quoted_from_its_place() -> None:
    document = read_document(f"{REPORT}1. Các chi bộ rà soát danh sách đảng viên.", today=TODAY)
    (field,) = document.tasks
    assert document.body[field.start : field.end] == field.value.text
