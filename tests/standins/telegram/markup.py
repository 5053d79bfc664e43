"""Telegram's HTML, parsed as its own library does (tdlib/td, MessageEntity.cpp, parse_html).

Stricter in one thing: a quote inside a quote is refused here, while the original silently makes one of both.
"""

from dataclasses import dataclass
from typing import Any

from bot.messages.splitting import utf16_length

_TYPES = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACE = " \t\n\r\v\f"


class ParseFailed(Exception):
    """The text is not Telegram's HTML; the message is the original's."""


@dataclass(frozen=True)
class Parsed:
    """What a person sees, and where it is bold, a link and so on (UTF-16 offsets)."""

    text: str
    entities: tuple[dict[str, Any], ...]


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


def parse(source: str) -> Parsed:
    """Text and entities of one HTML text.

    Raises:
        ParseFailed: a tag is unknown, open, crossed or malformed.
    """
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._units = 0
        self._open: list[_Open] = []
        self._entities: list[dict[str, Any]] = []

    def run(self) -> Parsed:
        while self._at < len(self._source):
            letter = self._source[self._at]
            if letter == "<":
                self._tag()
            elif letter == "&":
                self._put(self._entity())
            else:
                self._at += 1
                self._put(letter)
        if self._open:
            raise ParseFailed(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        entities = sorted(self._entities, key=lambda one: (one["offset"], -one["length"]))
        return Parsed("".join(self._text), tuple(entities))

    def _put(self, letters: str) -> None:
        self._text.append(letters)
        self._units += utf16_length(letters)

    def _entity(self) -> str:
        """The letter that an entity stands for; an unknown one is plain text."""
        begin = self._at + 1
        end = begin
        while end < len(self._source) and (self._source[end].isascii() and self._source[end].isalnum()):
            end += 1
        if self._source[begin : begin + 1] == "#":
            end = begin + 1
            while end < len(self._source) and self._source[end] in "xX0123456789abcdefABCDEF":
                end += 1
        letter = _decoded(self._source[begin:end])
        if letter is None:
            self._at += 1
            return "&"
        self._at = end + (self._source[end : end + 1] == ";")
        return letter

    def _tag(self) -> None:
        begin = self._at
        close = self._source.find(">", begin)
        if self._source[begin + 1 : begin + 2] == "/":
            self._end_tag(begin, close)
        else:
            self._start_tag(begin, close)

    def _start_tag(self, begin: int, close: int) -> None:
        where = f"at byte offset {self._byte(begin)}"
        if close < 0:
            raise ParseFailed(f"Unclosed start tag {where}")
        self._at = begin + 1
        tag = self._until(_SPACE + ">").lower()
        if tag not in _TYPES:
            raise ParseFailed(f'Unsupported start tag "{tag}" {where}')
        attributes = self._attributes(tag, where)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise ParseFailed(f'Tag "span" must have class "tg-spoiler" {where}')
        if tag == "blockquote" and any(one.tag == tag for one in self._open):
            raise ParseFailed(f"Blockquote inside a blockquote {where}")
        self._open.append(_Open(tag, attributes, self._units))

    def _attributes(self, tag: str, where: str) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._skip_space()
            if self._peek() == ">":
                self._at += 1
                return found
            name = self._until(_SPACE + "=>").lower()
            if not name:
                raise ParseFailed(f'Empty attribute name in the tag "{tag}" {where}')
            self._skip_space()
            if self._peek() != "=":
                found[name] = ""
                continue
            self._at += 1
            self._skip_space()
            found[name] = self._value(where)

    def _value(self, where: str) -> str:
        quote = self._peek()
        if quote not in {"'", '"'}:
            begin = self._at
            value = self._until(_SPACE + ">")
            if not all(letter.isascii() and (letter.isalnum() or letter in ".-") for letter in value):
                raise ParseFailed(f"Unexpected end of name token at byte offset {self._byte(begin)}")
            return value.lower()
        self._at += 1
        letters = []
        while self._peek() != quote:
            if not self._peek():
                raise ParseFailed(f"Unclosed start tag {where}")
            if self._peek() == "&":
                letters.append(self._entity())
            else:
                letters.append(self._peek())
                self._at += 1
        self._at += 1
        return "".join(letters)

    def _end_tag(self, begin: int, close: int) -> None:
        where = f"at byte offset {self._byte(begin)}"
        if not self._open:
            raise ParseFailed(f"Unexpected end tag {where}")
        if close < 0:
            raise ParseFailed(f"Unclosed end tag {where}")
        tag = self._source[begin + 2 : close].strip(_SPACE).lower()
        expected = self._open.pop()
        if tag and tag != expected.tag:
            raise ParseFailed(f'Unmatched end tag {where}, expected "</{expected.tag}>", found "</{tag}>"')
        self._at = close + 1
        if self._units > expected.offset:
            # Closed from the inside, told from the outside.
            self._entities.insert(0, self._described(expected))

    def _described(self, one: _Open) -> dict[str, Any]:
        kind = _TYPES[one.tag]
        if one.tag == "blockquote" and "expandable" in one.attributes:
            kind = "expandable_blockquote"
        entity: dict[str, Any] = {"type": kind, "offset": one.offset, "length": self._units - one.offset}
        if one.tag == "a":
            entity["url"] = one.attributes.get("href", "")
        return entity

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _until(self, stops: str) -> str:
        begin = self._at
        while self._peek() and self._peek() not in stops:
            self._at += 1
        return self._source[begin : self._at]

    def _skip_space(self) -> None:
        while self._peek() and self._peek() in _SPACE:
            self._at += 1
        if not self._peek():
            raise ParseFailed(f"Unclosed start tag at byte offset {self._byte(self._at)}")

    def _byte(self, index: int) -> int:
        return len(self._source[:index].encode())


def _decoded(name: str) -> str | None:
    if name in _NAMED:
        return _NAMED[name]
    if not name.startswith("#"):
        return None
    digits = name[1:]
    try:
        code = int(digits[1:], 16) if digits[:1] in {"x", "X"} else int(digits)
    except ValueError:
        return None
    return chr(code) if 0 < code < 0x10FFFF else None
