"""Applying what a file would change, all of it or a part, in one transaction."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.access import Caller, demand
from bot.office import Office
from bot.organisation.membership.leaving import leave_together
from bot.organisation.membership.moving import move_members
from bot.organisation.roster.changing import apply_changes
from bot.organisation.roster.difference import Changes, Difference, Joins, Leaves, Moves, Part
from bot.organisation.roster.importing import note
from bot.organisation.roster.opening_units import open_branches
from bot.organisation.roster.plans import Roster, Standing, demand_waiting, roster_now, stand
from bot.organisation.roster.taking_on import take_on
from bot.texts.roster import LEFT_BECAUSE
from storage.database import Connection
from storage.organisation import roster_files
from storage.organisation.roster_files import Import
from storage.publication import publications
from storage.states import ImportState, Role

Told = Callable[[int, int], object]
"""Told how many of how many are done."""


@dataclass(frozen=True)
class Applied:
    """What was done.

    Args:
        moved_on: nothing, because the roster has changed since the difference was shown.
        is_done: nothing is left that would change.
    """

    moved_on: bool = False
    joined: int = 0
    moved: int = 0
    changed: int = 0
    left: int = 0
    opened: int = 0
    is_done: bool = False


@dataclass(frozen=True)
class _Chosen:
    joined: Sequence[Joins] = ()
    moved: Sequence[Moves] = ()
    changed: Sequence[Changes] = ()
    left: Sequence[Leaves] = ()

    @property
    def amount(self) -> int:
        """How many changes."""
        return sum(map(len, (self.joined, self.moved, self.changed, self.left)))

    @property
    def opens(self) -> list[str]:
        """The units that have to be there first, in the order of the file."""
        named = [*(one.opens for one in self.joined), *(one.opens for one in self.moved)]
        return list(dict.fromkeys(filter(None, named)))


async def apply_part(
    caller: Caller,
    office: Office,
    *,
    import_id: int,
    seen: int,
    parts: Sequence[Part] = (Part.ALL,),
    told: Told | None = None,
) -> Applied:
    """Change the roster as was shown; where the file would change anything else by now, nothing is done.

    Args:
        caller: an admin, or the command line.
        office: the office.
        import_id: of the file, see `bot.organisation.roster.importing.show_file`.
        seen: the checksum of the difference that the caller decides upon.
        parts: which; ALL leaves out those of units of which more than a third would leave (EMPTIED).
        told: told how far it is; from another thread.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, ROSTER_LAPSED.
    """
    demand(caller, {Role.ADMIN})
    standing = await _standing(office, import_id)

    def body(connection: Connection) -> Applied:
        # No other change of the roster may come between comparing and changing.
        publications.one_at_a_time(connection)
        found = demand_waiting(roster_files.find(connection, import_id))
        if standing is None or standing.difference.checksum != seen:
            return Applied(moved_on=True)
        has_changed = found.difference != standing.found.difference
        if has_changed or roster_now(connection, office) != standing.roster:
            return Applied(moved_on=True)
        chosen = _chosen(standing.difference, parts)
        applied = _apply(connection, office, caller, chosen, told=told)
        is_done = chosen.amount == standing.difference.amount
        state = ImportState.APPLIED if is_done else ImportState.PARTLY
        roster_files.settle(
            connection,
            found.id,
            state=state,
            difference="" if is_done else found.difference,
            applied_by=caller.member_id,
            applied_at=office.clock.now(),
        )
        counted = f"{applied.joined}+{applied.moved}+{applied.changed}+{applied.left}"
        note(connection, office, caller, found.id, found.state, state, detail=counted)
        return replace(applied, is_done=is_done)

    return await office.perform(caller, "apply roster file", body, outcome=Applied)


async def _standing(office: Office, import_id: int) -> Standing | None:
    """The comparison, made before the transaction begins; None where the file waits no longer."""

    def body(connection: Connection) -> tuple[Import | None, Roster]:
        return roster_files.look(connection, import_id), roster_now(connection, office)

    found, roster = await office.database.read(body)
    if found is None or found.state not in roster_files.OPEN:
        # Refused inside, where a knock that is handled twice gets its first outcome instead.
        return None
    return await asyncio.to_thread(stand, found, roster)


def _chosen(difference: Difference, parts: Sequence[Part]) -> _Chosen:
    everything = Part.ALL in parts
    left = difference.left_few if everything or Part.LEFT in parts else ()
    return _Chosen(
        joined=difference.joined if everything or Part.JOINED in parts else (),
        moved=difference.moved if everything or Part.MOVED in parts else (),
        changed=difference.changed if everything or Part.CHANGED in parts else (),
        left=(*left, *(difference.left_many if Part.EMPTIED in parts else ())),
    )


def _apply(
    connection: Connection, office: Office, caller: Caller, chosen: _Chosen, *, told: Told | None
) -> Applied:
    opened = open_branches(connection, office, caller, chosen.opens)
    today = office.clock.now().astimezone(office.zone).date()
    if chosen.moved:
        to_units = {
            one.member_id: opened[one.opens] if one.to_unit_id is None else one.to_unit_id
            for one in chosen.moved
        }
        move_members(connection, office, caller, to_units=to_units, on=today)
    apply_changes(connection, office, caller, chosen.changed)
    take_on(connection, office, caller, chosen.joined, opened=opened, told=told)
    if chosen.left:
        leave_together(
            connection,
            office,
            caller,
            member_ids=[one.member_id for one in chosen.left],
            on=today,
            because=LEFT_BECAUSE,
        )
    return Applied(
        joined=len(chosen.joined),
        moved=len(chosen.moved),
        changed=len(chosen.changed),
        left=len(chosen.left),
        opened=len(opened),
    )
