"""What is kept of a file until somebody decides, and the roster with which it is compared."""

from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.roster.comparing import compare
from bot.organisation.roster.difference import Difference, Listed, Place
from bot.organisation.roster.lines import RosterLine, Unclear
from storage.database import Connection
from storage.organisation import organisation, people, roster_files
from storage.organisation.roster_files import Import
from storage.states import Role


@dataclass(frozen=True)
class Plan:
    """The lines and all that `bot.organisation.roster.reading.RosterFile` says beside them.

    Args:
        opens_units: whether units that are not there are to be opened.
        sent_by: the member who sent the file.
    """

    lines: tuple[RosterLine, ...]
    misread: tuple[Unclear, ...]
    noted: tuple[Unclear, ...]
    left_out: tuple[str, ...]
    sheet: str
    other_sheets: tuple[str, ...]
    opens_units: bool = False
    sent_by: int | None = None


_PLAN = TypeAdapter(Plan)


def written(plan: Plan) -> str:
    """The plan as JSON text."""
    return _PLAN.dump_json(plan).decode()


def plan_of(found: Import | None) -> tuple[Import, Plan]:
    """The file and its plan, if it still waits.

    Raises:
        Refused: as `demand_waiting`.
    """
    waiting = demand_waiting(found)
    try:
        return waiting, _PLAN.validate_json(waiting.difference)
    except ValidationError:
        # Kept by another version; the library's own error would quote names.
        raise Refused(Refusal.ROSTER_LAPSED) from None


@dataclass(frozen=True)
class Roster:
    """Everybody on the roster and the open units, at one moment; equal where a file would do the same."""

    members: tuple[Listed, ...]
    places: tuple[Place, ...]


def roster_now(connection: Connection, office: Office) -> Roster:
    """The roster as it is at this moment."""
    return Roster(tuple(listed(connection, office)), tuple(open_places(connection, office)))


@dataclass(frozen=True)
class Standing:
    """The roster as it stands, and what the plan would change of it."""

    found: Import
    plan: Plan
    roster: Roster
    difference: Difference


def stand(found: Import | None, roster: Roster) -> Standing:
    """Compare the file with the roster; for thousands of lines it takes a second, so not on the event loop.

    Raises:
        Refused: as `plan_of`.
    """
    kept, plan = plan_of(found)
    difference = compare(
        plan.lines,
        members=roster.members,
        places=roster.places,
        opens_units=plan.opens_units,
        misread=plan.misread,
        own=plan.sent_by,
    )
    return Standing(kept, plan, roster, difference)


def demand_waiting(found: Import | None) -> Import:
    """The file, if it still waits.

    Raises:
        Refused: NOT_FOUND; ROSTER_LAPSED, when it was applied, dropped, or has lapsed.
    """
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    if found.state not in roster_files.OPEN or not found.difference:
        raise Refused(Refusal.ROSTER_LAPSED)
    return found


def listed(connection: Connection, office: Office) -> list[Listed]:
    """Everybody on the roster, by given name."""
    now = office.clock.now()
    admins = {member_id for member_id, _ in people.holders(connection, [Role.ADMIN], now=now)}
    return [
        Listed(
            id=one.id,
            name=one.full_name,
            unit_id=one.unit_id,
            position=one.position,
            kind=one.kind,
            form=one.address_form,
            language=one.language,
            phone=one.phone_hash,
            exempt=one.exempt,
            is_exempt_wholly=one.is_exempt_wholly,
            keeps_the_roster=one.id in admins,
        )
        for one in roster_files.on_roster(connection, now=now)
    ]


def open_places(connection: Connection, office: Office) -> list[Place]:
    """The units that are open today, in protocol order."""
    today = office.clock.now().astimezone(office.zone).date()
    units = organisation.units_in_order(connection, on=today)
    names = {unit.id: unit.name for unit in units}
    return [Place(unit.id, unit.name, unit.short_name, names.get(unit.parent_id or 0, "")) for unit in units]
