"""What becomes of a unit's study sessions when it ends, and when it is opened again."""

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.delivery import deliveries
from storage.organisation.unit_changes import ChangeRow
from storage.states import Reason, SessionState
from storage.study import session_lists, study
from storage.study.study import Session

THING = "study_session"
MOVED = "moved"


def give_sessions(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    unit_id: int,
    target_id: int | None,
    change_id: int,
) -> None:
    """Hand the unit's sessions that are still ahead, or being planned, to the unit into which it goes.

    Whoever was invited stays so. A unit without a target stands empty, so that nobody is invited any more:
    its sessions are called off.
    """
    for session in session_lists.open_of(connection, [unit_id], now=office.clock.now()):
        if target_id is None:
            _call_off(connection, office, caller, session, change_id)
        else:
            _hand(connection, office, caller, session, to=target_id, change_id=change_id)


def take_sessions_back(
    connection: Connection, office: Office, caller: Caller, ended: ChangeRow, *, unit_id: int, change_id: int
) -> None:
    """Hand back what that end of the unit handed on and what is still where it went."""
    if ended.target_id is None:
        return
    given = session_lists.given_by(connection, thing=THING, to_state=MOVED, detail=str(ended.id))
    for session in session_lists.open_of(connection, [ended.target_id], now=office.clock.now()):
        if session.id in given:
            _hand(connection, office, caller, session, to=unit_id, change_id=change_id)


def _hand(
    connection: Connection, office: Office, caller: Caller, session: Session, *, to: int, change_id: int
) -> None:
    study.change(connection, session, unit_id=to)
    _note(connection, office, caller, session, MOVED, unit_id=to, change_id=change_id)


def _call_off(
    connection: Connection, office: Office, caller: Caller, session: Session, change_id: int
) -> None:
    study.change(connection, session, state=SessionState.CANCELLED)
    deliveries.call_off(connection, reason=Reason.CHANGED, now=office.clock.now(), session_id=session.id)
    state = SessionState.CANCELLED
    _note(connection, office, caller, session, state, unit_id=session.unit_id, change_id=change_id)


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    session: Session,
    to_state: str,
    *,
    unit_id: int,
    change_id: int,
) -> None:
    line = entry(
        caller,
        office,
        thing=THING,
        thing_id=session.id,
        from_state=session.state,
        to_state=to_state,
        unit_id=unit_id,
        version=session.revision,
        detail=str(change_id),
    )
    history.append(connection, line)
