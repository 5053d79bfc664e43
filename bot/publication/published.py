"""Questions about publications, for the rooms above and for members."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import SEE_TOTALS, Caller, Door, demand_member
from bot.errors import Refusal, Refused
from bot.messages.blocks import Message
from bot.office import Office
from bot.publication.cards import card
from storage import audiences, obligations, publications
from storage.database import Connection
from storage.publications import Publication
from storage.states import Kind, PublicationState, Scope

MOST_LISTED = 20
_PAGE = 100

__all__ = ["FullText", "InForce", "Publication", "full_text", "in_force_for", "member_card", "publication"]


def publication(connection: Connection, publication_id: int) -> Publication | None:
    """The publication with its newest version, withdrawn or not."""
    return publications.publication(connection, publication_id)


@dataclass(frozen=True)
class InForce:
    """One line of the list of what is in force."""

    publication_id: int
    kind: Kind
    number: str
    title: str
    published_at: datetime
    due_at: datetime | None


async def in_force_for(caller: Caller, office: Office, *, limit: int = MOST_LISTED) -> tuple[InForce, ...]:
    """The publications in force that are for the caller, the newest first.

    Raises:
        Refused: NOT_ALLOWED, when no member calls.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> tuple[InForce, ...]:
        return tuple(_in_force(found) for found in _for_member(connection, member_id, limit))

    return await office.database.read(body)


def _for_member(connection: Connection, member_id: int, limit: int) -> list[Publication]:
    rules: dict[tuple[str, int], bool] = {}
    chosen: list[Publication] = []
    before_id: int | None = None
    while page := publications.in_force(connection, before_id=before_id, limit=_PAGE):
        for found in page:
            if _is_for(connection, found, member_id, rules):
                chosen.append(found)
                if len(chosen) == limit:
                    return chosen
        before_id = page[-1].id
    return chosen


def _is_for(
    connection: Connection, found: Publication, member_id: int, rules: dict[tuple[str, int], bool]
) -> bool:
    rule = (str(found.audience["kind"]), int(found.audience["subject"]))
    if rule not in rules:
        rules[rule] = audiences.covers(connection, *rule, member_id=member_id)
    # The rule may no longer cover somebody of whom it was asked: who moved on keeps it.
    return (
        rules[rule]
        or obligations.of_member(connection, publication_id=found.id, member_id=member_id) is not None
        or publications.had_a_card(connection, publication_id=found.id, member_id=member_id)
    )


def _in_force(found: Publication) -> InForce:
    return InForce(found.id, found.kind, found.number, found.title, found.published_at, found.due_at)


@dataclass(frozen=True)
class FullText:
    """The whole text, as far as it may travel.

    Args:
        body: None in scope nội bộ: no text goes out (design.md section 7).
    """

    publication_id: int
    number: str
    title: str
    body: str | None


async def full_text(caller: Caller, office: Office, *, publication_id: int) -> FullText:
    """The whole text of a publication that is for the caller.

    Raises:
        Refused: NOT_FOUND (also where the caller may not know of it), WITHDRAWN.
    """

    def body(connection: Connection) -> FullText:
        found = _visible(connection, caller, publication_id)
        if found.state is PublicationState.WITHDRAWN:
            raise Refused(Refusal.WITHDRAWN)
        text = found.body if found.scope is Scope.PUBLIC else None
        return FullText(found.id, found.number, found.title, text)

    return await office.database.read(body)


async def member_card(caller: Caller, office: Office, *, publication_id: int) -> Message:
    """The caller's card of the publication as it stands now.

    Raises:
        Refused: NOT_ALLOWED, when no member calls; NOT_FOUND.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Message:
        _visible(connection, caller, publication_id)
        return card(connection, office, publication_id=publication_id, member_id=member_id)

    return await office.database.read(body)


def _visible(connection: Connection, caller: Caller, publication_id: int) -> Publication:
    found = publications.publication(connection, publication_id)
    if found is not None and _may_see(connection, caller, found):
        return found
    raise Refused(Refusal.NOT_FOUND)


def _may_see(connection: Connection, caller: Caller, found: Publication) -> bool:
    if caller.door is Door.COMMAND_LINE or caller.has(SEE_TOTALS):
        return True
    return caller.member_id is not None and _is_for(connection, found, caller.member_id, {})
