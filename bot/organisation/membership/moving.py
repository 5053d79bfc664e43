"""A member moves to another unit: what is open goes along, and both secretaries hear why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.access import Caller
from bot.acknowledgement.passing_on import pass_on
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.membership.ending_roles import end_for_units
from bot.organisation.membership.joining_late import ask_late
from bot.organisation.membership.session_lists import follow
from bot.organisation.membership.telling import tell_leaders
from storage import history
from storage.database import Connection
from storage.delivery import renewals
from storage.organisation import memberships, organisation, roster_news
from storage.organisation.memberships import NewMove, ObligationMove, OpenGrant
from storage.publication import publications
from storage.states import QuestionState

# Members in one statement: engines take only so many parameters.
_AT_ONCE = 500


@dataclass(frozen=True)
class Moved:
    """What a move came to.

    Args:
        members: how many changed their unit; who stood there already is not counted.
        obligations: how many open ones went along.
        asked: how many publications are asked in addition.
        ended: the roles for the old unit, which do not go along.
    """

    members: int
    obligations: int
    asked: int
    ended: tuple[OpenGrant, ...]


@dataclass(frozen=True)
class _Move:
    id: int
    member_id: int
    from_unit_id: int
    to_unit_id: int


def move_member(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member_id: int,
    to_unit_id: int,
    on: date,
    change_id: int | None = None,
) -> Moved:
    """As `move_members`, for one; who may do so is asked by whoever calls this."""
    to_units = {member_id: to_unit_id}
    return move_members(connection, office, caller, to_units=to_units, on=on, change_id=change_id)


def move_members(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    to_units: Mapping[int, int],
    on: date,
    change_id: int | None = None,
) -> Moved:
    """Let each member stand in their new unit, with everything that follows, in the caller's transaction.

    Open obligations and questions go along; what is in force for the new unit is asked as "joined later";
    invitations to sessions ahead follow the unit; roles for the old unit end. Each secretary of an old or
    new unit is told once, whatever the number of members.

    Args:
        connection: an open transaction.
        office: the office.
        caller: who did it; it stands in history and gets no news of it.
        to_units: the new unit of each member; who stands there already is left alone.
        on: the office day from which it holds.
        change_id: the merging of units that brought it about.

    Raises:
        Refused: NOT_FOUND (no such member on the roster, no such unit), NOT_OPEN_THEN.
    """
    # Before any row is held: who applies a roster file holds this first, too.
    publications.one_at_a_time(connection)
    for unit_id in set(to_units.values()):
        _demand_open(connection, unit_id, on=on)
    now = office.clock.now()
    moves: list[_Move] = []
    going: list[ObligationMove] = []
    ended: list[OpenGrant] = []
    for some in _batches(sorted(to_units)):
        made = _place(connection, caller, {one: to_units[one] for one in some}, on, change_id, now)
        _note_members(connection, office, caller, made)
        going += _take_obligations_along(connection, office, caller, made, now=now)
        _take_questions_along(connection, office, caller, made)
        left = {move.member_id: move.from_unit_id for move in made}
        ended += end_for_units(connection, office, caller, left=left)
        moves += made
    if not moves:
        return Moved(0, 0, 0, ())
    follow(connection, office, caller, units={move.member_id: move.to_unit_id for move in moves})
    asked = ask_late(connection, office, caller, member_ids=[move.member_id for move in moves], now=now)
    renewals.progress(
        connection,
        publication_ids=sorted({one.publication_id for one in going}),
        now=office.clock.machine(),
    )
    _tell(connection, office, caller, moves, change_id=change_id)
    return Moved(len(moves), len(going), asked, tuple(ended))


def _demand_open(connection: Connection, unit_id: int, *, on: date) -> None:
    unit = organisation.unit(connection, unit_id)
    if unit is None:
        raise Refused(Refusal.NOT_FOUND)
    if unit.closed_on is not None and unit.closed_on <= on:
        raise Refused(Refusal.NOT_OPEN_THEN, name=unit.name)


def _batches(member_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(member_ids), _AT_ONCE):
        yield member_ids[start : start + _AT_ONCE]


def _place(
    connection: Connection,
    caller: Caller,
    to_units: Mapping[int, int],
    on: date,
    change_id: int | None,
    now: datetime,
) -> list[_Move]:
    placed = memberships.placed(connection, list(to_units))
    if len(placed) < len(to_units):
        raise Refused(Refusal.NOT_FOUND)
    leaving = [one for one in placed if one.unit_id != to_units[one.member_id]]
    if not leaving:
        return []
    rows = [
        NewMove(one.member_id, one.unit_id, to_units[one.member_id], on, now, caller.member_id, change_id)
        for one in leaving
    ]
    numbers = memberships.add_moves(connection, rows)
    for unit_id in {row.to_unit_id for row in rows}:
        coming = [row.member_id for row in rows if row.to_unit_id == unit_id]
        memberships.place(connection, coming, unit_id=unit_id)
    return [
        _Move(number, row.member_id, row.from_unit_id, row.to_unit_id)
        for number, row in zip(numbers, rows, strict=True)
    ]


def _note_members(connection: Connection, office: Office, caller: Caller, moves: Sequence[_Move]) -> None:
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing="member",
                thing_id=move.member_id,
                from_state="on_roster",
                to_state="moved",
                member_id=move.member_id,
                unit_id=move.to_unit_id,
                detail=str(move.from_unit_id),
            )
            for move in moves
        ),
    )


def _take_obligations_along(
    connection: Connection, office: Office, caller: Caller, moves: Sequence[_Move], *, now: datetime
) -> list[ObligationMove]:
    by_member = {move.member_id: move for move in moves}
    found = [
        one
        for one in memberships.open_of(connection, list(by_member))
        if one.unit_id != by_member[one.member_id].to_unit_id
    ]
    going = [
        ObligationMove(
            obligation_id=one.id,
            publication_id=one.publication_id,
            member_id=one.member_id,
            from_unit_id=one.unit_id,
            to_unit_id=by_member[one.member_id].to_unit_id,
            move_id=by_member[one.member_id].id,
            moved_at=now,
        )
        for one in found
    ]
    memberships.move_obligations(connection, going)
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing="obligation",
                thing_id=one.id,
                from_state=one.state,
                to_state=one.state,
                publication_id=one.publication_id,
                member_id=one.member_id,
                unit_id=by_member[one.member_id].to_unit_id,
                version=one.version,
                detail="moved",
            )
            for one in found
        ),
    )
    return going


def _take_questions_along(
    connection: Connection, office: Office, caller: Caller, moves: Sequence[_Move]
) -> None:
    for unit_id in {move.to_unit_id for move in moves}:
        coming = [move.member_id for move in moves if move.to_unit_id == unit_id]
        for one in memberships.move_questions(connection, coming, unit_id=unit_id):
            history.append(
                connection,
                entry(
                    caller,
                    office,
                    thing="question",
                    thing_id=one.id,
                    from_state=QuestionState.WAITING,
                    to_state=QuestionState.WAITING,
                    publication_id=one.publication_id,
                    member_id=one.member_id,
                    unit_id=unit_id,
                    detail="moved",
                ),
            )
            found = publications.publication(connection, one.publication_id)
            if found is not None:
                pass_on(connection, office, found, one.id, unit_id=unit_id, asker_id=one.member_id)


def _tell(
    connection: Connection, office: Office, caller: Caller, moves: Sequence[_Move], *, change_id: int | None
) -> None:
    numbers = [move.id for move in moves]
    first, last = min(numbers), max(numbers)
    if change_id is not None:
        # Nobody spoke to them about it, as is done with who moves by themselves.
        roster_news.tell_moved(
            connection, first=first, last=last, change_id=change_id, machine=office.clock.machine()
        )
    tell_leaders(
        connection,
        office,
        caller,
        news=f"roster:moved:{first}-{last}",
        unit_ids={unit for move in moves for unit in (move.from_unit_id, move.to_unit_id)},
        about={move.member_id for move in moves},
    )
