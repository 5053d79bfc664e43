"""Telling a person of a role they were given or that ends."""

from enum import IntEnum

from bot.delivery.composing import ComposeTable, Skip
from bot.delivery.queueing import to_member
from bot.messages.blocks import Bold, Line, Message
from bot.office import Office
from bot.texts import rights as texts
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.claims import Claimed
from storage.organisation import grants, organisation, people
from storage.states import Purpose, Reason, Repeat


class News(IntEnum):
    """What is told; it stands in the delivery's version."""

    GIVEN = 1
    ENDED = 2


def tell(connection: Connection, office: Office, *, grant_id: int, member_id: int, news: News) -> bool:
    """Queue word for the person, within the sending hours; whether there is an address."""
    moment = office.clock.now().isoformat()
    return to_member(
        connection,
        office,
        member_id=member_id,
        once_key=f"role:{grant_id}:m{member_id}:{news.name.lower()}:{moment}",
        purpose=Purpose.ROLE_NEWS,
        repeat=Repeat.ONCE,
        rank=deliveries.RANK_PROGRESS,
        subject=grant_id,
        version=news,
    )


def compose_role_news(connection: Connection, office: Office, claimed: Claimed) -> Message | Skip:
    """How it stands with the role now; nothing when that is no longer the news."""
    member = people.member(connection, claimed.member_id) if claimed.member_id else None
    if member is None or member.left_at is not None or claimed.owner_id != claimed.member_id:
        return Skip(Reason.LEFT)
    if member.on_paper:
        return Skip(Reason.NO_CONSENT)
    grant = grants.find(connection, claimed.subject or 0)
    unit = None if grant is None else organisation.unit(connection, grant.unit_id)
    if grant is None or unit is None or grant.member_id != member.id:
        return Skip(Reason.CHANGED)
    now = office.clock.now()
    is_over = grant.until_at is not None and grant.until_at <= now
    if claimed.version == News.GIVEN and is_over:
        return Skip(Reason.CHANGED)
    if claimed.version == News.ENDED and grant.until_at is None:
        return Skip(Reason.CHANGED)
    told = texts.told_given if claimed.version == News.GIVEN else texts.told_ended
    lines = told(
        address_form=member.address_form,
        given_name=member.given_name,
        role=grant.role,
        unit_name=unit.name,
        from_at=grant.from_at,
        until_at=grant.until_at,
        now=now,
        zone=office.zone,
    )
    return Message((Bold(texts.TOLD_TITLE), *map(Line, lines)))


COMPOSERS: ComposeTable = {Purpose.ROLE_NEWS: compose_role_news}
