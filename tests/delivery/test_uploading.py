"""A file goes up once on each connection, and again when its platform has forgotten it."""

from bot.channels.contract import Attached, Outcome, OutcomeKind
from bot.messages.blocks import File, Line, Message, to_json
from bot.office import Office
from storage import files, tables
from storage.database import Connection
from storage.delivery import uploads
from storage.delivery.deliveries import NewDelivery
from storage.states import DeliveryState, Lane, Purpose, Reason, Repeat
from tests.cast import Cast, clock_of
from tests.delivery.scripted import ScriptedChannel, drain, owe, sender
from tests.publication.steps import rows

NAME, CONTENT = "biểu mẫu.docx", b"PK a form"
TOOK = Outcome(OutcomeKind.SENT, message_id="9", file_id="platform-1")
FORGOT = Outcome(OutcomeKind.REFUSED, reason=Reason.FILE_FORGOTTEN)


async def kept(office: Office) -> int:
    def body(connection: Connection) -> int:
        return files.keep(
            connection, CONTENT, media_type="application/x", now=office.clock.now(), until_at=None
        )

    return await office.database.transaction(body)


async def asks_for(office: Office, cast: Cast, file_id: int, *given: str) -> None:
    content = to_json(Message((Line("Tệp kèm"), File(NAME, file_id))))
    for one in given:
        reply = NewDelivery(
            once_key=f"knock:{one}",
            address_id=cast.addresses[one],
            purpose=Purpose.REPLY,
            lane=Lane.REPLY,
            due_at=office.clock.machine(),
            repeat=Repeat.ONCE,
            content=content,
        )
        await owe(office, reply)


async def test_after_the_first_time_the_platforms_own_id_is_sent(office: Office, cast: Cast) -> None:
    file_id, channel = await kept(office), ScriptedChannel()
    channel.script.extend([TOOK])
    await asks_for(office, cast, file_id, "Bình")
    await drain(sender(office, cast, channel))
    await asks_for(office, cast, file_id, "Mai", "An")
    await drain(sender(office, cast, channel))
    by_id = Attached(NAME, "", platform_id="platform-1")
    assert channel.attached == [Attached(NAME, "application/x", CONTENT), by_id, by_id]


async def test_what_the_platform_has_forgotten_goes_up_again(office: Office, cast: Cast) -> None:
    file_id, channel = await kept(office), ScriptedChannel()
    await asks_for(office, cast, file_id, "Bình")
    await office.database.transaction(
        lambda connection: uploads.note(
            connection,
            connection_id=cast.connection_id,
            file_id=file_id,
            platform_id="long ago",
            made_at=office.clock.now(),
        )
    )
    channel.script.extend([FORGOT, TOOK])
    await drain(sender(office, cast, channel))
    clock_of(office).forward(seconds=2)
    await drain(sender(office, cast, channel))
    assert [(one.platform_id, one.content) for one in channel.attached] == [("long ago", b""), ("", CONTENT)]
    (row,) = await rows(office, tables.deliveries)
    assert (row["state"], row["message_id"]) == (DeliveryState.SENT, "9")
    known = await office.database.read(
        lambda connection: uploads.platform_id(connection, connection_id=cast.connection_id, file_id=file_id)
    )
    assert known == "platform-1"


async def test_a_file_that_was_refused_itself_is_not_tried_for_ever(office: Office, cast: Cast) -> None:
    file_id, channel = await kept(office), ScriptedChannel()
    await asks_for(office, cast, file_id, "Bình")
    channel.script.extend([FORGOT])
    await drain(sender(office, cast, channel))
    assert len(channel.sent) == 1
    (row,) = await rows(office, tables.deliveries)
    assert row["state"] is DeliveryState.FAILED


async def test_a_swept_file_takes_its_ids_along(office: Office, cast: Cast) -> None:
    file_id = await kept(office)

    def body(connection: Connection) -> str:
        known = {"connection_id": cast.connection_id, "file_id": file_id}
        uploads.note(connection, **known, platform_id="x", made_at=office.clock.now())
        connection.execute(tables.files.update().values(until_at=office.clock.now()))
        assert files.sweep(connection, now=office.clock.now()) == 1
        return uploads.platform_id(connection, **known)

    assert await office.database.transaction(body) == ""
