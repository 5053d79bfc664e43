"""Members of whom a file says something else than the roster."""

from collections.abc import Mapping, Sequence

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from bot.organisation.membership.kinds import settle_kinds
from bot.organisation.membership.session_lists import follow, take_off_all
from bot.organisation.names import sort_key
from bot.organisation.roster.difference import Changes
from storage import history
from storage.database import Connection
from storage.organisation import exemptions, memberships, roster_files
from storage.states import ExemptFrom, ExemptReason

# The column of the table behind each field.
_COLUMNS = {
    "name": "full_name",
    "position": "position",
    "kind": "kind",
    "form": "address_form",
    "language": "language",
    "phone": "phone_hash",
}


def apply_changes(connection: Connection, office: Office, caller: Caller, changes: Sequence[Changes]) -> None:
    """Keep what the file says, with a line of history each, and do what follows from kinds and exemptions."""
    if not changes:
        return
    member_ids = [one.member_id for one in changes]
    was = memberships.kinds_of(connection, [one.member_id for one in changes if one.kind is not None])
    roster_files.change_members(connection, {one.member_id: _values(one) for one in changes if _values(one)})
    settle_kinds(connection, office, caller, was=was)
    units = {one.member_id: one.unit_id for one in memberships.placed(connection, member_ids)}
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing="member",
                thing_id=one.member_id,
                from_state="on_roster",
                to_state="changed",
                member_id=one.member_id,
                unit_id=units[one.member_id],
                detail=" ".join(one.fields),
            )
            for one in changes
            if _values(one)
        ),
    )
    begins = {one.member_id: units[one.member_id] for one in changes if one.exempt}
    exempt_from_meetings(connection, office, caller, begins)
    ends = {one.member_id: units[one.member_id] for one in changes if one.exempt is False}
    _end_exemptions(connection, office, caller, ends)


def exempt_from_meetings(
    connection: Connection, office: Office, caller: Caller, units: Mapping[int, int]
) -> None:
    """Let these members (with their units) off meetings until further notice; no file says why."""
    now = office.clock.now()
    for member_id, unit_id in units.items():
        number = exemptions.add(
            connection,
            member_id=member_id,
            exempt_from=ExemptFrom.MEETINGS,
            reason=ExemptReason.OTHER,
            now=now,
            until_at=None,
            granted_by=caller.member_id,
        )
        _note(connection, office, caller, (number, member_id, unit_id), ExemptReason.OTHER, to="granted")
    if units:
        take_off_all(connection, office, caller, member_ids=list(units))


def _end_exemptions(connection: Connection, office: Office, caller: Caller, units: Mapping[int, int]) -> None:
    now = office.clock.now()
    for member_id, unit_id in units.items():
        for found in exemptions.in_force(connection, member_id, now=now):
            if found.exempt_from is ExemptFrom.MEETINGS and exemptions.end(connection, found.id, at=now):
                ended = (found.id, member_id, unit_id)
                _note(connection, office, caller, ended, found.reason, to="ended")
    if units:
        follow(connection, office, caller, units=units)


def _values(one: Changes) -> dict[str, object]:
    values = {_COLUMNS[field]: getattr(one, field) for field in one.fields if field in _COLUMNS}
    if one.name is not None:
        values["sort_key"] = sort_key(one.name)
    return values


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    which: tuple[int, int, int],
    reason: ExemptReason,
    *,
    to: str,
) -> None:
    number, member_id, unit_id = which
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="exemption",
            thing_id=number,
            from_state="" if to == "granted" else "granted",
            to_state=to,
            member_id=member_id,
            unit_id=unit_id,
            detail=f"{ExemptFrom.MEETINGS} {reason}",
        ),
    )
