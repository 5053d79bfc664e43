"""What the sample's story is told on, and the ways in which its people do what they do."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.access import Caller, Door
from bot.acknowledgement.acknowledging import acknowledge
from bot.audience import Audience
from bot.office import Office
from bot.organisation.callers import caller_of_member
from bot.organisation.sample import SampleIds
from bot.publication.approval.approving import approve_now
from bot.publication.approval.submitting import submit
from bot.publication.audience.choosing import set_audience, toggle_scope
from bot.publication.draft.drafting import draft_from_text
from bot.publication.draft.drafts import Changed
from bot.sandbox.turning import forward_clock

CLERK, APPROVER = "Lan", "Minh"


@dataclass(frozen=True)
class Stage:
    """What the story is told on.

    Args:
        office: the sandbox, its sample organisation just founded.
        ids: its people.
        knock: lets every rule with a due time run now, and ends when what it began is done.
        settled: waits until what can be sent has been sent.
        folder: the one that the sandbox's settings allow to be watched.
    """

    office: Office
    ids: SampleIds
    knock: Callable[[], Awaitable[None]]
    settled: Callable[[], Awaitable[None]]
    folder: Path

    async def caller(self, given_name: str) -> Caller:
        """The person of that name, at the page."""
        return await caller_of_member(self.office, self.ids.members[given_name], door=Door.WEB)

    async def turn(self, to: datetime) -> None:
        """Turn the clock, and let happen what is due then."""
        await self.settled()
        await forward_clock(self.office, to)
        await self.knock()
        await self.settled()

    async def draft(self, text: str, *, audience: Audience) -> Changed:
        """The clerk begins a draft of a text that may travel, for these people."""
        clerk = await self.caller(CLERK)
        draft = await draft_from_text(clerk, self.office, text=text)
        draft = await set_audience(
            clerk, self.office, draft_id=draft.draft_id, revision=draft.revision, audience=audience
        )
        return await toggle_scope(clerk, self.office, draft_id=draft.draft_id, revision=draft.revision)

    async def publish(self, draft: Changed) -> int:
        """The clerk hands the draft in, and the deputy secretary approves it; the publication's number."""
        submitted = await submit(
            await self.caller(CLERK), self.office, draft_id=draft.draft_id, revision=draft.revision
        )
        approved = await approve_now(
            await self.caller(APPROVER), self.office, draft_id=draft.draft_id, revision=submitted.revision
        )
        if approved.publication_id is None:
            raise RuntimeError("what the story publishes did not go out")
        return approved.publication_id

    async def note(self, given_names: Iterable[str], publication_id: int) -> None:
        """These take note of it, at the same time."""
        callers = [await self.caller(given_name) for given_name in given_names]
        noted = (acknowledge(caller, self.office, publication_id=publication_id) for caller in callers)
        await asyncio.gather(*noted)
