"""Telling the drafter what became of the draft."""

from bot.access import Caller
from bot.delivery.queueing import to_member
from bot.office import Office
from storage.database import Connection
from storage.publication.drafts import Draft
from storage.states import Purpose, Repeat, Urgency


def tell_the_drafter(connection: Connection, office: Office, caller: Caller, draft: Draft) -> None:
    """Owe the drafter the news of the draft as it now stands, unless it was their own doing."""
    if draft.created_by is None or draft.created_by == caller.member_id:
        return
    to_member(
        connection,
        office,
        member_id=draft.created_by,
        once_key=f"draft:{draft.id}:r{draft.revision}:news",
        purpose=Purpose.DRAFT_NEWS,
        # It answers what the clerk asked for; colleagues at work do not wait for the broadcast's hours.
        urgency=Urgency.IMMEDIATE,
        repeat=Repeat.ONCE,
        subject=draft.id,
        version=draft.revision,
    )
