"""What looks like an answer and is none: of somebody else, an amount, a denial, a question."""

import pytest

from bot.messages.acts import Act
from bot.messages.numbered.codes import Choices, Pressed, key_of
from bot.messages.numbered.document_numbers import About
from bot.messages.numbered.reporting_words import Said, meaning
from bot.messages.numbered.told import Told
from bot.messages.numbered.understanding import understood
from tests.messages.test_understanding import (
    ACKNOWLEDGE,
    ALL,
    ASK,
    ATTEND,
    DECLINE,
    FULL_TEXT,
    INVITATION,
    QUESTION,
    pressed,
    thing,
    told,
)

_RECORDS = {Act.ACKNOWLEDGE, Act.ATTEND, Act.DECLINE, Act.UNDECIDED, Act.REMIND}


@pytest.mark.parametrize(
    "typed",
    [
        # Somebody else did, so many did, or nobody did.
        *("anh Hòa 27 đã nắm", "Chi bộ 27 đã nắm", "tổ 27 đã rõ", "phòng 27 đã nắm", "ngày 27 đã nắm"),
        *("không phải 27 đã nắm", "chưa 27 đã nắm", "đừng 27 đã nắm", "ai 27 đã nắm", "có 27 đã nắm"),
        *("Fwd: 27 đã nắm", "Bí thư nhắn 27 đã nắm", "chỉ 27 đã nắm", "bao 27 da nam", "Bình 27 đã nắm"),
        *("27 đồng chí đã nắm", "27 đ/c đã nắm", "27 dc da nam", "đã nắm 27 đ/c", "đã nắm 27 văn bản"),
        *(
            "27 chị tôi đã nắm",
            "27 con tôi đã nắm rồi",
            "27 anh em đã nắm",
            "27 ông bà đã nắm",
            "27 cô chú rõ",
        ),
        *("27 đã nắm sơ sơ", "27 đã nắm à", "27 đã nắm á", "27 đã rõ à", "27 rổ", "27 rọ", "27 đã rổ"),
        *("27 ddax nawms", "27 ddax rox", "27 dda4 na81m", "27 d9a4 na81m"),
        # Whether they come is said of themselves only.
        *("anh Hòa 31 không dự", "vợ tôi 31 dự", "ai 31 dự", "không 31 dự", "tổ 31 xin vắng"),
        *(
            "31 chị tôi dự",
            "31 con tôi dự",
            "31 anh em dự",
            "31 đồng chí dự",
            "31 ông bà dự",
            "31 đ/c có mặt",
        ),
        *(
            "31 xin vắng được không",
            "31 xin vắng được ko",
            "31 xin vắng dc k",
            "31 xin vắng vì ốm được không?",
        ),
        *("không 63 nhắc", "đừng 63 nhắc", "khoan 63 nhắc", "chưa 63 nhắc"),
    ],
)
def test_nothing_is_recorded(typed: str) -> None:
    found = understood(typed, ALL)
    assert not (isinstance(found, Pressed) and found.button.act in _RECORDS), found
    assert isinstance(found, Told | Choices), found


@pytest.mark.parametrize(
    "typed",
    [
        *("tôi 27 đã nắm", "em xin báo cáo 27 đã nắm ạ", "dạ 27 đã nắm", "văn bản 27 đã nắm", "vb 27 da nam"),
        *(
            "về văn bản 27 tôi đã nắm",
            "công văn số 27 đã nắm",
            "Thưa đồng chí, 27 đã nắm",
            "Đã nắm: trả lời 27",
        ),
        *(
            "27 em đã nắm",
            "27 bác đã nắm rồi",
            "27 xin báo cáo đồng chí tôi đã nắm",
            "27 đồng chí, tôi đã nắm",
        ),
        *(
            "27 dạ anh em đã nắm rồi ạ",
            "27 báo cáo anh tôi đã nắm",
            "27 rỏ rồi",
            "27 đã rỏ",
            "đã nắm 27 rồi ạ",
        ),
        *("27 đã nắm. Chúc đồng chí sức khỏe", "so27 da nam", "số27"),
    ],
)
def test_what_is_said_of_oneself_still_counts(typed: str) -> None:
    assert pressed(typed) == (key_of(ACKNOWLEDGE), "")


