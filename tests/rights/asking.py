"""What the tests of rights look up again and again."""

from datetime import timedelta

from bot.delivery.composing import Skip
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.callers import grants_of
from bot.organisation.rights.telling import compose_role_news
from storage import tables
from storage.database import Connection
from storage.delivery import claims
from storage.delivery.claims import Wanted
from storage.organisation import grants
from storage.states import Lane, Purpose, Role, Urgency

_LEASE = timedelta(minutes=1)


async def roles(office: Office, member_id: int) -> set[Role]:
    """The roles in force now."""

    def body(connection: Connection) -> set[Role]:
        return {one.role for one in grants_of(connection, office, member_id=member_id)}

    return await office.database.read(body)


async def held(office: Office, member_id: int) -> list[grants.RoleGrant]:
    """The grants in force or still to come."""

    def body(connection: Connection) -> list[grants.RoleGrant]:
        return grants.of_member(connection, member_id, now=office.clock.now())

    return await office.database.read(body)


async def deliveries_to(office: Office, member_id: int) -> list[str]:
    """What the member is told about roles, as it would go out now; an empty text is skipped."""

    def body(connection: Connection) -> list[str]:
        table = tables.deliveries
        question = table.select().where(table.c.purpose == Purpose.ROLE_NEWS, table.c.member_id == member_id)
        connection_ids = {row.connection_id for row in connection.execute(question)}
        told = []
        for connection_id in connection_ids:
            wanted = Wanted(
                connection_id,
                Lane.BROADCAST,
                tuple(Urgency),
                100,
                now=office.clock.machine(),
                office_now=office.clock.now(),
            )
            claimed = claims.claim(connection, wanted, worker="test", lease=_LEASE, paced=False)
            for one in claimed:
                if one.purpose is Purpose.ROLE_NEWS and one.member_id == member_id:
                    message = compose_role_news(connection, office, one)
                    told.append("" if isinstance(message, Skip) else visible_text(message))
        connection.rollback()
        return told

    return await office.database.transaction(body)
