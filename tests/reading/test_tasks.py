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
        "1. Theo đề nghị của Ban Tổ chức về công tác cán bộ trong năm.",
        "1. Hồ sơ đề nghị các cấp khen thưởng gồm có báo cáo thành tích.",
        "1. Chi bộ đề nghị Đảng ủy xem xét, công nhận đảng viên chính thức.",
        "1. Ban Thường vụ đã yêu cầu các chi bộ báo cáo từ tháng trước.",
        "Căn cứ yêu cầu các chi bộ báo cáo.",
        "Phân công như sau:\n- Trưởng ban: đồng chí Nông Thị Sen, Bí thư;\n- Thời gian: sáng thứ Hai.",
    ],
)
def test_words_of_giving_and_asking_in_other_senses_give_no_task(line: str) -> None:
    assert tasks(PLAN + line) == []


def test_a_task_is_quoted_from_its_place() -> None:
    document = read_document(f"{REPORT}1. Các chi bộ rà soát danh sách đảng viên.", today=TODAY)
    (field,) = document.tasks
    assert document.body[field.start : field.end] == field.value.text


@pytest.mark.parametrize(
    ("line", "who", "due_on"),
    [
        ("Đề nghị các chi bộ gửi hồ sơ trước ngày 05/12/2026.", "các chi bộ", date(2026, 12, 5)),
        ("Đảng ủy yêu cầu các tổ chức đảng rà soát danh sách.", "các tổ chức đảng", None),
        ("Yêu cầu các đơn vị trực thuộc nộp báo cáo.", "các đơn vị trực thuộc", None),
        ("Giao đồng chí Lò Thị Mai trang trí hội trường.", "đồng chí Lò Thị Mai", None),
        ("Phân công ông Giàng A Chứ, Phó Bí thư phụ trách.", "ông Giàng A Chứ", None),
        ("Đề nghị Công đoàn các xã, phường lựa chọn 01 gương.", "Công đoàn các xã, phường", None),
    ],
)
def test_a_paper_gives_a_task_where_it_asks_somebody_by_name(
    line: str, who: str, due_on: date | None
) -> None:
    (task,) = tasks(PLAN + line)
    assert (task.who, task.due.due_on if task.due else None) == (who, due_on)


def test_two_are_asked_in_one_sentence_each_by_its_own_day() -> None:
    first, second = tasks(
        f"{PLAN}Đề nghị các chi bộ rà soát danh sách trước ngày 01/12/2026; giao Văn phòng tổng hợp số liệu."
    )
    assert (first.who, first.due is not None) == ("các chi bộ", True)
    assert (second.who, second.due, second.text) == ("Văn phòng", None, "giao Văn phòng tổng hợp số liệu.")


@pytest.mark.parametrize(
    ("announcing", "items", "who"),
    [
        (
            "Chi bộ phân công nhiệm vụ như sau:",
            ["- Đồng chí Lò Thị Mai: viết báo cáo;", "- Tổ đảng số 2: dọn hội trường."],
            ["Đồng chí Lò Thị Mai", "Tổ đảng số 2"],
        ),
        (
            "2. Giao nhiệm vụ:",
            ["a) Ban Tổ chức chủ trì xây dựng kế hoạch;", "b) Văn phòng bố trí kinh phí."],
            ["Ban Tổ chức", "Văn phòng"],
        ),
        (
            "Đề nghị các chi bộ thực hiện các nội dung sau:",
            ["1. Rà soát danh sách đảng viên.", "2. Không để sót người đi làm ăn xa."],
            ["các chi bộ", "các chi bộ"],
        ),
    ],
)
def test_a_list_under_an_announcing_line_gives_a_task_an_item(
    announcing: str, items: list[str], who: list[str]
) -> None:
    found = tasks("\n".join((PLAN + announcing, *items, "Kinh phí do các chi bộ tự lo.")))
    assert [task.who for task in found] == who
    assert [task.text for task in found] == [item.split(" ", 1)[1] for item in items]


def test_a_list_ends_where_the_list_outside_goes_on() -> None:
    text = f"{PLAN}1. Phân công nhiệm vụ:\n- Chi bộ 1: trực cổng trường.\n2. Các chi bộ rà soát danh sách.\n"
    assert [task.who for task in tasks(text)] == ["Chi bộ 1"]


def test_what_news_tells_that_others_asked_is_no_task() -> None:
    news = (
        "Siết chặt kỷ cương\nNgày đăng: 02/11/2026\nBan Bí thư vừa ban hành Kết luận số 88-KL/TW.\n"
        "Ban Bí thư yêu cầu các cấp ủy rà soát nền nếp sinh hoạt."
    )
    assert tasks(news) == []
