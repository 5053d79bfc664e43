from datetime import date, time
from importlib import resources
from pathlib import Path

import pytest

from bot.reading import (
    Deadline,
    DocumentKind,
    Person,
    PointPart,
    ReadDocument,
    Scope,
    Urgency,
    decode,
    read_document,
)

TEXTS = Path(__file__).parent.parent / "texts"
SEED = Path(__file__).parents[3] / "shared" / "seed-article.txt"
TODAY = date(2026, 11, 22)


def read(name: str) -> ReadDocument:
    return read_document(decode((TEXTS / f"{name}.txt").read_bytes()), today=TODAY)


def sample(name: str) -> ReadDocument:
    return read_document(decode((resources.files("bot.samples") / f"{name}.txt").read_bytes()), today=TODAY)


def value(field: object) -> object:
    return getattr(field, "value", None)


def parts(document: ReadDocument) -> list[PointPart]:
    return [point.part for point in document.main_points]


def quotes(document: ReadDocument, part: PointPart) -> str:
    return " | ".join(point.text for point in document.main_points if point.part is part)


def test_a_conference_report_is_read() -> None:
    report = read("so-ket-sau-thang")
    assert report.kind.value is DocumentKind.MEETING_SUMMARY
    assert (
        value(report.title) == "Đảng bộ Liên đoàn Lao động tỉnh Trường Nguyên bàn nhiệm vụ nửa cuối năm 2024"
    )
    assert value(report.event_on) == date(2024, 7, 9)
    assert report.number is None
    assert report.issued_on is None
    assert report.deadline is None
    assert [person.value.name for person in report.people] == ["Tạ Quốc Phan", "Mạc Thị Diệu Hằng"]


def test_a_conference_report_is_quoted_by_its_parts() -> None:
    report = read("so-ket-sau-thang")
    task = PointPart.TASK
    assert parts(report) == [PointPart.RESULT, PointPart.WEAKNESS, task, task, task]
    assert "04 đảng viên dự bị" in quotes(report, PointPart.RESULT)
    assert quotes(report, PointPart.WEAKNESS).startswith("Việc phổ biến văn bản chưa đến được")
    assert "Tăng cường kiểm tra, giám sát chi bộ và đảng viên." in quotes(report, task)


def test_a_conference_report_does_not_quote_captions_or_stories_of_who_reported() -> None:
    quoted = " ".join(point.text for point in read("so-ket-sau-thang").main_points)
    assert "Toàn cảnh" not in quoted
    assert "phát biểu chỉ đạo" not in quoted
    assert "báo cáo kết quả nửa năm" not in quoted


def test_the_page_round_an_article_does_not_reach_its_body() -> None:
    body = read("so-ket-sau-thang").body
    assert all(word not in body for word in ("Lượt xem", "Đăng ngày", "100%"))
    assert "Toàn cảnh buổi làm việc" in body
    assert body.endswith("Khúc Điền")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is kept outside the repository")
def test_the_seed_article_is_read() -> None:
    report = read_document(decode(SEED.read_bytes()), today=TODAY)
    assert report.kind.value is DocumentKind.MEETING_SUMMARY
    assert value(report.title) == "Đảng ủy Liên đoàn Lao động tỉnh triển khai nhiệm vụ 6 tháng cuối năm 2023"
    assert value(report.event_on) == date(2023, 7, 6)
    assert (report.number, report.issued_on, report.deadline, report.chair) == (None, None, None, None)
    assert quotes(report, PointPart.WEAKNESS).startswith("Công tác tuyên truyền chưa được sâu sắc")
    assert "Tăng cường công tác kiểm tra, giám sát chi bộ và Đảng ủy." in quotes(report, PointPart.TASK)
    assert 3 <= len(report.main_points) <= 5


