"""What is said where typed words press nothing. Pure."""

from dataclasses import dataclass

from bot.messages.blocks import Button


@dataclass(frozen=True)
class Told:
    """Nothing is pressed: this is said instead.

    Args:
        sentence: what.
        buttons: what may be chosen then.
    """

    sentence: str
    buttons: tuple[Button, ...] = ()
