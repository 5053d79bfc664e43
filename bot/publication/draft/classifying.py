"""Under which topic a document is looked up later, and who on the roster has signed it."""

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.member.tasks import candidates
from storage.database import Connection
from storage.organisation import topics
from storage.organisation.rosters import Named
from storage.states import Role


async def set_topic(caller: Caller, office: Office, *, draft_id: int, topic_id: int) -> Changed:
    """Put the draft under this topic, or (0) under none; for whom it is stays as it is.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND (also for a topic that is closed), GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id)
        if topic_id and all(topic.id != topic_id for topic in topics.in_order(connection)):
            raise Refused(Refusal.NOT_FOUND)
        values = {"topic_id": topic_id or None}
        return changed(change_draft(connection, office, caller, draft, "topic", values))

    return await office.perform(caller, "topic", body, outcome=Changed)


async def named_like_signatory(caller: Caller, office: Office, *, draft_id: int) -> tuple[Named, ...]:
    """Those on the roster who may be the one who signed, as the text names them.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> tuple[Named, ...]:
        draft = demand_draft(connection, draft_id)
        return tuple(candidates(connection, draft.signatory)) if draft.signatory else ()

    return await office.database.read(body)


async def set_signatory(caller: Caller, office: Office, *, draft_id: int, member_id: int) -> Changed:
    """Say who on the roster signed it: they issue it, and nothing is asked of them. 0: nobody there.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND; GONE_ON, also for who is not of the signatory's name.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id)
        offered = {one.member_id for one in candidates(connection, draft.signatory)} | {0}
        if member_id not in offered:
            raise Refused(Refusal.GONE_ON)
        values = {"signatory_id": member_id or None}
        return changed(change_draft(connection, office, caller, draft, "signatory_id", values))

    return await office.perform(caller, "signatory", body, outcome=Changed)
