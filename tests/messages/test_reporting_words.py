"""Words that say "Đã nắm", words that only report, and words that ask, as old members type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.numbered.reporting_words import Said, asks, meaning, without_courtesy


@pytest.mark.parametrize(
    "typed",
    [
        *("đã nắm", "da nam", "đã rõ", "rõ", "Dạ rõ", "rõ ạ", "rõ rồi", "tôi rõ"),
        *("da nam roi", "đã nắm rồi ạ", "đã nắm rồi nhé", "da ro roi a", "Đã nắm!", "đã nắm."),
        *("toi da nam", "tôi đã nắm", "Dạ, em đã nắm ạ.", "vâng, tôi đã nắm rồi ạ.", "tôi đã nắm số"),
        *(
            "đã nắm, cảm ơn đồng chí",
            "da nam cam on dong chi Lan",
            "tôi đã rõ, xin cảm ơn",
            "đã nắm. Cảm ơn!",
        ),
        *("đã nắm 🙏", "đã nắm 👍", "Dạ đã rõ ạ 🙏🏻🌹", "đã rõ ✅"),
        *("báo cáo đồng chí, tôi đã nắm", "thưa đồng chí, đã rõ", "da nam van ban", "đã nắm được nội dung"),
    ],
)
def test_a_polite_word_more_still_takes_note(typed: str) -> None:
    assert meaning(typed) is Said.TAKEN


@pytest.mark.parametrize(
    "typed",
    [
        *("da doc", "da xem", "da hieu", "da nhan duoc", "nhat tri", "xac nhan", "cam on", "tiep thu"),
        *("tôi đã đọc", "da nhan duoc van ban", "đã đọc kỹ văn bản rồi ạ", "đã nhận được, cảm ơn đồng chí"),
        *(
            "đã nắn",
            "da nan",
            "danam",
            "dda nam",
            "ad nam",
            "đã no",
            "đồng ý",
            "nắm",
            "nắm rồi",
            "nam",
            "chỉ rõ",
            "xin rõ",
        ),
        *("tôi đã đọc kỹ văn bản và nắm được nội dung, xin cảm ơn", "xong", "tuân lệnh", "đã thông", "sẽ rõ"),
        *("tôi đã nắm rõ nội dung chỉ đạo của Đảng ủy", "đã nắm 👎", "đã nắm 🤔", "xin chấp hành"),
        *("Bình đã nắm", "chi bộ đã nắm", "hoàn toàn nhất trí", "nghiêm túc thực hiện", "xin tiếp thu"),
    ],
)
def test_what_only_reports_is_neither_taking_note_nor_a_question(typed: str) -> None:
    assert meaning(typed) is Said.REPORTED


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "đã rõ nhưng nộp ở đâu?",
            "da ro nhung nop o dau",
            "đã rõ, nộp ở đâu",
            "đã nắm. Cho hỏi nộp bản giấy",
        ),
        *("chưa rõ", "chua nam", "đã nắm chưa", "đã nắm?", "không rõ", "năm", "nộp trong năm nay"),
        *("có phải mang theo tài liệu?", "2 giờ chiều được không?", "hạn nào", "cho toi hoi hop o dau"),
        *("nộp ở văn phòng", "toàn văn", "ok", "vâng", "da", "", "?", "👍", "đã nắm nhưng chưa hiểu"),
    ],
)
def test_anything_else_is_none_of_both(typed: str) -> None:
    assert meaning(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "họp mấy giờ?",
        "cho toi hoi hop o dau",
        "cho tôi hỏi",
        "nop khi nao",
        "lam the nao",
        "có phải nộp không",
    ],
)
def test_a_question_is_known_by_its_mark_or_its_words(typed: str) -> None:
    assert asks(typed)


@pytest.mark.parametrize("typed", ["đã nắm", "tôi xin nghỉ vì ốm", "đầu tháng", "không", "hội nghị tốt"])
def test_what_is_no_question_is_taken_for_none(typed: str) -> None:
    assert not asks(typed)


def test_courtesy_comes_off_in_front_and_behind() -> None:
    assert list(without_courtesy("Dạ, em xin vắng ạ"))[-1] == "vang"
    assert "xin vang" in list(without_courtesy("Dạ, em xin vắng ạ"))
    assert list(without_courtesy("dự, cảm ơn đồng chí")) == ["du cam on dong chi", "du"]
    assert list(without_courtesy("dự, nộp bài")) == ["du nop bai"]


@given(st.text(max_size=60))
def test_no_words_are_a_fault_and_a_question_mark_never_takes_note(typed: str) -> None:
    meaning(typed)
    assert meaning(f"{typed}?") is None