def test_a_party_resolution_in_two_columns_is_read() -> None:
    paper = read("nghi-quyet-hai-cot")
    assert paper.kind.value is DocumentKind.DIRECTIVE
    assert value(paper.type_name) == "Nghị quyết"
    assert paper.number is not None
    assert paper.number.value.printed == "05-NQ/ĐU"
    assert paper.number.value.key == ("5", "NQ", "ĐU")
    assert value(paper.title) == "Về nâng cao chất lượng sinh hoạt chi bộ trong tình hình mới"
    assert value(paper.issuer) == "Đảng ủy LĐLĐ tỉnh"
    assert value(paper.issued_on) == date(2026, 9, 7)
    assert value(paper.signatory) == Person("Tạ Quốc Phan", "BÍ THƯ")
    assert paper.deadline is None
    assert len(paper.main_points) == 3


def test_a_union_plan_keeps_both_deadlines_and_chooses_none() -> None:
    paper = read("ke-hoach-cong-doan")
    assert paper.number is not None
    assert paper.number.value.key == ("34", "KH", "LĐLĐ")
    assert value(paper.issuer) == "Liên đoàn Lao động tỉnh Trường Nguyên"
    assert value(paper.urgency) is Urgency.URGENT
    assert paper.deadline is None
    assert [field.value.last_day for field in paper.deadlines] == [date(2026, 11, 29), date(2027, 1, 15)]
    assert value(paper.signatory) == Person("Mạc Thị Diệu Hằng", "PHÓ CHỦ TỊCH")
    assert "trước ngày 30/11/2026" in paper.main_points[0].text


def test_a_letter_is_named_by_its_abstract_under_the_number() -> None:
    paper = read("cong-van")
    assert (paper.kind.value, paper.kind.sure) == (DocumentKind.DIRECTIVE, False)
    assert value(paper.type_name) == "Công văn"
    assert value(paper.title) == "Về việc đăng ký tham dự lớp bồi dưỡng nghiệp vụ công tác đảng"
    assert value(paper.issued_on) == date(2026, 10, 12)
    assert value(paper.deadline) == Deadline(date(2026, 10, 20), inclusive=True, due_time=time(16, 30))


def test_a_notice_of_conclusions_is_a_directive_and_stays_inside() -> None:
    paper = read("thong-bao-ket-luan")
    assert paper.kind.value is DocumentKind.DIRECTIVE
    assert (paper.scope.value, paper.scope.sure) == (Scope.INTERNAL, True)
    assert paper.body[paper.scope.start : paper.scope.end] == "TÀI LIỆU HỘI NGHỊ"


def test_a_date_line_with_a_blank_day_gives_no_date() -> None:
    assert read("thong-bao-ket-luan").issued_on is None


def test_who_joined_before_a_day_sets_no_deadline() -> None:
    assert value(read("thong-bao-ket-luan").deadline) == Deadline(date(2026, 11, 25), inclusive=False)


def test_the_type_line_tells_a_regulation_from_a_decision() -> None:
    paper = read("quy-dinh")
    assert value(paper.type_name) == "Quy định"
    assert paper.number is not None
    assert paper.number.value.key == ("29", "QĐ", "TW")
    assert value(paper.issued_on) == date(2026, 7, 25)


def test_news_of_a_directive_is_not_that_directive() -> None:
    news = read("tin-ban-hanh")
    assert (news.kind.value, news.kind.sure) == (DocumentKind.NEWS, True)
    assert news.number is not None
    assert (news.number.value.key, news.number.sure) == (("45", "KH", "TU"), False)
    assert news.type_name is None
    assert news.urgency is None
    assert news.event_on is None
    assert "bóng chuyền" not in news.body


def test_a_message_that_calls_a_meeting_off_names_no_day() -> None:
    message = read("hoan-hop")
    assert message.kind.value is DocumentKind.NOTICE
    assert message.event_on is None
    assert message.title is None


