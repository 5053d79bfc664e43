import unicodedata

import pytest
from telegram import InlineKeyboardMarkup

from bot.channels.telegram.formatting import render
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Folded, Line, Link, Message
from tests.standins.telegram.markup import ParseFailed, parse


def shown(message: Message) -> str:
    """The text as Telegram shows it."""
    return parse(render(message).html).text


def button(label: str = "Đã nắm", token: str = "x") -> Button:
    return Button(label, Act.ACKNOWLEDGE, subject=1, token=token)


def test_each_block_has_its_form() -> None:
    rendered = render(
        Message(
            blocks=(
                Bold("VĂN BẢN CHỈ ĐẠO"),
                Line("Số 12-KH/ĐU"),
                Link("Toàn văn", "https://vanphong.example.vn/v/1?a=1&b=2"),
                Folded("Ý chính", "Đọc kế hoạch"),
            )
        )
    )
    assert rendered.html == (
        "<b>VĂN BẢN CHỈ ĐẠO</b>\n"
        "Số 12-KH/ĐU\n"
        '<a href="https://vanphong.example.vn/v/1?a=1&amp;b=2">Toàn văn</a>\n'
        "<b>Ý chính</b>\n"
        "<blockquote expandable>Đọc kế hoạch</blockquote>"
    )
    assert rendered.markup is None


@pytest.mark.parametrize(
    "hostile",
    [
        "</b><script>alert(1)</script>",
        '<a href="tg://user?id=1">x</a>',
        "Bình & Hòa",
        "&lt;b&gt;",
        "a < b > c \" '",
    ],
)
def test_what_people_wrote_is_shown_letter_by_letter_and_never_as_markup(hostile: str) -> None:
    message = Message(
        blocks=(Bold(hostile), Line(hostile), Link(hostile, "https://example.vn"), Folded(hostile, hostile))
    )
    assert shown(message) == "\n".join([hostile] * 5)


def test_the_stand_in_would_refuse_the_same_text_unescaped() -> None:
    with pytest.raises(ParseFailed):
        parse("<b></b><script></b>")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "tg://user?id=1", "file:///etc/passwd", "", "https:"])
def test_only_addresses_on_the_web_become_links(url: str) -> None:
    assert render(Message(blocks=(Link("Toàn văn", url),))).html == "Toàn văn"


def test_a_quotation_mark_in_an_address_does_not_leave_the_attribute() -> None:
    html = render(Message(blocks=(Link("x", 'https://example.vn/"><b>'),))).html
    assert parse(html).text == "x"


def test_the_length_is_counted_after_entities_in_composed_letters() -> None:
    decomposed = unicodedata.normalize("NFD", "ộ") * 10
    assert render(Message(blocks=(Bold(decomposed), Line("&📄")))).length == 10 + 1 + 3


def test_an_empty_fold_shows_its_heading_only() -> None:
    assert render(Message(blocks=(Folded("Ý chính", " "),))).html == "<b>Ý chính</b>\n"


def test_buttons_stand_in_their_rows_with_their_tokens() -> None:
    markup = render(
        Message(
            blocks=(Line("x"), Buttons(rows=((button(token="a"),), (button(token="b"), button(token="c")))))
        )
    ).markup
    assert isinstance(markup, InlineKeyboardMarkup)
    assert [[one.callback_data for one in row] for row in markup.inline_keyboard] == [["a"], ["b", "c"]]


def test_more_than_eight_buttons_in_a_row_go_on_in_the_next() -> None:
    row = tuple(button(token=str(n)) for n in range(10))
    markup = render(Message(blocks=(Line("x"), Buttons(rows=(row,))))).markup
    assert isinstance(markup, InlineKeyboardMarkup)
    assert [len(row) for row in markup.inline_keyboard] == [8, 2]


def test_a_button_of_64_bytes_is_taken() -> None:
    assert render(Message(blocks=(Buttons(rows=((button(token="đ" * 32),),)),))).markup is not None


@pytest.mark.parametrize("token", ["", "đ" * 33])
def test_a_button_that_is_not_sealed_or_too_long_is_an_error_here(token: str) -> None:
    with pytest.raises(ValueError, match="1 to 64"):
        render(Message(blocks=(Buttons(rows=((button(token=token),),)),)))
