"""Another time, another place, or not at all: everybody who was told is told."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.study.finding import begins, demand_led, ends
from bot.study.planning import PLACE_LIMIT, coming_span, one_line
from bot.study.telling import goes_out_at, owe
from storage import history
from storage.database import Connection
from storage.delivery import deliveries
from storage.states import Purpose, Reason, SessionState
from storage.study import study
from storage.study.study import Session, Unsent

_WORD = (Purpose.INVITATION, Purpose.SESSION_CHANGE, Purpose.SESSION_REMINDER)


@dataclass(frozen=True)
class Changed:
    """What a change came to.

    Args:
        changed: False when everything is as it was: then nobody is told.
        was_planned: nobody had been invited yet.
        told: to how many word is on its way.
        goes_at: when it begins to go out.
    """

    changed: bool
    told: int
    goes_at: datetime
    was_planned: bool = False


async def demand_movable(caller: Caller, office: Office, *, session_id: int) -> None:
    """Ask beforehand whether the caller could move the session; refusals as for `reschedule`."""
    await office.database.read(lambda connection: _demand_ahead(connection, office, caller, session_id))


async def demand_cancellable(caller: Caller, office: Office, *, session_id: int) -> SessionState:
    """Ask beforehand whether the caller could call the session off; refusals as for `cancel`.

    Returns:
        The state it is in.
    """
    seen = await office.database.read(lambda connection: demand_led(connection, caller, session_id))
    if seen.state is not SessionState.PLANNED:
        await demand_movable(caller, office, session_id=session_id)
    return seen.state


async def reschedule(caller: Caller, office: Office, *, session_id: int, text: str) -> Changed:
    """Move the session to the day and hours that the text names; without an end it keeps its length.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, NOT_A_DATE, IN_THE_PAST, GONE_ON when it is not announced.
    """

    def body(connection: Connection) -> Changed:
        seen = _demand_ahead(connection, office, caller, session_id)
        starts_at, ends_at = coming_span(office, text, lasts=ends(seen) - begins(seen))
        return _change(connection, office, caller, seen, {"starts_at": starts_at, "ends_at": ends_at})

    return await office.perform(caller, "reschedule_session", body, outcome=Changed)


async def relocate(caller: Caller, office: Office, *, session_id: int, text: str) -> Changed:
    """Move the session to another place.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, EMPTY, TOO_LONG, IN_THE_PAST, GONE_ON when it is not announced.
    """
    place = one_line(text, limit=PLACE_LIMIT)

    def body(connection: Connection) -> Changed:
        seen = _demand_ahead(connection, office, caller, session_id)
        return _change(connection, office, caller, seen, {"place": place})

    return await office.perform(caller, "relocate_session", body, outcome=Changed)


async def cancel(caller: Caller, office: Office, *, session_id: int) -> Changed:
    """Call the session off, or give up one that was only planned.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, IN_THE_PAST, GONE_ON when it is off already.
    """

    def body(connection: Connection) -> Changed:
        seen = demand_led(connection, caller, session_id)
        if seen.state is SessionState.PLANNED:
            _write(connection, office, caller, seen, {"state": SessionState.CANCELLED})
            return Changed(changed=True, told=0, goes_at=office.clock.now(), was_planned=True)
        seen = _demand_ahead(connection, office, caller, session_id)
        return _change(connection, office, caller, seen, {"state": SessionState.CANCELLED})

    return await office.perform(caller, "cancel_session", body, outcome=Changed)


def _demand_ahead(connection: Connection, office: Office, caller: Caller, session_id: int) -> Session:
    """An announced session of the caller's that has not begun."""
    seen = demand_led(connection, caller, session_id)
    if seen.state is not SessionState.ANNOUNCED:
        raise Refused(Refusal.GONE_ON)
    if begins(seen) <= office.clock.now():
        raise Refused(Refusal.IN_THE_PAST)
    return seen


def _change(
    connection: Connection, office: Office, caller: Caller, seen: Session, values: dict[str, Any]
) -> Changed:
    if replace(seen, **values) == seen:
        return Changed(changed=False, told=0, goes_at=office.clock.now())
    now = office.clock.now()
    unsent = {word.member_id: word for word in study.unsent(connection, seen.id)}
    deliveries.call_off(
        connection, reason=Reason.CHANGED, now=office.clock.now(), session_id=seen.id, purposes=_WORD
    )
    session = _write(
        connection, office, caller, seen, values | {"revision": seen.revision + 1, "announced_at": now}
    )
    told = [
        _tell(
            connection, office, session, seen, member_id=listed.member_id, unsent=unsent.get(listed.member_id)
        )
        for listed in study.listed(connection, seen.id)
        if listed.is_reached
    ]
    goes_at = goes_out_at(office, starts_at=min(begins(seen), begins(session)), now=now)
    return Changed(changed=True, told=sum(told), goes_at=goes_at)


def _write(
    connection: Connection, office: Office, caller: Caller, seen: Session, values: dict[str, Any]
) -> Session:
    if not study.change(connection, seen, **values):
        raise Refused(Refusal.GONE_ON)
    session = replace(seen, **values)
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="study_session",
            thing_id=session.id,
            from_state=seen.state,
            to_state=session.state,
            unit_id=session.unit_id,
            version=session.revision,
        ),
    )
    return session


def _tell(
    connection: Connection,
    office: Office,
    session: Session,
    seen: Session,
    *,
    member_id: int,
    unsent: Unsent | None,
) -> bool:
    """Owe the member the change from what they know, which is not always what stood last."""
    never_invited = unsent is not None and unsent.purpose is Purpose.INVITATION
    if never_invited and session.state is SessionState.CANCELLED:
        return False
    known = unsent.subject if unsent is not None else None
    return owe(
        connection,
        office,
        session,
        member_id=member_id,
        purpose=Purpose.INVITATION if never_invited else Purpose.SESSION_CHANGE,
        starts_at=min(begins(seen), begins(session)),
        expires_at=max(begins(seen), begins(session)),
        subject=int(begins(seen).timestamp()) if known is None else known,
    )