@pytest.mark.parametrize(
    ("text", "day", "sure"),
    [
        ("Ngày 20/11/2026, Chi bộ 3 tổ chức Hội nghị sơ kết.", date(2026, 11, 20), True),
        ("Hội nghị diễn ra sáng ngày 20/11/2026 tại tỉnh.", date(2026, 11, 20), True),
        ("Sáng 20/11, Chi bộ 3 tổ chức Hội nghị sơ kết.", date(2026, 11, 20), False),
        ("Trong hai ngày 19 và 20/11/2026, tỉnh tổ chức Đại hội.", date(2026, 11, 19), False),
        (
            "Thực hiện Kế hoạch số 12-KH/ĐU, ngày 01/11/2026, ngày 20/11/2026 Chi bộ tổ chức họp.",
            date(2026, 11, 20),
            True,
        ),
    ],
)
def test_the_event_is_on_the_day_of_its_verb(text: str, day: date, sure: bool) -> None:
    event_on = read_document(f"Tin hoạt động\n\n{text}", today=TODAY).event_on
    assert event_on is not None
    assert (event_on.value, event_on.sure) == (day, sure)


@pytest.mark.parametrize(
    "text",
    [
        "Đảng ủy triển khai nhiệm vụ từ ngày 20/11/2026.",
        "Ban Tổ chức Tỉnh ủy có văn bản ngày 20/11/2026.",
        "Kỷ niệm ngày thành lập Đảng 3/2/1930, tỉnh tổ chức văn nghệ.",
        "Kỷ niệm ngày 20/11/2026, tỉnh tổ chức văn nghệ.",
        "Hội nghị tổ chức ngày 20/11/2026 được hoãn.",
        "Tỷ lệ họp đạt 13/17, do Chi bộ tổ chức.",
    ],
)
def test_other_days_are_not_the_day_of_the_event(text: str) -> None:
    assert read_document(f"Tin hoạt động\n\n{text}", today=TODAY).event_on is None


@pytest.mark.parametrize(
    ("line", "urgency"),
    [
        ("KHẨN", Urgency.URGENT),
        ("THƯỢNG KHẨN", Urgency.VERY_URGENT),
        ("HOẢ TỐC", Urgency.EXPRESS),
        ("| HỎA TỐC |", Urgency.EXPRESS),
    ],
)
def test_urgency_is_read_from_its_stamp(line: str, urgency: Urgency) -> None:
    paper = read_document(f"ĐẢNG ỦY TỈNH\nSố 12-KH/ĐU\n{line}\nKẾ HOẠCH\nHọp bất thường", today=TODAY)
    assert value(paper.urgency) is urgency


@pytest.mark.parametrize("line", ["KHĂN", "KHAN", "Tình hình khẩn cấp", "CÔNG VĂN HỎA TỐC"])
def test_words_like_urgency_are_no_stamp(line: str) -> None:
    paper = read_document(f"ĐẢNG ỦY TỈNH\nSố 12-KH/ĐU\n{line}\nKẾ HOẠCH\nHọp bất thường", today=TODAY)
    assert value(paper.type_name) == "Kế hoạch"
    assert paper.urgency is None


def test_a_cited_number_is_never_taken_for_the_own_one() -> None:
    paper = read_document(
        "ĐẢNG ỦY TỈNH\nSố       -KH/ĐU\nKẾ HOẠCH\nHọp\n\nThực hiện Kế hoạch số 30-KH/TU của tỉnh.",
        today=TODAY,
    )
    assert paper.kind.value is DocumentKind.DIRECTIVE
    assert paper.number is None


def test_a_sentence_with_a_deadline_is_quoted_before_all_others() -> None:
    items = "".join(
        f"{number}. Giao chi bộ {number} rà soát danh sách đảng viên.\n" for number in range(1, 9)
    )
    due = "Các chi bộ nộp danh sách trong tuần, đến hết tháng 12/2026 thì dừng."
    paper = read_document(f"ĐẢNG ỦY TỈNH\nSố 12-KH/ĐU\nKẾ HOẠCH\nRà soát\n\n{items}{due}", today=TODAY)
    assert len(paper.main_points) == 5
    assert paper.main_points[-1].text == due


