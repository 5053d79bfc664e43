"""What the people of these tests do, in one line each; and looking into the tables afterwards."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa

import bot.samples
from bot.audience import Audience, AudienceKind
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Folded, Line, Message
from bot.office import Office
from bot.publication.approval import approving, submitting
from bot.publication.audience import choosing
from bot.publication.draft import drafting
from bot.publication.draft.drafts import Changed
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.publication import drafts
from storage.publication.drafts import Draft
from storage.states import Lane, Purpose, Urgency
from storage.tables import deliveries
from tests.cast import Cast

_SAMPLES = Path(bot.samples.__file__).parent
DIRECTIVE = (_SAMPLES / "ke-hoach-sinh-hoat.txt").read_text(encoding="utf-8")
MEETING = (_SAMPLES / "hoi-nghi-so-ket.txt").read_text(encoding="utf-8")
EVERYONE = Audience(AudienceKind.EVERYONE)


async def drafted(
    office: Office, cast: Cast, *, text: str = DIRECTIVE, audience: Audience = EVERYONE
) -> Changed:
    """Lan has drafted the text for these."""
    begun = await drafting.draft_from_text(cast.caller("Lan"), office, text=text)
    return await choosing.set_audience(
        cast.caller("Lan"), office, draft_id=begun.draft_id, revision=begun.revision, audience=audience
    )


async def submitted(
    office: Office, cast: Cast, *, text: str = DIRECTIVE, audience: Audience = EVERYONE
) -> submitting.Submitted:
    """Lan has handed it in."""
    draft = await drafted(office, cast, text=text, audience=audience)
    return await submitting.submit(
        cast.caller("Lan"), office, draft_id=draft.draft_id, revision=draft.revision
    )


async def published(
    office: Office, cast: Cast, *, text: str = DIRECTIVE, audience: Audience = EVERYONE
) -> int:
    """Minh has approved it; the publication's number."""
    draft = await submitted(office, cast, text=text, audience=audience)
    approved = await approving.approve_now(
        cast.caller("Minh"), office, draft_id=draft.draft_id, revision=draft.revision
    )
    assert approved.publication_id is not None
    return approved.publication_id


async def made_urgent(office: Office, cast: Cast, draft: Changed, urgency: Urgency) -> Changed:
    """Lan has chosen khẩn; for hỏa tốc she is a committee leader as well."""
    lan = cast.caller("Lan")
    leads = replace(lan, grants=(*lan.grants, *cast.grants["Thuận"]))
    return await choosing.set_urgency(
        leads, office, draft_id=draft.draft_id, revision=draft.revision, urgency=urgency
    )


async def draft_of(office: Office, draft_id: int) -> Draft:
    """The row as it stands."""
    found = await office.database.read(lambda connection: drafts.draft(connection, draft_id))
    assert found is not None
    return found


async def rows(office: Office, table: sa.Table, *where: sa.ColumnElement[bool]) -> list[dict[str, Any]]:
    """The rows of a table, by number."""

    def body(connection: Connection) -> list[dict[str, Any]]:
        question = sa.select(table).where(*where).order_by(table.c.id)
        return [dict(row) for row in connection.execute(question).mappings()]

    return await office.database.read(body)


async def execute(office: Office, statement: sa.Executable) -> None:
    """Change something behind the product's back."""

    def body(connection: Connection) -> None:
        connection.execute(statement)

    await office.database.transaction(body)


async def owed(office: Office, purpose: Purpose) -> list[dict[str, Any]]:
    """The deliveries of a purpose."""
    return await rows(office, deliveries, deliveries.c.purpose == purpose)


def claimed(row: dict[str, Any], **more: Any) -> Claimed:
    """The delivery as a worker would hold it."""
    fields = {
        name: row[name]
        for name in Claimed.__dataclass_fields__
        if name in row and name not in ("worker", "lane")
    }
    fields |= {"chat_id": "chat", "is_group": False, "owner_id": row["member_id"], "lane": Lane.BROADCAST}
    return Claimed(**(fields | more))


def words(message: Message) -> str:
    """Everything that can be read in a message."""
    said: list[str] = []
    for block in message.blocks:
        match block:
            case Line(text=text) | Bold(text=text):
                said.append(text)
            case Folded(label=label, text=text):
                said += [label, text]
            case _:
                pass
    return "\n".join(said)


def buttons(message: Message) -> list[Button]:
    """The buttons of a message, from top to bottom."""
    return [
        button
        for block in message.blocks
        if isinstance(block, Buttons)
        for row in block.rows
        for button in row
    ]


def acts(message: Message) -> set[Act]:
    """What the message's buttons ask for."""
    return {button.act for button in buttons(message)}
