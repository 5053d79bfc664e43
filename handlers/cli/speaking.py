"""What several commands print."""

from collections.abc import Sequence
from datetime import datetime

from bot.states import Reason
from handlers.cli.shell import screen
from handlers.serve.publishing import Published
from handlers.serve.sheets import Planned

_WHY = {
    Reason.NO_ADDRESS: "no conversation yet, invite them",
    Reason.BLOCKED: "blocked the bot, invite them again",
    Reason.NO_CONSENT: "gets word on paper",
}


def tell_code(
    full_name: str,
    code: str,
    in_link: str,
    expires_at: datetime,
    bots: Sequence[str],
    *,
    place: str = "",
    page: str = "",
) -> None:
    """Print a single-use code and how it is used; it is shown this once.

    The link is Telegram's: https://core.telegram.org/api/links#bot-links (up to 64 of A-Z a-z 0-9 _ -).
    """
    screen.print(f"Code for {full_name}: {code}")
    screen.print(f"It works once, until {expires_at:%H:%M %d/%m/%Y}, and is not shown again.")
    if page:
        screen.print(f"One link for every messenger: {page}")
    for bot in bots:
        screen.print(f"Link: https://t.me/{bot}?start={in_link}")
    if place:
        screen.print(f"On Zalo: open {place} and send the code.")
    screen.print(f"Without a link: send {code} to the office's bot.")


def tell_planned(planned: Planned) -> None:
    """Print what making a sheet of invitations would do."""
    screen.print(f"A sheet for {planned.unit} and below: {planned.people} people, each with a code.")
    if planned.ends:
        screen.print(f"Earlier codes of theirs that nobody used end: {planned.ends}")
    if planned.on_paper:
        screen.print(f"Left out, because they get word on paper: {planned.on_paper}")


def tell_published(published: Published) -> None:
    """Print what became of a file: its number or who approves it, the head-count, who cannot be reached."""
    if published.publication_id is not None:
        screen.print(f"Published as number {published.publication_id}; loa report {published.publication_id}")
    else:
        approvers = ", ".join(published.approvers) or "nobody yet"
        screen.print(f"Draft {published.draft_id} waits for approval by {approvers}")
    if published.goes_out_at is not None:
        screen.print(f"The sending hours let it go at {published.goes_out_at:%H:%M %d/%m/%Y}")
    screen.print(
        f"For: {published.audience}: {published.expected}, of whom {published.reachable} can be reached"
    )
    if published.left_out:
        screen.print(f"Left out by name: {', '.join(published.left_out)}")
    for one in published.short:
        screen.print(
            f"{one.called} has room for {one.left} of {one.needed} messages: some get it otherwise or later"
        )
    missing = published.expected - published.reachable
    if missing:
        screen.print(f"Cannot be reached ({missing}):")
    for person in published.unreachable:
        screen.print(f"  {person.name} ({person.unit}): {_WHY.get(person.reason, person.reason)}")
    if missing > len(published.unreachable):
        screen.print(f"  and {missing - len(published.unreachable)} more")
