"""The sweep of what has served its term, asked for at the command line."""

from bot.office import Office
from bot.organisation.privacy import sweeping
from handlers.serve.contract import COMMAND_LINE, Request, Say, Values


class How(Values):
    """Args: only_counts: nothing is changed."""

    only_counts: bool = False


class Swept(Values):
    """How many rows of each kind went, or would."""

    amounts: dict[str, int]


async def sweep(office: Office, how: How, say: Say) -> Swept:
    """Sweep now, or count what would go."""
    say("counting what has served its term" if how.only_counts else "sweeping")
    run = sweeping.sweepable if how.only_counts else sweeping.sweep
    found = await run(COMMAND_LINE, office)
    return Swept(amounts={what.value: amount for what, amount in found.amounts.items()})


SWEEP = Request("sweep", How, Swept, sweep)