def test_an_invitation_to_come_is_no_report_of_a_meeting() -> None:
    message = read_document("Tin\n\nNgày 30/11/2026, Chi bộ 3 sẽ tổ chức Hội nghị tổng kết.", today=TODAY)
    assert message.kind.value is DocumentKind.NOTICE
    assert value(message.event_on) == date(2026, 11, 30)


def test_the_date_of_a_document_cited_in_the_head_is_not_the_own_one() -> None:
    paper = read_document(
        "ĐẢNG ỦY TỈNH\n(Kèm theo Kế hoạch số 3-KH/TU, ngày 05/9/2026)\nSố 12-KH/ĐU\nKẾ HOẠCH\nRà soát",
        today=TODAY,
    )
    assert paper.number is not None
    assert paper.number.value.printed == "12-KH/ĐU"
    assert paper.issued_on is None


def test_a_heading_in_capitals_is_not_quoted() -> None:
    heading = "1. YÊU CẦU CÁC CHI BỘ THỰC HIỆN NGHIÊM TÚC."
    paper = read_document(
        f"ĐẢNG ỦY TỈNH\nSố 12-KH/ĐU\nKẾ HOẠCH\nRà soát\n\n{heading}\nGiao chi bộ 1 rà soát danh sách.",
        today=TODAY,
    )
    assert [point.text for point in paper.main_points] == ["Giao chi bộ 1 rà soát danh sách."]


def test_a_plain_message_is_a_notice_that_stays_inside() -> None:
    message = read_document("Mai Chi bộ 2 nộp đảng phí tại văn phòng.", today=TODAY)
    assert (message.kind.value, message.kind.sure) == (DocumentKind.NOTICE, False)
    assert (message.scope.value, message.scope.sure) == (Scope.INTERNAL, False)
    assert (message.title, message.number, message.issuer, message.chair) == (None, None, None, None)


def test_the_shipped_article_reads_whole() -> None:
    report = sample("hoi-nghi-so-ket")
    assert report.kind.value is DocumentKind.MEETING_SUMMARY
    assert value(report.event_on) == date(2026, 11, 18)
    chair = Person("Hà Văn Thuận", "Bí thư Đảng ủy, Chủ tịch Liên đoàn Lao động tỉnh")
    assert value(report.chair) == chair
    assert report.scope.value is Scope.PUBLIC
    assert set(parts(report)) == {PointPart.RESULT, PointPart.WEAKNESS, PointPart.TASK}


def test_the_shipped_plan_reads_whole() -> None:
    plan = sample("ke-hoach-sinh-hoat")
    assert (plan.kind.value, plan.kind.sure) == (DocumentKind.DIRECTIVE, True)
    assert plan.number is not None
    assert plan.number.value.printed == "12-KH/ĐU"
    assert value(plan.title) == "Nền nếp sinh hoạt chi bộ quý IV năm 2026"
    assert value(plan.issuer) == "Đảng ủy Liên đoàn Lao động tỉnh"
    assert value(plan.issued_on) == date(2026, 11, 20)
    assert value(plan.event_on) == date(2026, 12, 3)
    assert value(plan.deadline) == Deadline(date(2026, 11, 27), inclusive=True, due_time=time(17))
    assert value(plan.signatory) == Person("Đỗ Thị Minh Hòa", "PHÓ BÍ THƯ")
    assert plan.scope.value is Scope.INTERNAL
    assert len(plan.main_points) == 5


INVITATION = "ĐẢNG ỦY TỈNH\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 9-GM/ĐU\n\nGIẤY MỜI\nDự họp\n\n"


