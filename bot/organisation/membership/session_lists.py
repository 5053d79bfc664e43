"""The lists of sessions still to come follow the roster: who moves, leaves or is exempt."""

from collections.abc import Collection, Iterable, Mapping

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.delivery import deliveries
from storage.organisation import exemptions, people
from storage.states import Answer, Purpose, Reason
from storage.study import session_lists, study
from storage.study.study import Session

_WORD = (Purpose.INVITATION, Purpose.SESSION_CHANGE, Purpose.SESSION_REMINDER)


def follow(connection: Connection, office: Office, caller: Caller, *, units: Mapping[int, int]) -> None:
    """Take each member off the lists of sessions that are not for their unit, and put them on the others.

    Whoever is put on a list gets the invitation when the study room next looks. Who is exempt from meetings
    is put on none.

    Args:
        connection: an open transaction.
        office: the office.
        caller: who made the change.
        units: the unit in which each member stands now.
    """
    now = office.clock.now()
    sessions = study.ahead(connection, now=now)
    if not sessions:
        return
    exempt = exemptions.exempt_from_meetings(connection, now=now)
    for session in sessions:
        below = people.units_below(connection, session.unit_id)
        belong = {one: unit for one, unit in units.items() if unit in below and one not in exempt}
        _take_off(connection, office, caller, session, units.keys() - belong.keys())
        _put_on(connection, office, caller, session, belong)


def take_off_all(
    connection: Connection, office: Office, caller: Caller, *, member_ids: Collection[int]
) -> None:
    """Take these members off the list of every session still to come."""
    for session in study.ahead(connection, now=office.clock.now()):
        _take_off(connection, office, caller, session, member_ids)


def _take_off(
    connection: Connection, office: Office, caller: Caller, session: Session, member_ids: Collection[int]
) -> None:
    there = session_lists.seats(connection, session.id)
    gone = session_lists.uninvite(connection, session.id, there.keys() & set(member_ids))
    for one in gone:
        deliveries.call_off(
            connection,
            reason=Reason.LEFT,
            now=office.clock.now(),
            session_id=session.id,
            member_id=one.member_id,
            purposes=_WORD,
        )
    _note(
        connection,
        office,
        caller,
        session,
        [
            (one.member_id, one.unit_id, one.answer if one.revision == session.revision else Answer.NONE)
            for one in gone
        ],
        to="withdrawn",
    )


def _put_on(
    connection: Connection, office: Office, caller: Caller, session: Session, units: Mapping[int, int]
) -> None:
    there = session_lists.seats(connection, session.id)
    new = {member: unit for member, unit in units.items() if member not in there}
    study.invite(connection, session.id, new.items())
    session_lists.owe_again(connection, session, member_ids=new.keys(), now=office.clock.machine())
    _note(connection, office, caller, session, [(*one, "") for one in new.items()], to="invited")
    for member, unit in units.items():
        if there.get(member, unit) != unit:
            study.answer(connection, session_id=session.id, member_id=member, unit_id=unit)


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    session: Session,
    who: Iterable[tuple[int, int, str]],
    *,
    to: str,
) -> None:
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing="invitee",
                thing_id=session.id,
                from_state=before,
                to_state=to,
                member_id=member_id,
                unit_id=unit_id,
                version=session.revision,
            )
            for member_id, unit_id, before in who
        ),
    )
