import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Folded, Line, Link, Message
from bot.messages.splitting import normalised, split, split_text, utf16_length, visible_text

CONTINUED = "(tiếp)"
TAP = Buttons(rows=((Button(label="✅ Đã nắm", act=Act.ACKNOWLEDGE, subject=1),),))

letters = st.sampled_from('aăâđêôơưẾộờỹ.,!?;:"”)(🇻🇳👍🏽👨\u200d👩\u0301\u0323 \n\t\u00a0x1')
texts = st.text(letters, max_size=160)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Line, text=texts),
    st.builds(Bold, text=texts),
    st.builds(Link, label=texts, url=st.just("https://vanphong.example.vn/v/1")),
    st.builds(Folded, label=texts, text=texts),
    st.just(TAP),
)
messages = st.builds(Message, blocks=st.lists(blocks, max_size=6).map(tuple), protected=st.booleans())


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def without_repeated_labels(parts: tuple[Message, ...]) -> str:
    """What stands in the parts, a fold that goes on counted once."""
    seen = []
    for part in parts:
        for block in part.blocks:
            match block:
                case Line() | Bold():
                    seen.append(block.text)
                case Link():
                    seen.append(block.label)
                case Folded():
                    seen.append("" if block.label.endswith(CONTINUED) else block.label)
                    seen.append(block.text)
    return "".join(seen)


@given(messages, st.integers(16, 90))
def test_nothing_is_lost(message: Message, limit: int) -> None:
    parts = split(message, limit=limit, continued=CONTINUED)
    assert bare(without_repeated_labels(parts)) == bare(visible_text(normalised(message)))


@given(messages, st.integers(16, 90))
def test_every_part_is_within_the_limit(message: Message, limit: int) -> None:
    for part in split(message, limit=limit, continued=CONTINUED):
        text = visible_text(part)
        assert utf16_length(text) <= limit or not text.strip()


@given(messages, st.integers(16, 90))
def test_no_part_is_empty(message: Message, limit: int) -> None:
    parts = split(message, limit=limit, continued=CONTINUED)
    assert parts
    if visible_text(message).strip():
        assert all(visible_text(part).strip() for part in parts)


@given(messages, st.integers(16, 90))
def test_buttons_go_with_the_last_part_only_and_protection_with_all(message: Message, limit: int) -> None:
    parts = split(message, limit=limit, continued=CONTINUED)
    wanted = [block for block in message.blocks if isinstance(block, Buttons)]
    assert [block for block in parts[-1].blocks if isinstance(block, Buttons)] == wanted
    assert not any(isinstance(block, Buttons) for part in parts[:-1] for block in part.blocks)
    assert all(part.protected == message.protected for part in parts)


@given(
    st.lists(st.text(st.sampled_from("aăâđêôơưẾộờỹ.,🇻"), min_size=1, max_size=8), min_size=1), st.booleans()
)
def test_no_word_is_broken_that_fits(words: list[str], in_a_fold: bool) -> None:
    text = " ".join(words)
    block: Block = Folded("Toàn văn", text) if in_a_fold else Line(text)
    parts = split(Message(blocks=(Bold("Nền nếp"), block)), limit=40, continued=CONTINUED)
    read = [
        word for part in parts for b in part.blocks if isinstance(b, Line | Folded) for word in b.text.split()
    ]
    assert read == words


@given(
    st.text(st.sampled_from("e\u0302\u0301🇻🇳👍🏽👨\u200d👩"), min_size=1, max_size=60), st.integers(16, 30)
)
def test_no_piece_begins_with_what_belongs_to_the_letter_before(text: str, limit: int) -> None:
    for piece in split_text(text, limit=limit)[1:]:
        before = unicodedata.normalize("NFC", text).partition(piece)[0]
        longest_run_of_marks = max((len(run) for run in marks_in(text)), default=0)
        if longest_run_of_marks < limit // 4:
            assert not unicodedata.category(piece[0]).startswith("M")
            assert piece[0] not in "\u200d🏽"
            assert not before.endswith("\u200d")


