"""Words that leave what a conversation waits for."""

import pytest

from handlers.commands.leaving import leaves


@pytest.mark.parametrize(
    "typed",
    ["Thôi", "thoi", "thôi ạ", "không hỏi nữa", "Bỏ qua.", "thôi, không hỏi nữa", "dạ thôi", "thôi nhé"],
)
def test_these_words_leave(typed: str) -> None:
    assert leaves(typed)


@pytest.mark.parametrize(
    "typed", ["", "thôi việc thì nộp hồ sơ ở đâu?", "27/11", "thời gian", "không", "Chi bộ 3"]
)
def test_other_words_are_answers(typed: str) -> None:
    assert not leaves(typed)
