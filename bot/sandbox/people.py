"""Whom the page can act as."""

from dataclasses import dataclass

from bot.office import Office
from bot.sandbox.guarding import demand_sandbox
from storage import sandbox
from storage.database import Connection
from storage.organisation import organisation
from storage.organisation import people as roster
from storage.sandbox import PageAddress
from storage.states import MemberKind, Role
from storage.web_inbox import web_messages


@dataclass(frozen=True)
class Person:
    """One line of the choice.

    Args:
        position: as the roster words it, else empty.
        roles: in force now, for where the position is empty.
        can_act: has a conversation on the page.
        newest: the number of the newest message in it (0: none yet).
    """

    member_id: int
    full_name: str
    kind: MemberKind
    position: str
    roles: tuple[Role, ...]
    can_act: bool
    on_paper: bool
    newest: int


@dataclass(frozen=True)
class UnitPeople:
    """A unit and who is in it, by given name."""

    name: str
    people: tuple[Person, ...]


async def people(office: Office, *, connection_id: int) -> tuple[UnitPeople, ...]:
    """Everybody on the roster by unit, in protocol order; units without members are left out.

    Raises:
        Refused: NOT_ALLOWED where this is no sandbox.
    """

    def body(connection: Connection) -> tuple[UnitPeople, ...]:
        demand_sandbox(connection)
        pages = {page.member_id: page for page in sandbox.page_addresses(connection, connection_id)}
        newest = web_messages.newest(connection, [page.id for page in pages.values()])
        members = roster.members_of(connection, None)
        return tuple(
            UnitPeople(
                unit.name,
                tuple(
                    _person(connection, office, member, pages.get(member.id), newest)
                    for member in members
                    if member.unit_id == unit.id
                ),
            )
            for unit in organisation.units_in_order(connection)
            if any(member.unit_id == unit.id for member in members)
        )

    return await office.database.read(body)


def _person(
    connection: Connection,
    office: Office,
    member: roster.Member,
    page: PageAddress | None,
    newest: dict[int, int],
) -> Person:
    held = roster.roles_of(connection, member.id, now=office.clock.now())
    return Person(
        member_id=member.id,
        full_name=member.full_name,
        kind=member.kind,
        position=member.position,
        roles=tuple(one.role for one in held),
        can_act=page is not None,
        on_paper=member.on_paper,
        newest=newest.get(page.id, 0) if page else 0,
    )
