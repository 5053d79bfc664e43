"""What the clerk and the approver do with what is published, in one line each; and looking afterwards."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from bot.acknowledgement.acknowledging import acknowledge
from bot.delivery.composing import Skip
from bot.messages.blocks import Message
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.publication.approval import approving, submitting
from bot.publication.draft.correcting import DraftField, correct
from bot.publication.versions import corrections
from bot.runtime.rooms import COMPOSERS
from storage.database import Connection
from storage.states import DeliveryState, Purpose
from storage.tables import deliveries, obligations
from tests.cast import Cast
from tests.publication.steps import buttons, claimed, draft_of, execute, rows

NOTE = "Hạn nộp báo cáo dời sang 30/11."
TITLE = "Nền nếp sinh hoạt chi bộ quý IV (bản đúng)"


async def corrected(
    office: Office,
    cast: Cast,
    about: int,
    *,
    material: bool = False,
    note: str = NOTE,
    fields: Mapping[DraftField, str] | None = None,
) -> int:
    """Lan has drafted a correction with another title (or these fields); the draft's number."""
    lan = cast.caller("Lan")
    draft_id = await corrections.begin_correction(lan, office, publication_id=about)
    for field, typed in (fields or {DraftField.TITLE: TITLE}).items():
        await correct(
            lan,
            office,
            draft_id=draft_id,
            revision=await revision(office, draft_id),
            field=field,
            typed=typed,
        )
    if material:
        await corrections.toggle_material(
            lan, office, draft_id=draft_id, revision=await revision(office, draft_id)
        )
    if note:
        await corrections.note_change(
            lan, office, draft_id=draft_id, revision=await revision(office, draft_id), typed=note
        )
    return draft_id


async def handed_in(office: Office, cast: Cast, draft_id: int) -> int:
    """Lan has handed it in; its revision."""
    done = await submitting.submit(
        cast.caller("Lan"), office, draft_id=draft_id, revision=await revision(office, draft_id)
    )
    return done.revision


async def amended(
    office: Office,
    cast: Cast,
    about: int,
    *,
    material: bool = False,
    note: str = NOTE,
    fields: Mapping[DraftField, str] | None = None,
) -> int:
    """Minh has approved the correction; the publication's number."""
    draft_id = await corrected(office, cast, about, material=material, note=note, fields=fields)
    at = await handed_in(office, cast, draft_id)
    done = await approving.approve_now(cast.caller("Minh"), office, draft_id=draft_id, revision=at)
    assert done.publication_id is not None
    return done.publication_id


async def revision(office: Office, draft_id: int) -> int:
    return (await draft_of(office, draft_id)).revision


async def takes_note(
    office: Office, cast: Cast, given: str, about: int, *, version: int | None = None
) -> None:
    await acknowledge(cast.caller(given), office, publication_id=about, version=version)


async def asked(office: Office, cast: Cast, about: int, given: str) -> dict[str, Any]:
    """What the publication asks of somebody."""
    (found,) = await rows(
        office,
        obligations,
        obligations.c.publication_id == about,
        obligations.c.member_id == cast[given],
    )
    return found


async def card_rows(office: Office, cast: Cast, about: int, given: str) -> list[dict[str, Any]]:
    """The cards that somebody was or is to be sent, the oldest first."""
    return await rows(
        office,
        deliveries,
        deliveries.c.publication_id == about,
        deliveries.c.member_id == cast[given],
        deliveries.c.purpose == Purpose.CARD,
    )


async def goes_out(office: Office, *where: sa.ColumnElement[bool]) -> None:
    """What waits and fits is sent: the platform has taken it."""
    waits = deliveries.c.state == DeliveryState.QUEUED
    there = sa.func.coalesce(
        deliveries.c.message_id, sa.literal("m").concat(sa.cast(deliveries.c.id, sa.String))
    )
    await execute(
        office,
        deliveries.update()
        .where(waits, *where)
        .values(state=DeliveryState.SENT, message_id=there, sent_at=office.clock.machine()),
    )


async def composed(office: Office, row: dict[str, Any]) -> str:
    """What stands in the message when it goes out now; the reason where it does not."""

    def body(connection: Connection) -> Message | Skip:
        return COMPOSERS[Purpose(row["purpose"])](connection, office, claimed(row))

    found = await office.database.read(body)
    if isinstance(found, Skip):
        return found.reason.value
    return "\n".join([visible_text(found), *(f"[{one.label}]" for one in buttons(found))])
