"""Many people who come onto the roster at once."""

from collections.abc import Callable, Mapping, Sequence

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from bot.organisation.membership.arriving import arrive
from bot.organisation.names import sort_key
from bot.organisation.roster.changing import exempt_from_meetings
from bot.organisation.roster.difference import Joins
from storage import history
from storage.database import Connection
from storage.organisation import roster_files
from storage.organisation.organisation import NewMember


def take_on(
    connection: Connection,
    office: Office,
    caller: Caller,
    joined: Sequence[Joins],
    *,
    opened: Mapping[str, int],
    told: Callable[[int, int], object] | None,
) -> None:
    """Put them onto the roster; they are asked of what is in force and called to the sessions ahead.

    Args:
        connection: an open transaction.
        office: the office.
        caller: who did it.
        joined: who comes.
        opened: the numbers of units that were opened for them, by name.
        told: told how many of them are there.
    """
    new = [_member(office, one, opened) for one in joined]
    units: dict[int, int] = {}
    for numbers in roster_files.add_members(connection, new):
        batch = new[len(units) : len(units) + len(numbers)]
        units |= {member_id: one.unit_id for member_id, one in zip(numbers, batch, strict=True)}
        _note(connection, office, caller, numbers, batch)
        if told is not None:
            told(len(units), len(new))
    let_off = [member_id for member_id, one in zip(units, joined, strict=True) if one.exempt]
    exempt_from_meetings(connection, office, caller, {one: units[one] for one in let_off})
    arrive(connection, office, caller, units=units)


def _member(office: Office, one: Joins, opened: Mapping[str, int]) -> NewMember:
    return NewMember(
        full_name=one.name,
        sort_key=sort_key(one.name),
        unit_id=opened[one.opens] if one.unit_id is None else one.unit_id,
        joined_at=office.clock.now(),
        address_form=one.form,
        kind=one.kind,
        position=one.position,
        language=one.language,
        phone_hash=one.phone,
    )


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    numbers: Sequence[int],
    members: Sequence[NewMember],
) -> None:
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing="member",
                thing_id=member_id,
                from_state="",
                to_state="on_roster",
                member_id=member_id,
                unit_id=member.unit_id,
            )
            for member_id, member in zip(numbers, members, strict=True)
        ),
    )
