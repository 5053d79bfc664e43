import pytest

from tests.standins.telegram.markup import ParseFailed, parse

GOOD = [
    ("a &lt;b&gt; &amp; &quot;c&quot; &#39; &#x27;", "a <b> & \"c\" ' '", []),
    ("&nbsp; & &;", "&nbsp; & &;", []),
    ("<B>x</b >", "x", ["bold"]),
    ("<b><i>x</i></b>", "x", ["bold", "italic"]),
    ("<b></b>x", "x", []),
    ('<a href="https://a.vn/?a=1&amp;b=2">x</a>', "x", ["text_link"]),
    ("<a href='x'>x</>", "x", ["text_link"]),
    ("<blockquote expandable>x</blockquote>", "x", ["expandable_blockquote"]),
    ("<blockquote>x</blockquote>", "x", ["blockquote"]),
    ('<span class="tg-spoiler">x</span>', "x", ["spoiler"]),
    ("a > b", "a > b", []),
]


@pytest.mark.parametrize(("source", "text", "kinds"), GOOD)
def test_telegrams_html_is_read(source: str, text: str, kinds: list[str]) -> None:
    parsed = parse(source)
    assert (parsed.text, [one["type"] for one in parsed.entities]) == (text, kinds)


BAD = [
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("ộ<p>x</p>", 'Unsupported start tag "p" at byte offset 3'),
    ("a < b", "Unclosed start tag at byte offset 2"),
    ("a < b >", 'Unsupported start tag "" at byte offset 2'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
    ("<a href=x:y>z</a>", "Unexpected end of name token at byte offset 8"),
    ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    (
        "<blockquote><blockquote>x</blockquote></blockquote>",
        "Blockquote inside a blockquote at byte offset 12",
    ),
]


@pytest.mark.parametrize(("source", "words"), BAD)
def test_anything_else_is_not(source: str, words: str) -> None:
    with pytest.raises(ParseFailed) as caught:
        parse(source)
    assert str(caught.value) == words
