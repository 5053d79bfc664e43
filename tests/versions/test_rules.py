"""What differs, in words; which version a button stood under; what a text says that it replaces."""

from dataclasses import replace

import pytest

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.sealing import Sealer, owner
from bot.messages.seen_versions import read_seen, seen
from bot.publication.versions.differences import MOST, differences, shown
from bot.publication.versions.replacing import keys_replaced
from storage.publication.drafts import Content
from storage.states import Kind, Scope, Urgency
from tests.cast import KEY, START

CONTENT = Content(
    kind=Kind.DIRECTIVE,
    type_name="Kế hoạch",
    number="12-KH/ĐU",
    number_key="12|KH|ĐU",
    title="Nền nếp sinh hoạt chi bộ",
    issuer="Đảng ủy",
    issued_on=None,
    event_on=None,
    chair="",
    main_points=({"label": "content", "text": "Chi bộ họp mỗi tháng một lần.", "kept": True},),
    to_do=("Đọc kế hoạch", "Dự sinh hoạt"),
    body=(
        "Kế hoạch\n\nCác chi bộ gửi báo cáo về văn phòng trước ngày 27/11/2026 để tổng hợp.\n"
        "Nơi nhận: như trên."
    ),
    scope=Scope.INTERNAL,
    urgency=Urgency.NORMAL,
)


def test_equal_contents_differ_in_nothing_however_their_lines_are_spaced() -> None:
    spaced = replace(CONTENT, body=CONTENT.body.replace("\n\n", "\n").replace("văn phòng", "văn  phòng"))
    assert differences(CONTENT, spaced) == []


def test_a_changed_word_is_shown_with_a_few_words_around_it_and_no_more() -> None:
    (found,) = differences(CONTENT, replace(CONTENT, body=CONTENT.body.replace("27/11", "30/11")))
    assert (found.label, found.before, found.after) == (
        "Toàn văn",
        "… phòng trước ngày 27/11/2026 để tổng hợp.",
        "… phòng trước ngày 30/11/2026 để tổng hợp.",
    )


def test_fields_lines_left_out_and_lines_added_are_named() -> None:
    after = replace(
        CONTENT,
        title="Nền nếp sinh hoạt",
        to_do=("Đọc kế hoạch", "Nộp báo cáo"),
        main_points=({"label": "content", "text": "Chi bộ họp mỗi tháng một lần.", "kept": False},),
        scope=Scope.PUBLIC,
    )
    assert [one.words for one in differences(CONTENT, after)] == [
        "• Trích yếu: “Nền nếp sinh hoạt chi bộ” → “Nền nếp sinh hoạt”",
        "• Phạm vi: “nội bộ” → “công khai”",
        "• Việc cần làm: “Dự sinh hoạt” → “Nộp báo cáo”",
        "• Ý chính: bỏ “Chi bộ họp mỗi tháng một lần.”",
    ]


def test_many_differences_are_cut_to_a_few_and_their_number() -> None:
    found = differences(CONTENT, replace(CONTENT, body="\n".join(f"Dòng {number}" for number in range(40))))
    lines = shown(found)
    assert len(found) > MOST
    assert len(lines) == MOST + 1
    assert lines[-1] == f"• … và {len(found) - MOST} chỗ khác"


@pytest.mark.parametrize(("version", "question_id"), [(1, 0), (2, 0), (7, 31), (1024, 4_000_000)])
def test_version_and_question_come_back_out_of_a_signed_button(version: int, question_id: int) -> None:
    whose = owner(member_id=7, address_id=1, connection_id=1)
    button = Button("Đã nắm", Act.ACKNOWLEDGE, 12, seen(version, question_id=question_id))
    sealed = Sealer(KEY).seal(Message((Buttons(((button,),)),)), owner=whose, now=START)
    (block,) = sealed.blocks
    assert isinstance(block, Buttons)
    opened = Sealer(KEY).open(block.rows[0][0].token, owner=whose, now=START)
    assert read_seen(opened.argument) == (version, question_id)


def test_a_button_from_before_there_were_versions_stood_under_the_first() -> None:
    assert read_seen(0) == (1, 0)
    assert read_seen(5) == (1, 5)
    with pytest.raises(ValueError, match="no room"):
        seen(0)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Kế hoạch này thay thế Kế hoạch số 10-KH/ĐU ngày 05/01/2026.", ["10|KH|ĐU"]),
        ("Văn bản này thay  thế cho Hướng dẫn công tác số 05-HD/ĐU.", ["5|HD|ĐU"]),
        ("Căn cứ Kế hoạch số 10-KH/ĐU, chi bộ thực hiện.", []),
        ("Bãi bỏ Thông báo số 10-TB/ĐU ngày 05/01/2026.", ["10|TB|ĐU"]),
        ("Kế hoạch số 10-KH/ĐU hết hiệu lực kể từ ngày ký.", ["10|KH|ĐU"]),
        ("Kế hoạch này được thay thế bằng Kế hoạch số 20-KH/ĐU.", []),
        ("Thay thế vật tư. Căn cứ Kế hoạch số 10-KH/ĐU.", []),
    ],
)
def test_only_what_the_text_says_it_replaces_is_proposed(text: str, keys: list[str]) -> None:
    assert [key.removesuffix("|").strip("|") for key in keys_replaced(text)] == keys
