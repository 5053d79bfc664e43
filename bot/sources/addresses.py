"""Which addresses may be asked at all: nothing that leads into a network of this machine's own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

from bot.sources.fetched import Unfetched
from storage.states import SourceFault

LONGEST_URL = 2048
"""Characters."""

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
# Older spellings of an IPv4 address, which resolvers follow: 0x7f000001, 2130706433, 0177.1 (WHATWG URL).
_ENDS_IN_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
# What Python 3.11 does not call private: RFC 6666, 9637, 5156, 4843 and 3879.
_OTHER_V6 = tuple(
    ip_network(net) for net in ("100::/64", "3fff::/20", "5f00::/16", "2001:20::/28", "fec0::/10")
)
_NEVER_V4 = tuple(ip_network(net) for net in ("0.0.0.0/8", "192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4"))

IP = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address: what stands in it, in the spelling in which it is called."""

    url: httpx.URL
    host: str
    port: int

    @property
    def place(self) -> str:
        """Host and port as `allow` names them."""
        return place_of(self.host, self.port)

    @property
    def origin(self) -> str:
        """Whose robots.txt counts."""
        return f"{self.url.scheme}://{self.place}"


def place_of(host: str, port: int) -> str:
    """Host and port as settings and addresses write them."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def target_of(written: str, *, allow: frozenset[str]) -> Target:
    """Check an address as it is written; where its name leads is checked when it is called.

    Args:
        written: absolute.
        allow: host:port pairs that may be asked whatever their port.

    Raises:
        Unfetched: REDIRECTED_AWAY for what is no address of a web page, PRIVATE_ADDRESS for a private one.
    """
    try:
        url = httpx.URL(written.strip()) if len(written) <= LONGEST_URL else None
        host = "" if url is None else _host_of(url)
    except (httpx.InvalidURL, UnicodeError, ValueError):
        url, host = None, ""
    if url is None or url.scheme not in _PORTS or not host:
        raise Unfetched(SourceFault.REDIRECTED_AWAY, "no address of a web page")
    if url.userinfo:
        raise Unfetched(SourceFault.REDIRECTED_AWAY, "an address with a name or password in it")
    target = Target(url.copy_with(fragment=None), host, url.port or _PORTS[url.scheme])
    if target.place in allow:
        return target
    if target.port not in _PORTS.values():
        raise Unfetched(SourceFault.PRIVATE_ADDRESS, f"port {target.port} is not one of the web's")
    literal = _literal(host)
    if literal is not None and not is_public(literal):
        raise Unfetched(SourceFault.PRIVATE_ADDRESS, f"{literal} is not public")
    return target


def refuse_inward(at: Target, following: Target, *, allow: frozenset[str]) -> None:
    """Refuse the way from a site of the outside to one that only the settings let in.

    Args:
        at: which leads on, by a redirect or a link.
        following: where it leads.
        allow: host:port pairs of the settings.

    Raises:
        Unfetched: PRIVATE_ADDRESS.
    """
    if following.place in allow and at.place not in allow and at.host != following.host:
        raise Unfetched(SourceFault.PRIVATE_ADDRESS, f"a site of the outside leads to {following.place}")


def checked(found: Iterable[str], *, is_allowed: bool) -> list[str]:
    """The addresses behind a name, if every one of them may be called.

    One private address among public ones refuses them all: a site of the outside has no reason to name one.

    Args:
        found: as a resolver gives them.
        is_allowed: the settings name this host: it may be private, though never link-local or unspecified.

    Raises:
        Unfetched: PRIVATE_ADDRESS, or NOT_REACHED where there is none at all.
    """
    addresses = [ip_address(one) for one in dict.fromkeys(found)]
    for one in addresses:
        if not (may_be_private(one) if is_allowed else is_public(one)):
            raise Unfetched(SourceFault.PRIVATE_ADDRESS, f"the name leads to {one}")
    if not addresses:
        raise Unfetched(SourceFault.NOT_REACHED, "no such host")
    return [str(one) for one in addresses]


def is_public(address: IP) -> bool:
    """Whether this address belongs to the Internet at large, whatever it is wrapped in."""
    if isinstance(address, IPv6Address):
        inner = _carried(address)
        if inner is not None:
            return is_public(inner)
        if any(address in net for net in _OTHER_V6):
            return False
    elif any(address in net for net in _NEVER_V4):
        return False
    # `is_global` knows private, loopback, link-local, CGNAT, documentation and benchmarking networks.
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def may_be_private(address: IP) -> bool:
    """Whether an address is fit for a host that the settings name: never one that only hands out secrets."""
    inner = _carried(address) if isinstance(address, IPv6Address) else None
    if inner is not None:
        return may_be_private(inner)
    return not (address.is_link_local or address.is_multicast or address.is_unspecified)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that this one is only a wrapping of: mapped, NAT64, 6to4, Teredo, compatible."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if any(address in net for net in _NAT64):
        return IPv4Address(address.packed[-4:])
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    is_compatible = not any(address.packed[:12]) and int(address) > 1
    return IPv4Address(address.packed[-4:]) if is_compatible else None


def _host_of(url: httpx.URL) -> str:
    """The host in small letters and ASCII; "" for one that cannot be.

    Raises:
        ValueError: it is none.
    """
    host = url.raw_host.decode("ascii").lower().rstrip(".")
    if ":" in host:
        # A zone ("%eth0") names an interface of this machine.
        return str(IPv6Address(host)) if "%" not in host else ""
    if _ENDS_IN_NUMBER.fullmatch(host):
        return str(IPv4Address(host))
    return host if _HOST.fullmatch(host) else ""


def _literal(host: str) -> IP | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
