"""`loa withdraw`: take a publication back."""

import asyncio
from typing import Annotated

import typer

from handlers.cli.acting import act
from handlers.cli.shell import aside, asked_of, screen
from handlers.serve.withdrawing import WITHDRAW, ToWithdraw


def withdraw(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="The publication's number.")],
    because: Annotated[str, typer.Option(metavar="WORDS", help="Why; the members read these words.")],
    yes: Annotated[bool, typer.Option("--yes", help="Withdraw it without asking.")] = False,
) -> None:
    """Withdraw a publication: nothing more of it is sent, and those whom it had reached are told why."""
    settings = asked_of(context).settings()
    if not yes:
        typer.confirm(f"Withdraw publication {number}? There is no way back", abort=True)
    with aside.status("withdrawing") as status:
        wanted = ToWithdraw(publication_id=number, because=because)
        done = asyncio.run(act(settings, WITHDRAW, wanted, say=status.update))
    name = done.number or done.title
    screen.print(f"Withdrawn: {name}. {done.told} told, {done.no_longer_asked} no longer asked.")
    if done.held:
        screen.print(f"No room in this month for {done.held} of them: call them.")
