"""Questions about publications, for the rooms above and for members."""

from dataclasses import dataclass

from bot.access import SEE_TOTALS, Caller, Door, demand_member
from bot.errors import Refusal, Refused
from bot.messages.blocks import Message
from bot.office import Office
from bot.publication.member.attached import files_of
from bot.publication.member.cards import card
from storage.acknowledgement import obligations, task_takers
from storage.audience import audiences
from storage.audience.rules import Audience
from storage.database import Connection
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import PublicationState, Scope

__all__ = [
    "FullText",
    "Publication",
    "demand_visible",
    "full_text",
    "is_for",
    "may_see",
    "member_card",
    "publication",
]


def publication(connection: Connection, publication_id: int) -> Publication | None:
    """The publication with its newest version, withdrawn or not."""
    return publications.publication(connection, publication_id)


def is_for(
    connection: Connection, office: Office, found: Publication, member_id: int, rules: dict[Audience, bool]
) -> bool:
    """Whether the publication is for this member; `rules` keeps what was found of each rule."""
    rule = Audience.of(found.audience)
    if rule not in rules:
        rules[rule] = audiences.covers(connection, rule, member_id=member_id, now=office.clock.now())
    # The rule may no longer cover somebody of whom it was asked: who moved on keeps it.
    return (
        rules[rule]
        or obligations.of_member(connection, publication_id=found.id, member_id=member_id) is not None
        or publications.had_a_card(connection, publication_id=found.id, member_id=member_id)
    )


@dataclass(frozen=True)
class FullText:
    """The whole text, as far as it may travel.

    Args:
        body: None in scope nội bộ: no text goes out (design.md section 7).
        has_files: files go along with it.
    """

    publication_id: int
    number: str
    title: str
    body: str | None
    has_files: bool = False


async def full_text(caller: Caller, office: Office, *, publication_id: int) -> FullText:
    """The whole text of a publication that is for the caller.

    Raises:
        Refused: NOT_FOUND (also where the caller may not know of it), WITHDRAWN.
    """

    def body(connection: Connection) -> FullText:
        found = demand_visible(connection, office, caller, publication_id)
        if found.state is PublicationState.WITHDRAWN:
            raise Refused(Refusal.WITHDRAWN)
        text = found.body if found.scope is Scope.PUBLIC else None
        return FullText(found.id, found.number, found.title, text, bool(files_of(connection, found)))

    return await office.database.read(body)


async def member_card(caller: Caller, office: Office, *, publication_id: int) -> Message:
    """The caller's card of the publication as it stands now.

    Raises:
        Refused: NOT_ALLOWED, when no member calls; NOT_FOUND.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Message:
        demand_visible(connection, office, caller, publication_id)
        return card(connection, office, publication_id=publication_id, member_id=member_id)

    return await office.database.read(body)


def demand_visible(
    connection: Connection, office: Office, caller: Caller, publication_id: int
) -> Publication:
    """The publication, withdrawn or not, if it is for the caller.

    Raises:
        Refused: NOT_FOUND, also where they may not know of it.
    """
    found = publications.publication(connection, publication_id)
    if found is not None and may_see(connection, office, caller, found):
        return found
    raise Refused(Refusal.NOT_FOUND)


def may_see(
    connection: Connection,
    office: Office,
    caller: Caller,
    found: Publication,
    rules: dict[Audience, bool] | None = None,
) -> bool:
    """Whether the caller may know of the publication; `rules` as above, where many are looked at."""
    if caller.door is Door.COMMAND_LINE or caller.has(SEE_TOTALS):
        return True
    if caller.member_id is None:
        return False
    if task_takers.of_member(connection, publication_id=found.id, member_id=caller.member_id):
        return True
    return is_for(connection, office, found, caller.member_id, {} if rules is None else rules)
