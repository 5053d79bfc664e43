from ipaddress import IPv4Address

import pytest

from bot.sources.addresses import checked, refuse_inward, target_of
from bot.sources.fetched import Unfetched
from storage.states import SourceFault

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://0/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:7f00:1::]/",
        "http://[::127.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fc00::1]/",
        "http://[fd00:ec2::254]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://[2001:db8::1]/",
        "http://１２７.０.０.１/",
        "http://127.0.0.1./",
    ],
)
def test_an_address_within_a_network_of_ones_own_is_refused_however_it_is_written(url: str) -> None:
    with pytest.raises(Unfetched) as caught:
        target_of(url, allow=NOTHING)
    assert caught.value.fault in {SourceFault.PRIVATE_ADDRESS, SourceFault.REDIRECTED_AWAY}


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "gopher://portal.example/",
        "ftp://portal.example/",
        "data:text/html,x",
        "javascript:alert(1)",
        "http://clerk:secret@portal.example/",
        "http://clerk@portal.example/",
        "http:///x",
        "http://",
        "http://a b/",
        "http://portal.example\\@127.0.0.1/",
        "http://-.example.%00/",
        "http://portal..example/",
        f"http://portal.example/{'a' * 3000}",
        "",
    ],
)
def test_what_is_no_address_of_a_web_page_is_refused(url: str) -> None:
    with pytest.raises(Unfetched) as caught:
        target_of(url, allow=NOTHING)
    assert caught.value.fault is SourceFault.REDIRECTED_AWAY


@pytest.mark.parametrize("port", [22, 25, 6379, 8080])
def test_another_port_than_the_webs_is_refused_unless_the_settings_name_it(port: int) -> None:
    with pytest.raises(Unfetched):
        target_of(f"http://portal.example:{port}/", allow=frozenset({"portal.example:81"}))
    allow = frozenset({f"portal.example:{port}"})
    assert target_of(f"http://portal.example:{port}/", allow=allow).port == port


def test_a_public_address_is_taken_and_spelled_in_one_way() -> None:
    target = target_of("https://Công-Đoàn.Example./vi/tin tức?a=1#đầu", allow=NOTHING)
    assert target.host == "xn--cng-on-mta9myk.example"
    assert target.port == 443
    assert target.url.raw_path == b"/vi/tin%20t%E1%BB%A9c?a=1"
    assert target_of("http://93.184.215.14/", allow=NOTHING).host == "93.184.215.14"
    assert target_of("http://[2606:2800:21f::1]/", allow=NOTHING).place == "[2606:2800:21f::1]:80"


@pytest.mark.parametrize("private", ["10.0.0.1", "127.0.0.1", "::1", "169.254.169.254", "fe80::1%2"])
def test_one_private_address_among_public_ones_refuses_a_name(private: str) -> None:
    with pytest.raises(Unfetched) as caught:
        checked(["93.184.215.14", private], is_allowed=False)
    assert caught.value.fault is SourceFault.PRIVATE_ADDRESS


def test_a_host_that_the_settings_name_may_be_private_but_never_link_local() -> None:
    assert checked(["10.0.0.1", "10.0.0.1"], is_allowed=True) == ["10.0.0.1"]
    for never in ("169.254.169.254", str(IPv4Address(0)), "224.0.0.1", "fe80::1", "::ffff:169.254.169.254"):
        with pytest.raises(Unfetched):
            checked([never], is_allowed=True)


@pytest.mark.parametrize(
    ("at", "following", "refused"),
    [
        ("https://a.vn/", "http://10.0.0.5:8080/mat", True),
        ("https://a.vn/", "http://intranet.local/", True),
        ("http://intranet.local/", "http://10.0.0.5:8080/", False),
        ("http://10.0.0.5:8080/", "https://a.vn/", False),
        ("https://a.vn/", "https://a.vn:8443/", False),
        ("https://a.vn/", "https://b.vn/", False),
    ],
)
def test_a_site_of_the_outside_never_leads_to_what_only_the_settings_let_in(
    at: str, following: str, refused: bool
) -> None:
    allow = frozenset({"10.0.0.5:8080", "intranet.local:80", "a.vn:8443"})
    way = target_of(at, allow=allow), target_of(following, allow=allow)
    if not refused:
        refuse_inward(*way, allow=allow)
        return
    with pytest.raises(Unfetched) as caught:
        refuse_inward(*way, allow=allow)
    assert caught.value.fault is SourceFault.PRIVATE_ADDRESS
