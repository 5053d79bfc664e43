"""Units that a file names and that are not there yet."""

from collections.abc import Sequence

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.organisation import organisation, units
from storage.organisation.organisation import Unit
from storage.states import UnitKind


def open_branches(
    connection: Connection, office: Office, caller: Caller, names: Sequence[str]
) -> dict[str, int]:
    """Open each as a branch beside the branches that there are; returns their numbers by name."""
    if not names:
        return {}
    units.hold_tree(connection)
    today = office.clock.now().astimezone(office.zone).date()
    above = _above(organisation.units_in_order(connection, on=today))
    opened: dict[str, int] = {}
    for name in names:
        opened[name] = organisation.add_unit(
            connection,
            kind=UnitKind.BRANCH,
            name=name,
            short_name=name,
            parent_id=above,
            opened_on=today,
        )
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing="unit",
                thing_id=unit_id,
                from_state="",
                to_state="open",
                unit_id=unit_id,
            )
            for unit_id in opened.values()
        ),
    )
    return opened


def _above(tree: Sequence[Unit]) -> int | None:
    """The unit under which the last branch hangs; without one, the top of the tree."""
    branches = [unit for unit in tree if unit.kind is UnitKind.BRANCH]
    if branches:
        return branches[-1].parent_id
    return tree[0].id if tree else None
