"""What waits for a member, as the commands about it show it."""

from collections.abc import Sequence

from bot.acknowledgement.acknowledging import Acknowledged
from bot.acknowledgement.listing import OpenItem
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.states import Answer
from bot.study import viewing
from bot.study.viewing import Coming
from bot.texts import acknowledging as texts
from handlers.conversation import Incoming

MOST_BUTTONS = 8
"""So many documents one message lists."""
_IN_A_ROW = 2


def open_rows(shown: Sequence[OpenItem]) -> tuple[tuple[Button, ...], ...]:
    """Buttons that open these, named by their places in the list."""
    buttons = [
        Button(texts.open_button(place), Act.OPEN_CARD, one.publication_id)
        for place, one in enumerate(shown, start=1)
    ]
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))


async def unanswered(office: Office, incoming: Incoming) -> list[Coming]:
    """The sessions ahead that the caller has not answered."""
    agenda = await viewing.agenda(incoming.caller, office)
    return [coming for coming in agenda.coming if coming.answer is Answer.NONE]


def receipt(office: Office, done: Acknowledged) -> str:
    """Đã ghi nhận, now or before."""
    say = texts.receipt_before if done.already else texts.receipt
    return say(done.number, done.title, done.at, office.zone)
