"""Web pages saved as files, and pieces of pages from portals."""

import unicodedata

import pytest

from bot.reading.files import FileFault, ReadFile, UnreadableDocument, read_html
from bot.reading.files.pages import read_page
from bot.reading.files.tidying import tidied

WORDS = (
    "Thông báo của Đảng ủy về việc học tập nghị quyết đối với các chi bộ được tổ chức trong những ngày này"
)


def test_a_page_becomes_lines_and_its_furniture_is_gone() -> None:
    page = """<html><head><title>Cổng</title><style>p{}</style><script>alert(1)</script></head><body>
      <nav><a>Trang chủ</a></nav><h1>THÔNG   BÁO</h1><p>Kính gửi <b>các</b> chi&nbsp;bộ<br>trực thuộc.</p>
      <ol start="3"><li>Một<li>Hai<ul><li>Ba</ul></ol><pre>giữ  nguyên
      dòng</pre>chữ trần<div>a<div>b</div>c</div><footer>Bản quyền</footer></body></html>"""
    lines = [line for line in read_html(page).split("\n") if line.strip()]
    assert lines == [
        *("THÔNG BÁO", "Kính gửi các chi bộ", "trực thuộc.", "3. Một", "4. Hai", "- Ba"),
        *("giữ  nguyên", "      dòng", "chữ trần", "a", "b", "c"),
    ]


def test_a_table_keeps_its_rows_and_a_head_its_columns() -> None:
    page = """<table><tr><td><p>TỈNH ỦY</p><p>Số 12-KH/ĐU</p></td>
      <td><p>ĐẢNG CỘNG SẢN VIỆT NAM</p></td></tr></table>
      <table><tr><th>TT<th>Việc<th>Hạn</tr><tr><td>1<td><p>Họp</p><p>và ghi</p><td>30/11</tr></table>"""
    lines = [line for line in read_html(page).split("\n") if line]
    assert lines == [
        "TỈNH ỦY",
        "Số 12-KH/ĐU",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "TT\tViệc\tHạn",
        "1\tHọp và ghi\t30/11",
    ]


def test_a_selector_takes_only_what_it_finds_in_its_order() -> None:
    page = "<div class=a><p>một</div><div class=b>hai</div><div class=a>ba</div>"
    assert read_html(page, content_selector=".a").split() == ["một", "ba"]
    assert read_html(page, content_selector=".c") == ""
    with pytest.raises(ValueError, match="selector"):
        read_html(page, content_selector="..")


def test_what_is_hidden_or_around_the_text_is_looked_at_and_no_part_of_it() -> None:
    found = _read(
        f"""<html><head><title>TÊN</title></head><body><p>{WORDS}</p><!-- LỜI GHI -->
        <p style="display : none">GIẤU</p>
        <span hidden>ẨN</span><img src=a alt="TRANH"><header>ĐẦU</header></body></html>""".encode()
    )
    assert found.text == f"{WORDS}\n\nĐẦU"
    assert set(found.also_looked_at.split("\n")) == {"TÊN", "LỜI GHI", "GIẤU", "ẨN", "TRANH"}
    assert not found.has_unread_pictures


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
def test_the_charset_is_told_by_the_letters_whatever_the_page_declares(encoding: str) -> None:
    page = f"<html><meta charset=iso-8859-1><p>{_decomposed(WORDS) if encoding == 'cp1258' else WORDS}</p>"
    assert _read(page.encode(encoding)).text == WORDS


def test_a_page_in_no_encoding_or_an_old_font_is_refused() -> None:
    for content in (
        b"<html><p>\x81\x8d\xff\xfe\xa0",
        "<p>NguyÔn V¨n B×nh §¶ng ñy Céng s¶n ViÖt Nam</p>".encode(),
    ):
        with pytest.raises(UnreadableDocument) as refused:
            _read(content)
        assert refused.value.fault is FileFault.OLD_ENCODING


def test_a_page_of_pictures_is_an_unread_one_and_an_empty_one_empty() -> None:
    assert _read(b"<html><body><img src=a></body></html>").has_unread_pictures
    with pytest.raises(UnreadableDocument) as refused:
        _read(b"<html><body><p> </p></body></html>")
    assert refused.value.fault is FileFault.EMPTY


def test_a_page_nests_as_deep_as_it_likes() -> None:
    assert read_html("<div>" * 5_000 + "đáy") == "đáy"


def _read(content: bytes) -> ReadFile:
    return tidied(read_page(content))


def _decomposed(text: str) -> str:
    """As Windows-1258 writes it: the tone is a letter of its own."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    return "".join(_torn(letter, tones) for letter in text)


def _torn(letter: str, tones: set[str]) -> str:
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in tones)
    base = "".join(part for part in parts if part not in tones)
    return unicodedata.normalize("NFC", base) + tone
