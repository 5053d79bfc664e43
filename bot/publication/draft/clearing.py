"""A scan, of which the machine could not read all: a person looks for marks of secrecy, and says so."""

from bot.access import Caller, demand, demand_member
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.approval.checking import is_unread
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from storage.database import Connection
from storage.publication.drafts import Draft
from storage.states import Role


async def demand_unread(caller: Caller, office: Office, *, draft_id: int, revision: int) -> Draft:
    """The draft, if somebody still has to look through it.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Draft:
        return _unread(connection, draft_id, revision)

    return await office.database.read(body)


async def clear(caller: Caller, office: Office, *, draft_id: int, revision: int) -> Changed:
    """The caller has looked at every page and there is no mark of secrecy; who and when stays written.

    Raises:
        Refused: NOT_ALLOWED (also for the command line, which is nobody), NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.CLERK})
    looked = demand_member(caller)

    def body(connection: Connection) -> Changed:
        draft = _unread(connection, draft_id, revision)
        values = {"cleared_by": looked, "cleared_at": office.clock.now()}
        return changed(change_draft(connection, office, caller, draft, "cleared", values))

    return await office.perform(caller, "clear", body, outcome=Changed)


def _unread(connection: Connection, draft_id: int, revision: int) -> Draft:
    draft = demand_draft(connection, draft_id, revision=revision)
    if not is_unread(draft):
        raise Refused(Refusal.GONE_ON)
    return draft