def marks_in(text: str) -> list[str]:
    return "".join(
        letter if unicodedata.category(letter).startswith("M") or letter in "\u200d🏽👨👩" else " "
        for letter in text
    ).split()


def test_a_pair_of_surrogates_counts_two() -> None:
    assert utf16_length("Đảng 📄") == 7
    assert utf16_length("") == 0


def test_a_message_that_fits_is_left_whole_in_nfc() -> None:
    (only,) = split(
        Message(blocks=(Line(unicodedata.normalize("NFD", "Nền nếp")), TAP)), limit=4096, continued=CONTINUED
    )
    assert only == Message(blocks=(Line("Nền nếp"), TAP))


def test_decomposed_letters_that_fit_when_composed_do_not_split() -> None:
    text = unicodedata.normalize("NFD", "ộ" * 4096)
    assert len(split(Message(blocks=(Line(text),)), limit=4096, continued=CONTINUED)) == 1


def test_a_fold_stays_a_fold_and_says_that_it_goes_on() -> None:
    long = " ".join(["Chi bộ sinh hoạt đủ kỳ."] * 20)
    parts = split(Message(blocks=(Bold("KẾT QUẢ"), Folded("Toàn văn", long))), limit=120, continued=CONTINUED)
    folds = [block for part in parts for block in part.blocks if isinstance(block, Folded)]
    assert len(parts) > 2
    assert len(folds) == len(parts)
    assert [fold.label for fold in folds] == ["Toàn văn"] + ["Toàn văn (tiếp)"] * (len(folds) - 1)


def test_a_cut_prefers_the_paragraph_to_the_sentence_and_the_sentence_to_the_word() -> None:
    assert split_text("Một hai.\n\nBa bốn. Năm sáu bảy", limit=20) == ("Một hai.", "Ba bốn. Năm sáu bảy")
    assert split_text("Một hai ba. Bốn năm sáu bảy", limit=20) == ("Một hai ba.", "Bốn năm sáu bảy")
    assert split_text("một hai ba bốn năm sáu bảy", limit=20) == ("một hai ba bốn năm", "sáu bảy")


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert split_text('Hỏi: "Đã đọc chưa?" Trả lời sau', limit=22) == ('Hỏi: "Đã đọc chưa?"', "Trả lời sau")


def test_one_word_over_the_limit_is_cut_between_letters() -> None:
    pieces = split_text("ở" * 50, limit=20)
    assert pieces == ("ở" * 20, "ở" * 20, "ở" * 10)


def test_an_emoji_is_not_cut_in_two() -> None:
    assert split_text("👍🏽" * 3, limit=10) == ("👍🏽👍🏽", "👍🏽")
    assert split_text("🇻🇳" * 3, limit=10) == ("🇻🇳🇻🇳", "🇻🇳")


def test_white_space_alone_makes_no_piece() -> None:
    assert split_text(" \n ", limit=20) == ()


def test_a_limit_without_room_for_a_label_is_refused() -> None:
    with pytest.raises(ValueError, match="below 16"):
        split(Message(blocks=(Line("x"),)), limit=15, continued=CONTINUED)


def test_a_mark_after_white_space_is_not_parted_from_it() -> None:
    assert split_text("một hai ba \u0301bốn năm", limit=12) == ("một hai", "ba \u0301bốn năm")


@pytest.mark.parametrize(("block", "sentence"), [(Line, 37), (lambda text: Folded("Toàn văn", text), 30)])
def test_two_pieces_of_one_text_never_stand_in_one_part(block: Callable[[str], Block], sentence: int) -> None:
    text = "đ" * 39 + ".\n\n" + "ê" * sentence + ". " + "ô" * 80 + " ơ" * 60
    parts = split(Message(blocks=(block(text),)), limit=100, continued=CONTINUED)
    assert len(parts) > 3
    assert all(len(part.blocks) == 1 for part in parts)
