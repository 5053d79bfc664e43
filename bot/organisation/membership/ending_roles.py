"""Roles end with what they stood on: the unit that was left, the roster itself."""

from collections.abc import Collection, Mapping, Sequence

from bot.access import LEADERS_OF_A_UNIT, Caller
from bot.office import Office
from bot.organisation.rights import granting, guarding, telling
from bot.organisation.rights.terms import Span
from storage.database import Connection
from storage.organisation import grants, memberships
from storage.organisation.memberships import OpenGrant


def end_for_units(
    connection: Connection, office: Office, caller: Caller, *, left: Mapping[int, int]
) -> list[OpenGrant]:
    """End the roles that these members held for the unit they left; each is told. Others stay.

    What is held at the top (clerk, admin, ...) is held for the whole organisation, not for a unit.
    """
    ended = [
        one
        for one in memberships.grants_of(connection, list(left), now=office.clock.now())
        if one.unit_id == left[one.member_id] and (not one.is_top or one.role in LEADERS_OF_A_UNIT)
    ]
    _end(connection, office, caller, ended, tells=True)
    return ended


def end_all(
    connection: Connection, office: Office, caller: Caller, *, member_ids: Collection[int]
) -> list[OpenGrant]:
    """End every role of these members, who leave.

    Raises:
        Refused: LAST_ADMIN, when nobody else would keep the roster.
    """
    ended = memberships.grants_of(connection, member_ids, now=office.clock.now())
    _end(connection, office, caller, ended, tells=False)
    return ended


def _end(
    connection: Connection, office: Office, caller: Caller, ending: Sequence[OpenGrant], *, tells: bool
) -> None:
    now = office.clock.now()
    for one in ending:
        found = grants.find(connection, one.id)
        if found is None:
            continue
        freed = Span(max(now, found.from_at), found.until_at)
        guarding.demand_admin_remains(connection, office, ending=found, freed=freed)
        granting.close(connection, office, caller, found, until_at=now)
        if tells:
            telling.tell(
                connection, office, grant_id=found.id, member_id=found.member_id, news=telling.News.ENDED
            )
