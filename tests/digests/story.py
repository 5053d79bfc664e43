"""What goes out by topic among the cast, and what the people of these tests get of it."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.audience import Audience, AudienceKind
from bot.chasing.digesting import COMPOSERS, digest_due
from bot.messages.blocks import Message
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.subscriptions import set_rhythm, subscribe
from bot.publication.composers import COMPOSERS as CARDS
from bot.publication.draft.correcting import key_of_typed
from bot.publication.publishing import publish
from storage import tables
from storage.database import Connection
from storage.publication import drafts
from storage.publication.drafts import Content
from storage.states import Kind, PublicationState, Purpose, Rhythm, Scope, Urgency
from tests.cast import START, Cast, clock_of
from tests.delivery.scripted import TABLE, ScriptedChannel, drain, sender

OURS = "Học tập chuyên đề"
"""Free, and nobody takes it who did not ask for it."""
OTHER = "Kết quả hội nghị"
"""Free, and everybody takes it who did not leave it."""
ISSUER = "Minh"


async def published(
    office: Office,
    cast: Cast,
    *,
    topic: str = OURS,
    audience: Audience | None = None,
    number: str = "1-TB/ĐU",
    asks: bool = False,
    urgency: Urgency = Urgency.NORMAL,
    scope: Scope = Scope.PUBLIC,
) -> int:
    """Lan drafted it for the takers of a topic, Minh issues it now."""
    rule = audience or Audience(AudienceKind.TOPIC, cast.topics[topic])
    content = Content(
        kind=Kind.NOTICE,
        type_name="Thông báo",
        number=number,
        number_key=key_of_typed(number),
        title="Kết quả hội nghị tháng 11",
        issuer="Đảng ủy LĐLĐ tỉnh",
        issued_on=START.date(),
        event_on=None,
        chair="",
        main_points=[],
        to_do=[],
        body="Hội nghị đã họp.",
        scope=scope,
        urgency=urgency,
    )

    def body(connection: Connection) -> int:
        draft_id = drafts.add(
            connection,
            content,
            asks_acknowledgement=asks,
            due_at=office.clock.now() + timedelta(days=4) if asks else None,
            unsure=(),
            created_by=cast["Lan"],
            created_at=office.clock.now(),
        )
        values = {"audience": rule.stored()}
        connection.execute(tables.drafts.update().where(tables.drafts.c.id == draft_id).values(values))
        draft = drafts.draft(connection, draft_id)
        assert draft is not None
        return publish(connection, office, cast.caller(ISSUER), draft, approved_by=cast[ISSUER])

    return await office.database.transaction(body)


async def wants(office: Office, cast: Cast, given: str, rhythm: Rhythm, *, topic: str = OURS) -> None:
    """The member takes the topic, in this rhythm."""
    await subscribe(cast.caller(given), office, topic_id=cast.topics[topic])
    await set_rhythm(cast.caller(given), office, topic_id=cast.topics[topic], rhythm=rhythm)


async def sends(office: Office, cast: Cast, channel: ScriptedChannel | None = None) -> ScriptedChannel:
    """Everything that may go out now goes out."""
    channel = channel or ScriptedChannel()
    one = sender(office, cast, channel, per_second=1000, table={**TABLE, **CARDS, **COMPOSERS}, paced=False)
    sent = -1
    while sent < len(channel.sent):
        sent = len(channel.sent)
        await drain(one)
        # Three at once, then the pace wants a moment: the clock of the tests moves only when told.
        clock_of(office).forward(seconds=0.01)
    return channel


async def digests_at(office: Office, cast: Cast, moment: datetime) -> ScriptedChannel:
    """The clock comes to that moment, the rule looks, and what may go out goes out."""
    clock_of(office).set(moment)
    await digest_due(office)
    return await sends(office, cast)


def got(channel: ScriptedChannel, given: str) -> list[str]:
    """What the member received, in order."""
    return [visible_text(message) for chat, message in channel.sent if chat == f"chat-{given}"]


def messages(channel: ScriptedChannel, given: str) -> list[Message]:
    return [message for chat, message in channel.sent if chat == f"chat-{given}"]


async def rows(office: Office, table: sa.Table, **fits: Any) -> list[Any]:
    """The rows with these values, by number."""

    def body(connection: Connection) -> list[Any]:
        question = sa.select(table).where(*(table.c[name] == value for name, value in fits.items()))
        return list(connection.execute(question.order_by(table.c.id)).all())

    return await office.database.read(body)


async def cards_of(office: Office, cast: Cast, given: str) -> list[Any]:
    return await rows(office, tables.deliveries, purpose=Purpose.CARD, member_id=cast[given])


async def change(office: Office, table: sa.Table, row_id: int, **values: Any) -> None:
    """Something changed behind the product's back."""

    def body(connection: Connection) -> None:
        connection.execute(table.update().where(table.c.id == row_id).values(values))

    await office.database.transaction(body)


async def withdraw(office: Office, publication_id: int) -> None:
    await change(office, tables.publications, publication_id, state=PublicationState.WITHDRAWN)