@pytest.mark.parametrize(
    "typed", ["31 ko dự", "31 k dự dc", "31 hông dự", "31 ko tham gia được", "31 không tham gia"]
)
def test_staying_away_may_be_spelt_as_it_is_spoken(typed: str) -> None:
    assert pressed(typed) == (key_of(DECLINE), "")


def test_taking_part_is_coming() -> None:
    assert pressed("31 tham gia") == pressed("31 tôi sẽ tham gia ạ") == (key_of(ATTEND), "")


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "bạn gửi lại cho tôi",
            "ban nãy tôi gọi không được",
            "Ban Tuyên giáo có dự",
            "bán vé",
            "ôm",
            "nghị quyết mới",
        ),
        *("nghi quyet 12 cua Dang", "nghị định 30", "bàn về việc chi bộ", "ban to chuc la ai", "nghĩ xem đã"),
    ],
)
def test_other_words_spelt_alike_are_no_reason_to_stay_away(typed: str) -> None:
    assert not isinstance(understood(typed, (INVITATION,)), Told | Pressed)


@pytest.mark.parametrize(
    "typed",
    [
        "31 bận nhưng vẫn dự",
        "31 không đi công tác nên dự được",
        "31 không đến muộn",
        "31 đi công tác về sẽ dự",
    ],
)
def test_who_comes_all_the_same_is_not_asked_why_they_stay_away(typed: str) -> None:
    assert isinstance(understood(typed, ALL), Choices)


@pytest.mark.parametrize(
    "typed", ["27 người", "27 tuổi", "27 năm tuổi đảng", "27 tháng 11", "27 đ/c", "27 triệu"]
)
def test_an_amount_is_no_question_to_the_office(typed: str) -> None:
    assert "chưa ghi nhận gì" in told(typed)


@pytest.mark.parametrize(
    "typed", ["27 okie", "27 nhé", "27 rồi", "27 chưa", "27 không", "27 ko", "27 tôi bấm nhầm", "27 rút lại"]
)
def test_a_nod_or_a_shake_of_the_head_is_no_question_to_the_office(typed: str) -> None:
    assert "chưa ghi nhận gì" in told(typed)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("27 người nào phải dự", "người nào phải dự"),
        ("27 đồng chí gửi giúp tôi bản giấy", "đồng chí gửi giúp tôi bản giấy"),
        ("27 chưa rõ mục 2", "chưa rõ mục 2"),
        ("27 và câu hỏi", ""),
        ("27 va cau hoi: hop o dau", "hop o dau"),
        ("27 và câu hỏi của tôi là họp ở đâu", "họp ở đâu"),
    ],
)
def test_what_asks_is_sent_as_it_is_meant(typed: str, words: str) -> None:
    assert pressed(typed) == (key_of(ASK), words)


@pytest.mark.parametrize("typed", ["27 nhầm", "27 đã đọc", "27 ok", "27 rút lại"])
def test_of_a_document_that_no_longer_waits_it_is_not_said_that_nothing_was_recorded(typed: str) -> None:
    done = thing(27, ACKNOWLEDGE, FULL_TEXT, ASK, about=About("12-KH/ĐU", "Đồng chí Bình"))
    sentence = told(typed, done)
    assert "hưa ghi nhận gì" not in sentence
    assert "không còn chờ" in sentence
    assert "cần làm" in sentence


@pytest.mark.parametrize(
    "typed", ["đã nắm à", "rổ", "chị tôi đã nắm", "anh em đã nắm", "đồng chí đã nắm", "đã nắm sơ sơ"]
)
def test_without_a_number_it_is_asked_back_too(typed: str) -> None:
    assert meaning(typed) is Said.REPORTED


def test_while_something_is_waited_for_words_about_others_are_the_answer() -> None:
    assert pressed("chi bộ 27 đã nắm", waiting=True) is None
    assert pressed("27 đồng chí đã nắm", waiting=True) is None
    assert pressed("27 đã nắm", waiting=True) == (key_of(ACKNOWLEDGE), "")
    assert pressed("41 không phải", QUESTION) == (f"{Act.ANSWER_QUESTION.value}:9:0", "không phải")
