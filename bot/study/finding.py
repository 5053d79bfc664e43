"""Finding a session, and asking whether the caller may handle it."""

from datetime import datetime

from bot.access import LEADERS_OF_A_UNIT, Caller, demand
from bot.errors import Refusal, Refused
from storage.database import Connection
from storage.states import SessionState
from storage.study import study
from storage.study.study import Session


def demand_session(connection: Connection, session_id: int) -> Session:
    """The session.

    Raises:
        Refused: NOT_FOUND.
    """
    found = study.session(connection, session_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


def demand_led(connection: Connection, caller: Caller, session_id: int) -> Session:
    """The session, for a secretary or deputy of its unit.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """
    found = demand_session(connection, session_id)
    demand(caller, LEADERS_OF_A_UNIT, unit_id=found.unit_id)
    return found


def demand_plan(connection: Connection, caller: Caller, session_id: int) -> Session:
    """A session that is still being planned.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, GONE_ON when it was announced or given up.
    """
    found = demand_led(connection, caller, session_id)
    if found.state is not SessionState.PLANNED:
        raise Refused(Refusal.GONE_ON)
    return found


def begins(session: Session) -> datetime:
    """When an announced session starts.

    Raises:
        Refused: GONE_ON for one that has no time yet.
    """
    if session.starts_at is None:
        raise Refused(Refusal.GONE_ON)
    return session.starts_at


def ends(session: Session) -> datetime:
    """When an announced session ends; as `begins`."""
    if session.ends_at is None:
        raise Refused(Refusal.GONE_ON)
    return session.ends_at
