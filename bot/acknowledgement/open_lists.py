"""What is open for a member as a short list, each line with a button that opens its card."""

from collections.abc import Sequence

from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Line
from bot.office import Office
from bot.texts import acknowledging as words
from bot.texts import chasing as texts
from storage.acknowledgement.obligations import Open

MOST_LISTED = 8
_BUTTONS_IN_A_ROW = 2


def open_list(office: Office, waiting: Sequence[Open]) -> list[Block]:
    """The first of these with their due dates, where to find the rest, and the buttons."""
    listed = waiting[:MOST_LISTED]
    blocks: list[Block] = [
        Line(
            texts.line(
                place,
                one.number,
                one.title,
                due_at=one.due_at,
                now=office.clock.now(),
                zone=office.zone,
            )
        )
        for place, one in enumerate(listed, start=1)
    ]
    if len(waiting) > MOST_LISTED:
        blocks.append(Line(texts.MORE))
    return [*blocks, Buttons(_buttons(listed))]


def _buttons(listed: Sequence[Open]) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(words.open_button(place), Act.OPEN_CARD, one.publication_id)
        for place, one in enumerate(listed, start=1)
    ]
    return tuple(
        tuple(buttons[start : start + _BUTTONS_IN_A_ROW])
        for start in range(0, len(buttons), _BUTTONS_IN_A_ROW)
    )
