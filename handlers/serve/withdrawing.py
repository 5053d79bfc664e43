"""Withdrawing a publication, asked for at the command line."""

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.versions.withdrawing import withdraw as withdraw_publication
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values


class ToWithdraw(Values):
    """Args: publication_id: its number. because: why, in words for the members."""

    publication_id: int
    because: str


class Withdrawn(Values):
    """What was withdrawn.

    Args:
        number: the document's own, empty when it has none.
        told: how many members are told.
        no_longer_asked: how many do not have to acknowledge it any more.
        held: of those told, how many may have to wait for a month with room.
    """

    number: str
    title: str
    told: int
    no_longer_asked: int
    held: int


async def withdraw(office: Office, wanted: ToWithdraw, _say: Say) -> Withdrawn:
    """Withdraw it.

    Raises:
        BadInput: there is none.
        Refused: EMPTY, TOO_LONG, WITHDRAWN.
    """
    number = wanted.publication_id
    try:
        done = await withdraw_publication(COMMAND_LINE, office, publication_id=number, because=wanted.because)
    except Refused as refused:
        if refused.reason is not Refusal.NOT_FOUND:
            raise
        raise BadInput(f"there is no publication {number}") from None
    return Withdrawn(
        number=done.number,
        title=done.title,
        told=done.told,
        no_longer_asked=done.no_longer_asked,
        held=done.held,
    )


WITHDRAW = Request("withdraw", ToWithdraw, Withdrawn, withdraw)
