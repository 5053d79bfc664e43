"""What is typed for what is dangerous: never the word of a command, never a part of a phrase."""

import pytest

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.folding import fold
from bot.messages.numbered.codes import Offered, Pressed, Thing, buttons_of, by_word, choose, coded
from bot.messages.numbered.menu_words import is_command, is_worded
from bot.messages.numbered.weighing import WANTS_WORDS
from bot.texts.code_words import ALWAYS, CODE_WORDS
from handlers.commands.table import BY_WORD

_SPELT = {
    "nhac": "Nhắc",
    "duyet": "Duyệt",
    "thuhoi": "Thu hồi",
    "moi": "Mời",
    "nhapdanhsach": "Nhập danh sách",
}


def menu(*buttons: Button) -> Offered:
    return Offered(0, Thing.MENU, 0, buttons_of(coded(Message((Buttons((buttons,)),)), number=None)))


def codes(*buttons: Button) -> list[str]:
    return [button.code for button in menu(*buttons).buttons]


def test_the_words_by_hand_belong_to_acts_that_want_words() -> None:
    names = {act.name for act in WANTS_WORDS} | {Act.APPROVE_AT.name}
    assert set(CODE_WORDS) <= names
    assert set(CODE_WORDS) >= ALWAYS
    assert not [words for words in CODE_WORDS.values() if is_command(fold(words))]


@pytest.mark.parametrize("word", sorted(BY_WORD))
def test_no_commands_word_presses_what_is_dangerous(word: str) -> None:
    for act in sorted(WANTS_WORDS):
        for label in (_SPELT.get(word, word.capitalize()), f"{_SPELT.get(word, word)} (5)"):
            shown = menu(Button(label, act, 7))
            (button,) = shown.buttons
            assert is_worded(button)
            assert not is_command(fold(button.code)), (label, act)
            bare = label.removesuffix(" (5)")
            for typed in (word, bare, f"{bare} ạ", f"dạ {word}"):
                assert by_word(typed, (shown,)) is None, (typed, act)
            found = choose(button.code, (shown,))
            assert isinstance(found, Pressed)


@pytest.mark.parametrize(
    ("label", "act", "code"),
    [
        ("Hoàn tác xác nhận", Act.UNDO_CONFIRMED, "hoàn tác xác nhận"),
        ("↩️ Lấy lại để sửa", Act.WITHDRAW_SUBMISSION, "lấy lại để sửa"),
        ("Hủy buổi sinh hoạt", Act.CANCEL_SESSION_CONFIRMED, "hủy buổi sinh hoạt"),
        ("Bỏ buổi này", Act.CANCEL_SESSION_CONFIRMED, "bỏ buổi này"),
        ("Đúng, bỏ bản này", Act.DISCARD_CONFIRMED, "đúng bỏ bản này"),
        ("Đúng, rời danh sách", Act.REMOVE_MEMBER_CONFIRMED, "rời danh sách"),
        ("Kết thúc miễn sinh hoạt và xác nhận văn bản", Act.END_EXEMPTION, "kết thúc miễn"),
        ("Thu hồi mã của Lê Thị Thanh", Act.REVOKE_INVITATION, "thu hồi mã"),
        ("Thoát hộp thư web trên mọi máy", Act.WEB_END, "thoát mọi máy"),
        ("✅ Duyệt, phát hành ngay", Act.APPROVE_NOW, "duyệt phát hành"),
        ("🔔 Nhắc (3)", Act.REMIND, "nhắc 3 người"),
    ],
)
def test_a_dangerous_word_makes_sense_read_aloud(label: str, act: Act, code: str) -> None:
    assert codes(Button(label, act, 1)) == [code]


def test_people_are_told_apart_by_figures_and_not_by_parts_of_their_names() -> None:
    people = [Button(f"Kết thúc: Bí thư {name}", Act.END_ROLE, place) for place, name in enumerate("AB")]
    assert codes(*people) == ["kết thúc vai trò 1", "kết thúc vai trò 2"]
    invited = [Button(f"Mời Phan Văn {name}", Act.INVITE, place) for place, name in enumerate(("Tâm", "Tú"))]
    shown = buttons_of(coded(Message((Buttons((tuple(invited),)),)), number=27))
    assert [button.code for button in shown] == ["27 1", "27 2"]
