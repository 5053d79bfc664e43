"""The form in which a question is typed: what is forgiven, and which part is named when it is not kept to."""

import pytest

from bot.publication.member.quizzes import Quiz, QuizFault, QuizQuestion, typed_question
from bot.texts.draft_quiz import FAULTS

BODY = "Điều 1. Các chi bộ gửi báo cáo\ntrước ngày 30/9/2026. Điều 2. Giao Văn phòng theo dõi."
FORM = """Hỏi: Hạn gửi báo cáo?
A. Ngày 30/8
B. Ngày 29/9
Đúng: B
Trích: Các chi bộ gửi báo cáo trước ngày 30/9/2026."""


@pytest.mark.parametrize(
    "typed",
    [
        FORM,
        FORM.replace("Hỏi: ", ""),
        FORM.replace("A.", "a)").replace("B.", "b)").replace("Đúng: B", "đáp án: b. Ngày 29/9"),
        FORM.replace("A.", "1.").replace("B.", "2.").replace("Đúng: B", "Đúng: 2"),
        FORM.replace("\n", "\n\n").replace("Trích: ", "Trích: “") + "”",
        FORM.replace("báo cáo trước", "báo cáo\ntrước"),
    ],
)
def test_a_question_is_read_however_people_write_the_form(typed: str) -> None:
    assert typed_question(typed, body=BODY) == QuizQuestion(
        "Hạn gửi báo cáo?",
        ("Ngày 30/8", "Ngày 29/9"),
        1,
        "Các chi bộ gửi báo cáo trước ngày 30/9/2026.",
        confirmed=False,
    )


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("", "passage"),
        (FORM.replace("Hỏi: Hạn gửi báo cáo?\n", ""), "question"),
        (FORM.replace("Hạn gửi báo cáo?", "Hạn " * 60), "question"),
        (FORM.replace("B. Ngày 29/9\n", ""), "choices"),
        (FORM.replace("B. Ngày 29/9", "B. ngày 30/8"), "choices"),
        (FORM.replace("B. Ngày", "D. Ngày"), "choices"),
        (FORM.replace("B. Ngày 29/9", "B. Ngày 29/9\nC. c\nD. d\nA. a"), "choices"),
        (FORM.replace("B. Ngày 29/9", "B. " + "Ngày " * 20), "long_choice"),
        (FORM.replace("Đúng: B\n", ""), "right"),
        (FORM.replace("Đúng: B", "Đúng: C"), "right"),
        (FORM.replace("Đúng: B", "Đúng: A\nĐúng: B"), "right"),
        (FORM.replace("30/9/2026.", "30/10/2026."), "passage"),
        (FORM.replace("Trích: Các", "Trích: ác"), "passage"),
        (FORM.partition("\nTrích")[0] + "\nTrích:", "passage"),
    ],
)
def test_what_is_no_question_with_a_quoted_answer_says_which_part_is_wrong(typed: str, part: str) -> None:
    with pytest.raises(QuizFault) as refused:
        typed_question(typed, body=BODY)
    assert refused.value.part == part
    assert FAULTS[part]


def test_a_row_holds_nothing_of_the_confirmation_once_it_was_given() -> None:
    waiting = typed_question(FORM, body=BODY)
    quiz = Quiz((waiting,))
    assert not Quiz.of(quiz.stored()).is_confirmed
    seen = Quiz((QuizQuestion(waiting.question, waiting.choices, waiting.right, waiting.passage),))
    assert Quiz.of(seen.stored()).is_confirmed
    assert seen.stored()[0].keys() == {"question", "choices", "right", "passage"}
