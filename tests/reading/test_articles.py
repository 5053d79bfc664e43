"""What a text without the head of an office document is: sure only where it says so."""

import pytest

from bot.reading import DocumentKind, read_document
from tests.reading.expected import TODAY

PAGE = "{title}\nNgày đăng: 03/11/2026\n{text}"
NEWS, NOTICE = DocumentKind.NEWS, DocumentKind.NOTICE


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Trao quà Tết", "Sáng 02/11/2026, Công đoàn phường trao 50 suất quà cho đoàn viên.", NEWS),
        ("Gương sáng bản xa", "Hơn 20 năm ông đi từng nhà.\nTin, ảnh: Thu Hoài", NEWS),
        ("Ấm lòng đoàn viên", "Công đoàn tặng quà. Chị Vàng Thị Súa xúc động cảm ơn.", NEWS),
        ("Thông báo lịch tiếp dân", "Lịch tiếp dân tháng 11 như sau.", NOTICE),
        ("Cắt điện để sửa đường dây", "Điện lực xin thông báo: tạm ngừng cấp điện ngày 05/11/2026.", NOTICE),
    ],
)
def test_a_page_that_says_what_it_is_is_sure(title: str, text: str, kind: DocumentKind) -> None:
    document = read_document(PAGE.format(title=title, text=text), today=TODAY)
    assert (document.kind.value, document.kind.sure) == (kind, True)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Trao quà Tết", "Sáng 20/12/2026, Công đoàn phường sẽ trao 50 suất quà."),
        ("Kết quả học tập", "Đến nay, 10/10 chi bộ đã học xong."),
        ("Thông báo số 40-TB/ĐU về lịch tiếp dân", "Xem toàn văn tại đây."),
        ("Thông báo nhanh kết quả bầu cử", "Tỷ lệ đi bầu đạt 99%."),
    ],
)
def test_a_page_that_may_be_either_is_left_to_a_person(title: str, text: str) -> None:
    assert not read_document(PAGE.format(title=title, text=text), today=TODAY).kind.sure


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị các tổ gửi danh sách trước ngày 30/11/2026.",
        "Kính gửi các đồng chí. Buổi sinh hoạt tối 26/11 xin hoãn.",
        "Chi bộ trân trọng kính mời các đồng chí dự buổi gặp mặt.",
    ],
)
def test_a_message_that_asks_or_announces_is_a_notice(text: str) -> None:
    kind = read_document(text, today=TODAY).kind
    assert (kind.value, kind.sure) == (NOTICE, True)


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi các đồng chí. Đề nghị các chi bộ thực hiện Công văn số 233-CV/ĐU.",
        "Theo đề nghị các tổ đã nêu, lịch vẫn như cũ.",
        "Mưa to, đường trơn.",
    ],
)
def test_a_message_that_passes_another_paper_on_or_asks_nothing_is_not_sure(text: str) -> None:
    assert not read_document(text, today=TODAY).kind.sure


def test_the_head_of_a_mail_is_no_headline_and_gives_its_day() -> None:
    mail = (
        "From: a@b.example\nSubject: Nhắc việc\nDate: Mon, 05 Oct 2026 08:12:00 +0700\n\n"
        "Đề nghị các chi bộ nộp báo cáo trước ngày 09/10."
    )
    document = read_document(mail, today=TODAY)
    assert document.title is None
    assert document.deadline is not None
    assert document.deadline.value.due_on.isoformat() == "2026-10-09"
    broken = read_document(mail.replace("05 Oct", "99 Xyz"), today=TODAY)
    assert broken.title is None


def test_a_line_that_only_names_the_sort_of_text_is_no_headline() -> None:
    release = "THÔNG CÁO BÁO CHÍ\nKết quả phiên họp\nChiều 02/11/2026, tỉnh họp phiên thường kỳ."
    title = read_document(release, today=TODAY).title
    assert title is not None
    assert title.value == "Kết quả phiên họp"


def test_who_is_told_to_take_the_lead_chairs_nothing() -> None:
    told = "Đảng ủy giao đồng chí Ngô Thị Liên chủ trì, phối hợp với Văn phòng rà soát."
    assert read_document(told, today=TODAY).chair is None
