"""What a message is made of, for every platform alike."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from bot.messages.acts import Act


@dataclass(frozen=True)
class Line:
    """One line of plain text (it may be empty: a gap)."""

    text: str
    block: Literal["line"] = "line"


@dataclass(frozen=True)
class Bold:
    """One line in bold."""

    text: str
    block: Literal["bold"] = "bold"


@dataclass(frozen=True)
class Link:
    """One line that leads to an address on the web.

    Args:
        as_button: shown as a button under the message where the platform can; for what a person should press.
    """

    label: str
    url: str
    as_button: bool = False
    block: Literal["link"] = "link"


@dataclass(frozen=True)
class Folded:
    """A long part under a heading, closed until it is touched where the platform can do that.

    Args:
        label: the heading.
        text: the part.
        otherwise: one line in its place where nothing folds; empty: it stands open there.
    """

    label: str
    text: str
    otherwise: str = ""
    block: Literal["folded"] = "folded"


@dataclass(frozen=True)
class Button:
    """Something to press.

    Args:
        label: its words.
        act: what it asks for.
        subject: the row it is about (0: none).
        argument: what else the act needs (0: none).
        token: the signed form, put in by `bot.messages.sealing` for one member on one connection.
        code: what a person types instead, where there are no buttons; put in by `bot.messages.numbered`.
    """

    label: str
    act: Act
    subject: int = 0
    argument: int = 0
    token: str = ""
    code: str = ""


@dataclass(frozen=True)
class Buttons:
    """Rows of buttons under the text."""

    rows: tuple[tuple[Button, ...], ...]
    block: Literal["buttons"] = "buttons"


@dataclass(frozen=True)
class File:
    """A file that goes along; a message holds at most one, and the rest of it is at most 900 letters.

    Args:
        name: as the person sees it, with its ending.
        file_id: its row in `storage.files`; the bytes are read when the message goes out.
        publication_id: it goes along with this publication, whose own page has it too; 0: with none.
    """

    name: str
    file_id: int
    publication_id: int = 0
    block: Literal["file"] = "file"


@dataclass(frozen=True)
class AskContact:
    """Asks for the person's own telephone number, where the platform can vouch for it.

    Args:
        label: of the button; a platform without such a button leaves it out.
    """

    label: str
    block: Literal["ask_contact"] = "ask_contact"


@dataclass(frozen=True)
class AskFile:
    """One line that asks for a file.

    Args:
        text: where a file can be sent.
        otherwise: where none can be; empty: the line is left out there.
    """

    text: str
    otherwise: str = ""
    block: Literal["ask_file"] = "ask_file"


@dataclass(frozen=True)
class HowTo:
    """One line that says how something is answered.

    Args:
        text: where there are buttons.
        otherwise: where numbers are typed instead.
    """

    text: str
    otherwise: str
    block: Literal["how_to"] = "how_to"


Block = Annotated[
    Line | Bold | Link | Folded | Buttons | File | AskContact | AskFile | HowTo, Field(discriminator="block")
]

Wording = Line | Bold | Link | Folded | AskFile | HowTo
"""What a person reads, unlike what hangs under it."""


@dataclass(frozen=True)
class Message:
    """One message as a person will see it.

    Args:
        blocks: its parts from top to bottom.
        protected: the platform is asked to hinder forwarding and saving (scope nội bộ).
        keeps_menu: it answers nothing ("chưa hiểu"): the numbers of the menu before it hold.
        keeps_words: with it also what only a word does there, because it sends the person back to that menu.
    """

    blocks: tuple[Block, ...] = field(default_factory=tuple)
    protected: bool = False
    keeps_menu: bool = False
    keeps_words: bool = False


_ADAPTER = TypeAdapter(Message)


def to_json(message: Message) -> str:
    """The message as JSON text, as it stands in a delivery row."""
    return _ADAPTER.dump_json(message).decode()


def from_json(content: str) -> Message:
    """The message that `to_json` wrote.

    Raises:
        ValueError: the text is not one. The error holds nothing of it.
    """
    try:
        return _ADAPTER.validate_json(content)
    except ValidationError:
        raise ValueError("this is no message of this version") from None
