"""What somebody may see and do about a publication's progress (design.md section 8)."""

from dataclasses import dataclass

from bot.access import SEE_NAMES_LOGGED, Caller, Door, units_with_names, units_with_totals
from bot.chasing.asking_again import units_to_remind
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.callers import grants_of
from storage import history
from storage.database import Connection
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import Role

Seen = frozenset[int] | None
"""Units; None means every unit."""


@dataclass(frozen=True)
class Sight:
    """Of which units one sees totals and names, in which one may remind; whether one may resume."""

    totals: Seen
    names: Seen
    remind: Seen
    resumes: bool


def demand_sight(caller: Caller) -> Sight:
    """What the caller may see.

    Raises:
        Refused: NOT_ALLOWED, when there is nothing.
    """
    sight = Sight(
        units_with_totals(caller),
        units_with_names(caller),
        units_to_remind(caller),
        caller.has({Role.CLERK}),
    )
    if not _is_any(sight.totals):
        raise Refused(Refusal.NOT_ALLOWED)
    return sight


def demand_names(caller: Caller, *, unit_id: int = 0) -> Seen:
    """The units whose names the caller may see: all they may, or the one that is named.

    Raises:
        Refused: NOT_ALLOWED.
    """
    names = demand_sight(caller).names
    if not unit_id and _is_any(names):
        return names
    if unit_id and (names is None or unit_id in names):
        return frozenset({unit_id})
    raise Refused(Refusal.NOT_ALLOWED)


def _is_any(units: Seen) -> bool:
    return units is None or bool(units)


def demand_publication(connection: Connection, publication_id: int) -> Publication:
    """The publication, withdrawn or not.

    Raises:
        Refused: NOT_FOUND, also when it asks for no acknowledgement.
    """
    found = publications.publication(connection, publication_id)
    if found is None or not found.asks_acknowledgement:
        raise Refused(Refusal.NOT_FOUND)
    return found


def caller_for(connection: Connection, office: Office, member_id: int) -> Caller:
    """The member as a caller, for a card that is composed without a knock."""
    grants = grants_of(connection, office, member_id=member_id)
    return Caller(member_id=member_id, door=Door.CLOCK, grants=grants)


async def log_names(
    caller: Caller, office: Office, *, publication_id: int, units: Seen, unit_id: int = 0, shown_in: str
) -> None:
    """Write into history that a committee leader looks at names beyond the units they lead themselves.

    Args:
        caller: who looks.
        office: whose history.
        publication_id: about which publication.
        units: whose names.
        unit_id: the one unit that was chosen, or 0.
        shown_in: a word: "outstanding", "call" or "report".
    """
    if caller.door is Door.COMMAND_LINE or not _only_as_committee_leader(caller, units):
        return

    def body(connection: Connection) -> None:
        line = entry(
            caller,
            office,
            thing="names",
            thing_id=publication_id,
            from_state="",
            to_state="seen",
            publication_id=publication_id,
            unit_id=unit_id or None,
            detail=shown_in,
        )
        history.append(connection, line)

    await office.perform(caller, f"names {shown_in}", body, outcome=type(None))


def _only_as_committee_leader(caller: Caller, units: Seen) -> bool:
    others = tuple(grant for grant in caller.grants if grant.role not in SEE_NAMES_LOGGED)
    otherwise = units_with_names(Caller(caller.member_id, caller.door, others))
    if otherwise is None:
        return False
    return units is None or not units <= otherwise