@pytest.mark.parametrize(
    ("line", "day", "sure"),
    [
        ("- Thời gian: 8 giờ 00, ngày 08/12/2026 (thứ Ba).", date(2026, 12, 8), True),
        ("2. Thời gian họp: từ 14 giờ ngày 08 tháng 12 năm 2026.", date(2026, 12, 8), True),
        ("Thời gian: ngày 8/12, tại hội trường.", date(2026, 12, 8), False),
    ],
)
def test_an_invitation_sets_its_day_on_a_line_of_its_own(line: str, day: date, sure: bool) -> None:
    event_on = read_document(INVITATION + line, today=TODAY).event_on
    assert event_on is not None
    assert (event_on.value, event_on.sure) == (day, sure)


@pytest.mark.parametrize(
    "line",
    [
        "Thời gian: từ ngày 01/12/2026 đến ngày 10/12/2026.",
        "Thời gian thực hiện: trong quý I/2027.",
        "Thời gian mới sẽ báo sau ngày 01/12/2026.",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
    ],
)
def test_spans_of_time_and_laws_set_no_day(line: str) -> None:
    assert read_document(INVITATION + line, today=TODAY).event_on is None


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh ủy vừa ban hành Chỉ thị số 17 về dư luận xã hội.",
        "Ngày 6/8, Tỉnh ủy đã ban hành Kế hoạch số 45-KH/TU.",
    ],
)
def test_word_of_a_document_issued_is_news(text: str) -> None:
    news = read_document(f"Tin trong tỉnh\n\n{text}", today=TODAY)
    assert (news.kind.value, news.kind.sure) == (DocumentKind.NEWS, True)
    assert news.number is None or not news.number.sure


@pytest.mark.parametrize(
    "text", ["Chi bộ đã ban hành một số nghị quyết chuyên đề.", "Sẽ ban hành quy chế mới trong năm."]
)
def test_talk_of_issuing_is_no_news(text: str) -> None:
    assert read_document(f"Tin trong tỉnh\n\n{text}", today=TODAY).kind.value is DocumentKind.NOTICE


def test_a_damaged_paper_is_read_but_nothing_of_it_is_sure() -> None:
    body = "Các chỉ bồ thức hiễn kế hoặch, bảo cáo Đãng ủy; đồng chí Bị thư kiểm trá, giám sát."
    paper = read_document(f"ĐẢNG ỦY TỈNH\nSố 12-KH/ĐU\nKẾ HOẠCH\nHọp\n\n{body}", today=TODAY)
    assert paper.is_damaged
    assert paper.number is not None
    assert not paper.number.sure
    assert not paper.kind.sure


def test_the_type_and_the_abstract_on_one_line_are_told_apart() -> None:
    paper = read_document(
        "ĐẢNG ỦY TỈNH\nSố 12-HD/ĐU\nHƯỚNG DẪN VỀ VIỆC GỬI VĂN BẢN\n\nĐiều 1. Gửi qua mạng.", today=TODAY
    )
    assert (value(paper.type_name), value(paper.title)) == ("Hướng dẫn", "VỀ VIỆC GỬI VĂN BẢN")


def test_the_header_of_the_state_is_no_part_of_the_issuer() -> None:
    broken = (
        "ỦY BAN NHÂN DÂN\nXÃ LỘC SƠN\n|\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nSố: 2/KH-UBND\nKẾ HOẠCH\nHọp"
    )
    one_blank = "UBND XÃ LỘC SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 2/KH-UBND\nKẾ HOẠCH\nHọp"
    assert value(read_document(broken, today=TODAY).issuer) == "Ủy ban nhân dân xã Lộc Sơn"
    assert value(read_document(one_blank, today=TODAY).issuer) == "UBND xã Lộc Sơn"


def test_an_abstract_that_may_go_on_or_not_is_not_sure() -> None:
    torn = (
        "UBND XÃ LỘC SƠN\nSố: 2/KH-UBND\nKẾ HOẠCH\nThu quỹ năm 2025\nCác thôn thu và nộp\nvề xã trong tháng."
    )
    title = read_document(torn, today=TODAY).title
    assert title is not None
    assert not title.sure
