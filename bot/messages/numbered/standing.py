"""What stands under a number, as a row of offers has it: each button, and in which messages."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from bot.messages.blocks import Button


@dataclass(frozen=True)
class Standing:
    """One button that may be typed for.

    Args:
        button: as sealed for the conversation, with what to type in `code`.
        deliveries: in whose messages it stands; it is believed once one of them has gone out.
    """

    button: Button
    deliveries: tuple[int, ...] = ()


_ADAPTER = TypeAdapter(tuple[Standing, ...])


def to_json(standing: Sequence[Standing]) -> str:
    """What stands there as JSON text."""
    return _ADAPTER.dump_json(tuple(standing)).decode()


def from_json(content: str) -> tuple[Standing, ...]:
    """What `to_json` wrote; nothing where another version wrote what this one cannot read."""
    try:
        return _ADAPTER.validate_json(content)
    except ValidationError:
        # As good as forgotten: who types the number is told that it stands for nothing.
        return ()
