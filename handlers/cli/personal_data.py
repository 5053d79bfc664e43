"""`loa db sweep`: remove what has served its term, without waiting for the night."""

import asyncio
from typing import Annotated

import typer

from handlers.cli.acting import act
from handlers.cli.shell import aside, asked_of, screen
from handlers.serve.personal_data import SWEEP, How


def sweep(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only count; change nothing.")] = False,
) -> None:
    """Remove what the settings' section [retention] says has served its term, as happens every night."""
    settings = asked_of(context).settings()
    with aside.status("sweeping") as status:
        swept = asyncio.run(act(settings, SWEEP, How(only_counts=dry_run), say=status.update))
    for what, amount in swept.amounts.items():
        screen.print(f"{what.replace('_', ' ')}: {amount:,}")
    total = sum(swept.amounts.values())
    screen.print(f"Would remove {total:,} rows" if dry_run else f"Removed {total:,} rows")
