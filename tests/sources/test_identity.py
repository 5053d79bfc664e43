from datetime import date

import pytest

from bot.sources.seen import Seen, canonical_link, fingerprint

LINK = "https://portal.example/vi/news/van-ban/ke-hoach-21-103.html"


@pytest.mark.parametrize(
    "same",
    [
        "http://portal.example/vi/news/van-ban/ke-hoach-21-103.html",
        "https://WWW.Portal.Example:443/vi/news/van-ban/ke-hoach-21-103.html",
        f"{LINK}/",
        f"{LINK}#binh-luan",
        f"{LINK}?utm_source=rss&utm_medium=feed",
        f"{LINK}?zarsrc=30&fbclid=IwAR0",
        f"{LINK}?sid=9f3e&PHPSESSID=1",
        f"{LINK};jsessionid=0A1B2C",
        f"  {LINK}\n",
        "https://portal.example//vi/news/van-ban/ke-hoach-21-103.html",
        "https://portal.example/vi/news/van-ban/ke%2Dhoach-21-103.html",
    ],
)
def test_one_page_has_one_link_however_it_is_written(same: str) -> None:
    assert canonical_link(same) == canonical_link(LINK)


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("/a.aspx?ItemID=103&l=2", "/a.aspx?l=2&itemid=000103"),
        ("/a.aspx?ItemID=103", "/a.aspx?ItemID=103%20%20&sid=9f3e"),
        ("/a.aspx?ItemID=103", "/a.aspx?%20%20ItemID=103"),
        ("/tin/sơ-kết", "/tin/s%C6%A1-k%E1%BA%BFt"),
        ("/tin/sơ-kết", "/tin/so\u031b-ke\u0302\u0301t"),
        ("/(S(abc123))/a.aspx", "/a.aspx"),
    ],
)
def test_order_padding_and_torn_letters_of_an_address_make_no_difference(one: str, same: str) -> None:
    at = "http://portal.example"
    assert canonical_link(at + one) == canonical_link(at + same)


@pytest.mark.parametrize(
    "other",
    [
        "https://portal.example/vi/news/van-ban/ke-hoach-21-104.html",
        "https://khac.example/vi/news/van-ban/ke-hoach-21-103.html",
        "https://portal.example:8443/vi/news/van-ban/ke-hoach-21-103.html",
        f"{LINK}?trang=2",
        f"{LINK}?ItemID=1",
    ],
)
def test_different_pages_have_different_links(other: str) -> None:
    assert canonical_link(other) != canonical_link(LINK)


@pytest.mark.parametrize("broken", ["http://[", "http://a:b/", "", "không phải địa chỉ"])
def test_what_is_no_address_is_still_told_apart(broken: str) -> None:
    assert isinstance(canonical_link(broken), str)


def test_an_item_is_known_by_its_guid_before_its_link_and_by_its_link_before_its_words() -> None:
    item = Seen("news_103", LINK, "Kế hoạch", date(2026, 11, 20), "tóm tắt")
    assert fingerprint(item) == fingerprint(Seen("news_103", "http://khac.example/", "Sửa", None))
    bare = Seen("", LINK, "Kế hoạch", date(2026, 11, 20))
    assert fingerprint(bare) == fingerprint(Seen("", f"{LINK}?utm_source=rss", "Sửa", date(2027, 1, 1)))
    words = Seen("", "", "Kế hoạch", date(2026, 11, 20))
    assert fingerprint(words) == fingerprint(Seen("", "", "Ke\u0302\u0301 hoa\u0323ch", None))
    assert len({fingerprint(item), fingerprint(bare), fingerprint(words)}) == 3


def test_a_guid_is_never_taken_for_a_link_nor_a_link_for_words() -> None:
    assert fingerprint(Seen("x", "", "")) != fingerprint(Seen("", "x", ""))
    assert fingerprint(Seen("", "x", "")) != fingerprint(Seen("", "", "x"))
    assert fingerprint(Seen("", "", "\ud800")) != fingerprint(Seen("", "", ""))
