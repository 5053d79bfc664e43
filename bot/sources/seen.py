"""What a source shows, and by what it is known again."""

import contextlib
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# What campaigns, messengers and sessions add to an address; the page is the same without it.
_ADDED = re.compile(
    r"utm_.*|fbclid|gclid|dclid|msclkid|zarsrc|zalo_?.*|mc_[ce]id|_ga|ref|s?sid|session_?id|phpsessid|jsessionid"
    r"|aspsessionid.*|cfid|cftoken|nocache|timestamp",
)
# Liferay writes the page of the list from which a link was followed into the link itself.
_LIFERAY = "/-/"
_ADDED_BY_LIFERAY = re.compile(r"(?:_.*_)?(?:redirect|inheritredirect)")
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|sid)=[^/;]*|/\((?:S|X)\([^)/]*\)\)", re.IGNORECASE)
_DEFAULT_PORTS = {None, 80, 443}


@dataclass(frozen=True, slots=True)
class Seen:
    """One entry of a feed or of a list page.

    Args:
        guid: the site's own key; "" where it gives none.
        link: absolute; "" where there is none.
        title: plain text on one line.
        published_on: as the source says, in its own time zone; shown, never relied upon.
        summary: plain text, shortened.
    """

    guid: str
    link: str
    title: str
    published_on: date | None = None
    summary: str = ""


def fingerprint(seen: Seen) -> str:
    """What an item is known by within its source: guid, else link, else content. Never its date or place.

    Returns:
        64 hexadecimal digits.
    """
    if seen.guid:
        kind, key = "guid", unicodedata.normalize("NFC", seen.guid.strip())
    elif seen.link:
        kind, key = "link", canonical_link(seen.link)
    else:
        kind, key = "content", unicodedata.normalize("NFC", f"{seen.title}\n{seen.summary}")
    return hashlib.sha256(f"{kind}\n{key}".encode(errors="replace")).hexdigest()


def canonical_link(url: str) -> str:
    """One spelling for all addresses of a page: to compare, not to call.

    http and https, with and without "www.", capitals of the host, order and padding of parameters, tracking
    and session parameters, fragments and a slash at the end make no difference.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return url.strip()
    with contextlib.suppress(UnicodeError):
        host = host.encode("idna").decode()
    place = host.removeprefix("www.") + ("" if port in _DEFAULT_PORTS else f":{port}")
    path = _SESSION_IN_PATH.sub("", unicodedata.normalize("NFC", unquote(parts.path)))
    path = re.sub(r"/+", "/", path).strip().rstrip("/")
    asked = sorted(
        (name, value)
        for name, value in ((name.strip().lower(), _value(value)) for name, value in parse_qsl(parts.query))
        if name
        and not _ADDED.fullmatch(name)
        and not (_LIFERAY in parts.path and _ADDED_BY_LIFERAY.fullmatch(name))
    )
    query = urlencode(asked)
    return f"//{place}{quote(path)}" + (f"?{query}" if query else "")


def _value(value: str) -> str:
    """A parameter without its padding; numbers without zeros in front."""
    bare = unicodedata.normalize("NFC", value).strip()
    return bare.lstrip("0") or "0" if bare.isascii() and bare.isdecimal() else bare
