"""Which publication a draft takes the place of: chosen, or proposed where its text says so."""

from dataclasses import dataclass

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.draft.drafting import number_key
from bot.publication.draft.drafts import Changed, change_draft, changed, demand_draft
from bot.publication.versions.withdrawing import take_out
from bot.reading import normalise, numbers_replaced
from storage.database import Connection
from storage.publication import document_numbers, publications
from storage.publication.drafts import Draft
from storage.publication.publications import Publication
from storage.states import PublicationState, Role

MOST_OFFERED = 200


@dataclass(frozen=True)
class Replaceable:
    """A publication in force that a draft may take the place of."""

    publication_id: int
    number: str
    title: str


def keys_replaced(body: str) -> list[str]:
    """The keys of the numbers that the text itself says it replaces or withdraws, in order. Pure."""
    return list(dict.fromkeys(number_key(one) for one in numbers_replaced(normalise(body))))


def proposed(connection: Connection, draft: Draft) -> Publication | None:
    """The publication in force that the draft's text says it replaces; None: none, or several might be."""
    if draft.corrects_id is not None or draft.replaces_id is not None:
        return None
    for key in keys_replaced(draft.body):
        if key == draft.number_key:
            continue
        taken = document_numbers.published_with(connection, key)
        if len(taken) == 1 and taken[0].publication_id is not None:
            return publications.publication(connection, taken[0].publication_id)
    return None


async def replaceable(caller: Caller, office: Office) -> tuple[Replaceable, ...]:
    """What is in force, the newest first.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> tuple[Replaceable, ...]:
        found = publications.in_force(connection, before_id=None, limit=MOST_OFFERED)
        return tuple(Replaceable(one.id, one.number, one.title) for one in found)

    return await office.database.read(body)


async def set_replaced(
    caller: Caller, office: Office, *, draft_id: int, publication_id: int | None
) -> Changed:
    """Let the draft take the place of that publication when it goes out; None: of none.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN; GONE_ON (the draft is no longer open, or corrects one).
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> Changed:
        draft = demand_draft(connection, draft_id)
        if draft.corrects_id is not None:
            raise Refused(Refusal.GONE_ON)
        if publication_id is not None:
            found = publications.publication(connection, publication_id)
            if found is None:
                raise Refused(Refusal.NOT_FOUND)
            if found.state is PublicationState.WITHDRAWN:
                raise Refused(Refusal.WITHDRAWN)
        values = {"replaces_id": publication_id}
        return changed(change_draft(connection, office, caller, draft, "replaces_id", values))

    return await office.perform(caller, "set replaced", body, outcome=Changed)


def replace(connection: Connection, office: Office, caller: Caller, *, publication_id: int, by: int) -> None:
    """Withdraw the old one because the new one has gone out, in the transaction of that, and after its cards.

    What was withdrawn in the meantime stays so.
    """
    found = publications.publication(connection, publication_id)
    if found is None or found.state is PublicationState.WITHDRAWN:
        return
    take_out(connection, office, caller, found, replaced_by=by)
